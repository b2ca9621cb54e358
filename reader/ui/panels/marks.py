"""Bookmarks, highlights and notes as lists, and the editor of one note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.document import Outline
from reader.domain.marks import Bookmark, Highlight, Note
from reader.ui import fonts
from reader.ui.colours import colour_name
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE

_SAVE_AFTER = 500
"""Milliseconds without typing after which a note is saved."""


def _section_title(outline: Outline, paragraph: int) -> str:
    section, _ = outline.locate(paragraph)
    return outline.titles[section] if outline.titles else ""


class BookmarksPanel(ListPanel):
    """Bookmarks above, highlights below.

    ``list.chosen`` and ``list.removal_wanted`` carry a Bookmark or a Highlight.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Bookmarks"),
            self.tr(
                "Nothing marked yet. Rest on a word and press Ctrl+B to set a bookmark, "
                "or select a passage and press Ctrl+H to highlight it."
            ),
            parent,
        )

    def show_marks(
        self, bookmarks: Sequence[Bookmark], highlights: Sequence[Highlight], outline: Outline
    ) -> None:
        """List what is marked in a text; marks that lost their place come last of their kind."""
        rows = [
            Row(mark.name, self._place(mark, outline), mark)
            for mark in sorted(bookmarks, key=lambda m: m.orphan)
        ]
        if highlights:
            rows.append(Row(self.tr("Highlights"), head=True))
        for mark in sorted(highlights, key=lambda m: m.orphan):
            where = f"{colour_name(mark.colour)} · {self._place(mark, outline)}"
            rows.append(Row(mark.anchor.quote, where, mark))
        self.list.rows.show(rows)

    def _place(self, mark: Bookmark | Highlight, outline: Outline) -> str:
        if mark.orphan:
            return self.tr("its place is no longer certain: “{0}”").format(mark.anchor.quote)
        return _section_title(outline, mark.anchor.span.paragraph)


class NotesPanel(ListPanel):
    """The notes of a text above, the editor of one of them below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Notes"),
            self.tr(
                "No notes yet. Select a place, or rest on a word, and press Ctrl+M to write one."
            ),
            parent,
        )
        self.editor = NoteEditor()
        self.column.addWidget(self.editor)
        self.editor.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """List the notes of a text; those that lost their place come last."""
        rows = []
        for note in sorted(notes, key=lambda n: n.orphan):
            second = f"“{note.anchor.quote}”"
            if note.orphan:
                second = self.tr("its place is no longer certain: {0}").format(second)
            elif note.tags:
                second += "  " + " ".join(f"#{tag}" for tag in note.tags)
            rows.append(Row(note.text, second, note))
        self.list.rows.show(rows)


class NoteEditor(QWidget):
    """Edits one note and saves it by itself while it is written.

    ``save_wanted`` carries the words and the tags; ``closed`` is sent when the reader is
    done. ``quote`` is shown above so that one knows what the note is on.
    """

    save_wanted = Signal(str, list)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = QLabel()
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._quote.setFont(fonts.reading(15))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the note"))
        self.text.setPlaceholderText(self.tr("Write here; it is saved as you type."))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(110)
        self.tags = QLineEdit()
        self.tags.setAccessibleName(self.tr("Tags, separated by spaces"))
        self.tags.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self.state = QLabel()
        self.state.setFont(fonts.interface("small"))
        self.state.setEnabled(False)
        done = QPushButton(self.tr("Done"))
        done.clicked.connect(self.finish)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[2])
        for widget in (self._quote, self.text, self.tags):
            column.addWidget(widget)
        column.addLayout(row)
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        self._dirty = False
        self.text.textChanged.connect(self._changed)
        self.tags.textEdited.connect(self._changed)

    def edit(self, quote: str, text: str = "", tags: Sequence[str] = ()) -> None:
        """Begin with a place and what was written there before."""
        self.flush()
        short = quote if len(quote) <= 60 else quote[:60] + "…"
        self._quote.setText(f"“{short}”")
        self.text.setPlainText(text)
        self.tags.setText(" ".join(tags))
        self._timer.stop()
        self._dirty = False
        self.state.setText("")
        self.show()
        self.text.setFocus()

    def flush(self) -> None:
        """Ask to save what has been typed and not saved yet."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            tags = [tag.lstrip("#") for tag in self.tags.text().split()]
            self.save_wanted.emit(self.text.toPlainText(), [tag for tag in tags if tag])

    def finish(self) -> None:
        """Save and close."""
        self.flush()
        self.hide()
        self.closed.emit()

    def saved(self) -> None:
        """Say that everything typed so far is safe."""
        if not self._dirty:
            self.state.setText(self.tr("Saved"))

    def not_saved(self) -> None:
        """Keep the words on the screen and try again when more is typed, or on Done."""
        self._dirty = True
        self.state.setText(self.tr("Not saved yet"))

    def _changed(self) -> None:
        self._dirty = True
        self.state.setText("")
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is done; nothing is thrown away."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)
