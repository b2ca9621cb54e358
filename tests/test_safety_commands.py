"""``xidu backup``, ``xidu restore``, ``xidu check``: what they print and what they refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.cli import run
from reader.storage.database import FILE_NAME, open_database
from reader.storage.marks import MarkStore
from tests.storage.whole import one_of_each

Xidu = Callable[..., Any]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one of everything."""
    return one_of_each(tmp_path / "data").parent


@pytest.fixture
def xidu(data: Path, capsys: pytest.CaptureFixture[str]) -> Xidu:
    """Run a command, which must end with ``code``; give what it printed, read as JSON if it is."""

    def call(*arguments: str, code: int = 0) -> Any:
        capsys.readouterr()
        assert run(["--data", str(data), *arguments]) == code, capsys.readouterr().err
        printed = capsys.readouterr()
        if code:
            return printed.err
        return json.loads(printed.out) if "--json" in arguments else printed.out

    return call


def test_a_backup_is_made_and_listed(xidu: Xidu, data: Path) -> None:
    made = xidu("backup", "--json")
    assert made["verified"]
    assert made["marks"] == {"bookmark": 1, "highlight": 1, "note": 1}
    assert made["texts"] == 1
    assert Path(made["file"]).parent == data / "backups"
    assert xidu("backup", "--list", "--json") == [made]
    assert "note: 1\tverified\t" in xidu("backup", "--list")


def test_a_backup_goes_to_a_file(xidu: Xidu, tmp_path: Path, data: Path) -> None:
    target = tmp_path / "elsewhere" / "my library.sqlite3"
    target.parent.mkdir()
    assert xidu("backup", str(target), "--json")["file"] == str(target)
    target.rename(target.with_name(FILE_NAME))
    with open_database(target.parent) as database:
        assert [note.text for note in MarkStore(database).notes()] == ["谁？"]
    assert target.with_suffix(".jsonl").exists()
    assert not (data / "backups").exists()


def test_what_stands_in_the_way_of_a_backup_is_told(xidu: Xidu, data: Path, tmp_path: Path) -> None:
    error = xidu("backup", str(tmp_path / "absent" / "file"), code=1)
    assert error.startswith("xidu: “")
    assert "could not be written" in error
    assert xidu("backup", "x", "--list", code=2)
    (data / FILE_NAME).unlink()
    assert "There is no file" in xidu("backup", code=1)
    assert not (data / FILE_NAME).exists()


def test_a_backup_is_merged_replaced_and_taken_back(xidu: Xidu, data: Path, tmp_path: Path) -> None:
    backup = str(tmp_path / "backup.sqlite3")
    xidu("backup", backup)
    note = xidu("notes", "--json")[0]["id"]
    with open_database(data) as database, database.write() as writer:
        writer.execute("DELETE FROM marks WHERE id = ?", [note])
    xidu("notes", "add", "1", "--quote", "出席", "--text", "neu")
    told = xidu("restore", backup, "--preview", "--json")
    assert told["counts"] == {"note": {"added": 1}}
    assert [(c["how"], c["text"]) for c in told["changes"]] == [("added", "谁？")]
    assert "before" not in told
    assert len(xidu("notes", "--json")) == 1
    done = xidu("restore", backup, "--json")
    assert {**told, "before": done["before"]} == done
    assert done["before"]["kind"] == "restore"
    assert len(xidu("notes", "--json")) == 2
    told = xidu("restore", "--undo", "--json")
    assert told["counts"] == {"note": {"removed": 1}}
    assert [n["text"] for n in xidu("notes", "--json")] == ["neu"]
    assert "note added: 1\nnote removed: 1\n" in xidu("restore", backup, "--replace")
    assert [n["text"] for n in xidu("notes", "--json")] == ["谁？"]
    assert "before that, a backup was made: " in xidu("restore", "--undo")
    assert [n["text"] for n in xidu("notes", "--json")] == ["neu"]


def test_a_restore_that_cannot_be_says_why(xidu: Xidu, data: Path, tmp_path: Path) -> None:
    assert "nothing to undo" in xidu("restore", "--undo", code=1)
    assert xidu("restore", code=2)
    assert "There is no file" in xidu("restore", "absent", code=1)
    (tmp_path / "letter").write_text("不是备份", "utf-8")
    assert "is not a backup that Xidu made" in xidu("restore", str(tmp_path / "letter"), code=1)
    assert not (data / "backups").exists()


def test_a_backup_takes_the_place_of_a_damaged_library(
    xidu: Xidu, data: Path, tmp_path: Path
) -> None:
    backup = str(tmp_path / "backup.sqlite3")
    xidu("backup", backup)
    (data / FILE_NAME).write_bytes(b"damaged")
    assert "is damaged" in xidu("notes", code=1)
    assert "is damaged" in xidu("backup", code=1)
    assert "is damaged" in xidu("restore", backup, "--preview", code=1)
    told = xidu("restore", backup, "--json")
    assert Path(told["kept"]).read_bytes() == b"damaged"
    assert "谁？" in [n["text"] for n in xidu("notes", "--json")]
    assert sorted(p.name for p in data.iterdir()) == [
        "library.damaged-1.sqlite3",
        FILE_NAME,
    ]


def test_a_check_tells_what_is_sound_and_what_is_not(xidu: Xidu, data: Path) -> None:
    told = xidu("check", "--json")
    assert told == {
        "sound": True,
        "texts": 1,
        "marks": {"bookmark": 1, "highlight": 1, "note": 1},
        "backups": 0,
        "mended": [],
        "damaged": [],
    }
    assert "everything is sound" in xidu("check")
    with open_database(data) as database, database.write() as writer:
        writer.execute("UPDATE marks SET text = 'other' WHERE kind = 'bookmark'")
    assert xidu("check", code=1).startswith("xidu: Damaged and not to be made again: 1; ")


def test_a_damaged_library_is_salvaged(xidu: Xidu, data: Path) -> None:
    sound = (data / FILE_NAME).read_bytes()
    (data / FILE_NAME).write_bytes(b"damaged!" + sound[8:])
    assert "xidu restore --salvage" in xidu("check", code=1)
    told = xidu("restore", "--salvage", "--json")
    assert Path(told["kept"]).read_bytes() == b"damaged!" + sound[8:]
    assert (told["lost"], told["texts_mended"]) == ({}, [])
    assert "谁？" in [n["text"] for n in xidu("notes", "--json")]
    assert xidu("check", "--json")["sound"]
