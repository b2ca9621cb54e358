"""The measures of a printed page.

One unit is 1/1200 inch, whatever the printer: pages are divided the same way in the
preview, on paper and in a PDF, and what draws them scales.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF

UNITS = 1200
"""Units of an inch."""

POINT = UNITS / 72
_MILLIMETRE = UNITS / 25.4

_SIDE = 0.11
_TOP = 0.085
_BOTTOM = 0.09
_LEAST = 11 * _MILLIMETRE
"""Margins as shares of the paper's width and height, and the least that printers reach."""


class Sheet(NamedTuple):
    """Paper of ``width`` × ``height`` units with type of ``points``."""

    width: float
    height: float
    points: float = 12.0

    @classmethod
    def of_points(cls, paper: QSizeF, points: float) -> "Sheet":
        """A sheet for a paper measured in points."""
        return cls(paper.width() * POINT, paper.height() * POINT, points)

    @property
    def size(self) -> int:
        """Type size of the text in units."""
        return round(self.points * POINT)

    @property
    def note_size(self) -> int:
        """Type size of footnotes in units; never too small to read."""
        return round(max(7.5, self.points * 0.68) * POINT)

    @property
    def head_size(self) -> int:
        """Type size of running title and page number."""
        return round(max(7.0, min(9.0, self.points * 0.7)) * POINT)

    @property
    def column(self) -> QRectF:
        """Where text and footnotes stand."""
        side = max(_LEAST, self.width * _SIDE)
        top = max(_LEAST * 1.7, self.height * _TOP)
        bottom = max(_LEAST * 1.7, self.height * _BOTTOM)
        return QRectF(side, top, self.width - 2 * side, self.height - top - bottom)

    @property
    def head(self) -> float:
        """Baseline of the running title."""
        return self.column.top() - 0.75 * self.size - 4 * POINT

    @property
    def foot(self) -> float:
        """Baseline of the page number."""
        return self.height - max(_LEAST, 0.5 * (self.height - self.column.bottom()))
