"""Writing marks: one transaction each, and a record of what was changed for undoing it."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from reader.domain.errors import DocumentUnknown
from reader.domain.mark_changes import MarkPatch
from reader.storage import mark_rows, mark_table
from reader.storage.database import Database
from reader.storage.mark_rows import MarkRow

if TYPE_CHECKING:
    import sqlite_utils


class MarkWriter:
    """What every write of :class:`reader.storage.marks.MarkStore` is made of.

    ``entropy`` returns that many random bytes. An unknown id raises KeyError.
    """

    def __init__(self, database: Database, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self._database = database
        self._entropy = entropy
        self._record: list[MarkPatch] | None = None

    @contextmanager
    def recording(self) -> Iterator[list[MarkPatch]]:
        """Collect what the writes of the block change; one thread writes, one block at a time."""
        record: list[MarkPatch] = []
        self._record = record
        try:
            yield record
        finally:
            self._record = None

    def apply(self, patches: Sequence[MarkPatch]) -> None:
        """Give marks what ``after`` of these says, in order, all or nothing."""
        with self._database.write() as writer:
            for patch in patches:
                row, sound = self._one(patch.id)
                self._save(writer, row, row._replace(**patch.after), sound=sound)

    def _id(self, now: datetime) -> str:
        return mark_rows.new_id(now, self._entropy(10))

    def _insert(self, writer: "sqlite_utils.Database", row: MarkRow) -> None:
        """Add a mark, inside a transaction. Raises DocumentUnknown."""
        known = writer.execute("SELECT 1 FROM documents WHERE id = ?", [row.document])
        if known.fetchone() is None:
            raise DocumentUnknown(document=row.document)
        mark_table.insert(writer, row)
        self._note(MarkPatch(row.id, {"deleted": row.created}, {"deleted": None}))

    def _save(
        self, writer: "sqlite_utils.Database", old: MarkRow, new: MarkRow, *, sound: bool = True
    ) -> None:
        """Write a mark over what it was, inside a transaction."""
        mark_table.save(writer, new, sound=sound)
        before, after = old._asdict(), new._asdict()
        changed = [name for name in after if after[name] != before[name]]
        if changed:
            parts = ({name: each[name] for name in changed} for each in (before, after))
            self._note(MarkPatch(new.id, *parts))

    def _move(
        self, writer: "sqlite_utils.Database", identifier: str, kind: str, time: str | None
    ) -> None:
        """Put a mark into the bin, where one keeps its time, or take it out."""
        row, sound = self._one(identifier, kind)
        deleted = (row.deleted or time) if time else None
        self._save(writer, row, row._replace(deleted=deleted), sound=sound)

    def _one(self, identifier: str, kind: str = "", rest: str = "") -> tuple[MarkRow, bool]:
        """The mark with this id, of this kind if one is given. Raises KeyError."""
        where = f"WHERE id = ? AND ? IN ('', kind) {rest}"
        found = mark_table.read(self._database, where, (identifier, kind))
        if not found:
            raise KeyError(identifier)
        return found[0]

    def _note(self, patch: MarkPatch) -> None:
        if self._record is not None:
            self._record.append(patch)
