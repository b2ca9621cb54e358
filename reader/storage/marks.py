"""Notes, bookmarks, highlights: written durably, taken back from the bin, proved by digests."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.domain.marks import Anchor, Bookmark, Colour, Highlight, Mark, Note, Scope
from reader.storage import drafts, mark_rows, mark_table
from reader.storage.mark_intake import MarkIntake
from reader.storage.mark_rows import BOOKMARK, HIGHLIGHT, NOTE
from reader.storage.text import moment

_ORDER = "ORDER BY document, paragraph, begins, ends, created, id"
_LIVE = "AND deleted IS NULL"
_AT_ONCE = 500
"""Marks asked for by one query."""


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


class MarkStore(MarkIntake):
    """The reader's marks; implements :class:`reader.domain.mark_ports.Marks`.

    Reading gives every mark that can be read; one whose digest does not fit is also
    listed by :meth:`damaged`. An unknown id raises KeyError, an unknown text
    DocumentUnknown; any method may raise what :class:`Database` raises. Of what is given to
    several marks, all get it or none.
    """

    # --- notes ------------------------------------------------------------------

    def add_note(  # noqa: PLR0913 - what a note is
        self,
        document: int,
        anchor: Anchor,
        text: str,
        tags: Iterable[str],
        now: datetime,
        *,
        scope: Scope = Scope.SPAN,
        word: str = "",
        draft: str = "",
    ) -> Note:
        """Store a note, throw its draft away, and return it once it is durable."""
        row = mark_rows.new_row(NOTE, self._id(now), document, anchor, now)
        row = mark_rows.scoped(mark_rows.written(row, text, tags, now), scope, word)
        with self._database.write() as writer:
            self._insert(writer, row)
            drafts.drop(writer, draft)
        return row.note()

    def change_note(  # noqa: PLR0913 - as above
        self,
        identifier: str,
        text: str,
        tags: Iterable[str],
        now: datetime,
        *,
        scope: Scope | None = None,
        word: str = "",
        anchor: Anchor | None = None,
        draft: str = "",
    ) -> Note:
        """Change the words of a note, or its scope and anchor, and throw its draft away.

        ``changed`` is never before ``created``.
        """
        with self._database.write() as writer:
            old, _ = self._one(identifier, NOTE, _LIVE)
            row = mark_rows.written(old, text, tags, now)
            if scope is not None:
                row = mark_rows.scoped(row, scope, word)
            if anchor is not None:
                row = row.anchored(anchor)
            self._save(writer, old, row)
            drafts.drop(writer, draft)
        return row.note()

    def remove_note(self, identifier: str, now: datetime) -> None:
        """Put a note into the bin; one that lies there already keeps its time."""
        self._bin(identifier, NOTE, moment(now))

    def restore_note(self, identifier: str) -> None:
        """Take a note out of the bin."""
        self._bin(identifier, NOTE, None)

    def notes(self, document: int | None = None) -> list[Note]:
        """Notes of one text, or of all, in reading order."""
        return [mark for mark in self._live(NOTE, document) if isinstance(mark, Note)]

    def everywhere(self) -> list[Note]:
        """Notes on words everywhere, in the order in which they were made."""
        where = f"WHERE scope = '{Scope.EVERYWHERE}' {_LIVE} ORDER BY created, id"
        return [mark for mark in self._read(where) if isinstance(mark, Note)]

    # --- bookmarks --------------------------------------------------------------

    def add_bookmark(
        self,
        document: int,
        anchor: Anchor,
        name: str,
        now: datetime,
        *,
        tags: Iterable[str] = (),
    ) -> Bookmark:
        """Store a bookmark, behind those put in order, and return it once it is durable."""
        row = mark_rows.new_row(BOOKMARK, self._id(now), document, anchor, now)
        row = mark_rows.written(row, name, tags, now)
        with self._database.write() as writer:
            ranks = f"SELECT max(rank) FROM marks WHERE document = ? AND kind = ? {_LIVE}"
            last = writer.execute(ranks, (document, BOOKMARK)).fetchone()[0]
            row = row._replace(rank=last + 1 if last else 0)
            self._insert(writer, row)
        return row.bookmark()

    def rename_bookmark(self, identifier: str, name: str, now: datetime) -> Bookmark:
        """Give a bookmark another name."""
        with self._database.write() as writer:
            old, _ = self._one(identifier, BOOKMARK, _LIVE)
            row = mark_rows.written(old, name, None, now)
            self._save(writer, old, row)
        return row.bookmark()

    def rank_bookmarks(self, ranks: Mapping[str, int]) -> None:
        """Give bookmarks, by id, their places among those of their text."""
        with self._database.write() as writer:
            for identifier, rank in ranks.items():
                row, sound = self._one(identifier, BOOKMARK, _LIVE)
                self._save(writer, row, row._replace(rank=rank), sound=sound)

    def remove_bookmark(self, identifier: str, now: datetime) -> None:
        """Put a bookmark into the bin; one that lies there already keeps its time."""
        self._bin(identifier, BOOKMARK, moment(now))

    def restore_bookmark(self, identifier: str) -> None:
        """Take a bookmark out of the bin."""
        self._bin(identifier, BOOKMARK, None)

    def bookmarks(self, document: int | None = None) -> list[Bookmark]:
        """Bookmarks of one text, or of all, in reading order."""
        return [mark for mark in self._live(BOOKMARK, document) if isinstance(mark, Bookmark)]

    # --- highlights -------------------------------------------------------------

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
        with self._database.write() as writer:
            for row in rows:
                self._insert(writer, row)
            for identifier in replacing:
                self._move(writer, identifier, HIGHLIGHT, moment(now))
        return [row.highlight() for row in rows]

    def recolour_highlights(self, colours: Mapping[str, Colour], now: datetime) -> None:
        """Give highlights, by id, other colours; none may lie in the bin."""
        with self._database.write() as writer:
            for identifier, colour in colours.items():
                row, _ = self._one(identifier, HIGHLIGHT, _LIVE)
                self._save(writer, row, mark_rows.coloured(row, colour, now))

    def swap_highlights(
        self, removed: Sequence[str], restored: Sequence[str], now: datetime
    ) -> None:
        """Put some highlights into the bin and take others out of it, all or nothing."""
        with self._database.write() as writer:
            for identifier in removed:
                self._move(writer, identifier, HIGHLIGHT, moment(now))
            for identifier in restored:
                self._move(writer, identifier, HIGHLIGHT, None)

    def highlights(self, document: int | None = None) -> list[Highlight]:
        """Highlights of one text, or of all, in reading order."""
        return [mark for mark in self._live(HIGHLIGHT, document) if isinstance(mark, Highlight)]

    # --- marks of every kind ----------------------------------------------------

    def get(self, identifiers: Iterable[str]) -> list[Mark]:
        """Those of these marks that there are and that are not in the bin, in reading order."""
        wanted, found = list(identifiers), list[Mark]()
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            holes = ", ".join("?" * len(some))
            found += self._read(f"WHERE id IN ({holes}) {_LIVE} {_ORDER}", some)
        return found

    def change_tags(self, tags: Mapping[str, Iterable[str]], now: datetime) -> None:
        """Give marks, by id, other tags."""
        with self._database.write() as writer:
            for identifier, new in tags.items():
                row, _ = self._one(identifier, rest=_LIVE)
                self._save(writer, row, mark_rows.written(row, None, new, now))

    def move(self, identifier: str, anchor: Anchor, now: datetime) -> Mark:
        """Put a mark at a place that a person has chosen: it is no orphan any more."""
        with self._database.write() as writer:
            old, _ = self._one(identifier, rest=_LIVE)
            row = mark_rows.written(old, None, None, now).anchored(anchor)
            self._save(writer, old, row)
        return row.mark()

    def remove(self, identifiers: Iterable[str], now: datetime) -> None:
        """Put marks into the bin; those that lie there already keep their time."""
        with self._database.write() as writer:
            for identifier in identifiers:
                self._move(writer, identifier, "", moment(now))

    def restore(self, identifiers: Iterable[str]) -> None:
        """Take marks out of the bin."""
        with self._database.write() as writer:
            for identifier in identifiers:
                self._move(writer, identifier, "", None)

    def linking_to(self, target: str) -> list[Note]:
        """The notes that hold an address with this ``target``, in reading order."""
        numbers = "SELECT mark FROM mark_links WHERE target = ?"
        where = f"WHERE number IN ({numbers}) {_LIVE} {_ORDER}"
        return [mark for mark in self._read(where, [target]) if isinstance(mark, Note)]

    def count(self, document: int) -> int:
        """How many marks a text has, without what is in the bin or has no place."""
        counted = f"SELECT count(*) FROM marks WHERE document = ? AND orphan = 0 {_LIVE}"
        row = self._database.row(counted, [document])
        return int(row[0]) if row else 0

    def tags(self) -> dict[str, int]:
        """Every tag and how many marks have it, the most used first."""
        query = "SELECT tag, count(*) FROM mark_tags GROUP BY tag ORDER BY count(*) DESC, tag"
        return dict(self._database.readable(query))

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
            due = [moment(before)]
            for table in ("mark_tags", "mark_links"):
                gone = "SELECT number FROM marks WHERE deleted < ?"
                database.execute(f"DELETE FROM {table} WHERE mark IN ({gone})", due)
            return database.execute("DELETE FROM marks WHERE deleted < ?", due).rowcount

    def damaged(self) -> list[DamagedMark]:
        """Every mark, in the bin or not, whose row is not what was written."""
        found = []
        for row, sound in mark_table.read(self._database, _ORDER):
            readable = mark_table.mark(row) is not None
            if not (sound and readable):
                texts = str(row.quote), str(row.text)
                found.append(DamagedMark(row.id, row.kind, row.document, *texts, readable))
        return found

    def _bin(self, identifier: str, kind: str, time: str | None) -> None:
        """Set or clear the time of removal."""
        with self._database.write() as writer:
            self._move(writer, identifier, kind, time)

    def _live(self, kind: str, document: int | None) -> list[Mark]:
        """The marks of a kind that are not in the bin, without what does not decode."""
        where, parameters = f"WHERE kind = ? {_LIVE}", list[object]([kind])
        if document is not None:
            where, parameters = f"{where} AND document = ?", [*parameters, document]
        return self._read(f"{where} {_ORDER}", parameters)

    def _read(self, where: str, parameters: Sequence[object] = ()) -> list[Mark]:
        """The marks of a query, without what does not decode."""
        rows = mark_table.read(self._database, where, parameters)
        found = (mark_table.mark(row) for row, _ in rows)
        return [mark for mark in found if mark is not None]
