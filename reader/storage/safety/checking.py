"""Looking at everything: every page, every digest, and whatever can be made again."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from reader.domain.checking import Finding
from reader.domain.errors import DatabaseDamaged, DatabaseUnavailable
from reader.storage import mark_index
from reader.storage.connecting import connect
from reader.storage.database import Database
from reader.storage.index.listing import NAME
from reader.storage.library import LibraryStore
from reader.storage.safety.proofs import unsound
from reader.storage.safety.tables import NAMES

_OF_AN_INDEX = ("missing from index", "wrong # of entries in index", "non-unique entry in index")
_BESIDE = ("", "-wal", "-shm", "-journal")


def check_file(database: Database) -> Iterator[Finding]:
    """SQLite's own check; an index that does not fit its table is made again."""
    found = database.problems()
    if found and all(any(sign in line for sign in _OF_AN_INDEX) for line in found):
        with suppress(DatabaseDamaged), database.write() as writer:
            writer.execute("REINDEX")
        left = database.problems()
        yield from (Finding("index", "", line, mended=not left) for line in found)
        found = []
    yield from (Finding("file", "", line, mended=False) for line in found)


def check_rows(database: Database) -> Iterator[Finding]:
    """Every record that is not as it was written."""
    with closing(connect(database.path, "ro")) as connection:
        try:
            for row in unsound(connection):
                columns = row.columns
                kind = str(columns.get("kind") or NAMES.get(row.table, row.table))
                told = columns.get("text") or columns.get("quote") or columns.get("headword")
                yield Finding(kind, row.id, str(told or columns.get("name") or ""), mended=False)
        except sqlite3.DatabaseError as error:
            yield Finding("file", "", str(error), mended=False)


def check_derived_rows(database: Database) -> Iterator[Finding]:
    """Whether tags and links are listed as the marks have them; the lists can be made again."""
    if mark_index.differs(database):
        if not database.read_only:
            mark_index.rebuild(database)
        yield Finding("index", "tags, links", "", mended=not mark_index.differs(database))


def check_texts(
    library: LibraryStore, mend: Callable[[int], object] | None = None
) -> Iterator[Finding]:
    """Every text that is not what was stored; ``mend`` makes one again from its source."""
    damaged = library.damaged()
    for number in damaged:
        if mend is not None:
            with suppress(DatabaseDamaged, ValueError):
                mend(number)
    left = set(library.damaged()) if damaged else set()
    for number in damaged:
        try:
            title = library.title(number)
        except DatabaseDamaged:
            title = ""
        yield Finding("text", str(number), title, mended=number not in left)


def check_derived(path: Path, what: str) -> Iterator[Finding]:
    """A file that can be made again: removed, with what belongs to it, if it is not sound."""
    if not path.exists():
        return
    trouble = _trouble(path)
    if trouble:
        try:
            for suffix in _BESIDE:
                path.with_name(path.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            yield Finding(what, path.name, error.strerror or trouble, mended=False)
        else:
            yield Finding(what, path.name, trouble, mended=True)


def check_index(folder: Path) -> Iterator[Finding]:
    """The index of the texts: if its list is not sound, all of it is removed and made again."""
    listing = folder / NAME
    if not listing.exists():
        return
    trouble = _trouble(listing)
    if trouble:
        shutil.rmtree(folder, ignore_errors=True)
        yield Finding("index", folder.name, trouble, mended=not listing.exists())


def _trouble(path: Path) -> str:
    """What SQLite finds in a file, empty if nothing."""
    try:
        with closing(connect(path, "ro")) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except (sqlite3.Error, DatabaseUnavailable) as error:
        return str(error)
    return "" if found == ("ok",) else str(found[0])
