"""Characters in a row with the boundaries between them, and a field for each word's reading."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QLineEdit, QWidget

from reader.ui import fonts
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from reader.services.recutting import Recutting
    from reader.ui.theme import Theme

_TYPE = 26
"""Size of the characters at 100 %."""
_GAP = 18
"""Width of the room between two characters, where a click sets a boundary."""
_FIELD = 62
"""Least width of a reading's field."""


class Gap(QAbstractButton):
    """The room between two characters; it is on where a word ends and another begins."""

    stepped = Signal(int)

    def __init__(self, before: str, after: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Boundary between {0} and {1}").format(before, after))

    def sizeHint(self) -> QSize:
        """Wide enough to be hit."""
        return QSize(fonts.scaled(_GAP), fonts.scaled(_TYPE + 14))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line where there is a boundary, a dot where one could be."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle = self._theme, QRectF(self.rect()).center()
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 2))
            high = self.height() * 0.3
            painter.drawLine(middle - QPointF(0, high), middle + QPointF(0, high))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ink_soft))
            painter.drawEllipse(middle, 1.5, 1.5)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours; Space sets or takes away."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()


class CutStrip(QWidget):
    """Shows a :class:`Recutting` and changes it.

    ``changed`` tells that it is another one now, ``reached`` carries the part that the keyboard
    has come to.
    """

    changed = Signal()
    reached = Signal(object)

    def __init__(self, draft: Recutting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(SPACE[1])
        self._grid.setRowStretch(2, 1)
        self._labels: list[QLabel] = []
        self.gaps: list[Gap] = []
        self.fields: dict[tuple[int, int], QLineEdit] = {}
        for at in range(draft.start, draft.end):
            self._add_character(at)
        self._show_words()

    def _add_character(self, at: int) -> None:
        draft = self._draft
        label = QLabel(draft.written(at, at + 1))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(fonts.reading(fonts.scaled(_TYPE)))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setContentsMargins(SPACE[0], SPACE[0], SPACE[0], SPACE[0])
        self._labels.append(label)
        self._grid.addWidget(label, 1, 2 * (at - draft.start))
        if at + 1 == draft.end:
            return
        gap = Gap(draft.written(at, at + 1), draft.written(at + 1, at + 2), self._theme, self)
        gap.setChecked(at + 1 in draft.cuts)
        gap.clicked.connect(lambda _on=False, place=at + 1: self._toggle(place))
        number = len(self.gaps)
        gap.stepped.connect(lambda step: self._go(number + step))
        self.gaps.append(gap)
        self._grid.addWidget(gap, 1, 2 * (at - draft.start) + 1)

    def _go(self, number: int) -> None:
        if 0 <= number < len(self.gaps):
            self.gaps[number].setFocus()
            self.reached.emit(self.gaps[number])

    def enter(self, start: int, end: int) -> None:
        """Put the keyboard into the reading of a word, if it has one."""
        field = self.fields.get((start, end))
        if field is not None:
            field.setFocus()
            field.selectAll()
            self.reached.emit(field)

    def _toggle(self, at: int) -> None:
        self._draft.toggle(at)
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        """A field above each word; what is not changed keeps its field and the keyboard in it."""
        words = self._draft.words
        for span in [span for span in self.fields if span not in words]:
            gone = self.fields.pop(span)
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for span in words:
            if span not in self.fields and self._draft.is_read(*span):
                self.fields[span] = self._field(*span)
        order = [self.fields[span] for span in words if span in self.fields]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
        self._judge()

    def _field(self, start: int, end: int) -> QLineEdit:
        draft = self._draft
        field = QLineEdit(draft.shown(start, end))
        field.setAccessibleName(self.tr("Reading of {0}").format(draft.written(start, end)))
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        width = field.fontMetrics().horizontalAdvance(field.text()) + 2 * SPACE[3] + SPACE[2]
        field.setMinimumWidth(max(fonts.scaled(_FIELD), width))
        field.textEdited.connect(lambda typed: self._type(start, end, typed))
        column = 2 * (start - draft.start)
        self._grid.addWidget(field, 0, column, 1, 2 * (end - start) - 1)
        return field

    def _type(self, start: int, end: int, typed: str) -> None:
        self._draft.type(start, end, typed)
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        """Mark the fields whose reading cannot be."""
        for span, field in self.fields.items():
            wrong = self._draft.fault(*span) is not None
            colour = self._theme.accent
            field.setStyleSheet(f"QLineEdit {{ border: 2px solid {colour}; }}" if wrong else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each word on a ground of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.raised))
        for start, end in self._draft.words:
            first = self._labels[start - self._draft.start].geometry()
            last = self._labels[end - 1 - self._draft.start].geometry()
            box = QRectF(first.united(last)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, 6, 6)
        painter.end()
