"""What is to be set: the paragraphs of a range, very long ones in portions."""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple, Protocol

from reader.domain.document import ParagraphKind
from reader.domain.portions import bounds, portion_count
from reader.domain.words import Word
from reader.services.excerpt import Passage, Range, Text, clipped


class Source(Text, Protocol):
    """An open text that gives the words around a place."""

    def words_at(self, index: int, offset: int) -> tuple[Word, ...]:
        """The words around a character: of its portion where the paragraph is very long."""


class Entry(NamedTuple):
    """Characters ``start`` to ``end`` of a paragraph; the same paragraph may go on around it."""

    kind: ParagraphKind
    paragraph: int
    start: int
    end: int
    begins: bool = True
    ends: bool = True


class Manuscript(NamedTuple):
    """Entries in order; ``sections`` are (position of the first entry, title)."""

    title: str
    entries: tuple[Entry, ...]
    sections: tuple[tuple[int, str], ...]
    read: Callable[[Entry], Passage]

    def shown(self, respell: Callable[[str], str] | None) -> "Manuscript":
        """The same with titles in other characters."""
        if respell is None:
            return self
        sections = tuple((first, respell(title)) for first, title in self.sections)
        return self._replace(title=respell(self.title), sections=sections)

    def passage(self, index: int) -> Passage:
        """The characters and words of an entry."""
        return self.read(self.entries[index])


def manuscript(title: str, text: Source, wanted: Range) -> Manuscript:
    """What a range takes of a text."""
    entries: list[Entry] = []
    sections: list[tuple[int, str]] = []
    outline = text.outline
    last = -1
    for index in wanted.paragraphs:
        if index >= len(text.shape):
            break
        section = bisect_right(outline.starts, index) - 1
        if section != last and section >= 0:
            sections.append((len(entries), outline.titles[section]))
            last = section
        kind, length = text.shape[index]
        entries += _entries(text, kind, index, wanted.within(index, length).start, length, wanted)

    def read(entry: Entry) -> Passage:
        whole = text.paragraph(entry.paragraph).text
        words = text.words_at(entry.paragraph, entry.start)
        if words and (words[0].start < entry.start or words[-1].end > entry.end or entry.start):
            words = clipped(whole, words, entry.start, entry.end)
        shown = whole[entry.start : entry.end]
        return Passage(entry.kind, shown, words, entry.paragraph, entry.start)

    return Manuscript(title, tuple(entries), tuple(sections), read)


def _entries(  # noqa: PLR0913, PLR0917
    text: Source, kind: ParagraphKind, index: int, start: int, length: int, wanted: Range
) -> list[Entry]:
    end = wanted.within(index, length).end
    if portion_count(length) == 1:
        return [Entry(kind, index, start, end)] if start < end else []
    whole = text.paragraph(index).text
    found = []
    for portion in range(portion_count(length)):
        low, high = bounds(whole, portion)
        low, high = max(low, start), min(high, end)
        if low < high:
            found.append(Entry(kind, index, low, high, low == start, high == end))
    return found
