"""The list of what is indexed: which text lies where in which file, and in which state.

Derived data: written without waiting for the disk, and dropped when it is damaged or of
another version. The files are older than the list that names them, never younger.
"""

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.domain.closing import Closing
from reader.storage.index.files import Stretch

_log = logging.getLogger(__name__)

NAME = "index.sqlite3"

_TABLES = (
    "CREATE TABLE made_by (version TEXT NOT NULL)",
    """CREATE TABLE files (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, size INTEGER NOT NULL
    )""",
    """CREATE TABLE stretches (
        file INTEGER NOT NULL, base INTEGER NOT NULL, document INTEGER NOT NULL,
        paragraph INTEGER NOT NULL, length INTEGER NOT NULL,
        PRIMARY KEY (file, base)
    ) WITHOUT ROWID""",
    "CREATE INDEX stretch_document ON stretches (document)",
    """CREATE TABLE texts (
        kind TEXT NOT NULL, document INTEGER NOT NULL, stamp BLOB NOT NULL,
        PRIMARY KEY (kind, document)
    ) WITHOUT ROWID""",
    """CREATE TABLE readings (
        place INTEGER NOT NULL, form TEXT NOT NULL, reading TEXT NOT NULL,
        PRIMARY KEY (place, form)
    ) WITHOUT ROWID""",
)


class Listing(Closing):
    """The list in a folder; one thread at a time may use it.

    Raises OSError or sqlite3.Error where there is nothing to be done about a fault.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version
        self._connection = self._current()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All changes inside, or none."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def stamps(self, kind: str) -> Mapping[int, bytes]:
        """The texts that are wholly indexed, and their states."""
        rows = self._connection.execute("SELECT document, stamp FROM texts WHERE kind = ?", [kind])
        return dict(rows.fetchall())

    def files(self, kind: str) -> list[tuple[int, int, list[Stretch]]]:
        """Number, size and stretches of each file, the oldest first; only texts that are whole."""
        found: dict[int, tuple[int, int, list[Stretch]]] = {}
        for number, size in self._connection.execute(
            "SELECT id, size FROM files WHERE kind = ? ORDER BY id", [kind]
        ):
            found[number] = (number, size, [])
        for number, *rest in self._connection.execute(
            "SELECT file, base, document, paragraph, length FROM stretches JOIN files ON file = id"
            " JOIN texts USING (kind, document) WHERE kind = ? ORDER BY file, base",
            [kind],
        ):
            found[number][2].append(Stretch(*rest))
        return list(found.values())

    def add_file(self, kind: str, size: int) -> int:
        """A number for a file; numbers are never given twice."""
        cursor = self._connection.execute(
            "INSERT INTO files (kind, size) VALUES (?, ?)", [kind, size]
        )
        return int(cursor.lastrowid or 0)

    def add_stretches(self, file: int, stretches: Iterable[Stretch]) -> None:
        """Put stretches on the list."""
        self._connection.executemany(
            "INSERT INTO stretches VALUES (?, ?, ?, ?, ?)",
            ((file, *each) for each in stretches),
        )

    def finish(self, kind: str, states: Mapping[int, bytes]) -> None:
        """These texts are now wholly indexed."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)",
            ((kind, document, stamp) for document, stamp in states.items()),
        )

    def strike(self, kind: str, documents: Iterable[int]) -> None:
        """Take texts off the list."""
        rows = [(document, kind) for document in documents]
        self._connection.executemany(
            "DELETE FROM stretches WHERE document = ?"
            " AND file IN (SELECT id FROM files WHERE kind = ?)",
            rows,
        )
        self._connection.executemany("DELETE FROM texts WHERE document = ? AND kind = ?", rows)

    def remove_files(self, numbers: Sequence[int]) -> None:
        """Take files off the list with the stretches in them; the texts are left as they are."""
        rows = [(number,) for number in numbers]
        self._connection.executemany("DELETE FROM stretches WHERE file = ?", rows)
        self._connection.executemany("DELETE FROM files WHERE id = ?", rows)

    def readings(self) -> dict[tuple[int, str], str]:
        """The readings of the reader's own by which syllables were indexed."""
        rows = self._connection.execute("SELECT place, form, reading FROM readings")
        return {(where, form): reading for where, form, reading in rows}

    def set_readings(
        self,
        gone: Iterable[tuple[int, str]],
        new: Mapping[tuple[int, str], str],
    ) -> None:
        """Note that syllables are indexed by other readings now."""
        self._connection.executemany(
            "DELETE FROM readings WHERE place = ? AND form = ?",
            gone,
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)",
            ((where, form, reading) for (where, form), reading in new.items()),
        )

    def numbers(self) -> set[int]:
        """Every file on the list."""
        return {number for (number,) in self._connection.execute("SELECT id FROM files")}

    def _current(self) -> sqlite3.Connection:
        """The list of this version, made anew where it is none."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            connection = self._connect()
        except sqlite3.DatabaseError as fault:
            _log.info("the search index is made anew: %s", fault)
            return self._anew()
        try:
            sound = connection.execute("SELECT version FROM made_by").fetchall() == [
                (self._version,)
            ]
        except sqlite3.DatabaseError:
            sound = False
        if sound:
            return connection
        connection.close()
        return self._anew()

    def _anew(self) -> sqlite3.Connection:
        for path in (*self._folder.glob(f"{NAME}*"), *self._folder.glob("*.postings")):
            with suppress(FileNotFoundError):
                path.unlink()
        connection = self._connect()
        connection.execute("BEGIN IMMEDIATE")
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute("INSERT INTO made_by VALUES (?)", [self._version])
        connection.execute("COMMIT")
        return connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._folder / NAME, timeout=2.0, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return connection
