"""Backups of one data folder: making them when they are due or wanted, and listing them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.backups import BY_HAND, DAILY, Backup, is_due
from reader.domain.errors import FileMissing
from reader.storage.database import FILE_NAME
from reader.storage.header import inspect
from reader.storage.safety import folder
from reader.storage.safety.folder import BackupFolder, Stamp
from reader.storage.safety.reserve import Reserve
from reader.storage.schema import VERSION

if TYPE_CHECKING:
    from reader.services.settings import Settings
    from reader.storage.safety.salvaging import Salvaging

FOLDER = "backups"
"""Where, in the data folder, backups are kept."""


class Safekeeping:
    """What can be done to keep the library from being lost.

    It opens the library by itself and only to read, so it works beside a window and in another
    process. Methods raise DatabaseDamaged, DatabaseNewer, DatabaseUnavailable, DiskFull,
    ReadOnly, BackupNotWhole; then every earlier backup is as it was.
    """

    def __init__(
        self, data: Path, settings: Callable[[], Settings], clock: Callable[[], datetime]
    ) -> None:
        self.data = data
        self.library = data / FILE_NAME
        self._settings = settings
        self._clock = clock
        self.folder = BackupFolder(data / FOLDER, clock, self._setting_lines)

    def back_up(self, kind: str = BY_HAND) -> Backup:
        """Make a verified backup in the folder of backups."""
        self._inspect()
        return self.folder.make(self.library, kind)

    def back_up_if_due(self) -> Backup | None:
        """Make the backup of today, unless there is one."""
        if self.library.exists() and is_due(self.folder.dated(), self._clock().astimezone().date()):
            return self.back_up(DAILY)
        return None

    def back_up_to(self, path: Path) -> Backup:
        """Write a verified backup to a file that a person chose; raises FileUnwritable, too."""
        from reader.services.writing import unwritable  # noqa: PLC0415 - seldom

        self._inspect()
        try:
            stamp = Stamp(0, BY_HAND, self._clock())
            return folder.write(self.library, path.resolve(), stamp, self._setting_lines())
        except OSError as error:
            raise unwritable(path, error) from error

    def salvaging(self) -> Salvaging:
        """What helps to take from a damaged library what can be read."""
        from reader.formats import read  # noqa: PLC0415 - let us hope not
        from reader.storage.safety.salvaging import Salvaging  # noqa: PLC0415

        donor = next((one.path for one in self.backups() if folder.is_intact(one.path)), None)
        return Salvaging(donor, read)

    def keep_reserve(self) -> bool:
        """Make sure that there is some room for when the disk is full."""
        return Reserve(self.data).keep()

    def backups(self) -> list[Backup]:
        """All backups, the latest first."""
        return self.folder.list()

    def _inspect(self) -> None:
        if not self.library.exists():
            raise FileMissing(path=self.library)
        inspect(self.library, VERSION)

    def _setting_lines(self) -> Iterator[str]:
        for name, value in self._settings().values._asdict().items():
            yield json.dumps(
                {"record": "setting", "name": name, "value": value}, ensure_ascii=False
            )


def daily(data: Path) -> Backup | None:
    """What is done once a day after the start, in a process of its own: backup and reserve."""
    from datetime import UTC  # noqa: PLC0415 - in the other process only

    from reader.services.settings import Settings  # noqa: PLC0415

    settings = Settings(data / "settings.json")
    keeping = Safekeeping(data, lambda: settings, lambda: datetime.now(UTC))
    made = keeping.back_up_if_due()
    keeping.keep_reserve()
    return made
