"""Rows of sources, documents, sections, paragraphs and repairs: to and from the domain."""

import json
from array import array
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from reader.domain.document import (
    KINDS,
    Decisions,
    Document,
    Origin,
    Paragraph,
    ParagraphKind,
    Repair,
    RepairKind,
    Shape,
    Source,
    TextEdit,
)
from reader.storage.text import compact, storable

Columns = dict[str, Any]


def source_columns(source: Source) -> Columns:
    """The row of a source; its text only when decoding the bytes does not give it again."""
    text = storable(source.text)
    return {
        "sha256": source.sha256,
        "name": storable(source.name),
        "encoding": storable(source.encoding),
        "data": source.data,
        "text": None if _decoded(source.data, source.encoding) == text else text,
    }


def source_of(name: str, data: bytes, encoding: str, text: str | None) -> Source:
    """The source of a row. Raises ValueError when bytes without text do not decode."""
    if text is None:
        text = _decoded(data, encoding)
        if text is None:
            raise ValueError(encoding)
    return Source(name, data, encoding, text)


def _decoded(data: bytes, encoding: str) -> str | None:
    """Decode strictly, without byte order mark; ``None`` when that fails."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (LookupError, ValueError):  # UnicodeError is a ValueError
        return None


def document_columns(document: Document, decisions: Decisions) -> Columns:
    """The row of a document, but for its source and its times."""
    outline = document.outline()
    return {
        "title": storable(document.title),
        "sections": len(outline.titles),
        "paragraphs": outline.total,
        "characters": document.characters,
        "repairs": len(document.repairs),
        "decisions": _decisions_text(decisions),
        "digest": text_digest((p.kind.value, storable(p.text)) for p in document.paragraphs()),
        "shape": _shape_text(document),
    }


def _shape_text(document: Document) -> str:
    """Runs of equal kinds, and the length of every paragraph."""
    kinds = groupby(paragraph.kind.value for paragraph in document.paragraphs())
    runs = [(kind, sum(1 for _ in run)) for kind, run in kinds]
    return compact([runs, [len(paragraph.text) for paragraph in document.paragraphs()]])


def shape_of(text: str) -> Shape:
    """Kind and length of every paragraph. Raises ValueError, TypeError or OverflowError."""
    runs, lengths = json.loads(text)
    kinds = b"".join(bytes([KINDS.index(ParagraphKind(kind))]) * count for kind, count in runs)
    if len(kinds) != len(lengths):
        raise ValueError("kinds and lengths do not agree")
    return Shape(kinds, array("I", lengths))


def text_digest(paragraphs: Iterator[tuple[str, str]]) -> bytes:
    """SHA-256 of kinds and texts, to find flipped bits that SQLite cannot see."""
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL; the first paint does not need it

    digest = sha256()
    for kind, text in paragraphs:
        data = text.encode("utf-8")
        digest.update(f"{kind} {len(data)} ".encode())
        digest.update(data)
    return digest.digest()


def section_columns(identifier: int, document: Document) -> list[Columns]:
    """The rows of the sections."""
    outline = document.outline()
    return [
        {"document": identifier, "ordinal": i, "title": storable(title), "first": first}
        for i, (title, first) in enumerate(zip(outline.titles, outline.starts, strict=True))
    ]


def paragraph_columns(identifier: int, document: Document) -> list[Columns]:
    """The rows of the paragraphs, numbered through the document."""
    return [
        {
            "document": identifier,
            "ordinal": ordinal,
            "kind": paragraph.kind.value,
            "text": storable(paragraph.text),
            "origin": compact([(o.start, o.source, o.length) for o in paragraph.origin]),
            "repairs": compact(paragraph.repairs),
        }
        for ordinal, paragraph in enumerate(document.paragraphs())
    ]


def repair_columns(identifier: int, document: Document) -> list[Columns]:
    """The rows of the repairs."""
    return [
        {
            "document": identifier,
            "ordinal": ordinal,
            "key": storable(repair.key),
            "kind": repair.kind.value,
            "paragraph": repair.paragraph,
            "at": repair.offset,
            "why": storable(repair.why),
            "source": storable(repair.source),
        }
        for ordinal, repair in enumerate(document.repairs)
    ]


def paragraph_of(kind: str, text: str, origin: str, repairs: str) -> Paragraph:
    """The paragraph of a row. Raises ValueError or TypeError."""
    origins = tuple(Origin(*place) for place in json.loads(origin))
    return Paragraph(ParagraphKind(kind), text, origins, tuple(json.loads(repairs)))


def repair_of(row: tuple[Any, ...]) -> Repair:
    """The repair of (key, kind, paragraph, at, why, source). Raises ValueError."""
    key, kind, *rest = row
    return Repair(key, RepairKind(kind), *rest)


def _decisions_text(decisions: Decisions) -> str:
    edits = [(edit.start, edit.length, edit.text) for edit in decisions.edits]
    return compact({"undone": sorted(decisions.undone), "edits": edits})


def decisions_of(text: str) -> Decisions:
    """The decisions of a row. Raises ValueError, KeyError or TypeError."""
    stored: Mapping[str, list[Any]] = json.loads(text)
    edits = tuple(TextEdit(*edit) for edit in stored["edits"])
    return Decisions(frozenset(stored["undone"]), edits)
