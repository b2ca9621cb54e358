"""What lies on the text without changing it: marks, hits, repairs.

Everything is kept by paragraph and found by bisection, so that a text with thousands of
marks is painted as fast as one with none.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import accumulate
from typing import Generic, TypeVar

from reader.domain.places import Span

T = TypeVar("T")


class Layer(IntEnum):
    """Tinted ranges, painted in this order; highlights lie between notes and hits."""

    NOTE = 0
    HIT = 1
    CURRENT_HIT = 2
    SPOKEN = 3
    LIT = 4


class Ranges(Generic[T]):
    """Half-open ranges of one paragraph, each with a value, found by what they overlap.

    In order of their beginnings; of those that begin together the longest comes first,
    so that what is painted later lies on top and is seen. They are put in order when they
    are first looked for: of a search through a book, most never are.
    """

    def __init__(self, ranges: Iterable[tuple[int, int, T]]) -> None:
        self._ranges = list(ranges)
        self._starts: list[int] | None = None
        self._reach: list[int] = []

    def __iter__(self) -> Iterator[tuple[int, int, T]]:
        """All of them, in any order."""
        return iter(self._ranges)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, T]]:
        """The ranges that overlap ``start``-``end``, in order."""
        starts = self._starts if self._starts is not None else self._in_order()
        first = bisect_left(self._reach, start + 1)
        for at in range(first, bisect_left(starts, end)):
            if self._ranges[at][1] > start:
                yield self._ranges[at]

    def _in_order(self) -> list[int]:
        self._ranges.sort(key=lambda item: (item[0], -item[1]))
        starts = self._starts = [start for start, _, _ in self._ranges]
        # How far the ranges up to each one reach, which never falls.
        self._reach = list(accumulate((end for _, end, _ in self._ranges), max))
        return starts


def by_paragraph(spans: Iterable[tuple[Span, T]]) -> dict[int, Ranges[T]]:
    """Ranges of each paragraph."""
    grouped: dict[int, list[tuple[int, int, T]]] = defaultdict(list)
    for span, value in spans:
        grouped[span.paragraph].append((span.start, span.end, value))
    return {paragraph: Ranges(ranges) for paragraph, ranges in grouped.items()}


_NOTHING: Ranges[str] = Ranges(())


class Decorations:
    """Ranges by paragraph and layer, and the signs in the margin by paragraph.

    ``highlights`` have the name of their colour as value. Each sign is at an offset and
    has the index of its bookmark, note or repair. ``everywhere``, where there is any, tells the
    places in a paragraph of words with a note of their own.
    """

    def __init__(self) -> None:
        self.ranges: dict[Layer, dict[int, Ranges[None]]] = {}
        self.highlights: dict[int, Ranges[str]] = {}
        self.bookmarks: dict[int, list[tuple[int, int]]] = {}
        self.notes: dict[int, list[tuple[int, int]]] = {}
        self.repairs: dict[int, list[tuple[int, int]]] = {}
        self.everywhere: Callable[[int], Sequence[tuple[int, int]]] | None = None

    def set_ranges(self, layer: Layer, spans: Iterable[Span]) -> None:
        """Replace all ranges of a layer."""
        self.ranges[layer] = by_paragraph((span, None) for span in spans)

    def within(self, layer: Layer, paragraph: int, start: int, end: int) -> list[tuple[int, int]]:
        """Ranges of a layer that overlap a range of one paragraph."""
        ranges = self.ranges.get(layer, {}).get(paragraph)
        found = [] if ranges is None else [(s, e) for s, e, _ in ranges.within(start, end)]
        if layer is Layer.NOTE and self.everywhere is not None:
            found += [(s, e) for s, e in self.everywhere(paragraph) if s < end and start < e]
        return found

    def highlighted(self, paragraph: int, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Highlights that overlap a range of one paragraph: start, end, colour."""
        return self.highlights.get(paragraph, _NOTHING).within(start, end)


def places(marks: Iterable[tuple[Span, int]]) -> dict[int, list[tuple[int, int]]]:
    """Signs for the margin, by paragraph and in order of offset: (offset, index)."""
    grouped: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span, index in marks:
        grouped[span.paragraph].append((span.start, index))
    return {paragraph: sorted(signs) for paragraph, signs in grouped.items()}
