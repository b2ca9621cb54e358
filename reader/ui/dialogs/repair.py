"""What mending did at one place, and its undoing."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.document import Repair
from reader.ui import fonts
from reader.ui.theme import SPACE


class RepairDialog(QDialog):
    """Says why, shows what stands in the source; accepted means: undo it."""

    def __init__(self, repair: Repair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Repair of the page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[2])
        why = QLabel(QCoreApplication.translate("repairs", repair.why))
        why.setTextFormat(Qt.TextFormat.PlainText)
        why.setFont(fonts.interface("body", strong=True))
        why.setWordWrap(True)
        why.setMinimumWidth(400)
        column.addWidget(why)
        if repair.source.strip():
            column.addWidget(QLabel(self.tr("In the source:")))
            source = QPlainTextEdit(repair.source.strip())
            source.setReadOnly(True)
            source.setFont(fonts.reading(16))
            source.setAccessibleName(self.tr("In the source:"))
            source.setFixedHeight(130)
            column.addWidget(source)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        undo = QPushButton(self.tr("Undo this repair"))
        buttons.addButton(undo, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
