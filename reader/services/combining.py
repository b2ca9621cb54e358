"""Places of several queries that must stand together in a paragraph, or may not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.domain.query import Query
    from reader.domain.search_syntax import Wanted
    from reader.services.textsearch import FoundPlaces, Place, Range, TextSearch


class CombinedPlaces:
    """The places of what is wanted in some texts; see :class:`FoundPlaces`.

    They are those of all groups, in the paragraphs that have one of each group and none of what
    is not wanted.
    """

    def __init__(self, search: TextSearch, wanted: Wanted, documents: Sequence[int]) -> None:
        self._search = search
        self._near = wanted.near
        self._documents = documents
        self._groups = [
            [search.find(query, documents) for query in group] for group in wanted.groups
        ]
        self._without = [search.find(query, documents) for query in wanted.without]

    @cached_property
    def total(self) -> int:
        """How many places there are."""
        return self.counts.total()

    @cached_property
    def counts(self) -> Counter[int]:
        """How many places each text has that has any."""
        candidates = [
            set[int]().union(*(found.counts for found in group)) for group in self._groups
        ]
        both = set.intersection(*candidates) if candidates else set[int]()
        counted = ((text, len(self._placed(text))) for text in self._documents if text in both)
        return Counter({text: count for text, count in counted if count})

    def ranges(self, document: int) -> Iterator[Range]:
        """All places in one text, in reading order."""
        return iter(self._placed(document) if document in self.counts else ())

    def __iter__(self) -> Iterator[Place]:
        """All places, text by text, in reading order."""
        for document in self.counts:
            yield from self._search.with_text(document, self.ranges(document))

    def _placed(self, document: int) -> list[Range]:
        groups = [_ranges(group, document) for group in self._groups]
        paragraphs = set.intersection(*({place[0] for place in group} for group in groups))
        paragraphs -= {place[0] for place in _ranges(self._without, document)}
        kept = [[place for place in group if place[0] in paragraphs] for group in groups]
        if self._near is not None:
            kept = _near(kept, self._near)
        return sorted({place for group in kept for place in group})


def all_match(queries: Collection[Sequence[Query]], without: Sequence[Query], text: str) -> bool:
    """Whether a text has one of each group, literally, and none of what is not wanted."""

    def has(query: Query) -> bool:
        return next(query.in_text(text), None) is not None

    return all(any(map(has, group)) for group in queries) and not any(map(has, without))


def _ranges(found: Sequence[FoundPlaces], document: int) -> list[Range]:
    return [place for each in found for place in each.ranges(document)]


def _near(groups: Sequence[Sequence[Range]], most: int) -> list[list[Range]]:
    """Places that have one of the next group, and of the one before, at most so far away."""
    kept = [list(group) for group in groups]
    while True:
        before = sum(map(len, kept))
        for at, group in enumerate(kept):
            beside = [kept[other] for other in (at - 1, at + 1) if 0 <= other < len(kept)]
            kept[at] = [
                place
                for place in group
                if all(any(_gap(place, other) <= most for other in each) for each in beside)
            ]
        if sum(map(len, kept)) == before:
            return kept


def _gap(one: Range, other: Range) -> int:
    """Characters between two places; of different paragraphs endlessly many."""
    if one[0] != other[0]:
        return 1 << 30
    return max(0, max(one[1], other[1]) - min(one[2], other[2]))
