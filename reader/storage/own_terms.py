"""The reader's own glossaries and terms: written durably, taken back from the bin, proved."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.domain.own import Batch, OwnGlossary, OwnTerm
from reader.storage.database import Database, Row, Turn
from reader.storage.mark_rows import new_id, seal
from reader.storage.own_rows import GlossaryRow, TermRow, glossary_row, sealed, term_row
from reader.storage.text import moment

if TYPE_CHECKING:
    import sqlite_utils

    from reader.domain.ports import TermRow as Kept

_log = logging.getLogger(__name__)

T = TypeVar("T")

_AT_ONCE = 500
"""Rows of one turn and parameters of one query; SQLite allows 999 everywhere."""

_TERM = ", ".join(f"t.{name}" for name in TermRow._fields)
_LIVE = (
    f"SELECT {_TERM}, t.digest FROM own_terms t JOIN own_glossaries g ON g.id = t.glossary"
    " WHERE t.deleted IS NULL AND g.deleted IS NULL"
)
_ORDER = "ORDER BY g.number, t.number"


class DamagedOwn(NamedTuple):
    """A glossary or term that is not as it was written: what can still be read of it.

    ``readable`` tells whether it is also among those that are read.
    """

    id: str
    name: str
    readable: bool


class OwnStore:
    """Implements :class:`reader.domain.ports.OwnTerms`; raises what :class:`Database` raises.

    ``entropy`` returns that many random bytes. Many terms are written in turns, between which
    other tables are read; who asks for the terms of a glossary waits until all of them are there.
    """

    def __init__(self, database: Database, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self._database = database
        self._entropy = entropy
        self._whole = RLock()

    def new_id(self, now: datetime) -> str:
        """An id for what is to be written."""
        return new_id(now, self._entropy(10))

    # --- reading ----------------------------------------------------------------

    def glossaries(self) -> list[OwnGlossary]:
        """Every glossary that is not in the bin, in the order they were made."""
        names = ", ".join(GlossaryRow._fields)
        rows = self._database.readable(
            f"SELECT {names}, digest FROM own_glossaries WHERE deleted IS NULL ORDER BY number"
        )
        return [GlossaryRow._make(row[:-1]).glossary() for row in rows]

    def active(self) -> "list[Kept]":
        """The rows of the terms that are switched on, those of a glossary together."""
        with self._whole:
            rows = self._database.readable(f"{_LIVE} AND g.active = 1 {_ORDER}")
        found: list[Kept] = [TermRow._make(row[:-1]) for row in rows]
        return found

    def terms(self, glossary: str) -> list[OwnTerm]:
        """The terms of a glossary in the order in which they came."""
        with self._whole:
            rows = self._database.readable(f"{_LIVE} AND g.id = ? {_ORDER}", [glossary])
        return _decoded(rows)

    def get(self, identifiers: Iterable[str]) -> list[OwnTerm]:
        """Those of these terms that are there."""
        wanted = list(identifiers)
        found: list[Row] = []
        for at in range(0, len(wanted), _AT_ONCE):
            batch = wanted[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(batch))
            found += self._database.readable(f"{_LIVE} AND t.id IN ({marks}) {_ORDER}", batch)
        return _decoded(found)

    def count(self) -> dict[str, int]:
        """How many terms each glossary has."""
        with self._whole:
            rows = self._database.readable(
                "SELECT glossary, count(*) FROM own_terms WHERE deleted IS NULL GROUP BY glossary"
            )
        return dict(rows)

    def damaged(self) -> list[DamagedOwn]:
        """Everything, in the bin or not, whose row is not what was written."""
        found = []
        for row in self._database.readable(f"SELECT {', '.join(GlossaryRow._fields)}, digest"
                              " FROM own_glossaries ORDER BY number"):  # fmt: skip
            if seal(row[:-1]) != row[-1]:
                found.append(DamagedOwn(str(row[0]), str(row[1]), readable=True))
        for row in self._database.readable(
            f"SELECT {_TERM}, t.digest FROM own_terms t ORDER BY number"
        ):
            readable = bool(_decoded([row]))
            if seal(row[:-1]) != row[-1] or not readable:
                found.append(DamagedOwn(str(row[0]), str(row[3]), readable))
        return found

    # --- writing ----------------------------------------------------------------

    def apply(self, batch: Batch, now: datetime) -> None:
        """Write all of a batch or nothing. An unknown id to be removed raises KeyError."""
        time = moment(now)
        with self._whole, self._database.write_in_turns() as turn:
            with turn() as writer:
                for glossary in batch.glossaries:
                    _put_glossary(writer, glossary_row(glossary, now))
            # Digests are made between two turns; whoever reads meanwhile waits for one turn only.
            for some in _slices(batch.terms):
                rows = [sealed(term_row(one)) for one in some]
                with turn() as writer:
                    writer.conn.executemany(_put(TermRow._fields, "own_terms"), rows)
            for identifiers in _slices(batch.closed):
                self._bin(turn, "own_glossaries", GlossaryRow, identifiers, time)
            for identifiers in _slices(batch.removed):
                self._bin(turn, "own_terms", TermRow, identifiers, time)

    def purge(self, before: datetime) -> int:
        """Delete for good what was put into the bin earlier than ``before``; return how many."""
        time = moment(before)
        old = "SELECT id FROM own_glossaries WHERE deleted < ?"
        with self._database.write() as writer:
            gone = writer.execute(
                f"DELETE FROM own_terms WHERE deleted < ? OR glossary IN ({old})", [time, time]
            ).rowcount
            return (
                gone
                + writer.execute("DELETE FROM own_glossaries WHERE deleted < ?", [time]).rowcount
            )

    def _bin(
        self,
        turn: Turn,
        table: str,
        made: type[GlossaryRow] | type[TermRow],
        identifiers: Sequence[str],
        time: str,
    ) -> None:
        """Put some into the bin; nobody else writes meanwhile. An unknown id raises KeyError."""
        marks = ", ".join("?" * len(identifiers))
        query = f"SELECT {', '.join(made._fields)}, digest FROM {table} WHERE id IN ({marks})"
        found = self._database.readable(query, identifiers)
        if len(found) != len(set(identifiers)):
            raise KeyError(*(set(identifiers) - {row[0] for row in found}))
        gone: list[tuple[object, ...]] = []
        for *columns, digest in found:
            row = made._make(columns)
            binned = row._replace(deleted=row.deleted or time)
            # The digest of a damaged one stays: it is reported until it goes.
            kept = seal(binned) if seal(row) == digest else digest
            gone.append((binned.deleted, kept, row.id))
        update = f"UPDATE {table} SET deleted = ?, digest = ? WHERE id = ?"
        with turn() as writer:
            writer.conn.executemany(update, gone)


def _slices(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many as are written in one turn."""
    for at in range(0, len(items), _AT_ONCE):
        yield items[at : at + _AT_ONCE]


def _put_glossary(writer: "sqlite_utils.Database", row: GlossaryRow) -> None:
    """Write a glossary; one that was there keeps the time it was made."""
    found = writer.execute("SELECT created FROM own_glossaries WHERE id = ?", [row.id]).fetchone()
    if found is not None:
        row = row._replace(created=found[0], changed=max(row.changed, found[0]))
    writer.execute(_put(GlossaryRow._fields, "own_glossaries"), sealed(row))


def _put(fields: Sequence[str], table: str) -> str:
    """Inserts a row, or writes it over the one with its id: a place in the order is kept."""
    names = [*fields, "digest"]
    changes = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        f" ON CONFLICT (id) DO UPDATE SET {changes}"
    )


def _decoded(rows: Iterable[Row]) -> list[OwnTerm]:
    """The terms of rows, without those that do not decode."""
    found = []
    for row in rows:
        try:
            found.append(TermRow._make(row[:-1]).own())
        except (TypeError, ValueError, AttributeError):
            _log.warning("the term %s cannot be read", row[0])
    return found
