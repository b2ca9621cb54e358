"""Copying a library that may be in use, and proving that the copy is whole."""

import hashlib
import os
import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from reader.domain.errors import DatabaseDamaged
from reader.storage.connecting import connect, settle, user_version
from reader.storage.faults import told
from reader.storage.safety import proofs
from reader.storage.schema import VERSION

_STEP = 4096
"""Pages copied at a time; between two steps others may write, and the copy takes that in."""


class Census(NamedTuple):
    """What is in a library: its schema version, rows by table, marks by kind.

    ``damaged`` is how many rows are not as they were written. Only ``marks`` leaves out the bin.
    """

    version: int
    counts: Mapping[str, int]
    marks: Mapping[str, int]
    damaged: int


def copy(source: Path, target: Path) -> None:
    """Write the library ``source`` to the new file ``target``, also while others use it.

    By SQLite's online backup, page by page, so that no writer waits for longer than a step.
    Raises what ``told`` raises; then ``target`` may be there in part.
    """
    with (
        told(source),
        closing(connect(source, "ro")) as original,
        closing(connect(target, "rwc")) as new,
    ):
        new.execute("PRAGMA journal_mode = OFF")
        new.execute("PRAGMA synchronous = OFF")
        original.backup(new, pages=_STEP, sleep=0.02)
    settle(target)


def census(connection: sqlite3.Connection) -> Census:
    """Count what is in a library of any version; prove digests in one of the present."""
    version = user_version(connection)
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    counts = {name: _count(connection, name) for (name,) in names}
    kinds = connection.execute(
        "SELECT kind, count(*) FROM marks WHERE deleted IS NULL GROUP BY kind ORDER BY kind"
    ).fetchall()
    damaged = sum(1 for _ in proofs.unsound(connection)) if version == VERSION else 0
    return Census(version, counts, {str(kind): count for kind, count in kinds}, damaged)


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])


def proved(path: Path) -> Census:
    """Read every page of a library back from the disk and count what is in it.

    Raises DatabaseDamaged if SQLite's own check finds anything, or a row of one table names
    one of another that is not there.
    """
    _forget_cached(path)
    with told(path), ThreadPoolExecutor(1) as other, closing(connect(path, "ro")) as connection:
        sound = other.submit(_is_sound, path)  # SQLite lets Python work meanwhile
        try:
            counted = census(connection)
        finally:
            if not sound.result():
                raise DatabaseDamaged(path=path)
        return counted


def _is_sound(path: Path) -> bool:
    with closing(connect(path, "ro")) as connection:
        return (
            connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            and connection.execute("PRAGMA foreign_key_check").fetchone() is None
        )


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget_cached(path: Path) -> None:
    """Let the system drop what it holds of a file in memory, so that reading asks the disk."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError), path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
