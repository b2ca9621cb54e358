"""Keeps the index of the library up to date behind the reader's back."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Program
from reader.services.searcher import Progress
from reader.ui.tasks import Tasks

_log = logging.getLogger(__name__)

_QUIET = 1500
"""Milliseconds without a change after which indexing begins: reading comes first."""

_LOOK = 500
"""Milliseconds between two looks at how far it is."""


class Indexing(QObject):
    """Has the searching process index after each change.

    ``advanced`` carries a Progress now and then, the last one when the index is current.
    """

    advanced = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._tasks = tasks
        self._waiting = QTimer(self, singleShot=True, interval=_QUIET)
        self._waiting.timeout.connect(self._begin)

    def soon(self) -> None:
        """Something has changed in the texts or their words."""
        self._waiting.start()

    def renewed(self) -> None:
        """The reader's terms or corrections have changed."""
        self._tasks.read(self._program.searcher.renew, lambda _done: self.soon(), self._failed)

    def begin_anew(self) -> None:
        """The stored words are gone: the process has to look for new ones."""
        self._tasks.read(self._program.searcher.rest, lambda _done: self.soon(), self._failed)

    def stop(self) -> None:
        """Begin nothing more: the next start goes on from here."""
        self._waiting.stop()

    def _begin(self) -> None:
        self._tasks.read(self._program.searcher.index, self._look, self._failed)

    def _look(self, progress: Progress) -> None:
        if progress.working:
            QTimer.singleShot(_LOOK, self, self._ask)
        self.advanced.emit(progress)

    def _ask(self) -> None:
        self._tasks.read(self._program.searcher.progress, self._look, self._failed)

    def _failed(self, error: Exception) -> None:
        """Searching goes on by reading; the next change tries again."""
        _log.info("the search index is not current: %s", error)
