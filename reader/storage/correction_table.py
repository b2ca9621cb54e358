"""The table of corrections: reading and saving, and what is to be applied."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.storage import correction_rows
from reader.storage.correction_rows import CorrectionRow
from reader.storage.database import Database

if TYPE_CHECKING:
    import sqlite_utils

    from reader.domain.corrections import Correction

_log = logging.getLogger(__name__)


def read(
    database: Database, rest: str, parameters: Sequence[object] = ()
) -> list[tuple[CorrectionRow, bool]]:
    """Rows of corrections, each with the truth about its digest.

    ``rest`` follows the table in the query. A text that is not UTF-8 is read with U+FFFD.
    """
    values = database.readable(f"{correction_rows.SELECT} {rest}", parameters)
    found = [correction_rows.read(row) for row in values]
    unsound = sum(not sound for _, sound in found)
    if unsound:
        _log.warning("%d corrections are not as they were written", unsound)
    return found


def of_document(database: Database, document: int) -> list[tuple[CorrectionRow, bool]]:
    """Corrections at places of one text, those in the bin too."""
    return read(database, "WHERE document = ?", [document])


def correction(row: CorrectionRow) -> "Correction | None":
    """The correction of a row, or ``None`` when the row does not decode."""
    try:
        return row.correction()
    except (TypeError, ValueError):
        return None


def insert(writer: "sqlite_utils.Database", row: CorrectionRow) -> None:
    """Add a correction, inside a transaction."""
    writer.table("corrections").insert(row.sealed())


def save(writer: "sqlite_utils.Database", row: CorrectionRow, *, sound: bool = True) -> None:
    """Write ``row`` over the correction with its id, inside a transaction.

    The digest of a row that was not ``sound`` stays: a damaged one is reported until it goes.
    """
    columns = row.sealed() if sound else row._asdict()
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    writer.execute(f"UPDATE corrections SET {changes} WHERE id = :id", columns)
