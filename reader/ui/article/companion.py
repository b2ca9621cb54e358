"""Keeps the article and its echo the same: what the reader does, and what a client asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.ui.article.echo import Echo
from reader.ui.article.passage import Passage

if TYPE_CHECKING:
    from reader.ui.article.view import ArticleView


class Companion(QObject):
    """Keeps caret, selection and text of view and echo the same, both ways."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._stale = True
        self._listening = True
        self.echo = Echo(view)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow)
        view.opened.connect(self._renew)
        view.relaid.connect(self._forget_lines)
        view.moved.connect(self._soon.start)
        view.caret_moved.connect(self._soon.start)
        self.echo.cursorPositionChanged.connect(self._obey)
        self.echo.selectionChanged.connect(self._obey)
        self.echo.sought.connect(self._show)
        had_focus = view.hasFocus()
        self.echo.stackUnder(view)
        self.echo.show()
        view.setFocusProxy(self.echo)
        if had_focus:
            self.echo.setFocus()
        self.follow()

    def _renew(self) -> None:
        self._stale = True
        self._soon.start()

    def _forget_lines(self) -> None:
        self.echo.forget_lines()
        self._soon.start()

    def follow(self) -> None:
        """Bring the echo in step with the view."""
        self._soon.stop()
        view, caret, text = self._view, self._view.caret, self._view.page.text
        self._listening = False
        try:
            if caret is None or text is None:
                return
            anchor, place = caret.ends
            passage = self.echo.passage
            if self._stale or passage is None or not passage.serves(place):
                passage = Passage(text, place)
                self.echo.setAccessibleName(view.accessibleName())
                self.echo.show_passage(passage)
                self._stale = False
            self.echo.follow_page()
            self.echo.select(passage.position(anchor), passage.position(place))
            self.echo.setAccessibleDescription(caret.spoken)
        finally:
            self._listening = True

    def _obey(self) -> None:
        """A client has moved the caret or the selection."""
        caret, passage = self._view.caret, self.echo.passage
        if not self._listening or caret is None or passage is None:
            return
        cursor = self.echo.textCursor()
        anchor, place = passage.place(cursor.anchor()), passage.place(cursor.position())
        if (anchor, place) == caret.ends:
            return
        if anchor == place:
            caret.put(place)
            self._view.follow_cursor()
        else:
            caret.select(anchor, place)
            self._view.viewport().update()

    def _show(self, position: int) -> None:
        """A client wants something in sight, as while it reads aloud."""
        flow, passage = self._view.page.flow, self.echo.passage
        if flow is not None and passage is not None:
            place = passage.place(position)
            flow.show(place.paragraph, place.offset, self._view.page.height)
            self._view.scroller.sync()
