"""A library with very many marks, made quickly: rows as the program writes them, in one go."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from reader.domain.document import (
    Decisions,
    Document,
    Origin,
    Paragraph,
    ParagraphKind,
    Section,
    Source,
)
from reader.domain.marks import Colour, anchor_at
from reader.domain.places import Span
from reader.storage import mark_index, mark_rows
from reader.storage.database import Database
from reader.storage.library import LibraryStore
from reader.storage.mark_rows import MarkRow

TEXTS = 200
PARAGRAPHS = 60
NOW = datetime(2026, 7, 4, 12, tzinfo=timezone.utc)  # noqa: UP017
TAGS = [f"标签{number}" for number in range(40)]
WORDS = "中国经济稳中向好高质量发展是首要任务必须完整准确全面贯彻新发展理念。"


def paragraphs(number: int) -> list[str]:
    """The paragraphs of a text: 240 characters each, all of them different."""
    return [f"{number}、{index}：{WORDS * 7}"[:240] for index in range(PARAGRAPHS)]


def add_texts(library: LibraryStore, count: int = TEXTS) -> list[int]:
    """Put texts into a library; return their numbers."""
    made = []
    for number in range(count):
        texts = paragraphs(number)
        body = [
            Paragraph(ParagraphKind.BODY, text, (Origin(0, 0, len(text)),), ()) for text in texts
        ]
        written = "\n".join(texts)
        source = Source(f"{number}.txt", written.encode(), "utf-8", written)
        document = Document(f"第{number}篇", (Section("", tuple(body)),), ())
        made.append(library.add(source, document, Decisions()))
    return made


def add_marks(database: Database, documents: list[int], notes: int, others: int) -> None:
    """Add so many notes, and of bookmarks and highlights together so many."""
    columns = [*MarkRow._fields, "digest"]
    holes = ", ".join("?" * len(columns))
    with database.write() as writer:
        writer.conn.executemany(
            f"INSERT INTO marks ({', '.join(columns)}) VALUES ({holes})",
            (tuple(row.sealed().values()) for row in _rows(documents, notes, others)),
        )
        mark_index.refill(writer.conn)


def _rows(documents: list[int], notes: int, others: int) -> Iterator[MarkRow]:
    chance = random.Random(11)
    total = notes + others
    texts = {document: paragraphs(at) for at, document in enumerate(documents)}
    for number in range(total):
        document = chance.choice(documents)
        paragraph, start = chance.randrange(PARAGRAPHS), chance.randrange(200)
        anchor = anchor_at(texts[document][paragraph], Span(paragraph, start, start + 6))
        now = NOW - timedelta(minutes=total - number)
        identifier = mark_rows.new_id(now, chance.randbytes(10))
        tags = (chance.choice(TAGS),) if chance.random() < 0.3 else ()
        if number * notes // total != (number + 1) * notes // total:
            kind, text = mark_rows.NOTE, f"第{number}条笔记：这里说的是什么？**重要**。"
        elif number % 10 == 1:
            kind, text = mark_rows.BOOKMARK, f"书签{number}"
        else:
            kind, text = mark_rows.HIGHLIGHT, ""
        row = mark_rows.new_row(kind, identifier, document, anchor, now)
        row = mark_rows.written(row, text, tags, now)
        if kind == mark_rows.HIGHLIGHT:
            row = mark_rows.coloured(row, chance.choice(list(Colour)), now)
        yield row
