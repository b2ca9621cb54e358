"""Marks that have lost their place, put where they belong by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.domain.mark_changes import undoing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.app import Program
    from reader.domain.mark_changes import MarkPatch
    from reader.domain.marks import Mark
    from reader.domain.places import Span
    from reader.services.orphans import Choice
    from reader.ui.article.view import ArticleView
    from reader.ui.dialogs.orphans import OrphansDialog
    from reader.ui.marking import Marking
    from reader.ui.reading import Marks, Reading
    from reader.ui.tasks import Tasks


class Orphans(QObject):
    """Shows the marks of the open text that have no place, and puts them where a person says.

    ``said`` carries a message.
    """

    said = Signal(str)
    troubled = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        reading: Reading,
        article: ArticleView,
        marking: Marking,
    ) -> None:
        super().__init__(article)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._article = article
        self._marking = marking
        self._dialog: OrphansDialog | None = None
        reading.marks_changed.connect(self._fill)
        reading.opened.connect(self._fill)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {"orphans": self.show_orphans}

    def show_orphans(self, chosen: Mark | None = None) -> None:
        """Show the list, with one mark chosen in it."""
        if self._dialog is None:
            self._dialog = self._made()
        self._fill(chosen.id if chosen is not None else "")
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.marks.focus_first()

    def _made(self) -> OrphansDialog:
        from reader.ui.dialogs.fitting import fit  # noqa: PLC0415 - seldom
        from reader.ui.dialogs.orphans import OrphansDialog  # noqa: PLC0415

        dialog = OrphansDialog(self._article.theme, self._window())
        dialog.choices_wanted.connect(self._find)
        dialog.looked_at.connect(self._article.go_to)
        dialog.placed.connect(self.place)
        dialog.selection_wanted.connect(self._place_on_selection)
        fit(dialog)
        return dialog

    def _window(self) -> QWidget:
        return self._article.window()

    def _fill(self, chosen: str = "") -> None:
        dialog, text = self._dialog, self._reading.text
        if dialog is None or text is None:
            return
        marks: list[Mark] = [
            *self._reading.bookmarks,
            *self._reading.highlights,
            *self._reading.notes,
        ]
        lost = sorted((m for m in marks if m.orphan), key=lambda m: m.anchor.span)
        dialog.show_marks(lost, chosen)

    def _find(self, mark: Mark) -> None:
        def found(choices: list[Choice]) -> None:
            if self._dialog is not None:
                self._dialog.show_choices(mark, choices)

        self._tasks.read(lambda: self._program.orphans.choices(mark), found, self.troubled.emit)

    def _place_on_selection(self, mark: Mark | None) -> None:
        span = self._article.current_span
        if mark is None:
            return
        if span is None:
            self.said.emit(self.tr("Select the words in the text where the mark belongs first."))
        else:
            self.place(mark, span)

    def place(self, mark: Mark, span: Span) -> None:
        """Put a mark at a place; it can be taken back."""
        notebook = self._program.notebook

        def work() -> tuple[list[MarkPatch], Marks]:
            _, patches = notebook.recorded(lambda: notebook.move(mark, mark.document, span))
            return patches, self._reading.read_marks(mark.document)

        def finished(both: tuple[list[MarkPatch], Marks]) -> None:
            patches, marks = both
            self._reading.show_marks(marks)
            self._marking.remember(
                self.tr("The mark has its place again"),
                lambda: notebook.apply(undoing(patches)),
                self._reading.show_marks,
                lambda: notebook.apply(patches),
            )

        self._tasks.write(work, finished, self.troubled.emit)
