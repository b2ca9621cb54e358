"""The one place where code points (Python) and UTF-16 units (Qt) are converted."""

from bisect import bisect_right
from itertools import accumulate


class Utf16Map:
    """Converts offsets of one text. Texts without astral characters cost nothing."""

    def __init__(self, text: str) -> None:
        self._units: list[int] | None = None
        if not text.isascii() and max(text, default="") > "\uffff":
            widths = (2 if char > "\uffff" else 1 for char in text)
            self._units = [0, *accumulate(widths)]

    def to_units(self, points: int) -> int:
        """UTF-16 offset of a code-point offset."""
        return points if self._units is None else self._units[points]

    def to_points(self, units: int) -> int:
        """Code-point offset of a UTF-16 offset; inside a pair, that of its beginning."""
        return units if self._units is None else bisect_right(self._units, units) - 1
