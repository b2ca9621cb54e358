"""The open text in its viewport: what stands where on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from reader.domain.places import Span
from reader.ui.article.axes import Axes
from reader.ui.article.caret import Place
from reader.ui.article.cursor import Cursor
from reader.ui.article.decorations import Decorations
from reader.ui.article.flow import Flow
from reader.ui.article.margin import Sign, signs
from reader.ui.article.text import ReadingText
from reader.ui.article.typography import Face, Setting, face_of, whole_cells

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.article.layout import ParagraphLayout
    from reader.ui.article.ruby import Vocabulary

MARGIN = 44
"""Least room left and right of the column: ribbons and signs of repairs stand there."""

_NEAR = 4
"""Pixels around a sign that still count as the sign."""


class Page:
    """What is shown, and its geometry; without a text everything is empty.

    Points and rectangles are in pixels of the viewport; ``axes`` say how the flat page, on
    which lines run to the right, lies there. ``hover`` is the word that the mouse rests on,
    ``spoken`` what is being read aloud.
    """

    def __init__(self, viewport: QWidget, caret_moved: Callable[[], object]) -> None:
        self._viewport = viewport
        self._caret_moved = caret_moved
        self.setting = Setting(22)
        self.vocabulary: Vocabulary | None = None
        self.text: ReadingText | None = None
        self.flow: Flow | None = None
        self.caret: Cursor | None = None
        self.decorations = Decorations()
        self.hover: Span | None = None
        self.spoken: Span | None = None

    def open(self, text: ReadingText, paragraph: int, sections: Sequence[int]) -> Flow:
        """Take another text, the caret in ``paragraph``; it stands at its beginning."""
        self.text = text
        self.spoken = None
        self.flow = flow = Flow(text, self.setting, self.column_width, self.vocabulary)
        moved = self._caret_moved
        self.caret = Cursor(text, flow, paragraph, sections, moved) if len(flow) else None
        self.decorations = Decorations()
        return flow

    def reveal(self, ranges: dict[int, tuple[int, int]]) -> None:
        """Show the readings of these ranges, by paragraph, and of no others beyond the setting."""
        if self.flow is not None:
            changed = {*self.flow.revealed, *ranges}
            self.flow.revealed = ranges
            for paragraph in changed:
                self.flow.refresh(paragraph)

    # --- measures ---------------------------------------------------------------

    @property
    def axes(self) -> Axes:
        """How the page lies in the viewport."""
        return Axes(self.setting.vertical, self._viewport.width())

    @property
    def height(self) -> int:
        """Height of what is seen of the flat page: the viewport's extent across the lines."""
        return self._viewport.width() if self.setting.vertical else self._viewport.height()

    @property
    def _width(self) -> int:
        """The viewport's extent along the lines."""
        return self._viewport.height() if self.setting.vertical else self._viewport.width()

    @property
    def face(self) -> Face:
        """The face of ordinary paragraphs."""
        return face_of(self.setting)

    @property
    def column_width(self) -> float:
        """Width of the column of text, on the flat page."""
        return whole_cells(self._width - 2 * MARGIN, self.setting)

    @property
    def left(self) -> float:
        """Left edge of the column, on the flat page."""
        return round((self._width - self.column_width) / 2)

    # --- what is in sight -------------------------------------------------------

    def visible(self) -> Iterator[tuple[int, float, ParagraphLayout]]:
        """Paragraphs in sight: index, upper edge, layout."""
        return self.flow.visible(self.height) if self.flow is not None else iter(())

    def place_at(
        self, point: QPoint, *, exact: bool = False, between: bool = False
    ) -> Place | None:
        """The character under a point, or the nearest gap; ``exact``: none beside the text."""
        flat = self.axes.flat(point)
        x, across = flat.x() - self.left, flat.y()
        last: Place | None = None
        for index, y, layout in self.visible():
            if y <= across < y + layout.height:
                if exact and not layout.hits_text(x, across - y):
                    return None
                return Place(index, layout.offset_at(x, across - y, between=between))
            if last is None and across < y:
                return None if exact else Place(index, layout.start)
            last = Place(index, layout.end)
        return None if exact else last

    def rectangle_of(self, span: Span) -> QRect:
        """Bounds of a span's first line, empty if nothing of it is in sight."""
        seen, axes = self._viewport.rect(), self.axes
        for index, y, layout in self.visible():
            if index == span.paragraph:
                for box in layout.rectangles(span.start, span.end):
                    placed = axes.shown_box(box.translated(self.left, y)).toAlignedRect()
                    if placed.intersects(seen):
                        return placed
        return QRect()

    def bounds_of(self, span: Span) -> QRect:
        """Bounds of all of a span that is in sight, empty if nothing of it is."""
        bounds = QRect()
        seen, axes = self._viewport.rect(), self.axes
        for index, y, layout in self.visible():
            if index == span.paragraph:
                for box in layout.rectangles(span.start, span.end):
                    placed = axes.shown_box(box.translated(self.left, y))
                    bounds |= placed.toAlignedRect() & seen
        return bounds

    def sign_at(self, point: QPoint) -> Sign | None:
        """The sign in the margin under a point, with its box in the viewport."""
        axes = self.axes
        flat = axes.flat(point)
        for index, y, layout in self.visible():
            if not y <= flat.y() < y + layout.height or not layout.lines:
                continue
            line = layout.lines[layout.line_at(flat.y() - y)]
            for sign in signs(layout, index, self.decorations, line.start, line.end):
                box = sign.box.translated(self.left, y)
                if box.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(flat):
                    return sign._replace(box=axes.shown_box(box))
        return None
