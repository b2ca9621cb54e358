"""What the colours of highlights mean to the reader."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.domain.marks import Colour
from reader.ui import fonts
from reader.ui.article.tints import strong
from reader.ui.colours import colour_name
from reader.ui.theme import THEMES, ThemeName

_LONGEST = 60


class MeaningsDialog(QDialog):
    """A line for each colour; an empty one means nothing."""

    def __init__(self, meanings: Mapping[Colour, str], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("meanings")
        self.setWindowTitle(self.tr("What the colours mean"))
        self.setMinimumWidth(380)
        self._lines: dict[Colour, QLineEdit] = {}
        form = QFormLayout()
        for colour in Colour:
            line = self._lines[colour] = QLineEdit(meanings.get(colour, ""))
            line.setMaxLength(_LONGEST)
            line.setAccessibleName(self.tr("Meaning of {0}").format(colour_name(colour)))
            line.setPlaceholderText(self.tr("for instance: names, figures, questions"))
            form.addRow(self._label(colour), line)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def meanings(self) -> dict[Colour, str]:
        """What is written, of the colours that mean something."""
        found = {colour: line.text().strip() for colour, line in self._lines.items()}
        return {colour: text for colour, text in found.items() if text}

    def _label(self, colour: Colour) -> QWidget:
        side = fonts.scaled(16)
        swatch = QPixmap(QSize(side, side))
        dark = self.palette().base().color().lightness() < 128
        swatch.fill(strong(colour, THEMES[ThemeName.DARK if dark else ThemeName.LIGHT]))
        sign, name, label = QLabel(), QLabel(colour_name(colour)), QWidget()
        sign.setPixmap(QIcon(swatch).pixmap(side, side))
        name.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(label)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sign)
        row.addWidget(name)
        return label
