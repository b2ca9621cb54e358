"""What is said before there is a window: why Xidu cannot open, where no terminal can say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from reader.ui import fonts
from reader.ui.choices import theme_of
from reader.ui.notices import sentence
from reader.ui.theme import style_sheet

if TYPE_CHECKING:
    from reader.domain.errors import XiduError
    from reader.services.settings import Values


def refuse(error: XiduError, values: Values) -> None:
    """Say a fault in the reader's colours and wait until it has been read."""
    box = refusal(error, values)
    box.exec()
    box.deleteLater()


def refusal(error: XiduError, values: Values) -> QMessageBox:
    """A box that says a fault, with one button that closes it."""
    box = QMessageBox()
    dress(box, values)
    box.setObjectName("refusal")
    box.setWindowTitle(QCoreApplication.translate("refusal", "Xidu cannot open"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence(error))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    return box


def dress(dialog: QDialog, values: Values) -> None:
    """Give a dialog that opens before the window the colours that the reader chose."""
    theme = theme_of(values)
    QApplication.setPalette(theme.palette())
    dialog.setStyleSheet(style_sheet(theme, fonts.scaled(14)))
