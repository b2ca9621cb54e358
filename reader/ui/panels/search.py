"""Search: one box, hits in context, a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from reader.services.search import Hit
from reader.ui import fonts
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE

_TYPING = 120
"""Milliseconds without typing after which the search runs."""


class SearchPanel(ListPanel):
    """``query_changed`` carries what was typed; ``list.chosen`` a Hit."""

    query_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hits"), "", parent)
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Search"))
        self.box.setPlaceholderText(self.tr("Characters, pinyin or English"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._typed)
        self.box.returnPressed.connect(self._first)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setFont(fonts.interface("small"))
        self.count.setEnabled(False)
        self.count.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        self.column.insertWidget(0, self.box)
        self.column.insertWidget(1, self.count)
        self.column.setSpacing(SPACE[2])
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(lambda: self.query_changed.emit(self.box.text()))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what can be searched."""
        self.list.rows.show([])
        self.count.hide()
        self.hint.setText(
            self.tr(
                "Search this text, your notes and the glossary: by characters (长三角), "
                "by pinyin with or without tones (changsanjiao), or in English."
            )
        )

    def show_hits(self, hits: Sequence[Hit], total: int) -> None:
        """Show hits grouped by kind, and how many there are in all."""
        heads = {
            "text": self.tr("In this text"),
            "note": self.tr("In your notes"),
            "term": self.tr("In the glossary"),
            "entry": self.tr("In the dictionary"),
            "title": self.tr("Titles"),
        }
        rows: list[Row] = []
        kind = ""
        for hit in hits:
            if hit.kind != kind:
                kind = hit.kind
                rows.append(Row(heads[kind], head=True))
            second = hit.title if hit.kind in {"note", "title"} else ""
            rows.append(Row(hit.context, second, hit, hit.mark))
        self.list.rows.show(rows)
        places = self.tr("1 place") if total == 1 else self.tr("{0} places").format(total)
        self.count.setText(places)
        self.count.setVisible(bool(hits))
        if not hits:
            self.hint.setText(
                self.tr(
                    "Nothing found. Try fewer characters, or pinyin without tones; "
                    "a place is also found by part of a word."
                )
            )

    def focus_first(self) -> None:
        """Put the keyboard into the box."""
        self.box.setFocus()
        self.box.selectAll()

    def _typed(self) -> None:
        self._timer.start()

    def _first(self) -> None:
        """Return goes to the first hit."""
        rows = self.list.rows
        for number in range(rows.rowCount()):
            row = rows.row(rows.index(number))
            if not row.head:
                self.list.setCurrentIndex(rows.index(number))
                self.list.chosen.emit(row.payload)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the box into the hits."""
        if event.key() == Qt.Key.Key_Down and self.box.hasFocus() and self.list.rows.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.list.rows.index(1))
        else:
            super().keyPressEvent(event)
