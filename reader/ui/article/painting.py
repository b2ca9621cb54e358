"""Paints paragraphs: tints behind the text, the text, its pinyin, signs in the margin."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from reader.domain.words import WordKind
from reader.ui.article.decorations import Decorations, Layer
from reader.ui.article.inks import brush, pen, rounded
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.lines import ShapedLine
from reader.ui.article.margin import MarginPainter, signs
from reader.ui.article.ruby_face import RubyFace
from reader.ui.article.upright import draw
from reader.ui.theme import Theme

SOFT = 0.72
"""Opacity of what is secondary: captions, subtitles, jumps."""

_REACH = 0.2
"""Share of a line by which what belongs to it may stand out above or below."""


class Emphasis(NamedTuple):
    """What is special about one paragraph at this moment, as ranges of it."""

    selection: tuple[int, int] = (0, 0)
    hover: tuple[int, int] = (0, 0)
    current: tuple[int, int] = (0, 0)


class ArticlePainter:
    """Paints in the colours of one theme; ``shows_terms`` underlines terms of the glossary."""

    def __init__(
        self, theme: Theme, tones: Sequence[str] = (), *, shows_terms: bool = True
    ) -> None:
        """``tones`` are the colours of readings, by tone."""
        self._theme = theme
        self._shows_terms = shows_terms
        self._margin = MarginPainter(theme)
        self._highlights: dict[str, QBrush] = {}
        self.page = brush(theme.page)
        self._ink = QColor(theme.ink)
        self._tones = [QColor(colour) for colour in tones or (theme.pinyin,) * 6]
        self._unsure_pen = pen(theme.pinyin, 1.0, (1.0, 2.0))
        self._hover = brush(theme.hover)
        self._selection = brush(theme.selection)
        self._frame_pen = pen(theme.accent, 2.6 if theme.strong else 1.4)
        self._edge_pen = pen(theme.ink, 1.0)
        self._term_pen = pen(theme.term, 1.0, (1.0, 2.0))
        self._tints = {
            Layer.NOTE: brush(theme.note),
            Layer.HIT: brush(theme.hit),
            Layer.CURRENT_HIT: brush(theme.hit),
            Layer.SPOKEN: brush(theme.selection),
            Layer.LIT: brush(theme.selection),
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
        # Ink reaches out of its line a little: tails of letters, marks on capitals.
        reach = layout.line_height * _REACH
        first = layout.line_at(exposed.top() - origin.y() - reach)
        last = layout.line_at(exposed.bottom() - origin.y() + reach)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(origin)
        seen = (0, 0)
        if layout.lines:
            seen = (layout.lines[first].start, layout.lines[last].end)
            self._paint_tints(painter, layout, index, seen, decorations, emphasis)
        if layout.style.soft:
            painter.setOpacity(SOFT)
        for line in range(first, min(last + 1, layout.line_count)):
            shaped = layout.shaped(line)
            shaped.paint(painter)
        painter.setOpacity(1.0)
        for line in range(first, min(last + 1, layout.line_count)):
            self._paint_ruby(painter, layout.shaped(line), layout.face.ruby)
        if self._shows_terms:
            self._paint_terms(painter, layout, first, last)
        self._margin.paint(painter, signs(layout, index, decorations, *seen))
        painter.restore()

    def _paint_ruby(self, painter: QPainter, shaped: ShapedLine, face: RubyFace) -> None:
        """Draw the readings of a line; a dotted line says of one that it is not certain."""
        for tone, run in shaped.inks:
            painter.setPen(self._tones[tone])
            painter.drawGlyphRun(QPointF(0.0, shaped.baseline), run)
        for tone, run in shaped.upright_inks:
            painter.setPen(self._tones[tone])
            draw(painter, [run])
        for placed in shaped.unsure:
            painter.setPen(self._unsure_pen)
            start, end = face.unsure_line(placed.x, placed.width)
            painter.drawLine(
                QPointF(start[0], shaped.baseline + start[1]),
                QPointF(end[0], shaped.baseline + end[1]),
            )

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
            if layer is Layer.HIT:  # Highlights lie over notes, which have a sign besides.
                for start, end, colour in decorations.highlighted(index, *seen):
                    self._tint(painter, boxes((start, end)), self._highlight(colour))
            for span in decorations.within(layer, index, *seen):
                self._tint(painter, boxes(span), self._tints[layer])
        self._tint(painter, boxes(emphasis.hover), self._hover)
        self._tint(painter, boxes(emphasis.selection), self._selection)
        for span in decorations.within(Layer.CURRENT_HIT, index, *seen):
            self._frame(painter, boxes(span))
        if emphasis.current != emphasis.selection:
            self._frame(painter, boxes(emphasis.current))

    def _highlight(self, colour: str) -> QBrush:
        """What fills a highlight; many texts have none."""
        if colour not in self._highlights:
            from reader.ui.article.tints import tint  # noqa: PLC0415 - not needed at the start

            self._highlights[colour] = brush(tint(colour, self._theme).name())
        return self._highlights[colour]

    def _tint(self, painter: QPainter, boxes: list[QRectF], colour: QBrush) -> None:
        if boxes:
            path = rounded(boxes, 2.5)
            painter.fillPath(path, colour)
            if self._theme.strong:
                painter.strokePath(path, self._edge_pen)

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
        for line in range(first, min(last + 1, layout.line_count)):
            shaped = layout.shaped(line)
            if shaped.underline is None:
                shaped.underline = _underline(layout, line)
            if not shaped.underline.isEmpty():
                painter.strokePath(shaped.underline, self._term_pen)


def _underline(layout: ParagraphLayout, line: int) -> QPainterPath:
    """What is drawn under the terms of a line."""
    start, end = layout.lines[line][:2]
    path = QPainterPath()
    for at in range(layout.word_index(start) or 0, len(layout.words)):
        word = layout.words[at]
        if word.start >= end:
            break
        if word.kind is WordKind.TERM and word.end > start:
            for rectangle in layout.rectangles(max(word.start, start), min(word.end, end)):
                path.moveTo(rectangle.left() + 1, rectangle.bottom() + 1.0)
                path.lineTo(rectangle.right() - 1, rectangle.bottom() + 1.0)
    return path
