"""The pinned card at the right of the article: the same card, with room to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reader.ui.card.bar import CardBar
from reader.ui.card.view import CardView
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.services.lookup import Explanation
    from reader.ui.theme import Theme


class _Area(QScrollArea):
    """Gives the card its own width and the height that it needs there."""

    def __init__(self, card: CardView) -> None:
        super().__init__()
        self._card = card
        self.setWidget(card)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fit(self) -> None:
        """Resize the card after it has been filled or the panel has changed."""
        room = self.viewport().size()
        self._card.resize(room.width(), max(self._card.height_for(room.width()), room.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the panel."""
        super().resizeEvent(event)
        self.fit()


class CardPanel(QWidget):
    """Holds ``card`` and ``bar``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardView()
        self.card.take_keyboard()
        self.bar = CardBar("pin")
        self._area = _Area(self.card)
        self.setFocusProxy(self.card)
        self.setMinimumWidth(240)
        self.setAccessibleName(self.tr("Card of the word"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._area, 1)
        self.card.reached.connect(self._bring_into_sight)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.card.set_theme(theme)
        self.bar.set_theme(theme)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show a word from its beginning."""
        self.card.show_explanation(explanation)
        self._area.fit()
        self._area.verticalScrollBar().setValue(0)

    def _bring_into_sight(self, box: QRect) -> None:
        self._area.ensureVisible(box.center().x(), box.center().y(), SPACE[4], SPACE[5])
