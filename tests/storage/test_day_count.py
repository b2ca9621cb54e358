"""The bin is emptied by days of use: no clock set wrong empties it (reliability.md 13)."""

from datetime import UTC, datetime, timedelta

import pytest

from reader.services.bin import DAYS, Bin
from reader.storage.database import Database
from reader.storage.day_count import DayCount
from reader.storage.marks import MarkStore
from tests.storage.samples import ANCHOR

START = datetime(2026, 7, 4, 9, tzinfo=UTC)
FAR = timedelta(days=365 * 25)


class Desk:
    """A person who removes notes; the clock is what the test says."""

    def __init__(self, database: Database, page: int) -> None:
        self.now = START
        self.page = page
        self.marks = MarkStore(database)
        self.bin = Bin(self.marks, (), DayCount(database), lambda: self.now)

    def remove(self, text: str) -> None:
        note = self.marks.add_note(self.page, ANCHOR, text, [], self.now)
        self.marks.remove_note(note.id, self.now)

    def use(self, days: int) -> None:
        """Start the program once on each of the next days."""
        for _ in range(days):
            self.now += timedelta(days=1)
            self.bin.tidy()

    @property
    def kept(self) -> set[str]:
        return {mark.text for mark, _ in self.bin.marks()}  # type: ignore[union-attr]


@pytest.fixture
def desk(database: Database, page: int) -> Desk:
    desk = Desk(database, page)
    desk.bin.tidy()
    return desk


def test_it_is_kept_for_thirty_days(desk: Desk) -> None:
    desk.remove("旧")
    desk.use(DAYS)
    assert desk.kept == {"旧"}
    desk.use(1)
    assert desk.kept == set()


def test_days_without_the_program_do_not_count(desk: Desk) -> None:
    desk.remove("旧")
    desk.now += timedelta(days=400)
    assert desk.bin.tidy() == 0
    assert desk.kept == {"旧"}


def test_a_clock_set_forward_empties_nothing(desk: Desk) -> None:
    desk.use(40)
    desk.remove("昨天")
    desk.now += FAR
    desk.bin.tidy()
    desk.remove("在未来")
    desk.now -= FAR
    desk.use(DAYS - 2)
    assert desk.kept == {"昨天", "在未来"}
    desk.use(3)
    assert desk.kept == {"在未来"}, "by the clock its days are not over"


def test_a_clock_that_jumps_to_and_fro_counts_each_day_once(desk: Desk) -> None:
    desk.remove("旧")
    for _ in range(2 * DAYS):
        desk.now += FAR
        desk.bin.tidy()
        desk.now -= FAR
        desk.bin.tidy()
    assert desk.kept == {"旧"}


def test_a_clock_put_back_keeps_what_is_removed_then(desk: Desk) -> None:
    desk.use(60)
    desk.now = START
    desk.bin.tidy()
    desk.remove("像是两个月前")
    desk.now += timedelta(days=61)
    desk.use(DAYS - 2)
    assert desk.kept == {"像是两个月前"}
