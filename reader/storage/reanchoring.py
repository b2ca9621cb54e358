"""Holding on to a text that came out differently: its marks and the corrections at its places."""

from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reader.domain.marks import Anchor, moved
from reader.storage import correction_table, mark_table
from reader.storage.database import Database

if TYPE_CHECKING:
    import sqlite_utils

_TABLES: tuple[ModuleType, ...] = (mark_table, correction_table)
"""What has anchors: each can read ``of_document`` and ``save`` a row."""


class Reanchoring:
    """Places what is anchored in one text in its new paragraphs.

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
        """Look for the place of everything that there is now."""
        for table in _TABLES:
            for row, _ in self._rows(table):
                self._place(row.anchor)

    def apply(self, writer: "sqlite_utils.Database") -> None:
        """Move what has a place, also what is in the bin; flag the rest as orphans."""
        for table in _TABLES:
            for row, sound in self._rows(table):
                anchor = self._place(row.anchor)
                new = row.anchored(anchor) if anchor else row.orphaned()
                if new != row:
                    table.save(writer, new, sound=sound)

    def _rows(self, table: Any) -> list[tuple[Any, bool]]:
        rows: list[tuple[Any, bool]] = table.of_document(self._database, self._document)
        return rows
