"""The page of keys, made from the table of actions."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui import fonts
from reader.ui.actions import ACTIONS, MENUS, SUBMENUS, plain, translated
from reader.ui.article.keys import MOVES
from reader.ui.card.keys import KEYS
from reader.ui.dialogs.buttons import closing
from reader.ui.theme import SPACE


class KeysDialog(QDialog):
    """Lists every key, by menu; the keys of the article come first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 600)
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setHorizontalSpacing(SPACE[5])
        self._grid.setVerticalSpacing(SPACE[1])
        self._grid.setColumnStretch(1, 1)
        self._head(self.tr("In the article"))
        for keys, what in MOVES.items():
            translate = QCoreApplication.translate
            self._row(translate("keys", keys), translate("keys", what))
        self._head(self.tr("In the card"))
        for keys, what in KEYS.items():
            translate = QCoreApplication.translate
            self._row(translate("keys", keys), translate("keys", what))
        for menu, title in MENUS:
            inside = {menu, *(inner for inner, outer, _ in SUBMENUS if outer == menu)}
            specs = [spec for spec in ACTIONS if spec.menu in inside and spec.keys]
            if specs:
                self._head(plain(translated(title)))
            for spec in specs:
                keys = ", ".join(
                    QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                    for key in spec.keys
                )
                self._row(keys, plain(translated(spec.text)))
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        buttons = closing(self)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)

    def _head(self, text: str) -> None:
        label = self._label(text)
        label.setFont(fonts.interface("body", strong=True))
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, SPACE[3])
        self._grid.addWidget(label, row + 1, 0, 1, 2)

    def _row(self, keys: str, what: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(self._label(keys), row, 0, Qt.AlignmentFlag.AlignTop)
        text = self._label(what[:1].upper() + what[1:])
        text.setWordWrap(True)
        self._grid.addWidget(text, row, 1)

    @staticmethod
    def _label(text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
