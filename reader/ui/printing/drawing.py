"""Draws pages: on paper, in the preview and in a PDF alike.

All Chinese of a page is drawn before its pinyin, and both before the footnotes: that is
the order in which programs that search or copy a PDF read it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.ui import fonts
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.lines import ShapedLine
from reader.ui.printing.notes import NoteLayout, note_font
from reader.ui.printing.pages import Page, Paginator, PlacedStrip
from reader.ui.printing.setting import Typesetter
from reader.ui.printing.sheet import POINT, Sheet
from reader.ui.theme import THEMES, ThemeName
from reader.ui.tone_colours import tone_colours

_INK = QColor("#000000")
_SOFT = QColor("#4d4d4d")
_RULE = QColor("#8c8c8c")
_HEAD_SHARE = 0.62
"""The most of the running title's line that the title of the text takes."""
_NUMBER = 0.46
_NUMBER_RISE = 0.44
_NUMBER_GAP = 0.03
"""Size of a footnote's number, height above the baseline, gap before it, in type sizes."""


class PageDrawer:
    """Draws the pages of one manuscript. The painter's unit has to be the sheet's."""

    def __init__(self, sheet: Sheet, setter: Typesetter, paginator: Paginator) -> None:
        self._sheet = sheet
        self._column = setter.column
        self._manuscript = setter.manuscript.shown(setter.setting.respell)
        self._setter = setter
        self._paginator = paginator
        theme = THEMES[ThemeName.LIGHT]
        self._tones = [
            QColor(colour) for colour in tone_colours(setter.setting.ruby.colours, theme)
        ]
        self._unsure = QPen(QColor(theme.pinyin), 0.5 * POINT)
        self._unsure.setDashPattern([1.0, 2.0])

    def draw(self, painter: QPainter, page: Page) -> None:
        """Draw one page."""
        lines = list(self._lines(page))
        for placed, layout, shaped in lines:
            with self._at(painter, placed, layout):
                painter.setPen(_SOFT if layout.style.soft else _INK)
                shaped.paint(painter)
        for placed, layout, shaped in lines:
            with self._at(painter, placed, layout):
                self._draw_ruby(painter, layout, shaped)
        for placed, layout, shaped in lines:
            with self._at(painter, placed, layout):
                self._draw_numbers(painter, placed, layout, shaped)
        self._draw_notes(painter, page)
        self._draw_head(painter, page)
        self._draw_foot(painter, page)

    def _lines(self, page: Page) -> Iterator[tuple[PlacedStrip, ParagraphLayout, ShapedLine]]:
        for placed in page.strips:
            layout = self._setter.layout(placed.strip.piece)
            yield placed, layout, layout.shaped(placed.strip.line)

    @contextmanager
    def _at(
        self, painter: QPainter, placed: PlacedStrip, layout: ParagraphLayout
    ) -> Iterator[None]:
        painter.save()
        y = placed.y - layout.line_top(placed.strip.line)
        painter.translate(self._column.left(), y)
        yield
        painter.restore()

    def _draw_ruby(self, painter: QPainter, layout: ParagraphLayout, shaped: ShapedLine) -> None:
        """The readings, in the colours of their tones; a dotted line below what is not sure."""
        for tone, run in shaped.inks:
            painter.setPen(self._tones[tone])
            painter.drawGlyphRun(QPointF(0, shaped.baseline), run)
        painter.setPen(self._unsure)
        for placed in shaped.unsure:
            start, end = layout.face.ruby.unsure_line(placed.x, placed.width)
            base = QPointF(0, shaped.baseline)
            painter.drawLine(base + QPointF(*start), base + QPointF(*end))

    def _draw_numbers(
        self, painter: QPainter, placed: PlacedStrip, layout: ParagraphLayout, shaped: ShapedLine
    ) -> None:
        """The numbers of footnotes, in the room behind their terms."""
        size = layout.face.font.pixelSize()
        painter.setPen(_SOFT)
        painter.setFont(note_font(round(size * _NUMBER)))
        y = shaped.baseline - size * _NUMBER_RISE
        for mark in placed.strip.marks:
            at = mark.end - placed.strip.piece.start
            x = shaped.x_of(at)
            if not layout.face.ruby.form.beside:  # else its reading stands there
                x = min(x, shaped.x_of(at - 1) + layout.face.cell + size * _NUMBER_GAP)
            painter.drawText(QPointF(x, y), str(mark.number))

    def _draw_notes(self, painter: QPainter, page: Page) -> None:
        """The footnotes at the foot of the column, below a rule."""
        if not page.notes:
            return
        column = self._column
        notes = [self._paginator.note(mark) for mark in page.notes]
        y = column.bottom() - sum(note.height for note in notes)
        rule = y - 0.45 * notes[0].pitch
        painter.setPen(QPen(_RULE, 0.5 * POINT))
        painter.drawLine(
            QPointF(column.left(), rule), QPointF(column.left() + column.width() * 0.25, rule)
        )
        for note in notes:
            self._draw_note(painter, note, QPointF(column.left(), y))
            y += note.height

    def _draw_note(self, painter: QPainter, note: NoteLayout, corner: QPointF) -> None:
        painter.setFont(note_font(self._sheet.note_size))
        painter.setPen(_SOFT)
        number = f"{note.mark.number} "
        width = QFontMetricsF(painter.font()).horizontalAdvance(number)
        painter.drawText(corner + QPointF(note.indent - width, note.baseline), number)
        painter.setPen(_INK)
        note.layout.draw(painter, corner)

    def _draw_head(self, painter: QPainter, page: Page) -> None:
        """The running title, but not over the title itself."""
        manuscript = self._manuscript
        if page.number == 1 or self._begins_with_title(page):
            return
        column, font = self._column, _head_font(self._sheet)
        metrics = QFontMetricsF(font)
        title = manuscript.title
        section = manuscript.sections[page.section][1] if manuscript.sections else ""
        painter.setFont(font)
        painter.setPen(_SOFT)
        if section and "".join(section.split()) != "".join(title.split()):
            text = _elided(metrics, section, column.width() * (1 - _HEAD_SHARE) - 12 * POINT)
            x = column.right() - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(x, self._sheet.head), text)
            title = _elided(metrics, title, column.width() * _HEAD_SHARE)
        else:
            title = _elided(metrics, title, column.width())
        painter.drawText(QPointF(column.left(), self._sheet.head), title)
        painter.setPen(QPen(_RULE, 0.4 * POINT))
        y = self._sheet.head + 0.45 * font.pixelSize()
        painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y))

    def _begins_with_title(self, page: Page) -> bool:
        """Whether a section begins at its head."""
        first = page.first
        if first is None or first.start or not page.opened:
            return False
        return self._manuscript.sections[page.opened[0]][0] == first.entry

    def _draw_foot(self, painter: QPainter, page: Page) -> None:
        """The page's number."""
        font = _head_font(self._sheet)
        painter.setFont(font)
        painter.setPen(_SOFT)
        number = str(page.number)
        width = QFontMetricsF(font).horizontalAdvance(number)
        painter.drawText(QPointF((self._sheet.width - width) / 2, self._sheet.foot), number)


def _head_font(sheet: Sheet) -> QFont:
    return fonts.ruby(sheet.head_size)


def _elided(metrics: QFontMetricsF, text: str, width: float) -> str:
    """A title that fits; white space in it is one space."""
    text = " ".join(text.split())
    if metrics.horizontalAdvance(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle] + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
