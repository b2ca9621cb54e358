"""Holding on to a text that came out differently: its marks and the corrections at its places."""

import contextlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reader.domain.anchoring import Anchoring
from reader.domain.document import Document, Origin
from reader.domain.library import Followed, Held
from reader.domain.marks import Anchor
from reader.domain.versions import Following, SourceMap, Version, follow_paragraph
from reader.storage import correction_table, mark_table
from reader.storage.database import Database
from reader.storage.text import storable

if TYPE_CHECKING:
    import sqlite_utils

_TABLES: tuple[ModuleType, ...] = (mark_table, correction_table)
"""What has anchors: each can read ``of_document`` and ``save`` a row."""


class Reanchoring:
    """Places what is anchored in one text in another version of it.

    Searching may take long in a long text: :meth:`prepare` does it before the lock of
    the database is taken, and :meth:`apply` uses what was found.
    """

    def __init__(
        self, database: Database, document: int, new: Document, sources: SourceMap
    ) -> None:
        self._database = database
        self._document = document
        old = _stored(database, document, sources.old)
        self._following = Following(old, _version(new, sources.new), sources)
        anchoring = Anchoring(self._following)

        @cache
        def place(anchor: Anchor, orphan: bool) -> Anchor | None:
            return anchoring.moved(anchor, orphan=orphan)

        self._place = place

    def prepare(self) -> None:
        """Look for the place of everything that there is now."""
        for table in _TABLES:
            for row, _ in self._rows(table):
                self._place(row.anchor, bool(row.orphan))

    def apply(
        self, writer: "sqlite_utils.Database", known: Mapping[str, Held] | None = None
    ) -> Followed:
        """Move what has a place, also what is in the bin; flag the rest as orphans.

        What is ``known``, by id, is put where it says.
        """
        before: dict[str, Held] = {}
        kept = lost = 0
        for table in _TABLES:
            for row, sound in self._rows(table):
                new = self._moved(row, (known or {}).get(row.id))
                if new != row:
                    before[row.id] = Held(row.anchor, bool(row.orphan))
                    table.save(writer, new, sound=sound)
                if not (row.orphan or row.deleted):
                    kept += not new.orphan
                    lost += bool(new.orphan)
        return Followed(before, kept, lost)

    def _moved(self, row: Any, known: Held | None) -> Any:
        if known is not None:
            there = row.anchored(known.anchor)
            return there.orphaned() if known.orphan else there
        anchor = self._place(row.anchor, bool(row.orphan))
        return row.anchored(anchor) if anchor else row.orphaned()

    def paragraph(self, paragraph: int) -> int:
        """The paragraph of the new version where one of the old is gone on with."""
        return follow_paragraph(self._following, paragraph)

    def _rows(self, table: Any) -> list[tuple[Any, bool]]:
        rows: list[tuple[Any, bool]] = table.of_document(self._database, self._document)
        return rows


def _stored(database: Database, document: int, source: str) -> Version:
    """What is shown now. Bytes that are no text must not keep a text from being replaced."""
    texts: list[str] = []
    origins: list[Sequence[Origin]] = []
    for text, origin in database.salvaged(
        "SELECT text, origin FROM paragraphs WHERE document = ? ORDER BY ordinal", [document]
    ):
        texts.append(str(text))
        origins.append(())
        with contextlib.suppress(ValueError, TypeError):
            origins[-1] = [Origin(*place) for place in json.loads(origin)]
    return Version(texts, origins, storable(source))


def _version(document: Document, source: str) -> Version:
    paragraphs = list(document.paragraphs())
    texts = [storable(paragraph.text) for paragraph in paragraphs]
    return Version(texts, [paragraph.origin for paragraph in paragraphs], storable(source))
