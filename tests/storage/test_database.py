"""The connection: its settings, its transactions, and that reading stays cheap."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.document import Decisions
from reader.domain.errors import DatabaseUnavailable, DiskFull
from reader.storage import connecting, schema
from reader.storage.database import FILE_NAME, Database, open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.migrations import library as migrations
from tests.storage.samples import ANCHOR, NOON, Clock, document, source


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("application_id", schema.APPLICATION_ID),
        ("user_version", schema.VERSION),
    ],
)
def test_settings(database: Database, pragma: str, value: object) -> None:
    assert database.row(f"PRAGMA {pragma}") == (value,)


def test_the_schema_that_opening_expects_is_the_one_the_migrations_make(
    database: Database,
) -> None:
    tables = {
        name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE sql NOT NULL")
    }
    for table, columns in schema.TABLES.items():
        found = database.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", [table])
        assert tuple(name for (name,) in found) == columns
        assert table in tables
    with database.write() as writer:
        applied = migrations.applied(writer)
    assert len(applied) == schema.VERSION


def test_a_failed_write_leaves_nothing(database: Database, page: int) -> None:
    def half() -> None:
        with database.write() as writer:
            writer.execute("DELETE FROM repairs")
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError):
        half()
    assert database.row("SELECT count(*) FROM repairs") == (1,)


def test_a_write_holds_the_file_from_its_beginning(database: Database) -> None:
    with (
        closing(sqlite3.connect(database.path, timeout=0)) as other,
        database.write(),
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_a_file_in_use_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_WAIT", 0.0)
    with (
        open_database(tmp_path) as database,
        closing(sqlite3.connect(tmp_path / FILE_NAME)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseUnavailable, match="another program"):
            LibraryStore(database, Clock()).add(source(), document(), Decisions())
        other.rollback()
        assert LibraryStore(database, Clock()).cards() == []


def test_mistakes_of_ours_are_not_dressed_up(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.rows("SELECT * FROM absent")


def test_a_full_disk_loses_nothing_that_was_saved(
    database: Database, marks: MarkStore, page: int
) -> None:
    kept = marks.add_note(page, ANCHOR, "first", [], NOON)
    (pages,) = database.row("PRAGMA page_count") or (0,)
    database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        marks.add_note(page, ANCHOR, "much" * 5000, [], NOON)
    assert marks.notes() == [kept]
    database.rows("PRAGMA max_page_count = 100000")
    again = marks.add_note(page, ANCHOR, "much" * 5000, [], NOON)
    assert marks.notes() == [kept, again]
    assert database.problems() == []


def test_many_threads_share_it(database: Database, page: int) -> None:
    library, marks = LibraryStore(database, Clock()), MarkStore(database)

    def work(number: int) -> int:
        if number % 2:
            marks.add_note(page, ANCHOR, str(number), [], NOON)
        return len(library.paragraphs(page, 0, 3)) + len(marks.notes()) * 0

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(80))) == {3}
    assert {note.text for note in marks.notes()} == {str(n) for n in range(1, 80, 2)}


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as writer:
        writer.execute("CREATE TABLE kept (x)")
    database.close()
    database.close()
    with open_database(tmp_path) as again:
        assert again.rows("SELECT count(*) FROM kept") == [(0,)]


@pytest.fixture
def in_new_process(tmp_path: Path) -> Callable[[str], str]:
    """Run code in a fresh interpreter with ``folder`` as argument."""

    def run(code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout.strip()

    return run


READ = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.storage.analyses import AnalysisStore
from reader.storage.database import open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.reference import Reference
folder = Path(sys.argv[1])
with open_database(folder) as database, AnalysisStore(folder / "a.sqlite3", "1") as words:
    library = LibraryStore(database, lambda: datetime.now(UTC))
    for card in library.cards():
        library.paragraphs(card.id, 0, 9), library.outline(card.id), library.source(card.id)
        library.shape(card.id), library.position(card.id), library.repairs(card.id)
    MarkStore(database).notes(), MarkStore(database).bookmarks()
    words.put(["a"], [()]), words.get(["a"])
print("sqlite_utils" in sys.modules, "numpy" in sys.modules, len(library.cards.__name__))
"""


def test_opening_and_reading_do_not_import_sqlite_utils(
    database: Database, page: int, in_new_process: Callable[[str], str]
) -> None:
    database.close()
    assert in_new_process(READ) == "False False 5"


WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.storage.database import open_database
from reader.storage.library import LibraryStore
with open_database(Path(sys.argv[1])) as database:
    LibraryStore(database, lambda: datetime.now(UTC)).set_position(1, 0, 0.5)
before = "numpy" in sys.modules
import numpy
print("sqlite_utils" in sys.modules, before, numpy.add(1, 1))
"""


def test_writing_does_not_import_numpy(
    database: Database, page: int, in_new_process: Callable[[str], str]
) -> None:
    database.close()
    assert in_new_process(WRITE) == "True False 2"
