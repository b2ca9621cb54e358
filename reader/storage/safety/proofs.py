"""The digests that prove rows: which tables have them, and how one is made or compared.

What a digest covers is known to the module of its table; here all of them look alike.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reader.storage import own_rows
from reader.storage.correction_rows import CorrectionRow
from reader.storage.mark_rows import MarkRow
from reader.storage.own_rows import GlossaryRow, TermRow

ProvedRow = MarkRow | CorrectionRow | GlossaryRow | TermRow

ROWS: Mapping[str, type[ProvedRow]] = {
    "marks": MarkRow,
    "corrections": CorrectionRow,
    "own_glossaries": GlossaryRow,
    "own_terms": TermRow,
}
"""The type of the rows of each table that carries digests."""

_AT_ONCE = 2000


class Unsound(NamedTuple):
    """A row that is not as it was written: its table, id, and what can be read of it."""

    table: str
    id: str
    columns: Mapping[str, Any]


def digest_of(row: ProvedRow) -> bytes:
    """The digest that belongs to a row."""
    if isinstance(row, MarkRow | CorrectionRow):
        digest = row.sealed()["digest"]
    else:
        digest = own_rows.sealed(row)[-1]
    assert isinstance(digest, bytes)
    return digest


def is_sound(table: str, columns: Mapping[str, Any]) -> bool:
    """Whether a row, by column, is as it was written; one of a table without digests is."""
    made = ROWS.get(table)
    if made is None:
        return True
    try:
        row = made(*(columns[name] for name in made._fields))
        return bool(digest_of(row) == columns["digest"])
    except (KeyError, TypeError, ValueError):
        return False


def unsound(connection: sqlite3.Connection) -> Iterator[Unsound]:
    """Every row of a library of the present version that is not as it was written."""
    for table, made in ROWS.items():
        names = made._fields
        for row in in_batches(connection, table, (*names, "digest")):
            if digest_of(made._make(row[:-1])) != row[-1]:
                yield Unsound(table, str(row[0]), dict(zip(names, row, strict=False)))


def in_batches(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], first: str = "number"
) -> Iterator[tuple[Any, ...]]:
    """All rows of a table by its row number, of which ``first`` is the name.

    A text that is not UTF-8 comes with U+FFFD; no digest fits that.
    """
    query = (
        f"SELECT {', '.join(columns)}, {first} FROM {table}"
        f" WHERE {first} > ? ORDER BY {first} LIMIT {_AT_ONCE}"
    )
    last: int | None = -(1 << 63)
    while last is not None:
        try:
            rows = connection.execute(query, [last]).fetchall()
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
            rows = _leniently(connection, query, last)
        for row in rows:
            yield row[:-1]
        last = rows[-1][-1] if rows else None


def _leniently(connection: sqlite3.Connection, query: str, last: int) -> list[tuple[Any, ...]]:
    before = connection.text_factory
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        return connection.execute(query, [last]).fetchall()
    finally:
        connection.text_factory = before
