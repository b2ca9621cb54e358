"""From the word under mouse or caret to its card, as pop-up or pinned."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from reader.app import Program
from reader.domain.errors import ReferenceMissing
from reader.domain.places import Span
from reader.ui.article.ruby import Amount
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading
from reader.ui.theme import THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.domain.words import Word
    from reader.services.lookup import Explanation
    from reader.ui.panels.card import CardPanel, HoverCard


class Explaining(QObject):
    """Owns both cards, each made when first needed.

    ``pinned`` asks to show the pinned one.
    """

    pinned = Signal()

    def __init__(self, program: Program, reading: Reading, view: ArticleView) -> None:
        super().__init__(view)
        self._program = program
        self._reading = reading
        self._view = view
        self._theme = THEMES[ThemeName.LIGHT]
        view.hovered.connect(self._hover)
        view.activated.connect(self.pin)
        view.moved.connect(self._hide)

    @cached_property
    def hover_card(self) -> HoverCard:
        """The pop-up card."""
        from reader.ui.panels.card import HoverCard  # noqa: PLC0415 - at the first hover

        card = HoverCard(self._view.window())
        card.set_theme(self._theme)
        card.entered.connect(self._view.intent.hold)
        card.left.connect(self._view.intent.release)
        return card

    @cached_property
    def panel(self) -> CardPanel:
        """The pinned card."""
        from reader.ui.panels.card import CardPanel  # noqa: PLC0415 - at the first click

        panel = CardPanel()
        panel.card.set_theme(self._theme)
        return panel

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the cards there are."""
        self._theme = theme
        if "hover_card" in self.__dict__:
            self.hover_card.set_theme(theme)
        if "panel" in self.__dict__:
            self.panel.card.set_theme(theme)

    def pin(self, span: Span) -> None:
        """Show a word in the side panel."""
        self._view.intent.cancel()
        self._hide()
        word = self._view.word(span)
        if word is None:
            return
        text = self._reading.text_of(Span(span.paragraph, word.start, word.end))
        self.panel.card.show_explanation(self._explain(text, word))
        self.panel.verticalScrollBar().setValue(0)
        self.pinned.emit()

    def pin_term(self, term: Term) -> None:
        """Show a term of the glossary in the side panel."""
        self.panel.card.show_term(term)
        self.panel.verticalScrollBar().setValue(0)
        self.pinned.emit()

    def _hide(self) -> None:
        if "hover_card" in self.__dict__:
            self.hover_card.hide()

    def _hover(self, span: Span | None) -> None:
        quiet = self._view.setting.ruby.amount is Amount.OFF
        word = None if span is None or quiet else self._view.word(span)
        if span is None or word is None or not word.syllables:
            self._hide()
            return
        box = self._view.rectangle_of(span)
        corner = self._view.viewport().mapTo(self._view.window(), box.topLeft())
        explanation = self._explain(self._reading.text_of(span), word)
        self.hover_card.show_at(explanation, QRect(corner, box.size()))

    def _explain(self, text: str, word: Word) -> Explanation:
        """What is known of a word; its reading alone while the dictionary is being made."""
        from reader.services.lookup import Explanation  # noqa: PLC0415 - at the first card

        try:
            return self._program.lookup.explain(text, word)
        except ReferenceMissing:
            return Explanation(text, word.syllables, word.sure, ready=False)
