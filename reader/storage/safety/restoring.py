"""Restoring a backup: the new library is made beside the old one, proved, and put in its place.

Until then nothing has happened, so the process may end at any moment. What is to be changed is
known before, because on the new library it has been done already.
"""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.domain.closing import Closing
from reader.domain.errors import BackupNotWhole, DatabaseDamaged
from reader.domain.restoring import MERGE, Preview
from reader.storage.connecting import connect, settle
from reader.storage.database import FILE_NAME
from reader.storage.faults import system_fault, told
from reader.storage.header import change_counter
from reader.storage.safety.comparing import compare
from reader.storage.safety.copying import Census, copy, proved
from reader.storage.safety.merging import merge
from reader.storage.safety.processes import is_running
from reader.storage.safety.salvaging import Salvaged, Salvaging, salvage
from reader.storage.safety.staging import adopt
from reader.storage.schema import LIBRARY, Plan

_FOLDER = re.compile(r"\.restoring-(\d+)")


class Prepared(NamedTuple):
    """A library at ``path`` that is ready to take the place of another.

    It fits as long as the ``change_counter`` of that is ``counter``.
    """

    path: Path
    counter: int
    preview: Preview


class Restoration(Closing):
    """One restore of ``backup`` into ``library``, in a folder of its own beside that.

    Methods raise the errors of ``strangers.opened`` about the backup, DiskFull, ReadOnly and
    DatabaseDamaged about the library, BackupNotWhole if what was made does not read back.
    """

    def __init__(
        self,
        library: Path,
        backup: Path,
        plan: Plan = LIBRARY,
        *,
        salvaging: Salvaging | None = None,
    ) -> None:
        """``salvaging`` takes from a damaged backup what can be read; else it is refused."""
        self.library = library
        self.backup = backup
        self.salvaged: Salvaged | None = None
        self._plan = plan
        self._salvaging = salvaging
        self._folder = library.parent / f".restoring-{os.getpid()}"
        self._incoming: Path | None = None
        self._damaged = 0

    def incoming(self) -> Path:
        """The backup by itself, as a library of the present version."""
        if self._incoming is None:
            try:
                sweep(self.library.parent)
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder.mkdir(parents=True)
            except OSError as error:
                raise system_fault(error, self.library, writing=True) from error
            taken = self._folder / "incoming.sqlite3"
            self._damaged = self._take(taken).damaged
            self._incoming = taken
        return self._incoming

    def _take(self, taken: Path) -> Census:
        if self._salvaging is None:
            return adopt(self.backup, taken, self._plan)
        self.salvaged = salvage(self.backup, self._folder, self._salvaging, self._plan)
        (self._folder / FILE_NAME).rename(taken)
        return self.salvaged.census

    def prepare(self, mode: str) -> Prepared:
        """Make the library that there would be, and tell what it changes."""
        incoming = self.incoming()
        new = self._folder / FILE_NAME
        new.unlink(missing_ok=True)
        counter = change_counter(self.library)
        try:
            preview = self._change(new, incoming, mode)
        except DatabaseDamaged as error:
            if mode == MERGE:
                raise DatabaseDamaged(path=self.library) from error
            preview = Preview(mode, {}, {}, (), 0, self._damaged, broken=True)
        try:
            if mode != MERGE:
                new.unlink(missing_ok=True)
                shutil.copyfile(incoming, new)
            settle(new)
        except OSError as error:
            raise system_fault(error, self.library, writing=True) from error
        self._prove(new)
        return Prepared(new, counter, preview)

    def _change(self, new: Path, incoming: Path, mode: str) -> Preview:
        """Copy the library to ``new``, and merge into it or compare it."""
        copy(self.library, new)
        with told(new), closing(connect(new, "rw")) as connection:
            for pragma in ("journal_mode = MEMORY", "synchronous = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            uri = f"{incoming.absolute().as_uri()}?mode=ro"
            connection.execute("ATTACH DATABASE ? AS incoming", [uri])
            return self._preview(connection, mode)

    def _preview(self, connection: sqlite3.Connection, mode: str) -> Preview:
        if mode == MERGE:
            return merge(connection)
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise DatabaseDamaged(path=self.library)
        return compare(connection)._replace(damaged=self._damaged)

    @staticmethod
    def _prove(new: Path) -> None:
        try:
            proved(new)
        except DatabaseDamaged as error:
            raise BackupNotWhole from error

    def close(self) -> None:
        """Remove what was made for the restore."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._incoming = None


def sweep(folder: Path) -> None:
    """Remove what restores have left whose process has ended."""
    if not folder.exists():
        return
    for path in folder.iterdir():
        found = _FOLDER.fullmatch(path.name)
        if found and not is_running(int(found[1])):
            shutil.rmtree(path, ignore_errors=True)
