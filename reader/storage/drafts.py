"""Drafts of notes: written while one types, taken away when the note is stored."""

import json
import os
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reader.domain.drafts import Draft
from reader.domain.marks import Anchor, Scope
from reader.domain.places import Span
from reader.storage.database import Database
from reader.storage.mark_rows import new_id, seal
from reader.storage.text import compact, moment, storable

if TYPE_CHECKING:
    import sqlite_utils

_COLUMNS = (
    "id mark document paragraph begins ends quote before_quote after_quote scope word text tags "
    "changed digest"
).split()


class DraftStore:
    """Implements :class:`reader.domain.mark_ports.Drafts`; raises what :class:`Database` raises.

    A draft whose digest does not fit is read all the same: damaged words are better than none.
    """

    def __init__(self, database: Database, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self._database = database
        self._entropy = entropy

    def new_id(self, now: datetime) -> str:
        """An id for a draft that is begun."""
        return new_id(now, self._entropy(10))

    def keep(self, draft: Draft, now: datetime) -> None:
        """Store a draft over what was stored of it; durable when this returns."""
        columns = _columns(draft, now)
        with self._database.write() as writer:
            drop(writer, draft.id)
            names, holes = ", ".join(_COLUMNS), ", ".join("?" * len(_COLUMNS))
            writer.execute(f"INSERT INTO drafts ({names}) VALUES ({holes})", columns)

    def drop(self, identifier: str) -> None:
        """Throw a draft away; one that is not there is no error."""
        with self._database.write() as writer:
            drop(writer, identifier)

    def all(self) -> list[Draft]:
        """Every draft that can be read, the one written last first."""
        names = ", ".join(_COLUMNS)
        rows = self._database.readable(f"SELECT {names} FROM drafts ORDER BY changed DESC, id DESC")
        return [draft for draft in map(_draft, rows) if draft is not None]

    def damaged(self) -> list[str]:
        """The ids of those that are not as they were written."""
        names = ", ".join(_COLUMNS)
        rows = self._database.readable(f"SELECT {names} FROM drafts ORDER BY number")
        return [row[0] for row in rows if seal(row[:-1]) != row[-1] or _draft(row) is None]


def drop(writer: "sqlite_utils.Database", identifier: str) -> None:
    """Throw a draft away, inside a transaction."""
    writer.execute("DELETE FROM drafts WHERE id = ?", [identifier])


def _columns(draft: Draft, now: datetime) -> tuple[object, ...]:
    anchor = draft.anchor
    columns = (
        draft.id,
        draft.note,
        draft.document,
        *anchor.span,
        *map(storable, (anchor.quote, anchor.before, anchor.after)),
        str(draft.scope),
        storable(draft.word),
        storable(draft.text),
        compact(list(draft.tags)),
        moment(now),
    )
    return (*columns, seal(columns))


def _draft(row: tuple[Any, ...]) -> Draft | None:
    identifier, note, document, paragraph, begins, ends, quote, before, after, *rest = row
    scope, word, text, tags, _changed, _digest = rest
    try:
        anchor = Anchor(Span(paragraph, begins, ends), quote, before, after)
        names = tuple(map(str, json.loads(tags)))
        return Draft(identifier, document, anchor, text, names, Scope(scope), word, note)
    except (TypeError, ValueError):
        return None
