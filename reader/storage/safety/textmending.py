"""Making the texts of a salvaged library whole again, so that everything in it can be opened."""

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from reader.domain.document import Decisions, Document, Paragraph, ParagraphKind, Section, Source
from reader.domain.errors import DatabaseDamaged, XiduError
from reader.storage import document_rows, mark_index
from reader.storage.connecting import settle
from reader.storage.database import Database, open_database
from reader.storage.library import LibraryStore
from reader.storage.safety.proofs import digest_of
from reader.storage.schema import Plan
from reader.storage.text import moment

Remend = Callable[[Source, Decisions], Document]
"""Makes a document of a source, by decisions."""

_LOST_TITLE = "文本丢失 (lost text) {0}"


def mend_texts(
    folder: Path, plan: Plan, remend: Remend | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Mend every text of the library in ``folder`` that is not whole.

    Returns the numbers of those, and which of them were made again from their source.
    """
    with open_database(folder, plan) as database:
        library = LibraryStore(database, lambda: datetime.now(UTC))
        _refer(database)
        broken = library.damaged()
        remade = [number for number in broken if _mend(database, library, number, remend)]
        mark_index.rebuild(database)
        settle(database.path)
    return tuple(broken), tuple(remade)


def _refer(database: Database) -> None:
    """Give everything that refers to something lost a stub to refer to."""
    lost = database.rows(
        "SELECT document FROM paragraphs UNION SELECT document FROM marks"
        " UNION SELECT document FROM corrections WHERE document IS NOT NULL"
        " UNION SELECT document FROM sections UNION SELECT document FROM repairs"
        " UNION SELECT document FROM positions EXCEPT SELECT id FROM documents"
    )
    now = moment(datetime.now(UTC))
    with database.write() as writer:
        writer.execute("PRAGMA defer_foreign_keys = ON")
        for (number,) in lost:
            columns = document_rows.document_columns(_remains(database, number), Decisions())
            row = {"id": number, "source": _stub_source(database, number), "added": now, **columns}
            row["title"] = _LOST_TITLE.format(number)
            row["digest"] = b""  # not whole: made again below
            writer.table("documents").insert(row)
        for number, source in database.rows(
            "SELECT id, source FROM documents WHERE source NOT IN (SELECT id FROM sources)"
        ):
            _stub_source(database, number, source)
        # A glossary that was lost takes its name with it, not its terms.
        for (glossary,) in database.rows(
            "SELECT DISTINCT glossary FROM own_terms EXCEPT SELECT id FROM own_glossaries"
        ):
            row = {"id": glossary, "name": "?", "active": 1, "created": now, "changed": now}
            row = {**row, "deleted": None}
            row["digest"] = digest_of("own_glossaries", row)
            writer.table("own_glossaries").insert(row)


def _stub_source(database: Database, document: int, number: int | None = None) -> int:
    """A source that holds what is left of a text; return its number."""
    with database.write() as writer:
        text = "\n".join(p.text for p in _remains(database, document).paragraphs())
        data = f"{document}\n{text}".encode("utf-8", "replace")
        row: dict[str, object] = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "name": f"salvaged-{document}.txt",
            "encoding": "utf-8",
            "data": data,
            "text": None,
        }
        if number is not None:
            row["id"] = number
        return int(str(writer.table("sources").insert(row).last_pk))


def _mend(database: Database, library: LibraryStore, number: int, remend: Remend | None) -> bool:
    """Make a text again; tell whether its source gave it."""
    decisions = Decisions()
    with suppress(DatabaseDamaged):
        decisions = library.decisions(number)
    if remend is not None:
        with suppress(XiduError, ValueError):
            library.replace(number, remend(library.source(number), decisions), decisions)
            return True
    library.replace(number, _remains(database, number), decisions)
    return False


def _remains(database: Database, number: int) -> Document:
    """What is left of a text: its paragraphs, or else the quotes of its marks."""
    title = database.readable("SELECT title FROM documents WHERE id = ?", [number])
    rows = database.readable(
        "SELECT ordinal, kind, text, origin, repairs FROM paragraphs"
        " WHERE document = ? ORDER BY ordinal",
        [number],
    )
    starts = database.readable(
        "SELECT title, first FROM sections WHERE document = ? ORDER BY first", [number]
    )
    paragraphs = [_paragraph(*row[1:]) for row in rows] or _quotes(database, number)
    cuts = [(str(name), sum(row[0] < first for row in rows)) for name, first in starts]
    named = str(title[0][0]) if title else _LOST_TITLE.format(number)
    return Document(named, tuple(_sections(paragraphs, cuts)), ())


def _paragraph(kind: str, text: str, origin: str, _repairs: str) -> Paragraph:
    try:
        found = document_rows.paragraph_of(kind, text, origin, "[]")
    except (TypeError, ValueError):
        return Paragraph(ParagraphKind.BODY, str(text))
    return found


def _quotes(database: Database, number: int) -> list[Paragraph]:
    rows = database.readable(
        "SELECT DISTINCT quote FROM marks WHERE document = ? ORDER BY paragraph, begins", [number]
    )
    return [Paragraph(ParagraphKind.BODY, str(quote)) for (quote,) in rows if quote]


def _sections(paragraphs: list[Paragraph], cuts: list[tuple[str, int]]) -> Iterable[Section]:
    """Divide paragraphs where sections began; an empty one is left out."""
    cuts = [("", 0), *cuts, ("", len(paragraphs))]
    for (name, start), (_, end) in pairwise(cuts):
        if start < end:
            yield Section(name, tuple(paragraphs[start:end]))
