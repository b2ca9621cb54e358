"""Scrolling: wheel, pages and the scroll bar, each in step with the flow."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QScrollBar, QWidget

    from reader.ui.article.page import Page

_WHEEL_LINES = 3
"""Lines that one notch of the wheel moves."""

_FRAME = 8
"""Milliseconds between two frames of a glide; the screen shows what it can."""

_PACE = 55.0
"""Milliseconds in which a glide covers 63 % of what is left: a page is there in 0.3 s."""

_BAR_REST = 40
"""Milliseconds after which the bar is painted again: it costs more than a line of text."""


class Scroller(QObject):
    """Moves a page and keeps its scroll bar true.

    With ``smooth``, wheel and page keys glide to where they go: each frame covers a share
    of what is left, so that another notch on the way only adds to it.

    ``began`` is sent before the reader's own scrolling, ``moved`` after anything that
    may have changed what is in sight.
    """

    began = Signal()
    moved = Signal()

    def __init__(self, page: Page, bar: QScrollBar, viewport: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._viewport = viewport
        self._settling = False
        self.smooth = False
        self._left = 0.0
        self._rest = 0.0
        # Whether all that is painted moves with the text.
        self.moves_whole: Callable[[], bool] = lambda: True
        self._bar_timer = QTimer(self, singleShot=True, interval=_BAR_REST)
        self._bar_timer.timeout.connect(lambda: self._bar.setUpdatesEnabled(True))
        bar.valueChanged.connect(self._bar_moved)

    def use(self, bar: QScrollBar) -> None:
        """Keep another bar true from now on: that of the other direction."""
        if bar is not self._bar:
            self.stop()
            self._bar.setUpdatesEnabled(True)
            self._bar.valueChanged.disconnect(self._bar_moved)
            self._bar = bar
            bar.valueChanged.connect(self._bar_moved)

    def by(self, distance: float) -> None:
        """Scroll by pixels, at once; a part of one is kept for the next time."""
        self.stop()
        self._go(distance)

    def _go(self, distance: float) -> None:
        if self._page.flow is not None:
            self.began.emit()
            whole = round(distance + self._rest)
            self._rest += distance - whole
            self._shift(self._page.flow.scroll_by(whole, self._page.height))

    # --- gliding ----------------------------------------------------------------

    def glide(self, distance: float) -> None:
        """Scroll by pixels, smoothly if that is wanted."""
        if not self.smooth:
            self.by(distance)
        elif self._page.flow is not None:
            self._left += distance
            if not self._frames.isActive():
                self._clock.start()
                self._frames.start()

    def stop(self) -> None:
        """Stay here: what was left of a glide is forgotten."""
        self._left = 0.0
        if "_frames" in self.__dict__:
            self._frames.stop()

    @property
    def gliding(self) -> bool:
        """Whether a glide is on its way."""
        return self._left != 0.0

    def advance(self, milliseconds: float) -> None:
        """Glide on, as far as it goes in this time; always by whole pixels."""
        flow = self._page.flow
        if flow is None or not self._left:
            self.stop()
            return
        share = 1.0 - exp(-milliseconds / _PACE)
        step: float = round(self._left * share) or (1 if self._left > 0 else -1)
        if abs(step) >= abs(self._left):
            step = self._left
        before = flow.scroll
        self._left -= step
        self._go(step)
        if not self._left or flow.scroll == before:
            self.stop()

    @cached_property
    def _frames(self) -> QTimer:
        """Ticks while a glide is on its way."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - its names are slow to load at the start

        timer = QTimer(self, interval=_FRAME, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: self.advance(self._clock.restart()))
        return timer

    @cached_property
    def _clock(self) -> QElapsedTimer:
        return QElapsedTimer()

    # --- what the reader does ---------------------------------------------------

    def pages(self, count: float) -> None:
        """Turn pages; the last line of the old page becomes the first of the new one."""
        line = self._page.face.pitch
        self.glide(count * max(line, self._page.height - line))

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll by pixels where the device gives them, else by lines."""
        pixels = self._forward(event.pixelDelta())
        line = self._page.face.pitch
        if pixels:
            self.by(pixels)
        else:
            turned = self._forward(event.angleDelta())
            self.glide(round(turned / 120 * _WHEEL_LINES * line))

    def _forward(self, delta: QPoint) -> int:
        """How far a turn of the wheel goes forward: down, or to the left in vertical setting."""
        sideways = self._page.setting.vertical and abs(delta.x()) > abs(delta.y())
        return delta.x() if sideways else -delta.y()

    def sync(self) -> None:
        """Show anew what may have changed, the scroll bar in step, and say that it has moved."""
        self._viewport.update()
        self._tell()

    def correct(self) -> None:
        """Correct the bar after painting has corrected estimated heights."""
        self._settling = True
        self._settle()
        self._settling = False

    def _shift(self, distance: float) -> None:
        """Show the text moved up: what was in sight is moved as a picture, the rest painted."""
        whole = round(distance)
        self._let_bar_rest()
        if (
            whole == distance
            and abs(whole) < self._page.height
            and self.moves_whole()
            # Half a pixel of the screen cannot be moved.
            and self._viewport.devicePixelRatio() in {1.0, 2.0, 3.0}
        ):
            step = self._page.axes.shown_step(-whole)
            self._viewport.scroll(step.x(), step.y())
        else:
            self._viewport.update()
        self._tell()

    def _tell(self) -> None:
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

    def _let_bar_rest(self) -> None:
        """Paint the bar a little later, and once for many steps; not while it is dragged."""
        if not self._bar_timer.isActive() and not self._bar.isSliderDown():
            self._bar.setUpdatesEnabled(False)
            self._bar_timer.start()

    def _settle(self) -> None:
        flow = self._page.flow
        if flow is not None:
            self._bar.setRange(0, max(0, round(flow.heights.total - self._page.height)))
            self._bar.setValue(self._mirrored(round(flow.scroll)))

    def _mirrored(self, value: int) -> int:
        """A value of the bar as a distance from the beginning, which may be at its right end."""
        return self._bar.maximum() - value if self._page.setting.vertical else value

    def _bar_moved(self, value: int) -> None:
        flow = self._page.flow
        if self._settling or flow is None:
            return
        self.stop()
        self.began.emit()
        height = self._page.height
        value = self._mirrored(value)
        distance = value - round(flow.scroll)
        if abs(distance) <= 2 * height:
            self._shift(flow.scroll_by(distance, height))
        else:
            flow.scroll_to(value)
            flow.scroll_by(0, height)
            self.sync()
