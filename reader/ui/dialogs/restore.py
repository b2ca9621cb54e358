"""Restoring one backup: merge or replace, and what that would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.domain.restoring import MERGE, REPLACE
from reader.ui import fonts
from reader.ui.dialogs import telling
from reader.ui.dialogs.fitting import fit
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.domain.restoring import Preview

_SHOWN = 500
"""Changes that are listed; all of them are counted."""


class RestoreDialog(QDialog):
    """Asks how a backup is to be restored; ``preview_wanted`` carries a mode.

    The default button restores once the preview is there.
    """

    preview_wanted = Signal(str)

    def __init__(self, name: str, *, undoing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore")
        title = (
            self.tr("Undo the last restore") if undoing else self.tr("Restore “{0}”").format(name)
        )
        self.setWindowTitle(title)
        self.merge = QRadioButton(
            self.tr("&Merge: add what is missing here; of what both have, the later change stays")
        )
        self.replace = QRadioButton(
            self.tr("Re&place: make the library exactly what the backup is")
        )
        (self.replace if undoing else self.merge).setChecked(True)
        self.told = self._label("")
        self.told.setAccessibleName(self.tr("What would change"))
        self.list = self._list()
        self.safe = self._label(
            self.tr("Before that, a backup of what there is now is made, so this can be undone.")
        )
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.take = buttons.addButton(self.tr("&Restore"), role.AcceptRole)
        self.take.setDefault(True)
        self.cancel = buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.cancel.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        for choice in (self.merge, self.replace):
            choice.setVisible(not undoing)
            choice.toggled.connect(self._choose)
            column.addWidget(choice)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addWidget(self.safe)
        column.addWidget(buttons)
        self.resize(fonts.scaled(600), fonts.scaled(500))
        self.wait()
        fit(self)

    @staticmethod
    def _label(text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _list(self) -> QTreeWidget:
        changes = QTreeWidget()
        changes.setAccessibleName(self.tr("Changes"))
        changes.setRootIsDecorated(False)
        changes.setUniformRowHeights(True)
        changes.setHeaderLabels(
            [self.tr("What happens"), self.tr("What"), self.tr("Where"), self.tr("Words")]
        )
        header = changes.header()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(2, fonts.scaled(140))
        header.setStretchLastSection(True)
        return changes

    @property
    def mode(self) -> str:
        """Merge or replace."""
        return MERGE if self.merge.isChecked() else REPLACE

    def wait(self) -> None:
        """A preview is being made."""
        self.told.setText(self.tr("Reading the backup and comparing it with your library…"))
        self.list.clear()
        self.list.setHeaderHidden(True)
        for widget in (self.merge, self.replace, self.take):
            widget.setEnabled(False)

    def fail(self, message: str) -> None:
        """The backup cannot be restored so: say why; the other way may be possible."""
        self.told.setText(message)
        self.safe.hide()
        self.merge.setEnabled(True)
        self.replace.setEnabled(True)
        self.cancel.setFocus()

    def show_preview(self, preview: Preview) -> None:
        """Tell what would be done."""
        lines = telling.changes(preview)
        if preview.broken:
            lines = [
                self.tr(
                    "Your library is damaged, so what would change cannot be told. The backup "
                    "takes its place, and the damaged file is kept beside it."
                )
            ]
        elif not lines:
            lines = [self.tr("Nothing would change: everything in the backup is here already.")]
        if preview.orphans:
            said = self.tr("Without a place, because their text is mended otherwise here: {0}")
            lines.append(said.format(preview.orphans))
        if preview.damaged:
            lines.append(self.tr("Damaged in the backup: {0}").format(preview.damaged))
        self.told.setText("\n".join(lines))
        self.list.setHeaderHidden(not preview.changes)
        for change in preview.changes[:_SHOWN]:
            words = " ".join(change.text.split())[:200]
            where = " · ".join(filter(None, (" ".join(change.quote.split()), change.title)))
            cells = [telling.how(change.how), telling.kind(change.kind), where, words]
            item = QTreeWidgetItem(self.list, cells)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, telling.listed(cells))
        self.merge.setEnabled(True)
        self.replace.setEnabled(True)
        self.take.setEnabled(not preview.nothing)
        self.safe.setVisible(not preview.nothing)
        (self.cancel if preview.nothing else self.take).setFocus()

    def _choose(self, on: bool) -> None:
        if on:
            self.wait()
            self.preview_wanted.emit(self.mode)

    # --- Qt ---------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is cancelling."""
        self.reject()
        event.accept()
