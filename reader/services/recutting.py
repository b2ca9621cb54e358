"""A few neighbouring words while a reader cuts and reads them otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.domain.corrections import Change, changes
from reader.domain.overlay import NewWord
from reader.domain.script import count_han, is_han
from reader.domain.typed import Fault, reading
from reader.domain.words import ReadingSource, Word, WordKind

if TYPE_CHECKING:
    from reader.domain.places import Span

Dictionary = Callable[[str], tuple[str, ...]]
"""The usual reading of a word, nothing for what is no word."""

MOST = 12
"""Characters that are shown at once."""


class Recutting:
    """The words ``start`` to ``end`` of a paragraph; ``cuts`` are the boundaries inside.

    A new word of several characters is read as the dictionary reads it, any other word as its
    characters are read now, until a reading is typed.
    """

    def __init__(self, text: str, words: Sequence[Word], dictionary: Dictionary) -> None:
        self._text = text
        self._old = list(words)
        self._dictionary = dictionary
        self.start, self.end = self._old[0].start, self._old[-1].end
        self._spans = {(word.start, word.end) for word in self._old}
        self.cuts = {word.start for word in self._old[1:]}
        self._typed: dict[tuple[int, int], str] = {}
        self._syllables = dict(self._read())

    def _read(self) -> list[tuple[int, str]]:
        """Each Chinese character with its syllable."""
        found = []
        for word in self._old:
            own = iter(word.syllables)
            found += [
                (at, next(own, "")) for at in range(word.start, word.end) if is_han(self._text[at])
            ]
        return found

    @property
    def words(self) -> list[tuple[int, int]]:
        """Where the words are."""
        edges = [self.start, *sorted(self.cuts), self.end]
        return list(pairwise(edges))

    def written(self, start: int, end: int) -> str:
        """The characters of a range."""
        return self._text[start:end]

    def toggle(self, at: int) -> None:
        """Set a boundary before a character, or take it away."""
        self.cuts ^= {at}

    def enclose(self, span: Span) -> None:
        """Make one word of a range."""
        low, high = max(span.start, self.start), min(span.end, self.end)
        self.cuts = {at for at in self.cuts if not low < at < high}
        self.cuts |= {at for at in (low, high) if self.start < at < self.end}

    # --- readings ---------------------------------------------------------------

    def is_read(self, start: int, end: int) -> bool:
        """Whether a word has a reading that can be changed."""
        if (start, end) in self._spans:
            return bool(self._word(start, end).syllables)
        return count_han(self._text[start:end]) > 0

    def shown(self, start: int, end: int) -> str:
        """The reading of a word: what was typed, or what it would be."""
        typed = self._typed.get((start, end))
        return " ".join(filter(None, self._proposed(start, end))) if typed is None else typed

    def type(self, start: int, end: int, typed: str) -> None:
        """Read a word so."""
        self._typed[start, end] = typed

    def fault(self, start: int, end: int) -> Fault | None:
        """What is wrong with what was typed for a word."""
        typed = self._typed.get((start, end))
        if typed is None:
            return None
        found = reading(typed, count_han(self._text[start:end]))
        return found if isinstance(found, Fault) else None

    @property
    def faults(self) -> list[tuple[str, Fault]]:
        """The words whose readings cannot be."""
        found = ((self._text[s:e], self.fault(s, e)) for s, e in self.words)
        return [(text, fault) for text, fault in found if fault is not None]

    def _word(self, start: int, end: int) -> Word:
        return next(word for word in self._old if (word.start, word.end) == (start, end))

    def _own(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(self._syllables[at] for at in range(start, end) if at in self._syllables)

    def _proposed(self, start: int, end: int) -> tuple[str, ...]:
        """The reading of a word of which none was typed."""
        own = self._own(start, end)
        if (start, end) in self._spans or (end - start == 1 and all(own)):
            return own
        found = self._dictionary(self._text[start:end])
        return found if len(found) == len(own) else own

    # --- what comes of it -------------------------------------------------------

    def new_words(self) -> list[NewWord]:
        """The words as they are to be; read explicitly where that is news."""
        return [self._new(start, end) for start, end in self.words]

    def _new(self, start: int, end: int) -> NewWord:
        text = self._text[start:end]
        if not self.is_read(start, end):
            return NewWord(text)
        typed = self._typed.get((start, end))
        if typed is not None:
            found = reading(typed, count_han(text))
            return NewWord(text, () if isinstance(found, Fault) else found)
        read = self._proposed(start, end)
        # What the reader said before would otherwise go with the correction that said it.
        said = any(
            word.source is ReadingSource.USER and word.start < end and start < word.end
            for word in self._old
        )
        new = (start, end) not in self._spans and read != self._own(start, end)
        return NewWord(text, read if (said or new) and all(read) else ())

    def changes(self) -> list[Change]:
        """What would be kept; nothing while a reading is faulty or nothing has changed."""
        return [] if self.faults else changes(self._old, self.new_words())


def neighbours(words: Sequence[Word], span: Span) -> list[Word]:
    """The words around a place that are shown with it: to the next punctuation, not too many."""
    inside = [i for i, w in enumerate(words) if w.start < span.end and span.start < w.end]
    if not inside or any(words[i].kind is WordKind.PUNCTUATION for i in inside):
        return []
    first, last = inside[0], inside[-1]
    while True:
        size = words[last].end - words[first].start
        before = words[first - 1] if first else None
        after = words[last + 1] if last + 1 < len(words) else None
        takes = [
            (w.end - w.start, step)
            for w, step in ((before, -1), (after, 1))
            if w is not None
            and w.kind is not WordKind.PUNCTUATION
            and size + w.end - w.start <= MOST
        ]
        if not takes:
            return list(words[first : last + 1])
        left, right = span.start - words[first].start, words[last].end - span.end
        step = min(takes, key=lambda take: left if take[1] < 0 else right)[1]
        first, last = (first - 1, last) if step < 0 else (first, last + 1)
