"""Marks of half a cell, quarter gaps beside Latin, and what stretches."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.script import is_wide
from reader.ui.article.classes import CLOSING, OPENING, classes
from reader.ui.article.glyphs import complex_spans
from reader.ui.article.spacing import Ink, Marks, Spacing, press, space, spread

CELL = 20.0


def ink(char: str) -> Ink:
    """A font like those bundled: marks in the half of their cell that is theirs."""
    if char in OPENING:
        return Ink(12.0, 6.0)
    return Ink(2.0, 6.0) if char in CLOSING else Ink(1.0, 18.0)


def spaced(text: str, marks: Marks = Marks.COMPRESS) -> Spacing:
    advances = [CELL if is_wide(char) else CELL / 2 for char in text]
    return space(text, advances, CELL, ink, marks)


@pytest.mark.parametrize(
    ("text", "halved"),
    [
        ("他说：“人", "："),
        ("人」，他", "」"),
        ("（《人", "《"),
        ("人》）。他", "》）"),
        ("人”“他", "”"),
        ("真？！”人", "？！"),
        ("人，他", ""),
    ],
)
def test_of_two_marks_side_by_side_one_takes_half_a_cell(text: str, halved: str) -> None:
    made = spaced(text)
    assert "".join(c for c, w in zip(text, made.widths, strict=True) if w < CELL) == halved
    assert spaced(text, Marks.FULL).widths == [CELL] * len(text)


def test_a_halved_opening_mark_is_drawn_to_the_left_by_what_it_lost() -> None:
    made = spaced("（《人")
    assert made.shifts == {1: CELL / 2}
    assert made.heads == [CELL / 2, 0, 0]


@given(st.text(st.sampled_from("人a1，。、：“”（）《》！ —…"), max_size=40), st.sampled_from(Marks))
def test_nothing_becomes_narrower_than_its_ink(text: str, marks: Marks) -> None:
    made = spaced(text, marks)
    for at, char in enumerate(text):
        assert made.widths[at] >= CELL / 2
        assert made.heads[at] == 0 or char in OPENING
        assert made.tails[at] == 0 or char in CLOSING or char == " "
        if marks is Marks.FULL:
            assert made.heads[at] == 0
            assert made.tails[at] == 0 or char == " "


def test_commas_and_stops_hang_whole_and_nothing_else_does() -> None:
    made = spaced("人，人。人”人：", Marks.HANG)
    assert made.tails == [0, CELL, 0, CELL, 0, CELL / 2, 0, CELL / 2]


def test_a_mark_whose_ink_fills_its_cell_keeps_it() -> None:
    made = space("，，", [CELL] * 2, CELL, lambda _: Ink(7.0, 6.0), Marks.COMPRESS)
    assert made.widths == [CELL] * 2
    assert made.tails == [0, 0]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("中国GDP增长", [1, 4]),
        ("在2024年3月", [0, 4, 5, 6]),
        ("增长5%的", [1, 3]),
        ("约$300", [0]),
        ("用 Apple 的", []),
        ("人，a。", []),
        ("αβ的я", [1, 2]),
    ],
)
def test_a_quarter_of_a_cell_stands_between_latin_and_han(text: str, gaps: list[int]) -> None:
    extras = spaced(text).extras
    assert [at for at, extra in enumerate(extras) if extra] == gaps
    assert all(extras[at] == CELL / 4 for at in gaps)


def test_latin_words_dashes_and_ellipses_are_not_pulled_apart() -> None:
    text = "中——国……word 12.5%人"
    shares = spaced(text).shares
    firm = {at for at, share in enumerate(shares) if not share}
    assert firm == {1, 4, 6, 7, 8, 9, 11, 12, 13, 14}
    assert shares[text.index(" ")] == 2


def test_what_is_missing_is_shared_out_exactly() -> None:
    assert spread(10.0, [1, 0, 2, 1, 1]) == [2.0, 0.0, 4.0, 2.0, 2.0]
    assert spread(10.0, [0, 0]) == [0.0, 0.0]


def test_what_is_over_is_taken_from_marks_alone() -> None:
    made = spaced("人，民。”（大）")
    assert made.gives == [0, 10, 0, 0, 0, 10, 0, 10]
    assert press(5.0, [0.0, 10.0, 0.0, 10.0]) == [0.0, 2.5, 0.0, 2.5]


def test_a_dot_between_names_takes_half_a_cell_and_an_apostrophe_what_it_needs() -> None:
    made = spaced("亨利·基辛格")
    assert made.widths[2] == CELL / 2
    text = "it’s"
    made = spaced(text)
    assert made.widths[text.index("’")] == 6 + CELL * 0.1
    assert made.shares[:3] == [0, 0, 0]


def test_what_has_to_be_shaped_is_found_with_the_narrow_characters_around_it() -> None:
    text = "中文 שלום a中e\u0301中\u0301，。😀国"
    found = [text[start:end] for start, end in complex_spans(text)]
    assert found == ["שלום a", "e\u0301", "中\u0301", "😀"]
    assert list(complex_spans("中国，English 12%…")) == []


@given(st.text(max_size=80))
def test_every_character_has_one_class(text: str) -> None:
    assert len(classes(text)) == len(text)
    spans = list(complex_spans(text))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


def test_short_numbers_share_a_cell_of_a_column() -> None:
    text = "在11月5日，2024年涨5%，第100名，A4，iPhone 15 Pro"
    advances = [CELL if is_wide(char) else CELL / 2 for char in text]
    made = space(text, advances, CELL, ink, Marks.COMPRESS, ink)
    assert made.combined == {1: 2, 4: 1}
    assert made.widths[1:3] == [CELL / 2] * 2
    assert made.widths[4] == CELL
    assert made.extras[:6] == [0.0] * 6
    assert made.shares[1] == 0
    assert spaced(text).combined == {}
