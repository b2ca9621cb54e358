"""The table of marks: reading, saving, and holding on to a text that came out differently."""

import logging
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from reader.domain.errors import DatabaseDamaged
from reader.domain.marks import Anchor, moved
from reader.storage import mark_rows
from reader.storage.database import Database
from reader.storage.mark_rows import Mark, MarkRow

if TYPE_CHECKING:
    import sqlite_utils

_log = logging.getLogger(__name__)


def read(
    database: Database, rest: str, parameters: Sequence[object] = ()
) -> list[tuple[MarkRow, bool]]:
    """Rows of marks, each with the truth about its digest.

    ``rest`` follows the table in the query. A text that is not UTF-8 is read with U+FFFD.
    """
    query = f"{mark_rows.SELECT} {rest}"
    try:
        values = database.rows(query, parameters)
    except DatabaseDamaged:
        values = database.salvaged(query, parameters)
    found = [mark_rows.read(row) for row in values]
    unsound = sum(not sound for _, sound in found)
    if unsound:
        _log.warning("%d marks are not as they were written", unsound)
    return found


def mark(row: MarkRow) -> Mark | None:
    """The mark of a row, or ``None`` when the row does not decode."""
    try:
        return row.mark()
    except (TypeError, ValueError):
        return None


def insert(writer: "sqlite_utils.Database", row: MarkRow) -> None:
    """Add a mark, inside a transaction."""
    writer.table("marks").insert(row.sealed())


def save(writer: "sqlite_utils.Database", row: MarkRow, *, sound: bool = True) -> None:
    """Write ``row`` over the mark with its id, inside a transaction.

    The digest of a row that was not ``sound`` stays: only a person's own change makes a
    damaged mark good again.
    """
    columns = row.sealed() if sound else row._asdict()
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    writer.execute(f"UPDATE marks SET {changes} WHERE id = :id", columns)


class Reanchoring:
    """Places the marks of one text in its new paragraphs.

    Searching may take long in a long text: :meth:`prepare` does it before the lock of
    the database is taken, and :meth:`apply` uses what was found.
    """

    def __init__(self, database: Database, document: int, texts: Sequence[str]) -> None:
        self._database = database
        self._document = document

        # Bytes that are no text must not keep a text from being replaced.
        rows = database.salvaged(
            "SELECT text FROM paragraphs WHERE document = ? ORDER BY ordinal", [document]
        )
        old = [text for (text,) in rows]

        @cache
        def place(anchor: Anchor) -> Anchor | None:
            return moved(anchor, texts, old)

        self._place = place

    def prepare(self) -> None:
        """Look for every mark that there is now."""
        for row, _ in self._rows():
            self._place(row.anchor)

    def apply(self, writer: "sqlite_utils.Database") -> None:
        """Move what has a place, marks in the bin too; flag the rest as orphans."""
        for row, sound in self._rows():
            anchor = self._place(row.anchor)
            new = row.anchored(anchor) if anchor else row.orphaned()
            if new != row:
                save(writer, new, sound=sound)

    def _rows(self) -> list[tuple[MarkRow, bool]]:
        return read(self._database, "WHERE document = ?", [self._document])
