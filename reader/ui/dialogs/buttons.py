"""The row of buttons at the foot of a dialog."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def closing(dialog: QDialog, *others: QPushButton) -> QDialogButtonBox:
    """A Close button, which Return presses, beside whatever else can be done."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    for other in others:
        other.setAutoDefault(False)
        box.addButton(other, QDialogButtonBox.ButtonRole.ActionRole)
    close = box.button(QDialogButtonBox.StandardButton.Close)
    close.setIcon(QIcon())
    close.setDefault(True)
    box.rejected.connect(dialog.reject)
    return box
