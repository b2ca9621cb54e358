"""Long lists of marks say what going through all of them would say."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any

import pytest

from reader.domain.mark_queries import ORPHANS, Grouping, MarkQuery, Sorting, Unwanted
from reader.domain.marks import Bookmark, Colour, Highlight, Kind, Mark, Note, anchor_at
from reader.domain.places import Span
from reader.storage.database import Database
from reader.storage.library import LibraryStore
from reader.storage.mark_lists import MarkLists
from reader.storage.marks import MarkStore
from tests.storage.samples import DECISIONS, NOON, TEXTS, document, source

BEIJING = timezone(timedelta(hours=8))
KINDS: dict[type, Kind] = {
    Note: Kind.NOTE,
    Bookmark: Kind.BOOKMARK,
    Highlight: Kind.HIGHLIGHT,
}


@pytest.fixture
def lists(database: Database) -> MarkLists:
    return MarkLists(database)


@pytest.fixture
def many(database: Database, library: LibraryStore, marks: MarkStore) -> list[Mark]:
    """Three hundred marks of all kinds in three texts: some in the bin, some orphans."""
    random = Random(7)
    texts = [library.add(source(f"第{n}"), document(), DECISIONS) for n in range(3)]
    with database.write() as writer:  # one transaction: it is the reading that is tried
        made = filled(marks, random, texts)
        marks.remove([mark.id for mark in random.sample(made, 40)], NOON)
        for mark in random.sample(made, 30):
            writer.execute("UPDATE marks SET orphan = 1 WHERE id = ?", [mark.id])
    return [*marks.notes(), *marks.bookmarks(), *marks.highlights()]


def filled(marks: MarkStore, random: Random, texts: list[int]) -> list[Mark]:
    made: list[Mark] = []
    for number in range(300):
        paragraph = random.randrange(1, 3)
        start = random.randrange(6)
        anchor = anchor_at(TEXTS[paragraph], Span(paragraph, start, start + 3))
        text, now = random.choice(texts), NOON + timedelta(hours=random.randrange(100))
        tags = random.sample(["经济", "100%", "a_b", "人"], random.randrange(3))
        if number % 3 == 0:
            made.append(marks.add_note(text, anchor, f"Note {number} 五%", tags, now))
        elif number % 3 == 1:
            made.append(marks.add_bookmark(text, anchor, f"mark {number}", now, tags=tags))
        else:
            colour = random.choice(list(Colour))
            (one,) = marks.add_highlights(text, [anchor], colour, now)
            marks.change_tags({one.id: tags}, now + timedelta(hours=random.randrange(9)))
            made.append(one)
    return made


def words_of(mark: Mark) -> str:
    text = mark.text if isinstance(mark, Note) else mark.name if isinstance(mark, Bookmark) else ""
    return "\n".join([text, mark.anchor.quote, *mark.tags]).lower()


def wanted(mark: Mark, query: MarkQuery) -> bool:
    return (
        query.document in {None, mark.document}
        and (not query.kinds or KINDS[type(mark)] in query.kinds)
        and all(word.lower() in words_of(mark) for word in query.words)
        and (not query.tag or query.tag in mark.tags)
        and (query.colour is None or colour_of(mark) == query.colour)
    )


def colour_of(mark: Mark) -> str:
    return str(mark.colour) if isinstance(mark, Highlight) else ""


def keys_of(mark: Mark, query: MarkQuery) -> list[Any]:
    if mark.orphan:
        return [ORPHANS]
    keys: dict[Grouping, Callable[[], list[Any]]] = {
        Grouping.NOTHING: lambda: [""],
        Grouping.TEXT: lambda: [mark.document],
        Grouping.TAG: lambda: list(mark.tags) or [""],
        Grouping.COLOUR: lambda: [colour_of(mark)],
        Grouping.DAY: lambda: [mark.created.astimezone(query.zone).date().isoformat()],
    }
    return keys[query.grouping]()


def order_of(mark: Mark, query: MarkQuery) -> tuple[Any, ...]:
    span = mark.anchor.span
    return {
        Sorting.PLACE: (mark.document, span.paragraph, span.start),
        Sorting.CREATED: (mark.created,),
        Sorting.CHANGED: (mark.changed,),
        Sorting.RANK: (mark.document, 0, span.paragraph, span.start),
    }[query.sorting]


QUERIES = [
    MarkQuery(),
    MarkQuery(document=2),
    MarkQuery(kinds=frozenset({Kind.NOTE, Kind.BOOKMARK})),
    MarkQuery(words=("NOTE", "五%")),
    MarkQuery(words=("100%",)),
    MarkQuery(words=("a_b",), document=1),
    MarkQuery(tag="人"),
    MarkQuery(colour=Colour.BLUE, document=3),
]


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("query", QUERIES)
def test_groups_and_orders(
    lists: MarkLists, many: list[Mark], query: MarkQuery, grouping: Grouping
) -> None:
    for sorting in Sorting:
        for descending in (False, True):
            asked = query._replace(
                grouping=grouping, sorting=sorting, descending=descending, zone=BEIJING
            )
            compare(lists, many, asked)


def compare(lists: MarkLists, many: list[Mark], query: MarkQuery) -> None:
    expected: dict[Any, list[Mark]] = defaultdict(list)
    for mark in many:
        if wanted(mark, query):
            for key in keys_of(mark, query):
                expected[key].append(mark)
    groups = lists.groups(query)
    assert {group.key: group.size for group in groups} == {
        key: len(marks) for key, marks in expected.items()
    }
    keys = [group.key for group in groups if group.key not in {ORPHANS, ""}]
    backwards = query.descending and query.grouping is Grouping.DAY
    assert keys == sorted(keys, reverse=backwards)
    for group in groups:
        numbers = lists.numbers(query, group.key)
        assert lists.numbers(query, group.key, limit=3) == numbers[:3]
        if group.numbers is not None:
            assert group.numbers == numbers
        found = [mark for mark in lists.marks(numbers) if mark is not None]
        assert {mark.id for mark in found} == {mark.id for mark in expected[group.key]}
        order = [order_of(mark, query) for mark in found]
        assert order == sorted(order, reverse=query.descending)


def test_pages_bring_everything_once(lists: MarkLists, many: list[Mark]) -> None:
    pages = list(lists.pages(MarkQuery(grouping=Grouping.TAG), 17))
    found = [mark for page in pages for mark in page]
    assert max(map(len, pages)) == 17
    assert len(found) == len(many)
    assert {mark.id for mark in found} == {mark.id for mark in many}
    orphans = [mark.orphan for mark in found]
    assert orphans == sorted(orphans)
    assert any(orphans)


def test_what_is_gone_leaves_a_gap(lists: MarkLists, marks: MarkStore, many: list[Mark]) -> None:
    numbers = lists.numbers(MarkQuery(), "")
    before = lists.marks(numbers)
    first = before[0]
    assert first is not None
    marks.remove([first.id], NOON)
    assert lists.marks(numbers) == [None, *before[1:]]


def test_nobody_waits(lists: MarkLists, many: list[Mark], database: Database) -> None:
    with database.write() as writer:
        writer.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
            " INSERT INTO marks SELECT NULL, i, kind, document, paragraph, begins, ends, quote,"
            " before_quote, after_quote, text, tags, created, changed, deleted, orphan, digest,"
            " colour, scope, word, rank FROM n, (SELECT * FROM marks LIMIT 1)"
        )
    with pytest.raises(Unwanted):
        lists.groups(MarkQuery(words=("没有",)), lambda: True)
    assert lists.groups(MarkQuery(words=("没有",))) == []


def test_days_end_at_the_readers_midnight(lists: MarkLists, marks: MarkStore, page: int) -> None:
    anchor = anchor_at(TEXTS[1], Span(1, 0, 2))
    for hour in (15, 16):  # 23:00 and 0:00 in Beijing
        marks.add_note(page, anchor, "", [], datetime(2026, 7, 4, hour, tzinfo=UTC))
    days = [g.key for g in lists.groups(MarkQuery(grouping=Grouping.DAY, zone=BEIJING))]
    assert days == ["2026-07-04", "2026-07-05"]
    assert [g.key for g in lists.groups(MarkQuery(grouping=Grouping.DAY))] == ["2026-07-04"]


def test_a_damaged_time_hides_no_other_day(
    database: Database, lists: MarkLists, marks: MarkStore, page: int
) -> None:
    anchor = anchor_at(TEXTS[1], Span(1, 0, 2))
    for _ in range(3):
        marks.add_note(page, anchor, "一", [], NOON)
    with database.write() as writer:
        writer.execute("UPDATE marks SET created = 'x' WHERE number = 1")
        writer.execute("UPDATE marks SET created = '2' WHERE number = 2")
    for words in ((), ("一",)):
        groups = lists.groups(MarkQuery(grouping=Grouping.DAY, words=words))
        assert [(group.key, group.size) for group in groups] == [("2026-07-04", 1)]


def test_counting_and_ordering_read_indexes_only(
    lists: MarkLists, marks: MarkStore, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million marks are counted and put in order without reading or sorting their rows."""
    asked: list[str] = []
    another = database.another

    def listening() -> object:
        connection = another()
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(database, "another", listening)
    kinds = frozenset({Kind.NOTE})
    for grouping in Grouping:
        for query in (MarkQuery(grouping=grouping), MarkQuery(grouping=grouping, kinds=kinds)):
            lists.groups(query)
    for sorting in (Sorting.PLACE, Sorting.CREATED):
        for descending in (False, True):
            lists.numbers(MarkQuery(sorting=sorting, descending=descending), "")
    plans = [
        (query, detail)
        for query in asked
        if query.startswith("SELECT") and "orphan <> 0" not in query and "mark_tags" not in query
        for *_, detail in database.rows(f"EXPLAIN QUERY PLAN {query}")
    ]
    assert len(plans) >= 14
    assert [plan for plan in plans if "COVERING" not in plan[1]] == []
