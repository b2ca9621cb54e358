"""Bold type where the typeface has none, for large headlines.

Qt thickens the outlines of faces below 64 pixels and leaves larger ones thin (its FreeType
engine takes those unscaled from the font). Their outlines are stroked here, once: a line so
thickened is kept as a picture. What is drawn for a PDF is left alone: text is to stay text.
"""

from collections.abc import Iterable
from math import ceil, floor, hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGlyphRun,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
)

_THICKER = 1 / 32
"""By how much a stroke grows, in type sizes."""


class ThickLine:
    """The glyphs of one line, bold; ``upright`` ones are turned back (see ``upright``).

    ``left`` and ``right`` are the ends of the line, ``baseline`` and ``size`` of its type
    are in pixels too.
    """

    def __init__(
        self,
        runs: tuple[Iterable[QGlyphRun], Iterable[QGlyphRun]],
        edges: tuple[float, float],
        baseline: float,
        size: float,
    ) -> None:
        self._lying, self._upright = runs
        self._size = size
        self._baseline = baseline
        # On whole pixels, as the lines themselves are.
        self._corner = QPointF(floor(edges[0] - size), floor(baseline - 1.2 * size))
        self._extent = ceil(edges[1] - edges[0] + 2 * size), ceil(1.7 * size)
        self._key: tuple[int, float] | None = None
        self._picture = QImage()

    def paint(self, painter: QPainter) -> bool:
        """Paint in the colour of the pen, but for a PDF; tell whether it was."""
        matrix = painter.deviceTransform()
        scale = hypot(matrix.m11(), matrix.m12())
        engine = painter.paintEngine()
        if engine is None or engine.type() is not QPaintEngine.Type.Raster:
            return False
        key = painter.pen().color().rgba(), scale
        if key != self._key:
            self._key, self._picture = key, self._draw(painter.pen().color(), scale)
        painter.drawImage(self._corner, self._picture)
        return True

    def _draw(self, colour: QColor, scale: float) -> QImage:
        width, height = (ceil(side * scale) for side in self._extent)
        picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._corner)
        pen = QPen(colour, self._size * _THICKER)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        lying = _outline(self._lying).translated(0.0, self._baseline)
        for path, angle in ((lying, 0.0), (_outline(self._upright), -90.0)):
            painter.rotate(angle)
            painter.fillPath(path, QBrush(colour))
            painter.strokePath(path, pen)
        painter.end()
        return picture


def _outline(runs: Iterable[QGlyphRun]) -> QPainterPath:
    """The outlines of glyphs where they stand in their runs."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in runs:
        raw = run.rawFont()
        for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            path.addPath(raw.pathForGlyph(index).translated(place))
    return path
