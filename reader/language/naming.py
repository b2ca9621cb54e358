"""Names of people, places and organisations, each as one unit with its parts."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.words import WordKind
from reader.language.lexicon import Lexicon
from reader.language.names import DOTS, dotted
from reader.language.organisations import organised
from reader.language.persons import Persons, after_title, told_by_next
from reader.language.pieces import COMMON, PERSON, PLACE, Piece
from reader.language.surnames import SURNAMES, TITLES_AFTER

_LOCALITIES = frozenset("省市县区镇乡村州盟旗岛江河湖山路街港湾峡寺庙")
_LIKELY = 14  # log odds, in tenths, a character, that an unknown word is a foreign name
_LIKELY_SHORT = 18  # … of two characters
_LIKELY_TOLD = 4  # … where a title or a verb of speech stands beside it
_NO_ENDS = frozenset("人族语文教站派式")  # 巴黎人 is of a place, and no name
_NOWHERE = (-127,) * 6


class Names:
    """Marks and joins names in the pieces of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._persons = Persons(lexicon)
        self._classes = lexicon.classes_of
        self._scores = lexicon.in_names

    def named(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Return the pieces with all names."""
        out: list[Piece] = []
        for at, piece in enumerate(pieces):
            if _is_addressed(piece):
                out += self._addressed(piece.text)
            elif not piece.classes and piece.kind is WordKind.WORD and len(piece.text) > 1:
                out += self._unknown(pieces, at)
            else:
                out.append(piece)
        found = self._persons.named(out)
        if any(piece.text in DOTS for piece in found):
            found = dotted(found)
        return organised(found)

    def _unknown(self, pieces: Sequence[Piece], at: int) -> list[Piece]:
        """Tell whether a word that no dictionary has is a name."""
        piece = pieces[at]
        text = piece.text
        if len(text) > 2 and text[-1] in _LOCALITIES and not self._classes(text[:-1]) & COMMON:
            return [piece._replace(kind=WordKind.NAME, classes=PLACE)]
        if self._foreign(text, told_by_next(pieces, at + 1) or after_title(pieces, at)):
            return [piece._replace(kind=WordKind.NAME, classes=PERSON)]
        return [piece]

    def _addressed(self, text: str) -> list[Piece]:
        """A surname and the title after it: 张先生."""
        surname = Piece(text[0], WordKind.NAME, classes=PERSON)
        return [surname, Piece(text[1:], WordKind.WORD, classes=self._classes(text[1:]))]

    def _foreign(self, text: str, told: bool) -> bool:
        """Whether a word writes the sounds of a name; ``told`` by what stands beside it."""
        if text[-1] in _NO_ENDS and not told:
            return False
        least = _LIKELY if len(text) > 2 else _LIKELY_SHORT
        return self._sounds(text) >= (_LIKELY_TOLD if told else least)

    def _sounds(self, text: str) -> float:
        """How far, a character, a word looks like the sounds of a foreign name."""
        rows = [self._scores.get(char, _NOWHERE) for char in text]
        inner = sum(max(row[3:]) for row in rows[1:-1])
        return (rows[0][3] + inner + rows[-1][5]) / len(rows)


def _is_addressed(piece: Piece) -> bool:
    """Whether a word is a surname with a title, which is two words."""
    text = piece.text
    if text[0] not in SURNAMES or piece.classes & COMMON or piece.term is not None:
        return False
    return text[1:] in TITLES_AFTER
