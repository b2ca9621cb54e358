"""Asks what to do with a file that is a later version of a text in the library."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui import fonts
from reader.ui.theme import SPACE

_WIDTH = 460


class LaterVersionDialog(QDialog):
    """Accepted means: update the text. ``both_wanted``: add the file as a text of its own."""

    both_wanted = Signal()

    def __init__(self, file: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The file has changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        head = _label(
            self.tr("“{0}” is a later version of “{1}”, which is in your library.").format(
                file, title
            )
        )
        head.setFont(fonts.interface("body", strong=True))
        column.addWidget(head)
        column.addWidget(
            _label(
                self.tr(
                    "Update the text: bookmarks, highlights, notes, corrections and the place "
                    "where you were reading follow their words. Marks whose words are gone are "
                    "listed as without a place. You can undo this."
                )
            )
        )
        column.addWidget(
            _label(self.tr("Keep both: the file becomes a text of its own, without your marks."))
        )
        self.update_ = QPushButton(self.tr("Update the text"))
        self.both = QPushButton(self.tr("Keep both"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        box.addButton(self.update_, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.both, QDialogButtonBox.ButtonRole.ActionRole)
        self.update_.setDefault(True)
        self.both.setAutoDefault(False)
        self.both.clicked.connect(self._keep_both)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _keep_both(self) -> None:
        self.both_wanted.emit()
        self.reject()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(_WIDTH)
    return label
