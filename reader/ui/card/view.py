"""The card as a widget: paints what is laid out, and lets mouse and keyboard use its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.services.lookup import Explanation
from reader.ui.article.inks import brush, pen, rounded
from reader.ui.card.blocks import Target
from reader.ui.card.content import compose
from reader.ui.card.layout import CardLayout, Divide, Place
from reader.ui.card.readings import PLAIN, Manner, without_joiners
from reader.ui.theme import SPACE, THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

MARGIN = SPACE[4]
_NOTCH = 120
"""Units of one step of a mouse wheel (QWheelEvent.angleDelta)."""

_ROUND = 3
"""Radius in pixels of what lies behind a word."""
_SLACK = 4
"""Pixels the mouse may move between pressing and releasing in a click."""

Found = tuple[int, int, int, Target]
"""A word of the card: index of the cell, range in its text, what it stands for."""


class CardView(QWidget):
    """Shows one explanation. ``short`` leaves out what a pop-up has no room for.

    ``opened`` carries the Target of a word that was chosen; ``stepped`` 1 for a shorter
    and -1 for a longer word; ``went`` -1 for back and 1 for forward; ``closed`` is the
    wish to close the card; ``reached`` a rectangle that should be in sight.
    """

    opened = Signal(object)
    stepped = Signal(int)
    went = Signal(int)
    closed = Signal()
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, short: bool = False) -> None:
        super().__init__(parent)
        self._short = short
        self._theme = THEMES[ThemeName.LIGHT]
        self._shown: Explanation | None = None
        self._layout: CardLayout | None = None
        self._manner = PLAIN
        self._arranged: tuple[object, int, Theme, Manner] | None = None
        self._divide: Divide = _undivided
        self._targets: list[Found] | None = None
        self._focused: int | None = None
        self._hovered: Found | None = None
        self._pressed: tuple[QPointF, Place] | None = None
        self._selection: tuple[Place, Place] | None = None
        self._turned = 0
        self.setMouseTracking(True)

    @property
    def shown(self) -> Explanation | None:
        """What is being explained."""
        return self._shown

    @property
    def selected_text(self) -> str:
        """What is selected."""
        if self._selection is None or self._layout is None:
            return ""
        return self._layout.text(*self._selection)

    def lines(self) -> list[str]:
        """Every text that is in sight, as it stands: headword, reading, each sense."""
        if self._layout is None:
            return []
        return [without_joiners(cell.text) for cell in self._layout.cells if cell.y < self.bottom]

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._arrange()
        self.update()

    def set_manner(self, manner: Manner) -> None:
        """Write readings and characters as the reader has chosen, from the next word on."""
        self._manner = manner

    def take_keyboard(self) -> None:
        """Be reached by Tab and a click. Not from the beginning: it names the Qt namespace."""
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)

    def set_divide(self, divide: Divide) -> None:
        """Tell how Chinese text in the card is cut into words."""
        self._divide = divide

    def show_explanation(self, explanation: Explanation) -> None:
        """Fill the card."""
        self._shown = explanation
        self._focused = self._hovered = self._selection = self._pressed = None
        self._arrange()
        self.setAccessibleName(explanation.text)
        self.setAccessibleDescription(self._spoken())
        if self.hasFocus():
            self._announce(f"{explanation.text} {self.accessibleDescription()}")
        self.update()

    def copy(self) -> None:
        """Put what is selected on the clipboard, or the word in one line."""
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - seldom

        from reader.ui.card.content import summary  # noqa: PLC0415

        if self._shown is not None:
            text = self.selected_text or summary(self._shown, self._manner)
            QGuiApplication.clipboard().setText(text)

    # --- layout -----------------------------------------------------------------

    @property
    def bottom(self) -> float:
        """Lower edge of what is in sight, in the coordinates of the layout."""
        return self._layout.height if self._layout is not None else 0.0

    def height_for(self, width: int) -> int:
        """Height of the whole card at a width."""
        self._arrange(width)
        return round(self._layout.height) + 2 * SPACE[3] if self._layout is not None else 0

    def _arrange(self, width: int | None = None) -> None:
        wanted = (self._shown, width or self.width(), self._theme, self._manner)
        if self._shown is None or self._arranged == wanted:
            return
        self._arranged = wanted
        self._targets = None
        blocks = compose(self._shown, short=self._short, manner=self._manner)
        self._layout = CardLayout(blocks, wanted[1] - 2 * MARGIN, self._theme, self._manner)

    def _spoken(self) -> str:
        """What a screen reader says of the card."""
        if self._layout is None or self._shown is None:
            return ""
        text = self._layout.text().removeprefix(self._shown.text).strip()
        return ". ".join(line.strip().rstrip(".") for line in text.split("\n"))

    # --- words ------------------------------------------------------------------

    def targets(self) -> list[Found]:
        """Every word of the card that is in sight, in reading order."""
        if self._targets is None:
            self._targets = []
            cells = self._layout.cells if self._layout is not None else []
            for index, cell in enumerate(cells):
                if cell.y < self.bottom:
                    found = cell.targets(self._divide)
                    self._targets += [(index, *rest) for rest in found]
        return self._targets

    def _target_at(self, point: QPointF) -> Found | None:
        if self._layout is None:
            return None
        inside = point - QPointF(MARGIN, SPACE[3])
        return self._layout.target_at(inside, self._divide) if inside.y() < self.bottom else None

    def _rectangles(self, found: Found) -> list[QRectF]:
        return self._boxes(*found[:3])

    def _boxes(self, cell: int, start: int, end: int) -> list[QRectF]:
        assert self._layout is not None
        boxes = self._layout.cells[cell].rectangles(start, end)
        return [box.translated(MARGIN, SPACE[3]) for box in boxes]

    def step_focus(self, direction: int) -> bool:
        """Go to the next or previous word; tell whether there is one."""
        targets = self.targets()
        if self._focused is None:
            index = 0 if direction > 0 else len(targets) - 1
        else:
            index = self._focused + direction
        if not 0 <= index < len(targets):
            return False
        self._focus(index)
        return True

    def open_focused(self) -> None:
        """Open the word that has the keyboard."""
        if self._focused is not None:
            self.opened.emit(self.targets()[self._focused][3])

    def _focus(self, index: int | None) -> None:
        self._focused = index
        if index is not None:
            found = self.targets()[index]
            self.reached.emit(self._rectangles(found)[0].toAlignedRect())
            target = found[3]
            self._announce(target.around[target.start : target.end])
        self.update()

    def _announce(self, text: str) -> None:
        """Say which word has the keyboard."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # --- Qt ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, what is selected, and which word has mouse or keyboard."""
        if self._layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_card(painter, QRectF(event.rect()))
        painter.end()

    def paint_card(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint the card's text."""
        assert self._layout is not None
        if self._hovered is not None:
            boxes = self._rectangles(self._hovered)
            painter.fillPath(rounded(boxes, _ROUND), brush(self._theme.hover))
        if self._selection is not None:
            ranges = self._layout.selected(*self._selection)
            boxes = [box for index, *span in ranges for box in self._boxes(index, *span)]
            painter.fillPath(rounded(boxes, 0), brush(self._theme.selection))
        painter.save()
        painter.translate(MARGIN, SPACE[3])
        painter.setClipRect(QRectF(-MARGIN, -SPACE[3], self.width(), self.bottom + SPACE[3]))
        seen = min(self.bottom, exposed.bottom() - SPACE[3])
        self._layout.draw(painter, seen)
        painter.restore()
        if self._focused is not None and self.hasFocus():
            boxes = self._rectangles(self.targets()[self._focused])
            frames = [box.adjusted(-2, 0, 2, 0) for box in boxes]
            painter.strokePath(rounded(frames, _ROUND), pen(self._theme.accent, 1.5))

    def event(self, event: QEvent) -> bool:
        """Keep keys of the card from the actions of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            from reader.ui.card import keys  # noqa: PLC0415 - with the first key

            if keys.is_own(cast("QKeyEvent", event)):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the words of the card, then on."""
        if self.step_focus(1 if forward else -1):
            return True
        self._focus(None)
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from word to word, Return opens one."""
        from reader.ui.card import keys  # noqa: PLC0415 - with the first key

        if not keys.handle(self, event):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is down; otherwise show which word is under the mouse."""
        if self._pressed is not None:
            self._drag(*self._pressed, event.position())
            return
        self.hover(self._target_at(event.position()))

    def _drag(self, begun: QPointF, first: Place, now: QPointF) -> None:
        far = (now - begun).manhattanLength() >= _SLACK
        place = self._place_at(now) if far or self._selection is not None else None
        if place is not None and place != first:
            self._selection = (first, place)
            self.update()

    def _place_at(self, point: QPointF) -> Place | None:
        if self._layout is None:
            return None
        return self._layout.place_at(point - QPointF(MARGIN, SPACE[3]))

    def hover(self, found: Found | None) -> None:
        """The mouse is over a word, or over none."""
        if found != self._hovered:
            self._hovered = found
            hand, arrow = (
                QtCore.Qt.CursorShape.PointingHandCursor,
                QtCore.Qt.CursorShape.IBeamCursor,
            )
            self.setCursor(hand if found is not None else arrow)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; the buttons of the mouse for going back and forward do that."""
        buttons = QtCore.Qt.MouseButton
        if event.button() in {buttons.BackButton, buttons.ForwardButton}:
            self.went.emit(-1 if event.button() == buttons.BackButton else 1)
        elif event.button() == buttons.LeftButton:
            place = self._place_at(event.position())
            self._selection = None
            self._pressed = None if place is None else (event.position(), place)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selected nothing opens the word."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self._selection is None:
            found = self._target_at(event.position())
            if found is not None:
                self.opened.emit(found[3])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select everything in a line of the card."""
        place = self._place_at(event.position())
        if place is not None and self._layout is not None:
            length = len(self._layout.cells[place.cell].text)
            self._selection = (Place(place.cell, 0), Place(place.cell, length))
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Shift, go to shorter and longer words."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier:
            self.turn(event)
        else:
            super().wheelEvent(event)

    def turn(self, event: QWheelEvent) -> None:
        """A step towards shorter or longer words for every notch of the wheel."""
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        while abs(self._turned) >= _NOTCH:
            direction = 1 if self._turned > 0 else -1
            self._turned -= direction * _NOTCH
            self.stepped.emit(-direction)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has left."""
        self.hover(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No word has the keyboard any more."""
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        """Divide the lines for the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()


def _undivided(_text: str) -> tuple[tuple[int, int], ...]:
    return ()
