"""Lights a place in the text for a moment, so that the eye finds it."""

from PySide6.QtCore import QObject, QTimer

from reader.domain.places import Span
from reader.ui.article.decorations import Layer
from reader.ui.article.view import ArticleView

_LIT = 1600
"""Milliseconds for which a place is lit."""


class Lighting(QObject):
    """One place at a time."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=_LIT)
        self._timer.timeout.connect(self.put_out)

    def go_to(self, span: Span) -> None:
        """Bring a place into sight and light it."""
        self._view.go_to(span)
        self._view.decorations.set_ranges(Layer.LIT, [span])
        self._view.decorate()
        self._timer.start()

    def put_out(self) -> None:
        """Light nothing."""
        self._timer.stop()
        if self._view.decorations.ranges.get(Layer.LIT):
            self._view.decorations.set_ranges(Layer.LIT, [])
            self._view.decorate()
