"""A library on a disk that is read-only, a newer one, a damaged one: said, kept, never emptied."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.app import Program
from reader.cli import run
from reader.domain.errors import DatabaseDamaged, DatabaseUnavailable, ReadOnly
from reader.services.safekeeping import Safekeeping
from reader.services.settings import Settings
from reader.storage.database import FILE_NAME, open_database
from reader.storage.marks import MarkStore
from tests.durability.conftest import rounds
from tests.durability.disks import make_read_only, small_disk
from tests.storage.whole import one_of_each
from tests.upgrades.make_frozen import ANCHOR, NOON

# --- 8: a disk that is read-only ----------------------------------------------------------------


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A library on a disk that nobody can write to."""
    with small_disk(tmp_path / "disk", 8) as folder:
        one_of_each(folder)
        make_read_only(folder)
        yield folder


def test_a_read_only_disk_is_read_and_says_so(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_database(closed) as database:
        assert database.read_only
        marks = MarkStore(database)
        assert [note.text for note in marks.notes()] == ["谁？"]
        with pytest.raises(ReadOnly, match="read-only, so nothing can be saved"):
            marks.add_note(1, ANCHOR, "new", [], NOON)
    for command in (["notes", "add", "1", "--quote", "出席", "--text", "x"], ["backup"], ["check"]):
        assert run(["--data", str(closed), *command]) == 1
        assert "is read-only, so nothing can be saved in it" in capsys.readouterr().err
    assert run(["--data", str(closed), "notes"]) == 0
    assert "谁？" in capsys.readouterr().out


def test_the_window_opens_on_a_read_only_disk_and_says_so(
    closed: Path, shared_cache: Path, qtbot: object
) -> None:
    from PySide6.QtWidgets import QApplication

    from reader.ui.main_window import MainWindow

    with Program(closed, shared_cache) as program:
        window = MainWindow(program)
        window.open_text(1)
        window.complete()
        assert "read-only: you can read, but not save" in window.notice.text
        window.keeping.begin()  # no backup is tried, so nothing else is said
        assert "read-only: you can read, but not save" in window.notice.text
        QApplication.processEvents()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


# --- 9: damage ----------------------------------------------------------------------------------


def flipped(data: bytes, rng: random.Random) -> bytes:
    """One bit is another one."""
    damaged = bytearray(data)
    damaged[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(damaged)


def zeroed(data: bytes, rng: random.Random) -> bytes:
    """One page is zero."""
    at = rng.randrange(len(data) // 4096) * 4096
    return data[:at] + bytes(4096) + data[at + 4096 :]


def truncated(data: bytes, rng: random.Random) -> bytes:
    """The end is missing."""
    return data[: rng.randrange(len(data))]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library of some 300 kB, mostly notes."""
    path = one_of_each(tmp_path_factory.mktemp("sound"))
    with open_database(path.parent) as database:
        marks = MarkStore(database)
        with database.write():
            for number in range(400):
                marks.add_note(1, ANCHOR, f"note {number} " * 30, ["t"], NOON)
    return path


@pytest.mark.parametrize("damage", [flipped, zeroed, truncated])
def test_damage_is_refused_or_reported_and_never_empties_a_library(
    sound: Path, tmp_path: Path, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    """Of every damage that a reader could see, opening or the full check tells."""
    data, rng = sound.read_bytes(), random.Random(9)
    with open_database(sound.parent) as database:
        whole = {note.id: note for note in MarkStore(database).notes()}
    refused = reported = harmless = 0
    for number in range(rounds(300, 25)):
        folder = tmp_path / str(number)
        folder.mkdir()
        spoilt = damage(data, rng)
        (folder / FILE_NAME).write_bytes(spoilt)
        try:
            with Program(folder, folder / "cache") as program:
                found = {note.id: note for note in program.marks.notes()}
                report = program.checking().check()
        except (DatabaseDamaged, DatabaseUnavailable):
            refused += 1
            assert (folder / FILE_NAME).read_bytes() == spoilt
            continue
        told = {finding.id for finding in report.damaged} | {f.id for f in report.mended}
        if report.findings:
            reported += 1
        else:
            harmless += 1
            assert found == whole, "a library has changed in silence"
        assert set(found) | told >= set(whole) or report.damaged
    assert refused + reported > 0
    # A flipped bit in a page that holds nothing, in padding or in a free page changes nothing.
    assert harmless <= rounds(300, 25) * (0.5 if damage is flipped else 0.1)


# --- 10: what is derived ------------------------------------------------------------------------


def test_a_damaged_dictionary_and_damaged_words_are_made_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, cache = one_of_each(tmp_path / "data").parent, tmp_path / "cache"
    monkeypatch.setenv("XIDU_CACHE", str(cache))
    assert run(["--data", str(data), "lookup", "经济"]) == 0
    good = capsys.readouterr().out
    (reference,) = cache.rglob("reference*.sqlite3")
    reference.write_bytes(reference.read_bytes()[:50_000])
    (data / "analysis.sqlite3").write_bytes(b"not a database" * 1000)
    assert run(["--data", str(data), "check"]) == 0
    told = capsys.readouterr().out
    assert "mended\tdictionary" in told
    assert "mended\twords" in told
    assert run(["--data", str(data), "lookup", "经济"]) == 0
    assert capsys.readouterr().out == good


# --- 11: a newer library ------------------------------------------------------------------------


def test_a_newer_library_is_refused_and_stays_byte_identical(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = one_of_each(tmp_path / "data")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    for command in (["notes"], ["check"], ["backup"], ["restore", str(path)]):
        assert run(["--data", str(path.parent), *command]) == 1
        assert "was written by a newer version of Xidu" in capsys.readouterr().err
    assert path.read_bytes() == before


# --- 13: the clock ------------------------------------------------------------------------------


@pytest.mark.parametrize("years", [25, -25])
def test_a_clock_that_is_decades_off_loses_no_backup_and_no_order(
    tmp_path: Path, years: int
) -> None:
    path = one_of_each(tmp_path / "data")
    now = [datetime(2026, 3, 1, 23, 30, tzinfo=UTC)]
    settings = Settings(path.parent / "settings.json")
    keeping = Safekeeping(path.parent, lambda: settings, lambda: now[0])
    for _ in range(rounds(40, 10)):
        keeping.back_up_if_due()
        now[0] += timedelta(days=1)
    before = {backup.path for backup in keeping.backups()}
    now[0] += timedelta(days=365 * years)
    for _ in range(3):
        keeping.back_up_if_due()
        now[0] += timedelta(days=1)
    now[0] -= timedelta(days=365 * years)
    last = keeping.back_up_if_due()
    after = keeping.backups()
    assert last is not None
    assert after[0].path == last.path  # ordered by number, whatever the dates say
    # Each of the four that were made since may take the place of one, as with a right clock.
    assert len(before & {backup.path for backup in after}) >= len(before) - 4
    with open_database(path.parent) as database:
        marks = MarkStore(database)
        (note,) = marks.notes()
        changed = marks.change_note(note.id, "changed", [], NOON - timedelta(days=9999))
        assert changed.changed >= changed.created
