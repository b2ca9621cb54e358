"""The words of what is to be printed or listed, analysed in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.portions import portion_count
from reader.services.analysis import analyse_paragraphs
from reader.ui.printing.press import Stopped
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.services.excerpt import Range
    from reader.services.session import OpenText


class RangeWords(QObject):
    """Has the words of a range analysed in the background; the last question counts."""

    progressed = Signal(int, int)
    ready = Signal()
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, text: OpenText, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._tasks = tasks
        self._text = text
        self._question = 0

    def stop(self) -> None:
        """Give up."""
        self._question += 1

    def find(self, wanted: Range) -> None:
        """Begin; ``ready`` is sent when all words of the range are stored."""
        self._question += 1
        program, text, question = self._program, self._text, self._question
        lengths = text.shape.lengths
        places = [
            (index, portion)
            for index in wanted.paragraphs
            if index < len(lengths)
            for portion in range(portion_count(lengths[index]))
        ]

        def tell(done: int, total: int) -> None:
            if question != self._question:
                raise Stopped
            self.progressed.emit(done, total)

        def work() -> None:
            analyse_paragraphs(
                program.library, program.engine, program.analyses, text.id, places, tell
            )

        self._tasks.read(work, self._if_last(question, lambda _: self._found(places)), self._fail)

    def _found(self, places: list[tuple[int, int]]) -> None:
        self._text.learn(places)
        self.ready.emit()

    def _if_last(self, question: int, done: Callable[[object], None]) -> Callable[[object], None]:
        return lambda result: done(result) if question == self._question else None

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Stopped):
            self.troubled.emit(error)
