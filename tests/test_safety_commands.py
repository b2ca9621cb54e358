"""``xidu backup``, ``xidu restore``, ``xidu check``: what they print and what they refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.cli import run
from reader.storage.database import FILE_NAME, open_database
from reader.storage.marks import MarkStore
from tests.upgrades import make_frozen

Xidu = Callable[..., Any]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one of everything."""
    (tmp_path / "data").mkdir()
    return make_frozen.fill(tmp_path / "data").parent


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
