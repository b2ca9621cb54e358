"""The entry of a term in the glossary: what it means, and every place where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from reader.ui import fonts
from reader.ui.card.area import CardArea
from reader.ui.card.view import CardView
from reader.ui.icons import icon
from reader.ui.models.rows import Row
from reader.ui.panels.lists import RowList
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.services.lookup import Explanation
    from reader.services.search import Hit
    from reader.ui.theme import Theme


class Places(NamedTuple):
    """Places of a term that are shown, and how many there are in all."""

    hits: Sequence[Hit]
    total: int


class EntryPage(QWidget):
    """``left`` asks for the list of terms; ``went`` -1 for back, 1 for forward."""

    left = Signal()
    went = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all_terms = QToolButton()
        self.all_terms.setText(self.tr("All terms"))
        self.all_terms.setToolTip(self.tr("Back to the list of terms (Esc)"))
        self.all_terms.setFont(fonts.interface("small"))
        self.all_terms.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.all_terms.clicked.connect(self.left)
        self.edit = QToolButton()
        self.edit.setAccessibleName(self.tr("Change or remove your term"))
        self.edit.setToolTip(self.edit.accessibleName())
        self.edit.hide()
        self.back = self._arrow(self.tr("Back to the entry before"), "Alt+Left", -1)
        self.forward = self._arrow(self.tr("Forward again"), "Alt+Right", 1)
        self.card = CardView()
        self.card.take_keyboard()
        self.card.closed.connect(self.left)
        self._area = CardArea(self.card)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self.count.setFont(fonts.interface("small"))
        self.count.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[1])
        self.list = RowList(self.tr("Places of the term"))
        self.setFocusProxy(self.card)
        self._arrange()

    def _arrow(self, text: str, keys: str, way: int) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})")
        button.clicked.connect(lambda: self.went.emit(way))
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.all_terms)
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        places = QWidget()
        below = QVBoxLayout(places)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.count)
        below.addWidget(self.list, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._area)
        halves.addWidget(places)
        halves.setSizes([300, 200])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addLayout(row)
        column.addWidget(halves, 1)
        self.card.reached.connect(self._area.bring_into_sight)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.card.set_theme(theme)
        self.list.delegate.theme = theme
        self.list.viewport().update()
        self.all_terms.setIcon(icon("card_back", theme))
        self.edit.setIcon(icon("card_words", theme))
        for name, button in (("back", self.back), ("forward", self.forward)):
            button.setIcon(icon(f"card_{name}", theme))

    def show_entry(self, explanation: Explanation, *, back: bool, forward: bool) -> None:
        """Show a term, or a word that it led to, from its beginning."""
        self.card.show_explanation(explanation)
        self._area.begin()
        self.edit.setVisible(explanation.is_own)
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_counting(self) -> None:
        """The places are being looked for."""
        self.list.rows.show([])
        self.count.setText(self.tr("Looking for its places…"))

    def show_no_term(self) -> None:
        """What is shown is no term of the glossary."""
        self.list.rows.show([])
        self.count.clear()

    def show_places(self, here: Places, elsewhere: Places) -> None:
        """List the places in the open text, then those in other texts."""
        rows: list[Row] = []
        for name, places in (
            (self.tr("In this text"), here),
            (self.tr("In other texts"), elsewhere),
        ):
            if places.hits:
                rows.append(Row(f"{name} · {places.total}", head=True))
            rows += [
                Row(hit.context, "" if places is here else hit.title, hit, hit.mark)
                for hit in places.hits
            ]
        total = here.total + elsewhere.total
        said = (
            self.tr("1 place in your library")
            if total == 1
            else (self.tr("{0} places in your library").format(total))
        )
        if not total:
            said = self.tr("It stands in none of your texts.")
        elif total > len(here.hits) + len(elsewhere.hits):
            shown = len(here.hits) + len(elsewhere.hits)
            said = self.tr("{0} places in your library, the first {1} are listed").format(
                total, shown
            )
        self.list.rows.show(rows)
        self.count.setText(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
