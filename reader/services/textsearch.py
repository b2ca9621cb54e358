"""Finds every place of a query in the texts: in the index where it is current, else by reading.

What is found is the same either way. Numbers are exact at once; the places themselves come one by
one, so that the first can be shown before the last is looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.domain.ports import Analyses, Library
    from reader.domain.query import Query
    from reader.domain.words import Word
    from reader.services.indexing import Indexing
    from reader.services.session import Overlaid
    from reader.storage.index.occurrences import Batch

_PAGE = 256
"""Paragraphs read at once."""

Range = tuple[int, int, int]
"""Paragraph by document-wide index, first character, end."""


class Place(NamedTuple):
    """Where a query stands, and the paragraph that it stands in."""

    document: int
    paragraph: int
    start: int
    end: int
    text: str


class TextSearch:
    """Searches the texts of a library."""

    def __init__(
        self, library: Library, analyses: Analyses, overlaid: Overlaid, indexing: Indexing
    ) -> None:
        self._library = library
        self._analyses = analyses
        self._overlaid = overlaid
        self._indexing = indexing

    def find(self, query: Query, documents: Sequence[int]) -> FoundPlaces:
        """All places in these texts."""
        return FoundPlaces(self, query, documents)

    def batches(self, query: Query, documents: Collection[int]) -> tuple[list[Batch], set[int]]:
        """Places that the index tells, and the texts that have to be read for theirs."""
        index = self._indexing.index
        trusted = self._indexing.trusted("characters").intersection(documents)
        if query.spoken:
            trusted &= self._indexing.trusted("syllables")
        found = list(index.characters(query.text, trusted).batches())
        if query.cuts:
            found += index.syllables(query.cuts, trusted).batches()
        for way in query.ways() if query.mixed else ():
            found += index.mixed(way, trusted)
        if index.exact(query.text):
            return found, set(documents) - trusted
        doubtful = {batch.document for batch in found}
        return [], (set(documents) - trusted) | doubtful

    def read(self, query: Query, document: int) -> Iterator[Range]:
        """Places in one text, found by reading it."""
        total = self._library.outline(document).total
        for start in range(0, total, _PAGE):
            page = self._library.paragraphs(document, start, min(start + _PAGE, total))
            texts = [paragraph.text for paragraph in page]
            words = self.words(texts, document, start) if query.spoken else [()] * len(texts)
            for index, (text, own) in enumerate(zip(texts, words, strict=True), start):
                places = {*query.in_text(text), *query.in_reading(text, own)}
                yield from ((index, at, end) for at, end in sorted(places))

    def words(
        self, texts: Sequence[str], document: int | None = None, first: int = 0
    ) -> list[tuple[Word, ...]]:
        """The words of texts, or of paragraphs of a text from ``first`` on; none if unknown."""
        known = self._analyses.get(texts)
        return [
            self._overlaid.words(words, text, document, index) or ()
            for index, (text, words) in enumerate(zip(texts, known, strict=True), first)
        ]

    def located(self, document: int, batches: Sequence[Batch]) -> Iterator[Range]:
        """Places that the index told, in reading order."""
        lengths = self._library.shape(document).lengths
        if len(batches) == 1:
            yield from batches[0].places(lengths)
        else:
            yield from sorted(place for batch in batches for place in batch.places(lengths))

    def with_text(self, document: int, ranges: Iterator[Range]) -> Iterator[Place]:
        """The places with their paragraphs."""
        number, text = -1, ""
        for paragraph, start, end in ranges:
            if paragraph != number:
                number = paragraph
                page = self._library.paragraphs(document, number, number + 1)
                text = page[0].text if page else ""
            yield Place(document, paragraph, start, end, text)


class FoundPlaces:
    """What a query finds in some texts, in their order; looked for when it is asked for."""

    def __init__(self, search: TextSearch, query: Query, documents: Sequence[int]) -> None:
        self._search = search
        self._query = query
        self._documents = documents
        self._read: dict[int, list[Range]] = {}

    @cached_property
    def total(self) -> int:
        """How many places there are."""
        return self.counts.total()

    @cached_property
    def counts(self) -> Counter[int]:
        """How many places each text has that has any."""
        batches, unread = self._found
        counts = {text: sum(len(each.starts) for each in own) for text, own in batches.items()}
        counts |= {text: len(self._by_reading(text)) for text in unread}
        return Counter({text: counts[text] for text in self._documents if counts.get(text)})

    def ranges(self, document: int) -> Iterator[Range]:
        """All places in one text, in reading order."""
        batches, unread = self._found
        if document in unread:
            yield from self._by_reading(document)
        elif document in batches:
            yield from self._search.located(document, batches[document])

    def __iter__(self) -> Iterator[Place]:
        """All places, text by text, in reading order."""
        for document in self._documents:
            yield from self._search.with_text(document, self.ranges(document))

    @cached_property
    def _found(self) -> tuple[dict[int, list[Batch]], set[int]]:
        batches, unread = self._search.batches(self._query, self._documents)
        by_document: dict[int, list[Batch]] = defaultdict(list)
        for batch in batches:
            by_document[batch.document].append(batch)
        return by_document, unread

    def _by_reading(self, document: int) -> list[Range]:
        if document not in self._read:
            self._read[document] = list(self._search.read(self._query, document))
        return self._read[document]
