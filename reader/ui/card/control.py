"""One card with its buttons, and the way through the dictionary that it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reader.services.consulting import Consultation
    from reader.ui.card.bar import CardBar
    from reader.ui.card.blocks import Target
    from reader.ui.card.view import CardView

_WAYS = {"back": -1, "forward": 1}
_LENGTHS = {"shorter": 1, "longer": -1}


class Control(QObject):
    """Goes from word to word. ``show`` fills the card with what the consultation stands at.

    ``wanted`` carries the name of a button that asks for more than another word.
    """

    wanted = Signal(str)

    def __init__(
        self,
        card: CardView,
        consultation: Consultation,
        show: Callable[[], None],
        known: Callable[[str], bool],
    ) -> None:
        """``known`` tells whether the reader knows a word."""
        super().__init__(card)
        self.card = card
        self.consultation = consultation
        self._show = show
        self._known = known
        self._bar: CardBar | None = None
        card.opened.connect(self._open)
        card.stepped.connect(self.step)
        card.went.connect(self.go)

    def take(self, bar: CardBar) -> None:
        """Serve the buttons, which may be made later than the card."""
        self._bar = bar
        bar.chosen.connect(self._do)
        self.offer()

    def step(self, direction: int) -> None:
        """Go to the next shorter (1) or longer (-1) word."""
        if self.consultation.step(direction):
            self._show()

    def go(self, direction: int) -> None:
        """Go back (-1) or forward (1)."""
        if self.consultation.go(direction):
            self._show()

    def _open(self, target: Target) -> None:
        self.consultation.open(*target)
        self._show()

    def _do(self, name: str) -> None:
        """Carry out what a button says."""
        if name in _WAYS:
            self.go(_WAYS[name])
        elif name in _LENGTHS:
            self.step(_LENGTHS[name])
        elif name == "copy":
            self.card.copy()
        else:
            self.wanted.emit(name)

    def offer(self) -> None:
        """Enable the buttons that can do something for the word that is shown."""
        stop = self.consultation.stop
        if self._bar is None or stop is None:
            return
        shorter, longer = self.consultation.reach
        possible = {
            "back": self.consultation.can_go_back,
            "forward": self.consultation.can_go_forward,
            "shorter": shorter,
            "longer": longer,
            "bookmark": stop.span is not None,
            "note": stop.span is not None,
            "words": stop.span is not None and bool(stop.word.syllables),
            "copy": True,
            "known": bool(stop.word.syllables),
            "own": stop.span is not None or stop.explanation.is_own,
            "glossary": stop.explanation.term is not None,
            "pin": True,
            "close": True,
        }
        self._bar.offer(name for name, can in possible.items() if can)
        self._bar.mark_known(known=self._known(stop.written))
