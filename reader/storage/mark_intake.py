"""Marks that come from elsewhere, with the ids and times they have."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from reader.domain.marks import Bookmark, Highlight, Mark, Note
from reader.storage import mark_rows, mark_table
from reader.storage.mark_rows import MarkRow
from reader.storage.mark_writer import MarkWriter
from reader.storage.text import compact, moment, storable

_AT_ONCE = 500


class MarkIntake(MarkWriter):
    """Implements :class:`reader.domain.mark_ports.MarkIntake`."""

    def changed_by_id(self, identifiers: Iterable[str]) -> dict[str, datetime]:
        """Those of these marks that are there and not in the bin, and when they changed."""
        wanted = list(identifiers)
        found: dict[str, datetime] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            holes = ", ".join("?" * len(some))
            query = f"SELECT id, changed FROM marks WHERE deleted IS NULL AND id IN ({holes})"
            rows = self._database.rows(query, some)
            found |= {identifier: datetime.fromisoformat(changed) for identifier, changed in rows}
        return found

    def has_twin(self, mark: Mark) -> bool:
        """Whether there is a mark of the same kind that says the same of the same quote."""
        row = _row(mark)
        found = self._database.row(
            "SELECT 1 FROM marks WHERE deleted IS NULL AND document = ? AND paragraph = ?"
            " AND begins = ? AND kind = ? AND quote = ? AND text = ? AND tags = ?",
            [row.document, row.paragraph, row.begins, row.kind, row.quote, row.text, row.tags],
        )
        return found is not None

    def take_in(self, marks: Sequence[Mark], now: datetime) -> None:
        """Store marks, all or none, over those with their ids, in the bin or not.

        One without an id gets a new one. Raises DocumentUnknown.
        """
        with self._database.write() as writer:
            for mark in marks:
                row = _row(mark)
                if not row.id:
                    row = row._replace(id=self._id(now))
                old = mark_table.read(self._database, "WHERE id = ?", [row.id])
                if old:
                    self._save(writer, old[0][0], row)
                else:
                    self._insert(writer, row)


def _row(mark: Mark) -> MarkRow:
    """The row of a mark, its times as they are."""
    kinds = {
        Note: mark_rows.NOTE,
        Bookmark: mark_rows.BOOKMARK,
        Highlight: mark_rows.HIGHLIGHT,
    }
    row = mark_rows.new_row(
        kinds[type(mark)], mark.id, mark.document, mark.anchor, mark.created
    )._replace(
        changed=moment(max(mark.changed, mark.created)),
        tags=compact(list(dict.fromkeys(mark.tags))),
        orphan=int(mark.orphan),
    )
    if isinstance(mark, Highlight):
        return row._replace(colour=str(mark.colour))
    if isinstance(mark, Bookmark):
        return row._replace(text=storable(mark.name), rank=mark.rank)
    return mark_rows.scoped(row._replace(text=storable(mark.text)), mark.scope, mark.word)
