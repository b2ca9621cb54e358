"""A library that may only be read is read; a disk that is full keeps what it has.

The system refuses nothing to root, so the first part runs as another user.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.errors import DiskFull, ReadOnly
from reader.storage.database import FILE_NAME, Database, open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from tests.storage.next_version import PLAN
from tests.storage.samples import ANCHOR, DECISIONS, NOON, Clock, document, source

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are other there")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with open_database(folder) as database:
        LibraryStore(database, Clock()).add(source(), document(), DECISIONS)
    return folder


ASK = """
import os, sys
from pathlib import Path
from reader.domain.errors import XiduError
from reader.storage.database import open_database
from reader.storage.library import LibraryStore
import reader.storage.migrations
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    with open_database(Path(sys.argv[1])) as database:
        library = LibraryStore(database, None)
        print(database.read_only, len(library.cards()), library.paragraphs(1, 0, 1)[0].text)
        with database.write():
            print("wrote")
except XiduError as error:
    print(type(error).__name__)
"""


def ask_as_nobody(folder: Path) -> list[str]:
    """Read and try to write in ``folder`` without root's rights; return what was printed."""
    below = Path(tempfile.gettempdir()).resolve()
    for parent in folder.resolve().parents:
        if parent.is_relative_to(below) and parent != below:  # pytest closes its folders
            parent.chmod(parent.stat().st_mode | 0o011)
        elif not parent.stat().st_mode & 0o001:
            pytest.skip(f"other users cannot enter {parent}")
    command = [sys.executable, "-c", ASK, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def closed(filled: Path) -> Iterator[Path]:
    """The folder and its file without the right to write, for anyone."""
    (filled / FILE_NAME).chmod(0o444)
    filled.chmod(0o555)
    yield filled
    filled.chmod(0o755)


def test_a_closed_folder_is_read_and_not_written(closed: Path) -> None:
    before = (closed / FILE_NAME).read_bytes()
    assert ask_as_nobody(closed) == ["True 1 座谈会在京召开", "ReadOnly"]
    assert (closed / FILE_NAME).read_bytes() == before
    assert [path.name for path in closed.iterdir()] == [FILE_NAME]


def test_a_file_that_may_not_be_read_says_so(filled: Path) -> None:
    (filled / FILE_NAME).chmod(0o000)
    assert ask_as_nobody(filled) == ["DatabaseUnavailable"]


def test_nothing_is_made_in_a_closed_folder(closed: Path) -> None:
    closed.chmod(0o755)
    (closed / FILE_NAME).unlink()
    closed.chmod(0o555)
    assert ask_as_nobody(closed) == ["ReadOnly"]
    assert ask_as_nobody(closed / "inner") == ["ReadOnly"]
    assert list(closed.iterdir()) == []


def test_an_interrupted_change_in_a_closed_folder_is_told(closed: Path) -> None:
    closed.chmod(0o755)
    interrupt(closed / FILE_NAME)
    closed.chmod(0o555)
    assert ask_as_nobody(closed) == ["DatabaseUnavailable"]


def interrupt(path: Path) -> None:
    """Leave a change half written, with the journal that undoes it."""
    path.chmod(0o644)
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('PRAGMA cache_size = 1');"
        "c.execute('CREATE TABLE big (x)');"
        "c.executemany('INSERT INTO big VALUES (?)', [('x' * 3000,)] * 99); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    path.chmod(0o444)
    assert path.with_name(path.name + "-journal").stat().st_size


@pytest.fixture
def read_only(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The library as the system's own word makes it: not writable."""
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with open_database(filled) as database:
        yield database


def test_every_write_says_read_only(read_only: Database) -> None:
    library, marks = LibraryStore(read_only, Clock()), MarkStore(read_only)
    for write in (
        lambda: library.set_position(1, 0, 0.0),
        lambda: library.add(source("new"), document(), DECISIONS),
        lambda: library.replace(1, document("x"), DECISIONS),
        lambda: marks.add_note(1, ANCHOR, "", [], NOON),
        lambda: marks.purge(NOON),
    ):
        with pytest.raises(ReadOnly):
            write()


def test_a_text_that_is_there_is_found_without_writing(read_only: Database) -> None:
    assert LibraryStore(read_only, Clock()).add(source(), document(), DECISIONS) == 1


def test_an_old_library_that_may_not_be_written_says_so(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (filled / FILE_NAME).read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(ReadOnly):
        open_database(filled, PLAN)
    assert (filled / FILE_NAME).read_bytes() == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 kB."""
    folder = tmp_path / "small"
    folder.mkdir()
    if shutil.which("mount") is None or os.getuid() != 0:
        pytest.skip("needs root to mount a small disk; a page limit stands in for it elsewhere")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount; a page limit stands in for it elsewhere")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path, left: int) -> None:
    """Leave ``left`` bytes of the disk."""
    free = shutil.disk_usage(folder).free
    (folder / "ballast").write_bytes(bytes(max(0, free - left)))


def test_a_full_disk_keeps_what_was_saved(small_disk: Path) -> None:
    with open_database(small_disk) as database:
        page = LibraryStore(database, Clock()).add(source(), document(), DECISIONS)
        marks = MarkStore(database)
        kept = marks.add_note(page, ANCHOR, "first", [], NOON)
        fill(small_disk, 0)
        with pytest.raises(DiskFull):
            marks.add_note(page, ANCHOR, "much" * 5000, [], NOON)
        assert marks.notes() == [kept]
        (small_disk / "ballast").unlink()
        again = marks.add_note(page, ANCHOR, "much" * 5000, [], NOON)
    with open_database(small_disk) as database:
        # Of the same place and the same moment: in either order.
        assert sorted(MarkStore(database).notes(), key=lambda n: n.id) == sorted(
            [kept, again], key=lambda n: n.id
        )
        assert database.problems() == []


def test_no_library_is_begun_on_a_full_disk(small_disk: Path) -> None:
    fill(small_disk, 8192)
    with pytest.raises(DiskFull):
        open_database(small_disk)
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_no_library_is_migrated_without_room_for_the_copy(small_disk: Path) -> None:
    open_database(small_disk).close()
    before = (small_disk / FILE_NAME).read_bytes()
    fill(small_disk, 8192)
    with pytest.raises(DiskFull):
        open_database(small_disk, PLAN)
    assert (small_disk / FILE_NAME).read_bytes() == before
    assert sorted(path.name for path in small_disk.iterdir()) == ["ballast", FILE_NAME]
