"""The reading view: a scroll area that lays out and paints only what is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.ui.article.caret import Place
from reader.ui.article.cursor import Cursor
from reader.ui.article.decorations import Decorations
from reader.ui.article.flow import Anchorage, Flow
from reader.ui.article.hover import HoverIntent
from reader.ui.article.keys import handle
from reader.ui.article.painting import (
    ArticlePainter,
    Emphasis,
    sign_rectangle,
)
from reader.ui.article.text import ReadingText
from reader.ui.article.typography import RUBY_SPREAD, Setting, face
from reader.ui.theme import THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

_MARGIN = 44
"""Least room left and right of the column: ribbons and signs of repairs stand there."""


class ArticleView(QAbstractScrollArea):
    """Shows a text, with pinyin as wanted; tells what the reader points at.

    ``hovered`` carries the Span of the word the mouse rests on or None; ``activated``
    the Span of a word clicked or chosen by Return; ``repair_clicked`` the index of a
    repair and where its sign is on the screen; ``moved`` is sent when the text scrolls.
    """

    hovered = Signal(object)
    activated = Signal(object)
    repair_clicked = Signal(int, QPoint)
    moved = Signal()
    first_painted = Signal()
    words_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = THEMES[ThemeName.LIGHT]
        self._painter = ArticlePainter(self._theme)
        self._setting = Setting(22)
        self._text: ReadingText | None = None
        self._flow: Flow | None = None
        self.caret: Cursor | None = None
        self.decorations = Decorations()
        self._hover: Span | None = None
        self._pressed: Place | None = None
        self._painted = False
        self._resuming: tuple[int, int] | None = None
        self._settling = False
        self.intent = HoverIntent(self)
        self.intent.settled.connect(self._settle_hover)
        self.intent.left.connect(self._leave_hover)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Article"))
        # Widgets of our own: PySide loads every widget class to wrap one that Qt made.
        viewport = self._viewport = QWidget(self)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.setViewport(viewport)
        self.setVerticalScrollBar(self._bar)
        viewport.setMouseTracking(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().valueChanged.connect(self._scrollbar_moved)

    # --- what is shown ----------------------------------------------------------

    def open(self, text: ReadingText, paragraph: int = 0, fraction: float = 0.0) -> None:
        """Show a text from the line that ``fraction`` of the characters of ``paragraph`` precede."""
        self._text = text
        flow = self._flow = Flow(text, self._setting, self._column_width())
        paragraph = min(paragraph, max(0, len(flow) - 1))
        self.caret = Cursor(text, flow, paragraph) if len(flow) else None
        self.decorations = Decorations()
        self.intent.cancel()
        self._resuming = None
        if len(flow):
            offset = round(fraction * len(text.paragraph(paragraph).text))
            if self.isVisible():
                flow.hold(paragraph, Anchorage(offset))
                flow.scroll_by(0, self.viewport().height())
            else:  # Lines are divided once the window has its width.
                self._resuming = (paragraph, offset)
        if self._resuming is None:
            self._sync()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._painter = ArticlePainter(theme)
        self.viewport().update()

    def set_setting(self, setting: Setting) -> None:
        """Change type size, pinyin mode or column width."""
        self._setting = setting
        if self._flow is not None:
            self._flow.rearrange(setting, self._column_width())
            self._flow.scroll_by(0, self.viewport().height())
            self._sync()

    @property
    def setting(self) -> Setting:
        """Type size, pinyin mode and column width in use."""
        return self._setting

    def refresh(self, paragraphs: Sequence[int]) -> None:
        """Lay out paragraphs again whose words have become known."""
        if self._flow is not None:
            for index in paragraphs:
                self._flow.refresh(index)
            self._sync()

    def decorate(self) -> None:
        """Repaint after ``decorations`` have changed."""
        self.viewport().update()

    # --- where the reader is ----------------------------------------------------

    @property
    def position(self) -> tuple[int, float]:
        """The paragraph at the top and the share of its characters before the line there.

        It means the same place at every width and size.
        """
        if self._flow is None or self._text is None or not len(self._flow):
            return 0, 0.0
        paragraph, offset = self._resuming or self._flow.top
        return paragraph, offset / max(1, len(self._text.paragraph(paragraph).text))

    @property
    def current_span(self) -> Span | None:
        """What an action works on: selection or current word, else the word under the mouse."""
        own = self.caret.span if self.caret is not None else None
        return own or self._hover

    @property
    def selected_text(self) -> str:
        """The selected text, paragraphs separated by line breaks."""
        return "" if self.caret is None else self.caret.selected_text

    def go_to(self, span: Span) -> None:
        """Bring a place into sight and put the caret there."""
        if self.caret is not None and self._flow is not None and span.paragraph < len(self._flow):
            self.caret.put(Place(span.paragraph, span.start))
            self.follow_cursor()

    def top_of(self, paragraph: int) -> None:
        """Scroll so that ``paragraph`` is at the top, as from a table of contents."""
        if self.caret is not None and self._flow is not None and paragraph < len(self._flow):
            self._flow.top_paragraph, self._flow.top_offset = paragraph, 0.0
            self._flow.scroll_by(0, self.viewport().height())
            self.caret.rest(Place(paragraph, 0))
            self._sync()

    def visible_paragraphs(self) -> range:
        """Document-wide indexes of the paragraphs in sight."""
        if self._flow is None or not len(self._flow):
            return range(0)
        seen = [index for index, _, _ in self._flow.visible(self.viewport().height())]
        return range(seen[0], seen[-1] + 1)

    def word_at(self, point: QPoint) -> Span | None:
        """The word under a point of the viewport; no punctuation, no empty space."""
        place = self._place_at(point, exact=True)
        if place is None or self.caret is None:
            return None
        word = self.caret.walker.word_at(place)
        if word is None or word.kind is WordKind.PUNCTUATION:
            return None
        return Span(place.paragraph, word.start, word.end)

    def rectangle_of(self, span: Span) -> QRect:
        """Bounds of a span's first line in the viewport, empty if nothing of it is in sight."""
        if self._flow is None:
            return QRect()
        seen = self.viewport().rect()
        for index, y, layout in self._flow.visible(self.viewport().height()):
            if index == span.paragraph:
                for box in layout.rectangles(span.start, span.end):
                    placed = box.translated(self._left(), y).toAlignedRect()
                    if placed.intersects(seen):
                        return placed
        return QRect()

    def word(self, span: Span) -> Word | None:
        """The analysed word that begins at a span."""
        if self.caret is None:
            return None
        return self.caret.walker.word_at(Place(span.paragraph, span.start))

    # --- geometry ---------------------------------------------------------------

    def _column_width(self) -> float:
        cell = face(self._setting.size, False, self._setting.ruby).cell
        spread = RUBY_SPREAD if self._setting.ruby.value == "all" else 1.0
        room = self.viewport().width() - 2 * _MARGIN
        return max(cell * 4, min(room, self._setting.column * cell * spread))

    def _left(self) -> float:
        return round((self.viewport().width() - self._column_width()) / 2)

    def _place_at(
        self, point: QPoint, *, exact: bool = False, between: bool = False
    ) -> Place | None:
        if self._flow is None:
            return None
        x = point.x() - self._left()
        last: Place | None = None
        for index, y, layout in self._flow.visible(self.viewport().height()):
            if y <= point.y() < y + layout.height:
                if exact and not layout.hits_text(x, point.y() - y):
                    return None
                return Place(index, layout.offset_at(x, point.y() - y, between=between))
            if last is None and point.y() < y:
                return None if exact else Place(index, 0)
            last = Place(index, len(layout.text))
        return None if exact else last

    def _sync(self) -> None:
        """Bring scroll bar and picture in step with the flow."""
        bar = self.verticalScrollBar()
        self._settling = True
        if self._flow is None:
            bar.setRange(0, 0)
        else:
            height = self.viewport().height()
            bar.setPageStep(height)
            bar.setSingleStep(round(face(self._setting.size, False, self._setting.ruby).pitch))
            bar.setRange(0, max(0, round(self._flow.heights.total - height)))
            bar.setValue(round(self._flow.scroll))
        self._settling = False
        self.viewport().update()
        self.moved.emit()

    def _scrollbar_moved(self, value: int) -> None:
        if self._settling or self._flow is None:
            return
        self.intent.cancel()
        height = self.viewport().height()
        distance = value - round(self._flow.scroll)
        if abs(distance) <= 2 * height:
            self._flow.scroll_by(distance, height)
        else:
            self._flow.scroll_to(value)
            self._flow.scroll_by(0, height)
        self._sync()

    def scroll_pages(self, pages: float) -> None:
        """Turn pages; the last line of the old page becomes the first of the new one."""
        if self._flow is None:
            return
        self.intent.cancel()
        height = self.viewport().height()
        line = face(self._setting.size, False, self._setting.ruby).pitch
        self._flow.scroll_by(pages * max(line, height - line), height)
        self._sync()

    # --- caret ------------------------------------------------------------------

    def follow_cursor(self) -> None:
        """Show where the caret is now, on the screen and to assistive tools."""
        if self.caret is not None and self._flow is not None:
            place = self.caret.place
            self._flow.show(place.paragraph, place.offset, self.viewport().height())
            self.setAccessibleDescription(self.caret.spoken)
            self._sync()

    def activate_current(self) -> None:
        """Open the card of the current word."""
        span = self.current_span
        if span is not None:
            self.activated.emit(span)

    def clear_selection(self) -> None:
        """Take selection and caret frame away."""
        if self.caret is not None:
            self.caret.clear()
            self.viewport().update()

    def select_all(self) -> None:
        """Select the whole text."""
        if self.caret is not None:
            self.caret.select_all()
            self.viewport().update()

    # --- hovering ---------------------------------------------------------------

    def _settle_hover(self, target: object) -> None:
        self._hover = target if isinstance(target, Span) else None
        self.viewport().update()
        self.hovered.emit(self._hover)

    def _leave_hover(self) -> None:
        self._hover = None
        self.viewport().update()
        self.hovered.emit(None)

    def _repair_at(self, point: QPoint) -> int | None:
        if self._flow is None:
            return None
        for index, y, layout in self._flow.visible(self.viewport().height()):
            for offset, repair in self.decorations.repairs.get(index, []):
                box = sign_rectangle(layout, offset).translated(self._left(), y)
                if box.adjusted(-6, -6, 6, 6).contains(QPointF(point)):
                    return repair
        return None

    # --- Qt ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self.viewport())
        exposed = QRectF(event.rect())
        painter.fillRect(exposed, self._painter.page)
        if self._flow is None or self._text is None:
            return
        total = self._flow.heights.total
        left = self._left()
        unknown: list[int] = []
        for index, y, layout in self._flow.visible(self.viewport().height()):
            if not layout.analysed and layout.text:
                unknown.append(index)
            if y <= exposed.bottom() and y + layout.height >= exposed.top():
                self._painter.paint(
                    painter,
                    layout,
                    index,
                    QPointF(left, y),
                    exposed,
                    self.decorations,
                    self._emphasis(index, len(layout.text)),
                )
        painter.end()
        if unknown:
            self.words_wanted.emit(unknown[0], unknown[-1] + 1)
        if self._flow.heights.total != total:
            self._sync_later()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def _sync_later(self) -> None:
        """Correct the scroll bar after painting has corrected estimated heights."""
        self._settling = True
        if self._flow is not None:
            bar = self.verticalScrollBar()
            bar.setRange(0, max(0, round(self._flow.heights.total - self.viewport().height())))
            bar.setValue(round(self._flow.scroll))
        self._settling = False

    def _emphasis(self, index: int, length: int) -> Emphasis:
        hover = (0, 0)
        if self._hover is not None and self._hover.paragraph == index:
            hover = (self._hover.start, self._hover.end)
        if self.caret is None:
            return Emphasis(hover=hover)
        selected = self.caret.selection.within(index, length)
        return Emphasis(selected, hover, self.caret.current(index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the lines again for the new width."""
        super().resizeEvent(event)
        if self._flow is not None:
            self._flow.rearrange(self._setting, self._column_width())
            if self._resuming is not None and self.isVisible():
                self._flow.hold(self._resuming[0], Anchorage(self._resuming[1]))
                self._resuming = None
            if self._resuming is None:
                self._flow.scroll_by(0, self.viewport().height())
        if self._resuming is None:
            self._sync()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels where the device gives them; Ctrl with the wheel is the window's."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        if self._flow is None:
            return
        pixels = event.pixelDelta().y()
        line = face(self._setting.size, False, self._setting.ruby).pitch
        distance = -pixels if pixels else -event.angleDelta().y() / 120 * 3 * line
        self.intent.cancel()
        self._flow.scroll_by(distance, self.viewport().height())
        self._sync()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is down; otherwise follow the word under the mouse."""
        point = event.position().toPoint()
        pressed, cursor = self._pressed, self.caret
        if pressed and cursor and event.buttons() & Qt.MouseButton.LeftButton:
            place = self._place_at(point, between=True)
            if place is not None and place != cursor.selection.caret:
                cursor.select(pressed, place)
                self.intent.cancel()
                self.viewport().update()
            return
        over_sign = self._repair_at(point) is not None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over_sign else Qt.CursorShape.IBeamCursor
        )
        self.intent.move(self.word_at(point))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, or ask about a repair."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        repair = self._repair_at(point)
        if repair is not None:
            self.repair_clicked.emit(repair, self.viewport().mapToGlobal(point))
            return
        place = self._place_at(point, between=True)
        self._pressed = place
        if place is not None and self.caret is not None:
            self.caret.select(place, place)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selected nothing chooses the word."""
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None or self.caret is None:
            return
        if self.caret.selection.is_empty:
            span = self.word_at(event.position().toPoint())
            if span is not None:
                self.caret.put(Place(span.paragraph, span.start))
                self.viewport().update()
                self.activated.emit(span)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        span = self.word_at(event.position().toPoint())
        if span is not None and self.caret is not None:
            start = Place(span.paragraph, span.start)
            self.caret.select(start, Place(span.paragraph, span.end))
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has left the text."""
        self.intent.move(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by words, lines and pages; Return opens the card."""
        if not handle(self, event):
            super().keyPressEvent(event)
