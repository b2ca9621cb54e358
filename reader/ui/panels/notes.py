"""The notes of a text above; below, one of them as it is read, or its editor."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.domain.formatted import FormattedBlock
from reader.domain.marks import PLACELESS, Note, Scope
from reader.ui import fonts
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.panels.note_editor import NoteEditor
from reader.ui.panels.note_view import NoteView
from reader.ui.scopes import scope_name
from reader.ui.theme import SPACE, Theme

_JOINED = "\u2060"
"""Keeps a line from being broken between the sign of a tag and its word."""

Plain = Callable[[str], str]


class NotesPanel(ListPanel):
    """``plain`` takes the markup off the words of a note for the list."""

    def __init__(self, plain: Plain, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Notes"),
            self.tr(
                "No notes yet. Select a place, or rest on a word, and press Ctrl+M to write one."
            ),
            parent,
        )
        self._plain = plain
        self.reader = NoteReader()
        self.editor = NoteEditor()
        for widget in (self.reader, self.editor):
            self.column.addWidget(widget, 2)
            widget.hide()

    def show_notes(self, notes: Sequence[Note], everywhere: Sequence[Note] = ()) -> None:
        """List the notes of a text; then those on words everywhere, and what lost its place."""
        rows = [self._row(note) for note in notes if not _apart(note) and not note.orphan]
        apart = [note for note in notes if note.scope is Scope.TEXT]
        rows[:0] = [self._row(note) for note in apart]
        for title, some in (
            (self.tr("On words everywhere"), everywhere),
            (self.tr("Without a certain place"), [n for n in notes if n.orphan]),
        ):
            if some:
                rows.append(Row(title, head=True))
                rows += [self._row(note) for note in some]
        self.list.rows.show(rows)

    def read(self, note: Note, blocks: Iterable[FormattedBlock]) -> None:
        """Show a note as it is read."""
        self.editor.hide()
        self.reader.read(note, blocks)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        super().set_theme(theme)
        self.reader.view.set_theme(theme)

    def _row(self, note: Note) -> Row:
        second = f"“{note.word or note.anchor.quote}”"
        if note.scope not in {Scope.SPAN, Scope.EVERYWHERE}:
            second = f"{scope_name(note.scope)} · {second}"
        if note.tags:
            second += "  " + " ".join(f"#{tag}" for tag in note.tags)
        return Row(self._plain(note.text), second, note)


class NoteReader(QWidget):
    """One note, formatted, and what can be done with it.

    ``edit_wanted``, ``copy_wanted`` (of its address) and ``removal_wanted`` carry the note.
    """

    edit_wanted = Signal(object)
    copy_wanted = Signal(object)
    removal_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note: Note | None = None
        self._about = QLabel()
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._about.setFont(fonts.interface("small"))
        self.view = NoteView()
        row = QHBoxLayout()
        row.setSpacing(SPACE[0])
        # Short enough for a narrow panel; the tip says the rest.
        for text, tip, signal in (
            (self.tr("Edit"), self.tr("Edit the note"), self.edit_wanted),
            (self.tr("Link"), self.tr("Copy the address of the note"), self.copy_wanted),
            (self.tr("Delete"), self.tr("Delete the note"), self.removal_wanted),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit(self.note))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(self._about)
        column.addWidget(self.view, 1)
        column.addLayout(row)

    def read(self, note: Note, blocks: Iterable[FormattedBlock]) -> None:
        """Show a note."""
        self.note = note
        quote = note.word or note.anchor.quote
        about = f"{scope_name(note.scope)}: “{quote}”"
        self._about.setText("  ".join([about, *(f"#{_JOINED}{tag}" for tag in note.tags)]))
        self.view.show_blocks(blocks)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return or F2 edits, Delete removes, Escape goes back."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_wanted.emit(self.note)
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(self.note)
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _apart(note: Note) -> bool:
    return note.scope in PLACELESS
