"""Restoring: merged or replaced, told before, never from a file that is not ours."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from reader.domain.document import Decisions
from reader.domain.errors import (
    BackupDamaged,
    BackupForeign,
    BackupNewer,
    FileMissing,
    NotAFile,
    XiduError,
)
from reader.domain.marks import Anchor, Colour, anchor_at
from reader.domain.places import Span
from reader.domain.restoring import MERGE, REPLACE, Preview
from reader.storage import mark_index
from reader.storage.database import FILE_NAME, Database, open_database
from reader.storage.known_words import KnownWordStore
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.own_terms import OwnStore
from reader.storage.safety.copying import copy
from reader.storage.safety.restoring import Restoration
from reader.storage.schema import TABLES
from tests.storage.samples import NOON, TEXTS, Clock, document, source
from tests.upgrades import make_frozen

PLACE = Span(1, 2, 4)
LATER = NOON + timedelta(days=1)
DUMPS = sorted(Path(make_frozen.__file__).parent.glob("library-*.sql"))


class Home:
    """A library that is open, and copies of it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.database = open_database(folder)
        self.library = LibraryStore(self.database, Clock())
        self.marks = MarkStore(self.database)

    def copy(self, name: str = "copy.sqlite3") -> Path:
        target = self.folder.parent / name
        target.unlink(missing_ok=True)
        copy(self.database.path, target)
        return target

    def restore(self, backup: Path, mode: str = MERGE) -> Preview:
        with Restoration(self.database.path, backup) as restoration:
            ready = restoration.prepare(mode)
            assert self.database.replace(ready.path, ready.counter)
        self.is_sound()
        return ready.preview

    def preview(self, backup: Path, mode: str = MERGE) -> Preview:
        before = self.database.path.read_bytes()
        with Restoration(self.database.path, backup) as restoration:
            told = restoration.prepare(mode).preview
        assert self.database.path.read_bytes() == before
        assert [p.name for p in self.folder.iterdir()] == [FILE_NAME]
        return told

    def is_sound(self) -> None:
        assert self.database.problems() == []
        assert self.library.damaged() == []
        assert self.marks.damaged() == []
        assert not mark_index.differs(self.database)

    def note(self, page: int, text: str, place: Span = PLACE) -> str:
        anchor = anchor_at(TEXTS[place.paragraph], place)
        return self.marks.add_note(page, anchor, text, ["标签"], NOON).id

    def texts(self) -> set[str]:
        return {note.text for note in self.marks.notes()}


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(database.rows(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


@pytest.fixture
def homes(tmp_path: Path) -> Iterator[Callable[[str], Home]]:
    made: list[Home] = []

    def make(name: str) -> Home:
        made.append(Home(tmp_path / name))
        return made[-1]

    yield make
    for home in made:
        home.database.close()


@pytest.fixture
def home(homes: Callable[[str], Home]) -> Home:
    return homes("home")


def add_page(home: Home, text: str = "座谈会", *texts: str) -> int:
    return home.library.add(source(text), document(*texts), Decisions())


def test_what_was_lost_comes_back_and_what_is_new_stays(home: Home) -> None:
    page = add_page(home)
    home.note(page, "kept")
    lost = home.note(page, "lost")
    backup = home.copy()
    with home.database.write() as writer:
        writer.execute("DELETE FROM marks WHERE id = ?", [lost])
    home.note(page, "new")
    told = home.preview(backup)
    assert told.counts == {"note": {"added": 1}}
    assert [(c.how, c.kind, c.title, c.quote, c.text) for c in told.changes] == [
        ("added", "note", "人民日报", "经济", "lost")
    ]
    assert home.restore(backup) == told
    assert home.texts() == {"kept", "lost", "new"}
    again = home.restore(backup)
    assert again.nothing


def test_the_newer_change_wins_on_either_side(home: Home) -> None:
    page = add_page(home)
    first, second = home.note(page, "first"), home.note(page, "second")
    backup = home.copy()
    home.marks.change_note(first, "first, changed here", [], LATER)
    with open_database_at(backup) as there:
        MarkStore(there).change_note(second, "second, changed there", ["x"], LATER)
    told = home.restore(backup_of(backup))
    assert told.counts == {"note": {"changed": 1}}
    assert home.texts() == {"first, changed here", "second, changed there"}
    assert home.restore(backup_of(backup)).nothing


def test_deletions_are_respected(home: Home) -> None:
    page = add_page(home)
    here, there, changed = (home.note(page, text) for text in ("here", "there", "changed"))
    backup = home.copy()
    home.marks.remove_note(here, LATER)
    home.marks.change_note(changed, "changed after that", [], LATER + timedelta(days=1))
    with open_database_at(backup) as other:
        MarkStore(other).remove_note(there, LATER)
        MarkStore(other).remove_note(changed, LATER)
    told = home.restore(backup_of(backup))
    assert told.counts == {"note": {"removed": 1}}
    assert home.texts() == {"changed after that"}
    assert len(home.marks.removed()) == 2
    assert home.restore(backup_of(backup)).nothing


def test_a_library_of_another_machine_is_merged_by_the_bytes_of_its_texts(
    home: Home, homes: Callable[[str], Home]
) -> None:
    other = homes("other")
    add_page(other, "甲", "甲文")
    page, twin = add_page(other), add_page(home)
    assert page != twin
    other.note(page, "of the same text")
    third = add_page(other, "丙", "丙文在此")
    anchor = anchor_at("丙文在此", Span(0, 0, 2))
    other.marks.add_highlights(third, [anchor], Colour.GREEN, NOON)
    other.library.set_position(third, 0, 0.5)
    told = home.restore(other.copy())
    assert told.texts == {"added": 2}
    assert told.counts == {"highlight": {"added": 1}, "note": {"added": 1}}
    assert home.marks.notes()[0].document == twin
    (highlight,) = home.marks.highlights()
    assert home.library.title(highlight.document) == "人民日报"
    assert home.library.paragraphs(highlight.document, 0, 9)[0].text == "丙文在此"
    assert home.library.position(highlight.document) == (0, 0.5)
    assert highlight.anchor == anchor
    assert home.restore(other.copy()).nothing


def test_marks_of_a_text_that_is_mended_otherwise_find_their_place_or_say_so(
    home: Home, homes: Callable[[str], Home]
) -> None:
    other = homes("other")
    page = add_page(other)
    other.note(page, "placed", Span(1, 2, 4))
    other.note(page, "lost", Span(2, 0, 5))
    twin = add_page(home, "座谈会", TEXTS[0], "一个新段落。", TEXTS[1], "全然不同的结尾。")
    told = home.restore(other.copy())
    assert told.orphans == 1
    found = {note.text: (note.anchor.span, note.orphan) for note in home.marks.notes(twin)}
    assert found["placed"] == (Span(2, 2, 4), False)
    assert found["lost"][1]


def test_terms_words_and_corrections_come_too(home: Home, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    backup = make_frozen.fill(tmp_path / "full")
    told = home.restore(backup)
    assert told.counts["known_word"] == {"added": 2}
    assert told.counts["correction"]["added"] == 2
    assert told.counts["own_term"] == {"added": 1}
    assert KnownWordStore(home.database).all() == {"书记": True, "出席": False}
    assert OwnStore(home.database).terms("g1") == [make_frozen.OWN]
    assert OwnStore(home.database).damaged() == []
    assert home.restore(backup).nothing


def test_tags_of_what_was_merged_are_listed(home: Home) -> None:
    page = add_page(home)
    lost = home.note(page, "lost")
    backup = home.copy()
    with home.database.write() as writer:
        writer.execute("DELETE FROM marks WHERE id = ?", [lost])
        writer.execute("DELETE FROM mark_tags")
    home.restore(backup)
    assert home.marks.tags() == {"标签": 1}
    assert not mark_index.differs(home.database)


def test_a_word_said_last_wins(home: Home) -> None:
    words = KnownWordStore(home.database)
    words.say({"早": True, "晚": True}, NOON)
    backup = home.copy()
    words.say({"早": False}, LATER)
    with open_database_at(backup) as there:
        KnownWordStore(there).say({"晚": False}, LATER)
    home.restore(backup_of(backup))
    assert words.all() == {"早": False, "晚": False}


def test_a_damaged_mark_takes_no_place_but_comes_where_there_is_none(home: Home) -> None:
    page = add_page(home)
    here = home.note(page, "good")
    gone = home.note(page, "only there")
    backup = home.copy()
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("UPDATE marks SET text = 'bad', changed = '2099-01-01T00:00:00+00:00'")
        connection.commit()
    with home.database.write() as writer:
        writer.execute("DELETE FROM marks WHERE id = ?", [gone])
    with Restoration(home.database.path, backup) as restoration:
        ready = restoration.prepare(MERGE)
        assert home.database.replace(ready.path, ready.counter)
    assert ready.preview.damaged == 2
    assert {note.id: note.text for note in home.marks.notes()} == {here: "good", gone: "bad"}
    assert [mark.id for mark in home.marks.damaged()] == [gone]


def test_replacing_gives_exactly_what_was_there(home: Home) -> None:
    page = add_page(home)
    home.note(page, "old")
    changed = home.note(page, "to be changed")
    backup, before = home.copy(), rows(home.database)
    home.note(page, "new")
    home.marks.change_note(changed, "changed", [], LATER)
    extra = add_page(home, "extra", "多出来的")
    home.marks.add_bookmark(extra, Anchor(Span(0, 0, 1), "多", "", "出来的"), "b", NOON)
    told = home.preview(backup, REPLACE)
    assert told.texts == {"removed": 1}
    assert told.counts == {"bookmark": {"removed": 1}, "note": {"changed": 1, "removed": 1}}
    home.restore(backup, REPLACE)
    assert rows(home.database) == before
    # Numbers of texts are not given again, also not after this.
    assert add_page(home, "another", "另一个") == extra


def test_what_is_written_meanwhile_is_not_lost(home: Home) -> None:
    page = add_page(home)
    home.note(page, "old")
    backup = home.copy()
    with Restoration(home.database.path, backup) as restoration:
        ready = restoration.prepare(REPLACE)
        home.note(page, "written meanwhile")
        assert not home.database.replace(ready.path, ready.counter)
        assert home.texts() == {"old", "written meanwhile"}


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
@pytest.mark.parametrize("mode", [MERGE, REPLACE])
def test_a_backup_of_every_version_comes_back(
    home: Home, dump: Path, mode: str, tmp_path: Path
) -> None:
    backup = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(backup)) as connection:
        connection.executescript(dump.read_text("utf-8"))
    data = backup.read_bytes()
    told = home.restore(backup, mode)
    assert told.texts == {"added": 1}
    assert "谁？" in home.texts()
    assert home.library.paragraphs(1, 0, 9) == list(make_frozen.PARAGRAPHS)
    assert backup.read_bytes() == data


def refused(home: Home, backup: Path, error: type[XiduError]) -> None:
    before = rows(home.database)
    for mode in (MERGE, REPLACE):
        with Restoration(home.database.path, backup) as restoration:
            with pytest.raises(error) as caught:
                restoration.prepare(mode)
            assert caught.type is error
            assert str(backup) in str(caught.value)
    assert rows(home.database) == before
    assert [p.name for p in home.folder.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON marks BEGIN DELETE FROM marks; END",
        "CREATE VIEW v AS SELECT * FROM marks",
        "CREATE VIRTUAL TABLE v USING fts5(x)",
        "CREATE INDEX i ON marks (upper(text))",
        "ALTER TABLE marks ADD COLUMN extra",
        "DROP TABLE known_words",
    ],
)
def test_another_schema_is_refused(home: Home, statement: str) -> None:
    add_page(home)
    backup = home.copy()
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute(statement)
    refused(home, backup, BackupForeign)


def test_a_view_in_the_place_of_a_table_is_refused(home: Home) -> None:
    backup = home.copy()
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("DROP TABLE positions")
        connection.execute(
            "CREATE VIEW positions AS SELECT 1 AS document, 2 AS paragraph, 3 AS fraction"
        )
    refused(home, backup, BackupForeign)


def test_a_huge_schema_is_refused_before_sqlite_reads_it(home: Home) -> None:
    """SQLite takes minutes for it; a test that does too has failed."""
    backup = home.copy()
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany(
            "INSERT INTO sqlite_master VALUES ('table', ?1, ?1, 2, 'CREATE TABLE ' || ?1 || ' (a)')",
            ((f"t{number}",) for number in range(100_000)),
        )
        connection.commit()
    refused(home, backup, BackupForeign)


def test_a_table_of_the_readers_own_is_left_out(home: Home) -> None:
    add_page(home)
    backup = home.copy()
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("CREATE TABLE mine (id)")
    home.restore(backup, REPLACE)
    assert home.database.row("SELECT 1 FROM sqlite_master WHERE name = 'mine'") is None


def test_files_that_are_no_backups_are_refused(home: Home, tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("不是备份" * 100, "utf-8")
    refused(home, text, BackupForeign)
    empty = tmp_path / "empty"
    empty.touch()
    refused(home, empty, BackupForeign)
    with closing(sqlite3.connect(tmp_path / "foreign.sqlite3")) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    refused(home, tmp_path / "foreign.sqlite3", BackupForeign)
    refused(home, tmp_path / "absent", FileMissing)
    (tmp_path / "folder").mkdir()
    refused(home, tmp_path / "folder", NotAFile)


def test_a_newer_or_damaged_backup_is_refused(home: Home) -> None:
    page = add_page(home)
    for _ in range(40):
        home.note(page, "一条笔记" * 100)
    backup = home.copy()
    data = backup.read_bytes()
    backup.write_bytes(data[:60] + (1000).to_bytes(4, "big") + data[64:])
    refused(home, backup, BackupNewer)
    backup.write_bytes(data[: len(data) // 2])
    refused(home, backup, BackupDamaged)
    at = data.find("一条笔记".encode()) // 4096 * 4096
    backup.write_bytes(data[:at] + b"\xff" * 4096 + data[at + 4096 :])
    refused(home, backup, BackupDamaged)


def open_database_at(path: Path) -> Database:
    """Open a copy as a library of its own: in a folder, under the name of one."""
    folder = path.with_suffix("")
    folder.mkdir(exist_ok=True)
    path.rename(folder / FILE_NAME)
    return open_database(folder)


def backup_of(path: Path) -> Path:
    """Where :func:`open_database_at` has put a copy."""
    return path.with_suffix("") / FILE_NAME
