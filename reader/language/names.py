"""Names of people: put together only where something next to them says they are names.

A surname and one or two characters that were cut apart become a name after a title
(书记陈吉宁), before a title or a verb of speech (王伟说), or in a list of names joined by 、.
Foreign names are recognised by their dot and by the characters used to write sounds.
"""

import re
from collections.abc import Sequence

from reader.domain.words import WordKind
from reader.language.choices import NUMERALS
from reader.language.pieces import PERSON, Piece
from reader.language.surnames import (
    DOUBLE_SURNAMES,
    FOREIGN,
    NOT_GIVEN,
    SAYS,
    SURNAMES,
    TITLE_ENDS,
    TITLES_AFTER,
    WORDLIKE,
)

DOTS = frozenset("·•・")
_ATDOTS = re.compile("([·•・])")
_SOUNDS = 3  # so many characters of sound in a row are a foreign name
_LONGEST = 24  # no name is longer, so that a row of dots is not one


def mark_names(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with those of a name put together."""
    return _Chinese(foreign(pieces)).joined()


class _Chinese:
    """Finds Chinese names in a paragraph."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces

    def joined(self) -> list[Piece]:
        """Return the pieces with names put together."""
        out: list[Piece] = []
        at = 0
        while at < len(self._pieces):
            count = self._name_at(at, out)
            if count:
                text = "".join(p.text for p in self._pieces[at : at + count])
                surname = len(self._pieces[at].text)
                parts = (Piece(text[:surname], WordKind.NAME), Piece(text[surname:], WordKind.NAME))
                out.append(Piece(text, WordKind.NAME, None, parts))
                at += count
            else:
                out.append(self._pieces[at])
                at += 1
        return out

    def _name_at(self, at: int, before: Sequence[Piece]) -> int:
        """How many pieces from ``at`` on are a name, 0 for none."""
        surname = self._pieces[at].text
        if surname not in SURNAMES and surname not in DOUBLE_SURNAMES:
            return 0
        titled = _after_title(before)
        listed = len(before) > 1 and before[-1].text == "、" and _is_person(before[-2])
        sizes = self._sizes(at)
        for size in sizes:
            if self._told_by_next(at + size, size > 2 or len(surname) > 1):
                return size
        if not sizes:
            return 0
        if titled and self._pieces[at + 1].kind is WordKind.WORD and self._ends(at + sizes[0]):
            return sizes[0]
        return sizes[0] if (titled and self._plain_surname(at)) or listed else 0

    def _plain_surname(self, at: int) -> bool:
        return self._pieces[at].text not in WORDLIKE and len(self._pieces[at + 1].text) == 1

    def _ends(self, at: int) -> bool:
        """Whether a part of the sentence ends at ``at``."""
        return at < len(self._pieces) and self._pieces[at].text in {"、", "，", "。"}

    def _sizes(self, at: int) -> list[int]:
        """Numbers of pieces that could make up a name, the longest first."""
        if at + 1 >= len(self._pieces) or not self._given(at + 1):
            return []
        if len(self._pieces[at + 1].text) == 2:
            return [2]
        return [3, 2] if at + 2 < len(self._pieces) and self._single(at + 2) else [2]

    def _single(self, at: int) -> bool:
        return len(self._pieces[at].text) == 1 and self._given(at)

    def _given(self, at: int) -> bool:
        """Whether a piece may be (part of) a given name."""
        piece = self._pieces[at]
        if piece.kind not in (WordKind.WORD, WordKind.NAME) or len(piece.text) > 2:
            return False
        return piece.text not in SAYS and NOT_GIVEN.isdisjoint(piece.text)

    def _told_by_next(self, at: int, long: bool) -> bool:
        """Whether what stands at ``at`` shows that a name ended before it."""
        if at >= len(self._pieces):
            return False
        text = self._pieces[at].text
        if text in SAYS or text in TITLES_AFTER:
            return True
        if text != "、" or not long:
            return False
        return self._chain(at + 1)

    def _chain(self, at: int) -> bool:
        """Whether after a 、 another name with two more pieces follows."""
        if at + 2 > len(self._pieces):
            return False
        piece = self._pieces[at]
        if piece.kind is WordKind.NAME and piece.text[0] in SURNAMES and len(piece.text) < 4:
            return _is_person(piece)
        if piece.text not in SURNAMES and piece.text not in DOUBLE_SURNAMES:
            return False
        sizes = self._sizes(at)
        ends = [self._pieces[at + s].text for s in sizes if at + s < len(self._pieces)]
        return any(end in SAYS or end in {"、", "，", "。", "等"} for end in ends)


def _after_title(before: Sequence[Piece]) -> bool:
    """Whether the last piece, but for white space, is a title."""
    for piece in reversed(before):
        if not piece.text.isspace():
            return piece.text.endswith(TITLE_ENDS)
    return False


def _is_person(piece: Piece) -> bool:
    """Whether a piece is the name of a Chinese person, by its looks."""
    if piece.kind is not WordKind.NAME or not 1 < len(piece.text) < 5:
        return False
    return piece.text[0] in SURNAMES or piece.text[:2] in DOUBLE_SURNAMES


def foreign(pieces: Sequence[Piece]) -> list[Piece]:
    """Put together foreign names: 亨利·基辛格, 泽连斯基."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = _sound_run(pieces, at)
        if end - at >= _SOUNDS:
            text = "".join(p.text for p in pieces[at:end])
            out.append(Piece(text, WordKind.NAME, classes=PERSON))
            at = end
        else:
            out.append(pieces[at])
            at += 1
    return dotted(out)


def _sound_run(pieces: Sequence[Piece], at: int) -> int:
    """End of the run of single characters from ``at`` that write the sounds of a name."""
    end = at
    while end < len(pieces) and pieces[end].text in FOREIGN:
        end += 1
    return end


def dotted(pieces: Sequence[Piece]) -> list[Piece]:
    """Join what stands on both sides of a dot between Han words."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        follows = at + 1 < len(pieces) and (_is_word(pieces[at + 1]) or _initial(pieces, at + 1))
        # 一·二九 is a date, not a name.
        named = follows and not set(pieces[at + 1].text) <= NUMERALS
        if piece.text in DOTS and named and out and _may_begin(out[-1]):
            end = at + 2
            text = _pull_back(out) + piece.text + pieces[at + 1].text
            if len(pieces[at + 1].text) < _SOUNDS:
                stop = min(_sound_run(pieces, end), end + _SOUNDS)
                text += "".join(p.text for p in pieces[end:stop])
                end = stop
            out.append(Piece(text, WordKind.NAME, None, _split_dots(text), PERSON))
            at = end
        else:
            out.append(piece)
            at += 1
    return out


def _pull_back(out: list[Piece]) -> str:
    """Take the name's first half off the end of ``out``."""
    text = out.pop().text
    while len(text) < 4 and text[0] in FOREIGN and out and out[-1].text in FOREIGN:
        text = out.pop().text + text
    return text


def _split_dots(text: str) -> tuple[Piece, ...]:
    """The names on both sides of each dot, and the dots."""
    return tuple(Piece(part, _kind_of_part(part)) for part in _ATDOTS.split(text) if part)


def _kind_of_part(part: str) -> WordKind:
    if part in DOTS:
        return WordKind.PUNCTUATION
    return WordKind.LATIN if part.isascii() else WordKind.NAME


def _may_begin(piece: Piece) -> bool:
    """Whether a dot after ``piece`` may join it to what follows."""
    return _is_word(piece) and len(piece.text) < _LONGEST


def _initial(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a letter stands between the dots of a name: 约翰·F·肯尼迪."""
    between = at + 1 < len(pieces) and pieces[at + 1].text in DOTS
    return between and pieces[at].kind is WordKind.LATIN and len(pieces[at].text) < 3


def _is_word(piece: Piece) -> bool:
    return piece.kind in (WordKind.WORD, WordKind.NAME)
