"""Putting another version of a text in the place of the one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.errors import DocumentUnknown, TextThere
from reader.domain.versions import SourceMap
from reader.storage import document_rows
from reader.storage.content import Content
from reader.storage.positions import save_position
from reader.storage.reanchoring import Reanchoring

if TYPE_CHECKING:
    from collections.abc import Mapping

    import sqlite_utils

    from reader.domain.document import Decisions, Document, Source
    from reader.domain.library import Followed, Held
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

    def carry_out(
        self,
        sources: SourceMap,
        source: Source | None = None,
        known: Mapping[str, Held] | None = None,
    ) -> Followed:
        """Write it in one transaction, marks and corrections and the place of reading with it.

        ``source`` is the new source of the text, if it has one; what is ``known``, by id, is put
        where it says. Raises DocumentUnknown, and TextThere where another text has that source.
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
            followed = anchored.apply(writer, known)
            position = self._database.row(
                "SELECT paragraph, fraction FROM positions WHERE document = ?", [self._identifier]
            )
            if position is not None:
                paragraph = anchored.paragraph(position[0])
                save_position(writer, self._identifier, paragraph, position[1])
        return followed

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
    """Give a text other bytes. Raises TextThere if another text has them."""
    there = writer.execute(
        "SELECT d.title FROM documents d JOIN sources s ON s.id = d.source"
        " WHERE s.sha256 = ? AND d.id <> ?",
        [row["sha256"], identifier],
    ).fetchone()
    if there is not None:
        raise TextThere(title=there[0])
    (old,) = writer.execute("SELECT source FROM documents WHERE id = ?", [identifier]).fetchone()
    writer.table("sources").update(old, row)
