"""Connections: how the reader's own file is opened, and what must hold before it is used."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from reader.domain.errors import DatabaseDamaged

_WAIT = 2.0
"""Seconds to wait for another process before the file counts as in use."""

_CHECKED = 4 << 20
"""Bytes up to which every page is checked on opening (about 2 ms a megabyte); a larger file is
checked when asked, by :meth:`reader.storage.database.Database.problems`."""


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open ``path`` as ``ro``, ``rw`` or ``rwc``, in autocommit; one lock must guard its use."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Let an acknowledged commit survive a power cut, and the library be one file to copy."""
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")


def verify_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Check the structure of a file of ordinary size. Raises DatabaseDamaged, sqlite3.Error."""
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if path.stat().st_size <= _CHECKED:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise DatabaseDamaged(path=path)


def verify_shape(
    connection: sqlite3.Connection, path: Path, tables: Mapping[str, tuple[str, ...]]
) -> None:
    """Compare the tables with what they must be, and refuse code that came with the file.

    Raises DatabaseDamaged. More tables are no harm.
    """
    kinds = connection.execute("SELECT DISTINCT type FROM sqlite_master").fetchall()
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' ORDER BY m.name, c.cid"
    ):
        found.setdefault(table, []).append(column)
    strange = {kind for (kind,) in kinds} & {"trigger", "view"}
    if strange or any(tuple(found.get(name, ())) != tables[name] for name in tables):
        raise DatabaseDamaged(path=path)


def settle(path: Path) -> None:
    """Push the bytes of ``path`` and its name to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    settle_name(path)


def settle_name(path: Path) -> None:
    """Push to the disk that there is something of this name."""
    with suppress(OSError):  # Windows opens no folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def user_version(connection: sqlite3.Connection) -> int:
    """The schema version the file carries."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def verify_copy(copy: Path, original: sqlite3.Connection) -> None:
    """Read ``copy`` back and compare it with the file it was made from.

    Raises DatabaseDamaged when the copy would not bring everything back.
    """
    with closing(connect(copy, "ro")) as connection:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        same = _census(connection) == _census(original)
    if not (sound and same):
        raise DatabaseDamaged(path=copy)


def _census(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The schema version and the number of rows of every table."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    counted = [("", user_version(connection))]
    for (name,) in names:
        quoted = name.replace('"', '""')
        rows = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()
        counted.append((name, rows[0]))
    return counted
