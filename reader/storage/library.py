"""The texts of the reader: sources, documents, decisions and where reading stopped."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from reader.domain.document import Decisions, Document, Outline, Paragraph, Repair, Shape, Source
from reader.domain.errors import DatabaseDamaged, DocumentUnknown
from reader.domain.library import Card
from reader.storage import document_rows
from reader.storage.database import Database, Row
from reader.storage.faults import decoding
from reader.storage.positions import save_position
from reader.storage.text import moment, storable

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.domain.library import Followed
    from reader.domain.overlay import Overlay
    from reader.domain.ports import Clock
    from reader.domain.versions import Update

_CARD = (
    "SELECT d.id, d.title, d.sections, d.characters, d.repairs, s.sha256, d.added"
    " FROM documents d JOIN sources s ON s.id = d.source"
)
_RULES = (
    "SELECT words, document, paragraph, begins, ends FROM corrections"
    " WHERE deleted IS NULL AND orphan = 0 ORDER BY number"
)


class LibraryStore:
    """Implements :class:`reader.domain.ports.Library`.

    An unknown id raises DocumentUnknown; any method may raise what :class:`Database`
    raises, and DatabaseDamaged when what is stored cannot be what was stored.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._states: tuple[object, dict[int, bytes]] | None = None

    def add(self, source: Source, document: Document, decisions: Decisions) -> int:
        """Add a text, or find the one with the same bytes; return its id.

        Finding writes nothing, so it works in a read-only library too.
        """
        known = self.find(source.sha256)
        if known is not None:
            return known
        source_row = document_rows.source_columns(source)
        document_row = document_rows.document_columns(document, decisions)
        document_row["added"] = moment(self._clock())
        from reader.storage.content import Content  # noqa: PLC0415 - reading writes nothing

        content = Content(document)
        with self._database.write() as writer:
            known = self.find(source.sha256)
            if known is not None:
                return known
            document_row["source"] = writer.table("sources").insert(source_row).last_pk
            identifier = int(str(writer.table("documents").insert(document_row).last_pk))
            content.insert(writer, identifier)
        return identifier

    def holds(self, identifier: int) -> bool:
        """Whether there is a text with this id."""
        return self._database.row("SELECT 1 FROM documents WHERE id = ?", [identifier]) is not None

    def find(self, sha256: str) -> int | None:
        """The text whose source has this SHA-256."""
        row = self._database.row(
            "SELECT d.id FROM documents d JOIN sources s ON s.id = d.source WHERE s.sha256 = ?",
            [sha256],
        )
        return None if row is None else int(row[0])

    def find_beginning(self, sha256: str) -> int | None:
        """The only text whose SHA-256 begins like this; ``None`` if there are several."""
        rows = self._database.rows(
            "SELECT d.id FROM documents d JOIN sources s ON s.id = d.source"
            " WHERE s.sha256 BETWEEN ? AND ? || 'g' LIMIT 2",
            [sha256, sha256],
        )
        return int(rows[0][0]) if len(rows) == 1 else None

    def replace(self, identifier: int, document: Document, decisions: Decisions) -> None:
        """Put a text mended differently in place; anchor what is anchored in it again."""
        from reader.domain.versions import SourceMap  # noqa: PLC0415 - not for reading
        from reader.storage.rewriting import Rewriting  # noqa: PLC0415

        text = self.source(identifier).text
        sources = SourceMap(text, text)
        Rewriting(self._database, identifier, document, decisions).carry_out(sources)

    def update(self, identifier: int, update: Update) -> Followed:
        """Give a text other bytes; what is anchored in it, and the place of reading, follow.

        The version there was is gone. Raises TextThere if another text has these bytes.
        """
        from reader.storage.rewriting import Rewriting  # noqa: PLC0415 - not for reading

        rewriting = Rewriting(self._database, identifier, update.document, update.decisions)
        return rewriting.carry_out(update.sources, update.source, update.known)

    def alike(self, name: str, title: str) -> list[int]:
        """Texts whose source has this name, or that have this title, last opened first."""
        rows = self._database.rows(
            "SELECT d.id FROM documents d JOIN sources s ON s.id = d.source"
            " WHERE s.name = ? OR d.title = ? ORDER BY coalesce(d.opened, d.added) DESC",
            [storable(name), storable(title)],
        )
        return [int(identifier) for (identifier,) in rows]

    def shared(self, identifier: int, texts: Collection[str]) -> int:
        """How many of these paragraphs (at most 500) stand in a text just so."""
        marks = ", ".join("?" for _ in texts)
        row = self._database.row(
            f"SELECT count(DISTINCT text) FROM paragraphs WHERE document = ? AND text IN ({marks})",
            [identifier, *map(storable, texts)],
        )
        return 0 if row is None else int(row[0])

    def cards(self) -> list[Card]:
        """All texts, last opened first; one never opened counts from when it was added."""
        rows = self._database.rows(f"{_CARD} ORDER BY coalesce(d.opened, d.added) DESC, d.id DESC")
        with decoding(self._database.path):
            return [_card(row) for row in rows]

    def states(self) -> dict[int, bytes]:
        """Every text with a digest of what it says."""
        state = self._database.state
        if self._states is None or self._states[0] != state:
            rows = self._database.rows("SELECT id, digest FROM documents ORDER BY id")
            self._states = state, dict(rows)
        return dict(self._states[1])

    def card(self, identifier: int) -> Card:
        """One text."""
        row = self._row(f"{_CARD} WHERE d.id = ?", identifier)
        with decoding(self._database.path):
            return _card(row)

    def title(self, identifier: int) -> str:
        """Its title."""
        (title,) = self._row("SELECT title FROM documents WHERE id = ?", identifier)
        return str(title)

    def outline(self, identifier: int) -> Outline:
        """Its sections."""
        (total,) = self._row("SELECT paragraphs FROM documents WHERE id = ?", identifier)
        rows = self._database.rows(
            "SELECT title, first FROM sections WHERE document = ? ORDER BY ordinal", [identifier]
        )
        return Outline(tuple(row[0] for row in rows), tuple(row[1] for row in rows), total)

    def shape(self, identifier: int) -> Shape:
        """Kind and length, in code points, of every paragraph; read without the text."""
        (shape,) = self._row("SELECT shape FROM documents WHERE id = ?", identifier)
        with decoding(self._database.path):
            return document_rows.shape_of(shape)

    def paragraphs(self, identifier: int, start: int, end: int) -> list[Paragraph]:
        """Paragraphs ``start`` to ``end`` (half-open) by document-wide index."""
        rows = self._database.rows(
            "SELECT kind, text, origin, repairs FROM paragraphs"
            " WHERE document = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal",
            [identifier, start, end],
        )
        if not rows:
            self._known(identifier)
        with decoding(self._database.path):
            return [document_rows.paragraph_of(*row) for row in rows]

    def written(self, identifier: int, start: int, end: int) -> list[str]:
        """The text alone of paragraphs ``start`` to ``end``."""
        rows = self._database.rows(
            "SELECT text FROM paragraphs"
            " WHERE document = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal",
            [identifier, start, end],
        )
        return [text for (text,) in rows]

    def repairs(self, identifier: int) -> list[Repair]:
        """Every repair."""
        self._known(identifier)
        rows = self._database.rows(
            "SELECT key, kind, paragraph, at, why, source FROM repairs"
            " WHERE document = ? ORDER BY ordinal",
            [identifier],
        )
        with decoding(self._database.path):
            return [document_rows.repair_of(row) for row in rows]

    def source(self, identifier: int) -> Source:
        """The bytes as they were given, checked against their SHA-256."""
        sha256, *row = self._row(
            "SELECT s.sha256, s.name, s.data, s.encoding, s.text"
            " FROM documents d JOIN sources s ON s.id = d.source WHERE d.id = ?",
            identifier,
        )
        with decoding(self._database.path):
            source = document_rows.source_of(*row)
            if source.sha256 != sha256:
                raise DatabaseDamaged(path=self._database.path)
        return source

    def decisions(self, identifier: int) -> Decisions:
        """What the reader decided about its mending."""
        (text,) = self._row("SELECT decisions FROM documents WHERE id = ?", identifier)
        with decoding(self._database.path):
            return document_rows.decisions_of(text)

    def overlay(self) -> Overlay | None:
        """The reader's corrections of words, ready to be applied; a damaged one is left out.

        Asked at every start, so nothing is imported for it while there are none.
        """
        rows = self._database.readable(_RULES)
        if not rows:
            return None
        from reader.domain.overlay import Overlay  # noqa: PLC0415 - see above
        from reader.storage.correction_rows import rule_of  # noqa: PLC0415

        rules = []
        for row in rows:
            with contextlib.suppress(TypeError, ValueError):
                rules.append(rule_of(*row))
        return Overlay(rules)

    def has_glossaries(self) -> bool:
        """Whether there is a glossary of the reader's own, or ours was ever switched."""
        return self._database.row("SELECT 1 FROM own_glossaries LIMIT 1") is not None

    def position(self, identifier: int) -> tuple[int, float]:
        """Where reading stopped: paragraph and fraction of its height, (0, 0.0) at first."""
        paragraph, fraction = self._row(
            "SELECT p.paragraph, p.fraction FROM documents d"
            " LEFT JOIN positions p ON p.document = d.id WHERE d.id = ?",
            identifier,
        )
        return (0, 0.0) if paragraph is None else (paragraph, fraction)

    def set_position(self, identifier: int, paragraph: int, offset: float) -> None:
        """Remember where reading stopped, and that the text was open now."""
        opened = moment(self._clock())
        with self._database.write() as writer:
            self._known(identifier)
            save_position(writer, identifier, paragraph, offset)
            writer.table("documents").update(identifier, {"opened": opened})

    def damaged(self) -> list[int]:
        """Ids of texts whose paragraphs or source are not what was stored. Reads everything."""
        found = []
        for identifier, digest in self._database.rows("SELECT id, digest FROM documents"):
            rows = self._database.salvaged(
                "SELECT kind, text FROM paragraphs WHERE document = ? ORDER BY ordinal",
                [identifier],
            )
            try:
                sound = document_rows.text_digest(iter(rows)) == digest
                self.source(identifier)
            except (DatabaseDamaged, AttributeError):
                sound = False
            if not sound:
                found.append(identifier)
        return found

    def _row(self, query: str, identifier: int) -> Row:
        row = self._database.row(query, [identifier])
        if row is None:
            raise DocumentUnknown(document=identifier)
        return row

    def _known(self, identifier: int) -> None:
        self._row("SELECT 1 FROM documents WHERE id = ?", identifier)


def _card(row: Row) -> Card:
    identifier, title, sections, characters, repairs, sha256, added = row
    from datetime import datetime  # noqa: PLC0415 - reading needs no time

    time = datetime.fromisoformat(added)
    return Card(identifier, title, sections, characters, repairs, sha256, time)
