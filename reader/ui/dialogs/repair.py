"""What mending did at one place, and its undoing."""

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.document import Repair
from reader.ui import fonts
from reader.ui.dialogs.buttons import closing
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
            source = QPlainTextEdit(re.sub(r"\n\s*\n", "\n", repair.source.strip()))
            source.setReadOnly(True)
            source.setFont(fonts.reading(16))
            source.setAccessibleName(self.tr("In the source:"))
            source.setFixedHeight(130)
            column.addWidget(source)
        undo = QPushButton(self.tr("Undo this repair"))
        undo.clicked.connect(self.accept)
        column.addWidget(closing(self, undo))
