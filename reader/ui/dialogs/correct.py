"""Correcting characters of the text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.ui import fonts
from reader.ui.theme import SPACE


class CorrectDialog(QDialog):
    """Shows what stands there and asks what it should read."""

    def __init__(self, before: str, quote: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the text"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        context = QLabel(f"…{before}【{quote}】{after}…")
        context.setTextFormat(Qt.TextFormat.PlainText)
        context.setFont(fonts.reading(17))
        context.setWordWrap(True)
        context.setMinimumWidth(380)
        column.addWidget(context)
        self.box = QLineEdit(quote)
        self.box.setFont(fonts.reading(20))
        self.box.setAccessibleName(self.tr("What it should read"))
        column.addWidget(self.box)
        hint = QLabel(
            self.tr(
                "The source stays as it is: the correction is shown in the margin "
                "and can be undone there."
            )
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        hint.setEnabled(False)
        column.addWidget(hint)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def replacement(self) -> str:
        """What was typed, on one line."""
        return self.box.text()
