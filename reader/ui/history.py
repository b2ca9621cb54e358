"""Back and forward among the places that were left by jumping."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain.errors import XiduError
from reader.domain.trail import Trail
from reader.ui.actions import Actions
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading


class Spot(NamedTuple):
    """A line of a text: what stood at the top of the view."""

    document: int
    paragraph: int
    fraction: float


class History(QObject):
    """Remembers where jumps began, in this text and in others; ``troubled`` carries a fault.

    Going through hits one after the other is one jump, as long as one does not stop to
    read; so is opening a text at a place.
    """

    troubled = Signal(object)

    def __init__(self, reading: Reading, view: ArticleView, actions: Actions) -> None:
        super().__init__(view)
        self._reading = reading
        self._view = view
        self._actions = actions
        self._trail: Trail[Spot] = Trail()
        self._turning = False
        # Where going through hits has come to, and where a text has just been opened.
        self._landed: Spot | None = None
        self._opened: Spot | None = None
        reading.leaving.connect(self._leave_text)
        reading.opened.connect(self._land)
        view.jumped.connect(self._jump)
        view.turned.connect(self._turn_by_mouse)
        self._show()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {
            "back": lambda: self._turn(self._trail.back),
            "forward": lambda: self._turn(self._trail.forward),
        }

    def _turn_by_mouse(self, direction: int) -> None:
        self._turn(self._trail.back if direction < 0 else self._trail.forward)

    def _here(self) -> Spot | None:
        text = self._reading.text
        return None if text is None else Spot(text.id, *self._view.position)

    def _leave_text(self) -> None:
        here = self._here()
        if here is not None and not self._turning:
            self._trail.leave(here)
            self._show()

    def _land(self) -> None:
        """A text has been opened: a jump that follows at once is a part of that."""
        self._opened = self._here()
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self._opened = None

    def _jump(self, before: tuple[int, float], passing: bool) -> None:
        text = self._reading.text
        if text is None or self._turning:
            return
        left = Spot(text.id, *before)
        if left != self._opened and not (passing and left == self._landed):
            self._trail.leave(left)
        self._landed = self._here() if passing else None
        self._show()

    def _turn(self, go: Callable[[Spot], Spot | None]) -> None:
        here = self._here()
        spot = None if here is None else go(here)
        if spot is not None:
            self._turning = True
            try:
                if self._reading.text is None or self._reading.text.id != spot.document:
                    self._reading.open(spot.document)
                self._view.return_to(spot.paragraph, spot.fraction)
                self._view.setFocus()
            except XiduError as error:
                self.troubled.emit(error)
            finally:
                self._turning = False
            self._landed = None
        self._show()

    def _show(self) -> None:
        self._actions["back"].setEnabled(self._trail.can_go_back)
        self._actions["forward"].setEnabled(self._trail.can_go_forward)
