"""What another library has that this one has not, and the other way round."""

import sqlite3

from reader.domain.restoring import ADDED, CHANGED, REMOVED, REPLACE, Preview
from reader.storage.safety.merging import pairs
from reader.storage.safety.tables import Records, records
from reader.storage.safety.tally import Tally


def compare(connection: sqlite3.Connection) -> Preview:
    """Tell what changes when the attached database ``incoming`` takes the place of ``main``.

    ``incoming`` has been proved before; its damaged rows are counted here.
    """
    tally = Tally(REPLACE)
    here = {row[3] for row in pairs(connection) if row[3] is not None}
    for row in pairs(connection):
        if row[3] is None:
            tally.text(ADDED)
        elif row[2] != row[4]:
            tally.text(CHANGED)
    for (document,) in connection.execute("SELECT id FROM main.documents").fetchall():
        if document not in here:
            tally.text(REMOVED)
    for table in records():
        for how, schema, query in _queries(table):
            titles = _titles(connection, schema)
            for row in connection.execute(query):
                columns = dict(zip(table.columns, row, strict=True))
                tally.add(how, table, columns, titles.get(columns.get("document") or 0, ""))
    return tally.preview()


def _titles(connection: sqlite3.Connection, schema: str) -> dict[int, str]:
    return dict(connection.execute(f"SELECT id, title FROM {schema}.documents").fetchall())


def _queries(table: Records) -> list[tuple[str, str, str]]:
    """How, where the row is read, and the query of each kind of difference."""
    name, key = table.table, table.key
    alive = "deleted" in table.columns
    seen = {schema: f" AND {schema}.deleted IS NULL" if alive else "" for schema in ("i", "m")}

    def only(one: str, schema: str, other: str, other_schema: str) -> str:
        columns = ", ".join(f"{one}.{column}" for column in table.columns)
        return (
            f"SELECT {columns} FROM {schema}.{name} {one} WHERE NOT EXISTS (SELECT 1"
            f" FROM {other_schema}.{name} {other} WHERE {other}.{key} = {one}.{key}{seen[other]})"
            f"{seen[one]}"
        )

    columns = ", ".join(f"i.{column}" for column in table.columns)
    changed = (
        f"SELECT {columns} FROM incoming.{name} i JOIN main.{name} m ON m.{key} = i.{key}"
        f"{seen['i']}{seen['m']} WHERE {table.stamp.format('i')} <> {table.stamp.format('m')}"
    )
    return [
        (ADDED, "incoming", only("i", "incoming", "m", "main")),
        (CHANGED, "incoming", changed),
        (REMOVED, "main", only("m", "main", "i", "incoming")),
    ]
