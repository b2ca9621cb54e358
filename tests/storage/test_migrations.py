"""Bringing a library up to date: a verified copy first, then all of a step or nothing of it.

The step tried here is made up; those of released versions are in ``tests/upgrades``.
"""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as Writer
from sqlite_utils.migrations import Migrations

from reader.domain.errors import DatabaseDamaged
from reader.storage import migrations
from reader.storage.database import FILE_NAME, open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.schema import VERSION, Plan
from tests.storage import next_version
from tests.storage.next_version import NEXT, PLAN, next_steps
from tests.storage.samples import ANCHOR, DECISIONS, NOON, Clock, Entropy, document, source

COPY = "library.before-next_step.sqlite3"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A closed library of the present version with 30 notes."""
    with open_database(tmp_path) as database:
        page = LibraryStore(database, Clock()).add(source(), document(), DECISIONS)
        marks = MarkStore(database, Entropy())
        for number in range(30):
            marks.add_note(page, ANCHOR, f"note {number}", [], NOON)
    return tmp_path


def state(path: Path) -> tuple[int, str, bool, bool]:
    """Version, integrity, whether the step's table is there, whether its column is."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        columns = {row[1] for row in connection.execute("PRAGMA table_info(marks)")}
    return version, integrity, "reviews" in tables, "weight" in columns


def test_an_old_library_is_copied_and_brought_up_to_date(old: Path) -> None:
    with open_database(old, PLAN) as database:
        assert database.row("SELECT count(*) FROM reviews") == (30,)
        assert len(MarkStore(database).notes()) == 30
        assert MarkStore(database).damaged() == []
    assert state(old / FILE_NAME) == (NEXT, "ok", True, True)
    assert state(old / COPY) == (VERSION, "ok", False, False)
    assert sorted(path.name for path in old.iterdir()) == sorted([FILE_NAME, COPY])


def test_the_copy_is_a_library_of_the_old_version(old: Path) -> None:
    open_database(old, PLAN).close()
    elsewhere = old / "elsewhere"
    elsewhere.mkdir()
    (old / COPY).rename(elsewhere / FILE_NAME)
    with open_database(elsewhere) as database:
        assert len(MarkStore(database).notes()) == 30


def test_an_up_to_date_library_is_not_copied(old: Path) -> None:
    open_database(old).close()
    assert [path.name for path in old.iterdir()] == [FILE_NAME]


def test_a_step_that_fails_changes_nothing(old: Path) -> None:
    steps = Migrations("library")
    for step in next_steps()._migrations[:-1]:
        steps(name=step.name)(step.fn)

    @steps(name="failing")
    def fail(db: Writer) -> None:
        migrations.run(db, NEXT, "CREATE TABLE half (id)", "INSERT INTO absent VALUES (1)")

    with pytest.raises(DatabaseDamaged):
        open_database(old, Plan(NEXT, PLAN.tables, lambda: steps))
    assert state(old / FILE_NAME) == (VERSION, "ok", False, False)


CRASH = """
import os, sqlite3, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from {module} import PLAN
from reader.storage import connecting, opening
from reader.storage.database import open_database
from reader.storage.schema import LIBRARY

left = int(sys.argv[2])
real = connecting.connect

def traced(path, mode):
    connection = real(path, mode)
    connection.execute("PRAGMA cache_size = 1")  # pages spill, so a journal is left to play back
    def count(statement):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
    connection.set_trace_callback(count)
    return connection

opening.connect = connecting.connect = traced
open_database(Path(sys.argv[1]), {plan}).close()
"""


def crash(folder: Path, after: int, plan: str) -> bool:
    """Open ``folder`` in a process that dies before statement ``after``; tell whether it died."""
    module = next_version.__name__
    root = Path(__file__).parents[module.count(".")]
    code = CRASH.format(module=module, plan=plan)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(after), str(root)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 9), done.stderr.decode()
    return done.returncode == 9


def test_killed_while_migrating_the_schema_is_old_or_new(old: Path) -> None:
    data = (old / FILE_NAME).read_bytes()
    seen, journals, after, died = set(), 0, 1, True
    while died:
        (old / FILE_NAME).write_bytes(data)
        died = crash(old, after, "PLAN")
        journals += (old / f"{FILE_NAME}-journal").exists()
        seen.add(state(old / FILE_NAME))
        with open_database(old, PLAN) as database:  # whatever was left can be finished
            assert len(MarkStore(database).notes()) == 30
        after += 4
    assert journals
    assert seen == {(VERSION, "ok", False, False), (NEXT, "ok", True, True)}


def test_killed_while_creating_there_is_no_library_or_a_whole_one(tmp_path: Path) -> None:
    outcomes, after, died = set(), 1, True
    while died:
        folder = tmp_path / str(after)
        died = crash(folder, after, "LIBRARY")
        outcomes.add((folder / FILE_NAME).exists())
        with open_database(folder) as database:
            assert database.problems() == []
            assert LibraryStore(database, Clock()).cards() == []
        after += 7
    assert outcomes == {False, True}
