"""Gives marks their tags."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader.ui.panels.tags import TagEdit


class TagsDialog(QDialog):
    """``edit`` holds the tags: all of one mark, or those that several get besides their own."""

    def __init__(self, tags: Iterable[str], *, several: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("tags")
        self.setWindowTitle(self.tr("Tags"))
        self.setMinimumWidth(360)
        said = self.tr("Tags to be added:") if several else self.tr("Tags of this mark:")
        label = QLabel(said)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.edit = TagEdit()
        self.edit.show_tags(tags)
        label.setBuddy(self.edit)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.edit, buttons):
            column.addWidget(widget)
