"""What the reader says that the colours of highlights mean, a library at a time."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from reader.domain.marks import Colour
from reader.storage.database import Database
from reader.storage.mark_rows import seal
from reader.storage.text import moment, storable


class ColourMeaningStore:
    """Implements :class:`reader.domain.mark_ports.ColourMeanings`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[Colour, str]:
        """The meanings that were given, by colour."""
        found = {}
        for colour, meaning in self._database.readable(
            "SELECT colour, meaning FROM colour_meanings"
        ):
            with suppress(ValueError):  # a colour of another version
                found[Colour(colour)] = str(meaning)
        return found

    def say(self, meanings: Mapping[Colour, str], now: datetime) -> None:
        """Name the meaning of colours, all or none; an empty one is forgotten."""
        with self._database.write() as writer:
            for colour, meaning in meanings.items():
                writer.execute("DELETE FROM colour_meanings WHERE colour = ?", [str(colour)])
                if meaning.strip():
                    columns = (str(colour), storable(meaning.strip()), moment(now))
                    row = (*columns, seal(columns))
                    writer.execute("INSERT INTO colour_meanings VALUES (?, ?, ?, ?)", row)

    def damaged(self) -> list[str]:
        """The colours whose meaning is not as it was written."""
        rows = self._database.readable(
            "SELECT colour, meaning, changed, digest FROM colour_meanings"
        )
        return [row[0] for row in rows if seal(row[:-1]) != row[-1]]
