"""The reading view: a text to be read, pointed at and moved about in.

Its parts: ``page`` is what stands where, ``surface`` paints it, ``scroller`` moves it,
``sheet`` is what the program asks of all that; ``mouse`` and ``keys`` are how the reader
uses it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.domain.places import Span
from reader.ui.article.flow import Anchorage
from reader.ui.article.sheet import ArticleSheet

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from reader.ui.article.ahead import Ahead
    from reader.ui.article.mouse import Mouse

_CALM_AFTER = 60
"""Milliseconds after the first paint in which nothing is prepared: the window is completed then."""

_RAIL, _NARROW_RAIL, _NARROW = 28, 12, 480
"""Room kept between text and scroll bar for the rail, which is made after the first paint;
less of it in a view that is narrower than the third."""


class ArticleView(ArticleSheet):
    """Paints what is seen, and answers mouse, wheel and keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painted = False
        self.setAccessibleName(self.tr("Article"))
        self.rail_width = _RAIL
        self.setViewportMargins(0, 0, _RAIL, 0)
        self._viewport.setMouseTracking(True)
        self.intent.settled.connect(self._settle_hover)
        self.intent.left.connect(self._leave_hover)
        self._calm = QtCore.QTimer(self, singleShot=True, interval=_CALM_AFTER)
        self._calm.timeout.connect(lambda: self._ahead.begin())  # noqa: PLW0108 - made then

    # --- hovering ---------------------------------------------------------------

    def _settle_hover(self, target: object) -> None:
        self.point_out(target if isinstance(target, Span) else None)
        self.hovered.emit(self.page.hover)

    def _leave_hover(self) -> None:
        self.point_out(None)
        self.hovered.emit(None)

    def point_out(self, span: Span | None) -> None:
        """Tint the word that is being explained, and no other."""
        before, self.page.hover = self.page.hover, span
        for each in (before, span):
            if each is not None:
                self.viewport().update(self.page.bounds_of(each).adjusted(-4, -4, 4, 4))

    @cached_property
    def _mouse(self) -> Mouse:
        # Made when the mouse first comes: it names the Qt namespace, which is slow to load.
        from reader.ui.article.mouse import Mouse  # noqa: PLC0415

        return Mouse(self)

    # --- ahead of the reader ----------------------------------------------------

    @cached_property
    def _ahead(self) -> Ahead:
        """Prepares the next pages, a moment after the first one was painted without."""
        from reader.ui.article.ahead import Ahead  # noqa: PLC0415

        # What is moved by scrolling is not to be cleared first.
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        ahead = Ahead(self.page, self)
        ahead.corrected.connect(self.scroller.correct)
        self.scroller.began.connect(ahead.end)
        return ahead

    # --- Qt ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self.viewport())
        exposed = [QRectF(each) for each in event.region()]  # type: ignore[attr-defined]
        seen = []
        for each in exposed:
            if len(exposed) > 1:  # Scrolling exposes strips, perhaps far apart.
                painter.setClipRect(each)
            seen.append(self.surface.paint(painter, each))
        painter.end()
        if self.page.flow is None:
            return
        unknown = tuple(dict.fromkeys(place for each in seen for place in each.unknown))
        if unknown:
            self.words_wanted.emit(unknown)
        if any(each.corrected for each in seen):
            self.scroller.correct()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()
            self._calm.start()
        elif not self._calm.isActive():
            self._ahead.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the lines again for the new width."""
        super().resizeEvent(event)
        rail = _RAIL if self.width() >= _NARROW else _NARROW_RAIL
        if rail != self.rail_width:
            self.rail_width = rail
            self.setViewportMargins(0, 0, rail, 0)
            return  # The viewport has another width, and this has been called again for it.
        flow = self.page.flow
        if flow is not None:
            flow.rearrange(self.page.setting, self.page.column_width)
            if self._resuming is not None and self.isVisible():
                flow.hold(self._resuming[0], Anchorage(self._resuming[1]))
                self._resuming = None
            if self._resuming is None:
                flow.scroll_by(0, self.page.height)
            self.relaid.emit()
        if self._resuming is None:
            self.scroller.sync()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen needs no preparing."""
        super().hideEvent(event)
        self._calm.stop()
        if "_ahead" in self.__dict__:
            self._ahead.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Do nothing when the bar moves: the scroller does, and paints no more than it must."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; Ctrl with the wheel is the window's."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            self.scroller.wheel(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or follow the word under the mouse."""
        self._mouse.move(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        self._mouse.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or choose a word."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selection or the word there."""
        self._mouse.ask_for_menu(event)

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
        from reader.ui.article.keys import handle  # noqa: PLC0415 - see _mouse

        if not handle(self, event):
            super().keyPressEvent(event)
