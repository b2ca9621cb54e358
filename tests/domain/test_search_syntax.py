"""What is typed into the search box and what it is taken for."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.query import Query, parse
from reader.domain.search_syntax import KINDS, Filters, every_word, understood


def groups(typed: str) -> list[list[str]]:
    return [[query.text for query in group] for group in understood(typed).groups]


@pytest.mark.parametrize(
    "typed",
    ["长三角 一体化", "a-b", "-", "OR", "in:", "in:nowhere", "title:", "5:30", "为什么?", "before:soon", "what?", "NEARBY",
     "C++ -", "x/y", "/长.角/", "“", '"', '""'],
)  # fmt: skip
def test_what_is_no_instruction_is_looked_for_as_it_is(typed: str) -> None:
    wanted = understood(typed)
    assert wanted.filters == Filters()
    assert not wanted.without
    assert "".join(text for group in groups(typed) for text in group).replace(" ", "") == typed.lower().replace(" ", "")  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ('"长 三"', [["长 三"]]),
        ("“xian”", [["xian"]]),
        ("改革 OR 开放", [["改革", "开放"]]),
        ("OR 改革 -开放", [["or"], ["改革"]]),
        ("改革 -开放", [["改革"]]),
        ("改革 OR", [["改革"]]),
        ("新?展", [["新?展"]]),
        ("新？展", [["新?展"]]),
        ("长三角 in:notes", [["长三角"]]),
        ("改革 NEAR/5 开放", [["改革"], ["开放"]]),
    ],
)
def test_instructions(typed: str, wanted: list[list[str]]) -> None:
    assert groups(typed) == wanted


def test_what_is_quoted_is_not_heard() -> None:
    assert understood('"xian"').single == Query("xian")
    assert understood("xian").groups[0][0].cuts


def test_confused_syllables_are_alike_where_that_is_asked_for() -> None:
    (group,) = understood("zang~").groups
    assert group[0].matches_syllables(["zhǎng"])
    assert not parse("zang").matches_syllables(["zhǎng"])
    (mixed,) = understood("行zang~").groups
    assert mixed[0].mixed
    assert understood("长~").single == parse("长~")


def test_filters() -> None:
    wanted = understood("长 in:notes in:texts tag:经济 title:第一 before:2026-03 after:2025")
    assert wanted.filters.kinds == {"note", "text"}
    assert wanted.filters.tags == ("经济",)
    assert [query.text for query in wanted.filters.titles] == ["第一"]
    assert wanted.filters.before == datetime(2026, 3, 1, tzinfo=UTC)
    assert wanted.filters.after == datetime(2025, 1, 1, tzinfo=UTC)
    assert understood("长").filters.kinds == set(KINDS)


def test_near_and_not() -> None:
    wanted = understood("改革 NEAR 开放 -经济")
    assert wanted.near == 20
    assert [query.text for query in wanted.without] == ["经济"]
    assert wanted.single is None
    assert understood("改革 NEAR").near is None


def test_a_wildcard_stands_for_one_character() -> None:
    (query,) = understood("长?角").groups[0]
    assert list(query.in_text("长三角长角长江三角长\n角")) == [(0, 3), (9, 12)]
    assert query.pattern == ["长", None, "角"]
    (overlapping,) = understood("啊?啊").groups[0]
    assert list(overlapping.in_text("啊啊啊啊")) == [(0, 3), (1, 4)]


def test_the_words_of_a_plain_query() -> None:
    words = every_word("长三角  一体化")
    assert words is not None
    assert [group[0].text for group in words.groups] == ["长三角", "一体化"]
    assert every_word("长三角") is None


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed: str) -> None:
    text = "长三角 abc"
    for wanted in (understood(typed), every_word(typed) or understood("")):
        for query in (query for group in wanted.groups for query in group):
            assert all(0 <= start < end <= len(text) for start, end in query.in_text(text))
