"""The disk is full: what was saved stays, saving and deleting go on, no file is left in pieces."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.app import Program
from reader.cli import run
from reader.domain.errors import DiskFull
from reader.services.writing import write_lines
from reader.storage.connecting import make_durable
from reader.storage.database import FILE_NAME, open_database
from reader.storage.marks import MarkStore
from reader.storage.safety.folder import is_intact
from reader.storage.safety.reserve import SIZE
from tests.durability.disks import fill, small_disk
from tests.storage.whole import one_of_each
from tests.upgrades.make_frozen import ANCHOR, NOON


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 45 MB with a library of one of everything."""
    with small_disk(tmp_path / "disk", 45) as folder:
        one_of_each(folder)
        yield folder


def test_without_a_reserve_not_even_deleting_works(disk: Path) -> None:
    """What the reserve is for: this is what it is like without one."""
    fill(disk)
    with closing(sqlite3.connect(disk / FILE_NAME)) as connection:
        make_durable(connection)
        with pytest.raises(sqlite3.OperationalError, match="full"):
            connection.execute("DELETE FROM marks")


def test_with_the_reserve_saving_and_deleting_go_on(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.storage.safety.reserve._PLENTY", SIZE)
    told: list[str] = []
    with open_database(disk) as database:
        assert database.reserve.keep()
        database.reserve.released = lambda: told.append("released")
        fill(disk)
        marks = MarkStore(database)
        added = marks.add_note(1, ANCHOR, "written on a full disk " * 100, [], NOON)
        assert told == ["released"]
        marks.remove_note(added.id, NOON)
        marks.restore_note(added.id)
        assert added.id in {note.id for note in marks.notes()}
    with open_database(disk) as database:
        assert added.id in {note.id for note in MarkStore(database).notes()}
        assert database.problems() == []


def test_when_nothing_is_left_what_was_saved_is_there_and_saving_can_be_tried_again(
    disk: Path,
) -> None:
    with open_database(disk) as database:
        marks = MarkStore(database)
        before = marks.notes()
        ballast = fill(disk)
        with pytest.raises(DiskFull, match="everything saved before is safe"):
            marks.add_note(1, ANCHOR, "much " * 20_000, [], NOON)
        assert marks.notes() == before
        ballast.unlink()
        marks.add_note(1, ANCHOR, "much " * 20_000, [], NOON)
    with open_database(disk) as database:
        assert len(MarkStore(database).notes()) == len(before) + 1
        assert database.problems() == []


def test_a_backup_that_does_not_fit_leaves_the_earlier_ones(
    disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Program(disk, tmp_path / "cache") as program:
        first = program.safekeeping.back_up()
        fill(disk, 100_000)
        with pytest.raises(DiskFull):
            program.safekeeping.back_up()
        assert program.safekeeping.backups() == [first]
        assert is_intact(first.path)
        names = {path.name for path in first.path.parent.iterdir()}
        assert names == {first.path.name, first.path.with_suffix(".jsonl").name}
        target = disk / "mine.sqlite3"
        target.write_bytes(b"an earlier one")
        assert run(["--data", str(disk), "backup", str(target)]) == 1
        assert "The disk is full" in capsys.readouterr().err
        assert target.read_bytes() == b"an earlier one"


def test_a_restore_that_does_not_fit_changes_nothing(disk: Path, tmp_path: Path) -> None:
    with Program(disk, tmp_path / "cache") as program:
        made = program.safekeeping.back_up()
        program.marks.add_note(1, ANCHOR, "newer", [], NOON)
        texts = {note.text for note in program.marks.notes()}
        fill(disk, 100_000)
        with program.restore(made.path) as restore, pytest.raises(DiskFull):
            restore.carry_out("replace")
        assert {note.text for note in program.marks.notes()} == texts
        assert not list(disk.glob(".restoring-*"))
        assert program.checking().check().sound


def test_an_export_that_does_not_fit_leaves_what_was_there(disk: Path) -> None:
    target = disk / "page.html"
    target.write_text("an earlier one", "utf-8")
    fill(disk, 4096)
    for path in (target, disk / "new.html"):
        with pytest.raises(DiskFull):
            write_lines(path, ("line " * 100 for _ in range(1000)))
    assert target.read_text("utf-8") == "an earlier one"
    assert not (disk / "new.html").exists()
    assert not list(disk.glob(".*part*"))


def test_settings_stay_what_they_were(disk: Path, tmp_path: Path) -> None:
    with Program(disk, tmp_path / "cache") as program:
        program.settings.change(theme="dark")
        fill(disk)
        program.settings.change(theme="sepia")
    with Program(disk, tmp_path / "cache") as program:
        assert program.settings.values.theme == "dark"
        assert program.settings.problems == []


def test_no_reserve_is_made_when_it_would_fill_the_disk(disk: Path) -> None:
    with open_database(disk) as database:
        fill(disk, SIZE + 1_000_000)
        assert not database.reserve.keep()
        assert shutil.disk_usage(disk).free >= SIZE
