"""Reading a damaged file row by row: whatever still can be read, and nothing twice.

It is a copy that is read, with its header put right; rows are asked for by their number, and a
range that SQLite cannot read is divided until the rows in it that cannot be are known.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.storage.connecting import connect
from reader.storage.schema import APPLICATION_ID, Plan

_MAGIC = b"SQLite format 3\0"
_ROWS_A_PAGE = 200
"""More rows than a page of our tables has, for tables whose end cannot be read."""

Row = tuple[Any, ...]


def admit(source: Path, patient: Path, plan: Plan, donor: Path | None = None) -> None:
    """Copy a damaged file to ``patient`` with a header that SQLite accepts.

    With ``donor``, a sound copy of the same library, the first page is taken from that: it says
    where the tables begin. Raises OSError.
    """
    shutil.copyfile(source, patient)
    journal = source.with_name(source.name + "-journal")
    if journal.exists() and donor is None:
        shutil.copyfile(journal, patient.with_name(patient.name + "-journal"))
    with patient.open("rb+") as file:
        start = bytearray(file.read(100).ljust(100, b"\0"))
        if donor is not None:
            with donor.open("rb") as other:
                head = other.read(100)
                size = _page_size(head)
                other.seek(0)
                page = other.read(size)
            file.seek(0)
            file.write(page)
            start = bytearray(head)
        length = file.seek(0, 2)
        file.seek(0)
        file.write(_mended(start, length, plan.version))


def _page_size(header: bytes | bytearray) -> int:
    size = int.from_bytes(header[16:18], "big")
    if size == 1:
        return 65536
    return size if size >= 512 and size & (size - 1) == 0 else 4096


def _mended(header: bytearray, length: int, version: int) -> bytes:
    """The header with everything that does not depend on the content put right."""
    size = _page_size(header)
    header[:16] = _MAGIC
    header[16:18] = (1 if size == 65536 else size).to_bytes(2, "big")
    header[18:24] = bytes((1, 1, 0, 64, 32, 32))
    header[28:32] = max(1, length // size).to_bytes(4, "big")
    header[32:40] = bytes(8)  # free pages: none that are known
    header[44:48] = (4).to_bytes(4, "big")
    header[56:60] = (1).to_bytes(4, "big")
    if not 1 <= int.from_bytes(header[60:64], "big") <= version:
        header[60:64] = version.to_bytes(4, "big")
    header[68:72] = APPLICATION_ID.to_bytes(4, "big")
    header[92:96] = header[24:28]  # what the number of pages is valid for
    return bytes(header)


class Patient:
    """The copy, open. ``tables`` are those of ours that it still knows."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path, "rw")
        self._connection.text_factory = lambda data: data.decode("utf-8", "replace")
        # What is left of a schema is better than none; rows are proved by their digests.
        for pragma in ("writable_schema = ON", "cell_size_check = OFF", "foreign_keys = OFF"):
            self._connection.execute(f"PRAGMA {pragma}")
        with path.open("rb") as file:
            self._pages = path.stat().st_size // _page_size(file.read(18))
        self.lost: dict[str, int] = {}
        self.tables = self._names()

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()

    def version(self) -> int:
        """The schema version its header names."""
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def _names(self) -> frozenset[str]:
        try:
            rows = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return frozenset(str(name) for (name,) in rows.fetchall())
        except sqlite3.Error:
            return frozenset()

    def rows(self, table: str, columns: list[str]) -> Iterator[Row]:
        """These columns of every row of a table that can be read; counts the others."""
        names = ", ".join(columns)
        try:
            self._connection.execute(f"SELECT rowid FROM {table} LIMIT 0")
        except sqlite3.OperationalError:
            yield from self._both_ways(table, names)
            return
        except sqlite3.Error:
            return
        query = f"SELECT {names} FROM {table} WHERE rowid BETWEEN ? AND ?"
        ranges = [(self._first(table), self._last(table))]
        while ranges:
            low, high = ranges.pop()
            if low > high:
                continue
            try:
                found = self._connection.execute(query, (low, high)).fetchall()
            except sqlite3.Error:
                if low == high:
                    self.lost[table] = self.lost.get(table, 0) + 1
                else:
                    middle = (low + high) // 2
                    ranges += [(middle + 1, high), (low, middle)]
            else:
                yield from found

    def _first(self, table: str) -> int:
        first = self._one(f"SELECT min(rowid) FROM {table}")
        return 1 if first is None else int(first)

    def _last(self, table: str) -> int:
        """The number of the last row, or what cannot be lower."""
        last = self._one(f"SELECT max(rowid) FROM {table}")
        if last is not None:
            return int(last)
        known = [0]
        for (name,) in self._indexes(table):
            found = self._one(f"SELECT max(rowid) FROM {table} INDEXED BY {name}")
            known.append(int(found or 0))
        return max(known) or self._pages * _ROWS_A_PAGE

    def _indexes(self, table: str) -> list[Row]:
        try:
            query = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"
            return self._connection.execute(query, [table]).fetchall()
        except sqlite3.Error:
            return []

    def _one(self, query: str) -> Any:
        try:
            return self._connection.execute(query).fetchone()[0]
        except sqlite3.Error:
            return None

    def _both_ways(self, table: str, names: str) -> Iterator[Row]:
        """A table without row numbers, from its beginning and from its end to where it breaks."""
        keys = [row[1] for row in self._connection.execute(f"PRAGMA table_info({table})") if row[5]]
        seen: set[Row] = set()
        for way in ("", " DESC"):
            order = ", ".join(f"{key}{way}" for key in keys)
            try:
                cursor = self._connection.execute(f"SELECT {names} FROM {table} ORDER BY {order}")
                for row in cursor:
                    if row not in seen:
                        seen.add(row)
                        yield row
            except sqlite3.Error:
                continue
            return
        self.lost[table] = self.lost.get(table, 0) + 1
