"""Units of the text: beginnings, ends, and steps over empty paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.document import ParagraphKind as Kind
from reader.ui.article.caret import Place
from reader.ui.article.walker import Unit, Walker
from tests.ui.texts import Text

PARAGRAPHS = [
    (Kind.TITLE, "春天"),
    (Kind.BODY, "人民大众，学习。汉语好！"),
    (Kind.BODY, ""),
    (Kind.TITLE, "夏天"),
    (Kind.BODY, "e\u0301a𠮷。"),
]
WALKER = Walker(Text(PARAGRAPHS), [0, 3])


@pytest.mark.parametrize(
    ("unit", "place", "forward", "backward"),
    [
        (Unit.CHARACTER, (1, 0), (1, 1), (0, 1)),
        (Unit.CHARACTER, (1, 11), (3, 0), (1, 10)),
        (Unit.CHARACTER, (4, 0), (4, 2), (3, 1)),  # over the accent, with its letter
        (Unit.WORD, (1, 2), (1, 5), (1, 0)),  # over the comma
        (Unit.WORD, (1, 1), (1, 2), (1, 0)),
        (Unit.SENTENCE, (1, 0), (1, 8), (0, 0)),
        (Unit.SENTENCE, (1, 9), (3, 0), (1, 8)),
        (Unit.PARAGRAPH, (1, 5), (3, 0), (1, 0)),
        (Unit.PARAGRAPH, (3, 0), (4, 0), (1, 0)),
        (Unit.SECTION, (1, 5), (3, 0), (0, 0)),
        (Unit.SECTION, (3, 0), (3, 0), (0, 0)),  # there is no third
    ],
)
def test_steps(
    unit: Unit, place: tuple[int, int], forward: tuple[int, int], backward: tuple[int, int]
) -> None:
    assert WALKER.step(Place(*place), unit, 1) == forward
    assert WALKER.step(Place(*place), unit, -1) == backward


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [
        (Unit.CHARACTER, (1, 5), (1, 6)),
        (Unit.WORD, (1, 5), (1, 7)),
        (Unit.SENTENCE, (1, 0), (1, 8)),
        (Unit.PARAGRAPH, (1, 0), (1, 12)),
        (Unit.SECTION, (0, 0), (2, 0)),
    ],
)
def test_around_and_reach(unit: Unit, start: tuple[int, int], end: tuple[int, int]) -> None:
    place = Place(1, 5)
    assert WALKER.around(place, unit) == (start, end)
    assert WALKER.reach(place, unit, 1) == end
    assert WALKER.reach(place, unit, -1) <= place


def test_a_selection_grows_into_the_next_paragraph() -> None:
    assert WALKER.reach(Place(1, 12), Unit.WORD, 1) == (3, 2)
    assert WALKER.reach(Place(4, 5), Unit.WORD, 1) == (4, 5)


def test_texts_without_anything() -> None:
    empty = Walker(Text([(Kind.BODY, ""), (Kind.BODY, "")]))
    for unit in Unit:
        assert empty.step(Place(0, 0), unit, 1) == (0, 0)
        assert empty.step(Place(0, 0), unit, -1) == (0, 0)
        assert empty.reach(Place(0, 0), unit, 1) >= (0, 0)


@given(
    st.lists(st.text("中文学a。！，\u0301 ", max_size=12), min_size=1, max_size=6),
    st.sampled_from(list(Unit)),
    st.booleans(),
    st.data(),
)
def test_steps_go_through_the_whole_text_and_back(
    texts: list[str], unit: Unit, known: bool, data: st.DataObject
) -> None:
    text = Text([(Kind.BODY, paragraph) for paragraph in texts])
    if not known:
        text.unknown = set(range(len(texts)))
    walker = Walker(text, [0, len(texts) // 2])
    place = Place(0, 0)
    seen = [place]
    while (following := walker.step(place, unit, 1)) != place:
        assert following > place
        start, end = walker.around(following, unit)
        assert start <= following <= end
        place = following
        seen.append(place)
    back = data.draw(st.sampled_from(seen))
    while (earlier := walker.step(back, unit, -1)) != back:
        assert earlier < back
        back = earlier
