"""The row of buttons of a card: going back, shorter and longer words, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.icons import icon
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    Tool("copy", QT_TRANSLATE_NOOP("card", "Copy"), "Ctrl+C"),
    Tool("known", QT_TRANSLATE_NOOP("card", "I know this word"), "Ctrl+D"),
    Tool("glossary", QT_TRANSLATE_NOOP("card", "Show in the glossary")),
    Tool("pin", QT_TRANSLATE_NOOP("card", "Keep the card open at the side"), "Return"),
    Tool("close", QT_TRANSLATE_NOOP("card", "Close the card"), "Escape"),
)
_FIRST_RIGHT = "bookmark"
"""From here on the buttons stand at the right."""
HEIGHT = 36


class CardBar(QWidget):
    """``chosen`` carries the name of the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, without: str, parent: QWidget | None = None) -> None:
        """``without`` names the button that this kind of card does not need."""
        super().__init__(parent)
        self.setObjectName("cardBar")
        self.setFixedHeight(HEIGHT)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        row.setSpacing(0)
        for tool in TOOLS:
            if tool.name == _FIRST_RIGHT:
                row.addStretch(1)
            if tool.name != without:
                row.addWidget(self._make(tool))

    def _make(self, tool: Tool) -> QToolButton:
        button = QToolButton()
        text = QCoreApplication.translate("card", tool.text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({tool.keys})" if tool.keys else text)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(26, 26)
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
