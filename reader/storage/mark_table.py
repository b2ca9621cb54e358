"""The table of marks: reading and saving."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.domain.marks import Mark
from reader.storage import mark_index, mark_rows
from reader.storage.database import Database
from reader.storage.mark_rows import MarkRow

if TYPE_CHECKING:
    import sqlite_utils

_log = logging.getLogger(__name__)


def read(
    database: Database, rest: str, parameters: Sequence[object] = ()
) -> list[tuple[MarkRow, bool]]:
    """Rows of marks, each with the truth about its digest.

    ``rest`` follows the table in the query. A text that is not UTF-8 is read with U+FFFD.
    """
    values = database.readable(f"{mark_rows.SELECT} {rest}", parameters)
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
    mark_index.renew(writer, row)


def save(writer: "sqlite_utils.Database", row: MarkRow, *, sound: bool = True) -> None:
    """Write ``row`` over the mark with its id, inside a transaction.

    The digest of a row that was not ``sound`` stays: only a person's own change makes a
    damaged mark good again.
    """
    columns = row.sealed() if sound else row._asdict()
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    writer.execute(f"UPDATE marks SET {changes} WHERE id = :id", columns)
    mark_index.renew(writer, row)


def of_document(database: Database, document: int) -> list[tuple[MarkRow, bool]]:
    """Marks of one text, those in the bin too."""
    return read(database, "WHERE document = ?", [document])
