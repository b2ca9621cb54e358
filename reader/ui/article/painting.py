"""Paints paragraphs: tints behind the text, the text, its pinyin, signs in the margin."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from reader.domain.words import WordKind
from reader.ui.article.decorations import Decorations, Layer
from reader.ui.article.layout import ParagraphLayout
from reader.ui.theme import Theme

RIBBON = QRectF(0, 0, 10, 22)
"""Size of a bookmark's ribbon."""

SIGN = 7.0
"""Diameter of the sign of a repair."""


class Emphasis(NamedTuple):
    """What is special about one paragraph at this moment, as ranges of it."""

    selection: tuple[int, int] = (0, 0)
    hover: tuple[int, int] = (0, 0)
    current: tuple[int, int] = (0, 0)


class ArticlePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.page = QColor(theme.page)
        self._ink = QColor(theme.ink)
        self._soft = QColor(theme.ink_soft)
        self._pinyin = QColor(theme.pinyin)
        self._hover = QColor(theme.hover)
        self._selection = QColor(theme.selection)
        self._ribbon = QColor(theme.ribbon)
        self._accent = QColor(theme.accent)
        self._term = QPen(QColor(theme.term))
        self._term.setDashPattern([1.0, 2.0])
        # Not Qt.NoPen: naming the Qt namespace costs as much as painting a page.
        self._none = QPen(QColor(0, 0, 0, 0))
        self._tints = {
            Layer.NOTE: QColor(theme.note),
            Layer.HIT: QColor(theme.hit),
            Layer.CURRENT_HIT: QColor(theme.hit),
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
        """Paint the lines of a paragraph that ``exposed`` meets; its corner is at ``origin``."""
        first = layout.line_at(exposed.top() - origin.y() - layout.line_height)
        last = layout.line_at(exposed.bottom() - origin.y() + layout.line_height)
        painter.save()
        painter.translate(origin)
        if layout.lines:
            seen = (layout.lines[first].start, layout.lines[last].end)
            self._paint_tints(painter, layout, index, seen, decorations, emphasis)
        ink = self._soft if layout.style.soft else self._ink
        for line in range(first, min(last + 1, layout.line_count)):
            shaped = layout.shaped(line)
            painter.setPen(ink)
            shaped.paint(painter)
            painter.setPen(self._pinyin)
            for run in shaped.glyphs:
                painter.drawGlyphRun(QPointF(0, shaped.baseline), run)
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

    def _tint(self, painter: QPainter, boxes: list[QRectF], colour: QColor) -> None:
        painter.setBrush(colour)
        painter.setPen(self._none)
        for rectangle in boxes:
            painter.drawRoundedRect(rectangle, 2.5, 2.5)

    def _frame(self, painter: QPainter, boxes: list[QRectF]) -> None:
        """Frame a range: the word the keyboard is on."""
        painter.setBrush(QBrush())
        painter.setPen(QPen(self._accent, 1.4))
        for rectangle in boxes:
            painter.drawRoundedRect(rectangle.adjusted(-0.5, 0, 0.5, 0), 3, 3)

    def _paint_terms(
        self, painter: QPainter, layout: ParagraphLayout, first: int, last: int
    ) -> None:
        """Underline glossary terms finely."""
        if not layout.lines:
            return
        start, end = layout.lines[first].start, layout.lines[last].end
        painter.setPen(self._term)
        for at in range(layout.word_index(start) or 0, len(layout.words)):
            word = layout.words[at]
            if word.start >= end:
                break
            if word.kind is WordKind.TERM and word.end > start:
                for rectangle in layout.rectangles(max(word.start, start), min(word.end, end)):
                    y = rectangle.bottom() + 1.0
                    painter.drawLine(
                        QPointF(rectangle.left() + 1, y), QPointF(rectangle.right() - 1, y)
                    )

    def _paint_margin(
        self, painter: QPainter, layout: ParagraphLayout, index: int, decorations: Decorations
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for offset in filter(layout.holds, decorations.bookmarks.get(index, [])):
            painter.setPen(self._none)
            painter.setBrush(self._ribbon)
            painter.drawPolygon(ribbon_shape(ribbon_rectangle(layout, offset)))
        for offset, _ in decorations.repairs.get(index, []):
            if layout.holds(offset):
                painter.setPen(QPen(self._soft, 1.3))
                painter.setBrush(QBrush())
                painter.drawEllipse(sign_rectangle(layout, offset))


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
