"""Compiling the reference: one pass into a file aside, renamed into place when it is whole."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.domain.errors import DiskFull, ReferenceMissing
from reader.domain.glossary import Term
from reader.domain.lexicon import Entry
from reader.domain.pinyin import plain
from reader.storage import term_codec
from reader.storage.connecting import settle
from reader.storage.text import storable

FORMAT = "3"
"""Raised with every change of the tables; a file of another format is made again."""

_TABLES = (
    "CREATE TABLE made_from (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entries (id INTEGER PRIMARY KEY, simplified TEXT NOT NULL,"
    " traditional TEXT NOT NULL, pinyin TEXT NOT NULL, senses TEXT NOT NULL)",
    "CREATE TABLE hsk (word TEXT PRIMARY KEY, level INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE ranks (word TEXT PRIMARY KEY, rank INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE terms (id TEXT PRIMARY KEY, headword TEXT NOT NULL, sort TEXT NOT NULL,"
    " fields TEXT NOT NULL)",
    "CREATE TABLE forms (text TEXT PRIMARY KEY, term TEXT NOT NULL) WITHOUT ROWID",
)
_INDEXES = (
    "CREATE INDEX entry_simplified ON entries (simplified)",
    "CREATE INDEX entry_traditional ON entries (traditional)",
)


class Ranks(NamedTuple):
    """Words with their place among ``of`` words ordered by frequency."""

    by_word: Iterable[tuple[str, int]]
    of: int


NO_RANKS = Ranks((), 0)


def write(  # noqa: PLR0913, PLR0917 - a table each
    path: Path,
    fingerprint: str,
    entries: Iterable[Entry],
    hsk: Mapping[str, int],
    terms: Iterable[Term],
    ranks: Ranks = NO_RANKS,
) -> None:
    """Compile the reference into ``path``; what was there stays until the new one is whole.

    ``fingerprint`` names the data it is made from. Raises DiskFull, ReferenceMissing.
    """
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        with closing(sqlite3.connect(new, isolation_level=None)) as connection:
            _fill(connection, fingerprint, entries, hsk, terms, ranks)
        new.replace(path)
        settle(path)
    except (sqlite3.OperationalError, OSError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise DiskFull from error
        raise ReferenceMissing(detail=str(error)) from error


def _fill(  # noqa: PLR0913, PLR0917
    connection: sqlite3.Connection,
    fingerprint: str,
    entries: Iterable[Entry],
    hsk: Mapping[str, int],
    terms: Iterable[Term],
    ranks: Ranks,
) -> None:
    """Write everything in one transaction. No journal: a file half written is thrown away."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    for table in _TABLES:
        connection.execute(table)
    stamp = {"format": FORMAT, "fingerprint": fingerprint, "words": str(ranks.of)}
    connection.executemany("INSERT INTO made_from VALUES (?, ?)", stamp.items())
    connection.executemany(
        "INSERT INTO entries (simplified, traditional, pinyin, senses) VALUES (?, ?, ?, ?)",
        map(_entry, entries),
    )
    connection.executemany("INSERT INTO hsk VALUES (?, ?)", hsk.items())
    connection.executemany("INSERT INTO ranks VALUES (?, ?)", ranks.by_word)
    for term in terms:
        _insert_term(connection, term)
    for index in _INDEXES:
        connection.execute(index)
    connection.execute("COMMIT")


def _entry(entry: Entry) -> tuple[str, str, str, str]:
    """One row; a list is its items, each ended by a line break.

    The dictionary is a file of lines, so no item holds one; an item may be empty.
    """
    return entry.simplified, entry.traditional, _lines(entry.syllables), _lines(entry.senses)


def _lines(items: tuple[str, ...]) -> str:
    return "".join(f"{item}\n" for item in items)


def _insert_term(connection: sqlite3.Connection, term: Term) -> None:
    """Add a term and what it is written as; a form that two terms claim stays with the first."""
    sort = " ".join(plain(syllable) for syllable in term.syllables)
    row = (term.id, term.headword, sort, term_codec.encode(term))
    connection.execute("INSERT INTO terms VALUES (?, ?, ?, ?)", row)
    forms = [(storable(form), term.id) for form in (term.headword, *term.variants)]
    connection.executemany("INSERT OR IGNORE INTO forms VALUES (?, ?)", forms)
