"""What a person typed into the search box, and where it matches.

Characters match as a substring, full and half width alike and without regard to case.
Latin letters also match the readings of the words, with or without tones and spaces.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.domain.pinyin import strokes, tone
from reader.domain.script import fold_width, is_han
from reader.domain.words import Word


def fold(text: str) -> str:
    """Fold width and case without changing the length."""
    folded = fold_width(text)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: ``text`` to find literally, folded, and what it is as pinyin.

    ``pinyin`` is a tuple of (letter, tone of its mark or 0); a tone number stands as
    ("", tone). It is empty when the query cannot be pinyin.
    """

    text: str
    pinyin: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def in_text(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield each half-open range of ``text`` that holds the query literally."""
        if not self.text:
            return
        folded = fold(text)
        at = folded.find(self.text)
        while at >= 0:
            yield at, at + len(self.text)
            at = folded.find(self.text, at + 1)

    def in_reading(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield each range of ``text`` whose reading is the query, whole syllables only."""
        if not self.pinyin:
            return
        for run in _runs(text, words):
            syllables = [syllable for _, syllable in run]
            for i in range(len(run)):
                end = _match(self.pinyin, syllables, i)
                if end is not None:
                    yield run[i][0], run[end - 1][0] + 1

    def matches_syllables(self, syllables: Sequence[str]) -> bool:
        """Whether the query is the reading, or the beginning of the reading, of a word."""
        return bool(self.pinyin) and _match(self.pinyin, syllables, 0, partly=True) is not None


def parse(text: str) -> Query:
    """Read a query. Anything is valid; lone surrogates and NUL are dropped."""
    clean = "".join(c for c in text if c != "\0" and not 0xD800 <= ord(c) <= 0xDFFF).strip()
    return Query(fold(clean), _as_pinyin(clean) if clean else ())


def _as_pinyin(text: str) -> tuple[tuple[str, int], ...]:
    """Read ``text`` as typed pinyin; separators are dropped, a tone number is ("", tone)."""
    letters: list[tuple[str, int]] = []
    for char, mark in strokes(re.sub(r"[\s'‘’ʼ`\-·]+", "", fold_width(text))):
        if char in "12345" and letters:
            letters.append(("", int(char)))
        elif char.isascii() and char.isalpha():
            letters.append((char, mark))
        else:
            return ()
    return tuple(letters)


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[tuple[int, str]]]:
    """Split a paragraph into runs of adjoining characters that have a syllable."""
    run: list[tuple[int, str]] = []
    for word in words:
        syllables = iter(word.syllables)
        for at in range(word.start, word.end):
            syllable = next(syllables, "") if is_han(text[at]) else ""
            if syllable:
                run.append((at, syllable))
            elif run:
                yield run
                run = []
    if run:
        yield run


def _match(
    query: Sequence[tuple[str, int]], syllables: Sequence[str], start: int, *, partly: bool = False
) -> int | None:
    """Match ``query`` from syllable ``start``; return the end of the run it covers.

    Ambiguous cuts (xian, xi'an) need no splitting: each syllable of the text either is
    the next piece of the query or is not. ``partly`` lets the query end inside one.
    """
    at, i = 0, start
    while at < len(query):
        if i == len(syllables):
            return None
        for letter, mark in strokes(syllables[i]):
            if at == len(query) and partly:
                break
            if at == len(query) or query[at][0] != letter or query[at][1] not in (0, mark):
                return None
            at += 1
        if at < len(query) and query[at][0] == "":
            if query[at][1] != tone(syllables[i]):
                return None
            at += 1
        i += 1
    return i
