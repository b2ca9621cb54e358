"""What is derived from marks: which have a tag, and which notes link to what.

Only marks that are not in the bin are indexed. Each is indexed anew in the transaction that
writes it; :func:`rebuild` makes everything again from the marks themselves.
"""

import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.addresses import found_in
from reader.storage import mark_rows
from reader.storage.mark_rows import MarkRow

if TYPE_CHECKING:
    import sqlite_utils

    from reader.storage.database import Database

_TABLES = (("mark_tags", "tag"), ("mark_links", "target"))

_INTERESTING = (
    f"SELECT number, {', '.join(MarkRow._fields)} FROM marks"
    " WHERE tags <> '[]' OR text LIKE '%xidu:%'"
)
"""Marks that may have a tag or a link."""


def renew(writer: "sqlite_utils.Database", row: MarkRow) -> None:
    """Index a mark that has just been written, inside the same transaction."""
    found = writer.execute("SELECT number FROM marks WHERE id = ?", [row.id]).fetchone()
    if found is None:
        return
    for table, entries in _derived(row):
        writer.execute(f"DELETE FROM {table} WHERE mark = ?", found)
        for entry in entries:
            writer.execute(f"INSERT INTO {table} VALUES (?, ?)", (entry, *found))


def differs(database: "Database") -> bool:
    """Whether the index is not what the marks say."""
    wanted = {table: set[tuple[str, int]]() for table, _ in _TABLES}
    for number, *values in database.readable(_INTERESTING):
        for table, entries in _derived(MarkRow._make(values)):
            wanted[table].update((entry, number) for entry in entries)
    return any(
        set(database.readable(f"SELECT {column}, mark FROM {table}")) != wanted[table]
        for table, column in _TABLES
    )


def rebuild(database: "Database") -> None:
    """Make the index again; one transaction."""
    with database.write() as writer:
        refill(writer.conn)


def refill(connection: sqlite3.Connection) -> None:
    """Make the index again, inside a transaction of this connection."""
    before = connection.text_factory
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        rows = connection.execute(_INTERESTING).fetchall()
    finally:
        connection.text_factory = before
    for table, _ in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    for number, *values in rows:
        for table, entries in _derived(MarkRow._make(values)):
            for entry in entries:
                connection.execute(f"INSERT INTO {table} VALUES (?, ?)", (entry, number))


def _derived(row: MarkRow) -> tuple[tuple[str, Iterable[str]], ...]:
    """The entries of a mark in each table, none twice; a damaged row has what can be read."""
    if row.deleted is not None:
        return ("mark_tags", ()), ("mark_links", ())
    try:
        tags: Iterable[str] = dict.fromkeys(row.tag_list())
    except (TypeError, ValueError):
        tags = ()
    linked = row.kind == mark_rows.NOTE and "xidu:" in str(row.text).lower()
    targets = dict.fromkeys(address.target for address in found_in(row.text)) if linked else ()
    return ("mark_tags", tags), ("mark_links", targets)
