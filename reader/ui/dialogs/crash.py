"""The report of a fault of our own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialogs.buttons import closing
from reader.ui.theme import SPACE


class CrashDialog(QDialog):
    """Says that something went wrong in Xidu and shows what to report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in Xidu"))
        self.resize(620, 380)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE[3])
        label = QLabel(
            self.tr(
                "This is a fault of the program. Everything saved is safe and you can go on; "
                "the report below stays on this machine."
            )
        )
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        column.addWidget(label)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        column.addWidget(text)
        copy = QPushButton(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        column.addWidget(closing(self, copy))
