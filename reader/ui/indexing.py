"""Keeps the index of the library up to date behind the reader's back."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Program
from reader.ui.tasks import Tasks

_log = logging.getLogger(__name__)

_QUIET = 1500
"""Milliseconds without a change after which indexing begins: reading comes first."""


class Indexing(QObject):
    """Indexes after each change, in the background; ``done`` when the index is current again."""

    done = Signal()

    def __init__(self, program: Program, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._tasks = tasks
        self._stopped = False
        self._working = False
        self._waiting = QTimer(self, singleShot=True, interval=_QUIET)
        self._waiting.timeout.connect(self._begin)

    def soon(self) -> None:
        """Something has changed."""
        self._waiting.start()

    def stop(self) -> None:
        """Begin nothing more, and stop what goes on: the next start goes on from there."""
        self._stopped = True
        self._waiting.stop()

    def _begin(self) -> None:
        if self._working:
            self._waiting.start()
            return
        self._working = True
        self._tasks.aside(self._work, self._finished, self._failed)

    def _work(self) -> None:
        self._program.indexing.catch_up(self._look)

    def _look(self, _done: int, _all: int) -> None:
        if self._stopped:
            raise _Stopped

    def _finished(self, _result: object) -> None:
        self._working = False
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        """Searching goes on by reading; the next change tries again."""
        self._working = False
        if not isinstance(error, _Stopped):
            _log.info("the search index is not current: %s", error)


class _Stopped(Exception):
    """Work that is not wanted any more."""
