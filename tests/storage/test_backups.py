"""Backups: verified before they count, readable by people, rotated by count."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.backups import BY_HAND, DAILY, Backup
from reader.domain.errors import BackupNotWhole
from reader.storage.connecting import connect
from reader.storage.database import FILE_NAME, open_database
from reader.storage.marks import MarkStore
from reader.storage.safety import copying, proofs
from reader.storage.safety.folder import BackupFolder, is_intact, readable_of
from reader.storage.schema import TABLES
from tests.storage.samples import ANCHOR, NOON
from tests.storage.whole import one_of_each
from tests.upgrades import make_frozen


class Days:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A closed library with one of everything."""
    return one_of_each(tmp_path / "data")


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def backups(library: Path, days: Days) -> BackupFolder:
    return BackupFolder(library.parent / "backups", days, lambda: ['{"record":"setting"}'])


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in readable_of(path).read_text("utf-8").splitlines()]


def test_a_backup_has_everything_and_says_so(library: Path, backups: BackupFolder) -> None:
    made = backups.make(library, BY_HAND)
    assert made.path.name == "library-000001-2026-07-04-hand.sqlite3"
    assert rows(made.path) == rows(library)
    assert (made.verified, made.damaged, made.made) == (True, 0, NOON)
    assert made.marks == {"bookmark": 1, "highlight": 1, "note": 1}
    assert made.counts["marks"] == 4
    assert made.size == made.path.stat().st_size
    assert is_intact(made.path)
    assert backups.list() == [made]


def test_its_lines_can_be_read_by_people(library: Path, backups: BackupFolder) -> None:
    header, setting, *rest = records(backups.make(library, DAILY).path)
    assert (header["record"], header["marks"]) == (
        "backup",
        {"bookmark": 1, "highlight": 1, "note": 1},
    )
    assert setting == {"record": "setting"}
    found: dict[object, list[dict[str, object]]] = {}
    for record in rest:
        found.setdefault(record["record"], []).append(record)
    (document,) = found["document"]
    assert (document["title"], document["name"]) == ("人民日报", "page.md")
    assert len(str(document["sha256"])) == 64
    note = next(mark for mark in found["mark"] if mark["kind"] == "note" and not mark["deleted"])
    assert (note["text"], note["tags"], note["quote"]) == ("谁？", ["人", "a,b"], "𠮷长星")
    assert "digest" not in note
    assert {correction["quote"] for correction in found["correction"]} == {
        "书记𠮷长星",
        "𠮷长星",
        "座谈会",
    }
    assert len(found["own_term"]) == 2
    assert len(found["own_glossary"]) == 2
    assert len(found["known_word"]) == 2
    assert len(found["position"]) == 1


def test_what_sqlite_cannot_write_as_json_is_written_all_the_same(
    library: Path, backups: BackupFolder
) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE marks SET text = CAST(x'ff41' AS TEXT) WHERE kind = 'note'")
        connection.execute("UPDATE marks SET text = x'fe42' WHERE kind = 'bookmark'")
        connection.commit()
    made = backups.make(library, DAILY)
    marks = [record for record in records(made.path) if record["record"] == "mark"]
    assert len(marks) == 4
    assert {mark["text"] for mark in marks} == {"\ufffdA", "\ufffdB", ""}
    assert made.damaged == 3  # two notes, one of them in the bin, and the bookmark


def test_every_row_is_proved_as_the_module_of_its_table_does(library: Path) -> None:
    digests = {table for table, columns in TABLES.items() if "digest" in columns}
    assert set(proofs.proved_tables()) == digests - {"documents"}
    with closing(connect(library, "rw")) as connection:
        assert list(proofs.unsound(connection)) == []
        for table, columns in proofs.proved_tables().items():
            rows = list(proofs.rows_of(connection, table, (*columns, "digest")))
            for row in rows:
                told = dict(zip((*columns, "digest"), row, strict=True))
                assert proofs.is_sound(table, told)
                assert not proofs.is_sound(table, {**told, columns[0]: "x"})
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(f"UPDATE {table} SET {columns[0]} = {columns[0]} || 'x'")
            found = {one.table: 0 for one in proofs.unsound(connection)}
            assert (table in found) == bool(rows)


def test_a_copy_that_does_not_read_back_is_no_backup(
    library: Path, backups: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = backups.make(library, DAILY)
    real = copying.copy

    def failing(source: Path, target: Path) -> None:
        real(source, target)
        data = bytearray(target.read_bytes())
        data[4096:8192] = bytes(4096)
        target.write_bytes(data)

    monkeypatch.setattr("reader.storage.safety.folder.copy", failing)
    with pytest.raises(BackupNotWhole):
        backups.make(library, DAILY)
    assert backups.list() == [first]
    assert len(list(backups.folder.iterdir())) == 2


def test_a_library_in_use_is_copied_with_what_was_written_meanwhile(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two steps of the copy another connection writes; the copy has both or neither."""
    monkeypatch.setattr(copying, "_STEP", 1)
    with open_database(library.parent) as database:
        marks = MarkStore(database)
        for number in range(20):
            marks.add_note(1, ANCHOR, f"note {number}" * 500, [], NOON)
        copying.copy(library, tmp_path / "copy")
        assert rows(tmp_path / "copy") == rows(library)
    assert copying.proved(tmp_path / "copy").damaged == 0


def test_a_backup_of_a_damaged_library_removes_no_other(
    library: Path, backups: BackupFolder, days: Days
) -> None:
    sound = [_next_day(backups, library, days) for _ in range(7)]
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE marks SET text = 'changed' WHERE kind = 'note'")
        connection.commit()
    damaged = [_next_day(backups, library, days) for _ in range(20)]
    assert {backup.damaged for backup in damaged} == {2}
    assert {backup.path for backup in backups.list()} >= {backup.path for backup in sound}


def _next_day(backups: BackupFolder, library: Path, days: Days) -> Backup:
    days.now += timedelta(days=1)
    return backups.make(library, DAILY)


def test_what_an_attempt_left_is_swept_away(library: Path, backups: BackupFolder) -> None:
    backups.folder.mkdir()
    dead = backups.folder / ".library-000009-2026-07-04-daily.sqlite3.part-999999999"
    unproved = backups.folder / "library-000001-2026-07-04-daily.sqlite3"
    mine = backups.folder / "letter.txt"
    for path in (dead, unproved, mine):
        path.write_bytes(b"x")
    assert [backup.verified for backup in backups.list()] == [False]
    made = backups.make(library, DAILY)
    assert not dead.exists()
    assert mine.exists()
    assert backups.list() == [made]


def test_a_backup_whose_bits_flip_is_known(library: Path, backups: BackupFolder) -> None:
    made = backups.make(library, DAILY)
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 1
    made.path.write_bytes(data)
    assert not is_intact(made.path)


def test_an_old_library_is_backed_up_as_it_is(tmp_path: Path, backups: BackupFolder) -> None:
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        dump = Path(make_frozen.__file__).with_name("library-1.sql")
        connection.executescript(dump.read_text("utf-8"))
    made = backups.make(path, "update")
    assert made.verified
    assert made.marks == {"bookmark": 1, "note": 1}
    assert made.counts["documents"] == 1


def test_an_empty_library_too(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    made = BackupFolder(tmp_path / "backups", lambda: datetime.now(UTC)).make(
        tmp_path / FILE_NAME, DAILY
    )
    assert (made.verified, made.marks) == (True, {})
