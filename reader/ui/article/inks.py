"""Brushes and pens without the Qt namespace.

``QPainter.setPen``, ``setBrush`` and the constructors of QPen and QBrush also take values of
``Qt``; choosing between them makes PySide load all its enumerations, which costs the start of
the program as much as painting the first page. ``fillPath`` and ``strokePath`` with what is
made here do not.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPalette, QPen


def brush(colour: str) -> QBrush:
    """A brush that fills with a colour, ``#rrggbb``."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    return palette.brush(QPalette.ColorRole.Text)


def pen(colour: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    """A pen; ``dashes`` are lengths of lines and gaps in pen widths."""
    made = QPen()
    made.setColor(QColor(colour))
    made.setWidthF(width)
    if dashes:
        made.setDashPattern(dashes)
    return made


def rounded(boxes: list[QRectF], radius: float) -> QPainterPath:
    """Boxes with round corners as one path."""
    path = QPainterPath()
    for box in boxes:
        path.addRoundedRect(box, radius, radius)
    return path
