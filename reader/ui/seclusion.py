"""Distraction-free reading: the whole screen for the text, and back to how it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from reader.ui.article.view import ArticleView


class Seclusion(QObject):
    """Hides what surrounds the text; ``beside`` are the widgets at its sides.

    What the reader calls for meanwhile, a panel or a card, comes all the same. Escape in
    the text leaves, and so does the action again.
    """

    def __init__(
        self, window: QMainWindow, article: ArticleView, beside: list[QWidget], action: QAction
    ) -> None:
        super().__init__(window)
        self._window = window
        self._article = article
        self._beside = beside
        self._action = action
        self._hidden: list[QWidget] = []
        self._state: Qt.WindowState | None = None
        article.escaped.connect(self.leave)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out the action."""
        return {"seclusion": self.toggle}

    @property
    def entered(self) -> bool:
        """Whether only the text is shown."""
        return self._state is not None

    def toggle(self) -> None:
        """Enter or leave."""
        (self.leave if self.entered else self.enter)()

    def enter(self) -> None:
        """Leave nothing but the text on the screen."""
        if self.entered:
            return
        window = self._window
        self._state = window.windowState()
        around = [window.menuBar(), *window.findChildren(QToolBar), *self._beside]
        self._hidden = [widget for widget in around if widget.isVisible()]
        for widget in self._hidden:
            widget.hide()
        window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self._action.setChecked(True)
        self._article.setFocus()

    def leave(self) -> None:
        """Show everything as it was."""
        if self._state is None:
            return
        for widget in self._hidden:
            widget.show()
        self._window.setWindowState(self._state)
        self._state = None
        self._hidden = []
        self._action.setChecked(False)
