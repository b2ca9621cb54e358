"""Offers to update a text when a file turns out to be a later version of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from reader.app import Program
    from reader.domain.library import Card
    from reader.services.texts import Prepared
    from reader.services.updating import Before, Updated
    from reader.ui.marking import Marking
    from reader.ui.reading import Reading
    from reader.ui.tasks import Tasks


class Updating(QObject):
    """Asks, updates in the writing thread, shows the text, and takes it back when that is wished.

    ``kept_both`` carries a text that is to be added as it is.
    """

    kept_both = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        reading: Reading,
        marking: Marking,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._marking = marking
        self._window = window

    def offer(
        self,
        prepared: Prepared,
        earlier: Card,
        ask: Callable[[QDialog, Callable[[], None]], None],
    ) -> None:
        """Ask what is to become of a file; ``ask`` shows the dialog."""
        from reader.ui.dialogs.later_version import LaterVersionDialog  # noqa: PLC0415 - seldom

        dialog = LaterVersionDialog(prepared.source.name, earlier.title, self._window)
        dialog.both_wanted.connect(lambda: self.kept_both.emit(prepared))
        ask(dialog, lambda: self.update_text(earlier.id, prepared))

    def update_text(self, identifier: int, prepared: Prepared) -> None:
        """Give a text its new version."""
        self._reading.keep_position()
        updating = self._program.updating

        def show() -> None:
            self._reading.renew(identifier)

        def finished(updated: Updated) -> None:
            last: list[Before] = [updated.before]

            def back() -> None:
                # What was there before is the way back each time, so this undoes and redoes.
                last[0] = updating.take_back(identifier, last[0]).before

            show()
            self._marking.remember(self._told(updated), back, show, back)

        self._tasks.write(
            lambda: updating.update(identifier, prepared), finished, self.troubled.emit
        )

    def _told(self, updated: Updated) -> str:
        lost = updated.followed.lost
        if not lost:
            return self.tr("Text updated; your marks kept their places.")
        return self.tr("Text updated; marks whose words are gone: {0}").format(lost)
