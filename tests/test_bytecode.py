"""Byte code is kept for the very source it was made from, and anything else is made anew."""

import builtins
import subprocess
import sys
import types
from pathlib import Path

import pytest

from reader.bytecode import compiled_once

SOURCE = b"answer = 42"


def compiled(file: Path, source: bytes = SOURCE, name: str = "one.py") -> int:
    with compiled_once(file):
        code = compile(source, name, "exec")
    space: dict[str, int] = {}
    exec(code, space)
    return space["answer"]


def test_the_second_time_is_answered_from_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "not made yet" / "codes"
    assert compiled(file) == 42
    original = builtins.compile

    def refuse(*_: object) -> types.CodeType:
        raise AssertionError("compiled again")

    monkeypatch.setattr(builtins, "compile", refuse)
    assert compiled(file) == 42
    monkeypatch.undo()
    assert builtins.compile is original


def test_another_source_of_the_same_name_is_compiled(tmp_path: Path) -> None:
    file = tmp_path / "codes"
    assert compiled(file) == 42
    assert compiled(file, b"answer = 43") == 43
    assert compiled(file, b"answer = 43") == 43


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "older python"])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "codes"
    compiled(file)
    data = bytearray(file.read_bytes())
    good = bytes(data)
    if damage == "flip":
        data[len(data) // 2] ^= 4
    elif damage == "older python":
        data[0] ^= 1
    file.write_bytes({"cut": good[:-3], "empty": b""}.get(damage, bytes(data)))
    assert compiled(file) == 42
    assert file.read_bytes() == good


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert compiled(tmp_path / "file" / "codes") == 42


def test_compile_is_put_back_after_an_error(tmp_path: Path) -> None:
    original = builtins.compile
    with pytest.raises(ImportError), compiled_once(tmp_path / "codes"):
        raise ImportError("no such thing")
    assert builtins.compile is original


def test_other_uses_of_compile_are_left_alone(tmp_path: Path) -> None:
    with compiled_once(tmp_path / "codes"):
        assert eval(compile("6 * 7", "two.py", "eval")) == 42
        assert isinstance(compile("x", "three.py", "exec", optimize=2), types.CodeType)
    assert not (tmp_path / "codes").exists()


def test_the_maker_of_stub_files_is_left_out_and_pyside_works(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from reader.bytecode import compiled_once\n"
        "with compiled_once(pathlib.Path(sys.argv[1])):\n"
        "    from PySide6.QtCore import QObject, QTimer\n"
        "assert 'argparse' not in sys.modules\n"
        "assert 'logging' not in sys.modules\n"
        "timer = QTimer(singleShot=True, interval=5)\n"
        "assert timer.isSingleShot()\n"
        "try:\n"
        "    timer.setInterval('soon')\n"
        "except TypeError as error:\n"  # what the signature support is for
        "    assert 'Supported signatures' in str(error)\n"
        "else:\n"
        "    raise SystemExit('no error')\n"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", script, str(tmp_path / "codes")], check=True)
