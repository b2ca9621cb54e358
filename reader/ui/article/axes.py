"""How a page lies in the viewport: lines from left to right, or columns from right to left.

Everything is laid out flat: lines run to the right and follow one another downwards. In
vertical setting the page is turned by a quarter to the right when it is shown, so that
lines run downwards and follow one another to the left; what is above a line (pinyin) is
then at its right. Only characters that stay upright are turned back (``upright``).
"""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter


class Axes(NamedTuple):
    """Places of a flat page in a viewport ``width`` pixels wide, and back."""

    vertical: bool
    width: int

    def flat(self, point: QPoint | QPointF) -> QPointF:
        """Where a point of the viewport is on the flat page."""
        if self.vertical:
            return QPointF(point.y(), self.width - point.x())
        return QPointF(point)

    def shown(self, point: QPointF) -> QPointF:
        """Where a point of the flat page is in the viewport."""
        return QPointF(self.width - point.y(), point.x()) if self.vertical else point

    def flat_box(self, box: QRectF) -> QRectF:
        """What a rectangle of the viewport covers of the flat page."""
        if self.vertical:
            return QRectF(box.top(), self.width - box.right(), box.height(), box.width())
        return box

    def shown_box(self, box: QRectF) -> QRectF:
        """What a rectangle of the flat page covers of the viewport."""
        if self.vertical:
            return QRectF(self.width - box.bottom(), box.left(), box.height(), box.width())
        return box

    def shown_step(self, down: int) -> QPoint:
        """Where in the viewport something goes that moves down on the flat page."""
        return QPoint(-down, 0) if self.vertical else QPoint(0, down)

    def turn(self, painter: QPainter) -> None:
        """Make a painter of the viewport paint the flat page."""
        if self.vertical:
            painter.translate(self.width, 0.0)
            painter.rotate(90.0)
