"""Helps for the eye: a quiet band over the line being read, and all sentences dimmed but one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QRegion

from reader.domain.places import Span
from reader.domain.sentences import sentence_at
from reader.ui.article.caret import Place
from reader.ui.article.page import Page
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.article.layout import ParagraphLayout

_BEYOND = 14.0
"""Pixels by which the ruler is wider than the column on each side."""

_SHADE = 0.08
"""How much of the ink the ruler lays over the page."""


class Line(NamedTuple):
    """A line in sight: its paragraph, its first character, and its strip of the flat page."""

    paragraph: int
    start: int
    strip: QRectF


class Focus:
    """Paints what helps to keep to the place; says whether the place has changed.

    The sentence is the one read aloud, else that of the caret while it is in sight, else
    the first one in sight. The ruler follows the mouse, or the caret if that moved last.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.sentence = False
        self.ruler = False
        self._pointer: QPoint | None = None
        self._ruled: QRectF | None = None

    @property
    def active(self) -> bool:
        """Whether anything is painted that does not scroll with the text."""
        return self.sentence or self.ruler

    # --- following --------------------------------------------------------------

    def follow_pointer(self, point: QPoint | None) -> bool:
        """The mouse is here; ``None`` gives the ruler to the caret. Tells if the ruler moves."""
        self._pointer = point
        line = self.line() if self.ruler else None
        return self.ruler and (line.strip if line else None) != self._ruled

    # --- where it is ------------------------------------------------------------

    def current_sentence(self) -> Span | None:
        """The sentence that is not dimmed."""
        page = self._page
        place = page.spoken and Place(page.spoken.paragraph, page.spoken.start)
        if place is None and page.caret is not None and self._line_of(page.caret.place):
            place = page.caret.place
        if place is None:
            first = next((line for line in self._lines() if line.strip.top() >= 0), None)
            place = first and Place(first.paragraph, first.start)
        if place is None or page.text is None:
            return None
        start, end = sentence_at(page.text.paragraph(place.paragraph).text, place.offset)
        return Span(place.paragraph, start, end)

    def line(self) -> Line | None:
        """The line under the ruler."""
        page = self._page
        if self._pointer is not None:
            y = page.axes.flat(self._pointer).y()
            inside = (line for line in self._lines() if line.strip.top() <= y < line.strip.bottom())
            return next(inside, None)
        return self._line_of(page.caret.place) if page.caret is not None else None

    def _line_of(self, place: Place) -> Line | None:
        """The line of a character, if any of it is in sight."""
        page = self._page
        for index, y, layout in page.visible():
            if index == place.paragraph and layout.holds(place.offset) and layout.lines:
                number = layout.line_of(place.offset)
                top = y + layout.line_top(number)
                if top < page.height and top + layout.line_height > 0:
                    return Line(index, layout.lines[number].start, self._strip(top, layout))
        return None

    def _lines(self) -> Iterator[Line]:
        """Lines in sight, from above."""
        page = self._page
        for index, y, layout in page.visible():
            if not layout.lines:
                continue
            for number in range(layout.line_at(-y), layout.line_at(page.height - y) + 1):
                top = y + layout.line_top(number)
                yield Line(index, layout.lines[number].start, self._strip(top, layout))

    def _strip(self, top: float, layout: ParagraphLayout) -> QRectF:
        page = self._page
        left, width = page.left - _BEYOND, page.column_width + 2 * _BEYOND
        return QRectF(left, top, width, layout.line_height)

    # --- painting ---------------------------------------------------------------

    def paint(self, painter: QPainter, exposed: QRectF, theme: Theme) -> None:
        """Paint over the text what is turned on."""
        if self.sentence:
            self._paint_veil(painter, exposed, theme)
        line = self.line() if self.ruler else None
        self._ruled = line.strip if line else None
        if line is not None:
            path, shade = QPainterPath(), QColor(theme.ink)
            shade.setAlphaF(_SHADE)
            path.addRoundedRect(line.strip, 4.0, 4.0)
            painter.fillPath(path, shade)

    def _paint_veil(self, painter: QPainter, exposed: QRectF, theme: Theme) -> None:
        """Dim everything but the sentence."""
        from reader.ui.article.tints import veil  # noqa: PLC0415 - not needed at the start

        page, sentence = self._page, self.current_sentence()
        region = QRegion(exposed.toAlignedRect())
        if sentence is not None:
            for index, y, layout in page.visible():
                if index == sentence.paragraph:
                    for box in layout.rectangles(sentence.start, sentence.end):
                        kept = box.translated(page.left, y).adjusted(-1, -1, 1, 2)
                        region -= QRegion(kept.toAlignedRect())
        painter.save()
        painter.setClipRegion(region)
        painter.fillRect(exposed, QColor(veil(theme)))
        painter.restore()
