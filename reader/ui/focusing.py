"""How much there is to be seen: what can be turned off so that only the text is left."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from reader.services.settings import Settings
from reader.ui.actions import Actions
from reader.ui.article.view import ArticleView
from reader.ui.wishes import Wishes

_SWITCHES = ("terms", "smooth", "sentence", "ruler")
"""Settings that an action of the same name turns on and off."""


class Focusing(QObject):
    """Applies the settings of what accompanies the text, and changes them."""

    def __init__(
        self, settings: Settings, actions: Actions, article: ArticleView, wishes: Wishes
    ) -> None:
        super().__init__(article)
        self._wishes = wishes
        wishes.changed.connect(self._apply)
        self._settings = settings
        self._actions = actions
        self._article = article
        self._apply()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {name: partial(self._toggle, name) for name in _SWITCHES}

    def _toggle(self, name: str) -> None:
        self._settings.change(**{name: not getattr(self._settings.values, name)})
        self._apply()

    def _apply(self) -> None:
        values = self._settings.values
        self._article.show_terms(shown=values.terms)
        self._article.scroller.smooth = values.smooth and self._wishes.animate
        self._article.focus.sentence = values.sentence
        self._article.focus.ruler = values.ruler
        self._article.decorate()
        for name in _SWITCHES:
            self._actions[name].setChecked(getattr(values, name))
