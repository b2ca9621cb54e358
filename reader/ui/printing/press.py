"""Carries out orders in a process of their own: the window never waits for an export.

Setting a book and embedding its fonts takes seconds, and some steps of Qt cannot be
divided. The process ends when the order is done, when it is told to stop, or when the
pipe to its parent closes.
"""

from __future__ import annotations

import multiprocessing
import os
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.domain.errors import XiduError
from reader.ui.printing.order import Order
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_POLL = 0.1
"""Seconds between two looks at whether to stop."""

_GRACE = 3.0
"""Seconds the process may take to put everything back when it is to stop."""


class Stopped(Exception):
    """The order was given up; nothing has been written."""


class PressFailed(RuntimeError):
    """The process ended or raised; carries what it said."""


class Press(QObject):
    """One order at a time. ``progressed`` carries stage and share, ``done`` the order."""

    progressed = Signal(str, float)
    done = Signal(object)
    stopped = Signal()
    troubled = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop = Event()
        self.busy = False

    def start(self, order: Order) -> bool:
        """Begin an order; false while another is being carried out."""
        if self.busy:
            return False
        self.busy = True
        stop = self._stop = Event()
        self._tasks.read(
            lambda: carry_out(order, self.progressed.emit, stop),
            lambda _: self._finish(lambda: self.done.emit(order)),
            self._fail,
        )
        return True

    def stop(self) -> None:
        """Give the order up."""
        self._stop.set()

    def _finish(self, tell: Any) -> None:
        self.busy = False
        tell()

    def _fail(self, error: Exception) -> None:
        self.busy = False
        if isinstance(error, Stopped):
            self.stopped.emit()
        else:
            self.troubled.emit(error)


def carry_out(order: Order, tell: Any, stop: Event) -> None:
    """Have an order done by another process. Raises XiduError, Stopped or PressFailed."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, order), name="xidu-press", daemon=True)
    process.start()
    theirs.close()
    try:
        _follow(ours, tell, stop)
    finally:
        ours.close()
        process.join(_GRACE)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


def _follow(pipe: Connection[Any, Any], tell: Any, stop: Event) -> None:
    while True:
        if stop.is_set():
            raise Stopped
        if not pipe.poll(_POLL):
            continue
        try:
            kind, *content = pipe.recv()
        except (EOFError, OSError) as error:
            raise PressFailed("the exporting process ended") from error
        if kind == "done":
            return
        if kind == "trouble":
            fault, fields = content
            raise fault(**fields)
        if kind == "failed":
            raise PressFailed(content[0])
        tell(*content)


def serve(pipe: Connection[Any, Any], order: Order) -> None:
    """Carry out one order: the main function of the process."""
    import signal  # noqa: PLC0415 - only in the other process

    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from reader.ui import fonts  # noqa: PLC0415
    from reader.ui.printing.making import make  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(["xidu"])
    fonts.load()

    def tell(stage: str, share: float) -> None:
        if pipe.poll():  # only the end of the pipe can be there
            raise Stopped
        pipe.send(("told", stage, share))

    with suppress(OSError, Stopped):
        try:
            make(order, tell)
        except XiduError as error:
            pipe.send(("trouble", type(error), error.fields))
        except (Stopped, BrokenPipeError):
            raise
        except Exception as error:  # handed to the parent, which reports it
            pipe.send(("failed", f"{type(error).__name__}: {error}"))
        else:
            pipe.send(("done",))
    del application
