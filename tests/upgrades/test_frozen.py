"""A library of every released version opens, and everything in it is still there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.marks import Colour, Scope
from reader.storage import mark_index
from reader.storage.colour_meanings import ColourMeaningStore
from reader.storage.corrections import CorrectionStore
from reader.storage.database import FILE_NAME, open_database
from reader.storage.day_count import DayCount
from reader.storage.drafts import DraftStore
from reader.storage.known_words import KnownWordStore
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.own_terms import OwnStore
from reader.storage.schema import VERSION
from tests.storage.test_migrations import crash
from tests.upgrades import make_frozen as frozen

HERE = Path(__file__).parent
DUMPS = sorted(HERE.glob("library-*.sql"))


def thaw(dump: Path, folder: Path) -> None:
    """Make a library file of a dump."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.executescript(dump.read_text("utf-8"))


def test_every_version_is_frozen() -> None:
    assert [path.stem for path in DUMPS] == [f"library-{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_it_opens_with_everything(dump: Path, tmp_path: Path) -> None:
    thaw(dump, tmp_path)
    with open_database(tmp_path) as database:
        library, marks = LibraryStore(database, lambda: frozen.NOON), MarkStore(database)
        (card,) = library.cards()
        assert (card.title, card.added, card.characters) == ("人民日报", frozen.NOON, 13)
        assert library.source(card.id) == frozen.SOURCE
        assert library.decisions(card.id) == frozen.DECISIONS
        assert library.paragraphs(card.id, 0, 9) == list(frozen.PARAGRAPHS)
        assert library.repairs(card.id) == list(frozen.DOCUMENT.repairs)
        assert library.outline(card.id) == frozen.DOCUMENT.outline()
        assert library.position(card.id) == (1, 0.25)
        (note, *everywhere), (bookmark, *second) = marks.notes(), marks.bookmarks()
        ((gone, when),) = marks.removed()
        assert (note.text, note.tags, note.anchor) == ("谁？", ("人", "a,b"), frozen.ANCHOR)
        assert (bookmark.name, bookmark.anchor) == ("这里", frozen.ANCHOR)
        assert (when, note.created) == (frozen.NOON, frozen.NOON)
        assert gone.document == card.id
        # Version 2 brought highlights.
        shown = [(mark.colour, mark.anchor) for mark in marks.highlights()]
        old = dump.stem == "library-1"
        assert shown == ([] if old else [(Colour.GREEN, frozen.ANCHOR)])
        # Version 3 brought words that are known or not.
        said = {} if dump.stem < "library-3" else {"书记": True, "出席": False}
        assert KnownWordStore(database).all() == said
        # Version 4 brought corrections of words.
        corrections = CorrectionStore(database)
        kept = [] if dump.stem < "library-4" else [frozen.EVERYWHERE, frozen.HERE]
        assert [one.wanted for one in corrections.all()] == kept
        # Version 5 brought terms of the reader's own.
        own = OwnStore(database)
        new = dump.stem >= "library-5"
        assert own.glossaries() == ([frozen.MINE, frozen.OURS_OFF] if new else [])
        assert own.terms("g1") == ([frozen.OWN] if new else [])
        # Version 6 brought scopes, ranks, tags of every mark, meanings of colours, drafts, days.
        colours, drafts = ColourMeaningStore(database), DraftStore(database)
        newer = dump.stem >= "library-6"
        assert marks.everywhere() == everywhere
        assert [(each.scope, each.word) for each in everywhere] == (
            [(Scope.EVERYWHERE, "𠮷长星")] if newer else []
        )
        assert [(mark.name, mark.rank, mark.tags) for mark in second] == (
            [("第二", 1, ("人",))] if newer else []
        )
        assert marks.tags() == ({"人": 2, "a,b": 1, "要点": 1} if newer else {"人": 1, "a,b": 1})
        links = [
            note for mark in marks.highlights() for note in marks.linking_to(f"mark/{mark.id}")
        ]
        assert links == everywhere
        assert colours.all() == ({Colour.GREEN: "人名"} if newer else {})
        assert drafts.all() == ([frozen.DRAFT] if newer else [])
        assert DayCount(database).due(0, frozen.NOON) == (frozen.MIDNIGHT if newer else None)
        assert not mark_index.differs(database)
        assert [
            *colours.damaged(),
            *drafts.damaged(),
            *own.damaged(),
            *corrections.damaged(),
            *marks.damaged(),
            *library.damaged(),
            *database.problems(),
        ] == []


def test_killed_while_upgrading_nothing_is_lost(tmp_path: Path) -> None:
    """The schema is that of one version, and what was left can be finished."""
    versions, after, died = set(), 1, True
    while died:
        folder = tmp_path / str(after)
        folder.mkdir()
        thaw(DUMPS[0], folder)
        died = crash(folder, after, "LIBRARY")
        with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
            versions.add(connection.execute("PRAGMA user_version").fetchone()[0])
        with open_database(folder) as database:
            assert [note.text for note in MarkStore(database).notes()] == ["谁？"]
            assert MarkStore(database).damaged() == []
        after += 9
    assert versions == set(range(1, VERSION + 1))


def test_the_present_version_still_writes_what_was_frozen(tmp_path: Path) -> None:
    """A change of version 1 after its release would make two kinds of it."""
    now = frozen.dump(frozen.fill(tmp_path))
    then = (HERE / f"library-{VERSION}.sql").read_text("utf-8")

    def comparable(dump: str) -> list[str]:
        applied = 'INSERT INTO "_sqlite_migrations"'  # carries the time it was made
        return [line for line in dump.split("\n") if not line.startswith(applied)]

    assert comparable(now) == comparable(then)
