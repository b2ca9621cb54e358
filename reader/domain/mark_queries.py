"""What a list of marks asks for: which ones, in which groups, in which order."""

from array import array
from datetime import UTC, tzinfo
from enum import StrEnum
from typing import NamedTuple

from reader.domain.marks import Colour, Kind


class Grouping(StrEnum):
    """What puts marks into one group."""

    NOTHING = "nothing"
    TEXT = "text"
    TAG = "tag"
    COLOUR = "colour"
    DAY = "day"


class Sorting(StrEnum):
    """What orders the marks of a group."""

    PLACE = "place"
    CREATED = "created"
    CHANGED = "changed"
    RANK = "rank"


ORPHANS = "orphans"
"""Key of the group of those whose place is no longer certain; they are in no other group."""


class MarkQuery(NamedTuple):
    """Which marks: those for which everything that is given holds.

    ``words`` are looked for in the words, the quote, the headword and the tags, all of them,
    without regard to the case of Latin letters. Days begin at midnight of ``zone``.
    """

    document: int | None = None
    kinds: frozenset[Kind] = frozenset()
    words: tuple[str, ...] = ()
    tag: str = ""
    colour: Colour | None = None
    grouping: Grouping = Grouping.NOTHING
    sorting: Sorting = Sorting.PLACE
    descending: bool = False
    zone: tzinfo = UTC


class MarkGroup(NamedTuple):
    """A group and how many marks it has.

    ``key`` is the number of a text, a tag, a colour (empty for marks without), a day as
    YYYY-MM-DD, or :data:`ORPHANS`. ``numbers`` are those of its marks, in order, where
    counting them has found them anyway.
    """

    key: str | int
    size: int
    numbers: "array[int] | None" = None


class Unwanted(Exception):
    """A long reading was given up because nobody waits for it any more."""
