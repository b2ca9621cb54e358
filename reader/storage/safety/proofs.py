"""The digests that prove rows: which tables have them, and how one is made or compared."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reader.storage import mark_rows
from reader.storage.correction_rows import CorrectionRow
from reader.storage.mark_rows import MarkRow, seal
from reader.storage.schema import TABLES

_AT_ONCE = 2000


class Unsound(NamedTuple):
    """A row that is not as it was written: its table, id, and what can be read of it."""

    table: str
    id: str
    columns: Mapping[str, Any]


ANCHORED: Mapping[str, type[MarkRow] | type[CorrectionRow]] = {
    "marks": MarkRow,
    "corrections": CorrectionRow,
}
"""The type of the rows of each table whose rows have a place in a text."""


def proved_tables() -> dict[str, tuple[str, ...]]:
    """Tables whose rows carry digests of their own, and what these cover, in that order.

    The digest of a document is that of its paragraphs.
    """
    return {
        table: tuple(name for name in columns if name not in {"number", "digest"})
        for table, columns in TABLES.items()
        if "digest" in columns and table != "documents"
    }


def digest_of(table: str, columns: Mapping[str, Any]) -> bytes:
    """The digest that belongs to a row, by column. Raises KeyError for a column that is missing."""
    if table == "marks":  # which columns count depends on which are filled
        digest = MarkRow(*(columns[name] for name in MarkRow._fields)).sealed()["digest"]
        assert isinstance(digest, bytes)
        return digest
    return seal(tuple(columns[name] for name in proved_tables()[table]))


def is_sound(table: str, columns: Mapping[str, Any]) -> bool:
    """Whether a row, by column, is as it was written; one of a table without digests is."""
    if "digest" not in columns:
        return True
    try:
        return bool(digest_of(table, columns) == columns["digest"])
    except (TypeError, ValueError):
        return False


def unsound(connection: sqlite3.Connection) -> Iterator[Unsound]:
    """Every row of a library of the present version that is not as it was written."""
    for table, names in proved_tables().items():
        if table == "marks":
            names = MarkRow._fields  # noqa: PLW2901 - the order in which it is made
        fits = _mark_fits if table == "marks" else _fits
        for row in rows_of(connection, table, (*names, "digest")):
            if not fits(row):
                yield Unsound(table, str(row[0]), dict(zip(names, row, strict=False)))


def _mark_fits(row: tuple[Any, ...]) -> bool:
    return mark_rows.read(row)[1]


def _fits(row: tuple[Any, ...]) -> bool:
    return bool(seal(row[:-1]) == row[-1])


def rows_of(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    """These columns of all rows of a table, by its row number if it has one.

    A text that is not UTF-8 comes with U+FFFD; no digest fits that.
    """
    names = ", ".join(columns)
    if "number" not in TABLES[table]:
        yield from _read(connection, f"SELECT {names} FROM {table}", [])
        return
    query = f"SELECT {names}, number FROM {table} WHERE number > ? ORDER BY number LIMIT {_AT_ONCE}"
    last: int | None = -(1 << 63)
    while last is not None:
        rows = _read(connection, query, [last])
        for row in rows:
            yield row[:-1]
        last = rows[-1][-1] if rows else None


def _read(
    connection: sqlite3.Connection, query: str, parameters: list[object]
) -> list[tuple[Any, ...]]:
    try:
        return connection.execute(query, parameters).fetchall()
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
    before = connection.text_factory
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        return connection.execute(query, parameters).fetchall()
    finally:
        connection.text_factory = before
