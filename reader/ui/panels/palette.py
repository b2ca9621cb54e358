"""The small palette that appears at a selection: colours to choose, and taking one away."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QHBoxLayout, QWidget

from reader.domain.marks import Colour
from reader.ui.article.tints import strong, tint
from reader.ui.theme import SPACE, THEMES, Theme, ThemeName

_SIDE = 26
_GAP = 6
"""Pixels between the palette and the text it belongs to."""


class _Swatch(QAbstractButton):
    """A round of one colour; without a colour, the sign for none."""

    def __init__(self, colour: Colour | None, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.theme = THEMES[ThemeName.LIGHT]
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """A square that a finger can hit."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the round, with a ring while the mouse is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5)
        edge = QColor(self.theme.ink if self.underMouse() else self.theme.ink_soft)
        if self._colour is None:
            painter.setPen(QPen(edge, 1.6))
            inner = box.adjusted(3.5, 3.5, -3.5, -3.5)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
            return
        painter.setBrush(tint(self._colour, self.theme))
        ring = edge if self.underMouse() else strong(self._colour, self.theme)
        painter.setPen(QPen(ring, 2.0))
        painter.drawEllipse(box)


class Palette(QWidget):
    """Lies over a view, beside the selection; the keyboard stays where it is.

    ``chosen`` carries a Colour. Whoever uses the keyboard has the actions of the menu.
    """

    chosen = Signal(object)
    removal_wanted = Signal()

    def __init__(self, names: Mapping[Colour, str], view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._theme = THEMES[ThemeName.LIGHT]
        self.setAccessibleName(self.tr("Colours for the selection"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[0])
        row.setSpacing(0)
        self._swatches = [_Swatch(colour, name, self) for colour, name in names.items()]
        for colour, swatch in zip(names, self._swatches, strict=True):
            swatch.clicked.connect(lambda _on=False, colour=colour: self.chosen.emit(colour))
            row.addWidget(swatch)
        self._none = _Swatch(None, self.tr("Remove the highlight"), self)
        self._none.clicked.connect(self.removal_wanted)
        row.addWidget(self._none)
        self.hide()
        view.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        for swatch in (*self._swatches, self._none):
            swatch.theme = theme
        self.update()

    def show_at(self, box: QRect, *, removable: bool, beside: bool = False) -> None:
        """Appear above ``box`` (in the viewport), or below it where there is no room.

        ``beside`` it, at its right or else at its left, where lines run downwards.
        """
        self._none.setVisible(removable)
        self.adjustSize()
        viewport = self._view.viewport()
        if beside:
            y, right = box.top(), box.right() + _GAP
            fits = right + self.width() <= viewport.width()
            x = right if fits else box.left() - _GAP - self.width()
        else:
            x, above = box.center().x() - self.width() // 2, box.top() - _GAP - self.height()
            y = above if above >= 0 else box.bottom() + _GAP
        x = min(max(x, 0), max(0, viewport.width() - self.width()))
        y = min(max(y, 0), max(0, viewport.height() - self.height()))
        self.move(viewport.mapTo(self._view, QPoint(x, y)))
        self.show()
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key that moves or marks makes the palette go; a new width moves the text away."""
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.Resize}:
            self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1.0))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
