"""The reader's own file, ``library.sqlite3``: short reads anywhere, one write at a time.

Reading needs only the standard sqlite3; sqlite-utils is imported by the first write.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from reader.domain.closing import Closing
from reader.domain.errors import DatabaseDamaged, DiskFull, ReadOnly
from reader.storage.connecting import connect, settle
from reader.storage.faults import system_fault, told
from reader.storage.header import change_counter
from reader.storage.lean import import_sqlite_utils
from reader.storage.opening import open_file
from reader.storage.safety.reserve import Reserve
from reader.storage.schema import LIBRARY, Plan

if TYPE_CHECKING:
    import sqlite_utils

FILE_NAME = "library.sqlite3"
"""Name of the library in the data folder."""

Row = tuple[Any, ...]

Turn = Callable[[], "AbstractContextManager[sqlite_utils.Database]"]
"""Gives the file to one step of a long transaction."""


class Database(Closing):
    """One connection behind one lock.

    Every method may raise DatabaseDamaged, DatabaseUnavailable, DiskFull or ReadOnly.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, plan: Plan, *, read_only: bool
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.reserve = Reserve(path.parent)
        self._plan = plan
        self._replaced = 0
        self._connection = connection
        self._lock = RLock()
        self._writing = RLock()  # taken before the other one, where both are
        self._writer: sqlite_utils.Database | None = None

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with self._lock, told(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """The first row of a query."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    @property
    def state(self) -> tuple[int, int]:
        """Another whenever anybody may have written."""
        with self._lock, told(self.path):
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            # The numbers of a connection, of which there may have been others.
            return int(version) + (self._replaced << 32), self._connection.total_changes

    def salvaged(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query, with U+FFFD for the bytes of a text that are not UTF-8."""
        with self._lock, told(self.path):
            before = self._connection.text_factory
            self._connection.text_factory = partial(str, encoding="utf-8", errors="replace")
            try:
                return self._connection.execute(sql, parameters).fetchall()
            finally:
                self._connection.text_factory = before

    def readable(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query, salvaged where a text in them is damaged."""
        try:
            return self.rows(sql, parameters)
        except DatabaseDamaged:
            return self.salvaged(sql, parameters)

    def another(self) -> sqlite3.Connection:
        """A connection that only reads, for one long reading beside all others; close it soon.

        While it reads, nothing is written: a write waits up to the time of ``connect``.
        """
        with told(self.path):
            return connect(self.path, "ro")

    @contextmanager
    def write(self) -> Iterator["sqlite_utils.Database"]:
        """One durable transaction: all of the block, on the disk when it ends, or nothing."""
        with self._write_alone(), self._turn() as writer, writer.atomic() as database:
            _take(database)
            yield database

    @contextmanager
    def write_in_turns(self) -> Iterator[Turn]:
        """The same for what takes long: others read between two turns, and nobody else writes.

        What a turn writes is seen by readers of its tables at once, and gone if the block fails.
        Between two turns something should be done that needs no file, so that others get theirs.
        """
        with self._write_alone():
            try:
                with self._turn() as database:
                    database.begin()
                    _take(database)
                yield self._turn
                with self._turn() as database:
                    database.commit()
            except BaseException:
                with self._turn() as database:
                    database.rollback()
                raise

    @contextmanager
    def _turn(self) -> Iterator["sqlite_utils.Database"]:
        with self._lock, told(self.path):
            yield self._writable()

    @contextmanager
    def _write_alone(self) -> Iterator[None]:
        if self.read_only:
            raise ReadOnly(path=self.path.parent)
        import_sqlite_utils()  # 50 to 100 ms, outside the locks: nobody waits for it
        with self._writing, self._keeping_room():
            yield

    def _writable(self) -> "sqlite_utils.Database":
        import sqlite_utils  # noqa: PLC0415 - imported already

        if self._writer is None:
            self._writer = sqlite_utils.Database(self._connection, execute_plugins=False)
        return self._writer

    @contextmanager
    def _keeping_room(self) -> Iterator[None]:
        """Give up the reserve when the disk is full, so that the next try has room."""
        self.reserve.release_if_low()
        try:
            yield
        except DiskFull:
            self.reserve.release()
            raise

    def problems(self) -> list[str]:
        """What SQLite's full check finds; empty when the file is sound. Reads every page."""
        found = [str(line) for (line,) in self.rows("PRAGMA integrity_check")]
        found += [f"foreign key: {row}" for row in self.rows("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"]

    def replace(self, new: Path, counter: int | None = None) -> bool:
        """Put another library in the place of this one, unless that has been written to since.

        ``counter`` is what ``change_counter`` said when ``new`` was made of this library. All
        of it or nothing, whenever the process ends; reading and writing go on with the new one.
        """
        if self.read_only:
            raise ReadOnly(path=self.path.parent)
        with self._writing, self._lock, told(self.path):
            if counter is not None and change_counter(self.path) != counter:
                return False
            self._connection.close()
            self._writer = None
            self._replaced += 1
            try:
                new.replace(self.path)
                settle(self.path)
            except OSError as error:
                raise system_fault(error, self.path, writing=True) from error
            finally:
                self._connection, self.read_only = open_file(self.path, self._plan)
        return True

    def close(self) -> None:
        """Close the file once nobody writes; closing twice does no harm."""
        with self._writing, self._lock:
            self._connection.close()


def _take(database: "sqlite_utils.Database") -> None:
    """Take the write lock now, as BEGIN IMMEDIATE would.

    What is read afterwards is what is changed, and a busy file says so before any work is done.
    """
    database.execute("DELETE FROM positions WHERE 0")


def open_database(folder: Path, plan: Plan = LIBRARY) -> Database:
    """Open the library of ``folder``, or create it; the caller closes it.

    Raises DatabaseDamaged (file kept as it is), DatabaseNewer, DatabaseUnavailable,
    ReadOnly (nothing there and no right to make it), DiskFull. A library that may only
    be read opens, and its writes raise ReadOnly.
    """
    path = folder / FILE_NAME
    connection, read_only = open_file(path, plan)
    return Database(path, connection, plan, read_only=read_only)
