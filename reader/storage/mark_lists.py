"""Long lists of marks: counted in groups, ordered, and read a page at a time.

Counting and ordering read a covering index where nothing else is asked for, and go through the
table where words are. An order is the numbers of rows, eight bytes a mark; what stands in the
rows is read for the ones in sight only. All of it runs on a connection of its own, so that
neither the window nor a write waits behind the one lock for long: the library is locked against
writing only while the numbers are fetched.
"""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from reader.domain.errors import DatabaseDamaged
from reader.domain.mark_queries import ORPHANS, Grouping, MarkGroup, MarkQuery, Sorting
from reader.domain.marks import Mark
from reader.storage import mark_table
from reader.storage.database import Database
from reader.storage.faults import told
from reader.storage.text import moment, storable

_PLACED = "deleted IS NULL AND orphan = 0"
_LOST = "deleted IS NULL AND orphan <> 0"
_ORDERS = {
    Sorting.PLACE: ("document", "paragraph", "begins", "number"),
    Sorting.CREATED: ("created", "number"),
    Sorting.CHANGED: ("changed", "number"),
    Sorting.RANK: ("document", "rank", "paragraph", "begins", "number"),
}
_KEYS = {
    Grouping.NOTHING: "''",
    Grouping.TEXT: "document",
    Grouping.TAG: "tag",
    Grouping.COLOUR: "colour",
}
_CHUNK = 10_000
_PAGE = 400

Cancelled = Callable[[], bool]
"""Whether nobody waits for the answer any more."""


class _Where(NamedTuple):
    """Conditions, and what stands for the holes in them."""

    text: str
    parameters: tuple[object, ...]

    def also(self, text: str, *parameters: object) -> "_Where":
        """These and one more."""
        return _Where(f"{self.text} AND {text}", (*self.parameters, *parameters))


class MarkLists:
    """Implements :class:`reader.domain.mark_ports.MarkLists`; raises as :class:`Database` does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def groups(self, query: MarkQuery, cancelled: Cancelled = lambda: False) -> list[MarkGroup]:
        """The groups of a query and how many marks each has; orphans first, if there are any.

        Texts and days come in their order, tags and colours by their names. Where words are
        looked for, the numbers come along.
        """
        with self._reading(cancelled) as connection:
            lost = self._count(connection, query, _LOST)
            groups = [MarkGroup(ORPHANS, lost)] if lost else []
            if query.words:
                return groups + _collected(connection, query)
            if query.grouping is Grouping.DAY:
                return groups + list(_days(connection, query))
            if query.grouping is Grouping.TAG:
                return groups + _tags(connection, query)
            where = _conditions(query, _PLACED)
            key = _KEYS[query.grouping]
            counted = f"SELECT {key}, count(*) FROM marks WHERE {where.text} GROUP BY 1 ORDER BY 1"
            rows = connection.execute(counted, where.parameters)
            return groups + [MarkGroup(*row) for row in rows if row[1]]

    def numbers(
        self, query: MarkQuery, key: str | int, cancelled: Cancelled = lambda: False
    ) -> "array[int]":
        """The numbers of the marks of one group, in order."""
        where = _of_group(_conditions(query, _LOST if key == ORPHANS else _PLACED), query, key)
        found = array("q")
        with self._reading(cancelled) as connection:
            rows = connection.execute(
                f"SELECT number FROM marks WHERE {where.text} ORDER BY {_order(query)}",
                where.parameters,
            )
            while chunk := rows.fetchmany(_CHUNK):
                found.extend(number for (number,) in chunk)
        return found

    def marks(self, numbers: Sequence[int]) -> list[Mark | None]:
        """What these are now; ``None`` for one that is gone or does not decode."""
        found: dict[int, Mark | None] = {}
        for at in range(0, len(numbers), _PAGE):
            some = numbers[at : at + _PAGE]
            holes = ", ".join("?" * len(some))
            where = f"WHERE number IN ({holes}) AND deleted IS NULL"
            query = f"SELECT id, number FROM marks {where}"
            by_id: dict[str, int] = dict(self._database.readable(query, some))
            for row, _ in mark_table.read(self._database, where, some):
                found[by_id[row.id]] = mark_table.mark(row)
        return [found.get(number) for number in numbers]

    def pages(self, query: MarkQuery, size: int = _PAGE) -> Iterator[list[Mark]]:
        """Every mark of a query that decodes, orphans last, so many at a time."""
        for key in (None, ORPHANS):
            if key is None:
                numbers = self.numbers(query._replace(grouping=Grouping.NOTHING), "")
            else:
                numbers = self.numbers(query, key)
            for at in range(0, len(numbers), size):
                marks = self.marks(numbers[at : at + size])
                yield [mark for mark in marks if mark is not None]

    def _count(self, connection: sqlite3.Connection, query: MarkQuery, state: str) -> int:
        where = _conditions(query, state)
        counted = f"SELECT count(*) FROM marks WHERE {where.text}"
        return int(connection.execute(counted, where.parameters).fetchone()[0])

    @contextmanager
    def _reading(self, cancelled: Cancelled) -> Iterator[sqlite3.Connection]:
        """A connection for one long reading, given up when nobody waits for it."""
        with told(self._database.path), closing(self._database.another()) as connection:
            connection.set_progress_handler(cancelled, 20_000)
            try:
                yield connection
            except sqlite3.OperationalError as error:
                if not cancelled():
                    raise
                raise Unwanted from error


class Unwanted(Exception):
    """The reading was given up because it was asked for."""


def _order(query: MarkQuery) -> str:
    way = " DESC" if query.descending else ""
    return ", ".join(f"{column}{way}" for column in _ORDERS[query.sorting])


def _conditions(query: MarkQuery, state: str) -> _Where:
    """What a mark of the query must fulfil, whatever its group."""
    where = _Where(state, ())
    if query.document is not None:
        where = where.also("document = ?", query.document)
    if query.kinds:
        holes = ", ".join("?" * len(query.kinds))
        where = where.also(f"kind IN ({holes})", *sorted(map(str, query.kinds)))
    if query.colour is not None:
        where = where.also("colour = ?", str(query.colour))
    if query.tag:
        where = where.also(
            "number IN (SELECT mark FROM mark_tags WHERE tag = ?)", storable(query.tag)
        )
    for word in query.words:
        pattern = "%" + _escaped(word) + "%"
        columns = ("text", "quote", "word", "tags")
        anywhere = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns)
        where = where.also(f"({anywhere})", *(pattern for _ in columns))
    return where


def _escaped(word: str) -> str:
    word = storable(word)
    for char in "\\%_":
        word = word.replace(char, "\\" + char)
    return word


def _of_group(where: _Where, query: MarkQuery, key: str | int) -> _Where:
    """What a mark of a group must fulfil besides."""
    grouping = query.grouping
    if key == ORPHANS or grouping is Grouping.NOTHING:
        return where
    if grouping is Grouping.TEXT:
        return where.also("document = ?", key)
    if grouping is Grouping.COLOUR:
        return where.also("colour = ?", key)
    if grouping is Grouping.TAG and key:
        return where.also("number IN (SELECT mark FROM mark_tags WHERE tag = ?)", key)
    if grouping is Grouping.TAG:
        return where.also("number NOT IN (SELECT mark FROM mark_tags)")
    return where.also("created >= ? AND created < ?", *_bounds(query, str(key)))


def _bounds(query: MarkQuery, day: str) -> tuple[str, str]:
    """When a day begins and ends, as times are stored."""
    midnight = datetime.fromisoformat(day)
    ends = (midnight, midnight + timedelta(days=1))
    begin, end = (moment(each.replace(tzinfo=query.zone)) for each in ends)
    return begin, end


def _days(connection: sqlite3.Connection, query: MarkQuery) -> Iterator[MarkGroup]:
    """Days on which marks were made, from the last to the first: each found by its last mark."""
    where = _conditions(query, _PLACED)
    last = f"SELECT max(created) FROM marks WHERE {where.text} AND created < ?"
    count = f"SELECT count(*) FROM marks WHERE {where.text} AND created >= ? AND created < ?"
    end, found = "9", list[MarkGroup]()
    while (time := connection.execute(last, (*where.parameters, end)).fetchone()[0]) is not None:
        day = _day(time, query)
        begin, stop = _bounds(query, day)
        bounds = (begin, min(stop, end))
        number = connection.execute(count, (*where.parameters, *bounds)).fetchone()[0]
        if not number:  # a time that is none: what is left cannot be put on a day
            break
        found.append(MarkGroup(day, number))
        end = begin
    yield from found if query.descending else reversed(found)


def _day(time: str, query: MarkQuery) -> str:
    try:
        made = datetime.fromisoformat(time)
    except ValueError as error:
        raise DatabaseDamaged from error
    return made.replace(tzinfo=made.tzinfo or UTC).astimezone(query.zone).date().isoformat()


def _tags(connection: sqlite3.Connection, query: MarkQuery) -> list[MarkGroup]:
    """Tags by their names, then what has none."""
    where = _conditions(query, _PLACED)
    if query == MarkQuery(grouping=query.grouping, sorting=query.sorting, zone=query.zone):
        # All of the index, less the few that are orphans.
        counts = dict(connection.execute("SELECT tag, count(*) FROM mark_tags GROUP BY tag"))
        lost = f"SELECT tag, count(*) FROM mark_tags JOIN marks ON number = mark WHERE {_LOST}"
        for tag, number in connection.execute(f"{lost} GROUP BY tag"):
            counts[tag] -= number
    else:
        joined = f"FROM marks CROSS JOIN mark_tags ON mark = number WHERE {where.text}"
        counted = f"SELECT tag, count(*) {joined} GROUP BY tag"
        counts = dict(connection.execute(counted, where.parameters))
    without = where.also("number NOT IN (SELECT mark FROM mark_tags)")
    counted = f"SELECT count(*) FROM marks WHERE {without.text}"
    counts[""] = connection.execute(counted, without.parameters).fetchone()[0]
    return [
        MarkGroup(tag, counts[tag]) for tag in [*sorted(filter(None, counts)), ""] if counts[tag]
    ]


def _collected(connection: sqlite3.Connection, query: MarkQuery) -> list[MarkGroup]:
    """The groups of a query for words: the table is gone through once, the numbers are kept."""
    where = _conditions(query, _PLACED)
    grouping = query.grouping
    key = "created" if grouping is Grouping.DAY else _KEYS[grouping]
    table = "marks"
    if grouping is Grouping.TAG:
        table = "marks LEFT JOIN mark_tags ON mark = number"
        key = "ifnull(tag, '')"
    found: dict[str | int, array[int]] = defaultdict(lambda: array("q"))
    rows = connection.execute(
        f"SELECT {key}, number FROM {table} WHERE {where.text} ORDER BY {_order(query)}",
        where.parameters,
    )
    while chunk := rows.fetchmany(_CHUNK):
        for value, number in chunk:
            found[_day(value, query) if grouping is Grouping.DAY else value].append(number)
    return [MarkGroup(key, len(found[key]), found[key]) for key in _sorted(found, query)]


def _sorted(keys: Iterable[str | int], query: MarkQuery) -> list[str | int]:
    """The order of groups: tags before what has none, days from the last where that is asked."""
    backwards = query.grouping is Grouping.DAY and query.descending
    return sorted(keys, key=lambda key: (key == "", key), reverse=backwards)
