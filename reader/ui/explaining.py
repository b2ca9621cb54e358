"""From the word under mouse or caret to its card, as pop-up or pinned."""

from PySide6.QtCore import QObject, QRect, Signal

from reader.app import Program
from reader.domain.glossary import Term
from reader.domain.marks import Span
from reader.ui.article.view import ArticleView
from reader.ui.panels.card import CardPanel, HoverCard
from reader.ui.reading import Reading


class Explaining(QObject):
    """Owns the hover card and fills the pinned one; ``pinned`` asks to show the panel."""

    pinned = Signal()

    def __init__(
        self, program: Program, reading: Reading, view: ArticleView, panel: CardPanel
    ) -> None:
        super().__init__(view)
        self._program = program
        self._reading = reading
        self._view = view
        self._panel = panel
        self.hover_card = HoverCard(view.window())
        self.hover_card.entered.connect(view.intent.hold)
        self.hover_card.left.connect(view.intent.release)
        view.hovered.connect(self._hover)
        view.activated.connect(self.pin)
        view.moved.connect(self.hover_card.hide)

    def pin(self, span: Span) -> None:
        """Show a word in the side panel."""
        self._view.intent.cancel()
        self.hover_card.hide()
        word = self._view.word(span)
        if word is None:
            return
        text = self._reading.text_of(Span(span.paragraph, word.start, word.end))
        self._panel.card.show_explanation(self._program.lookup.explain(text, word))
        self._panel.verticalScrollBar().setValue(0)
        self.pinned.emit()

    def pin_term(self, term: Term) -> None:
        """Show a term of the glossary in the side panel."""
        self._panel.card.show_term(term)
        self._panel.verticalScrollBar().setValue(0)
        self.pinned.emit()

    def _hover(self, span: Span | None) -> None:
        if span is None:
            self.hover_card.hide()
            return
        word = self._view.word(span)
        if word is None or not word.syllables:
            self.hover_card.hide()
            return
        text = self._reading.text_of(span)
        box = self._view.rectangle_of(span)
        window = self._view.window()
        corner = self._view.viewport().mapTo(window, box.topLeft())
        self.hover_card.show_at(self._program.lookup.explain(text, word), QRect(corner, box.size()))
