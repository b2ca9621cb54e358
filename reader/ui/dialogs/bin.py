"""The bin: marks that were removed, to be taken out again."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.marks import Bookmark, Highlight, Mark, Note
from reader.formats.notes import plain
from reader.services.bin import DAYS
from reader.ui.colours import colour_name
from reader.ui.mark_texts import day_name
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE, Theme

_LONGEST = 200


class BinDialog(QDialog):
    """``restore_wanted`` carries the marks to be taken out."""

    restore_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bin")
        self.setWindowTitle(self.tr("Bin"))
        self.resize(460, 480)
        said = self.tr("What you remove is kept here for {0} days.").format(DAYS)
        label = QLabel(said)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.panel = ListPanel(self.tr("Removed marks"), self.tr("The bin is empty."))
        self.panel.set_theme(theme)
        rows = self.panel.list
        rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.restore = QPushButton(self.tr("&Take out"))
        self.restore.clicked.connect(self._restore)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.restore.setAutoDefault(False)
        rows.selectionModel().selectionChanged.connect(self._follow)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.restore)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[2])
        column.addWidget(label)
        column.addWidget(self.panel, 1)
        column.addLayout(buttons)
        self._follow()

    def show_marks(self, removed: Sequence[tuple[Mark, datetime]]) -> None:
        """List what was removed, and when; the last first."""
        self.panel.list.rows.show([self._row(mark, when) for mark, when in removed])
        if removed:
            self.panel.list.setCurrentIndex(self.panel.list.rows.index(0))
        self._follow()

    def _row(self, mark: Mark, when: datetime) -> Row:
        quote = mark.anchor.quote[:_LONGEST]
        if isinstance(mark, Note):
            main, kind = plain(mark.text[:_LONGEST]) or quote, self.tr("Note")
        elif isinstance(mark, Bookmark):
            main, kind = mark.name, self.tr("Bookmark")
        else:
            assert isinstance(mark, Highlight)
            main, kind = quote, self.tr("Highlight, {0}").format(colour_name(mark.colour))
        day = day_name(when.astimezone().date())
        second = self.tr("{0} · removed {1}").format(kind, day)
        return Row(main, second, mark)

    def _follow(self) -> None:
        self.restore.setEnabled(self.panel.list.selectionModel().hasSelection())

    def _restore(self) -> None:
        chosen = self.panel.list.selectionModel().selectedIndexes()
        marks = [self.panel.list.rows.row(index).payload for index in chosen]
        if marks:
            self.restore_wanted.emit(marks)
