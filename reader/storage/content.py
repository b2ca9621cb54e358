"""Sections, paragraphs and repairs of a text: made ready at leisure, written in one short step."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reader.domain.document import Document
from reader.storage import document_rows

if TYPE_CHECKING:
    import sqlite_utils

_TABLES = ("sections", "paragraphs", "repairs")


class Content:
    """What is shown of a text, as rows."""

    def __init__(self, document: Document) -> None:
        self._rows = {
            "sections": document_rows.section_columns(0, document),
            "paragraphs": document_rows.paragraph_columns(0, document),
            "repairs": document_rows.repair_columns(0, document),
        }

    def insert(self, writer: "sqlite_utils.Database", identifier: int) -> None:
        """Write all of it for the text ``identifier``, inside a transaction."""
        for table, rows in self._rows.items():
            if rows:
                _insert(writer, table, identifier, rows)

    def replace(self, writer: "sqlite_utils.Database", identifier: int) -> None:
        """Write it in the place of what is there."""
        for table in _TABLES:
            writer.execute(f"DELETE FROM {table} WHERE document = ?", [identifier])
        self.insert(writer, identifier)


def _insert(
    writer: "sqlite_utils.Database",
    table: str,
    identifier: int,
    rows: Iterable[document_rows.Columns],
) -> None:
    # One prepared statement: many thousand rows would hold the lock for a second otherwise.
    rows = list(rows)
    names = list(rows[0])
    values: list[tuple[Any, ...]] = [(identifier, *list(row.values())[1:]) for row in rows]
    marks = ", ".join("?" for _ in names)
    writer.conn.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
