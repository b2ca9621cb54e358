"""Merging another library into one: what is missing is added, the newer change wins.

A record is the same if its id is, a text if its bytes are. What was deleted later than it was
changed stays, or gets, deleted; what is missing here and lay in the bin there stays missing. Doing
it twice changes nothing more.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from reader.domain.anchoring import Anchoring, between
from reader.domain.marks import Anchor
from reader.domain.restoring import ADDED, CHANGED, MERGE, REMOVED, Preview
from reader.storage import mark_index
from reader.storage.safety.proofs import ANCHORED, digest_of, is_sound
from reader.storage.safety.staging import columns_of
from reader.storage.safety.tables import TEXTS, Records, records
from reader.storage.safety.tally import Tally

_REFERRED = frozenset({"own_glossaries"})
"""Tables that others refer to: of these, what is in the bin comes along."""

_CONTENT = tuple(table for table in TEXTS if table not in {"sources", "documents"})
_AT_ONCE = 500

Row = dict[str, Any]


class Text(NamedTuple):
    """Where a text of the other library is in this one.

    ``place`` finds anchors in it, ``None`` where its paragraphs are the same.
    """

    here: int
    title: str
    place: Callable[[Anchor], Anchor | None] | None


def merge(connection: sqlite3.Connection) -> Preview:
    """Merge the attached database ``incoming`` into ``main``; both of the present version.

    All of it in one transaction. Returns what was changed.
    """
    tally = Tally(MERGE)
    connection.execute("PRAGMA foreign_keys = OFF")  # what refers may come before what it means
    connection.execute("BEGIN IMMEDIATE")
    try:
        texts = _merge_texts(connection, tally)
        for table in records():
            _add_missing(connection, table, texts, tally)
            _take_newer(connection, table, texts, tally)
        mark_index.refill(connection)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return tally.preview()


# --- texts --------------------------------------------------------------------------------------


def pairs(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """Id, title and digest of each text of ``incoming``; id and digest of the same in ``main``."""
    yield from connection.execute(
        "SELECT d.id, d.title, d.digest, h.id, h.digest FROM incoming.documents d"
        " JOIN incoming.sources s ON s.id = d.source"
        " LEFT JOIN main.sources m ON m.sha256 = s.sha256"
        " LEFT JOIN main.documents h ON h.source = m.id ORDER BY d.id"
    ).fetchall()


def _merge_texts(connection: sqlite3.Connection, tally: Tally) -> dict[int, Text]:
    """Add the texts that are missing here; tell where each one is."""
    found = {}
    for there, title, digest, here, other in pairs(connection):
        if here is None:
            added = _add_text(connection, there)
            found[there] = Text(added, str(title), None)
            tally.text(ADDED)
        else:
            same = digest == other
            place = None if same else _placing(connection, there, here)
            found[there] = Text(here, str(title), place)
    return found


def _add_text(connection: sqlite3.Connection, there: int) -> int:
    """Copy one text with its source; return its number here."""
    (source,) = connection.execute(
        "SELECT source FROM incoming.documents WHERE id = ?", [there]
    ).fetchone()
    known = connection.execute(
        "SELECT m.id FROM main.sources m JOIN incoming.sources s ON s.sha256 = m.sha256"
        " WHERE s.id = ?",
        [source],
    ).fetchone()
    if known is None:
        names = ", ".join(name for name in columns_of(connection, "sources") if name != "id")
        cursor = connection.execute(
            f"INSERT INTO main.sources ({names}) SELECT {names} FROM incoming.sources WHERE id = ?",
            [source],
        )
        known = (cursor.lastrowid,)
    names = ", ".join(
        name for name in columns_of(connection, "documents") if name not in {"id", "source"}
    )
    cursor = connection.execute(
        f"INSERT INTO main.documents (source, {names})"
        f" SELECT ?, {names} FROM incoming.documents WHERE id = ?",
        [*known, there],
    )
    here = int(cursor.lastrowid or 0)
    for table in _CONTENT:
        names = ", ".join(
            name for name in columns_of(connection, table) if name not in {"id", "document"}
        )
        connection.execute(
            f"INSERT INTO main.{table} (document, {names})"
            f" SELECT ?, {names} FROM incoming.{table} WHERE document = ?",
            [here, there],
        )
    return here


def _placing(
    connection: sqlite3.Connection, there: int, here: int
) -> Callable[[Anchor], Anchor | None]:
    """Finds the places of anchors of a text that is mended otherwise here."""
    query = "SELECT text FROM {0}.paragraphs WHERE document = ? ORDER BY ordinal"
    loaded: list[Anchoring] = []

    def place(anchor: Anchor) -> Anchor | None:
        if not loaded:
            old, new = (
                [text for (text,) in connection.execute(query.format(schema), [document])]
                for schema, document in (("incoming", there), ("main", here))
            )
            loaded.append(between(old, new))
        return loaded[0].moved(anchor)

    return place


# --- records ------------------------------------------------------------------------------------


def _add_missing(
    connection: sqlite3.Connection, table: Records, texts: dict[int, Text], tally: Tally
) -> None:
    """Add the rows whose id is unknown here."""
    alive = "deleted" in table.columns and table.table not in _REFERRED
    _want(
        connection,
        f"SELECT i.{table.key}, 0 FROM incoming.{table.table} i WHERE NOT EXISTS"
        f" (SELECT 1 FROM main.{table.table} m WHERE m.{table.key} = i.{table.key})"
        + (" AND i.deleted IS NULL" if alive else ""),
    )
    names = ", ".join(table.columns)
    holes = ", ".join(f":{name}" for name in table.columns)
    for row, _ in _wanted(connection, table):
        sound = _check(table, row, tally)
        title = _settle(table, row, texts, tally, sound=sound)
        if title is not None:
            connection.execute(f"INSERT INTO main.{table.table} ({names}) VALUES ({holes})", row)
            if row.get("deleted") is None:
                tally.add(ADDED, table, row, title)


def _take_newer(
    connection: sqlite3.Connection, table: Records, texts: dict[int, Text], tally: Tally
) -> None:
    """Write rows that were changed or deleted later there over those here."""
    gone = "m.deleted IS NULL" if "deleted" in table.columns else "1"
    _want(
        connection,
        f"SELECT i.{table.key}, {gone} FROM incoming.{table.table} i JOIN main.{table.table} m"
        f" ON m.{table.key} = i.{table.key}"
        f" WHERE {table.stamp.format('i')} > {table.stamp.format('m')}",
    )
    changes = ", ".join(f"{name} = :{name}" for name in table.columns)
    update = f"UPDATE main.{table.table} SET {changes} WHERE {table.key} = :{table.key}"
    for row, was_seen in _wanted(connection, table):
        if not _check(table, row, tally):
            continue  # a damaged row never takes the place of another
        title = _settle(table, row, texts, tally, sound=True)
        if title is not None:
            connection.execute(update, row)
            seen = row.get("deleted") is None
            if was_seen or seen:
                how = CHANGED if was_seen and seen else ADDED if seen else REMOVED
                tally.add(how, table, row, title)


def _want(connection: sqlite3.Connection, query: str) -> None:
    """Note the keys of rows that are to be taken, so that reading and writing do not mix."""
    connection.execute("DROP TABLE IF EXISTS temp.wanted")
    connection.execute(f"CREATE TEMP TABLE wanted AS {query}")


def _wanted(connection: sqlite3.Connection, table: Records) -> Iterator[tuple[Row, bool]]:
    names = ", ".join(f"i.{name}" for name in table.columns)
    key = connection.execute("SELECT * FROM temp.wanted LIMIT 0").description[0][0]
    query = (
        f"SELECT {names}, w.* FROM temp.wanted w"
        f' JOIN incoming.{table.table} i ON i.{table.key} = w."{key}" WHERE w.rowid > ?'
        f" ORDER BY w.rowid LIMIT {_AT_ONCE}"
    )
    at = 0
    while rows := connection.execute(query, [at]).fetchall():
        for row in rows:
            yield dict(zip(table.columns, row, strict=False)), bool(row[-1])
        at += len(rows)


def _check(table: Records, row: Row, tally: Tally) -> bool:
    sound = is_sound(table.table, row)
    if not sound:
        tally.damaged += 1
    return sound


def _settle(
    table: Records, row: Row, texts: dict[int, Text], tally: Tally, *, sound: bool
) -> str | None:
    """Give a row its place here and its digest; return the title of its text, if it has one.

    ``None`` if it belongs to a text that there is not. The digest of one that is not ``sound``
    stays, so that it is reported until a person changes it.
    """
    title = ""
    if row.get("document") is not None:
        text = texts.get(row["document"])
        if text is None:
            tally.damaged += 1
            return None
        title = text.title
        row["document"] = text.here
        if text.place is not None and table.table in ANCHORED:
            _place(table.table, row, text.place, tally)
    if sound and "digest" in row:
        row["digest"] = digest_of(table.table, row)
    return title


def _place(table: str, row: Row, place: Callable[[Anchor], Anchor | None], tally: Tally) -> None:
    made = ANCHORED[table]
    old = made(*(row[name] for name in made._fields))
    anchor = place(old.anchor)
    new = old.anchored(anchor) if anchor is not None else old.orphaned()
    if new.orphan and not old.orphan:
        tally.orphans += 1
    row.update(new._asdict())
