"""Corrections of words: written durably, taken back from the bin, proved by digests."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.errors import DocumentUnknown
from reader.storage import correction_table
from reader.storage.correction_rows import CorrectionRow, new_row
from reader.storage.database import Database
from reader.storage.mark_rows import new_id
from reader.storage.text import moment

if TYPE_CHECKING:
    import sqlite_utils

    from reader.domain.corrections import Correction, Wanted


class DamagedCorrection(NamedTuple):
    """A correction that is not as it was written: what can still be read of it.

    ``readable`` tells whether it is also among those that are read.
    """

    id: str
    quote: str
    readable: bool


class CorrectionStore:
    """Implements :class:`reader.domain.ports.Corrections`; raises what :class:`Database` raises.

    An unknown id raises KeyError, an unknown text DocumentUnknown. ``entropy`` returns that
    many random bytes.
    """

    def __init__(self, database: Database, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self._database = database
        self._entropy = entropy

    def all(self) -> "list[Correction]":
        """Every correction that is not in the bin, in the order they were made."""
        rows = correction_table.read(self._database, "WHERE deleted IS NULL ORDER BY number")
        found = (correction_table.correction(row) for row, _ in rows)
        return [correction for correction in found if correction is not None]

    def swap(
        self,
        added: "Sequence[Wanted]" = (),
        removed: Sequence[str] = (),
        restored: Sequence[str] = (),
        *,
        now: datetime,
    ) -> "list[Correction]":
        """Store new ones, put some into the bin and take others out of it, all or nothing.

        Returns the new ones. One in the bin already keeps its time.
        """
        rows = [new_row(new_id(now, self._entropy(10)), wanted, now) for wanted in added]
        with self._database.write() as writer:
            for row in rows:
                self._require(writer, row)
                correction_table.insert(writer, row)
            for identifier in removed:
                self._move(writer, identifier, moment(now))
            for identifier in restored:
                self._move(writer, identifier, None)
        return [row.correction() for row in rows]

    def purge(self, before: datetime) -> int:
        """Delete for good what was put into the bin earlier than ``before``; return how many."""
        with self._database.write() as writer:
            corrections = writer.table("corrections")
            count = corrections.count
            corrections.delete_where("deleted < ?", [moment(before)])
            return count - corrections.count

    def damaged(self) -> list[DamagedCorrection]:
        """Every correction, in the bin or not, whose row is not what was written."""
        found = []
        for row, sound in correction_table.read(self._database, "ORDER BY number"):
            readable = correction_table.correction(row) is not None
            if not (sound and readable):
                found.append(DamagedCorrection(row.id, str(row.quote), readable))
        return found

    @staticmethod
    def _require(writer: "sqlite_utils.Database", row: CorrectionRow) -> None:
        """Raise DocumentUnknown if a place is in no text."""
        if row.document is not None:
            query = "SELECT 1 FROM documents WHERE id = ?"
            if writer.execute(query, [row.document]).fetchone() is None:
                raise DocumentUnknown(document=row.document)

    def _move(self, writer: "sqlite_utils.Database", identifier: str, time: str | None) -> None:
        found = correction_table.read(self._database, "WHERE id = ?", [identifier])
        if not found:
            raise KeyError(identifier)
        row, sound = found[0]
        deleted = (row.deleted or time) if time else None
        correction_table.save(writer, row._replace(deleted=deleted), sound=sound)
