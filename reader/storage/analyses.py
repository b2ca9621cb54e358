"""Stored words: derived data in a file of its own, which may be lost at any time.

One file holds the words of one version of the analyser. A damaged file, or one of
another version, is deleted and fills again by itself; no fault of it reaches a person.
The words of a very long paragraph are kept by its portions (:mod:`reader.domain.portions`).
"""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from reader.domain.closing import Closing
from reader.domain.portions import portion_count, portions
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
        # Two connections, so that showing words never waits for a commit: with the
        # write-ahead log one may read while the other writes.
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._writing = Lock()  # taken before the other lock, where both are
        self._writer: sqlite3.Connection | None = None
        # Counts the files that were deleted: a connection to an earlier one is of no use.
        self._discarded = 0
        self._written_to = 0
        # What could not be written, so that a read-only folder shows words too.
        self._unwritten: dict[bytes, bytes] = {}

    def get(self, texts: Sequence[str]) -> list[tuple[Word, ...] | None]:
        """Stored words of each text, ``None`` where there are none."""
        if all(portion_count(len(text)) == 1 for text in texts):
            found = self._blobs([_key(text) for text in texts])
            return [_decoded(found.get(_key(text))) for text in texts]
        return [self._whole(text) for text in texts]

    def get_portion(self, text: str, start: int, end: int) -> tuple[Word, ...] | None:
        """Stored words of one portion of a paragraph, with offsets of the paragraph."""
        key = _key(text[start:end])
        return _decoded(self._blobs([key]).get(key), start)

    def _whole(self, text: str) -> tuple[Word, ...] | None:
        """Words of a paragraph from all its portions."""
        out: list[Word] = []
        for start, end in portions(text):
            words = self.get_portion(text, start, end)
            if words is None:
                return None
            out += words
        return tuple(out)

    def missing(self, texts: Sequence[str]) -> list[int]:
        """Indexes of the texts, none longer than a portion, for which no words are stored."""
        keys = [_key(text) for text in texts]
        found: set[bytes] = set(self._unwritten)
        with self._lock, self._forgiving():
            connection = self._existing()
            if connection is not None:
                for at in range(0, len(keys), _BATCH):
                    batch = keys[at : at + _BATCH]
                    marks = ",".join("?" * len(batch))
                    query = f"SELECT key FROM analysis WHERE key IN ({marks})"
                    found.update(key for (key,) in connection.execute(query, batch))
        return [i for i, key in enumerate(keys) if key not in found]

    def _blobs(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Stored words, packed, by key."""
        found = {key: self._unwritten[key] for key in keys if key in self._unwritten}
        with self._lock, self._forgiving():
            connection = self._existing()
            if connection is not None:
                for at in range(0, len(keys), _BATCH):
                    batch = keys[at : at + _BATCH]
                    marks = ",".join("?" * len(batch))
                    query = f"SELECT key, words FROM analysis WHERE key IN ({marks})"
                    found.update(connection.execute(query, batch))
        return found

    def put(self, texts: Sequence[str], words: Sequence[tuple[Word, ...]]) -> None:
        """Store words; losing them costs only time. None of ``texts`` is longer than a portion."""
        self.keep(texts, [pack(cut) for cut in words])

    def keep(self, texts: Sequence[str], packed: Sequence[bytes | None]) -> None:
        """Store words that :func:`pack` has made small, perhaps in another process.

        What the file does not take is kept until the program ends.
        """
        pairs = zip(texts, packed, strict=True)
        rows = [(_key(text), blob) for text, blob in pairs if blob is not None]
        with self._writing:
            if not self._write(rows):
                self._unwritten.update(rows)

    def _write(self, rows: Sequence[tuple[bytes, bytes]]) -> bool:
        """Write in one transaction; tell whether that went well."""
        try:
            connection = self._for_writing()
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("REPLACE INTO analysis VALUES (?, ?)", rows)
        except (OSError, sqlite3.Error) as error:
            self._close_writer()
            with self._lock:
                self._cope(error)
            return False
        return True

    def _for_writing(self) -> sqlite3.Connection:
        """The connection that writes, to the file there is now or to a new one."""
        with self._lock:
            if self._writer is not None and self._written_to == self._discarded:
                return self._writer
            self._close_writer()
            if self._existing() is None:
                self._make()
            self._written_to = self._discarded
            self._writer = self._connect("rw")
            return self._writer

    def adopt(self, version: str) -> bool:
        """Hold to ``version`` from now on; tell whether stored words of another were dropped."""
        dropped = False
        with self._writing, self._lock, self._forgiving():
            self._version = _stamp(version)
            there = self._path.exists()
            self._close()
            dropped = there and self._existing() is None
        return dropped  # noqa: RET504 - the guard above may swallow the fault

    @property
    def made_by(self) -> str:
        """What made the words that are stored, empty where there are none."""
        with self._lock, self._forgiving():
            connection = self._existing()
            if connection is not None:
                return str(connection.execute("SELECT version FROM made_by").fetchone()[0])
        return ""

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._writing, self._lock:
            self._close_writer()
            self._close()

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Turn a fault into a missing analysis; delete a file that is not sound."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            self._cope(error)

    def _cope(self, error: OSError | sqlite3.Error) -> None:
        """Close the file after a fault, and delete it if it is not sound."""
        _log.info("stored words cannot be used: %s", error)
        if isinstance(error, sqlite3.Error):
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if code in _PASSING:
                self._close()
            else:
                self._discard()

    def _existing(self) -> sqlite3.Connection | None:
        """The open file, if there is one and it is of our version; another one is deleted."""
        if self._connection is None and self._path.exists():
            connection = self._connection = self._connect("rw")
            row = connection.execute("SELECT version FROM made_by").fetchone()
            if not self._fits(row):
                self._discard()
        return self._connection

    def _make(self) -> None:
        """Make a new, empty file of our version."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = self._connection = self._connect("rwc")
        connection.execute("PRAGMA journal_mode = WAL")
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO made_by VALUES (?)", [self._version or _stamp("")])

    def _fits(self, row: tuple[str] | None) -> bool:
        """Whether a file says that it is of our version, or of our format where any will do."""
        if row is None:
            return False
        if self._version is None:
            return row[0].startswith(f"{words_codec.FORMAT}:")
        return row[0] == self._version

    def _connect(self, mode: str) -> sqlite3.Connection:
        """Open the file. A write lost in a power cut is only analysed again: NORMAL is enough."""
        connection = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=1,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _close_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _discard(self) -> None:
        """Close and delete the file."""
        self._close()
        self._discarded += 1
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _stamp(version: str) -> str:
    """What a file says it is of: the format of its words and the analyser's version."""
    return f"{words_codec.FORMAT}:{version}"


def _key(text: str) -> bytes:
    """What stands for a text: 16 bytes of BLAKE2b of its UTF-8."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def pack(words: tuple[Word, ...]) -> bytes | None:
    """Words as they are stored; ``None`` for those that would not come back the same."""
    try:
        return words_codec.encode(words)
    except ValueError:
        return None


def _decoded(blob: bytes | None, moved: int = 0) -> tuple[Word, ...] | None:
    """The words of a blob; ``None`` for none, or for one that does not decode."""
    if blob is None:
        return None
    try:
        return words_codec.decode(blob, moved)
    except (ValueError, TypeError, KeyError, IndexError):
        return None
