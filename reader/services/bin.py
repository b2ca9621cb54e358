"""The bin: what was removed can be had back for thirty days, however the clock is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.domain.library import Changes

if TYPE_CHECKING:
    from datetime import datetime

    from reader.domain.mark_ports import Bin as Emptied
    from reader.domain.mark_ports import DayCount, Marks
    from reader.domain.marks import Mark
    from reader.domain.ports import Clock

DAYS = 30
"""Days for which what was removed is kept: by the clock, and of days with the program."""


class Bin:
    """Lists what was removed, gives it back, and empties itself of what is older than its days."""

    def __init__(
        self, marks: Marks, others: Sequence[Emptied], days: DayCount, clock: Clock
    ) -> None:
        self._marks = marks
        self._others = others
        self._days = days
        self._clock = clock

    def marks(self) -> list[tuple[Mark, datetime]]:
        """The marks in it and when each was put there, last first."""
        return self._marks.removed()

    def restore(self, identifiers: Sequence[str]) -> Changes:
        """Give marks back."""
        self._marks.restore(identifiers)
        return Changes(bookmarks=True, notes=True, highlights=True)

    def tidy(self) -> int:
        """Count today, delete for good what is due, and return how many that was."""
        now = self._clock()
        self._days.mark(now)
        before = self._days.due(DAYS, now)
        if before is None:
            return 0
        return sum(each.purge(before) for each in (self._marks, *self._others))
