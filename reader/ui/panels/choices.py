"""Rows of choices: a label and what can be chosen, taking effect at once; for small panels."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from reader.ui import fonts
from reader.ui.theme import SPACE

_ROW = 30
"""Least height of a control in device-independent pixels."""


class Option(NamedTuple):
    """One thing to choose. ``hint`` says more of it; what is not ``possible`` says why not."""

    value: object
    text: str
    hint: str = ""
    possible: bool = True


class Choices(QWidget):
    """Rows of choices under one another.

    ``chosen`` carries the name of a row and the value chosen there. Tab goes from row to
    row, the arrow keys choose within one.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[4])
        self._grid.setVerticalSpacing(SPACE[2])
        self._grid.setColumnStretch(1, 1)
        self._groups: list[QButtonGroup] = []
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}

    def add_heading(self, text: str) -> None:
        """A line of text above the rows that follow."""
        label = _label(text)
        label.setFont(fonts.interface("body", strong=True))
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, SPACE[2])
        self._grid.addWidget(label, row + 1, 0, 1, 2)

    def add_options(
        self, name: str, title: str, options: Sequence[Option], current: object
    ) -> None:
        """A row of buttons, one of them down."""
        row, group = QWidget(), QButtonGroup(self)
        self._groups.append(group)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[0])
        for option in options:
            button = QToolButton()
            button.setText(option.text)
            button.setToolTip(option.hint)
            button.setAccessibleName(f"{title}: {option.text}")
            button.setCheckable(True)
            button.setEnabled(option.possible)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.toggled.connect(partial(self._choose, name, option.value, button))
            button.setChecked(option.value == current)
            group.addButton(button)
            line.addWidget(button, 1)
        self._add(name, title, row)

    def _choose(self, name: str, value: object, button: QToolButton, down: bool) -> None:
        # One stop of the Tab key a row, as with radio buttons.
        kind = Qt.FocusPolicy.StrongFocus if down else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(kind)
        if down:
            self.chosen.emit(name, value)

    def add_number(  # noqa: PLR0913
        self,
        name: str,
        title: str,
        current: int,
        bounds: tuple[int, int],
        *,
        step: int = 1,
        percent: bool = False,
        unit: str = "",
    ) -> None:
        """A number to step or type. ``percent``: shown as a factor with two decimals."""
        box: QSpinBox | QDoubleSpinBox
        if percent:
            box = QDoubleSpinBox()
            box.setRange(bounds[0] / 100, bounds[1] / 100)
            box.setSingleStep(step / 100)
            box.setValue(current / 100)
            box.valueChanged.connect(lambda value: self.chosen.emit(name, round(value * 100)))
        else:
            box = QSpinBox()
            box.setRange(*bounds)
            box.setSingleStep(step)
            box.setValue(current)
            box.valueChanged.connect(lambda value: self.chosen.emit(name, value))
        box.setSuffix(unit)
        self._add(name, title, box)

    def add_list(self, name: str, title: str, options: Sequence[Option], current: object) -> None:
        """A list that opens, for many options."""
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        items = QStandardItemModel(box)
        for option in options:
            item = QStandardItem(option.text)
            item.setToolTip(option.hint)
            item.setEnabled(option.possible)
            items.appendRow(item)
        box.setModel(items)
        box.setCurrentIndex(next((i for i, o in enumerate(options) if o.value == current), 0))
        box.activated.connect(lambda index: self.chosen.emit(name, options[index].value))
        self._add(name, title, box)

    def set_possible(self, name: str, *, possible: bool) -> None:
        """Dim a row whose choice would change nothing now, or let it be chosen again."""
        for part in self._rows[name]:
            part.setEnabled(possible)

    def _add(self, name: str, title: str, control: QWidget) -> None:
        label = _label(title)
        self._rows[name] = label, control
        label.setBuddy(control)
        control.setAccessibleName(title)
        control.setMinimumHeight(_ROW)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control, row, 1)


class Popover(QDialog):
    """A small panel over the window that a click beside it or Escape closes."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show_below(self, anchor: QWidget) -> None:
        """Appear under a widget, within its window's screen."""
        from reader.ui.dialogs.fitting import fit  # noqa: PLC0415 - dialogs need the choices too

        self.adjustSize()
        fit(self)
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + SPACE[1]))
        screen = anchor.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        self.focusNextChild()  # the keyboard begins in the first row


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
