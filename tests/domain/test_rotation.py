"""Which backups stay: by count, and whatever the clock did."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.backups import (
    BEFORE_RESTORE,
    BY_HAND,
    DAILY,
    DAYS,
    MONTHS,
    OTHERS,
    Dated,
    is_due,
    superseded,
)

START = date(2026, 1, 1)
DECADES = timedelta(days=25 * 365)


def kept_after(days: Iterable[date]) -> list[Dated]:
    """What is there when on each of these days a backup was made if it was due."""
    kept: list[Dated] = []
    for number, day in enumerate(days, 1):
        if is_due(kept, day):
            kept.append(Dated(number, day, DAILY))
            gone = superseded(kept)
            kept = [backup for backup in kept if backup.number not in gone]
    return kept


def every_day(count: int, start: date = START) -> list[date]:
    return [start + timedelta(days=n) for n in range(count)]


def test_seven_days_four_weeks_twelve_months_stay() -> None:
    kept = [backup.day for backup in kept_after(every_day(800))]
    today = START + timedelta(days=799)
    assert kept[-7:] == [today - timedelta(days=n) for n in range(6, -1, -1)]
    assert len({(day.year, day.month) for day in kept}) == MONTHS
    assert len({day.isocalendar()[:2] for day in kept[-10:]}) >= 4
    assert len(kept) <= 7 + 4 + 12


def test_one_who_reads_seldom_keeps_seven_days_of_reading() -> None:
    seldom = [START + timedelta(days=100 * n) for n in range(20)]
    assert len(kept_after(seldom)) == MONTHS


@pytest.mark.parametrize("jump", [DECADES, -DECADES])
@pytest.mark.parametrize("wrong", [1, 5, 40, 400])
def test_a_clock_that_was_wrong_costs_nothing(jump: timedelta, wrong: int) -> None:
    """What is there in the end reaches back over as many true days as if it had been right."""
    true = every_day(500 + wrong + 3)
    shown = [day + jump if 500 <= n < 500 + wrong else day for n, day in enumerate(true)]
    kept = kept_after(shown)
    days = {true[backup.number - 1] for backup in kept}
    assert days >= set(true[-3:])
    # The day on which it changed may come between the backups of one month.
    assert len({(day.year, day.month) for day in days}) >= MONTHS - 1
    recent = {day.isocalendar()[:2] for day in days if true[-1] - day < timedelta(days=35)}
    assert len(recent) >= 3
    assert len(kept) <= 3 * (7 + 4 + 12) + DAYS


def test_a_clock_that_goes_to_and_fro_every_day_keeps_both_lines() -> None:
    days = [day + (DECADES if n % 2 else timedelta()) for n, day in enumerate(every_day(600))]
    kept = kept_after(days)
    near = [backup.day for backup in kept if backup.day.year < 2040]
    # The other line may take the place of one month, and no more.
    assert len({(day.year, day.month) for day in near}) >= MONTHS - 1
    assert len({day.year for day in (backup.day for backup in kept)} - {2026, 2027}) >= 2


def test_a_day_that_comes_twice_makes_one_backup() -> None:
    assert len(kept_after([START, START, START])) == 1
    assert is_due([Dated(1, START, BY_HAND)], START)


@given(st.lists(st.dates(), max_size=60))
def test_the_last_ones_always_stay(days: list[date]) -> None:
    backups = [Dated(n, day, DAILY) for n, day in enumerate(days)]
    gone = superseded(backups)
    assert not gone & {backup.number for backup in backups[-3:]}
    assert len(backups) - len(gone) <= 3 * (7 + 4 + 12) + DAYS


def test_those_made_otherwise_are_counted_apart() -> None:
    backups = [Dated(n, START, BEFORE_RESTORE if n % 2 else BY_HAND) for n in range(60)]
    kept = {b.number for b in backups} - superseded(backups)
    assert len(kept) == 2 * OTHERS
    assert max(kept) == 59
