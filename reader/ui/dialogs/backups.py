"""The list of backups: made, restored, and the last restore undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.domain.backups import BEFORE_RESTORE
from reader.ui import fonts
from reader.ui.dialogs import telling
from reader.ui.dialogs.buttons import closing
from reader.ui.dialogs.fitting import fit
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.domain.backups import Backup

_PATH = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """Shows what :meth:`show_backups` gives; the signals carry what is to be done.

    ``restore_wanted`` carries a path.
    """

    backup_wanted = Signal()
    restore_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle(self.tr("Backups"))
        self._backups: Sequence[Backup] = ()
        self.tree = self._list()
        self.contents = self._label("")
        self.told = self._label("")
        self.told.hide()
        hint = self._label(
            self.tr(
                "Once a day Xidu copies your library with all marks, reads the copy back, and "
                "keeps those of 7 days, 4 weeks and 12 months. Beside each lies a file of the "
                "same name that can be read without Xidu."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(hint)
        column.addWidget(self.tree, 1)
        column.addWidget(self.contents)
        column.addWidget(self.told)
        column.addLayout(self._tools())
        column.addWidget(closing(self))
        self.resize(fonts.scaled(640), fonts.scaled(480))
        self.tree.currentItemChanged.connect(self._offer)
        self.tree.itemActivated.connect(lambda _item, _column: self._restore())
        self._offer()
        fit(self)
        self.tree.setFocus()

    @staticmethod
    def _label(text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Backups"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        names = [
            self.tr("Made"),
            self.tr("Why"),
            self.tr("Size"),
            self.tr("Marks"),
            self.tr("State"),
        ]
        tree.setHeaderLabels(names)
        header = tree.header()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _tools(self) -> QHBoxLayout:
        self.now = QPushButton(self.tr("Back up &now"))
        self.restore = QPushButton(self.tr("&Restore…"))
        self.other = QPushButton(self.tr("Restore a &file…"))
        self.undo = QPushButton(self.tr("&Undo the last restore"))
        self.now.clicked.connect(self._back_up)
        self.restore.clicked.connect(self._restore)
        self.other.clicked.connect(self._choose)
        self.undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        for button in (self.now, self.restore, self.other, self.undo):
            button.setAutoDefault(False)
            row.addWidget(button)
            if button is self.now:
                row.addStretch(1)
        return row

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List these, the latest first."""
        chosen = self._current()
        self._backups = backups
        self.tree.clear()
        for backup in backups:
            marks = f"{sum(backup.marks.values()):,}" if backup.verified else ""
            cells = [
                telling.moment(backup.made),
                telling.why(backup),
                telling.size(backup.size),
                marks,
                telling.state(backup),
            ]
            item = QTreeWidgetItem(self.tree, cells)
            item.setData(0, _PATH, backup.path)
            for column in (2, 3):
                item.setTextAlignment(
                    column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
            # A screen reader says the row at once, not its first cell alone.
            said = telling.listed([*cells[:3], telling.contents(backup), cells[4]])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        rows = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        current = next(
            (i for i in rows if i is not None and i.data(0, _PATH) == chosen),
            rows[0] if rows else None,
        )
        if current is not None:
            self.tree.setCurrentItem(current)
        self._offer()

    def say(self, text: str) -> None:
        """Tell what is going on, or has been done."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def set_busy(self, *, busy: bool) -> None:
        """Whether something is being done that must end first."""
        for button in (self.now, self.restore, self.other, self.undo):
            button.setEnabled(not busy)
        if not busy:
            self._offer()

    # --- what is asked ----------------------------------------------------------

    def _current(self) -> Path | None:
        item = self.tree.currentItem()
        return None if item is None else item.data(0, _PATH)

    def _offer(self) -> None:
        path = self._current()
        backup = next((one for one in self._backups if one.path == path), None)
        self.contents.setText("" if backup is None else telling.contents(backup))
        self.restore.setEnabled(backup is not None)
        undone = any(one.kind == BEFORE_RESTORE and one.verified for one in self._backups)
        self.undo.setEnabled(undone)

    def _back_up(self) -> None:
        self.set_busy(busy=True)
        self.say(self.tr("The library is being copied and read back…"))
        self.backup_wanted.emit()

    def _restore(self) -> None:
        path = self._current()
        if path is not None:
            self.restore_wanted.emit(path)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Restore a file"), "", self.tr("Backups (*.sqlite3);;All files (*)")
        )
        if name:
            self.restore_wanted.emit(Path(name))
