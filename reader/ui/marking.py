"""Bookmarks, notes and corrections as a person makes them, each with its undoing."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.marks import Bookmark, Note
from reader.domain.places import Span
from reader.ui.article.view import ArticleView
from reader.ui.panels.marks import NoteEditor
from reader.ui.reading import Marks, Reading
from reader.ui.tasks import Tasks

Undo = Callable[[], object]


class Step(NamedTuple):
    """Something done: what takes it back, what shows that, and what does it again if anything."""

    undo: Undo
    show: Callable[[], None]
    redo: Undo | None = None


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
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._editing: _Draft | None = None
        self._editor: NoteEditor | None = None

    # --- bookmarks --------------------------------------------------------------

    def set_bookmark(self, place: Span | None = None) -> None:
        """Set a bookmark on a place, on what is selected or current, or where the view begins."""
        span = place or self._view.current_span or self._top()
        text = self._reading.text
        if span is None or text is None:
            return

        def undo_for(result: Any) -> Undo:
            bookmark: Bookmark = result[0]
            return lambda: self._program.notebook.remove_bookmark(bookmark.id)

        self.carry_out(
            lambda: self._program.notebook.add_bookmark(text.id, span),
            self.tr("Bookmark set"),
            undo_for,
            redo_for=lambda result: lambda: self._program.notebook.restore_bookmark(result[0].id),
        )

    def remove_bookmark(self, bookmark: Bookmark) -> None:
        """Take a bookmark away."""
        self.carry_out(
            lambda: self._program.notebook.remove_bookmark(bookmark.id),
            self.tr("Bookmark removed"),
            lambda _: lambda: self._program.notebook.restore_bookmark(bookmark.id),
            redo_for=lambda _: lambda: self._program.notebook.remove_bookmark(bookmark.id),
        )

    def rename_bookmark(self, bookmark: Bookmark, name: str) -> None:
        """Give a bookmark another name."""
        rename = self._program.notebook.rename_bookmark
        self.carry_out(
            lambda: rename(bookmark.id, name),
            self.tr("Bookmark renamed"),
            lambda _: lambda: rename(bookmark.id, bookmark.name),
            redo_for=lambda _: lambda: rename(bookmark.id, name),
        )

    # --- notes ------------------------------------------------------------------

    def attach(self, editor: NoteEditor) -> None:
        """Save what is written in ``editor``."""
        self._editor = editor
        editor.save_wanted.connect(self._save_note)

    def write_note(self, span: Span) -> None:
        """Begin a note on a place, or go on with the one there."""
        if self._editor is None or self._reading.text is None:
            return
        note = self._reading.note_at(span)
        if note is not None:
            self.edit_note(note)
            return
        self._editor.edit(self._reading.text_of(span))
        self._editing = _Draft(self._reading.text.id, span)

    def edit_note(self, note: Note) -> None:
        """Go on with a note."""
        if self._editor is not None:
            self._editor.edit(note.anchor.quote, note.text, note.tags)
            self._editing = _Draft(note.document, note.anchor.span, note)

    def remove_note(self, note: Note) -> None:
        """Put a note into the bin."""
        if self._editing is not None and self._editing.note == note and self._editor is not None:
            self._editing = None
            self._editor.hide()
        self.carry_out(
            lambda: self._program.notebook.remove_note(note.id),
            self.tr("Note removed"),
            lambda _: lambda: self._program.notebook.restore_note(note.id),
            redo_for=lambda _: lambda: self._program.notebook.remove_note(note.id),
        )

    def _save_note(self, words: str, tags: list[str]) -> None:
        draft, editor = self._editing, self._editor
        if draft is None or editor is None or not (words.strip() or draft.note):
            return
        notebook = self._program.notebook

        def work() -> Note:
            # Runs in the one writing thread, so a second save sees the first one's note.
            if draft.note is None:
                draft.note = notebook.add_note(draft.document, draft.span, words, tags)[0]
            else:
                draft.note = notebook.change_note(draft.note, words, tags)[0]
            return draft.note

        def done(_note: object) -> None:
            editor.saved()
            self._reading.show_marks()

        def failed(error: Exception) -> None:
            editor.not_saved()
            self.troubled.emit(error)

        self._tasks.write(work, done, failed)

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
                self.remember(
                    self.tr("Text corrected"),
                    lambda: self._program.texts.decide(text.id, before),
                    self._reading.reopen,
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
            self.remember(message, undo, self._reading.reopen)

        self._tasks.write(work, finished, self.troubled.emit)

    # --- undo -------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._undo)

    def undo(self) -> None:
        """Undo the last thing done here."""
        if not self._undo:
            return
        step = self._undo.pop()
        # What cannot be done again stands between what came before it and what came after.
        self._redo = [*self._redo, step] if step.redo is not None else []
        self._tasks.write(step.undo, lambda _: step.show(), self.troubled.emit)

    def redo(self) -> None:
        """Do again what was undone last."""
        if not self._redo:
            return
        step = self._redo.pop()
        self._undo.append(step)
        assert step.redo is not None
        self._tasks.write(step.redo, lambda _: step.show(), self.troubled.emit)

    def _keep(self, step: Step) -> None:
        """Something new has been done: what was undone before is gone."""
        self._undo.append(step)
        self._redo.clear()

    def carry_out(
        self,
        work: Callable[[], Any],
        message: str,
        undo_for: Callable[[Any], Undo],
        *,
        seen: bool = False,
        redo_for: Callable[[Any], Undo] | None = None,
    ) -> None:
        """Change marks in the writing thread, say so, and keep what undoes it.

        ``undo_for`` makes that of the result of ``work``, ``redo_for`` what does it again. What
        is ``seen`` in the text itself is told to assistive tools only: a notice would move it.
        """
        document = self._reading.text.id if self._reading.text is not None else 0

        def work_and_read() -> tuple[Any, Marks]:
            # Thousands of marks take longer to read than the window may stand still.
            return work(), self._reading.read_marks(document)

        def finished(both: tuple[Any, Marks]) -> None:
            result, marks = both
            self._reading.show_marks(marks)
            again = None if redo_for is None else redo_for(result)
            self._keep(Step(undo_for(result), self._reading.show_marks, again))
            (self._view.announce if seen else self.done.emit)(message)

        self._tasks.write(work_and_read, finished, self.troubled.emit)

    def remember(
        self, message: str, undo: Undo, show: Callable[[], None], redo: Undo | None = None
    ) -> None:
        """Say what was done and keep what undoes it and does it again; ``show`` shows that."""
        self._keep(Step(undo, show, redo))
        self.done.emit(message)

    def _top(self) -> Span | None:
        seen = self._view.visible_paragraphs()
        text = self._reading.text
        if text is None or not seen or not text.shape[seen[0]][1]:
            return None
        return Span(seen[0], 0, 1)


class _Draft:
    """A note being written: where it stands, and the stored note once there is one."""

    def __init__(self, document: int, span: Span, note: Note | None = None) -> None:
        self.document = document
        self.span = span
        self.note = note
