"""The sidebar: a rail of five buttons, and the panel of the one that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from reader.ui import fonts
from reader.ui.actions import plain
from reader.ui.icons import icon
from reader.ui.theme import SPACE, THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from reader.ui.panels.lists import ListPanel
    from reader.ui.panels.marks import MarksPanel

    Panel = ListPanel | MarksPanel

_SIGNS_ONLY = 200
"""Size of the interface in percent from which the rail has no words."""

PANELS = ("contents", "search", "bookmarks", "notes", "glossary")


class Sidebar(QWidget):
    """Makes each panel when it is first shown; ``made`` tells so that it can be connected."""

    made = Signal(str, object)
    changed = Signal(str)

    def __init__(
        self,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = THEMES[ThemeName.LIGHT]
        self._panels: dict[str, Panel] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._actions = actions
        self.current = ""
        self.stack = QStackedWidget()
        rail = QWidget()
        rail.setObjectName("rail")
        rail_column = QVBoxLayout(rail)
        rail_column.setContentsMargins(SPACE[1], SPACE[2], SPACE[1], SPACE[2])
        rail_column.setSpacing(SPACE[1])
        for name in PANELS:
            rail_column.addWidget(self._make_button(name))
        rail_column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(self.stack, 1)
        self.retranslate()

    def panel(self, name: str) -> Panel:
        """A panel, made now if it has not been shown before."""
        if name not in self._panels:
            panel = make_panel(name)
            panel.set_theme(self._theme)
            panel.setContentsMargins(SPACE[2], SPACE[2], SPACE[2], 0)
            self._panels[name] = panel
            self.stack.addWidget(panel)
            self.made.emit(name, panel)
        return self._panels[name]

    def existing(self, name: str) -> Panel | None:
        """A panel if it has been made."""
        return self._panels.get(name)

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        panel = self.panel(name)
        self.stack.setCurrentWidget(panel)
        self.current = name
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self.changed.emit(name)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self.setStyleSheet(
            f"#rail {{ background: {theme.chrome}; border-right: 1px solid {theme.line}; }}"
        )
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))
        for panel in self._panels.values():
            panel.set_theme(theme)

    def retranslate(self) -> None:
        """Take names and keys from the actions."""
        for name, button in self._buttons.items():
            action = self._actions[name]
            text = plain(action.text())
            button.setText(text)
            button.setAccessibleName(text)
            keys = action.shortcut().toString()
            button.setToolTip(f"{text} ({keys})")

    def _make_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        # In very large type the words would take the room of the text; the signs stay.
        if fonts.scaled(100) < _SIGNS_ONLY:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setFixedWidth(fonts.scaled(82))
        button.setIconSize(QSize(fonts.scaled(20), fonts.scaled(20)))
        button.setFont(fonts.interface("small"))
        button.clicked.connect(self._actions[name].trigger)
        self._buttons[name] = button
        return button


def make_panel(name: str) -> Panel:
    """Make a panel; its module is loaded only now."""
    # ruff: noqa: PLC0415
    if name == "contents":
        from reader.ui.panels.contents import ContentsPanel

        return ContentsPanel()
    if name == "search":
        from reader.ui.panels.search import SearchPanel

        return SearchPanel()
    if name == "glossary":
        from reader.ui.panels.glossary import GlossaryPanel

        return GlossaryPanel()
    if name == "notes":
        from reader.formats.notes import plain
        from reader.ui.panels.notes import NotesPanel

        return NotesPanel(plain)
    from reader.ui.panels.marks import MarksPanel

    return MarksPanel()
