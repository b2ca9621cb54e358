"""Words that the reader knows, or has said not to know."""

from collections.abc import Mapping
from datetime import datetime

from reader.storage.database import Database
from reader.storage.text import moment, storable


class KnownWordStore:
    """Implements :class:`reader.domain.ports.KnownWords`; raises what :class:`Database` raises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, bool]:
        """Every word of which something was said."""
        rows = self._database.rows("SELECT word, known FROM known_words")
        return {word: bool(known) for word, known in rows}

    def say(self, states: Mapping[str, bool | None], now: datetime) -> dict[str, bool | None]:
        """Store states, ``None`` for nothing said, all or none; return those before."""
        before: dict[str, bool | None] = {}
        with self._database.write() as database:
            for written, known in states.items():
                word = storable(written)
                row = database.execute("SELECT known FROM known_words WHERE word = ?", [word])
                found = row.fetchone()
                before[written] = None if found is None else bool(found[0])
                if known is None:
                    database.execute("DELETE FROM known_words WHERE word = ?", [word])
                else:
                    database.execute(
                        "REPLACE INTO known_words VALUES (?, ?, ?)",
                        [word, int(known), moment(now)],
                    )
        return before
