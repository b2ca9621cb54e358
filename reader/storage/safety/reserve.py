"""A file that keeps some room on the disk, so that saving and deleting work when it is full.

Deleting needs room, too: SQLite keeps what it undoes in a journal until a change is done.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader.storage.connecting import settle

SIZE = 20 << 20
"""Bytes that are kept."""

_LOW = 4 << 20
"""Free bytes under which the reserve is given up before something is written."""

_PLENTY = 10 * SIZE
"""Free bytes over which it is made again."""

_BLOCK = 1 << 20
_NAME = "reserve"


class Reserve:
    """The reserve of one data folder.

    ``released`` is called, in whatever thread writes, after it has been given up. No method
    raises: without a reserve everything works as long as the disk has room.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / _NAME
        self.released: Callable[[], None] | None = None

    def keep(self) -> bool:
        """Make the reserve if there is none and plenty of room; tell whether there is one."""
        if self.path.exists():
            return True
        part = self.path.with_name(f".{_NAME}.part")
        try:
            if self._free() < _PLENTY:
                return False
            with part.open("wb") as file:
                for _ in range(SIZE // _BLOCK):
                    # Zeros would take no room on a file system that compresses.
                    file.write(os.urandom(_BLOCK))
            settle(part)
            part.replace(self.path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            return False
        return True

    def release_if_low(self) -> None:
        """Give the reserve up if the disk is nearly full."""
        with suppress(OSError):
            if self._free() < _LOW:
                self.release()

    def release(self) -> bool:
        """Give the reserve up; tell whether there was one."""
        try:
            self.path.unlink()
        except OSError:
            return False
        if self.released is not None:
            self.released()
        return True

    def _free(self) -> int:
        import shutil  # noqa: PLC0415 - slow to import, and opening a library needs none of it

        return shutil.disk_usage(self.path.parent).free
