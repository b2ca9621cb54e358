"""``kill -9`` of real processes: while they write, import, migrate, back up, and restore."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.document import Decisions
from reader.domain.errors import AlreadyOpen
from reader.lock import DataLock
from reader.storage.corrections import CorrectionStore
from reader.storage.database import FILE_NAME, open_database
from reader.storage.known_words import KnownWordStore
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.safety.folder import is_intact
from reader.storage.schema import VERSION
from tests.durability.conftest import rounds
from tests.durability.killing import killed, moments
from tests.storage.samples import Clock, document, source
from tests.storage.test_killed import CORRECTIONS, NOTES, TEXTS, WORDS
from tests.upgrades import make_frozen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")

DUMPS = Path(make_frozen.__file__).parent


# --- 1 and 2: while something is written --------------------------------------------------------


def test_every_acknowledged_note_is_there(tmp_path: Path) -> None:
    with open_database(tmp_path) as database:
        LibraryStore(database, Clock()).add(source(), document("题"), Decisions())
    acknowledged = set[str]()
    for lines, more in moments(rounds(200, 8), 6, 0.02, 1):
        acknowledged.update(killed(NOTES, tmp_path, lines, more))
        with open_database(tmp_path) as database:
            marks = MarkStore(database)
            found = marks.notes()
            assert acknowledged <= {note.id for note in found}
            assert {note.text for note in found} == {"一条笔记" * 200}
            assert marks.damaged() == []
            assert database.problems() == []
    assert len(acknowledged) >= rounds(200, 8)


def test_every_acknowledged_word_and_correction_is_there(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    words, corrections = set[str](), set[str]()
    for number, (lines, more) in enumerate(moments(rounds(100, 4), 6, 0.02, 2)):
        said = killed(WORDS, tmp_path, lines, more, str(number))
        words.update(f"{number}-{line}" for line in said)
        made = killed(CORRECTIONS, tmp_path, lines, more, str(number))
        corrections.update(line.split()[0] for line in made)
        with open_database(tmp_path) as database:
            known = KnownWordStore(database).all()
            assert words <= {word.rpartition("-")[0] for word in known}
            assert corrections <= {one.id for one in CorrectionStore(database).all()}
            assert database.problems() == []


def test_an_import_is_whole_or_has_not_been(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    begun = 0
    for number, (lines, more) in enumerate(moments(rounds(50, 3), 2, 0.3, 3)):
        begun += len(killed(TEXTS, tmp_path, lines, more, str(number)))
        with open_database(tmp_path) as database:
            library = LibraryStore(database, Clock())
            count = len(library.cards())
            assert library.damaged() == []
            assert database.row("SELECT count(*) FROM paragraphs") == (1500 * count,)
            assert database.row("SELECT count(*) FROM sources") == (count,)
            assert begun - (number + 1) <= count <= begun


# --- 3: while a library is brought up to date ---------------------------------------------------

MIGRATE = """
import os, signal, sys
from pathlib import Path
from reader.storage import connecting, opening
from reader.storage.database import open_database

left, real = int(sys.argv[2]), connecting.connect

def traced(path, mode):
    connection = real(path, mode)
    connection.execute("PRAGMA cache_size = 1")  # pages spill, so a journal is left to play back
    def count(statement):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(count)
    return connection

opening.connect = connecting.connect = traced
open_database(Path(sys.argv[1])).close()
print(int(sys.argv[2]) - left)
"""


def migrate(folder: Path, after: int) -> int | None:
    """Migrate in a process that is killed before statement ``after``; how many there were."""
    done = subprocess.run(
        [sys.executable, "-c", MIGRATE, str(folder), str(after)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return None if done.returncode else int(done.stdout)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_each_migration_leaves_the_old_schema_or_the_new(tmp_path: Path, version: int) -> None:
    """Up to the present version, so that the last run passes every step from this one on."""
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    with closing(sqlite3.connect(frozen / FILE_NAME)) as connection:
        connection.executescript((DUMPS / f"library-{version}.sql").read_text("utf-8"))

    def begin(name: str) -> Path:
        shutil.copytree(frozen, tmp_path / name)
        return tmp_path / name

    total = migrate(begin("whole"), 1 << 30)
    assert total is not None
    points = rounds(50, 4)
    versions = set()
    for point in range(points):
        folder = begin(f"at-{point}")
        assert migrate(folder, 1 + point * (total - 1) // points) is None
        with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
            versions.add(connection.execute("PRAGMA user_version").fetchone()[0])
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with open_database(folder) as database:  # whatever was left can be finished
            assert "谁？" in {note.text for note in MarkStore(database).notes()}
            assert MarkStore(database).damaged() == []
            assert database.problems() == []
    assert version in versions
    assert versions <= set(range(version, VERSION + 1))


# --- 4: while backups are made and removed ------------------------------------------------------

BACKUPS = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from reader.storage.safety.folder import BackupFolder
folder, begin = Path(sys.argv[1]), int(sys.argv[2])
day = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=begin)]
backups = BackupFolder(folder / "backups", lambda: day[0])
while True:
    backups.make(folder / "library.sqlite3", "daily")
    print(day[0], flush=True)
    day[0] += timedelta(days=3)
"""


def test_a_verified_backup_always_exists(tmp_path: Path) -> None:
    make_frozen.fill(tmp_path)
    folder, day, most = tmp_path / "backups", 0, 0
    for lines, more in moments(rounds(60, 5), 9, 0.05, 4):
        day += 3 * len(killed(BACKUPS, tmp_path, lines, more, str(day)))
        proved = [path for path in folder.glob("*.sqlite3") if is_intact(path)]
        assert proved
        most = max(most, len(proved))
        for path in proved:
            with closing(sqlite3.connect(path)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    # Those that are no longer needed go; what attempts have left goes with the next one.
    assert 5 <= most <= 7 + 4 + 12
    assert len(list(folder.iterdir())) <= 2 * most + 6


# --- 5: while a backup is restored --------------------------------------------------------------

RESTORE = """
import sys
from pathlib import Path
from reader.app import Program
folder = Path(sys.argv[1])
with Program(folder, folder / "cache") as program:
    for number in range(10**9):
        for name in ("more", "fewer"):
            with program.restore(folder.parent / f"{name}.sqlite3") as restore:
                restore.carry_out("replace")
            print(name, flush=True)
"""


def test_a_restore_is_whole_or_has_not_been_and_can_be_done_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    path = make_frozen.fill(data)
    with open_database(data) as database:
        fewer = len(MarkStore(database).notes())
        shutil.copyfile(path, tmp_path / "fewer.sqlite3")
        marks = MarkStore(database)
        for _ in range(200):
            marks.add_note(1, make_frozen.ANCHOR, "more " * 100, [], make_frozen.NOON)
    shutil.copyfile(path, tmp_path / "more.sqlite3")
    expected = {"more": fewer + 200, "fewer": fewer}
    for lines, more in moments(rounds(60, 5), 3, 0.3, 5):
        said = killed(RESTORE, data, lines, more)
        other = {"more": "fewer", "fewer": "more"}[said[-1]]
        with open_database(data) as database:
            assert database.problems() == []
            assert MarkStore(database).damaged() == []
            found = len(MarkStore(database).notes())
        # What was restored last, or what was being restored.
        assert found in {expected[said[-1]], expected[other]}
        assert any(is_intact(one) for one in (data / "backups").glob("*.sqlite3"))
    killed(RESTORE, data, 1, 0)
    left = [one.name for one in data.iterdir() if one.name.startswith(".restoring")]
    assert len(left) <= 1  # the next restore sweeps away what the last has left


# --- 12: the lock -------------------------------------------------------------------------------

HOLD = """
import sys, time
from pathlib import Path
from reader.lock import DataLock
lock = DataLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_start_says_why_not_and_the_lock_is_free_after_a_kill(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyOpen):
            DataLock(tmp_path).acquire()
        command = [sys.executable, "-m", "reader", "--data", str(tmp_path), "check"]
        second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert second.returncode == 1
        assert second.stderr.startswith("xidu: Xidu is already open with the library in ")
        os.kill(holder.pid, signal.SIGKILL)
    lock = DataLock(tmp_path)
    lock.acquire()
    lock.release()
