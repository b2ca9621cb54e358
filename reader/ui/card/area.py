"""A card with room to scroll, as wide as what holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea

from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.card.view import CardView


class CardArea(QScrollArea):
    """Gives the card its own width and the height that it needs there."""

    def __init__(self, card: CardView) -> None:
        super().__init__()
        self._card = card
        self.setWidget(card)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def begin(self) -> None:
        """The card has been filled anew: show its beginning."""
        self._fit()
        self.verticalScrollBar().setValue(0)

    def bring_into_sight(self, box: QRect) -> None:
        """Scroll to a part of the card."""
        self.ensureVisible(box.center().x(), box.center().y(), SPACE[4], SPACE[5])

    def _fit(self) -> None:
        room = self.viewport().size()
        self._card.resize(room.width(), max(self._card.height_for(room.width()), room.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow what holds it."""
        super().resizeEvent(event)
        self._fit()
