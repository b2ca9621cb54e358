"""After the start: checks whether what was compiled and analysed earlier still holds."""

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.errors import ModelUnusable
from reader.ui.tasks import Tasks


class Preparing(QObject):
    """Has the reference compiled anew where needed, in the process of the analyser.

    ``began`` and ``ready`` are sent only if there is something to do; ``outdated`` when
    stored words were of another analyser and have been dropped; ``troubled`` when the model
    that cuts words cannot be used, so that jieba does it.
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
        choice = program.settings.values.engine

        def look() -> tuple[bool, bool, ModelUnusable | None]:
            from reader.services import reference  # noqa: PLC0415 - loads metadata of packages

            program.engine.choose(choice)
            current = reference.is_current(program.cache)
            dropped = program.analyses.adopt(reference.analysis_version(program.cache, choice))
            return current, dropped, reference.trouble(choice)

        def seen(answer: tuple[bool, bool, ModelUnusable | None]) -> None:
            current, dropped, trouble = answer
            if dropped:
                self.outdated.emit()
            if current:
                self._tell(trouble)
                return
            self.began.emit()

            def prepared(_result: object) -> None:
                program.reference.close()
                self.ready.emit()
                self._tell(trouble)  # not before: what comes last is what is read

            self._tasks.read(program.engine.prepare_reference, prepared, self.troubled.emit)

        self._tasks.read(look, seen, self.troubled.emit)

    def _tell(self, trouble: ModelUnusable | None) -> None:
        if trouble is not None:
            self.troubled.emit(trouble)
