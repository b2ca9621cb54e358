"""A check box whose text goes on in further lines where the panel is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from reader.ui.theme import SPACE


class WrappingCheck(QWidget):
    """Looks, sounds and behaves like a QCheckBox."""

    toggled = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QCheckBox()
        self._box.setAccessibleName(text)
        self._box.toggled.connect(self.toggled)
        self._label = QLabel(text)
        self._label.setWordWrap(True)
        self.setFocusProxy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self._box)
        row.addWidget(self._label, 1)

    def isChecked(self) -> bool:
        """Whether it is checked."""
        return self._box.isChecked()

    def setChecked(self, checked: bool) -> None:
        """Check it or not."""
        self._box.setChecked(checked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the text is one on the box."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._box.click()
