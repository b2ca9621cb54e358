"""What a library consists of, as far as copying, comparing and merging must know.

Read from the description of the schema, so that a new column or table needs no change here
unless it is one of the exceptions that are named.
"""

from collections.abc import Mapping
from typing import NamedTuple

from reader.storage.schema import TABLES

TEXTS = ("sources", "documents", "sections", "paragraphs", "repairs", "positions")
"""Tables that hold the texts, in an order in which they can be filled."""

DERIVED = frozenset({"mark_tags", "mark_links"})
"""Tables that can be made again from others."""

_OF_THIS_LIBRARY = frozenset({"days", "drafts"})
"""What means something only where it was written: it is never merged."""

_TIMES = ("changed", "created", "deleted")

NAMES = {
    "marks": "mark",
    "corrections": "correction",
    "own_glossaries": "own_glossary",
    "own_terms": "own_term",
    "known_words": "known_word",
    "positions": "position",
    "colour_meanings": "colour_meaning",
    "drafts": "draft",
    "days": "day",
}
"""What a record of a table is called; of others, the name of the table."""


class Records(NamedTuple):
    """A table of records that a person made. ``key`` is the column that names one.

    ``columns`` leaves out the row number, which means nothing elsewhere.
    """

    table: str
    key: str
    columns: tuple[str, ...]

    @property
    def stamp(self) -> str:
        """SQL for the moment a row was changed last, as text; ``{0}`` is the name of the table."""
        times = [f"coalesce({{0}}.{name}, '')" for name in _TIMES if name in self.columns]
        return f"max({', '.join(times)})" if len(times) > 1 else (times or ["''"])[0]

    def told(self, columns: Mapping[str, object]) -> str:
        """The kind of a record, by column."""
        return str(columns["kind"]) if "kind" in columns else NAMES.get(self.table, self.table)


def records() -> list[Records]:
    """Tables whose rows are merged one by one, those that others refer to first."""
    found = []
    for table, columns in TABLES.items():
        if table in TEXTS or table in DERIVED or table in _OF_THIS_LIBRARY:
            continue
        named = tuple(name for name in columns if name != "number")
        found.append(Records(table, "id" if "id" in named else named[0], named))
    return sorted(found, key=lambda one: ("glossary" in one.columns, one.table))
