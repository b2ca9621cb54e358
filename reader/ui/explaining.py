"""From the word under mouse or caret to its card, as pop-up or pinned."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QCursor

from reader.app import Program
from reader.domain.places import Span
from reader.ui.article.ruby import Amount
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading
from reader.ui.theme import THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

    from reader.domain.glossary import Term
    from reader.services.consulting import Consultation
    from reader.ui.card.control import Control
    from reader.ui.card.panel import CardPanel
    from reader.ui.card.popup import HoverCard
    from reader.ui.card.readings import Manner

_MARKUP = frozenset("*_`[#>~")
"""What notes in Markdown have and plain ones hardly."""


class Explaining(QObject):
    """Owns both cards, each made when first needed.

    ``pinned`` and ``closed`` ask to show and to hide the pinned one; ``bookmark_wanted``,
    ``note_wanted`` and ``words_wanted`` carry the Span of the word, ``known_wanted`` the word
    as written, ``glossary_wanted`` its Term, ``own_wanted`` the Span and a Term of the reader's
    own, or ``None`` for either.
    """

    pinned = Signal()
    closed = Signal()
    bookmark_wanted = Signal(object)
    note_wanted = Signal(object)
    words_wanted = Signal(object)
    known_wanted = Signal(str)
    glossary_wanted = Signal(object)
    own_wanted = Signal(object, object)

    def __init__(self, program: Program, reading: Reading, view: ArticleView) -> None:
        super().__init__(view)
        self._program = program
        self._reading = reading
        self._view = view
        self._theme = THEMES[ThemeName.LIGHT]
        self._anchor = QRect()
        self._popup: Control | None = None
        self._pinned: Control | None = None
        view.hovered.connect(self._hover)
        view.activated.connect(self.pin)
        view.moved.connect(self._hide)
        reading.marks_changed.connect(self._renew)

    # --- the cards --------------------------------------------------------------

    @cached_property
    def hover_card(self) -> HoverCard:
        """The pop-up card."""
        from reader.ui.card.control import Control  # noqa: PLC0415 - at the first hover
        from reader.ui.card.popup import HoverCard  # noqa: PLC0415

        card = HoverCard(self._view.window())
        card.set_theme(self._theme)
        card.set_divide(self.divide)
        card.entered.connect(self._view.intent.hold)
        card.left.connect(self._view.intent.release)
        card.closed.connect(self._dismiss)
        card.more.connect(self._pin_popup)
        self._popup = control = Control(card, self._passing, self._show_popup, self._is_known)
        card.furnished.connect(control.take)
        control.wanted.connect(lambda name: self._do(name, self._passing))
        return card

    @cached_property
    def panel(self) -> CardPanel:
        """The pinned card."""
        from reader.ui.card.control import Control  # noqa: PLC0415 - at the first click
        from reader.ui.card.panel import CardPanel  # noqa: PLC0415

        panel = CardPanel()
        panel.set_theme(self._theme)
        panel.card.set_divide(self.divide)
        panel.card.closed.connect(self.close)
        self._pinned = control = Control(panel.card, self._kept, self._show_pinned, self._is_known)
        control.take(panel.bar)
        control.wanted.connect(lambda name: self._do(name, self._kept))
        return panel

    @cached_property
    def _passing(self) -> Consultation:
        return self.consultation()

    @cached_property
    def _kept(self) -> Consultation:
        return self.consultation()

    def consultation(self) -> Consultation:
        """A new way through the dictionary."""
        from reader.services.consulting import Consultation  # noqa: PLC0415 - at the first card

        return Consultation(lambda: self._program.lookup, self._notes)

    def _is_known(self, word: str) -> bool:
        return self._program.vocabulary.known(word) is True

    def divide(self, text: str) -> Sequence[tuple[int, int]]:
        """Ranges of the words in Chinese text of a card."""
        from reader.domain.errors import ReferenceMissing  # noqa: PLC0415 - at the first word
        from reader.services.candidates import words_in  # noqa: PLC0415

        try:
            return words_in(self._program.lookup, text)
        except ReferenceMissing:
            return ()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the cards there are."""
        self._theme = theme
        if self._popup is not None:
            self.hover_card.set_theme(theme)
        if self._pinned is not None:
            self.panel.set_theme(theme)

    @property
    def _passes(self) -> bool:
        """Whether the pop-up is shown."""
        return self._popup is not None and self._popup.card.isVisible()

    @property
    def _stays(self) -> bool:
        """Whether the pinned card is shown."""
        return self._pinned is not None and self._pinned.card.isVisible()

    # --- the pop-up -------------------------------------------------------------

    def _hover(self, span: Span | None) -> None:
        quiet = self._view.setting.ruby.amount is Amount.OFF
        if span is None or quiet or not self._look_up(self._passing, span):
            self._hide()
            return
        self._show_popup()

    def _show_popup(self) -> None:
        stop = self._passing.stop
        assert stop is not None
        if stop.span is not None:
            view = self._view
            box = view.page.bounds_of(stop.span)
            corner = view.viewport().mapTo(view.window(), box.topLeft())
            self._anchor = QRect(corner, box.size())
            view.point_out(stop.span)
        card = self.hover_card
        if not card.isVisible():
            self._view.viewport().installEventFilter(self)
        card.set_manner(self.manner())
        card.show_at(stop.explanation, self._anchor, column=self._view.setting.vertical)
        self.offer()

    def _hide(self) -> None:
        if not self._passes:
            return
        card, view = self.hover_card, self._view
        view.viewport().removeEventFilter(self)
        focus = view.window().focusWidget()
        had_keyboard = focus is not None and (focus is card or card.isAncestorOf(focus))
        card.hide()
        if had_keyboard:
            view.setFocus()

    def _dismiss(self) -> None:
        self._view.intent.cancel()
        self._hide()

    # --- the pinned card --------------------------------------------------------

    def pin(self, span: Span) -> None:
        """Show a word in the side panel."""
        self._dismiss()
        if self._look_up(self._kept, span):
            self._pin()

    def pin_term(self, term: Term) -> None:
        """Show a term of the glossary in the side panel."""
        self._kept.begin_term(term)
        self._pin()

    def _pin_popup(self) -> None:
        """Keep what the pop-up shows."""
        self._kept.copy(self._passing)
        self._dismiss()
        self._pin()

    def _pin(self) -> None:
        self._show_pinned()
        self.pinned.emit()

    def _show_pinned(self) -> None:
        if self._kept.stop is not None:
            self.panel.card.set_manner(self.manner())
            self.panel.show_explanation(self._kept.stop.explanation)
            self.offer()

    def close(self) -> None:
        """Close the pinned card; the keyboard goes back to the text."""
        self.closed.emit()
        self._view.setFocus()

    # --- what the keyboard asks -------------------------------------------------

    def enter(self) -> None:
        """Put the keyboard into the card there is, or into that of the current word."""
        if self._passes:
            self._view.intent.hold()
            self.hover_card.setFocus()
            return
        span = self._view.current_span
        if span is not None and not self._stays:
            self.pin(span)
        if self._stays:
            self.panel.card.setFocus()

    def step(self, direction: int) -> None:
        """Go to a shorter (1) or longer (-1) word in the card that is shown."""
        control = self._popup if self._passes else self._pinned if self._stays else None
        if control is not None:
            control.step(direction)

    # --- what can be done with a word -------------------------------------------

    def _do(self, name: str, consultation: Consultation) -> None:
        """Carry out what a button of a card says."""
        stop = consultation.stop
        if name == "pin":
            self._pin_popup()
        elif name == "close":
            self.close()
        elif stop is not None and name == "known":
            self.known_wanted.emit(stop.written)
        elif stop is not None:
            self._dismiss()
            if name == "glossary":
                self.glossary_wanted.emit(stop.explanation.term)
            elif name == "own":
                told = stop.explanation
                self.own_wanted.emit(stop.span, told.term if told.is_own else None)
            else:
                wanted = {"bookmark": self.bookmark_wanted, "note": self.note_wanted}
                wanted.get(name, self.words_wanted).emit(stop.span)

    def offer(self) -> None:
        """Enable what can be done with the words that are shown."""
        for control in (self._popup, self._pinned):
            if control is not None:
                control.offer()

    def manner(self) -> Manner:
        """Readings as above the words of the article, in its typeface."""
        from reader.ui.card.readings import Manner  # noqa: PLC0415 - at the first card

        setting = self._view.setting
        return Manner(setting.ruby.notation, setting.ruby.colours, setting.typeface)

    # --- words of the text ------------------------------------------------------

    def _look_up(self, consultation: Consultation, span: Span) -> bool:
        text = self._reading.text
        if text is None:
            return False
        at = self._character(span)
        paragraph = text.paragraph(span.paragraph).text
        words = text.words_at(span.paragraph, at)
        return consultation.begin(span.paragraph, paragraph, at, words)

    def _character(self, span: Span) -> int:
        """The character of a word under the mouse, or its first."""
        place = self._view.page.place_at(self._mouse(), exact=True)
        here = place is not None and place.paragraph == span.paragraph
        if here and place is not None and span.start <= place.offset < span.end:
            return place.offset
        return span.start

    def _mouse(self) -> QPoint:
        return self._view.viewport().mapFromGlobal(QCursor.pos())

    def _notes(self, written: str, span: Span | None) -> tuple[str, ...]:
        """The reader's notes on a place, then those on the same word elsewhere in the text."""
        here, elsewhere = [], []
        for note in self._reading.notes:
            own = note.anchor.span
            on = span is not None and not note.orphan and own.paragraph == span.paragraph
            if on and span is not None and own.start < span.end and span.start < own.end:
                here.append(note.text)
            elif note.anchor.quote == written:
                elsewhere.append(note.text)
        on_words = self._reading.on_words
        always = [] if on_words is None else [note.text for note in on_words.on(written)]
        texts = filter(None, dict.fromkeys([*here, *always, *elsewhere]))
        return tuple(_unmarked(text) for text in texts)

    def look_again(self) -> None:
        """Words have been corrected: the pop-up goes, the pinned card shows the word there now."""
        self._dismiss()
        text, stop = self._reading.text, self._kept.stop if self._pinned is not None else None
        if text is not None and stop is not None and stop.paragraph is not None:
            words = text.words_at(stop.paragraph, stop.at)
            if self._kept.begin(stop.paragraph, stop.around, stop.at, words):
                self._show_pinned()
        elif stop is not None:
            self._renew()

    def _renew(self) -> None:
        """Show notes that have been written meanwhile."""
        if self._pinned is not None and self._kept.stop is not None:
            self._kept.renew()
            self._show_pinned()

    # --- Qt ---------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """While the pop-up is shown, Shift with the wheel walks to shorter and longer words."""
        if event.type() != QEvent.Type.Wheel:
            return False
        wheel: QWheelEvent = event  # type: ignore[assignment]
        if not wheel.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier:
            return False
        self.hover_card.turn(wheel)
        return True


def _unmarked(text: str) -> str:
    """The words of a note without its markup; most have none, and need no parser."""
    if not _MARKUP.intersection(text):
        return text
    from reader.formats.notes import plain  # noqa: PLC0415 - seldom

    return plain(text)
