"""Intent and grace of hovering: nothing appears when the mouse merely passes."""

from PySide6.QtCore import QObject, QTimer, Signal

SHOW_AFTER = 150
"""Milliseconds the mouse rests on a word before it is explained."""

HIDE_AFTER = 200
"""Milliseconds an explanation stays when the mouse has left."""


class HoverIntent(QObject):
    """Turns the words under a moving mouse into ``settled`` and ``left``.

    Targets are compared by equality; ``None`` is no word. ``hold`` keeps the present
    explanation while the mouse is inside it.
    """

    settled = Signal(object)
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._target: object | None = None
        self._shown: object | None = None
        self._show = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._show.timeout.connect(self._settle)
        self._hide = QTimer(self, singleShot=True, interval=HIDE_AFTER)
        self._hide.timeout.connect(self._leave)

    def move(self, target: object | None) -> None:
        """The mouse is now over ``target``."""
        if target == self._target:
            return
        self._target = target
        if target is None or target != self._shown:
            self._show.stop()
            if self._shown is not None:
                self._hide.start()
        if target is not None:
            if target == self._shown:
                self._hide.stop()
            else:
                self._show.start()

    def hold(self) -> None:
        """Keep the explanation: the mouse has gone into it."""
        self._show.stop()
        self._hide.stop()
        self._target = self._shown

    def release(self) -> None:
        """Let the explanation go after the grace time."""
        if self._shown is not None:
            self._target = None
            self._hide.start()

    def cancel(self) -> None:
        """Forget everything at once, as when the text scrolls."""
        self._show.stop()
        self._hide.stop()
        self._target = None
        if self._shown is not None:
            self._shown = None
            self.left.emit()

    def _settle(self) -> None:
        self._hide.stop()
        self._shown = self._target
        self.settled.emit(self._target)

    def _leave(self) -> None:
        if self._show.isActive():
            return
        self._shown = None
        self.left.emit()
