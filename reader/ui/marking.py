"""Bookmarks and corrections of the text as a person makes them, and the undoing of everything."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.mark_changes import MarkPatch, undoing
from reader.domain.marks import Bookmark
from reader.domain.places import Span
from reader.services.undoing import Step, Steps
from reader.ui.article.view import ArticleView
from reader.ui.reading import Marks, Reading
from reader.ui.tasks import Tasks

Undo = Callable[[], object]


class Marking(QObject):
    """Carries out marks in the writing thread; ``done`` says so and offers the undoing."""

    done = Signal(str)
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, reading: Reading, view: ArticleView) -> None:
        super().__init__(view)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._view = view
        self.steps: Steps[Callable[[], None]] = Steps()

    # --- bookmarks --------------------------------------------------------------

    def set_bookmark(self, place: Span | None = None) -> None:
        """Set a bookmark on a place, on what is selected or current, or where the view begins."""
        span = place or self._view.current_span or self._top()
        text = self._reading.text
        if span is None or text is None:
            return

        self.carry_out(
            lambda: self._program.notebook.add_bookmark(text.id, span), self.tr("Bookmark set")
        )

    def remove_bookmark(self, bookmark: Bookmark) -> None:
        """Take a bookmark away."""
        self.carry_out(
            lambda: self._program.notebook.remove_bookmark(bookmark.id),
            self.tr("Bookmark removed"),
        )

    def rename_bookmark(self, bookmark: Bookmark, name: str) -> None:
        """Give a bookmark another name."""
        rename = self._program.notebook.rename_bookmark
        self.carry_out(
            lambda: rename(bookmark.id, name),
            self.tr("Bookmark renamed"),
        )

    # --- repairs and corrections ------------------------------------------------

    def undo_repair(self, key: str) -> None:
        """Take a repair of the page back."""
        text = self._reading.text
        if text is None:
            return
        before = self._program.texts.decisions(text.id)
        self._mend(
            lambda: self._program.texts.undo_repair(text.id, key),
            self.tr("Repair undone"),
            lambda: self._program.texts.decide(text.id, before),
        )

    def correct(self, span: Span, replacement: str) -> None:
        """Replace characters of the text."""
        text = self._reading.text
        if text is None:
            return
        before = self._program.texts.decisions(text.id)

        def work() -> bool:
            return self._program.texts.correct(text.id, span, replacement)

        def finished(made: object) -> None:
            if made:
                self._reading.reopen()
                after = self._program.texts.decisions(text.id)
                self.remember(
                    self.tr("Text corrected"),
                    lambda: self._program.texts.decide(text.id, before),
                    self._reading.reopen,
                    lambda: self._program.texts.decide(text.id, after),
                )
            else:
                self.done.emit(
                    self.tr(
                        "These characters come from two places of the source; "
                        "please correct them one side at a time."
                    )
                )

        self._tasks.write(work, finished, self.troubled.emit)

    def _mend(self, work: Callable[[], Any], message: str, undo: Undo) -> None:
        def finished(_result: object) -> None:
            self._reading.reopen()
            self.remember(message, undo, self._reading.reopen, work)

        self._tasks.write(work, finished, self.troubled.emit)

    # --- undo -------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo."""
        return self.steps.last is not None

    def undo(self) -> None:
        """Undo the last thing done here."""
        step = self.steps.back()
        if step is None:
            return

        def failed(error: Exception) -> None:
            if step.redo is None or self.steps.forward() is not step:
                self.steps.add(step)
            self.troubled.emit(error)

        self._tasks.write(step.undo, lambda _: step.after(), failed)

    def redo(self) -> None:
        """Do again what was undone last."""
        step = self.steps.forward()
        if step is None or step.redo is None:
            return

        def failed(error: Exception) -> None:
            self.steps.back()
            self.troubled.emit(error)

        self._tasks.write(step.redo, lambda _: step.after(), failed)

    def carry_out(self, work: Callable[[], Any], message: str, *, seen: bool = False) -> None:
        """Change marks in the writing thread, say so, and keep what undoes it.

        What is ``seen`` in the text itself is told to assistive tools only: a notice would
        move it.
        """
        notebook = self._program.notebook
        document = self._reading.text.id if self._reading.text is not None else 0

        def work_and_read() -> tuple[list[MarkPatch], Marks]:
            _, patches = notebook.recorded(work)
            # Thousands of marks take longer to read than the window may stand still.
            return patches, self._reading.read_marks(document)

        def finished(both: tuple[list[MarkPatch], Marks]) -> None:
            patches, marks = both
            self._reading.show_marks(marks)
            if patches:
                self.steps.add(self.step(message, patches))
            (self._view.announce if seen else self.done.emit)(message)

        self._tasks.write(work_and_read, finished, self.troubled.emit)

    def step(self, message: str, patches: list[MarkPatch]) -> Step[Callable[[], None]]:
        """What undoes changes of marks, those that are added to the list later, too."""
        notebook = self._program.notebook
        return Step(
            message,
            lambda: notebook.apply(undoing(patches)),
            lambda: notebook.apply(patches),
            self._reading.show_marks,
        )

    def remember(
        self, message: str, undo: Undo, show: Callable[[], None], redo: Undo | None = None
    ) -> None:
        """Say what was done and keep what undoes it and does it again; ``show`` shows that."""
        self.steps.add(Step(message, undo, redo, show))
        self.done.emit(message)

    def _top(self) -> Span | None:
        seen = self._view.visible_paragraphs()
        text = self._reading.text
        if text is None or not seen or not text.shape[seen[0]][1]:
            return None
        return Span(seen[0], 0, 1)
