"""Characters with several readings, read by what stands around them.

The dictionary proposes; the model of `models.polyphones` overrules it where its lead is large
enough, and its margin tells how sure a reading is. What was put down by hand stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.domain.pinyin import plain, tone
from reader.domain.script import is_han
from reader.domain.words import ReadingSource, WordKind
from reader.language.handmade import READINGS
from reader.language.models.polyphones import NO_READING, Place, Polyphones
from reader.language.pieces import Piece
from reader.language.readings import Reading
from reader.language.surnames import SURNAME_READINGS

SINGLE, GUESSED, DOUBTED, COMPOSED, NAME, KNOWN = range(6)
"""How the dictionary came to a reading that the model is asked about."""

_REMEMBERED = 50_000
_LONGEST = max(map(len, READINGS))


class Inside(NamedTuple):
    """A polyphone in a word: its place among characters and syllables, what is said, and how."""

    offset: int
    syllable: int
    said: int
    source: int


class Candidates:
    """Finds the characters that the model is asked about; ``readings`` are what it knows."""

    def __init__(
        self,
        readings: Mapping[str, Sequence[str]],
        source: Callable[[Piece, Reading], int | None] | None = None,
    ) -> None:
        self._readings = readings
        self._source = source or source_of
        self._known: dict[tuple[str, WordKind, Reading], tuple[Inside, ...]] = {}

    def inside(self, piece: Piece, reading: Reading) -> tuple[Inside, ...]:
        """The polyphones of a word, in order."""
        key = (piece.text, piece.kind, reading)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = tuple(self._find(piece, reading))
        return found

    def _find(self, piece: Piece, reading: Reading) -> Iterator[Inside]:
        source = self._source(piece, reading)
        if source is None:
            return
        certain = _certain(piece, reading)
        for syllable, offset in enumerate(at for at, char in enumerate(piece.text) if is_han(char)):
            if offset in certain:
                continue
            own = self._readings.get(piece.text[offset])
            if own is not None:
                said = reading.syllables[syllable].lower()
                number = own.index(said) if said in own else NO_READING
                yield Inside(offset, syllable, number, source)


def source_of(piece: Piece, reading: Reading) -> int | None:
    """How the dictionary came to the reading of a word; None if it stays as it is."""
    if piece.term is not None or reading.fixed or not reading.syllables:
        return None
    if reading.source in {ReadingSource.USER, ReadingSource.GLOSSARY}:
        return None
    if piece.kind is WordKind.NAME:
        return KNOWN if reading.sure and reading.source is ReadingSource.DICTIONARY else NAME
    if len(piece.text) == 1:
        if reading.ruled:  # rules that are certain stand above the model
            return None if reading.sure else GUESSED
        return SINGLE
    if reading.source is ReadingSource.DEFAULT:
        return COMPOSED
    return KNOWN if reading.sure else DOUBTED


def keeps_weight(source: int, said: str, new: str) -> bool:
    """Whether a neutral tone of a word of the dictionary stays.

    The dictionary knows best which syllables are light: 认识 rèn shi. Whether one is light
    only sometimes, as in 东西, is for what stands around it to say.
    """
    return source == KNOWN and tone(said) == 5 and plain(said) == plain(new)


def _certain(piece: Piece, reading: Reading) -> set[int]:
    """The characters of a word that stay as they are: surnames, and words put down by hand."""
    text = piece.text
    found: set[int] = set()
    if piece.kind is WordKind.NAME and reading.syllables[0] == SURNAME_READINGS.get(text[0]):
        found.add(0)
    for start in range(len(text) - 1):
        for end in range(start + 2, min(len(text), start + _LONGEST) + 1):
            if text[start:end] in READINGS:
                found.update(range(start, end))
    return found


class Polyphony:
    """Reads the polyphones of many paragraphs at once.

    ``doubtful`` tells of which characters the default alone proves nothing.
    """

    def __init__(self, model: Polyphones, doubtful: Callable[[str], bool]) -> None:
        self._model = model
        self._doubtful = doubtful
        self._candidates = Candidates(model.readings)

    def decide(
        self,
        texts: Sequence[str],
        cut: Sequence[Sequence[Piece]],
        proposed: Sequence[Sequence[Reading]],
    ) -> list[list[Reading]]:
        """The readings of the words of each text, given what the dictionary proposes."""
        places: list[Place] = []
        asked: list[tuple[int, int, tuple[Inside, ...]]] = []
        for text, (pieces, readings) in enumerate(zip(cut, proposed, strict=True)):
            if len(texts[text]) == 1:  # nothing stands around it
                continue
            for at, (piece, reading) in enumerate(zip(pieces, readings, strict=True)):
                found = self._candidates.inside(piece, reading)
                if found:
                    asked.append((text, at, found))
                    places += [Place(text, at, i.offset, i.said, i.source) for i in found]
        out = [list(readings) for readings in proposed]
        if not places:
            return out
        words = [[piece.text for piece in pieces] for pieces in cut]
        chosen, sure = self._model.choose(texts, words, places)
        used = 0
        for text, at, found in asked:
            end = used + len(found)
            piece = cut[text][at]
            out[text][at] = self._read(
                piece, out[text][at], found, chosen[used:end], sure[used:end]
            )
            used = end
        return out

    def _read(
        self,
        piece: Piece,
        reading: Reading,
        found: Sequence[Inside],
        chosen: Sequence[int],
        sure: Sequence[bool],
    ) -> Reading:
        """The reading of a word with what the model chose for the polyphones inside it."""
        syllables = list(reading.syllables)
        changed = False
        for inside, number in zip(found, chosen, strict=True):
            if number not in {inside.said, NO_READING}:
                old = syllables[inside.syllable]
                new = self._model.readings[piece.text[inside.offset]][number]
                if keeps_weight(inside.source, old, new):
                    continue
                syllables[inside.syllable] = new.capitalize() if old[:1].isupper() else new
                changed = True
        certain = all(sure) and (reading.sure or self._covers(piece, reading, found))
        if not changed and certain == reading.sure:
            return reading
        source = ReadingSource.MODEL if changed or certain else reading.source
        return Reading(tuple(syllables), source, certain)

    def _covers(self, piece: Piece, reading: Reading, found: Sequence[Inside]) -> bool:
        """Whether the model was asked about everything in a word that is doubtful."""
        judged = {inside.offset for inside in found}
        return all(reading.syllables) and not any(
            self._doubtful(char)
            for at, char in enumerate(piece.text)
            if at not in judged and is_han(char)
        )
