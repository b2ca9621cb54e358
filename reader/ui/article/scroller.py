"""Scrolling: wheel, pages and the scroll bar, each in step with the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QScrollBar

    from reader.ui.article.page import Page

_WHEEL_LINES = 3
"""Lines that one notch of the wheel moves."""


class Scroller(QObject):
    """Moves a page and keeps its scroll bar true.

    ``began`` is sent before the reader's own scrolling, ``moved`` after anything that
    may have changed what is in sight.
    """

    began = Signal()
    moved = Signal()

    def __init__(self, page: Page, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._settling = False
        bar.valueChanged.connect(self._bar_moved)

    def by(self, distance: float) -> None:
        """Scroll by pixels."""
        if self._page.flow is not None:
            self.began.emit()
            self._page.flow.scroll_by(distance, self._page.height)
            self.sync()

    def pages(self, count: float) -> None:
        """Turn pages; the last line of the old page becomes the first of the new one."""
        line = self._page.face.pitch
        self.by(count * max(line, self._page.height - line))

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll by pixels where the device gives them, else by lines."""
        pixels = event.pixelDelta().y()
        line = self._page.face.pitch
        self.by(-pixels if pixels else -event.angleDelta().y() / 120 * _WHEEL_LINES * line)

    def sync(self) -> None:
        """Bring the scroll bar in step with the flow, and say that it has moved."""
        bar, flow = self._bar, self._page.flow
        self._settling = True
        if flow is None:
            bar.setRange(0, 0)
        else:
            bar.setPageStep(self._page.height)
            bar.setSingleStep(round(self._page.face.pitch))
            self._settle()
        self._settling = False
        self.moved.emit()

    def correct(self) -> None:
        """Correct the bar after painting has corrected estimated heights."""
        self._settling = True
        self._settle()
        self._settling = False

    def _settle(self) -> None:
        flow = self._page.flow
        if flow is not None:
            self._bar.setRange(0, max(0, round(flow.heights.total - self._page.height)))
            self._bar.setValue(round(flow.scroll))

    def _bar_moved(self, value: int) -> None:
        flow = self._page.flow
        if self._settling or flow is None:
            return
        self.began.emit()
        height = self._page.height
        distance = value - round(flow.scroll)
        if abs(distance) <= 2 * height:
            flow.scroll_by(distance, height)
        else:
            flow.scroll_to(value)
            flow.scroll_by(0, height)
        self.sync()
