"""After the start: checks whether what was compiled and analysed earlier still holds."""

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.ui.tasks import Tasks


class Preparing(QObject):
    """Has the reference compiled anew where needed, in the process of the analyser.

    ``began`` and ``ready`` are sent only if there is something to do; ``outdated`` when
    stored words were of another analyser and have been dropped.
    """

    began = Signal()
    ready = Signal()
    outdated = Signal()
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._tasks = tasks

    def check(self) -> None:
        """Look, and do what is needed, in the background."""
        program = self._program

        def look() -> tuple[bool, bool]:
            from reader.services import reference  # noqa: PLC0415 - loads metadata of packages

            current = reference.is_current(program.cache)
            dropped = program.analyses.adopt(reference.analysis_version(program.cache))
            return current, dropped

        def seen(answer: tuple[bool, bool]) -> None:
            current, dropped = answer
            if dropped:
                self.outdated.emit()
            if not current:
                self.began.emit()
                self._tasks.read(
                    program.engine.prepare_reference, self._prepared, self.troubled.emit
                )

        self._tasks.read(look, seen, self.troubled.emit)

    def _prepared(self, _result: object) -> None:
        self._program.reference.close()
        self.ready.emit()
