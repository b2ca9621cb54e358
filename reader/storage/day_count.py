"""The days on which the program ran: by them, not by the clock, the bin is emptied.

A clock that stands 25 years ahead for an afternoon counts as one day. So a thing is due when
both have passed: that many days by the clock, and that many on which the program was used.
"""

from datetime import datetime, timedelta

from reader.storage.database import Database
from reader.storage.text import moment


class DayCount:
    """Counts days of use, in UTC."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, now: datetime) -> None:
        """Note that the program is used today; writes once a day.

        A day seen before, by a clock that was put back, becomes the last one: each counts once.
        """
        today = moment(now)[:10]
        if self._database.row("SELECT day FROM days ORDER BY number DESC LIMIT 1") != (today,):
            with self._database.write() as writer:
                writer.execute("DELETE FROM days WHERE day = ?", [today])
                writer.execute("INSERT INTO days (day) VALUES (?)", [today])

    def due(self, days: int, now: datetime) -> datetime | None:
        """The moment before which something put away is due after ``days``, if anything can be.

        That is the midnight with which a day began that has so many later days of use, and so
        many by the clock. What was put away on any of those, also if a clock set wrong gave it
        an earlier date, is not due.
        """
        rows = self._database.rows("SELECT day FROM days ORDER BY number DESC LIMIT ?", [days + 1])
        if len(rows) <= days:
            return None
        first = min(day for (day,) in rows)
        by_use = datetime.fromisoformat(f"{first}T00:00:00+00:00")
        return min(by_use, now - timedelta(days=days))
