"""The pop-up card beside the word under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter

from reader.ui import fonts
from reader.ui.article.inks import brush, pen, rounded
from reader.ui.card.blocks import MORE, Run
from reader.ui.card.content import translate
from reader.ui.card.layout import Cell
from reader.ui.card.room import row_height
from reader.ui.card.view import MARGIN, CardView, Found
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from reader.services.lookup import Explanation
    from reader.ui.card.bar import CardBar
    from reader.ui.theme import Theme

_WIDTH = 360
_HIGHEST = 460
"""Most pixels of height, however large the window is."""
_MORE = 24
"""Height of the line that says that there is more."""
_RADIUS = 8
OPEN_AFTER = 500
"""Milliseconds the mouse rests on a word of the card before it is opened."""


class HoverCard(CardView):
    """Tells of the mouse by ``entered`` and ``left``; ``more`` asks for the whole card.

    ``furnished`` carries the row of buttons, made after the first card has been painted.
    """

    entered = Signal()
    left = Signal()
    more = Signal()
    furnished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, short=True)
        self.setObjectName("hoverCard")
        self.bar: CardBar | None = None
        self._furnishing = False
        self._cut: float | None = None
        self._opening: Found | None = None
        self._opened_by_rest = False
        self._rest = QTimer(self, singleShot=True, interval=OPEN_AFTER)
        self._rest.timeout.connect(self._open_rested)
        self.hide()

    @property
    def bottom(self) -> float:
        """Lower edge of what is in sight, in the coordinates of the layout."""
        return super().bottom if self._cut is None else self._cut

    @property
    def is_cut(self) -> bool:
        """Whether the card says more than is in sight."""
        return self._cut is not None

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        super().set_theme(theme)
        if self.bar is not None:
            self.bar.set_theme(theme)

    def show_at(self, explanation: Explanation, word: QRect, *, column: bool = False) -> None:
        """Show beside ``word`` (in the parent's coordinates), never over it, inside the window.

        ``column``: the text is set in columns.
        """
        window = self.parentWidget()
        assert window is not None
        area = window.rect().adjusted(SPACE[2], SPACE[2], -SPACE[2], -SPACE[2])
        width = min(fonts.scaled(_WIDTH), area.width())
        self._cut = None
        self._rest.stop()
        if self.width() != width:
            self.resize(width, self.height())
        self.show_explanation(explanation)
        wanted = self.height_for(width) + self._bar_room
        place = place_beside(
            word, QSize(width, min(wanted, fonts.scaled(_HIGHEST))), area, column=column
        )
        if place.height() < wanted:
            self._shorten(place, word)
        self.setGeometry(place)
        self._place_bar()
        self.show()
        self.raise_()

    def _shorten(self, place: QRect, word: QRect) -> None:
        """Cut the text at the end of a line, and the card to what is left."""
        assert self._layout is not None
        room = place.height() - self._bar_room - 2 * SPACE[3] - _MORE
        self._cut = self._layout.cut(room)
        height = min(place.height(), round(self._cut) + self._bar_room + 2 * SPACE[3] + _MORE)
        if place.top() < word.top():
            place.setTop(place.bottom() - height + 1)
        else:
            place.setHeight(height)
        self._targets = None

    def _furnish(self) -> None:
        """Make the buttons, once the first card has been painted."""
        if self.bar is not None:
            return
        from reader.ui.card.bar import CardBar  # noqa: PLC0415 - after the first card

        self.take_keyboard()
        self.bar = CardBar("close", self)
        self.bar.set_theme(self._theme)
        self._place_bar()
        self.bar.show()
        self.furnished.emit(self.bar)

    @property
    def _bar_room(self) -> int:
        """Height of the row of buttons with the line above it."""
        return row_height(self.width()) + 1

    def _place_bar(self) -> None:
        if self.bar is not None:
            room = self._bar_room
            self.bar.setGeometry(1, self.height() - room, self.width() - 2, room - 1)

    # --- words in the card ------------------------------------------------------

    def hover(self, found: Found | None) -> None:
        """A word of the card that the mouse rests on is opened, as one of the article is.

        What comes up under a mouse that has not moved on is not opened in turn.
        """
        super().hover(found)
        if found == self._opening:
            return
        self._opening = found
        self._rest.stop()
        if found is None:
            self._opened_by_rest = False
        elif not self._opened_by_rest:
            self._rest.start()

    def _open_rested(self) -> None:
        if self._opening is not None and self.isVisible():
            self._opened_by_rest = True
            self.opened.emit(self._opening[3])

    # --- Qt ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the text, and whether there is more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = rounded([QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)], _RADIUS)
        painter.fillPath(frame, brush(self._theme.raised))
        line = self.height() - self._bar_room - 0.5
        frame.moveTo(1, line)
        frame.lineTo(self.width() - 1, line)
        painter.strokePath(frame, pen(self._theme.line, 1))
        if self._layout is not None:
            self.paint_card(painter, QRectF(event.rect()))
        if self._cut is not None:
            box = self._more_box()
            more = Cell((Run(translate("card", "more…"), MORE),), self._theme, self._manner)
            more.place(box.left(), box.top() + SPACE[1], box.width())
            more.draw(painter)
        painter.end()
        if self.bar is None and not self._furnishing:
            self._furnishing = True
            QTimer.singleShot(0, self, self._furnish)

    def _more_box(self) -> QRectF:
        top = self.height() - self._bar_room - _MORE - 2
        return QRectF(MARGIN, top, self.width() - 2 * MARGIN, _MORE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on “more” shows the whole card."""
        if self._cut is not None and self._more_box().contains(event.position()):
            self._pressed = None
            self.more.emit()
        else:
            super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The pop-up does not scroll: the wheel goes to shorter and longer words."""
        self.turn(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse has come into the card."""
        self.entered.emit()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has left the card."""
        self._rest.stop()
        self.left.emit()
        super().leaveEvent(event)


def place_beside(word: QRect, size: QSize, area: QRect, *, column: bool = False) -> QRect:
    """Where a card of ``size`` goes: below the word, or above it, or on the roomier side.

    For a word in a ``column`` it goes to the right, or to the left. It is kept inside
    ``area`` and shortened where no side has room for all.
    """
    gap = SPACE[1]
    if column:
        right, left = word.right() + 1 + gap, word.left() - gap - size.width()
        fits = right + size.width() <= area.right() + 1
        if (fits or left >= area.left()) and size.height() <= area.height():
            top = min(max(word.top(), area.top()), area.bottom() - size.height() + 1)
            return QRect(QPoint(right if fits else left, top), size)
    below = area.bottom() - word.bottom() - gap
    above = word.top() - gap - area.top()
    under = below >= size.height() or below >= above
    height = max(1, min(size.height(), below if under else above))
    top = word.bottom() + 1 + gap if under else word.top() - gap - height
    left = min(max(word.left() - SPACE[2], area.left()), area.right() - size.width() + 1)
    return QRect(QPoint(max(left, area.left()), top), QSize(size.width(), height))
