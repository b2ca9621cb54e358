"""What a person typed to find something, and where it matches.

Characters match as a substring, whatever their width, case and script. Latin letters also match
the readings of the words (:mod:`reader.domain.typed_pinyin`), and both may be mixed: 中guo.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from reader.domain.folding import fold
from reader.domain.script import is_han
from reader.domain.typed_pinyin import Cut, cuts, fuzzy, places
from reader.domain.words import Word

Part = str | tuple[Cut, ...]
"""Of a mixed query: folded characters, or the ways to cut some pinyin."""

_RUN = re.compile(r"[^\W\d_]+[1-5]?(?:[\s'’ʼ‘`·\-]*[^\W\d_]+[1-5]?)*")
_MIXED = 8
"""Parts above which a query is not taken for a mixed one."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query: ``text`` to find literally, folded, and what else it may mean.

    ``cuts`` are the ways to read it as pinyin. ``mixed`` are the parts of one that holds both
    characters and pinyin. Both are empty where that makes no sense. In one that is ``wild``, ``?``
    stands for any one character.
    """

    text: str
    cuts: tuple[Cut, ...] = ()
    mixed: tuple[Part, ...] = ()
    wild: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def pattern(self) -> list[str | None]:
        """Its characters, ``None`` for any one."""
        return [None if self.wild and char == "?" else char for char in self.text]

    @property
    def spoken(self) -> bool:
        """Whether readings can match."""
        return bool(self.cuts or self.mixed)

    def in_text(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield each half-open range of ``text`` that holds the query literally."""
        if not self.text:
            return
        folded = fold(text)
        if self.wild:
            inner = "".join("." if char == "?" else re.escape(char) for char in self.text)
            for found in re.finditer(f"(?=({inner}))", folded, re.DOTALL):
                yield found.span(1)
            return
        at = folded.find(self.text)
        while at >= 0:
            yield at, at + len(self.text)
            at = folded.find(self.text, at + 1)

    def in_reading(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield each range of ``text`` whose reading is the query, whole syllables only."""
        if self.cuts:
            for first, syllables in _runs(text, words):
                for cut in self.cuts:
                    for at in places(cut, syllables):
                        yield first + at, first + at + len(cut)
        if self.mixed:
            yield from self._in_both(text, words)

    def matches_syllables(self, syllables: Sequence[str]) -> bool:
        """Whether the query is the reading, or the beginning of the reading, of a word."""
        for cut in self.cuts:
            begun = (*cut[:-1], cut[-1]._replace(open=True))
            if next(places(begun, syllables[: len(cut)]), None) == 0:
                return True
        return False

    def fuzzy(self) -> "Query":
        """The same query, with syllables that are often confused counted alike."""
        return Query(
            self.text,
            tuple(map(fuzzy, self.cuts)),
            tuple(
                part if isinstance(part, str) else tuple(map(fuzzy, part)) for part in self.mixed
            ),
        )

    def ways(self) -> Iterator[tuple[str | Cut, ...]]:
        """Of a mixed query, every way to read its parts."""
        choices: list[tuple[str | Cut, ...]] = [
            (part,) if isinstance(part, str) else part for part in self.mixed
        ]
        yield from product(*choices)

    def _in_both(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Places of a mixed query: every part right behind the one before it."""
        read = {
            first + at: syllable
            for first, syllables in _runs(text, words)
            for at, syllable in enumerate(syllables)
        }
        folded = fold(text)
        found: set[tuple[int, int]] = set()
        for way in self.ways():
            length = sum(map(len, way))
            found.update(
                (start, start + length)
                for start in range(len(text) - length + 1)
                if _stands(way, folded, read, start)
            )
        yield from sorted(found)


def parse(text: str) -> Query:
    """Read a query. Anything is valid; lone surrogates and NUL are dropped."""
    clean = "".join(c for c in text if c != "\0" and not 0xD800 <= ord(c) <= 0xDFFF).strip()
    return Query(fold(clean), cuts(clean), _mixed(clean)) if clean else Query("")


def _mixed(text: str) -> tuple[Part, ...]:
    """The parts of a text of characters and pinyin, none if it is not of both."""
    parts: list[Part] = []
    for run in _pieces(text):
        if any(map(is_han, run)) or not (ways := cuts(run)):
            parts.append(fold(run))
        else:
            parts.append(ways)
    both = {type(part) for part in parts} == {str, tuple}
    return tuple(parts) if both and len(parts) <= _MIXED else ()


def _pieces(text: str) -> list[str]:
    """Runs of letters that are no ideographs, and what stands between them."""
    apart = "".join("。" if is_han(char) else char for char in text)
    pieces: list[str] = []
    at = 0
    for found in _RUN.finditer(apart):
        pieces += [text[at : found.start()].strip(), found[0]]
        at = found.end()
    return [piece for piece in (*pieces, text[at:].strip()) if piece]


def _stands(way: Sequence[str | Cut], folded: str, read: dict[int, str], at: int) -> bool:
    """Whether the parts of a mixed query stand one behind the other from a character on."""
    for part in way:
        if isinstance(part, str):
            if not folded.startswith(part, at):
                return False
        elif not all(each.matches(read.get(at + i, "")) for i, each in enumerate(part)):
            return False
        at += len(part)
    return True


def _runs(text: str, words: Sequence[Word]) -> Iterator[tuple[int, list[str]]]:
    """Adjoining characters that have a syllable: where they begin, and the syllables."""
    first = 0
    run: list[str] = []
    for at, syllable in syllables_of(text, words):
        if run and (at != first + len(run) or not syllable):
            yield first, run
            run = []
        if syllable:
            first = first if run else at
            run.append(syllable)
    if run:
        yield first, run


def syllables_of(text: str, words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """The syllable of each character of the words, empty where it has none."""
    for word in words:
        syllables = iter(word.syllables)
        for at in range(word.start, word.end):
            yield at, next(syllables, "") if is_han(text[at]) else ""
