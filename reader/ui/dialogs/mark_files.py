"""Dialogs about files of marks: how they are written, and what taking one in would do."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.services.mark_export import Manner
from reader.services.mark_import import Intake
from reader.ui import fonts
from reader.ui.dialogs.buttons import closing
from reader.ui.theme import SPACE

_WIDTH = 460


class MarksOrder(NamedTuple):
    """What was chosen: how, only of the open text or of all, and whether as a file a text."""

    manner: Manner
    here: bool
    each: bool


class ExportMarksDialog(QDialog):
    """Asks how marks are to be written; without an open text, those of all texts are."""

    def __init__(self, title: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export notes and marks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind = QComboBox()
        for manner, name, hint in self._kinds():
            self.kind.addItem(name, (manner, hint))
        self.which = QComboBox()
        if title is not None:
            self.which.addItem(self.tr("Of this text"), True)
        self.which.addItem(self.tr("Of all texts"), False)
        self.files = QComboBox()
        self.files.addItem(self.tr("One file"), False)
        self.files.addItem(self.tr("A file a text, in a folder"), True)
        self.hint = _label("")
        self.hint.setEnabled(False)
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE[4])
        form.setVerticalSpacing(SPACE[3])
        form.addRow(self.tr("&Format"), self.kind)
        form.addRow("", self.hint)
        form.addRow(self.tr("&Marks"), self.which)
        form.addRow(self.tr("F&iles"), self.files)
        save = QPushButton(self.tr("&Save…"))
        save.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[4])
        column.addLayout(form)
        column.addWidget(closing(self, save))
        save.setDefault(True)
        self.setMinimumWidth(_WIDTH)
        self.kind.currentIndexChanged.connect(self._show_hint)
        self.which.currentIndexChanged.connect(self._show_files)
        self._show_hint()
        self._show_files()

    @property
    def order(self) -> MarksOrder:
        """What is chosen."""
        manner, _ = self.kind.currentData()
        here = bool(self.which.currentData())
        return MarksOrder(manner, here, not here and bool(self.files.currentData()))

    def _kinds(self) -> tuple[tuple[Manner, str, str], ...]:
        """How marks can be written: what it is called, and what it is good for."""
        return (
            (Manner("md"), self.tr("Markdown"), self.tr("To read, print or paste elsewhere.")),
            (
                Manner("md", whole=True),
                self.tr("Markdown, the whole text"),
                self.tr("The text with your highlights in it and your notes as footnotes."),
            ),
            (
                Manner("md", "obsidian"),
                self.tr("Obsidian"),
                self.tr("Notes for an Obsidian vault: tags, links between notes, block ids."),
            ),
            (
                Manner("md", "logseq"),
                self.tr("Logseq"),
                self.tr("Pages for a Logseq graph: a block a mark, with tags and references."),
            ),
            (
                Manner("html"),
                self.tr("Web page"),
                self.tr("A page of HTML that needs nothing else."),
            ),
            (
                Manner("json"),
                self.tr("W3C annotations (JSON)"),
                self.tr("For other programs. It can be imported again, exactly."),
            ),
            (
                Manner("csv"),
                self.tr("Table (CSV)"),
                self.tr("For a spreadsheet. It can be imported again, exactly."),
            ),
        )

    def _show_hint(self) -> None:
        _, hint = self.kind.currentData()
        self.hint.setText(hint)

    def _show_files(self) -> None:
        self.files.setEnabled(not self.which.currentData())


class ImportMarksDialog(QDialog):
    """Says what taking in a file would do; accepted means: do it."""

    def __init__(self, file: str, plan: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import notes and marks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        head = _label(self.tr("What “{0}” would change").format(file))
        head.setFont(fonts.interface("body", strong=True))
        column.addWidget(head)
        for count, said in (
            (len(plan.new), self.tr("{0} marks are new and will be added.")),
            (
                len(plan.newer),
                self.tr("{0} marks were changed later in the file and replace yours."),
            ),
            (
                plan.orphans,
                self.tr(
                    "{0} of them have no certain place in their text; they will be listed as "
                    "without a place."
                ),
            ),
            (plan.there, self.tr("{0} marks are here already; they stay as they are.")),
            (
                len(plan.unknown),
                self.tr(
                    "{0} marks belong to texts that are not in your library; they are left out. "
                    "Open those texts first to take them in."
                ),
            ),
        ):
            if count:
                column.addWidget(_label(said.format(f"{count:,}")))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = QPushButton(self.tr("&Import"))
        self.take.setEnabled(bool(plan.new or plan.newer))
        possible = self.take.isEnabled()
        last = self.tr("You can undo this.") if possible else self.tr("There is nothing to import.")
        column.addWidget(_label(last))
        box.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.setMinimumWidth(_WIDTH)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
