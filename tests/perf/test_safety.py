"""Opening a large library, and backing it up: as ratios to what any program would have to do.

Opening is compared with opening an empty library, a backup with reading every mark once. Times of
a backup are those of the processor: it works in several threads, and other work on the machine is
none of its doing. ``XIDU_SLOW=1`` adds 100,000 notes and 1,000,000 highlights.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

import pytest

from reader.domain.backups import BY_HAND
from reader.domain.marks import Colour, anchor_at
from reader.domain.places import Span
from reader.storage import mark_index, mark_rows
from reader.storage.database import open_database
from reader.storage.library import LibraryStore
from reader.storage.safety.folder import BackupFolder
from tests.perf.conftest import SLOW
from tests.perf.desk import tell
from tests.storage.samples import DECISIONS, NOON, Clock, document, source

SIZES = [pytest.param((30_000, 0), id="30,000 notes")] + (
    [pytest.param((100_000, 1_000_000), id="100,000 notes, 1,000,000 highlights")] if SLOW else []
)
PARAGRAPH = "中国经济稳中向好。" * 50


@pytest.fixture(params=SIZES)
def large(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, int]:
    """A closed library with so many marks, and how many."""
    notes, highlights = request.param
    with open_database(tmp_path / "large") as database:
        text = document(*[PARAGRAPH] * 100)
        LibraryStore(database, Clock()).add(source(), text, DECISIONS)
        with database.write() as writer:
            columns = list(next(_rows(1, 0)))
            holes = ", ".join("?" * len(columns))
            writer.conn.executemany(
                f"INSERT INTO marks ({', '.join(columns)}) VALUES ({holes})",
                (tuple(row.values()) for row in _rows(notes, highlights)),
            )
        mark_index.rebuild(database)
    return database.path, notes + highlights


def _rows(notes: int, highlights: int) -> Iterator[dict[str, object]]:
    anchor = anchor_at(PARAGRAPH, Span(3, 2, 4))
    for number in range(notes + highlights):
        kind = mark_rows.NOTE if number < notes else mark_rows.HIGHLIGHT
        row = mark_rows.new_row(kind, f"{number:032x}", 1, anchor, NOON)
        if number < notes:
            words = f"第{number}条笔记，写得不长也不短，说的是这个词在这里的意思。" * 2
            yield mark_rows.written(row, words, ("词",), NOON).sealed()
        else:
            yield mark_rows.coloured(row, Colour.GREEN, NOON).sealed()


def least(count: int, work: Callable[[], object]) -> float:
    """The shortest of so many times."""
    times = []
    for _ in range(count):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return min(times)


def test_opening_and_backing_up(large: tuple[Path, int], tmp_path: Path) -> None:
    path, count = large
    open_database(tmp_path / "empty").close()
    empty = least(7, lambda: open_database(tmp_path / "empty").close())
    opened = least(7, lambda: open_database(path.parent).close())

    def read_all() -> None:
        with closing(sqlite3.connect(path)) as connection:
            for _row in connection.execute("SELECT * FROM marks"):
                pass

    before = process_time()
    read_all()
    plain = process_time() - before
    folder = BackupFolder(tmp_path / "backups", lambda: datetime.now(UTC))
    wall, before = perf_counter(), process_time()
    made = folder.make(path, BY_HAND)
    wall, worked = perf_counter() - wall, process_time() - before
    hundreds = made.size / 1e8
    tell(
        f"a library of {count:,} marks, {made.size / 1e6:.0f} MB",
        {
            "opening and checking, s": opened,
            "times that of an empty library": opened / empty,
            "backup a 100 MB, s of the wall": wall / hundreds,
            "backup a 100 MB, s of the processor": worked / hundreds,
            "times reading every mark once": worked / plain,
        },
    )
    assert made.verified
    assert made.counts["marks"] == count
    assert opened <= max(5 * empty, 0.02)
    assert worked <= 9 * plain
