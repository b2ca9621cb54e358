"""What lies on the text without changing it: marks, hits, repairs."""

from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum

from reader.domain.places import Span


class Layer(IntEnum):
    """Tinted ranges, painted in this order."""

    NOTE = 0
    HIT = 1
    CURRENT_HIT = 2


class Decorations:
    """Ranges by paragraph and layer, and the signs in the margin by paragraph."""

    def __init__(self) -> None:
        self.ranges: dict[Layer, dict[int, list[tuple[int, int]]]] = {}
        self.bookmarks: dict[int, list[int]] = {}
        # For each paragraph, (offset, index of the repair).
        self.repairs: dict[int, list[tuple[int, int]]] = {}

    def set_ranges(self, layer: Layer, spans: Iterable[Span]) -> None:
        """Replace all ranges of a layer."""
        grouped: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for span in spans:
            grouped[span.paragraph].append((span.start, span.end))
        self.ranges[layer] = dict(grouped)

    def at(self, layer: Layer, paragraph: int) -> list[tuple[int, int]]:
        """Ranges of a layer in one paragraph."""
        return self.ranges.get(layer, {}).get(paragraph, [])
