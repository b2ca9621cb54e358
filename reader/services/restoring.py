"""Restoring backups: shown before, with a backup made first, and undone by restoring that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.backups import BEFORE_RESTORE, Backup
from reader.domain.closing import Closing
from reader.domain.errors import DatabaseUnavailable, NothingToUndo
from reader.domain.restoring import Preview
from reader.storage.safety.rescuing import keep, take_place
from reader.storage.safety.restoring import Prepared, Restoration

if TYPE_CHECKING:
    from reader.services.safekeeping import Safekeeping
    from reader.storage.database import Database
    from reader.storage.safety.salvaging import Salvaged

_TRIES = 3
"""How often a library is made anew because something was written meanwhile."""


class Restored(NamedTuple):
    """What a restore has done, and the backup that was made before.

    Of a library that was damaged there is none: it is kept as it was, under the name ``kept``.
    """

    preview: Preview
    before: Backup | None
    kept: Path | None = None


class Restore(Closing):
    """One restore, from the choice of a file to the end; close it.

    Methods raise the errors of ``storage.safety.restoring``. The library stays as it is until
    :meth:`carry_out`.
    """

    def __init__(
        self,
        safekeeping: Safekeeping,
        database: Callable[[], Database],
        backup: Path,
        *,
        salvaging: bool = False,
    ) -> None:
        """``salvaging`` takes from a damaged backup what can be read; else it is refused."""
        self.library = safekeeping.library
        self._safekeeping = safekeeping
        self._database = database
        by = safekeeping.salvaging() if salvaging else None
        self._restoration = Restoration(safekeeping.library, backup, salvaging=by)
        self._ready: dict[str, Prepared] = {}

    def preview(self, mode: str) -> Preview:
        """What restoring would change."""
        self._database()  # brings an old library up to date
        self._ready = {mode: self._restoration.prepare(mode)}
        return self._ready[mode].preview

    def carry_out(self, mode: str) -> Restored:
        """Make a verified backup of what there is, then restore."""
        database = self._database()
        ready = self._ready.pop(mode, None) or self._restoration.prepare(mode)
        before = kept = None
        if ready.preview.broken:
            kept = keep(self.library)
        else:
            before = self._safekeeping.back_up(BEFORE_RESTORE)
        for _ in range(_TRIES):
            if database.replace(ready.path, ready.counter):
                return Restored(ready.preview, before, kept)
            ready = self._restoration.prepare(mode)
        raise DatabaseUnavailable(path=self.library, detail="it is written to all the time")

    def rescue(self) -> Path:
        """Put the backup in the place of a library that is damaged; return where that is kept."""
        return take_place(self._restoration.incoming(), self.library)

    @property
    def salvaged(self) -> Salvaged | None:
        """What came of salvaging, once the backup was looked at."""
        return self._restoration.salvaged

    def close(self) -> None:
        """Remove what was made for it."""
        self._restoration.close()


def last_before(safekeeping: Safekeeping) -> Path:
    """The backup that was made before the last restore. Raises NothingToUndo."""
    for backup in safekeeping.backups():
        if backup.kind == BEFORE_RESTORE and backup.verified:
            return backup.path
    raise NothingToUndo
