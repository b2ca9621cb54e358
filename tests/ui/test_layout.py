"""Pinyin never touches its neighbour, at any size and width."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.document import ParagraphKind
from reader.domain.words import Word, WordKind
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.typography import Ruby, Setting, Style, style_of
from reader.ui.article.utf16 import Utf16Map

pytestmark = pytest.mark.usefixtures("faces")

READINGS = {"中": "zhōng", "国": "guó", "长": "cháng", "庄": "zhuāng", "一": "yī", "的": "de",
            "双": "shuāng", "床": "chuáng", "𠮷": "jí", "儿": "r"}  # fmt: skip
texts = st.text(st.sampled_from("中国长庄一的双床𠮷儿，。“”ai 12（）"), min_size=1, max_size=80)


def words_of(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(i, i + 1, WordKind.WORD, (READINGS[c],)) if c in READINGS
        else Word(i, i + 1, WordKind.PUNCTUATION)
        for i, c in enumerate(text)
    )  # fmt: skip


def layout_of(text: str, size: int, width: float, ruby: Ruby = Ruby.ALL) -> ParagraphLayout:
    style = style_of(ParagraphKind.BODY, None)
    return ParagraphLayout(text, words_of(text), style, Setting(size, ruby), width)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.integers(10, 72), st.integers(300, 3000))
def test_syllables_do_not_overlap_and_stand_above_their_characters(
    text: str, size: int, width: int
) -> None:
    layout = layout_of(text, size, width)
    for index in range(layout.line_count):
        shaped = layout.shaped(index)
        for left, right in itertools.pairwise(shaped.syllables):
            assert left.x + left.width <= right.x + 0.26
        for syllable in shaped.syllables:
            middle = shaped.x_of(syllable.at) + layout.face.cell / 2
            assert abs(syllable.x + syllable.width / 2 - middle) < 0.01
            assert syllable.x >= -0.6 * size
    drawn = [s.at for i in range(layout.line_count) for s in layout.shaped(i).syllables]
    assert drawn == [i for i, c in enumerate(text) if c in READINGS]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.integers(10, 72), st.integers(300, 3000), st.sampled_from(Ruby))
def test_a_point_in_a_character_finds_that_character(
    text: str, size: int, width: int, ruby: Ruby
) -> None:
    layout = layout_of(text, size, width, ruby)
    for offset, char in enumerate(text):
        (box,) = layout.rectangles(offset, offset + 1)
        if char in READINGS:
            x = layout.shaped(layout.line_of(offset)).x_of(offset) + layout.face.cell / 2
            assert layout.offset_at(x, box.center().y()) == offset
        assert box.left() >= -0.01
        assert box.right() <= width + 2


def test_lines_are_shaped_only_when_they_are_asked_for() -> None:
    layout = layout_of("中国" * 50_000, 22, 800)
    assert layout.line_count > 1000
    layout.shaped(500)
    assert len(layout._shaped) == 1


@pytest.mark.parametrize("text", ["", "中𠮷国", "𠮷𠮷", "a𠮷b"])
def test_utf16_round_trip(text: str) -> None:
    units = Utf16Map(text)
    assert units.to_units(len(text)) == len(text.encode("utf-16-le")) // 2
    for at in range(len(text) + 1):
        assert units.to_points(units.to_units(at)) == at


def test_a_heading_under_a_title_is_a_subtitle() -> None:
    below = style_of(ParagraphKind.HEADING, ParagraphKind.TITLE)
    assert isinstance(below, Style)
    assert below != style_of(ParagraphKind.HEADING, ParagraphKind.BODY)
