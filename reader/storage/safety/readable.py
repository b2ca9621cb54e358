"""A library as lines of JSON, one record a line, for people and other programs.

It holds what cannot be made again but for the texts themselves, of which it names title and
SHA-256. SQLite writes the JSON: a million records take seconds and not a minute.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from reader.storage.connecting import connect
from reader.storage.faults import told
from reader.storage.safety.tables import DERIVED, NAMES, TEXTS

_LEFT_OUT = DERIVED | frozenset(TEXTS) - {"positions"}
"""Tables that are not told row by row: the texts have one record each."""

_HIDDEN = frozenset({"number", "digest"})
"""Columns that mean nothing outside the file."""

_STRUCTURED = frozenset({"tags", "words", "variants", "rest", "decisions"})
"""Columns that hold JSON."""

_DOCUMENTS = (
    "SELECT d.id AS id, d.title AS title, s.sha256 AS sha256, s.name AS name,"
    " s.encoding AS encoding, d.characters AS characters, d.decisions AS decisions,"
    " d.added AS added, d.opened AS opened"
    " FROM documents d JOIN sources s ON s.id = d.source ORDER BY d.id"
)
_BATCH = 5000
_PIECE = 500


def lines(path: Path) -> Iterator[str]:
    """Every record of the library at ``path``, a JSON object a line; one piece may be many lines.

    The end of a piece has no line end.
    """
    with told(path), closing(connect(path, "ro")) as connection:
        yield from _records(connection, "document", _DOCUMENTS)
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name"
        ).fetchall()
        for (table,) in tables:
            if table not in _LEFT_OUT:
                record, query = NAMES.get(table, table), _query(connection, table)
                if query.endswith(" ORDER BY number"):
                    yield from _in_pieces(connection, record, query)
                else:
                    yield from _records(connection, record, query)


def _query(connection: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    shown = ", ".join(f'"{name}"' for name in columns if name not in _HIDDEN)
    order = "number" if "number" in columns else "1"
    return f'SELECT {shown} FROM "{table}" ORDER BY {order}'


def _in_pieces(connection: sqlite3.Connection, record: str, query: str) -> Iterator[str]:
    """As :func:`_records`, for a table with row numbers: some hundred lines come as one."""
    piece = query.replace("SELECT ", "SELECT number, ", 1).replace(
        " ORDER BY number", f" WHERE number > ? ORDER BY number LIMIT {_PIECE}"
    )
    names = [column[0] for column in connection.execute(f"{query} LIMIT 0").description]
    pairs = ", ".join(f"'{name}', {_value(name)}" for name in names)
    made = (
        f"SELECT group_concat(json_object('record', '{record}', {pairs}), char(10)), max(number)"
        f" FROM ({piece})"
    )
    last = -(1 << 63)
    while True:
        try:
            told, end = connection.execute(made, [last]).fetchone()
        except sqlite3.OperationalError:  # a blob where a text was, or bytes that are no text
            rest = query.replace(" ORDER BY", f" WHERE number > {last} ORDER BY")
            yield from _by_hand(connection, record, names, rest)
            return
        if end is None:
            return
        yield told
        last = end


def _records(connection: sqlite3.Connection, record: str, query: str) -> Iterator[str]:
    """The rows of a query as JSON; where SQLite cannot write it, Python does."""
    names = [column[0] for column in connection.execute(f"{query} LIMIT 0").description]
    pairs = ", ".join(f"'{name}', {_value(name)}" for name in names)
    made = f"SELECT json_object('record', '{record}', {pairs}) FROM ({query})"
    written = 0
    try:
        cursor = connection.execute(made)
        while rows := cursor.fetchmany(_BATCH):
            for (line,) in rows:
                yield line
            written += len(rows)
    except sqlite3.OperationalError:  # a blob where a text was, or bytes that are no text
        yield from _by_hand(connection, record, names, f"{query} LIMIT -1 OFFSET {written}")


def _value(name: str) -> str:
    if name not in _STRUCTURED:
        return f'"{name}"'
    return f'CASE WHEN json_valid("{name}") THEN json("{name}") ELSE "{name}" END'


def _by_hand(
    connection: sqlite3.Connection, record: str, names: list[str], query: str
) -> Iterator[str]:
    before = connection.text_factory
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        for row in connection.execute(query):
            told_row = {name: _plain(name, value) for name, value in zip(names, row, strict=True)}
            yield json.dumps({"record": record, **told_row}, ensure_ascii=False)
    finally:
        connection.text_factory = before


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if name in _STRUCTURED and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
