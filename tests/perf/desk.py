"""What the benchmarks of the reading view share: both views, frames, and how figures are told.

Every figure ends when the paint event that shows the result has returned. After each step
the event loop has its turn until the next one is due, as between the frames of a screen; so
timers run, and what the program prepares in idle time costs what it costs.

Times are those of the wall without the time in which the thread could have run and had no
processor, which Linux tells (``schedstat``, proc(5)): other work on the machine is nobody's
doing here, for both views alike. Waiting for locks, for the interpreter or for the disk
counts. On other systems they are those of the wall.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextEdit, QWidget

from reader.ui import fonts
from reader.ui.article.view import ArticleView

SIZE = 22
"""Type size of both views, in pixels."""

WINDOW = (1100, 800)


class PlainEdit(QTextEdit):
    """Qt's own text widget, which shows no pinyin: what the figures are compared with."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = self.queued = 0.0
        self.setFont(fonts.reading(SIZE))
        self.resize(*WINDOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted, self.queued = time.perf_counter(), waited()

    def to_end(self) -> None:
        """Scroll to the end, which lays out everything before it."""
        self.moveCursor(QTextCursor.MoveOperation.End)


class TimedView(ArticleView):
    """The reading view; it only looks at the clock after painting."""

    painted = queued = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted, self.queued = time.perf_counter(), waited()


_SCHEDULED = Path("/proc/thread-self/schedstat")


def waited() -> float:
    """Seconds for which this thread could have run but had no processor, so far."""
    try:
        return int(_SCHEDULED.read_bytes().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def until_painted(view: Any, act: Callable[[], object]) -> float:
    """Seconds from the call of ``act`` until the view has painted what came of it."""
    queued, started = waited(), time.perf_counter()
    view.painted = 0.0
    act()
    while view.painted < started:
        QApplication.processEvents()
    return float(view.painted - started - (view.queued - queued))


def whole_frame(view: Any, act: Callable[[], object]) -> float:
    """Seconds until the whole picture is complete: scroll bar and everything else, flushed.

    Only what was posted is delivered, so no timer has its turn meanwhile.
    """
    view.painted = 0.0
    queued, started = waited(), time.perf_counter()
    act()
    QApplication.sendPostedEvents()
    ended = time.perf_counter()
    assert view.painted >= started
    return ended - started - (waited() - queued)


def idle(seconds: float) -> None:
    """Let the event loop work, or wait, until so much time has passed."""
    loop = QEventLoop()
    end = QTimer(singleShot=True, interval=max(0, round(seconds * 1000)))
    end.setTimerType(Qt.TimerType.PreciseTimer)
    end.timeout.connect(loop.quit)
    end.start()
    loop.exec()


def show(widget: QWidget) -> None:
    """Show a widget and let it settle."""
    widget.show()
    idle(0.15)


def roll(view: QAbstractScrollArea, pixels: int) -> None:
    """Turn the wheel of a device that counts pixels."""
    where = QPointF(300, 300)
    turned = QWheelEvent(
        where,
        where,
        QPoint(0, -pixels),
        QPoint(0, -pixels),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of ``values`` do not exceed (nearest rank)."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def tell(title: str, figures: dict[str, float]) -> None:
    """Write figures to standard error; ``pytest -s`` shows them."""
    sys.stderr.write(f"\n{title}\n")
    for name, figure in figures.items():
        sys.stderr.write(f"  {name:60} {figure:9.3f}\n")


def resident() -> float:
    """Resident memory of this process in megabytes (proc(5))."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - not a real file
        for line in status:
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    return 0.0
