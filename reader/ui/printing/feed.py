"""Makes pages a little at a time, so that the window stays free, and prints them likewise."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.ui.printing.desk import Desk
from reader.ui.printing.pages import Page
from reader.ui.printing.sheet import UNITS

_SLICE = 0.008
"""Seconds of work between two returns to the window."""


@contextmanager
def _no_collection() -> Iterator[None]:
    """Collect no garbage meanwhile.

    Setting makes thousands of objects and drops them at once; each time some hundred are
    made, Python would look for cycles, at times among everything that a book holds.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class PageFeed(QObject):
    """The pages of a desk as they are made; ``grown`` is sent when there are more."""

    grown = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.pages: list[Page] = []
        self.complete = False
        self._work: Iterator[Page | None] = desk.pages()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    @property
    def share(self) -> float:
        """How much of the manuscript is on pages."""
        if self.complete:
            return 1.0
        return self.desk.share(self.pages[-1]) if self.pages else 0.0

    def stop(self) -> None:
        """Make no more pages."""
        self._timer.stop()

    def _step(self) -> None:
        before = len(self.pages)
        with _no_collection():
            self._work_until(perf_counter() + _SLICE)
        if len(self.pages) > before or self.complete:
            self.grown.emit()
        if self.complete:
            self.finished.emit()

    def _work_until(self, end: float) -> None:
        while perf_counter() < end:
            try:
                page = next(self._work)
            except StopIteration:
                self.complete = True
                self._timer.stop()
                return
            if page is not None:
                self.pages.append(page)


class PrintRun(QObject):
    """Sends the pages of a feed to a printer, one each time the window is free.

    ``progressed`` carries the pages printed; ``finished`` whether the printer took them all.
    """

    progressed = Signal(int)
    finished = Signal(bool)

    def __init__(self, feed: PageFeed, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = feed
        self._printer = printer
        self._painter = QPainter()
        self._next = 0
        self._sent = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self) -> bool:
        """Begin; false when the printer cannot."""
        self._printer.setFullPage(True)
        if not self._painter.begin(self._printer):
            return False
        scale = self._printer.resolution() / UNITS
        self._painter.scale(scale, scale)
        self._timer.start()
        return True

    def stop(self) -> None:
        """Give up; what the printer has not begun is not printed."""
        if self._timer.isActive():
            self._printer.abort()
            self._end(taken=False)

    def _step(self) -> None:
        if self._next >= len(self._feed.pages):
            if self._feed.complete:
                self._end(taken=self._printer.printerState() != QPrinter.PrinterState.Error)
            return
        page = self._feed.pages[self._next]
        self._next += 1
        if not self._wanted(page.number):
            return
        if self._sent and not self._printer.newPage():
            self._end(taken=False)
            return
        self._feed.desk.drawer.draw(self._painter, page)
        self._sent += 1
        self.progressed.emit(self._next)

    def _wanted(self, number: int) -> bool:
        first, last = self._printer.fromPage(), self._printer.toPage()
        return not first or first <= number <= (last or number)

    def _end(self, *, taken: bool) -> None:
        self._timer.stop()
        self._painter.end()
        self.finished.emit(taken)
