"""A file is written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.errors import DiskFull, FileUnwritable, XiduError
from reader.services.writing import file_stem, replacing, write_lines


def test_a_file_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    target = tmp_path / "p.html"
    target.write_text("earlier", encoding="utf-8")
    write_lines(target, ["一", "\ud800"])
    assert target.read_text(encoding="utf-8") == "一\n?\n"
    assert [f.name for f in tmp_path.iterdir()] == ["p.html"]


@pytest.mark.parametrize(
    ("number", "told"), [(errno.ENOSPC, DiskFull), (errno.EIO, FileUnwritable)]
)
def test_a_failure_in_the_middle_leaves_the_earlier_file(
    tmp_path: Path, number: int, told: type[XiduError]
) -> None:
    target = tmp_path / "p.html"
    target.write_text("earlier", encoding="utf-8")

    def lines() -> Iterator[str]:
        yield "x" * 100_000
        raise OSError(number, os.strerror(number))

    with pytest.raises(told):
        write_lines(target, lines())
    assert target.read_text(encoding="utf-8") == "earlier"
    assert [f.name for f in tmp_path.iterdir()] == ["p.html"]


def _give_up(target: Path) -> None:
    with replacing(target) as path:
        path.write_text("half", encoding="utf-8")
        raise KeyboardInterrupt


def test_giving_up_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _give_up(tmp_path / "p")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "no/such/folder/p.html"])
def test_a_place_that_takes_no_file_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnwritable, match="could not be written"):
        write_lines(tmp_path / name, ["x"])
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("earlier", encoding="utf-8")
    link.symlink_to(real)
    write_lines(link, ["new"])
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new\n"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("第1章 江", "第1章 江"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("..", "xidu"),
        ("", "xidu"),
        ("\u202egnp.exe\n", "gnp.exe"),
        ("长" * 200, "长" * 60),
        ("CON", "CON_"),
        ("nul", "nul_"),
        ("con.md", "con.md"),
        ("[[x]]#^|", "x"),
        ("\ud800x", "x"),
    ],
)
def test_a_title_becomes_the_name_of_a_file(title: str, stem: str) -> None:
    assert file_stem(title) == stem
