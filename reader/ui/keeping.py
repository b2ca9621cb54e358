"""Backups as a person meets them: the daily one, the list, restoring, room for a full disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from reader.app import Program
from reader.domain.errors import XiduError
from reader.ui.notices import sentence
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.domain.backups import Backup
    from reader.services.restoring import Restore, Restored
    from reader.ui.dialogs.backups import BackupsDialog
    from reader.ui.dialogs.restore import RestoreDialog


class Keeping(QObject):
    """Makes and restores backups beside the window.

    ``warned`` carries a sentence that stays; ``restoring`` is sent before the library is
    exchanged, ``restored`` with a sentence once another has taken its place; ``troubled`` carries
    a fault.
    """

    warned = Signal(str)
    restoring = Signal()
    restored = Signal(str)
    troubled = Signal(object)
    _room_made = Signal()

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        window: QWidget,
        ask: Callable[[QDialog, Callable[[], None]], None],
    ) -> None:
        """``ask`` shows a dialog and calls a function once it is accepted."""
        super().__init__(window)
        self._program = program
        self._tasks = tasks
        self._window = window
        self._ask = ask
        self._stop = Event()
        self._listing: BackupsDialog | None = None
        # Sent by whatever thread writes, so it is queued by itself.
        self._room_made.connect(self._tell_room)
        program.database.reserve.released = self._room_made.emit

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {"backups": self.show_backups}

    def begin(self) -> None:
        """Make the backup of the day, if there is none, in a process of its own."""
        if self._program.database.read_only:
            return
        from reader.services.apart import run_apart  # noqa: PLC0415 - after the first paint
        from reader.services.safekeeping import daily  # noqa: PLC0415

        data = self._program.data
        self._tasks.read(lambda: run_apart(self._stop, daily, data), self._show_daily, self._fail)

    def stop(self) -> None:
        """Give up what can be made later: the window closes."""
        self._stop.set()
        self._program.database.reserve.released = None

    def _show_daily(self, made: Backup | None) -> None:
        if made is not None and made.damaged:
            said = self.tr(
                "Some of your marks are not as they were written: {0}. Nothing was deleted, and "
                "earlier backups are kept. “Backups…” in the menu “File” brings them back."
            )
            self.warned.emit(said.format(made.damaged))
        self._show_list()

    def _fail(self, error: Exception) -> None:
        from reader.services.apart import Stopped  # noqa: PLC0415 - after the first paint

        if not isinstance(error, Stopped):
            self.troubled.emit(error)

    def _tell_room(self) -> None:
        self.warned.emit(
            self.tr(
                "The disk is nearly full. Xidu has given up its reserve of 20 MB, so you can go on "
                "saving and deleting for a while: please make room."
            )
        )

    # --- the list ---------------------------------------------------------------

    def show_backups(self) -> None:
        """Show the list of backups."""
        from reader.ui.dialogs.backups import BackupsDialog  # noqa: PLC0415 - seldom

        dialog = self._listing = BackupsDialog(self._window)
        dialog.backup_wanted.connect(self._back_up)
        dialog.restore_wanted.connect(self.restore)
        dialog.undo_wanted.connect(self._undo)
        dialog.finished.connect(self._forget_list)
        self._show_list()
        self._ask(dialog, lambda: None)

    def _forget_list(self) -> None:
        self._listing = None

    def _show_list(self) -> None:
        if self._listing is not None:
            self._tasks.read(self._program.safekeeping.backups, self._fill_list)

    def _fill_list(self, backups: list[Backup]) -> None:
        if self._listing is not None:
            self._listing.show_backups(backups)

    def _back_up(self) -> None:
        self._tasks.read(self._program.safekeeping.back_up, self._show_made, self._show_trouble)

    def _show_made(self, made: Backup) -> None:
        if self._listing is not None:
            self._listing.set_busy(busy=False)
            said = self.tr("A backup was made and read back: “{0}”.")
            self._listing.say(said.format(made.path.name))
        self._show_list()

    def _show_trouble(self, error: Exception) -> None:
        """Say a fault where the person is looking."""
        if self._listing is None or not isinstance(error, XiduError):
            self.troubled.emit(error)
            return
        self._listing.set_busy(busy=False)
        self._listing.say(sentence(error))

    # --- restoring --------------------------------------------------------------

    def _undo(self) -> None:
        from reader.services.restoring import last_before  # noqa: PLC0415 - seldom

        def begin(path: Path) -> None:
            self.restore(path, undoing=True)

        keeping = self._program.safekeeping
        self._tasks.read(lambda: last_before(keeping), begin, self._show_trouble)

    def restore(self, path: Path, *, undoing: bool = False) -> None:
        """Show what restoring a backup would change, and restore it if that is wanted."""
        from reader.ui.dialogs.restore import RestoreDialog  # noqa: PLC0415 - seldom

        over = self._listing or self._window
        dialog = RestoreDialog(path.name, undoing=undoing, parent=over)
        restore = self._program.restore(path)
        dialog.preview_wanted.connect(lambda mode: self._preview(restore, dialog, mode))
        dialog.rejected.connect(lambda: self._tasks.write(restore.close))
        self._preview(restore, dialog, dialog.mode)
        self._ask(dialog, lambda: self._carry_out(restore, dialog.mode, undoing=undoing))

    def _preview(self, restore: Restore, dialog: RestoreDialog, mode: str) -> None:
        open_ = [True]
        dialog.finished.connect(lambda _result: open_.clear())

        def show(preview: object) -> None:
            if open_:
                dialog.show_preview(preview)  # type: ignore[arg-type]

        def fail(error: Exception) -> None:
            if open_ and isinstance(error, XiduError):
                dialog.fail(sentence(error))
            else:
                self.troubled.emit(error)

        # In the writing thread, so that nothing is written between what is shown and what is
        # done, and closing comes after it.
        self._tasks.write(lambda: restore.preview(mode), show, fail)

    def _carry_out(self, restore: Restore, mode: str, *, undoing: bool) -> None:
        self.restoring.emit()  # what is being written is saved before
        if self._listing is not None:
            self._listing.set_busy(busy=True)
            self._listing.say(self.tr("The backup is being restored…"))

        def work() -> Restored:
            self._program.let_go()
            with restore:
                done = restore.carry_out(mode)
            self._program.let_go()  # whoever opened the old one meanwhile
            return done

        def done(result: Restored) -> None:
            if self._listing is not None:
                self._listing.close()
            self._program.renew()
            self.restored.emit(self._told(result, undoing=undoing))

        self._tasks.write(work, done, self._show_trouble)

    def _told(self, result: Restored, *, undoing: bool) -> str:
        from reader.ui.dialogs import telling  # noqa: PLC0415 - seldom

        if result.kept is not None:
            said = self.tr("The backup was restored. The damaged file is kept: {0}")
            return said.format(result.kept.name)
        what = telling.listed(telling.changes(result.preview))
        said = self.tr("The restore was undone: {0}.") if undoing else self.tr("Restored: {0}.")
        return said.format(what)
