"""The pinned card at the right of the article: the same card, with room to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.card.area import CardArea
from reader.ui.card.bar import CardBar
from reader.ui.card.view import CardView

if TYPE_CHECKING:
    from reader.services.lookup import Explanation
    from reader.ui.theme import Theme


class CardPanel(QWidget):
    """Holds ``card`` and ``bar``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardView()
        self.card.take_keyboard()
        self.bar = CardBar("pin")
        self._area = CardArea(self.card)
        self.setFocusProxy(self.card)
        self.setMinimumWidth(240)
        self.setAccessibleName(self.tr("Card of the word"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._area, 1)
        self.card.reached.connect(self._area.bring_into_sight)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.card.set_theme(theme)
        self.bar.set_theme(theme)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show a word from its beginning."""
        self.card.show_explanation(explanation)
        self._area.begin()
