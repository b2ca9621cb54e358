"""Pages: every line once and whole, nothing alone, each term explained where it first stands."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.document import ParagraphKind
from reader.services.excerpt import Range
from reader.ui.article.ruby import Amount
from reader.ui.printing.pages import Page
from tests.ui.printing.texts import A4, A6, Setup, Text, cut

Kind = ParagraphKind
pytestmark = pytest.mark.usefixtures("faces")

PIECES = (
    "中国人民",
    "甲乙",
    "丙丁",
    "丁丁",
    "，",
    "。",
    "戊己",
    "庚辛长江",
    "“引用”",
    "abc 12",
    "𠮷",
)
paragraph = st.tuples(
    st.sampled_from(Kind),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join),
)
sections = st.lists(
    st.tuples(st.just("节"), st.lists(paragraph, min_size=1, max_size=6)), min_size=1, max_size=4
)
checked = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _lines(setup: Setup, page: Page) -> list[tuple[int, int, float, float]]:
    return [(s.piece.entry, s.piece.start, y, y + s.height) for s, y in page.strips]


@checked
@given(
    sections,
    st.sampled_from([A4, A6, (200, 260)]),
    st.sampled_from([9.0, 12.0, 22.0]),
    st.sampled_from([Amount.HOVER, Amount.ALL]),
    st.booleans(),
)
def test_every_line_is_printed_once_and_none_is_cut(
    content: list[tuple[str, list[tuple[Kind, str]]]],
    paper: tuple[int, int],
    points: float,
    ruby: Amount,
    notes: bool,
) -> None:
    setup = Setup(Text(content, cut), paper, points, ruby, notes=notes)
    assert setup.text() == "".join(text for _, ps in content for _, text in ps)
    column = setup.setter.column
    for page in setup.pages:
        lines = _lines(setup, page)
        foot = column.bottom() - setup.paginator.notes_height(list(page.notes))
        for _, _, top, bottom in lines:
            assert top >= column.top() - 0.01
            assert bottom <= foot + 0.01 or len(lines) == 1
        for upper, lower in pairwise(lines):
            assert upper[3] <= lower[2] + 0.01
    assert [page.number for page in setup.pages] == list(range(1, len(setup.pages) + 1))


@checked
@given(sections, st.sampled_from([A4, A6]), st.sampled_from([9.0, 14.0]))
def test_each_term_has_one_footnote_in_order(
    content: list[tuple[str, list[tuple[Kind, str]]]], paper: tuple[int, int], points: float
) -> None:
    setup = Setup(Text(content, cut), paper, points)
    expected: list[str] = []
    for _, paragraphs in content:
        for _, text in paragraphs:
            for word in cut(text):
                if word.term and word.term != "丁丁" and word.term not in expected:
                    expected.append(word.term)
    marks = [mark for page in setup.pages for s, _ in page.strips for mark in s.marks]
    notes = [mark for page in setup.pages for mark in page.notes]
    assert [mark.term.id for mark in marks] == expected
    assert [mark.term.id for mark in notes] == expected
    assert [mark.number for mark in notes] == list(range(1, len(expected) + 1))


@pytest.mark.parametrize("points", [9.0, 12.0, 16.0])
@pytest.mark.parametrize("ruby", [Amount.HOVER, Amount.ALL])
def test_a_footnote_stands_on_the_page_of_its_term(points: float, ruby: Amount) -> None:
    content = [
        (
            "节",
            [
                (Kind.BODY, "中国人民，" * 9 + first + second + "。")
                for first in "甲乙丙"
                for second in "甲乙丙丁戊己"
            ],
        )
    ]
    setup = Setup(Text(content, cut), A6, points, ruby)
    assert len(setup.pages) >= 3
    for page in setup.pages:
        assert page.notes == tuple(mark for strip, _ in page.strips for mark in strip.marks)


def test_more_footnotes_than_a_page_holds_go_on_at_the_next() -> None:
    terms = "".join(a + b for a in "甲乙丙丁戊己庚辛" for b in "甲乙丙戊己庚辛")
    setup = Setup(Text([("节", [(Kind.BODY, terms)])], cut), (200, 200), 9.0, Amount.HOVER)
    numbers = [mark.number for page in setup.pages for mark in page.notes]
    assert numbers == list(range(1, 57))
    assert setup.text() == terms


def test_a_heading_with_many_footnotes_keeps_its_text() -> None:
    terms = "".join(a + b for a in "甲乙丙丁" for b in "甲乙丙戊己")
    content = [("节", [(Kind.TITLE, "题"), (Kind.BODY, terms * 2)])]
    setup = Setup(Text(content, cut), (300, 300), 12.0)
    assert len(setup.pages[0].strips) >= 3
    assert [mark.number for page in setup.pages for mark in page.notes] == list(range(1, 21))


@checked
@given(sections, st.sampled_from([A6, A4]), st.sampled_from([9.0, 12.0]))
def test_no_heading_and_no_line_of_a_paragraph_is_left_alone(
    content: list[tuple[str, list[tuple[Kind, str]]]], paper: tuple[int, int], points: float
) -> None:
    setup = Setup(Text(content, cut), paper, points, Amount.HOVER, notes=False)
    kinds = [entry.kind for entry in setup.manuscript.entries]
    for page, following in pairwise(setup.pages):
        last, first = page.strips[-1].strip, following.strips[0].strip
        same = [s for s, _ in page.strips if s.piece.entry == last.piece.entry]
        rest = [s for s, _ in following.strips if s.piece.entry == last.piece.entry]
        crowded = len(page.strips) < 8  # headings alone may fill a page
        if kinds[last.piece.entry] in {Kind.TITLE, Kind.HEADING}:
            assert crowded or all(
                kinds[s.piece.entry] in {Kind.TITLE, Kind.HEADING, Kind.BYLINE}
                for s, _ in page.strips
            )
        elif first.piece.entry == last.piece.entry and not crowded:
            assert len(same) >= 2
            assert len(rest) >= 2


def test_long_sections_begin_pages_and_short_ones_do_not() -> None:
    long = [(str(n), [(Kind.TITLE, "题"), (Kind.BODY, "中国人民。" * 900)]) for n in range(3)]
    setup = Setup(Text(long, cut), A4, notes=False)
    opened = [page for page in setup.pages if page.opened]
    assert [page.opened for page in opened] == [(0,), (1,), (2,)]
    for page in opened:
        assert setup.line(page.strips[0]) == "题"
    short = [(str(n), [(Kind.TITLE, "题"), (Kind.BODY, "中国人民。" * 9)]) for n in range(3)]
    (page,) = Setup(Text(short, cut), A4, notes=False).pages
    assert page.opened == (0, 1, 2)


def test_a_very_long_paragraph_is_set_in_pieces_that_do_not_show() -> None:
    text = "中国人民甲乙长江，" * 400
    setup = Setup(Text([("节", [(Kind.BODY, text)])], cut), A4, ruby=Amount.HOVER)
    assert setup.text() == text
    lines = [setup.line(placed) for page in setup.pages for placed in page.strips]
    widths = {len(line) for line in lines[1:-1]}
    assert min(widths) >= max(widths) - 3


@checked
@given(sections, st.data())
def test_a_selection_is_printed_alone(
    content: list[tuple[str, list[tuple[Kind, str]]]], data: st.DataObject
) -> None:
    text = Text(content, cut)
    every = [paragraph.text for paragraph in text.document.paragraphs()]
    first = data.draw(st.integers(0, len(every) - 1))
    last = data.draw(st.integers(first, len(every) - 1))
    start = data.draw(st.integers(0, len(every[first])))
    end = data.draw(st.integers(start if first == last else 0, len(every[last])))
    wanted = Range(first, start, last, end)
    setup = Setup(text, A4, wanted=wanted)
    chosen = every[first : last + 1]
    chosen[-1] = chosen[-1][:end]
    chosen[0] = chosen[0][start:]
    assert setup.text() == "".join(chosen)


def test_work_comes_in_small_pieces() -> None:
    text = Text([("节", [(Kind.BODY, "中国人民。" * 3000)])], cut)
    setup = Setup(text, A4, notes=False)
    steps = list(setup.paginator.__class__(setup.setter, setup.sheet).pages())
    assert sum(step is None for step in steps) >= 15000 // 1000


@pytest.mark.parametrize("long", [False, True])
def test_readings_asked_for_are_printed_where_they_were_asked_for(long: bool) -> None:
    before = "甲乙长江，" * (400 if long else 2)
    text = before + "中国人民。" + "丙丁长江，" * 3
    at = len(before)
    content = [("节", [(Kind.BODY, "中国人民。"), (Kind.BODY, text)])]
    setup = Setup(Text(content, cut), A4, ruby=Amount.HOVER, revealed={1: (at, at + 4)})
    read = []
    for page in setup.pages:
        for strip, _ in page.strips:
            layout = setup.setter.layout(strip.piece)
            for placed in layout.shaped(strip.line).ruby:
                read.append(layout.text[placed.unit.start : placed.unit.end])
    assert read == ["中", "国", "人", "民"]
