"""The compiled reference: dictionary, levels, frequencies and terms in one file of the cache.

:func:`write` makes it, :class:`Reference` reads it. Opening and the first lookup take
about a millisecond, because nothing is loaded before it is asked for.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

from reader.domain.closing import Closing
from reader.domain.errors import ReferenceMissing
from reader.domain.glossary import Term
from reader.domain.lexicon import Entry, Frequency, is_variant
from reader.storage.reference_writer import FORMAT, Ranks, write
from reader.storage.term_codec import decode, decode_all

__all__ = ["Ranks", "Reference", "fingerprint", "write"]

_AT_ONCE = 500
"""Parameters of one query; SQLite allows 999 everywhere."""

_ENTRY = "SELECT simplified, traditional, pinyin, senses FROM entries WHERE"


def fingerprint(path: Path) -> str | None:
    """What the file at ``path`` was made from; ``None`` when it has to be made (again)."""
    if not path.is_file():
        return None
    try:
        with closing(_connect(path)) as connection:
            stored = dict(connection.execute("SELECT name, value FROM made_from"))
            # A truncated file opens like a whole one.
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (size,) = connection.execute("PRAGMA page_size").fetchone()
        whole = path.stat().st_size == pages * size
    except (sqlite3.Error, OSError):
        return None
    return stored.get("fingerprint") if whole and stored.get("format") == FORMAT else None


class Reference(Closing):
    """Implements :class:`reader.domain.ports.Lexicon` and :class:`reader.domain.ports.Glossary`.

    The file is opened by the first lookup, which any thread may make. A file that turns
    out to be missing or damaged is deleted, so that the next start makes a new one, and
    the lookup raises ReferenceMissing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._terms: list[Term] | None = None
        self._term = lru_cache(maxsize=256)(self._read_term)
        self._simplified = lru_cache(maxsize=4096)(self._read_simplified)

    def entries(self, word: str) -> list[Entry]:
        """Entries whose simplified or traditional form is ``word``, in the dictionary's order.

        A word in variants (裏面 for 裡面) has the entries of its simplified form too.
        """
        own = self._own_entries(word)
        if not all(map(is_variant, own)):
            return own
        others = next(map(self._own_entries, self._respelled(word)), [])
        return own + [entry for entry in others if entry not in own]

    def _own_entries(self, word: str) -> list[Entry]:
        rows = self._rows(
            f"{_ENTRY} id IN (SELECT id FROM entries WHERE simplified = ?1"
            " UNION SELECT id FROM entries WHERE traditional = ?1) ORDER BY id",
            word,
        )
        return [Entry(row[0], row[1], _lines(row[2]), _lines(row[3])) for row in rows]

    def hsk(self, word: str) -> int | None:
        """HSK level of ``word``, simplified or traditional, or ``None``."""
        forms = [word, *self._respelled(word)]
        levels = self.levels(forms)
        return next((levels[form] for form in forms if form in levels), None)

    def levels(self, words: Iterable[str]) -> dict[str, int]:
        """HSK levels of those of ``words`` that have one, simplified or traditional."""
        wanted = list(dict.fromkeys(words))
        found: dict[str, int] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            batch = wanted[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(batch))
            # The list has simplified forms; of several entries the easiest counts.
            query = (
                "SELECT traditional, min(level) FROM entries JOIN hsk ON word = simplified"
                f" WHERE traditional IN ({marks}) GROUP BY traditional"
            )
            found.update(self._rows(query, *batch))
            found.update(self._rows(f"SELECT word, level FROM hsk WHERE word IN ({marks})", *batch))
        return found

    def frequency(self, word: str) -> Frequency | None:
        """The rank of ``word``, simplified or traditional, among all words, or ``None``."""
        # What a traditional character shares with others of one simplified form is not its own.
        forms = [word, *(self._respelled(word) if len(word) > 1 else ())]
        query = "SELECT rank, value FROM ranks JOIN made_from ON name = 'words' WHERE word = ?"
        rows = [row for form in forms for row in self._rows(query, form)]
        return Frequency(min(rows)[0], int(rows[0][1])) if rows else None

    def known(self, words: Iterable[str]) -> frozenset[str]:
        """Those of ``words`` that are the simplified or traditional form of an entry."""
        return self._among(words, ("entries", "simplified"), ("entries", "traditional"))

    def written(self, texts: Iterable[str]) -> frozenset[str]:
        """Those of ``texts`` that are headword or variant of a term, as written there."""
        return self._among(texts, ("forms", "text"))

    def term(self, identifier: str) -> Term | None:
        """The term with this id."""
        return self._term(identifier)

    def find(self, text: str) -> Term | None:
        """The term whose headword or variant is ``text``, simplified or traditional."""
        forms = map(self._form, [text, *self._respelled(text)])
        found = next(filter(None, forms), None)
        return None if found is None else self._term(found)

    def ours(self, text: str) -> Term | None:
        """What :meth:`find` gives: every term here is ours."""
        return self.find(text)

    def all(self) -> list[Term]:
        """Every term, ordered by toneless pinyin."""
        if self._terms is None:
            rows = self._rows("SELECT fields FROM terms ORDER BY sort, headword, id")
            self._terms = decode_all(fields for (fields,) in rows)
        return list(self._terms)

    def close(self) -> None:
        """Close the file; the next lookup opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._terms = None
            self._term.cache_clear()
            self._simplified.cache_clear()

    def _among(self, texts: Iterable[str], *columns: tuple[str, str]) -> frozenset[str]:
        """Those of ``texts`` that stand in one of the columns, each a table and its column."""
        wanted = list(dict.fromkeys(texts))
        found: set[str] = set()
        for at in range(0, len(wanted), _AT_ONCE):
            batch = wanted[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(batch))
            for table, column in columns:
                query = f"SELECT {column} FROM {table} WHERE {column} IN ({marks})"
                found.update(row[0] for row in self._rows(query, *batch))
        return frozenset(found)

    def _form(self, text: str) -> str | None:
        rows = self._rows("SELECT term FROM forms WHERE text = ?", text)
        return rows[0][0] if rows else None

    def _read_term(self, identifier: str) -> Term | None:
        rows = self._rows("SELECT fields FROM terms WHERE id = ?", identifier)
        return decode(rows[0][0]) if rows else None

    def _respelled(self, text: str) -> list[str]:
        """The text in simplified characters, if that is another one."""
        simplified = "".join(self._simplified(char) for char in text)
        return [] if simplified == text else [simplified]

    def _read_simplified(self, char: str) -> str:
        """The simplified form of a character that is only traditional; any other stays."""
        rows = self._rows(
            "SELECT simplified FROM entries WHERE traditional = ? AND simplified <> traditional"
            " ORDER BY id LIMIT 1",
            char,
        )
        return rows[0][0] if rows else char

    def _rows(self, query: str, *parameters: str) -> list[tuple[Any, ...]]:
        """Run one lookup; a text that no stored one can equal (a lone surrogate) finds nothing."""
        with self._lock, self._told():
            if self._connection is None:
                self._connection = _connect(self._path)
            try:
                return self._connection.execute(query, parameters).fetchall()
            except UnicodeEncodeError:
                return []

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self.close()
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
                with suppress(OSError):
                    self._path.unlink(missing_ok=True)
            raise ReferenceMissing(detail=str(error)) from error


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file that nobody changes: no locks, no look for a journal."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")[:-1])
