"""The full check mends what can be made again and tells what cannot; the reserve makes room."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.app import Program
from reader.domain.checking import Report
from reader.domain.errors import DiskFull
from reader.services.reference import reference_path
from reader.storage.database import FILE_NAME, open_database
from reader.storage.safety import reserve
from reader.storage.safety.reserve import SIZE, Reserve
from tests.storage.whole import one_of_each


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return one_of_each(tmp_path / "data").parent


def check(data: Path) -> Report:
    with Program(data, data.parent / "cache") as program:
        return program.checking().check()


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(statement)
        connection.commit()


def test_nothing_is_found_in_what_is_sound(data: Path) -> None:
    report = check(data)
    assert (report.findings, report.sound) == ([], True)
    assert report.marks == {"bookmark": 1, "highlight": 1, "note": 1}
    assert report.counts["documents"] == 1


def test_changed_records_are_told_and_left(data: Path) -> None:
    spoil(data / FILE_NAME, "UPDATE marks SET text = 'other' WHERE kind = 'bookmark'")
    spoil(data / FILE_NAME, "UPDATE own_terms SET headword = 'other' WHERE id = 't1'")
    for _ in range(2):
        report = check(data)
        assert not report.sound
        assert sorted((f.what, f.detail, f.mended) for f in report.findings) == [
            ("bookmark", "other", False),
            ("own_term", "other", False),
        ]


def test_an_index_without_an_entry_is_made_again(data: Path) -> None:
    """An entry is taken out of the index behind the back of SQLite, as a lost write does."""
    path = data / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'mark_place'"
        ).fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'mark_place'",
                           [sql + " WHERE kind <> 'note'"])  # fmt: skip
        connection.commit()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("REINDEX mark_place")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'mark_place'", [sql])
        connection.commit()
    report = check(data)
    assert {finding.what for finding in report.findings} == {"index"}
    assert report.sound
    assert check(data).findings == []


def test_tags_that_are_listed_wrongly_are_listed_again(data: Path) -> None:
    spoil(data / FILE_NAME, "DELETE FROM mark_tags")
    spoil(data / FILE_NAME, "INSERT INTO mark_tags VALUES ('strange', 1)")
    report = check(data)
    assert [(f.what, f.mended) for f in report.findings] == [("index", True)]
    assert check(data).findings == []


def test_a_text_is_made_again_from_its_source(data: Path) -> None:
    spoil(data / FILE_NAME, "UPDATE paragraphs SET text = 'other' WHERE ordinal = 1")
    report = check(data)
    assert [(f.what, f.id, f.mended) for f in report.findings] == [("text", "1", True)]
    with Program(data, data) as program:
        assert "省委书" in "".join(p.text for p in program.library.paragraphs(1, 0, 9))
    assert check(data).findings == []


def test_a_source_that_is_damaged_is_told(data: Path) -> None:
    spoil(data / FILE_NAME, "UPDATE sources SET data = x'00'")
    report = check(data)
    assert [(f.what, f.mended) for f in report.findings] == [("text", False)]


def test_stored_words_and_dictionary_that_are_damaged_are_removed(data: Path) -> None:
    cache = reference_path(data.parent / "cache")
    cache.parent.mkdir(parents=True)
    for path in (data / "analysis.sqlite3", cache):
        path.write_bytes(b"damaged" * 1000)
    report = check(data)
    assert [(f.what, f.mended) for f in report.findings] == [("words", True), ("dictionary", True)]
    assert not (data / "analysis.sqlite3").exists()
    assert not cache.exists()
    assert check(data).findings == []


def test_an_index_of_the_texts_that_is_damaged_is_made_again(data: Path) -> None:
    with Program(data, data.parent / "cache") as program:
        program.indexing.catch_up()
        assert program.indexing.trusted("characters") == {1}
    (data / "search" / "index.sqlite3").write_bytes(b"damaged" * 2000)
    report = check(data)
    assert [(f.what, f.id, f.mended) for f in report.findings] == [("index", "search", True)]
    with Program(data, data.parent / "cache") as program:
        program.indexing.catch_up()
        assert program.indexing.trusted("characters") == {1}


def test_settings_and_backups_are_looked_at(data: Path) -> None:
    (data / "settings.json").write_text('{"theme": 7}', "utf-8")
    with Program(data, data) as program:
        good, bad = (program.safekeeping.back_up().path for _ in range(2))
    bad.write_bytes(bad.read_bytes()[:-1] + b"\x01")
    report = check(data)
    assert [(f.what, f.id, f.mended) for f in report.findings] == [
        ("settings", "theme", True),
        ("backup", bad.name, False),
    ]
    assert report.backups == 1
    assert good.exists()


# --- the reserve --------------------------------------------------------------------------------


def test_the_reserve_takes_room_and_gives_it_back(tmp_path: Path) -> None:
    kept = Reserve(tmp_path)
    told: list[str] = []
    kept.released = lambda: told.append("released")
    assert kept.keep()
    assert kept.path.stat().st_size == SIZE
    assert kept.path.stat().st_blocks * 512 >= SIZE
    assert [path.name for path in tmp_path.iterdir()] == ["reserve"]
    kept.release_if_low()
    assert kept.path.exists()
    assert kept.release()
    assert not kept.path.exists()
    assert not kept.release()
    assert told == ["released"]


def test_no_reserve_is_made_on_a_disk_that_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, SIZE))
    assert not Reserve(tmp_path).keep()
    assert list(tmp_path.iterdir()) == []


def test_it_is_given_up_before_a_write_when_little_is_left(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_database(data) as database:
        assert database.reserve.keep()
        with database.write():
            pass
        assert database.reserve.path.exists()
        monkeypatch.setattr(reserve, "_LOW", 1 << 60)
        with database.write():
            assert not database.reserve.path.exists()


def test_it_is_given_up_when_a_write_finds_the_disk_full(data: Path) -> None:
    with open_database(data) as database:
        assert database.reserve.keep()
        with pytest.raises(DiskFull), database.write():
            raise DiskFull
        assert not database.reserve.path.exists()
