"""The glossaries: switched on and off, renamed, removed, taken in and handed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.domain.own import OURS
from reader.ui import fonts
from reader.ui.dialogs.buttons import closing
from reader.ui.dialogs.fitting import fit
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.domain.own import OwnGlossary
    from reader.services.owning import Plan

_ID = Qt.ItemDataRole.UserRole
_READ = "(*.tbx *.xml *.csv *.tsv *.txt *.toml)"


def told_count(count: int) -> str:
    """So many terms, in words."""
    if count == 1:
        return QCoreApplication.translate("glossaries", "1 term")
    return QCoreApplication.translate("glossaries", "{0} terms").format(f"{count:,}")


class GlossariesDialog(QDialog):
    """Shows what :meth:`show_glossaries` gives; the signals carry what is to be done.

    ``switched`` carries an id and whether it is on, ``renamed`` an id and a name.
    """

    switched = Signal(str, bool)
    renamed = Signal(str, str)
    removal_wanted = Signal(str)
    import_wanted = Signal(object)
    export_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glossaries")
        self.setWindowTitle(self.tr("Glossaries"))
        self._kept: dict[str, tuple[str, bool]] = {}
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Glossaries"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.hide()
        hint = QLabel(
            self.tr(
                "Only terms of glossaries that are ticked are marked and explained. Your own "
                "come before Xidu's. To write one, select it in a text and press Ctrl+Shift+N."
            )
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(hint)
        column.addWidget(self.tree, 1)
        column.addWidget(self.told)
        column.addLayout(self._tools())
        column.addWidget(closing(self))
        self.resize(520, 420)
        self.tree.itemChanged.connect(self._take)
        self.tree.currentItemChanged.connect(self._offer)
        self._offer()
        fit(self)
        self.tree.setFocus()

    def _tools(self) -> QHBoxLayout:
        self.rename = QPushButton(self.tr("Re&name"))
        self.rename.clicked.connect(self._rename)
        self.remove = QPushButton(self.tr("&Remove"))
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self._current()))
        self.undo = QPushButton(self.tr("&Undo"))
        self.export = QPushButton(self.tr("E&xport…"))
        self.export.clicked.connect(self._export)
        importing = QPushButton(self.tr("&Import…"))
        importing.clicked.connect(self._import)
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        for button in (self.rename, self.remove, self.undo):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        for button in (importing, self.export):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def show_glossaries(
        self, glossaries: Sequence[OwnGlossary], count: Mapping[str, int], *, ours: bool
    ) -> None:
        """List these, with the number of terms in each by id."""
        chosen = self._current()
        with QSignalBlocker(self.tree):
            self.tree.clear()
            self._add(OURS, self.tr("Xidu's glossary"), told_count(count[OURS]), on=ours)
            for one in glossaries:
                item = self._add(one.id, one.name, told_count(count.get(one.id, 0)), on=one.on)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        rows = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        current = next((i for i in rows if i is not None and i.data(0, _ID) == chosen), rows[0])
        if current is not None:
            self.tree.setCurrentItem(current)
        self._offer()

    def _add(self, identifier: str, name: str, count: str, *, on: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [name, count])
        # Room for the edge of a chosen row, too.
        width = self.tree.fontMetrics().horizontalAdvance(count) + SPACE[4]
        self.tree.setColumnWidth(1, max(width, self.tree.columnWidth(1)))
        item.setData(0, _ID, identifier)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._kept[identifier] = name, on
        return item

    def say(self, text: str) -> None:
        """Tell what has been done."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    # --- what is asked ----------------------------------------------------------

    def _current(self) -> str:
        item = self.tree.currentItem()
        return "" if item is None else str(item.data(0, _ID))

    def _offer(self) -> None:
        own = self._current() not in {"", OURS}
        for button in (self.rename, self.remove, self.export):
            button.setEnabled(own)

    def _take(self, item: QTreeWidgetItem, column: int) -> None:
        """A row was ticked or named otherwise."""
        identifier = str(item.data(0, _ID))
        if column != 0 or identifier not in self._kept:
            return
        name, on = item.text(0).strip(), item.checkState(0) == Qt.CheckState.Checked
        before, was_on = self._kept[identifier]
        if on != was_on:
            self._kept[identifier] = before, on
            self.switched.emit(identifier, on)
        if name != before and identifier != OURS:
            if name:
                self._kept[identifier] = name, on
                self.renamed.emit(identifier, name)
            else:
                item.setText(0, before)

    def _rename(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, 0)

    def _import(self) -> None:
        kinds = self.tr("Glossaries") + " " + _READ
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a glossary"), "", kinds)
        if name:
            self.import_wanted.emit(Path(name))

    def _export(self) -> None:
        kinds = {
            "TBX (*.tbx)": ".tbx",
            self.tr("Table") + " (*.csv)": ".csv",
            "TOML (*.toml)": ".toml",
        }
        identifier = self._current()
        offered = self._kept[identifier][0] + ".tbx"
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export the glossary"), offered, ";;".join(kinds)
        )
        if name:
            path = Path(name)
            if path.suffix.lower() not in kinds.values():
                path = path.with_name(path.name + kinds.get(kind, ".tbx"))
            self.export_wanted.emit(identifier, path)


class ImportDialog(QDialog):
    """Asks where the terms of a file go; ``plan_wanted`` asks what that would do."""

    plan_wanted = Signal()

    def __init__(
        self,
        file: str,
        found: str,
        glossaries: Sequence[OwnGlossary],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """``found`` tells what is in the file; ``name`` is offered for a new glossary."""
        super().__init__(parent)
        self.setObjectName("glossary_import")
        self.setWindowTitle(self.tr("Import “{0}”").format(file))
        self.plan: Plan | None = None
        self._glossaries = list(glossaries)
        self.target = QComboBox()
        self.target.setEditable(True)
        self.target.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.target.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.target.addItems([one.name for one in self._glossaries])
        self.target.setEditText(name)
        self.target.setAccessibleName(self.tr("Glossary"))
        self.merge = QRadioButton(self.tr("&Add to what is there"))
        self.merge.setChecked(True)
        self.replace = QRadioButton(self.tr("&Replace everything there"))
        self.told = self._label("")
        self.told.setAccessibleName(self.tr("What would change"))
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.take = buttons.addButton(self.tr("&Import"), role.AcceptRole)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        buttons.addButton(self.tr("Cancel"), role.RejectRole).setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&Glossary"), self.target)
        form.addRow(self.merge)
        form.addRow(self.replace)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(self._label(found))
        column.addLayout(form)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(fonts.scaled(420), self.sizeHint().height())
        self.target.editTextChanged.connect(self._ask)
        self.merge.toggled.connect(self._ask)
        self._offer()
        fit(self)

    @staticmethod
    def _label(text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    @property
    def chosen(self) -> OwnGlossary | str:
        """The glossary, or the name of one that is to be made."""
        name = self.target.currentText().strip()
        return next((one for one in self._glossaries if one.name == name), name)

    def _offer(self) -> None:
        there = not isinstance(self.chosen, str)
        self.merge.setEnabled(there)
        self.replace.setEnabled(there)

    def _ask(self) -> None:
        self.plan = None
        self.take.setEnabled(False)
        self._offer()
        if self.chosen:
            self.plan_wanted.emit()

    def show_plan(self, plan: Plan) -> None:
        """Tell what would be done."""
        self.plan = plan
        told = [
            (self.tr("{0} new"), plan.added),
            (self.tr("{0} changed"), plan.changed),
            (self.tr("{0} as they are there already"), plan.same),
            (self.tr("{0} removed"), plan.removed),
        ]
        parts = [text.format(f"{count:,}") for text, count in told if count]
        self.told.setText(self.tr("Terms: {0}.").format(", ".join(parts)) if parts else "")
        self.take.setEnabled(bool(plan.batch.terms or plan.batch.removed))
        self.take.setFocus()
