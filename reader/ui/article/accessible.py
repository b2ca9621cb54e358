"""Opens the article to assistive tools, once there are some.

Nothing here exists for a reader who uses none: ``attend`` waits until Qt says that a
screen reader, a magnifier or the like has asked, and then puts an ``Echo`` beneath the view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication

if TYPE_CHECKING:
    from reader.ui.article.companion import Companion
    from reader.ui.article.view import ArticleView

_LOOK_EVERY = 2000
"""Milliseconds between two looks whether assistive tools have come; Qt does not tell."""


class Attending(QObject):
    """Waits for assistive tools, then keeps the echo of a view true."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self.companion: Companion | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Make the echo if assistive tools have come."""
        if self.companion is None and QAccessible.isActive():
            from reader.ui.article.companion import Companion  # noqa: PLC0415 - seldom needed

            self._timer.stop()
            self.companion = Companion(self._view)


def attend(view: ArticleView) -> Attending:
    """Be ready for assistive tools from now on."""
    return Attending(view)
