"""What is printed or exported: a whole text, one section or a selection, with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.domain.places import Span
from reader.domain.script import is_han

if TYPE_CHECKING:
    from reader.domain.document import Document, Outline, Paragraph, ParagraphKind
    from reader.domain.words import Word


class Passage(NamedTuple):
    """One paragraph as it is shown; the words cover the text or are none.

    ``paragraph`` and ``start`` are where in its document it begins, if it is of one.
    """

    kind: ParagraphKind
    text: str
    words: tuple[Word, ...]
    paragraph: int = -1
    start: int = 0

    def touched(self, low: int, high: int) -> list[int]:
        """Which of its words meet ``low`` to ``high`` of its paragraph."""
        low, high = low - self.start, high - self.start
        return [at for at, w in enumerate(self.words) if low < w.end and w.start < high]


class Chapter(NamedTuple):
    """A section, or the part of it that is wanted. ``passages`` are read as they are needed."""

    title: str
    size: int
    passages: Callable[[], Iterator[Passage]]


class Text(Protocol):
    """What an excerpt is taken from: an open text."""

    @property
    def outline(self) -> Outline:
        """Its sections."""

    @property
    def shape(self) -> Sequence[tuple[ParagraphKind, int]]:
        """Kind and length in code points of every paragraph."""

    def paragraph(self, index: int) -> Paragraph:
        """One paragraph by document-wide index."""

    def words(self, index: int) -> tuple[Word, ...]:
        """Its words."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one place of a text to another, both (paragraph, code points); ``last`` is included."""

    first: int
    start: int
    last: int
    end: int

    @property
    def paragraphs(self) -> range:
        """Document-wide indexes of the paragraphs it touches."""
        return range(self.first, self.last + 1)

    def within(self, index: int, length: int) -> Span:
        """What it takes of one of its paragraphs, which is ``length`` code points long."""
        start = self.start if index == self.first else 0
        end = min(self.end, length) if index == self.last else length
        return Span(index, min(start, end), end)


def whole(text: Text) -> Range:
    """All of a text."""
    return _between(text, 0, len(text.shape))


def section(text: Text, index: int) -> Range:
    """One section, by its position among the sections."""
    starts = (*text.outline.starts, text.outline.total)
    return _between(text, starts[index], starts[index + 1])


def _between(text: Text, start: int, end: int) -> Range:
    last = max(start, end - 1)
    return Range(start, 0, last, text.shape[last][1] if last < len(text.shape) else 0)


def chapters(text: Text, wanted: Range) -> list[Chapter]:
    """The sections that a range touches, with what it takes of each."""
    outline, out = text.outline, []
    for title, start, end in zip(
        outline.titles, outline.starts, (*outline.starts[1:], outline.total), strict=True
    ):
        inside = range(max(start, wanted.first), min(end, wanted.last + 1))
        if inside:
            out.append(Chapter(title, len(inside), _reader(text, wanted, inside)))
    return out


def _reader(text: Text, wanted: Range, inside: range) -> Callable[[], Iterator[Passage]]:
    def passages() -> Iterator[Passage]:
        return (passage(text, wanted, index) for index in inside)

    return passages


def passage(text: Text, wanted: Range, index: int) -> Passage:
    """What a range takes of one of its paragraphs."""
    paragraph, words = text.paragraph(index), text.words(index)
    span = wanted.within(index, len(paragraph.text))
    if span.start or span.end < len(paragraph.text):
        words = clipped(paragraph.text, words, span.start, span.end)
    return Passage(paragraph.kind, paragraph.text[span.start : span.end], words, index, span.start)


def chapters_of(document: Document, words: Sequence[tuple[Word, ...]]) -> list[Chapter]:
    """The sections of a document that is in no library; ``words`` has one entry a paragraph."""
    out, first = [], 0
    for part in document.sections:
        found = words[first : first + len(part.paragraphs)]
        passages = [
            Passage(paragraph.kind, paragraph.text, own)
            for paragraph, own in zip(part.paragraphs, found, strict=True)
        ]
        out.append(Chapter(part.title, len(passages), lambda passages=passages: iter(passages)))  # type: ignore[misc]
        first += len(part.paragraphs)
    return out


def clipped(text: str, words: Sequence[Word], start: int, end: int) -> tuple[Word, ...]:
    """The words of ``text[start:end]``; one that is cut keeps the syllables of what is left."""
    out = []
    for word in words:
        left, right = max(word.start, start), min(word.end, end)
        if left < right:
            if (left, right) == (word.start, word.end):
                syllables, term, parts = word.syllables, word.term, word.parts
            else:
                before = sum(is_han(char) for char in text[word.start : left])
                inside = sum(is_han(char) for char in text[left:right])
                syllables = word.syllables[before : before + inside]
                term, parts = None, ()
            moved = tuple(p._replace(start=p.start - start, end=p.end - start) for p in parts)
            out.append(
                word._replace(
                    start=left - start,
                    end=right - start,
                    syllables=syllables,
                    term=term,
                    parts=moved,
                )
            )
    return tuple(out)
