"""A file that is not a sound library of ours is refused, by its right name, and not touched."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseUnavailable,
    XiduError,
)
from reader.storage import connecting
from reader.storage.database import FILE_NAME, open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from tests.storage.samples import ANCHOR, DECISIONS, NOON, Clock, document, source


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A closed library with a text of some pages and a note."""
    with open_database(tmp_path) as database:
        text = document("题", *("中国经济稳中向好。" * 40 for _ in range(60)))
        page = LibraryStore(database, Clock()).add(source(), text, DECISIONS)
        for _ in range(50):
            MarkStore(database).add_note(page, ANCHOR, "一条笔记" * 10, ["t"], NOON)
    return tmp_path / FILE_NAME


def refused(path: Path, error: type[XiduError]) -> None:
    """Opening raises ``error`` and changes nothing in the folder."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    with pytest.raises(error) as caught:
        open_database(path.parent)
    assert caught.type is error
    assert {p.name: p.read_bytes() for p in path.parent.iterdir()} == before


def patched(at: int, new: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data[:at] + new + data[at + len(new) :]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"\n", id="one byte"),
        pytest.param(lambda data: bytes(len(data)), id="all zero"),
        pytest.param(lambda _: "不是数据库".encode() * 1000, id="text"),
        pytest.param(lambda data: data[:50], id="half a header"),
        pytest.param(lambda data: data[:100], id="only the header"),
        pytest.param(lambda data: data[:4096], id="one page"),
        pytest.param(lambda data: data[: len(data) // 2], id="half"),
        pytest.param(lambda data: data[:-1], id="one byte short"),
        pytest.param(patched(0, b"sqlite"), id="magic"),
        pytest.param(patched(16, b"\x0f\xff"), id="page size"),
        pytest.param(patched(18, b"\x00"), id="write format"),
        pytest.param(patched(68, b"Othr"), id="another program's"),
        pytest.param(patched(60, bytes(4)), id="no version"),
        pytest.param(patched(100, bytes(3996)), id="first page zeroed"),
        pytest.param(lambda data: data[:100] + data[4096:], id="a page cut out"),
    ],
)
def test_a_broken_file_is_refused(sound: Path, damage: Callable[[bytes], bytes]) -> None:
    sound.write_bytes(damage(sound.read_bytes()))
    refused(sound, DatabaseDamaged)


def test_every_zeroed_page_is_noticed(sound: Path) -> None:
    data = sound.read_bytes()
    unnoticed = []
    for page in range(len(data) // 4096):
        sound.write_bytes(patched(page * 4096, bytes(4096))(data))
        try:
            open_database(sound.parent).close()
        except DatabaseDamaged:
            continue
        unnoticed.append(page)
    # Pages of overflowing text carry no structure: the digests find those (test below).
    sound.write_bytes(data)
    assert len(unnoticed) < len(data) // 4096 // 2
    for page in unnoticed:
        sound.write_bytes(patched(page * 4096, bytes(4096))(data))
        with open_database(sound.parent) as database:
            found = [*LibraryStore(database, Clock()).damaged(), *MarkStore(database).damaged()]
        assert found, f"page {page} was lost in silence"


def test_flipped_bits_never_crash_and_never_change_a_note_in_silence(sound: Path) -> None:
    data = sound.read_bytes()
    with open_database(sound.parent) as database:
        whole = MarkStore(database).notes()
    for at in range(101, len(data), len(data) // 97):
        sound.write_bytes(patched(at, bytes([data[at] ^ 1 << at % 8]))(data))
        try:
            with open_database(sound.parent) as database:
                marks = MarkStore(database)
                notes, reported = marks.notes(), {mark.id for mark in marks.damaged()}
        except DatabaseDamaged:
            continue
        changed = [note for note in notes if note not in whole and note.id not in reported]
        assert not changed
        assert reported or len(notes) == len(whole)


def test_a_newer_library_is_refused(sound: Path) -> None:
    sound.write_bytes(patched(60, (1000).to_bytes(4, "big"))(sound.read_bytes()))
    refused(sound, DatabaseNewer)


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    refused(path, DatabaseDamaged)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE positions",
        "ALTER TABLE marks ADD COLUMN extra",
        "CREATE TRIGGER t AFTER INSERT ON marks BEGIN DELETE FROM marks; END",
        "CREATE VIEW v AS SELECT 1",
    ],
)
def test_another_schema_is_refused(sound: Path, statement: str) -> None:
    with closing(sqlite3.connect(sound)) as connection:
        connection.execute(statement)
    refused(sound, DatabaseDamaged)


def test_one_table_more_is_no_harm(sound: Path) -> None:
    with closing(sqlite3.connect(sound)) as connection:
        connection.execute("CREATE TABLE mine (id)")
    open_database(sound.parent).close()


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(DatabaseUnavailable):
        open_database(tmp_path)


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine", "utf-8")
    with pytest.raises(DatabaseUnavailable):
        open_database(tmp_path / "data")
    assert (tmp_path / "data").read_text("utf-8") == "mine"


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "gone")
    with pytest.raises(DatabaseUnavailable):
        open_database(tmp_path)
    assert (tmp_path / FILE_NAME).is_symlink()


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "数据 100%#?" / "inner"
    open_database(folder).close()
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_the_journal_of_a_library_that_was_moved_away_is_put_aside(
    sound: Path, tmp_path: Path
) -> None:
    sound.rename(tmp_path / "kept.sqlite3")
    journal = tmp_path / f"{FILE_NAME}-journal"
    journal.write_bytes(b"a journal of the old library")
    with open_database(tmp_path) as database:
        assert LibraryStore(database, Clock()).cards() == []
    assert not journal.exists()
    aside = tmp_path / f"{FILE_NAME}-journal.lost-1"
    assert aside.read_bytes() == b"a journal of the old library"


def test_damage_in_a_file_too_large_to_check_on_opening_is_told_when_met(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(sound)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'paragraphs'"
        (root,) = connection.execute(query).fetchone()
    sound.write_bytes(patched((root - 1) * 4096, b"\xff" * 4096)(sound.read_bytes()))
    refused(sound, DatabaseDamaged)
    monkeypatch.setattr(connecting, "_CHECKED", 0)
    with open_database(sound.parent) as database:
        library = LibraryStore(database, Clock())
        assert len(library.cards()) == 1
        with pytest.raises(DatabaseDamaged):
            library.paragraphs(1, 0, 100)


def test_a_full_check_finds_nothing_in_a_sound_file(sound: Path) -> None:
    with open_database(sound.parent) as database:
        assert database.problems() == []


def test_a_full_check_finds_a_mark_without_its_text(sound: Path) -> None:
    with closing(sqlite3.connect(sound)) as connection:
        connection.execute("UPDATE marks SET document = 77 WHERE number = 1")
        connection.commit()
    with open_database(sound.parent) as database:
        assert len(database.problems()) == 1
