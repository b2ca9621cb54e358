"""Prepares what comes into sight next, a few milliseconds at a time, while nothing else is done."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from reader.ui.article.page import Page

_SLICE = 0.003
"""Seconds after which waiting events have their turn; one step more may be under way by then."""

_BELOW, _ABOVE = 2.0, 1.0
"""Pages prepared after and before the one in sight."""


class Ahead(QObject):
    """Lays out and shapes the neighbourhood of a page; ``corrected`` tells of new heights."""

    corrected = Signal()

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._steps: Iterator[None] = iter(())
        # After whatever else is waiting, repainting too.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin with what is around the page in sight now."""
        flow = self._page.flow
        if flow is not None:
            self._steps = flow.prepare(self._page.height, _BELOW, _ABOVE)
            self._timer.start()

    def end(self) -> None:
        """Do no more."""
        self._steps = iter(())
        self._timer.stop()

    def _go_on(self) -> None:
        flow = self._page.flow
        if flow is None:
            return
        total = flow.heights.total
        until = perf_counter() + _SLICE
        for _ in self._steps:
            if perf_counter() >= until:
                self._timer.start()
                break
        if flow.heights.total != total:
            self.corrected.emit()
