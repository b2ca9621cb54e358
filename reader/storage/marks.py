"""Notes, bookmarks, highlights: written durably, taken back from the bin, proved by digests."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.errors import DocumentUnknown
from reader.domain.marks import Anchor, Bookmark, Colour, Highlight, Note
from reader.storage import mark_rows, mark_table
from reader.storage.database import Database
from reader.storage.mark_rows import BOOKMARK, HIGHLIGHT, NOTE, Mark, MarkRow
from reader.storage.text import moment

if TYPE_CHECKING:
    import sqlite_utils

_ORDER = "ORDER BY document, paragraph, begins, ends, created, id"


class DamagedMark(NamedTuple):
    """A mark that is not as it was written: what can still be read of it.

    ``readable`` tells whether it is also among the marks that are read.
    """

    id: str
    kind: str
    document: int
    quote: str
    text: str
    readable: bool


class MarkStore:
    """The reader's marks; implements :class:`reader.domain.ports.Marks`.

    Reading gives every mark that can be read; one whose digest does not fit is also
    listed by :meth:`damaged`. An unknown id raises KeyError, an unknown text
    DocumentUnknown; any method may raise what :class:`Database` raises. ``entropy``
    returns that many random bytes.
    """

    def __init__(self, database: Database, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self._database = database
        self._entropy = entropy

    def add_note(
        self, document: int, anchor: Anchor, text: str, tags: Iterable[str], now: datetime
    ) -> Note:
        """Store a note and return it once it is durable."""
        row = mark_rows.new_row(NOTE, self._id(now), document, anchor, now)
        return self._insert(mark_rows.written(row, text, tuple(tags), now)).note()

    def change_note(self, identifier: str, text: str, tags: Iterable[str], now: datetime) -> Note:
        """Change the words of a note; ``changed`` is never before ``created``."""
        return self._rewrite(identifier, NOTE, text, tuple(tags), now).note()

    def remove_note(self, identifier: str, now: datetime) -> None:
        """Put a note into the bin; one that lies there already keeps its time."""
        self._bin(identifier, NOTE, moment(now))

    def restore_note(self, identifier: str) -> None:
        """Take a note out of the bin."""
        self._bin(identifier, NOTE, None)

    def notes(self, document: int | None = None) -> list[Note]:
        """Notes of one text, or of all, in reading order."""
        return [mark for mark in self._live(NOTE, document) if isinstance(mark, Note)]

    def add_bookmark(self, document: int, anchor: Anchor, name: str, now: datetime) -> Bookmark:
        """Store a bookmark and return it once it is durable."""
        row = mark_rows.new_row(BOOKMARK, self._id(now), document, anchor, now)
        return self._insert(mark_rows.written(row, name, (), now)).bookmark()

    def rename_bookmark(self, identifier: str, name: str, now: datetime) -> Bookmark:
        """Give a bookmark another name."""
        return self._rewrite(identifier, BOOKMARK, name, (), now).bookmark()

    def remove_bookmark(self, identifier: str, now: datetime) -> None:
        """Put a bookmark into the bin; one that lies there already keeps its time."""
        self._bin(identifier, BOOKMARK, moment(now))

    def restore_bookmark(self, identifier: str) -> None:
        """Take a bookmark out of the bin."""
        self._bin(identifier, BOOKMARK, None)

    def bookmarks(self, document: int | None = None) -> list[Bookmark]:
        """Bookmarks of one text, or of all, in reading order."""
        return [mark for mark in self._live(BOOKMARK, document) if isinstance(mark, Bookmark)]

    def add_highlights(
        self,
        document: int,
        anchors: Sequence[Anchor],
        colour: Colour,
        now: datetime,
        *,
        replacing: Sequence[str] = (),
    ) -> list[Highlight]:
        """Store highlights and put those that they replace into the bin, all or nothing."""
        rows = [
            mark_rows.coloured(
                mark_rows.new_row(HIGHLIGHT, self._id(now), document, anchor, now), colour, now
            )
            for anchor in anchors
        ]
        with self._database.write() as database:
            self._require(database, document)
            for identifier in replacing:
                self._move(database, identifier, HIGHLIGHT, moment(now))
            for row in rows:
                mark_table.insert(database, row)
        return [row.highlight() for row in rows]

    def recolour_highlights(self, colours: Mapping[str, Colour], now: datetime) -> None:
        """Give highlights, by id, other colours, all or none; none may lie in the bin."""
        with self._database.write() as database:
            for identifier, colour in colours.items():
                row, _ = self._one(identifier, HIGHLIGHT, "AND deleted IS NULL")
                mark_table.save(database, mark_rows.coloured(row, colour, now))

    def swap_highlights(
        self, removed: Sequence[str], restored: Sequence[str], now: datetime
    ) -> None:
        """Put some highlights into the bin and take others out of it, all or nothing."""
        with self._database.write() as database:
            for identifier in removed:
                self._move(database, identifier, HIGHLIGHT, moment(now))
            for identifier in restored:
                self._move(database, identifier, HIGHLIGHT, None)

    def highlights(self, document: int | None = None) -> list[Highlight]:
        """Highlights of one text, or of all, in reading order."""
        return [mark for mark in self._live(HIGHLIGHT, document) if isinstance(mark, Highlight)]

    def removed(self) -> list[tuple[Mark, datetime]]:
        """What lies in the bin and when it was put there, last first."""
        found = []
        for row, _ in mark_table.read(
            self._database, "WHERE deleted IS NOT NULL ORDER BY deleted DESC, id DESC"
        ):
            mark = mark_table.mark(row)
            if mark is not None and row.deleted is not None:
                found.append((mark, datetime.fromisoformat(row.deleted)))
        return found

    def purge(self, before: datetime) -> int:
        """Delete for good what was put into the bin earlier than ``before``; return how many."""
        with self._database.write() as database:
            marks = database.table("marks")
            count = marks.count
            marks.delete_where("deleted < ?", [moment(before)])
            return count - marks.count

    def damaged(self) -> list[DamagedMark]:
        """Every mark, in the bin or not, whose row is not what was written."""
        found = []
        for row, sound in mark_table.read(self._database, _ORDER):
            readable = mark_table.mark(row) is not None
            if not (sound and readable):
                texts = str(row.quote), str(row.text)
                found.append(DamagedMark(row.id, row.kind, row.document, *texts, readable))
        return found

    def _id(self, now: datetime) -> str:
        return mark_rows.new_id(now, self._entropy(10))

    def _insert(self, row: MarkRow) -> MarkRow:
        with self._database.write() as database:
            self._require(database, row.document)
            mark_table.insert(database, row)
        return row

    @staticmethod
    def _require(database: "sqlite_utils.Database", document: int) -> None:
        """Raise DocumentUnknown if there is no such text."""
        known = database.execute("SELECT 1 FROM documents WHERE id = ?", [document])
        if known.fetchone() is None:
            raise DocumentUnknown(document=document)

    def _rewrite(
        self, identifier: str, kind: str, text: str, tags: tuple[str, ...], now: datetime
    ) -> MarkRow:
        """Change the words of a mark that is not in the bin; its digest is made anew."""
        with self._database.write() as database:
            row, _ = self._one(identifier, kind, "AND deleted IS NULL")
            row = mark_rows.written(row, text, tags, now)
            mark_table.save(database, row)
        return row

    def _bin(self, identifier: str, kind: str, time: str | None) -> None:
        """Set or clear the time of removal."""
        with self._database.write() as database:
            self._move(database, identifier, kind, time)

    def _move(
        self, database: "sqlite_utils.Database", identifier: str, kind: str, time: str | None
    ) -> None:
        row, sound = self._one(identifier, kind)
        deleted = (row.deleted or time) if time else None
        mark_table.save(database, row._replace(deleted=deleted), sound=sound)

    def _one(self, identifier: str, kind: str, rest: str = "") -> tuple[MarkRow, bool]:
        """The mark with this id. Raises KeyError."""
        where = f"WHERE id = ? AND kind = ? {rest}"
        found = mark_table.read(self._database, where, (identifier, kind))
        if not found:
            raise KeyError(identifier)
        return found[0]

    def _live(self, kind: str, document: int | None) -> list[Mark | None]:
        """The marks of a kind that are not in the bin; ``None`` for what does not decode."""
        where = "WHERE kind = ? AND deleted IS NULL"
        parameters: list[object] = [kind]
        if document is not None:
            where, parameters = f"{where} AND document = ?", [*parameters, document]
        rows = mark_table.read(self._database, f"{where} {_ORDER}", parameters)
        return [mark_table.mark(row) for row, _ in rows]
