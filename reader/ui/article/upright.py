"""Glyphs that stay upright in vertical setting: turned back against the page, in one run."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter, QRawFont

ABOVE = 0.88
"""The top of an ideograph's square above its baseline, in type sizes; Noto and most others."""

MIDDLE = 0.38
"""The middle of that square above the baseline."""

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
