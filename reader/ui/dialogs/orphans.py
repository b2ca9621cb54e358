"""The marks of a text that have lost their place, and the places they may be put at by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.domain.marks import Bookmark, Highlight, Mark
from reader.formats.notes import plain
from reader.services.orphans import Choice, shown
from reader.ui import fonts
from reader.ui.colours import colour_name
from reader.ui.dialogs.buttons import closing
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.theme import Theme

_LONGEST = 200
"""Characters of a note that are looked at for a row."""


class OrphansDialog(QDialog):
    """Stands beside the text, which stays usable: what is selected there is one of the places.

    ``choices_wanted`` carries a mark, ``looked_at`` a place to show in the text, ``placed`` a mark
    and a place; ``selection_wanted`` a mark that goes where the selection is.
    """

    choices_wanted = Signal(object)
    looked_at = Signal(object)
    placed = Signal(object, object)
    selection_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orphans")
        self.setWindowTitle(self.tr("Marks without a place"))
        self.setModal(False)
        self.resize(fonts.scaled(520), fonts.scaled(600))
        self.marks = ListPanel(
            self.tr("Marks without a place"),
            self.tr("Every mark of this text has its place."),
        )
        self.choices = ListPanel(
            self.tr("Places that resemble it"),
            self.tr(
                "Nothing in the text resembles it. Select the right words there and press "
                "“Put it on the selection”."
            ),
        )
        for panel in (self.marks, self.choices):
            panel.set_theme(theme)
        self.here = QPushButton(self.tr("Put it at this place"))
        self.selection = QPushButton(self.tr("Put it on the selection"))
        self.selection.setToolTip(self.tr("What is selected in the text, or the current word"))
        for button in (self.here, self.selection):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[2])
        self._intro = _label(
            self.tr(
                "The text has changed, and where these marks belong is not certain: it is "
                "never guessed. Choose a mark, then a place that resembles its own, or select "
                "the right words in the text."
            )
        )
        column.addWidget(self._intro)
        column.addWidget(self.marks, 3)
        self._head = _label(self.tr("Places that resemble it"))
        column.addWidget(self._head)
        column.addWidget(self.choices, 2)
        row = QHBoxLayout()
        row.addWidget(self.here)
        row.addWidget(self.selection)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(closing(self))
        self.marks.list.selectionModel().currentChanged.connect(self._choose)
        self.choices.list.selectionModel().currentChanged.connect(self._look)
        self.choices.list.chosen.connect(lambda choice: self.looked_at.emit(choice.anchor.span))
        self.here.clicked.connect(self._place)
        self.selection.clicked.connect(lambda: self.selection_wanted.emit(self.mark))
        self._offer()

    @property
    def mark(self) -> Mark | None:
        """The mark that is chosen."""
        found: Mark | None = self._current(self.marks)
        return found

    @property
    def choice(self) -> Choice | None:
        """The place that is chosen."""
        found: Choice | None = self._current(self.choices)
        return found

    def show_marks(self, marks: Sequence[Mark], chosen: str = "") -> None:
        """List marks, and choose the one with this id, or else the one in the same place."""
        old = max(0, self.marks.list.currentIndex().row())
        self.marks.list.rows.show([self._row(mark) for mark in marks])
        self.choices.list.rows.show([])
        number = next((i for i, mark in enumerate(marks) if mark.id == chosen), old)
        if marks:
            index = self.marks.list.rows.index(min(number, len(marks) - 1))
            self.marks.list.setCurrentIndex(index)
        self._offer()

    def show_choices(self, mark: Mark, choices: Sequence[Choice]) -> None:
        """List places for a mark, if it is still the one that is chosen."""
        if self.mark is None or self.mark.id != mark.id:
            return
        rows = []
        for choice in choices:
            line, quote = shown(choice.anchor)
            alike = self.tr("{0} % alike").format(round(100 * choice.score))
            rows.append(Row(line, alike, choice, quote))
        self.choices.list.rows.show(rows)
        self._offer()

    def _row(self, mark: Mark) -> Row:
        line, quote = shown(mark.anchor)
        return Row(line, self._kind(mark), mark, quote)

    def _kind(self, mark: Mark) -> str:
        if isinstance(mark, Bookmark):
            return self.tr("Bookmark: {0}").format(mark.name)
        if isinstance(mark, Highlight):
            return self.tr("Highlight: {0}").format(colour_name(mark.colour))
        return self.tr("Note: {0}").format(plain(mark.text[:_LONGEST]))

    @staticmethod
    def _current(panel: ListPanel) -> Any:
        index = panel.list.currentIndex()
        return panel.list.rows.row(index).payload if index.isValid() else None

    def _choose(self, _index: QModelIndex) -> None:
        self.choices.list.rows.show([])
        self._offer()
        if self.mark is not None:
            self.choices_wanted.emit(self.mark)

    def _look(self, _index: QModelIndex) -> None:
        self._offer()
        if self.choice is not None:
            self.looked_at.emit(self.choice.anchor.span)

    def _place(self) -> None:
        if self.mark is not None and self.choice is not None:
            self.placed.emit(self.mark, self.choice.anchor.span)

    def _offer(self) -> None:
        self.here.setEnabled(self.mark is not None and self.choice is not None)
        self.selection.setEnabled(self.mark is not None)
        for widget in (self._intro, self._head, self.choices, self.here, self.selection):
            widget.setVisible(self.mark is not None)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
