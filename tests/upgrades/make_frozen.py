"""Writes ``library-N.sql``: run once when version N is released, and never again for that N.

``python tests/upgrades/make_frozen.py`` from the project's folder.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from reader.domain.corrections import Wanted
from reader.domain.document import (
    Decisions,
    Document,
    Origin,
    Paragraph,
    ParagraphKind,
    Repair,
    RepairKind,
    Section,
    Source,
    TextEdit,
)
from reader.domain.drafts import Draft
from reader.domain.glossary import Member, Term
from reader.domain.marks import Colour, Scope, anchor_at
from reader.domain.overlay import NewWord
from reader.domain.own import OURS, Batch, OwnGlossary, OwnTerm
from reader.domain.places import Span
from reader.storage.colour_meanings import ColourMeaningStore
from reader.storage.corrections import CorrectionStore
from reader.storage.database import open_database
from reader.storage.day_count import DayCount
from reader.storage.drafts import DraftStore
from reader.storage.known_words import KnownWordStore
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.own_terms import OwnStore
from reader.storage.schema import VERSION

TEXT = "座谈会\n省委书信𠮷长星出席。"
PARAGRAPHS = (
    Paragraph(ParagraphKind.TITLE, "座谈会", (Origin(0, 0, 3),)),
    Paragraph(ParagraphKind.BODY, "省委书记𠮷长星出席。", (Origin(0, 4, 3),), (0,)),
)
DOCUMENT = Document(
    "人民日报",
    (Section("座谈会", PARAGRAPHS),),
    (Repair("corrected:7+1:记", RepairKind.CORRECTED, 1, 3, "corrected by hand", "信"),),
)
DECISIONS = Decisions(frozenset({"folded:1"}), (TextEdit(7, 1, "记"),))
SOURCE = Source("page.md", TEXT.encode("gb18030"), "gb18030", TEXT)
NOON = datetime(2026, 7, 4, 12, 0, 0, 123456, tzinfo=UTC)
MIDNIGHT = datetime(2026, 7, 4, tzinfo=UTC)
ANCHOR = anchor_at(PARAGRAPHS[1].text, Span(1, 4, 7))
DRAFT = Draft("d1", 1, ANCHOR, "还没写完", ("人",), Scope.SENTENCE)
EVERYWHERE = Wanted((NewWord("书记"), NewWord("𠮷长星", ("Jí", "cháng", "xīng"))))
HERE = Wanted((NewWord("𠮷长星", ("Jí", "Cháng", "xīng")),), 1, ANCHOR)
GONE = Wanted((NewWord("座谈会"),))
MINE = OwnGlossary("g1", "我的词", on=True)
OURS_OFF = OwnGlossary(OURS, "", on=False)
TERM = Term(
    "省委", "省委", ("shěng", "wěi"), "institution", "我的词", "provincial committee", "What it is.",
    "省里的党委", ("省党委",), "province committee", "1949", (Member("省", ("shěng",), "province"),),
    ("～书记",), ("市委",), ("党委",), ("县委",),
)  # fmt: skip
OWN = OwnTerm("t1", "g1", TERM, NOON, NOON)
GONE_OWN = OwnTerm("t2", "g1", TERM._replace(id="座谈", headword="座谈"), NOON, NOON)


def fill(folder: Path) -> Path:
    """Make a library with one of everything in ``folder``; return its file."""
    with open_database(folder) as database:
        library = LibraryStore(database, lambda: NOON)
        marks = MarkStore(database, lambda size: bytes(range(size)))
        page = library.add(SOURCE, DOCUMENT, DECISIONS)
        library.set_position(page, 1, 0.25)
        marks.add_note(page, ANCHOR, "谁？", ["人", "a,b"], NOON)
        marks = MarkStore(database, bytes)
        marks.add_bookmark(page, ANCHOR, "这里", NOON)
        marks = MarkStore(database, lambda size: b"\xff" * size)
        gone = marks.add_note(page, ANCHOR, "扔掉", [], NOON)
        marks.remove_note(gone.id, NOON)
        marks = MarkStore(database, lambda size: b"\x02" * size)
        (green,) = marks.add_highlights(page, [ANCHOR], Colour.GREEN, NOON)
        marks.change_tags({green.id: ["要点"]}, NOON)
        marks = MarkStore(database, lambda size: b"\x06" * size)
        linked = f"见 xidu:mark/{green.id}。"
        marks.add_note(page, ANCHOR, linked, [], NOON, scope=Scope.EVERYWHERE, word="𠮷长星")
        marks = MarkStore(database, lambda size: b"\x07" * size)
        second = marks.add_bookmark(page, ANCHOR, "第二", NOON, tags=["人"])
        marks.rank_bookmarks({second.id: 1})
        ColourMeaningStore(database).say({Colour.GREEN: "人名"}, NOON)
        DraftStore(database).keep(DRAFT, NOON)
        DayCount(database).mark(NOON)
        KnownWordStore(database).say({"书记": True, "出席": False}, NOON)
        numbers = iter(b"\x03\x04\x05")
        corrections = CorrectionStore(database, lambda size: bytes([next(numbers)]) * size)
        made = corrections.swap([EVERYWHERE, HERE, GONE], now=NOON)
        corrections.swap(removed=[made[-1].id], now=NOON)
        own = OwnStore(database)
        own.apply(Batch([MINE, OURS_OFF], [OWN, GONE_OWN]), NOON)
        own.apply(Batch(removed=["t2"]), NOON)
        return database.path


def dump(path: Path) -> str:
    """The library as statements, with the numbers of its header."""
    with closing(sqlite3.connect(path)) as connection:
        pragmas = [
            f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};"
            for name in ("application_id", "user_version")
        ]
        return "\n".join([*pragmas, *connection.iterdump()]) + "\n"


if __name__ == "__main__":
    target = Path(__file__).with_name(f"library-{VERSION}.sql")
    if target.exists():
        raise SystemExit(f"{target.name} is frozen")
    with tempfile.TemporaryDirectory() as scratch:
        target.write_text(dump(fill(Path(scratch))), "utf-8")
