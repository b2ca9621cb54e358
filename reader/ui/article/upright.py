"""Glyphs that stay upright in vertical setting: turned back against the page, in one run."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter, QRawFont

from reader.ui.article.glyphs import ABOVE, SLOT, GlyphTable

MIDDLE = 0.38
"""The middle of an ideograph's square above its baseline, in type sizes."""

_HALF_A_DIGIT = 0.365
"""Half the height of digits, in type sizes."""

KINDS = frozenset("HOCEW")
"""Classes of characters that are upright: Han, marks that have vertical forms, all wide ones."""


def upright_run(
    raw: QRawFont, numbers: Sequence[int], places: Sequence[float], middle: float, size: float
) -> QGlyphRun:
    """Glyphs one under another, to be drawn by ``draw``.

    ``places`` are where their squares begin along the line, ``middle`` is the middle of the
    line on the flat page, ``size`` the side of a square.
    """
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(list(numbers))
    left = -middle - size / 2
    run.setPositions([QPointF(left, place + size * ABOVE) for place in places])
    return run


def number_run(table: GlyphTable, digits: str, place: float, middle: float) -> QGlyphRun:
    """Digits side by side in the square that begins at ``place``, to be drawn by ``draw``."""
    numbers = [table.indexes[digit] for digit in digits]
    advances = [table.advances[digit] for digit in digits]
    lefts = accumulate(advances[:-1], initial=-middle - sum(advances) / 2)
    down = place + table.cell * (0.5 + _HALF_A_DIGIT)
    run = QGlyphRun()
    run.setRawFont(table.fonts[numbers[0] // SLOT])
    run.setGlyphIndexes([number % SLOT for number in numbers])
    run.setPositions([QPointF(left, down) for left in lefts])
    return run


def stood_up(run: QGlyphRun, baseline: float, size: float) -> QGlyphRun:
    """A run for ``draw`` of what would lie along the line at ``baseline`` on the flat page."""
    made = QGlyphRun(run)
    made.setPositions(
        [
            QPointF(size * (MIDDLE - 0.5) - baseline - place.y(), place.x() + size * ABOVE)
            for place in run.positions()
        ]
    )
    return made


def draw(painter: QPainter, runs: Sequence[QGlyphRun]) -> None:
    """Draw upright glyphs on a page that is turned."""
    painter.rotate(-90.0)
    for run in runs:
        painter.drawGlyphRun(QPointF(0.0, 0.0), run)
    painter.rotate(90.0)
