"""Backups: what is told of one, and which of many need no longer be kept.

No date is ever compared with a clock, which may be decades off; only with other dates.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

DAILY = "daily"
BY_HAND = "hand"
BEFORE_RESTORE = "restore"
BEFORE_UPDATE = "update"
KINDS = (DAILY, BY_HAND, BEFORE_RESTORE, BEFORE_UPDATE)
"""Why a backup was made."""

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many days, weeks and months the daily backups reach back."""

OTHERS = 10
"""How many are kept of each other kind."""

_NEWEST = 3
"""So many of the last ones stay whatever their dates say."""

_CHAINS = 3
"""So many sequences of dates that a changed clock has made are kept as if each were alone."""


class Backup(NamedTuple):
    """A copy of a library. ``number`` counts up, whatever the clock says.

    ``size`` in bytes; ``counts`` is the number of rows by table, ``marks`` that of marks by
    kind, those in the bin left out. ``damaged`` is how many rows were not as they had been
    written when it was made. ``verified`` tells that it was read back after it was made.
    """

    path: Path
    number: int
    kind: str
    made: datetime
    size: int
    counts: Mapping[str, int]
    marks: Mapping[str, int]
    damaged: int
    verified: bool


class Dated(NamedTuple):
    """What of a backup decides whether it stays."""

    number: int
    day: date
    kind: str


def superseded(backups: Iterable[Dated]) -> set[int]:
    """Numbers of those that need no longer be kept.

    Of the daily ones the last of each of the last 7 days, 4 weeks and 12 months stays. "Last" is
    by number. Where dates go back, the clock was changed: the longest sequence of dates that do
    not is judged by itself, then what it leaves: a wrong clock never costs what a right one made.
    """
    ordered = sorted(backups)
    kept = {backup.number for backup in ordered[-_NEWEST:]}
    for kind in {backup.kind for backup in ordered} - {DAILY}:
        kept.update([backup.number for backup in ordered if backup.kind == kind][-OTHERS:])
    rest = [backup for backup in ordered if backup.kind == DAILY]
    for _ in range(_CHAINS):
        chain = _longest_chain(rest)
        kept |= _rotated(chain)
        rest = [backup for backup in rest if backup not in chain]
    kept.update(backup.number for backup in rest[-DAYS:])
    return {backup.number for backup in ordered} - kept


def is_due(backups: Iterable[Dated], today: date) -> bool:
    """Whether no daily backup says that it is of today."""
    return all(backup.kind != DAILY or backup.day != today for backup in backups)


def _rotated(chain: Sequence[Dated]) -> set[int]:
    """Numbers that stay of backups whose dates never go back."""
    kept: set[int] = set()
    spans: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    for count, span in spans:
        last = {span(backup.day): backup.number for backup in chain}
        kept.update(sorted(last.values())[-count:])
    return kept


def _longest_chain(backups: Sequence[Dated]) -> list[Dated]:
    """The longest part, by number, of which the dates never go back (patience sorting)."""
    days: list[date] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, backup in enumerate(backups):
        at = bisect_right(days, backup.day)
        before.append(ends[at - 1] if at else None)
        days[at : at + 1] = [backup.day]
        ends[at : at + 1] = [index]
    chain: list[Dated] = []
    index_or_none = ends[-1] if ends else None
    while index_or_none is not None:
        chain.append(backups[index_or_none])
        index_or_none = before[index_or_none]
    return chain[::-1]
