"""Finds every place of a query in the texts: in the index where it is current, else by reading.

What is found is the same either way. Numbers are exact at once; the places themselves come one by
one, so that the first can be shown before the last is looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.domain.ports import Analyses, Library
    from reader.domain.query import Query
    from reader.domain.words import Word
    from reader.services.indexing import Indexing
    from reader.services.session import Overlaid
    from reader.storage.index.files import Batch
    from reader.storage.index.occurrences import Occurrences

_PAGE = 256
"""Paragraphs read at once."""

_MANY = 20_000
"""Places."""

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

    def look_up(self, query: Query, documents: Collection[int]) -> tuple[Indexed, set[int]]:
        """What the index tells, and the texts that have to be read for their places."""
        while True:
            trusted = self._trusted(query)
            found = self._look_up(query, trusted.intersection(documents))
            # Had a text been taken off the index in between, its places would be missing.
            if trusted == self._trusted(query):
                break
        doubtful = set() if found.certain else found.counts().keys()
        unread = (set(documents) - trusted) | doubtful
        return (found if found.certain else NOTHING), unread

    def _trusted(self, query: Query) -> frozenset[int]:
        trusted = self._indexing.trusted("characters")
        return trusted & self._indexing.trusted("syllables") if query.spoken else trusted

    def _look_up(self, query: Query, trusted: frozenset[int]) -> Indexed:
        if not trusted:
            return NOTHING
        index = self._indexing.index
        found = [index.characters(query.pattern, trusted)]
        if query.cuts:
            found.append(index.syllables(query.cuts, trusted))
        mixed: dict[int, list[Batch]] = defaultdict(list)
        for way in query.ways() if query.mixed else ():
            for batch in index.mixed(way, trusted):
                mixed[batch.document].append(batch)
        return Indexed(found, mixed, index.exact(query.pattern))

    def read(self, query: Query, document: int) -> Iterator[Range]:
        """Places in one text, found by reading it."""
        total = self._library.outline(document).total
        for start in range(0, total, _PAGE):
            texts = self._library.written(document, start, min(start + _PAGE, total))
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

    def with_text(self, document: int, ranges: Iterator[Range]) -> Iterator[Place]:
        """The places with their paragraphs."""
        number, text = -1, ""
        for paragraph, start, end in ranges:
            if paragraph != number:
                number = paragraph
                text = "".join(self._library.written(document, number, number + 1))
            yield Place(document, paragraph, start, end, text)


class Indexed(NamedTuple):
    """What the index tells: places of the query as it is read in each way, and of mixed ones.

    What is not ``certain`` has to be compared with the texts.
    """

    found: Sequence[Occurrences]
    mixed: Mapping[int, Sequence[Batch]]
    certain: bool = True

    @property
    def total(self) -> int:
        """How many places there are."""
        return sum(each.total for each in self.found) + self._mixed_counts().total()

    def counts(self) -> Counter[int]:
        """How many places each text has."""
        return sum((each.by_document() for each in self.found), self._mixed_counts())

    def within(self, document: int) -> Iterator[Range]:
        """The places in one text."""
        batches = [each.within(document) for each in self.found]
        both = [*batches, *self.mixed.get(document, ())]
        return iter(sorted(place for batch in both for place in batch.places()))

    def _mixed_counts(self) -> Counter[int]:
        return Counter(
            {text: sum(len(each.starts) for each in own) for text, own in self.mixed.items()}
        )


NOTHING = Indexed((), {})
"""What no index tells."""


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
        indexed, unread = self._found
        return indexed.total + sum(len(self._by_reading(text)) for text in unread)

    @cached_property
    def counts(self) -> Counter[int]:
        """How many places each text has that has any."""
        indexed, unread = self._found
        counts = indexed.counts()
        counts.update({text: len(self._by_reading(text)) for text in unread})
        return Counter({text: counts[text] for text in self._documents if counts[text]})

    def ranges(self, document: int) -> Iterator[Range]:
        """All places in one text, in reading order."""
        indexed, unread = self._found
        return iter(self._by_reading(document)) if document in unread else indexed.within(document)

    def __iter__(self) -> Iterator[Place]:
        """All places, text by text, in reading order."""
        # Where places are many, the first are shown before it is known which texts have some.
        documents = self._documents if self.total > _MANY else self.counts
        for document in documents:
            yield from self._search.with_text(document, self.ranges(document))

    @cached_property
    def _found(self) -> tuple[Indexed, set[int]]:
        return self._search.look_up(self._query, self._documents)

    def _by_reading(self, document: int) -> list[Range]:
        if document not in self._read:
            self._read[document] = list(self._search.read(self._query, document))
        return self._read[document]
