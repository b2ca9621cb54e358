"""Shorter and longer words around a character: what a reader walks through in the card."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.domain.script import is_han
from reader.domain.words import Word

if TYPE_CHECKING:
    from reader.services.lookup import Lookup

LONGEST = 16
"""Characters of the longest word looked for; the longest term of the glossary has as many."""


def around(lookup: Lookup, text: str, at: int, words: Sequence[Word] = ()) -> list[Word]:
    """The words that hold the character at ``at`` of ``text``, longest first.

    These are the stored one of ``words`` (of the whole text, in order) and its parts, and
    every word of the dictionary and term of the glossary that is written there; a Han
    character is always one. Of the same length the one that begins first comes first.
    Raises ReferenceMissing.
    """
    found = {(word.start, word.end): word for word in _stored(words, at)}
    spans = [span for span in _windows(text, at) if span not in found]
    known = lookup.words_among([text[start:end] for start, end in spans])
    for start, end in spans:
        written = text[start:end]
        if written in known or (end - start == 1 and is_han(written)):
            found[start, end] = _read(lookup, written, start, _syllables(words, start, end))
    return sorted(found.values(), key=lambda word: (word.start - word.end, word.start))


def words_in(lookup: Lookup, text: str) -> tuple[tuple[int, int], ...]:
    """Divide Chinese inside a sense or an example into words: from the left, the longest known.

    Returns half-open ranges; what stands between them is no word. Raises ReferenceMissing.
    """
    ends = [_run_end(text, at) for at in range(len(text))]
    spans = [
        (start, end)
        for start in range(len(text))
        for end in range(start + 1, min(ends[start], start + LONGEST) + 1)
    ]
    known = lookup.words_among([text[start:end] for start, end in spans])
    found = []
    at = 0
    while at < len(text):
        lengths = range(min(ends[at], at + LONGEST), at, -1)
        end = next((end for end in lengths if text[at:end] in known), at + 1)
        if any(map(is_han, text[at:end])):
            found.append((at, end))
        at = end
    return tuple(found)


def _stored(words: Sequence[Word], at: int) -> Iterable[Word]:
    """The stored word that holds a character, and those of its parts that do."""
    index = bisect_right(words, at, key=lambda word: word.start) - 1
    word = words[index] if index >= 0 else None
    if word is None or word.end <= at or not (word.syllables or word.spoken):
        return
    yield word
    for part in word.parts:
        if part.start <= at < part.end:
            yield from _stored((part,), at)


def _windows(text: str, at: int) -> list[tuple[int, int]]:
    """Every stretch of up to LONGEST letters that holds ``at``."""
    if not 0 <= at < len(text) or not text[at].isalnum():
        return []
    first = at
    while first > 0 and at - first < LONGEST - 1 and text[first - 1].isalnum():
        first -= 1
    last = min(_run_end(text, at), at + LONGEST)
    return [
        (start, end)
        for start in range(first, at + 1)
        for end in range(at + 1, min(last, start + LONGEST) + 1)
    ]


def _run_end(text: str, at: int) -> int:
    """Where the letters from ``at`` on end, at most LONGEST later."""
    end = at
    while end < len(text) and end - at < LONGEST and text[end].isalnum():
        end += 1
    return end


def _syllables(words: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
    """How the stored words read a stretch, when they read each of its characters."""
    out: list[str] = []
    index = max(0, bisect_right(words, start, key=lambda word: word.start) - 1)
    for word in words[index:]:
        if word.start >= end:
            break
        if len(word.syllables) != word.end - word.start:
            return ()
        out += word.syllables[max(0, start - word.start) : max(0, end - word.start)]
    return tuple(out) if len(out) == end - start and all(out) else ()


def _read(lookup: Lookup, written: str, start: int, syllables: tuple[str, ...]) -> Word:
    """A word of the dictionary at a place, read as the text is read there."""
    word = lookup.word(written, syllables)
    return Word(
        start, start + len(written), word.kind, word.syllables, word.source, True, word.term
    )
