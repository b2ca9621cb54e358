"""Sources whose characters keep a number through every change, so that the truth is known.

A mark is so many numbered characters. In a later version it is in the right place where exactly
those stand, one after the other; where they no longer do, its words are gone.
"""

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.domain.document import Decisions, Document, Source
from reader.domain.likeness import Likeness
from reader.domain.marks import Anchor, anchor_at
from reader.domain.places import Span
from reader.domain.versions import Version
from reader.formats import read

ALIKE = Likeness()


class Char(NamedTuple):
    """A character and its number; one put in for another has a new one."""

    number: int
    text: str


class Tracked:
    """A source, character by character."""

    def __init__(self, text: str = "", chars: Sequence[Char] = (), first: int = 0) -> None:
        self.chars = list(chars) or [Char(first + at, char) for at, char in enumerate(text)]
        self._next = first + len(text)

    @property
    def text(self) -> str:
        """What is written."""
        return "".join(char.text for char in self.chars)

    def copy(self) -> "Tracked":
        """Another one of the same characters."""
        other = Tracked(chars=self.chars)
        other._next = self._next
        return other

    def insert(self, at: int, text: str) -> None:
        """Put new characters in."""
        self.chars[at:at] = [Char(self._next + i, char) for i, char in enumerate(text)]
        self._next += len(text)

    def delete(self, at: int, length: int) -> None:
        """Take characters out."""
        del self.chars[at : at + length]

    def replace(self, at: int, text: str) -> None:
        """Put another character in the place of one."""
        self.delete(at, 1)
        self.insert(at, text)

    def rewrite(self, at: int, text: str) -> None:
        """Write the same character another way."""
        self.chars[at] = self.chars[at]._replace(text=text)

    def respell(self, text: str) -> None:
        """Write all characters another way, one for one."""
        assert len(text) == len(self.chars)
        self.chars = [c._replace(text=new) for c, new in zip(self.chars, text, strict=True)]


class Shown:
    """A source as it is shown, and where each numbered character stands."""

    def __init__(self, tracked: Tracked, undone: frozenset[str] = frozenset()) -> None:
        self.source = tracked.text
        self.decisions = Decisions(undone)
        self.document = _read(self.source, self.decisions)
        self.texts = [paragraph.text for paragraph in self.document.paragraphs()]
        self.version = Version(
            self.texts, [p.origin for p in self.document.paragraphs()], self.source
        )
        self._numbers = [
            _numbered(p.text, p.origin, tracked.chars) for p in self.document.paragraphs()
        ]
        self._places = {
            number: (index, at)
            for index, numbers in enumerate(self._numbers)
            for at, number in enumerate(numbers)
            if number is not None
        }

    def numbers(self, span: Span) -> tuple[int | None, ...]:
        """The numbers of the characters of a span that count."""
        text = self.texts[span.paragraph][span.start : span.end]
        numbers = self._numbers[span.paragraph]
        return tuple(numbers[span.start + at] for at in _counting(text))

    def has(self, numbers: Sequence[int | None], quote: str) -> bool:
        """Whether these characters stand one after the other in one paragraph."""
        place = self._places.get(numbers[0]) if numbers and numbers[0] is not None else None
        if place is None:
            return False
        paragraph, at = place
        kept = [at + i for i in _counting(self.texts[paragraph][at:])][: len(numbers)]
        found = tuple(self._numbers[paragraph][i] for i in kept)
        here = "".join(self.texts[paragraph][i] for i in kept)
        return found == tuple(numbers) and len(here) == len(ALIKE(quote))

    def marks(self, count: int, chance: random.Random) -> list[Anchor]:
        """Random places: characters, words, phrases, sentences, whole paragraphs."""
        filled = [i for i, text in enumerate(self.texts) if text.strip()]
        weights = [len(self.texts[i]) for i in filled]
        found: list[Anchor] = []
        while len(found) < count:
            index = chance.choices(filled, weights)[0]
            text = self.texts[index]
            span = Span(index, *_range(text, chance))
            # Which of two full stops a sentence that is gone has left, nobody can say.
            written = any(char.isalnum() for char in text[span.start : span.end])
            if written and None not in self.numbers(span):
                found.append(anchor_at(text, span))
        return found


def _range(text: str, chance: random.Random) -> tuple[int, int]:
    kind = chance.random()
    if kind < 0.05:
        return 0, len(text)
    if kind < 0.25:
        ends = [0, *(found.end() for found in re.finditer("[。！？；]", text)), len(text)]
        at = chance.randrange(len(ends) - 1)
        if ends[at] < ends[at + 1]:
            return ends[at], ends[at + 1]
    start = chance.randrange(len(text))
    longest = chance.choice((1, 2, 2, 4, 4, 8, 20))
    return start, min(len(text), start + chance.randint(1, longest))


def _read(text: str, decisions: Decisions) -> Document:
    return read(Source("page.md", text.encode("utf-8", "replace"), "utf-8", text), decisions)


def _counting(text: str) -> Iterator[int]:
    """Offsets of the characters that count."""
    folded = ALIKE.folded(text)
    return (start + i for _, start, size in folded.runs(0, len(folded.text)) for i in range(size))


def _numbered(
    text: str, origins: Sequence[tuple[int, int, int]], chars: Sequence[Char]
) -> list[int | None]:
    numbers: list[int | None] = [None] * len(text)
    for start, source, length in origins:
        for at in range(length):
            numbers[start + at] = chars[source + at].number
    return numbers
