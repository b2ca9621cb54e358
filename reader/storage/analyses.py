"""Stored words: derived data in a file of its own, which may be lost at any time.

One file holds the words of one version of the analyser. A damaged file, or one of
another version, is deleted and fills again by itself; no fault of it reaches a person.
"""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from reader.domain.closing import Closing
from reader.domain.words import Word
from reader.storage import words_codec

try:
    # What hashlib gives out as its own; importing hashlib itself loads OpenSSL, a
    # noticeable part of the time in which the window is to open.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_log = logging.getLogger(__name__)
_BATCH = 500
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}
"""Faults that say nothing about the file itself, so it stays."""
_TABLES = (
    "CREATE TABLE made_by (version TEXT NOT NULL)",
    "CREATE TABLE analysis (key BLOB PRIMARY KEY, words BLOB NOT NULL) WITHOUT ROWID",
)


class AnalysisStore(Closing):
    """Words by the text of their paragraph; implements :class:`reader.domain.ports.Analyses`.

    ``version`` is the analyser's. Without one, whatever is stored is trusted until
    ``adopt`` says which version holds: finding it out takes longer than opening a window.
    Nothing is opened before the first use, and no method raises: what fails is as if it
    had not been stored.
    """

    def __init__(self, path: Path, version: str | None = None) -> None:
        self._path = path
        self._version = None if version is None else _stamp(version)
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, texts: Sequence[str]) -> list[tuple[Word, ...] | None]:
        """Stored words of each text, ``None`` where there are none."""
        keys = [_key(text) for text in texts]
        found: dict[bytes, bytes] = {}
        with self._lock, self._forgiving():
            connection = self._existing()
            if connection is not None:
                for at in range(0, len(keys), _BATCH):
                    batch = keys[at : at + _BATCH]
                    marks = ",".join("?" * len(batch))
                    query = f"SELECT key, words FROM analysis WHERE key IN ({marks})"
                    found.update(connection.execute(query, batch))
        return [_decoded(found.get(key)) for key in keys]

    def put(self, texts: Sequence[str], words: Sequence[tuple[Word, ...]]) -> None:
        """Store words; losing them costs only time."""
        rows = []
        for text, cut in zip(texts, words, strict=True):
            with suppress(ValueError):  # not worth storing what does not come back the same
                rows.append((_key(text), words_codec.encode(cut)))
        with self._lock, self._forgiving():
            connection = self._existing() or self._made()
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("REPLACE INTO analysis VALUES (?, ?)", rows)

    def adopt(self, version: str) -> bool:
        """Hold to ``version`` from now on; tell whether stored words of another were dropped."""
        dropped = False
        with self._lock, self._forgiving():
            self._version = _stamp(version)
            there = self._path.exists()
            self._close()
            dropped = there and self._existing() is None
        return dropped  # noqa: RET504 - the guard above may swallow the fault

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            self._close()

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Turn a fault into a missing analysis; delete a file that is not sound."""
        try:
            yield
        except OSError as error:
            _log.info("stored words are out of reach: %s", error)
        except sqlite3.Error as error:
            _log.info("stored words cannot be used: %s", error)
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if code in _PASSING:
                self._close()
            else:
                self._discard()

    def _existing(self) -> sqlite3.Connection | None:
        """The open file, if there is one and it is of our version; another one is deleted."""
        if self._connection is None and self._path.exists():
            connection = self._connect("rw")
            row = connection.execute("SELECT version FROM made_by").fetchone()
            if not self._fits(row):
                self._discard()
        return self._connection

    def _made(self) -> sqlite3.Connection:
        """A new, empty file of our version."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = self._connect("rwc")
        connection.execute("PRAGMA journal_mode = WAL")
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO made_by VALUES (?)", [self._version or _stamp("")])
        return connection

    def _fits(self, row: tuple[str] | None) -> bool:
        """Whether a file says that it is of our version, or of our format where any will do."""
        if row is None:
            return False
        if self._version is None:
            return row[0].startswith(f"{words_codec.FORMAT}:")
        return row[0] == self._version

    def _connect(self, mode: str) -> sqlite3.Connection:
        """Open the file. A write lost in a power cut is only analysed again: NORMAL is enough."""
        self._connection = connection = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=1,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _discard(self) -> None:
        """Close and delete the file."""
        self._close()
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _stamp(version: str) -> str:
    """What a file says it is of: the format of its words and the analyser's version."""
    return f"{words_codec.FORMAT}:{version}"


def _key(text: str) -> bytes:
    """What stands for a text: 16 bytes of BLAKE2b of its UTF-8."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _decoded(blob: bytes | None) -> tuple[Word, ...] | None:
    """The words of a blob; ``None`` for none, or for one that does not decode."""
    if blob is None:
        return None
    try:
        return words_codec.decode(blob)
    except (ValueError, TypeError, KeyError, IndexError):
        return None
