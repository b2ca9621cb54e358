"""The row of buttons of a card: going back, shorter and longer words, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.card.room import SIDE, button_side, row_height
from reader.ui.icons import icon
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from reader.ui.theme import Theme


class Tool(NamedTuple):
    """A button: its name, what it is called, and the key that does the same."""

    name: str
    text: str
    keys: str = ""


TOOLS = (
    Tool("back", QT_TRANSLATE_NOOP("card", "Back to the word before"), "Alt+Left"),
    Tool("forward", QT_TRANSLATE_NOOP("card", "Forward again"), "Alt+Right"),
    Tool("shorter", QT_TRANSLATE_NOOP("card", "Shorter word"), "Alt+-"),
    Tool("longer", QT_TRANSLATE_NOOP("card", "Longer word"), "Alt++"),
    Tool("bookmark", QT_TRANSLATE_NOOP("card", "Set a bookmark here"), "Ctrl+B"),
    Tool("note", QT_TRANSLATE_NOOP("card", "Write a note here"), "Ctrl+M"),
    Tool("words", QT_TRANSLATE_NOOP("card", "Correct word or reading"), "Ctrl+Shift+E"),
    Tool("copy", QT_TRANSLATE_NOOP("card", "Copy"), "Ctrl+C"),
    Tool("known", QT_TRANSLATE_NOOP("card", "I know this word"), "Ctrl+D"),
    Tool("own", QT_TRANSLATE_NOOP("card", "Add to your terms, or change yours"), "Ctrl+Shift+N"),
    Tool("glossary", QT_TRANSLATE_NOOP("card", "Show in the glossary")),
    Tool("pin", QT_TRANSLATE_NOOP("card", "Keep the card open at the side"), "Return"),
    Tool("close", QT_TRANSLATE_NOOP("card", "Close the card"), "Escape"),
)
_FIRST_RIGHT = "bookmark"
"""From here on the buttons stand at the right."""
_ICON = 16
"""Side of a button's picture at 100 %."""


class CardBar(QWidget):
    """``chosen`` carries the name of the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, without: str, parent: QWidget | None = None) -> None:
        """``without`` names the button that this kind of card does not need."""
        super().__init__(parent)
        self.setObjectName("cardBar")
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        row.setSpacing(0)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for tool in TOOLS:
            if tool.name == _FIRST_RIGHT:
                row.addStretch(1)
            if tool.name != without:
                row.addWidget(self._make(tool))
        self.setMinimumWidth(SIDE * len(self._buttons) + 2 * SPACE[2])
        self._fit()

    def _make(self, tool: Tool) -> QToolButton:
        button = QToolButton()
        text = QCoreApplication.translate("card", tool.text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({tool.keys})" if tool.keys else text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False, name=tool.name: self.chosen.emit(name))
        button.setCheckable(tool.name == "known")
        self._buttons[tool.name] = button
        return button

    def button(self, name: str) -> QToolButton:
        """One of the buttons."""
        return self._buttons[name]

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        for name, button in self._buttons.items():
            button.setIcon(icon(f"card_{name}", theme))

    def mark_known(self, *, known: bool) -> None:
        """Show whether the reader knows the word."""
        self._buttons["known"].setChecked(known)

    def offer(self, possible: Iterable[str]) -> None:
        """Enable the buttons that can do something now; the glossary is there only for a term."""
        names = set(possible)
        for name, button in self._buttons.items():
            button.setEnabled(name in names)
        self._buttons["glossary"].setVisible("glossary" in names)

    def _fit(self) -> None:
        side = button_side(self.width())
        icon_side = side * _ICON // SIDE
        for button in self._buttons.values():
            button.setIconSize(QSize(icon_side, icon_side))
            button.setFixedSize(side, side)
        self.setFixedHeight(row_height(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the buttons as large as the interface wishes and the row allows."""
        super().resizeEvent(event)
        self._fit()
