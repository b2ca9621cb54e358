"""Putting another version of a text in the place of the one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.errors import DocumentUnknown
from reader.domain.versions import SourceMap
from reader.storage import document_rows
from reader.storage.content import Content
from reader.storage.positions import save_position
from reader.storage.reanchoring import Reanchoring

if TYPE_CHECKING:
    import sqlite_utils

    from reader.domain.document import Decisions, Document, Source
    from reader.storage.database import Database


class Rewriting:
    """One version to be written; everything that takes time is done before the lock is taken."""

    def __init__(
        self, database: Database, identifier: int, document: Document, decisions: Decisions
    ) -> None:
        self._database = database
        self._identifier = identifier
        self._document = document
        self._columns = document_rows.document_columns(document, decisions)
        self._content = Content(document)

    def carry_out(self, sources: SourceMap, source: Source | None = None) -> None:
        """Write it in one transaction, marks and corrections and the place of reading with it.

        ``source`` is the new source of the text, if it has one. Raises DocumentUnknown.
        """
        row = None if source is None else document_rows.source_columns(source)
        digest = self._digest()
        anchored = self._anchored(sources)
        with self._database.write() as writer:
            if self._digest() != digest:  # somebody else was faster
                anchored = self._anchored(sources)
            if row is not None:
                _replace_source(writer, self._identifier, row)
            self._content.replace(writer, self._identifier)
            writer.table("documents").update(self._identifier, self._columns)
            anchored.apply(writer)
            position = self._database.row(
                "SELECT paragraph, fraction FROM positions WHERE document = ?", [self._identifier]
            )
            if position is not None:
                paragraph = anchored.paragraph(position[0])
                save_position(writer, self._identifier, paragraph, position[1])

    def _anchored(self, sources: SourceMap) -> Reanchoring:
        anchored = Reanchoring(self._database, self._identifier, self._document, sources)
        anchored.prepare()
        return anchored

    def _digest(self) -> bytes:
        row = self._database.row("SELECT digest FROM documents WHERE id = ?", [self._identifier])
        if row is None:
            raise DocumentUnknown(document=self._identifier)
        return bytes(row[0])


def _replace_source(
    writer: sqlite_utils.Database, identifier: int, row: document_rows.Columns
) -> None:
    """Give a text other bytes; those it had go once nothing is read from them."""
    (old,) = writer.execute("SELECT source FROM documents WHERE id = ?", [identifier]).fetchone()
    new = writer.table("sources").insert(row).last_pk
    writer.execute("UPDATE documents SET source = ? WHERE id = ?", [new, identifier])
    writer.execute("DELETE FROM sources WHERE id = ?", [old])
