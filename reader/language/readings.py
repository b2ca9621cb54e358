"""The reading of a word: dictionary, names, and what its characters are by default.

Every distinct word is read once. The tables were compiled from CC-CEDICT first, then
pypinyin, so that neither package is needed while reading.
"""

import re
from typing import NamedTuple

from reader.domain.script import count_han
from reader.domain.words import ReadingSource, WordKind
from reader.language.choices import NUMERALS
from reader.language.handmade import READINGS
from reader.language.scan import HAN
from reader.language.singles import SINGLES, SURE_SINGLES
from reader.language.surnames import (
    DOUBLE_SURNAMES,
    FOREIGN_READINGS,
    GIVEN_READINGS,
    SURNAME_READINGS,
    SURNAMES,
)
from reader.language.tables import Tables
from reader.language.wordreadings import DOUBTFUL

_HAN_RUN = re.compile(f"[{HAN}]+")
_LIMIT = 50_000  # distinct words remembered before the memory is emptied
_LONGEST = 8  # no longer words are looked for inside an unknown one
# Inside a word that no dictionary has, these are still the words they usually are.
# Names that end so and begin with a known word are of no person with a surname.
_NO_GIVEN_NAME = frozenset("人县市省区镇乡村路街站港湾河江湖岛寺庙号")
_PARTICLES = frozenset("的了着得们都还只将应当更")


class Reading(NamedTuple):
    """Syllables, one a Han character, where they came from and whether they are certain.

    What is ``fixed``, no model may change; ``ruled`` is what the neighbours decided.
    """

    syllables: tuple[str, ...]
    source: ReadingSource = ReadingSource.DICTIONARY
    sure: bool = True
    fixed: bool = False
    ruled: bool = False


NOTHING = Reading((), ReadingSource.DEFAULT)


class Reader:
    """Reads words, one at a time and without regard to their neighbours."""

    def __init__(self, tables: Tables) -> None:
        self._words = tables.readings
        self._characters = tables.characters
        self._polyphones = frozenset(tables.polyphones)
        self._known: dict[tuple[str, bool], Reading] = {}

    def read(self, word: str, kind: WordKind) -> Reading:
        """Return the reading of ``word``; it fits the word's Han characters always."""
        key = (word, kind is WordKind.NAME)
        reading = self._known.get(key)
        if reading is None:
            if len(self._known) >= _LIMIT:
                self._known.clear()
            reading = self._known[key] = self._read(*key)
        return reading

    def _read(self, word: str, name: bool) -> Reading:
        runs = _HAN_RUN.findall(word)
        if not runs:
            return NOTHING
        readings = [self._run(run, name, dotted=len(runs) > 1) for run in runs]
        return join(readings)

    def _run(self, word: str, name: bool, dotted: bool) -> Reading:
        """Read a run of Han characters."""
        if len(word) == 1:
            if name and word in SURNAMES:
                return Reading(_capital((SURNAME_READINGS.get(word) or self._character(word),)))
            return self._single(word)
        if (stored := self._words.get(word)) is not None:
            return self._stored(word, stored)._replace(fixed=word in READINGS)
        if not name:
            return self._composed(word)
        if word[-1] in _NO_GIVEN_NAME and self._known_end(word, 0):  # 宁波人, 柏林号, 燕子河
            reading = self._composed(word)
            return reading._replace(syllables=_capital(reading.syllables))
        return self._foreign(word) if dotted or not _has_surname(word) else self._person(word)

    def _single(self, char: str) -> Reading:
        syllable = SINGLES.get(char) or self._characters.get(char, "")
        sure = bool(syllable) and not self.doubtful(char)
        source = ReadingSource.DICTIONARY if sure else ReadingSource.DEFAULT
        return Reading((syllable,), source, sure)

    def _stored(self, word: str, stored: str) -> Reading:
        sure = not stored.startswith(DOUBTFUL)
        if not stored:
            syllables = tuple(self._characters.get(char, "") for char in word)
        else:
            syllables = tuple("" if s == "-" else s for s in stored.lstrip(DOUBTFUL).split(" "))
        return Reading(syllables, sure=sure)

    def _composed(self, word: str) -> Reading:
        """Read an unknown word as the known words in it and, failing that, its characters."""
        syllables: list[str] = []
        sure = True
        at = 0
        while at < len(word):
            end = self._known_end(word, at)
            if end:
                part = self._stored(word[at:end], self._words[word[at:end]])
                syllables += part.syllables
                sure = sure and part.sure
            else:
                end = at + 1
                syllables.append(self._inside(word, at))
                sure = sure and bool(syllables[-1]) and not self.doubtful(word[at])
            at = end
        return Reading(tuple(syllables), ReadingSource.DEFAULT, sure)

    def _known_end(self, word: str, at: int) -> int:
        """End of the longest known word that begins at ``at``, 0 if there is none."""
        for end in range(min(len(word), at + _LONGEST), at + 1, -1):
            if word[at:end] in self._words:
                return end
        return 0

    def _inside(self, word: str, at: int) -> str:
        """Read a character of an unknown word."""
        char, before = word[at], word[at - 1 : at]
        if char == "只" and before and before in NUMERALS:
            return "zhī"
        # 冷冷地: after a doubled syllable it makes an adverb.
        if char == "地" and at == len(word) - 1 and at > 1 and word[at - 2] == before:
            return "de"
        # 诞生处: the place where.
        if char == "处" and at == len(word) - 1 and at > 1:
            return "chù"
        # Between verb and complement 得 is the particle.
        if char == "得" and before:
            return "de"
        if char in _PARTICLES:
            return SINGLES[char]
        return self._characters.get(char, "")

    def _person(self, word: str) -> Reading:
        """Read surname and given name; each begins with a capital."""
        length = 2 if word[:2] in DOUBLE_SURNAMES and len(word) > 2 else 1
        surname = tuple(SURNAME_READINGS.get(c) or self._character(c) for c in word[:length])
        given = word[length:]
        syllables = tuple(GIVEN_READINGS.get(c) or self._character(c) for c in given)
        sure = all(s for s in (*surname, *syllables)) and all(
            not self.doubtful(c) or c in GIVEN_READINGS for c in given
        )
        return Reading(_capital(surname) + _capital(syllables), ReadingSource.DEFAULT, sure)

    def _foreign(self, word: str) -> Reading:
        syllables = tuple(FOREIGN_READINGS.get(c) or self._character(c) for c in word)
        sure = all(syllables) and all(not self.doubtful(c) or c in FOREIGN_READINGS for c in word)
        return Reading(_capital(syllables), ReadingSource.DEFAULT, sure)

    def doubtful(self, char: str) -> bool:
        """Whether the default reading of a character proves nothing."""
        return char in self._polyphones and char not in SURE_SINGLES

    def _character(self, char: str) -> str:
        return self._characters.get(char, "")


def join(readings: list[Reading]) -> Reading:
    """Put the readings of the parts of a word together; the weakest part decides."""
    if len(readings) == 1:
        return readings[0]
    syllables = tuple(s for reading in readings for s in reading.syllables)
    order = list(ReadingSource)
    source = max((r.source for r in readings if r.syllables), key=order.index, default=None)
    return Reading(
        syllables, source or ReadingSource.DEFAULT, all(reading.sure for reading in readings)
    )


def fits(reading: Reading, word: str) -> bool:
    """Whether ``reading`` has one syllable for each Han character of ``word``."""
    return len(reading.syllables) == count_han(word)


def _has_surname(word: str) -> bool:
    return 1 < len(word) < 5 and (word[0] in SURNAMES or word[:2] in DOUBLE_SURNAMES)


def _capital(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """Begin with a capital, as CC-CEDICT writes names."""
    return tuple(s.capitalize() if i == 0 else s for i, s in enumerate(syllables))
