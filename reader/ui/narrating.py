"""Shows in the text what is being read aloud."""

from PySide6.QtCore import QObject, Signal

from reader.domain.places import Span
from reader.domain.ports import Narrator
from reader.ui.article.view import ArticleView


class Narrating(QObject):
    """Follows a narrator, which may speak in a thread of its own."""

    _heard = Signal(object)

    def __init__(self, narrator: Narrator, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._heard.connect(self._show)
        narrator.follow(self._heard.emit)

    def _show(self, span: Span | None) -> None:
        self._view.show_spoken(span)
