"""The power fails: what was acknowledged is there, and nothing is half there.

See :mod:`tests.durability.powercut` for what a disk may then hold. The last test shows that the
simulation can find a loss: with settings that many programs use it does.
"""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.document import Decisions
from reader.storage.database import FILE_NAME, open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.safety.folder import is_intact
from tests.durability.conftest import rounds
from tests.durability.powercut import Disk, Event, can_record, record
from tests.storage.samples import Clock, document, source
from tests.upgrades import make_frozen

pytestmark = pytest.mark.skipif(bool(can_record()), reason=can_record() or "recorded")

NOTES = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.domain.marks import Anchor
from reader.domain.places import Span
from reader.storage.database import open_database
from reader.storage.marks import MarkStore
database = open_database(Path(sys.argv[1]))
if sys.argv[3:]:
    database._connection.execute("PRAGMA journal_mode = WAL")
    database._connection.execute("PRAGMA synchronous = NORMAL")
marks, now = MarkStore(database), datetime.now(UTC)
anchor = Anchor(Span(0, 0, 1), "座", "", "")
for number in range(int(sys.argv[2])):
    note = marks.add_note(1, anchor, f"note {number} " * 200, ["t"], now)
    print("added", note.id, flush=True)
    if number % 3 == 1:
        marks.change_note(note.id, f"changed {number} " * 300, ["u"], now)
        print("changed", note.id, flush=True)
    if number % 5 == 2:
        marks.remove_note(note.id, now)
        print("removed", note.id, flush=True)
"""

RESTORE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.app import Program
program = Program(Path(sys.argv[1]), Path(sys.argv[1]) / "cache")
program.safekeeping.back_up()
print("backed up", flush=True)
note = program.marks.notes()[0]
program.marks.change_note(note.id, "newer", [], datetime.now(UTC))
print("newer", flush=True)
with program.restore(program.safekeeping.backups()[0].path) as restore:
    restore.carry_out("replace")
    print("older", flush=True)
with program.restore(program.safekeeping.backups()[0].path) as restore:
    restore.carry_out("merge")
    print("newer", flush=True)
"""

MIGRATE = """
import sys
from pathlib import Path
from reader.storage.database import open_database
open_database(Path(sys.argv[1]))
print("open", flush=True)
"""


def cuts(
    start: Path, events: list[Event], count: int, seed: int = 1
) -> Iterator[tuple[Path, list[str]]]:
    """Folders as they may be found after ``count`` power cuts, and what had been said before."""
    rng = random.Random(seed)
    first = next(at for at, event in enumerate(events) if event.what != "say")
    moments = sorted(rng.randrange(first, len(events) + 1) for _ in range(count - 1))
    moments.append(len(events))
    disk, said, at = Disk(start), b"", 0
    for number, moment in enumerate(moments):
        while at < moment:
            event = events[at]
            said += event.data if event.what == "say" else b""
            disk.do(event)
            at += 1
        found = start.with_name(f"cut-{number}")
        disk.after_a_cut(found, rng)
        yield (
            found,
            said.decode().splitlines() if said.endswith(b"\n") else said.decode().splitlines()[:-1],
        )
        shutil.rmtree(found)


@pytest.fixture
def recorded(tmp_path: Path) -> Callable[..., tuple[Path, list[Event]]]:
    """Runs code on a copy of a folder; gives the folder as it was, and what was done."""

    def run(start: Path, code: str, *arguments: str) -> tuple[Path, list[Event]]:
        worked_on = tmp_path / "worked-on"
        shutil.copytree(start, worked_on)
        return start, record(code, worked_on, *arguments)

    return run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with a library that has one text."""
    folder = tmp_path / "start"
    with open_database(folder) as database:
        LibraryStore(database, Clock()).add(source(), document(), Decisions())
    return folder


def lost(folder: Path, said: list[str]) -> list[str]:
    """What was acknowledged and is not there; anything else that is wrong fails."""
    with open_database(folder) as database:
        assert database.problems() == []
        marks = MarkStore(database)
        assert marks.damaged() == []
        notes = {note.id: note.text for note in marks.notes()}
        bin_ = {mark.id for mark, _ in marks.removed()}
    gone = []
    state = {line.split()[1]: line.split()[0] for line in said}
    for identifier, what in state.items():
        there = (
            identifier in bin_ if what == "removed" else identifier in notes | dict.fromkeys(bin_)
        )
        if what == "changed" and identifier in notes:
            there = notes[identifier].startswith("changed")
        if not there:
            gone.append(f"{what} {identifier}")
    return gone


def test_no_acknowledged_note_is_lost(
    library: Path, recorded: Callable[..., tuple[Path, list[Event]]]
) -> None:
    start, events = recorded(library, NOTES, "30")
    acknowledged = 0
    for folder, said in cuts(start, events, rounds(600, 60)):
        assert lost(folder, said) == []
        acknowledged += len(said)
    assert acknowledged > rounds(600, 60) * 10


def test_the_simulation_finds_losses_where_there_are_some(
    library: Path, recorded: Callable[..., tuple[Path, list[Event]]]
) -> None:
    """With a write-ahead log and ``synchronous=NORMAL`` a commit may be lost (SQLite says so)."""
    start, events = recorded(library, NOTES, "30", "wal")
    losses = sum(bool(lost(folder, said)) for folder, said in cuts(start, events, 30))
    assert losses > 5


def test_a_backup_and_a_restore_are_whole_or_have_not_been(
    tmp_path: Path, recorded: Callable[..., tuple[Path, list[Event]]]
) -> None:
    (tmp_path / "start").mkdir()
    make_frozen.fill(tmp_path / "start")
    with open_database(tmp_path / "start") as database:
        older = MarkStore(database).notes()[0].text
    start, events = recorded(tmp_path / "start", RESTORE)
    allowed = {"": {older}, "backed up": {older, "newer"}, "newer": {older, "newer"}}
    found = set()
    for folder, said in cuts(start, events, rounds(600, 60)):
        last = said[-1] if said else ""
        with open_database(folder) as database:
            assert database.problems() == []
            marks = MarkStore(database)
            assert marks.damaged() == []
            text = marks.notes()[0].text
        # What was said last is there, or what was being done has been done.
        assert text in allowed.get(last, {older, "newer"})
        found.add((last, text))
        if last == "newer" and len(said) == 4:
            assert text == "newer"
        if said:
            backups = list((folder / "backups").glob("*.sqlite3"))
            assert any(is_intact(path) for path in backups)
        else:
            assert text == older
    assert {("backed up", older), ("newer", "newer")} <= found


@pytest.mark.parametrize("version", [1, 4])
def test_a_migration_is_whole_or_has_not_been(
    tmp_path: Path, recorded: Callable[..., tuple[Path, list[Event]]], version: int
) -> None:
    start = tmp_path / "start"
    start.mkdir()
    with closing(sqlite3.connect(start / FILE_NAME)) as connection:
        dump = Path(make_frozen.__file__).with_name(f"library-{version}.sql")
        connection.executescript(dump.read_text("utf-8"))
    start, events = recorded(start, MIGRATE)
    for folder, _ in cuts(start, events, rounds(300, 30)):
        with open_database(folder) as database:
            assert database.problems() == []
            assert MarkStore(database).notes()[0].text == "谁？"
            assert MarkStore(database).damaged() == []


def test_a_new_library_is_whole_or_not_there(
    tmp_path: Path, recorded: Callable[..., tuple[Path, list[Event]]]
) -> None:
    (tmp_path / "start").mkdir()
    start, events = recorded(tmp_path / "start", MIGRATE)
    outcomes = set()
    for folder, said in cuts(start, events, rounds(300, 30)):
        outcomes.add((folder / FILE_NAME).exists())
        assert (folder / FILE_NAME).exists() or not said
        with open_database(folder) as database:
            assert database.problems() == []
    assert outcomes == {False, True}
