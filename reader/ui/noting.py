"""Notes as a person writes them: kept while they are typed, saved by themselves, undone as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.app import Program
from reader.domain.marks import Note, Scope
from reader.domain.places import Span
from reader.ui.article.view import ArticleView
from reader.ui.marking import Marking
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.domain.drafts import Draft
    from reader.domain.mark_changes import MarkPatch
    from reader.services.undoing import Step
    from reader.ui.panels.notes import NotesPanel

_AGAIN_AFTER = 5000
"""Milliseconds after which saving is tried again that has failed."""


class _Writing:
    """One note being written: its draft, and the step that undoes all that was saved of it."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.patches: list[MarkPatch] = []
        self.step: Step[Callable[[], None]] | None = None


class Noting(QObject):
    """Opens notes in their panel and stores what is written there.

    ``troubled`` carries a fault of the world, ``left`` a draft that was being written when the
    program ended.
    """

    troubled = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        reading: Reading,
        view: ArticleView,
        marking: Marking,
    ) -> None:
        super().__init__(view)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._marking = marking
        self._panel: NotesPanel | None = None
        self._writing: _Writing | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_AFTER)
        self._again.timeout.connect(self._try_again)
        self._waiting: list[tuple[_Writing, Draft]] = []

    def attach(self, panel: NotesPanel) -> None:
        """Work in this panel."""
        self._panel = panel
        panel.editor.draft_wanted.connect(self._keep)
        panel.editor.save_wanted.connect(self._save)
        panel.editor.closed.connect(self._end)
        panel.reader.edit_wanted.connect(self.edit)
        panel.reader.removal_wanted.connect(self.remove)
        panel.reader.closed.connect(panel.list.setFocus)

    def write(self, span: Span, scope: Scope | None = None) -> None:
        """Begin a note on a place, or go on with the one there; with a ``scope``, a new one."""
        text = self._reading.text
        note = self._reading.note_at(span) if scope is None else None
        if text is None:
            return
        if note is not None:
            self.edit(note)
        else:
            draft = self._program.drafting.begin(text.id, span)
            self._begin(draft._replace(scope=scope or Scope.SPAN))

    def edit(self, note: Note) -> None:
        """Go on with a note."""
        self.flush()
        self._begin(self._program.drafting.change(note))

    def go_on(self, draft: Draft) -> None:
        """Go on with a draft that was left."""
        self._begin(draft)
        if self._panel is not None:
            self._panel.editor.not_saved()

    def read(self, note: Note) -> None:
        """Show a note as it is read, and what links to it."""
        from reader.ui.note_blocks import blocks_of  # noqa: PLC0415 - with the first note

        if self._panel is not None:
            self.flush()
            linking = self._program.links.to_mark(note)
            self._panel.read(note, blocks_of(note, linking))

    def remove(self, note: Note) -> None:
        """Put a note into the bin."""
        panel, writing = self._panel, self._writing
        if panel is not None:
            if writing is not None and writing.draft.note == note.id:
                self._writing = None
                panel.editor.hide()
            if panel.reader.note == note:
                panel.reader.hide()
        self._marking.carry_out(
            lambda: self._program.notebook.remove_note(note.id), self.tr("Note removed")
        )

    def flush(self) -> None:
        """Save what has been typed and not saved yet."""
        if self._panel is not None:
            self._panel.editor.flush()

    def look_for_left(self) -> None:
        """Say what was being written when the program ended, if anything was."""

        def tell(drafts: list[Draft]) -> None:
            if drafts and self._writing is None:
                self.left.emit(drafts[0])

        if not self._program.database.read_only:
            self._tasks.read(self._program.drafting.left, tell, self.troubled.emit)

    def _begin(self, draft: Draft) -> None:
        if self._panel is None:
            return
        self.flush()
        self._panel.reader.hide()
        self._writing = _Writing(draft)
        self._panel.editor.edit(draft)
        self._tasks.read(self._program.notebook.tags, self._panel.editor.know_tags)

    def _end(self) -> None:
        self._writing = None

    def _written(self) -> Draft | None:
        """The draft with what stands in the editor, if that is anything."""
        if self._panel is None or self._writing is None:
            return None
        draft = self._panel.editor.written(self._writing.draft)
        return draft if draft.text.strip() or draft.tags or draft.note else None

    def _keep(self) -> None:
        """Keep the draft: after a crash it is offered again."""
        draft, writing, panel = self._written(), self._writing, self._panel
        if writing is None or panel is None:
            return
        drafting = self._program.drafting
        if draft is None:
            self._tasks.write(lambda: drafting.drop(writing.draft), None, self.troubled.emit)
        else:
            self._tasks.write(
                lambda: drafting.keep(draft),
                lambda _: panel.editor.kept(),
                lambda error: self._fail(writing, draft, error),
            )

    def _save(self) -> None:
        """Make the note of the draft."""
        draft, writing = self._written(), self._writing
        if writing is not None and draft is None:
            self._keep()
        elif writing is not None and draft is not None:
            self._store(writing, draft)

    def _store(self, writing: _Writing, draft: Draft) -> None:
        program = self._program

        def work() -> list[MarkPatch]:
            # Runs in the one writing thread, so a second save sees the first one's note.
            known = draft._replace(note=draft.note or writing.draft.note)
            note, patches = program.notebook.recorded(lambda: program.drafting.store(known))
            writing.draft = writing.draft._replace(note=note.id, scope=note.scope)
            return patches

        def done(patches: list[MarkPatch]) -> None:
            self._remember(writing, patches)
            if self._panel is not None:
                self._panel.editor.saved()
            self._reading.show_marks()

        self._tasks.write(work, done, lambda error: self._fail(writing, draft, error))

    def _remember(self, writing: _Writing, patches: list[MarkPatch]) -> None:
        """All that is saved from one opening of the editor is one step, until it is undone."""
        steps = self._marking.steps
        if writing.step is None or steps.last is not writing.step:
            writing.patches = []
            writing.step = self._marking.step(self.tr("Note written"), writing.patches)
        writing.patches += patches
        steps.add(writing.step)

    def _fail(self, writing: _Writing, draft: Draft, error: Exception) -> None:
        """Nothing written is given up: it goes back to the editor, or waits beside it."""
        panel = self._panel
        if panel is not None and self._writing in {None, writing} and not panel.editor.dirty:
            self._writing = writing
            panel.editor.show()
            panel.editor.not_saved()
        elif self._writing is not writing:
            self._waiting = [each for each in self._waiting if each[0] is not writing]
            self._waiting.append((writing, draft))
        self._again.start()
        self.troubled.emit(error)

    def _try_again(self) -> None:
        waiting, self._waiting = self._waiting, []
        for writing, draft in waiting:
            self._store(writing, draft)
        self.flush()
