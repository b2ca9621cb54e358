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

from reader.domain.mark_queries import ORPHANS, Grouping, MarkGroup, MarkQuery, Sorting, Unwanted
from reader.domain.marks import Colour, Mark
from reader.storage import mark_table
from reader.storage.database import Database
from reader.storage.faults import told
from reader.storage.text import moment, storable

_PLACED = "deleted IS NULL AND orphan = 0"
_LOST = "deleted IS NULL AND orphan <> 0"
_ORDERS = {
    Sorting.PLACE: ("document", "paragraph", "begins"),
    Sorting.CREATED: ("created",),
    Sorting.CHANGED: ("changed", "id"),
    Sorting.RANK: ("document", "rank", "paragraph", "begins", "id"),
}
"""The first two are followed by the other columns of the index that serves them: naming more
would sort anew what it gives in order."""

_KEYS = {
    Grouping.NOTHING: "''",
    Grouping.TEXT: "document",
    Grouping.COLOUR: "colour",
    Grouping.DAY: "created",
}
_HOW = ("grouping", "sorting", "descending", "zone")
"""What a query says besides which marks it wants."""

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
            where = _conditions(query, _LOST)
            counted = f"SELECT count(*) FROM marks WHERE {where.text}"
            lost = _one(connection, counted, where.parameters)
            groups = [MarkGroup(ORPHANS, lost)] if lost else []
            if query.words:
                return groups + _collected(connection, query)
            if query.grouping is Grouping.DAY:
                return groups + list(_days(connection, query))
            if query.grouping is Grouping.TAG:
                return groups + _tags(connection, query)
            if query.grouping is Grouping.COLOUR:
                return groups + _colours(connection, query)
            where = _conditions(query, _PLACED)
            by, each = "", "''"
            if query.grouping is Grouping.TEXT:
                by, each = "GROUP BY document ORDER BY document", "document"
            counted = f"SELECT {each}, count(*) FROM marks WHERE {where.text} {by}"
            rows = connection.execute(counted, where.parameters)
            return groups + [MarkGroup(*row) for row in rows if row[1]]

    def numbers(
        self,
        query: MarkQuery,
        key: str | int,
        cancelled: Cancelled = lambda: False,
        *,
        limit: int = -1,
    ) -> "array[int]":
        """The numbers of the marks of one group, in order: all, or the first so many."""
        where = _of_group(_conditions(query, _LOST if key == ORPHANS else _PLACED), query, key)
        source = f"{_table(query)} WHERE {where.text} ORDER BY {_order(query)} LIMIT ?"
        found = array("q")
        untagged = query.grouping is Grouping.TAG and key == ""
        with self._reading(cancelled) as connection:
            tagged = _tagged(connection) if untagged else b""
            most = -1 if untagged else limit
            rows = connection.execute(f"SELECT number {source}", (*where.parameters, most))
            while chunk := rows.fetchmany(_CHUNK):
                numbers = (number for (number,) in chunk)
                if untagged:
                    numbers = (at for at in numbers if at >= len(tagged) or not tagged[at])
                found.extend(numbers)
                if 0 <= limit <= len(found):
                    break
        return found if limit < 0 else found[:limit]

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


def _table(query: MarkQuery) -> str:
    """What a query reads: where words are looked for everywhere, rows in the order they lie in."""
    through = query.words and query.document is None and not query.tag
    return "FROM marks NOT INDEXED" if through else "FROM marks"


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
    if grouping is Grouping.TAG:  # what has no tag is sifted out of all: see `numbers`
        return where
    return where.also("created >= ? AND created < ?", *_bounds(query, str(key)))


def _bounds(query: MarkQuery, day: str) -> tuple[str, str]:
    """When a day begins and ends, as times are stored."""
    midnight = datetime.fromisoformat(day)
    ends = (midnight, midnight + timedelta(days=1))
    begin, end = (moment(each.replace(tzinfo=query.zone)) for each in ends)
    return begin, end


def _days(connection: sqlite3.Connection, query: MarkQuery) -> Iterator[MarkGroup]:
    """Days on which marks were made, each found by its last mark; one without a day is left out."""
    where = _conditions(query, _PLACED)
    last = f"SELECT max(created) FROM marks WHERE {where.text} AND created < ?"
    count = f"SELECT count(*) FROM marks WHERE {where.text} AND created >= ? AND created < ?"
    end, found = "~", list[MarkGroup]()
    while (time := connection.execute(last, (*where.parameters, end)).fetchone()[0]) is not None:
        day = _day(time, query)
        if day:
            begin, stop = _bounds(query, day)
            bounds = (begin, min(stop, end))
            found.append(MarkGroup(day, _one(connection, count, (*where.parameters, *bounds))))
        end = begin if day else time
    yield from found if query.descending else reversed(found)


def _day(time: str, query: MarkQuery) -> str:
    """The day of a stored time; empty for what is none."""
    try:
        made = datetime.fromisoformat(time)
    except (TypeError, ValueError):
        return ""
    return made.replace(tzinfo=made.tzinfo or UTC).astimezone(query.zone).date().isoformat()


def _colours(connection: sqlite3.Connection, query: MarkQuery) -> list[MarkGroup]:
    """Colours by their names, then marks without: counted side by side, which sorts nothing."""
    where = _conditions(query, _PLACED)
    names = sorted(map(str, Colour))
    sums = ", ".join(f"count(*) FILTER (WHERE colour = '{name}')" for name in names)
    counted = f"SELECT count(*), {sums} FROM marks WHERE {where.text}"
    total, *sizes = connection.execute(counted, where.parameters).fetchone()
    sizes.append(total - sum(sizes))
    return [MarkGroup(*pair) for pair in zip([*names, ""], sizes, strict=True) if pair[1]]


def _tags(connection: sqlite3.Connection, query: MarkQuery) -> list[MarkGroup]:
    """Tags by their names, then what has none."""
    where = _conditions(query, _PLACED)
    joined = f"FROM marks CROSS JOIN mark_tags ON mark = number WHERE {where.text}"
    if query == MarkQuery()._replace(**{name: getattr(query, name) for name in _HOW}):
        # All of the index, less the few that are orphans.
        joined = f"FROM marks CROSS JOIN mark_tags ON mark = number WHERE {_LOST}"
        counts = dict(connection.execute("SELECT tag, count(*) FROM mark_tags GROUP BY tag"))
        lost = dict(connection.execute(f"SELECT tag, count(*) {joined} GROUP BY tag"))
        counts = {tag: size - lost.get(tag, 0) for tag, size in counts.items()}
        tagged = _one(connection, "SELECT count(DISTINCT mark) FROM mark_tags")
        tagged -= _one(connection, f"SELECT count(DISTINCT mark) {joined}")
    else:
        grouped = f"SELECT tag, count(*) {joined} GROUP BY tag"
        counts = dict(connection.execute(grouped, where.parameters))
        tagged = _one(connection, f"SELECT count(DISTINCT mark) {joined}", where.parameters)
    total = _one(connection, f"SELECT count(*) FROM marks WHERE {where.text}", where.parameters)
    groups = [MarkGroup(tag, counts[tag]) for tag in sorted(counts) if counts[tag]]
    return groups + ([MarkGroup("", total - tagged)] if total > tagged else [])


def _tagged(connection: sqlite3.Connection) -> bytearray:
    """Which rows have a tag: one byte a row."""
    last = _one(connection, "SELECT ifnull(max(mark), 0) FROM mark_tags")
    found = bytearray(last + 1)
    for (number,) in connection.execute("SELECT mark FROM mark_tags"):
        found[number] = 1
    return found


def _one(connection: sqlite3.Connection, query: str, parameters: tuple[object, ...] = ()) -> int:
    return int(connection.execute(query, parameters).fetchone()[0])


def _collected(connection: sqlite3.Connection, query: MarkQuery) -> list[MarkGroup]:
    """The groups of a query for words: the table is gone through once, the numbers are kept."""
    where = _conditions(query, _PLACED)
    grouping = query.grouping
    key, table = _KEYS.get(grouping, ""), _table(query)
    if grouping is Grouping.TAG:
        table += " LEFT JOIN mark_tags ON mark = number"
        key = "ifnull(tag, '')"
    found: dict[str | int, array[int]] = defaultdict(lambda: array("q"))
    rows = connection.execute(
        f"SELECT {key}, number {table} WHERE {where.text} ORDER BY {_order(query)}",
        where.parameters,
    )
    while chunk := rows.fetchmany(_CHUNK):
        for value, number in chunk:
            found[_day(value, query) if grouping is Grouping.DAY else value].append(number)
    if grouping is Grouping.DAY:
        found.pop("", None)  # a damaged time
    return [MarkGroup(key, len(found[key]), found[key]) for key in _sorted(found, query)]


def _sorted(keys: Iterable[str | int], query: MarkQuery) -> list[str | int]:
    """The order of groups: tags before what has none, days from the last where that is asked."""
    backwards = query.grouping is Grouping.DAY and query.descending
    return sorted(keys, key=lambda key: (key == "", key), reverse=backwards)
