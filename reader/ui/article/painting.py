"""Paints paragraphs: tints behind the text, the text, its pinyin, signs in the margin."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPolygonF

from reader.domain.words import WordKind
from reader.ui.article.decorations import Decorations, Layer
from reader.ui.article.inks import brush, pen, rounded
from reader.ui.article.layout import ParagraphLayout
from reader.ui.theme import Theme

RIBBON = QRectF(0, 0, 10, 22)
"""Size of a bookmark's ribbon."""

SIGN = 7.0
"""Diameter of the sign of a repair."""


SOFT = 0.72
"""Opacity of what is secondary: captions, subtitles, jumps."""


class Emphasis(NamedTuple):
    """What is special about one paragraph at this moment, as ranges of it."""

    selection: tuple[int, int] = (0, 0)
    hover: tuple[int, int] = (0, 0)
    current: tuple[int, int] = (0, 0)


class ArticlePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.page = brush(theme.page)
        self._ink = QColor(theme.ink)
        self._pinyin = QColor(theme.pinyin)
        self._hover = brush(theme.hover)
        self._selection = brush(theme.selection)
        self._ribbon = brush(theme.ribbon)
        self._frame_pen = pen(theme.accent, 1.4)
        self._sign_pen = pen(theme.ink_soft, 1.3)
        self._term_pen = pen(theme.term, 1.0, (1.0, 2.0))
        self._tints = {
            Layer.NOTE: brush(theme.note),
            Layer.HIT: brush(theme.hit),
            Layer.CURRENT_HIT: brush(theme.hit),
        }

    def paint(  # noqa: PLR0913, PLR0917 - what a paragraph looks like depends on all of it
        self,
        painter: QPainter,
        layout: ParagraphLayout,
        index: int,
        origin: QPointF,
        exposed: QRectF,
        decorations: Decorations,
        emphasis: Emphasis,
    ) -> None:
        """Paint the lines of a paragraph that ``exposed`` meets; its corner is at ``origin``.

        The pen of the painter is the ink, as a widget's own pen is the colour of its text.
        """
        first = layout.line_at(exposed.top() - origin.y() - layout.line_height)
        last = layout.line_at(exposed.bottom() - origin.y() + layout.line_height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(origin)
        if layout.lines:
            seen = (layout.lines[first].start, layout.lines[last].end)
            self._paint_tints(painter, layout, index, seen, decorations, emphasis)
        if layout.style.soft:
            painter.setOpacity(SOFT)
        for line in range(first, min(last + 1, layout.line_count)):
            shaped = layout.shaped(line)
            shaped.paint(painter)
            if shaped.glyphs:
                painter.setPen(self._pinyin)
                for run in shaped.glyphs:
                    painter.drawGlyphRun(QPointF(0, shaped.baseline), run)
                painter.setPen(self._ink)
        painter.setOpacity(1.0)
        self._paint_terms(painter, layout, first, last)
        self._paint_margin(painter, layout, index, decorations)
        painter.restore()

    def _paint_tints(  # noqa: PLR0913, PLR0917
        self,
        painter: QPainter,
        layout: ParagraphLayout,
        index: int,
        seen: tuple[int, int],
        decorations: Decorations,
        emphasis: Emphasis,
    ) -> None:
        """Paint what lies behind the characters ``seen``, and no more: it would shape the rest."""

        def boxes(span: tuple[int, int]) -> list[QRectF]:
            return layout.rectangles(max(span[0], seen[0]), min(span[1], seen[1]))

        for layer in Layer:
            for span in decorations.at(layer, index):
                self._tint(painter, boxes(span), self._tints[layer])
        self._tint(painter, boxes(emphasis.hover), self._hover)
        self._tint(painter, boxes(emphasis.selection), self._selection)
        for span in decorations.at(Layer.CURRENT_HIT, index):
            self._frame(painter, boxes(span))
        if emphasis.current != emphasis.selection:
            self._frame(painter, boxes(emphasis.current))

    @staticmethod
    def _tint(painter: QPainter, boxes: list[QRectF], colour: QBrush) -> None:
        if boxes:
            painter.fillPath(rounded(boxes, 2.5), colour)

    def _frame(self, painter: QPainter, boxes: list[QRectF]) -> None:
        """Frame a range: the word the keyboard is on."""
        if boxes:
            painter.strokePath(
                rounded([box.adjusted(-0.5, 0, 0.5, 0) for box in boxes], 3.0), self._frame_pen
            )

    def _paint_terms(
        self, painter: QPainter, layout: ParagraphLayout, first: int, last: int
    ) -> None:
        """Underline glossary terms finely."""
        if not layout.lines:
            return
        start, end = layout.lines[first].start, layout.lines[last].end
        path = QPainterPath()
        for at in range(layout.word_index(start) or 0, len(layout.words)):
            word = layout.words[at]
            if word.start >= end:
                break
            if word.kind is WordKind.TERM and word.end > start:
                for rectangle in layout.rectangles(max(word.start, start), min(word.end, end)):
                    path.moveTo(rectangle.left() + 1, rectangle.bottom() + 1.0)
                    path.lineTo(rectangle.right() - 1, rectangle.bottom() + 1.0)
        if not path.isEmpty():
            painter.strokePath(path, self._term_pen)

    def _paint_margin(
        self, painter: QPainter, layout: ParagraphLayout, index: int, decorations: Decorations
    ) -> None:
        for offset in filter(layout.holds, decorations.bookmarks.get(index, [])):
            ribbon = QPainterPath()
            ribbon.addPolygon(ribbon_shape(ribbon_rectangle(layout, offset)))
            painter.fillPath(ribbon, self._ribbon)
        for offset, _ in decorations.repairs.get(index, []):
            if layout.holds(offset):
                sign = QPainterPath()
                sign.addEllipse(sign_rectangle(layout, offset))
                painter.strokePath(sign, self._sign_pen)


def ribbon_rectangle(layout: ParagraphLayout, offset: int) -> QRectF:
    """Where the ribbon of a bookmark at ``offset`` hangs, left of the text."""
    line = layout.line_of(offset)
    top = layout.shaped(line).baseline - layout.face.font.pixelSize() * 0.9
    return QRectF(-30.0, top, RIBBON.width(), RIBBON.height())


def sign_rectangle(layout: ParagraphLayout, offset: int) -> QRectF:
    """Where the sign of a repair at ``offset`` stands, right of the text."""
    line = layout.line_of(min(offset, max(0, len(layout.text) - 1)))
    middle = layout.shaped(line).baseline - layout.face.font.pixelSize() * 0.38
    return QRectF(layout.width + 18.0, middle - SIGN / 2, SIGN, SIGN)


def ribbon_shape(box: QRectF) -> QPolygonF:
    """A ribbon with a swallow tail."""
    notch = QPointF(box.center().x(), box.bottom() - box.width() * 0.45)
    return QPolygonF([box.topLeft(), box.topRight(), box.bottomRight(), notch, box.bottomLeft()])
