"""Signs in the margin: ribbons of bookmarks at the left, repairs and notes at the right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from reader.ui.article.decorations import Decorations
from reader.ui.article.inks import brush, pen
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.spacing import Marks
from reader.ui.theme import Theme

_RIBBON_LEFT, _RIBBON_WIDTH, _RIBBON_HEIGHT = -30.0, 10.0, 22.0
_REPAIR_GAP, _REPAIR_SIDE = 16.0, 7.0
_NOTE_GAP, _NOTE_SIDE = 28.0, 11.0
"""Distances from the column and sizes, in pixels; all stay inside the page's margin."""

_HANGING = 0.4
"""How far a hanging mark reaches, in cells."""


class SignKind(Enum):
    """What a sign stands for."""

    BOOKMARK = "bookmark"
    NOTE = "note"
    REPAIR = "repair"


class Sign(NamedTuple):
    """A sign, the number of what it stands for among its kind, and where it is."""

    kind: SignKind
    number: int
    box: QRectF


def signs(
    layout: ParagraphLayout, paragraph: int, decorations: Decorations, start: int, end: int
) -> Iterator[Sign]:
    """Signs of a paragraph at offsets from ``start`` up to and with ``end``."""
    for kind, marks, box in (
        (SignKind.BOOKMARK, decorations.bookmarks, _ribbon_box),
        (SignKind.REPAIR, decorations.repairs, _repair_box),
        (SignKind.NOTE, decorations.notes, _note_box),
    ):
        here = marks.get(paragraph, [])
        for at in range(bisect_left(here, (start, 0)), bisect_left(here, (end + 1, 0))):
            offset, number = here[at]
            if layout.holds(offset) and layout.lines:
                yield Sign(kind, number, box(layout, offset))


class MarginPainter:
    """Paints signs in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._ribbon = brush(theme.ribbon)
        self._note = brush(theme.note)
        self._repair_pen = pen(theme.ink_soft, 1.3)
        self._note_pen = pen(theme.ink_soft, 1.2)

    def paint(self, painter: QPainter, found: Iterable[Sign]) -> None:
        """Paint signs where their boxes are."""
        for sign in found:
            path = QPainterPath()
            if sign.kind is SignKind.BOOKMARK:
                path.addPolygon(_ribbon_shape(sign.box))
                painter.fillPath(path, self._ribbon)
            elif sign.kind is SignKind.REPAIR:
                path.addEllipse(sign.box)
                painter.strokePath(path, self._repair_pen)
            else:
                path.addRoundedRect(sign.box, 2.0, 2.0)
                painter.fillPath(path, self._note)
                _add_writing(path, sign.box)
                painter.strokePath(path, self._note_pen)


def _add_writing(path: QPainterPath, box: QRectF) -> None:
    """Two lines on a sheet."""
    left = box.left() + box.width() * 0.22
    for share, width in ((0.36, 0.56), (0.64, 0.36)):
        y = box.top() + box.height() * share
        path.moveTo(left, y)
        path.lineTo(left + box.width() * width, y)


def _baseline(layout: ParagraphLayout, offset: int) -> float:
    return layout.line_top(layout.line_of(offset)) + layout.face.baseline


def _middle(layout: ParagraphLayout, offset: int) -> float:
    """Middle of the characters of a line."""
    return _baseline(layout, offset) - layout.face.font.pixelSize() * 0.38


def _beside_marks(layout: ParagraphLayout, gap: float) -> float:
    """A distance from the column that leaves punctuation room to hang."""
    hangs = layout.setting.marks is Marks.HANG
    return max(gap, layout.face.cell * _HANGING) if hangs else gap


def _ribbon_box(layout: ParagraphLayout, offset: int) -> QRectF:
    top = _baseline(layout, offset) - layout.face.font.pixelSize() * 0.9
    return QRectF(_RIBBON_LEFT, top, _RIBBON_WIDTH, _RIBBON_HEIGHT)


def _repair_box(layout: ParagraphLayout, offset: int) -> QRectF:
    top = _middle(layout, offset) - _REPAIR_SIDE / 2
    left = layout.width + _beside_marks(layout, _REPAIR_GAP)
    return QRectF(left, top, _REPAIR_SIDE, _REPAIR_SIDE)


def _note_box(layout: ParagraphLayout, offset: int) -> QRectF:
    top = _middle(layout, offset) - _NOTE_SIDE / 2
    left = layout.width + _beside_marks(layout, _REPAIR_GAP) + _NOTE_GAP - _REPAIR_GAP
    return QRectF(left, top, _NOTE_SIDE, _NOTE_SIDE)


def _ribbon_shape(box: QRectF) -> QPolygonF:
    """A ribbon with a swallow tail."""
    notch = QPointF(box.center().x(), box.bottom() - box.width() * 0.45)
    return QPolygonF([box.topLeft(), box.topRight(), box.bottomRight(), notch, box.bottomLeft()])
