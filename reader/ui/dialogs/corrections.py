"""The list of the reader's corrections: searched, filtered, taken back, handed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.pinyin import spaced
from reader.domain.query import Query, parse
from reader.domain.script import count_han
from reader.ui import fonts
from reader.ui.dialogs.buttons import closing
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.domain.corrections import Correction, Wanted
    from reader.ui.theme import Theme

_FILE = "xidu-corrections.json"


class CorrectionsDialog(QDialog):
    """Shows what :meth:`show_corrections` gives; the signals carry what is to be done.

    ``chosen``, ``term_wanted`` and ``removal_wanted`` carry a Correction, the others a path.
    """

    chosen = Signal(object)
    term_wanted = Signal(object)
    removal_wanted = Signal(object)
    export_wanted = Signal(object)
    import_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("corrections_list")
        self.setWindowTitle(self.tr("Corrections"))
        self.resize(fonts.scaled(560), fonts.scaled(520))
        self._corrections: Sequence[Correction] = ()
        self._titles: Mapping[int, str] = {}
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Search corrections"))
        self.box.setPlaceholderText(self.tr("Characters or pinyin"))
        self.box.setClearButtonEnabled(True)
        self.panel = ListPanel(self.tr("Corrections"), self._nothing())
        self.panel.set_theme(theme)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[2])
        column.addWidget(self.box)
        column.addLayout(self._filters())
        column.addWidget(self.panel, 1)
        column.addWidget(self.told)
        column.addLayout(self._tools())
        column.addWidget(closing(self))
        self.box.textChanged.connect(self._show)
        self.panel.list.chosen.connect(self.chosen)
        self.panel.list.removal_wanted.connect(self.removal_wanted)
        self.panel.list.selectionModel().currentChanged.connect(self._offer)
        self.panel.list.rows.modelReset.connect(self._offer)
        self._offer()

    def show_corrections(
        self, corrections: Sequence[Correction], titles: Mapping[int, str]
    ) -> None:
        """List these, the latest first; ``titles`` are those of texts by number."""
        row = self.panel.list.currentIndex().row()
        self._corrections, self._titles = list(reversed(corrections)), titles
        self._show()
        if row >= 0 and self.panel.list.rows.rowCount():
            row = min(row, self.panel.list.rows.rowCount() - 1)
            self.panel.list.setCurrentIndex(self.panel.list.rows.index(row))

    def say(self, text: str) -> None:
        """Tell what has been done."""
        self.told.setText(text)
        self.told.show()

    # --- making -----------------------------------------------------------------

    def _nothing(self) -> str:
        return self.tr(
            "Nothing here. To correct a word, open its card and press the pencil, or select "
            "some characters and press Ctrl+Shift+E."
        )

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        self._kinds = QButtonGroup(self)
        kinds = {
            "all": self.tr("All"),
            "everywhere": self.tr("Everywhere"),
            "here": self.tr("At one place"),
            "orphan": self.tr("Not placed"),
        }
        holder = QWidget()
        holder.setObjectName("choices")
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for name, text in kinds.items():
            button = QToolButton()
            button.setObjectName(name)
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(name == "all")
            self._kinds.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._kinds.buttonClicked.connect(lambda _button: self._show())
        outer = QHBoxLayout()
        outer.addWidget(holder)
        return outer

    def _tools(self) -> QHBoxLayout:
        self.go = QPushButton(self.tr("&Go there"))
        self.term = QPushButton(self.tr("Make a &term…"))
        self.term.setToolTip(self.tr("Add it to a glossary of your own"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.undo = QPushButton(self.tr("&Undo"))
        exporting = QPushButton(self.tr("E&xport…"))
        importing = QPushButton(self.tr("&Import…"))
        self.go.clicked.connect(lambda: self.chosen.emit(self._current()))
        self.term.clicked.connect(lambda: self.term_wanted.emit(self._current()))
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self._current()))
        exporting.clicked.connect(self._export)
        importing.clicked.connect(self._import)
        row = QHBoxLayout()
        for button in (self.go, self.term, self.remove, self.undo, exporting, importing):
            button.setAutoDefault(False)
            row.addWidget(button)
            if button is self.undo:
                row.addStretch(1)
        return row

    def _current(self) -> Correction | None:
        index = self.panel.list.currentIndex()
        if not index.isValid():
            return None
        found: Correction = self.panel.list.rows.row(index).payload
        return found

    def _offer(self) -> None:
        """Enable what can be done with the row that is chosen."""
        current = self._current()
        placed = current is not None and current.wanted.anchor is not None
        self.go.setEnabled(placed and current is not None and not current.wanted.orphan)
        self.remove.setEnabled(current is not None)
        self.term.setEnabled(current is not None and count_han(current.wanted.quote) > 0)

    # --- showing ----------------------------------------------------------------

    def _show(self) -> None:
        button = self._kinds.checkedButton()
        kind, query = button.objectName() if button else "all", parse(self.box.text())
        rows = [
            Row(_written(one.wanted), self._second(one.wanted), one)
            for one in self._corrections
            if _is_of(one.wanted, kind) and _matches(one.wanted, query)
        ]
        self.panel.list.rows.show(rows)

    def _second(self, wanted: Wanted) -> str:
        """How it is read, and where."""
        read = "  ".join(spaced(word.syllables) for word in wanted.words if word.syllables)
        if wanted.anchor is None:
            where = self.tr("everywhere")
        elif wanted.orphan:
            where = self.tr("not placed: its text has changed")
        else:
            title = self._titles.get(wanted.document or 0, "")
            around = f"…{wanted.anchor.before[-6:]}{wanted.quote}{wanted.anchor.after[:6]}…"
            where = f"{title}  {around}"
        return "  ·  ".join(filter(None, (read, where)))

    def _export(self) -> None:
        kinds = self.tr("Corrections (*.json)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export corrections"), _FILE, kinds)
        if name:
            self.export_wanted.emit(Path(name))

    def _import(self) -> None:
        kinds = self.tr("Corrections (*.json)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import corrections"), "", kinds)
        if name:
            self.import_wanted.emit(Path(name))

    # --- Qt ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the box into the list."""
        rows = self.panel.list.rows
        if event.key() == Qt.Key.Key_Down and self.box.hasFocus() and rows.rowCount():
            self.panel.list.setFocus()
            self.panel.list.setCurrentIndex(rows.index(0))
        else:
            super().keyPressEvent(event)


def _written(wanted: Wanted) -> str:
    return " | ".join(word.text for word in wanted.words)


def _is_of(wanted: Wanted, kind: str) -> bool:
    kinds = {
        "everywhere": wanted.anchor is None,
        "here": wanted.anchor is not None and not wanted.orphan,
        "orphan": wanted.orphan,
    }
    return kinds.get(kind, True)


def _matches(wanted: Wanted, query: Query) -> bool:
    if not query:
        return True
    syllables = tuple(syllable for word in wanted.words for syllable in word.syllables)
    return any(True for _ in query.in_text(wanted.quote)) or any(
        query.matches_syllables(syllables[at:]) for at in range(len(syllables))
    )
