"""The editor of one note: its words, its tags, how much of the text it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.drafts import Draft
from reader.domain.marks import Scope
from reader.ui import fonts
from reader.ui.panels.tags import TagEdit
from reader.ui.scopes import is_word, scope_name
from reader.ui.theme import SPACE

_KEEP_AFTER = 250
"""Milliseconds after the first change not yet kept at which the draft is: also while one types."""

_SAVE_AFTER = 1200
"""Milliseconds without typing after which the note itself is saved."""

_SHOWN = 60


class NoteEditor(QWidget):
    """Edits one note.

    ``draft_wanted`` asks to keep the draft while it is written, ``save_wanted`` to make the note
    of it; ``closed`` is sent when the reader is done. The quote is shown above so that one knows
    what the note is on.
    """

    draft_wanted = Signal()
    save_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = QLabel()
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._quote.setFont(fonts.reading(15))
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("What the note is about"))
        about = QLabel(self.tr("Abou&t:"))
        about.setBuddy(self.scope)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the note"))
        self.text.setPlaceholderText(self.tr("Write here, in Markdown; it is saved as you type."))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(110)
        self.tags = TagEdit()
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setFont(fonts.interface("small"))
        self.state.setEnabled(False)
        done = QPushButton(self.tr("Done"))
        done.clicked.connect(self.finish)
        scopes, row = QHBoxLayout(), QHBoxLayout()
        scopes.addWidget(about)
        scopes.addWidget(self.scope, 1)
        row.addWidget(self.state, 1)
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(self._quote)
        column.addLayout(scopes)
        column.addWidget(self.text, 1)
        column.addWidget(self.tags)
        column.addLayout(row)
        # As one goes from one field to the next, with the words first.
        for first, second in ((self.text, self.tags), (self.tags, self.scope), (self.scope, done)):
            QWidget.setTabOrder(first, second)
        self._keep_timer = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._keep_timer.timeout.connect(self.draft_wanted)
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER)
        self._save_timer.timeout.connect(self.flush)
        self.dirty = False
        self._showing = False
        self.text.textChanged.connect(self._changed)
        self.tags.textEdited.connect(self._changed)
        self.scope.activated.connect(self._changed)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    def edit(self, draft: Draft) -> None:
        """Begin with a place and what was written there before."""
        self.flush()
        self._showing = True
        quote = draft.anchor.quote
        self._quote.setText(f"“{quote if len(quote) <= _SHOWN else quote[:_SHOWN] + '…'}”")
        self._quote.setVisible(bool(quote))
        self.scope.clear()
        for scope in Scope:
            if scope is not Scope.EVERYWHERE or is_word(quote) or draft.scope is scope:
                self.scope.addItem(scope_name(scope), scope)
        self.scope.setCurrentIndex(max(0, self.scope.findData(draft.scope)))
        self.text.setPlainText(draft.text)
        self.tags.show_tags(draft.tags)
        self._showing = False
        self._rest()
        self.state.setText("")
        self.show()
        self.text.setFocus()

    def written(self, draft: Draft) -> Draft:
        """A draft with what is written here now."""
        scope = Scope(self.scope.currentData() or draft.scope)
        return draft._replace(text=self.text.toPlainText(), tags=tuple(self.tags.tags), scope=scope)

    def know_tags(self, tags: Sequence[str]) -> None:
        """Offer these tags."""
        self.tags.know(tags)

    def flush(self) -> None:
        """Ask to save what has been typed and not saved yet."""
        if self.dirty:
            self._rest()
            self.save_wanted.emit()

    def finish(self) -> None:
        """Save and close."""
        self.flush()
        self.hide()
        self.closed.emit()

    def kept(self) -> None:
        """Say that what was typed so far would survive a crash."""
        if self.dirty:
            self.state.setText(self.tr("Draft kept"))

    def saved(self) -> None:
        """Say that everything typed so far is safe."""
        if not self.dirty:
            self.state.setText(self.tr("Saved"))

    def not_saved(self) -> None:
        """Keep the words on the screen, to be saved once more."""
        self.dirty = True
        self.state.setText(self.tr("Not saved yet"))

    def _rest(self) -> None:
        self._keep_timer.stop()
        self._save_timer.stop()
        self.dirty = False

    def _changed(self) -> None:
        if self._showing:
            return
        self.dirty = True
        self.state.setText("")
        self._save_timer.start()
        if not self._keep_timer.isActive():
            self._keep_timer.start()

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Save when one goes on elsewhere in the window."""
        left = old is not None and self.isAncestorOf(old)
        # The list of tags is a window of its own.
        within = new is None or self.isAncestorOf(new) or new.window() is not self.window()
        if left and not within:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is done; nothing is thrown away."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)
