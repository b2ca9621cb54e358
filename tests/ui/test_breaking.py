"""Lines end where Chinese lines may end."""

from collections.abc import Sequence
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.script import is_wide
from reader.ui.article.breaking import NO_END, NO_START, Line, Measures, break_lines

CELL = 20.0
texts = st.text(
    st.sampled_from("的一是在人有我他这中国发展、，。；：“”（）《》—…abc123 %\n𠮷"), max_size=120
)


def measures(
    text: str,
    starts: Sequence[int] = (),
    extras: Sequence[float] | None = None,
    tails: Sequence[float] | None = None,
    heads: Sequence[float] | None = None,
) -> Measures:
    """Cells for Chinese, half of one for the rest; every gap may stretch."""
    nothing = [0.0] * len(text)
    widths = [CELL if is_wide(char) else CELL / 2 for char in text]
    return Measures(
        text,
        widths,
        extras or nothing,
        heads or nothing,
        tails or nothing,
        [1] * len(text),
        starts,
        CELL,
    )


def lines_of(text: str, width: float, *, words: int = 2, indent: float = 0.0) -> list[Line]:
    return break_lines(measures(text, range(0, len(text), words)), width, indent=indent)


def width_of(text: str) -> float:
    return sum(CELL if is_wide(char) else CELL / 2 for char in text)


@given(texts, st.integers(1, 900), st.integers(1, 5))
def test_lines_cover_the_text_and_fit(text: str, width: int, words: int) -> None:
    at = 0
    for line in lines_of(text, width, words=words):
        assert line.start == at
        assert line.end > line.start
        at = line.end
        shown = text[line.start : line.end].removesuffix("\n")
        used = width_of(shown)
        assert used <= width + 1e-3 or len(shown) == 1
        assert "\n" not in shown
        if line.slack:
            assert line.slack > 0
            assert abs(used + line.slack - width) < 1e-6
    assert at == len(text)


@given(st.text(st.sampled_from("的中，。”（“—ab 1"), max_size=120), st.integers(40, 400))
def test_a_line_breaks_badly_only_where_it_has_no_good_place(text: str, width: int) -> None:
    def good(at: int) -> bool:
        before, after = text[at - 1], text[at]
        return (
            after not in NO_START
            and before not in NO_END
            and (is_wide(before) or is_wide(after) or before == " " or at % 2 == 0)
        )

    for line in lines_of(text, width)[:-1]:  # words of two characters
        if not good(line.end) and text[line.end] not in "—…":  # those may, rather than gape
            assert not any(good(at) for at in range(line.start + 1, line.end + 1))


@given(texts, st.integers(200, 900), st.integers(1, 4))
def test_words_of_at_most_four_characters_stay_whole_in_ragged_lines(
    text: str, width: int, words: int
) -> None:
    text = text.replace("\n", "")
    starts = list(range(0, len(text), words))
    for line in break_lines(measures(text, starts), width, justify=False)[:-1]:
        possible = any(
            text[at] not in NO_START and text[at - 1] not in NO_END
            for at in starts
            if line.start < at <= line.end
        )
        assert line.end in starts or not possible


@given(st.lists(st.integers(0, 40), max_size=60), st.integers(60, 600))
def test_room_behind_the_last_character_of_a_line_is_not_needed(
    extras: list[int], width: int
) -> None:
    text = "中" * len(extras)
    room = [float(extra) for extra in extras]
    lines = break_lines(measures(text, range(len(text)), room), width)
    for line in lines:
        size = line.end - line.start
        assert size * CELL + sum(extras[line.start : line.end - 1]) <= width + 1e-3
        if (
            line.end < len(text) and line is not lines[-2]
        ):  # the next character would not have found room
            assert (size + 1) * CELL + sum(extras[line.start : line.end]) > width


def test_a_line_break_behind_a_full_line_makes_no_empty_line() -> None:
    text = "中" * 10 + "\n" + "国" * 3 + "\u2028" + "人\n\n民"
    lines = lines_of(text, 10 * CELL, words=1)
    assert [text[line.start : line.end] for line in lines] == [
        "中" * 10 + "\n", "国" * 3 + "\u2028", "人\n", "\n", "民"
    ]  # fmt: skip
    assert all(line.slack == 0 for line in lines)


@pytest.mark.parametrize(
    "text", ["中国人民，" * 40_000, "，" * 200_000, "x" * 200_000, "（" * 200_000, "a b" * 66_000]
)
def test_the_work_grows_with_the_text_alone(text: str) -> None:
    class Counted(str):
        """Counts how often a character is looked at."""

        __slots__ = ()
        looks = 0

        def __getitem__(self, at: SupportsIndex | slice) -> str:
            Counted.looks += 1
            return super().__getitem__(at)

    counted = Counted(text)
    made = measures(text, range(0, len(text), 2))._replace(text=counted)
    break_lines(made, 36 * CELL)
    assert Counted.looks <= 10 * len(text)


def test_short_words_stay_whole_where_that_leaves_no_hole() -> None:
    text = "我们学习汉语" * 6
    lines = lines_of(text, 11 * CELL)
    assert all(line.end % 2 == 0 for line in lines)


def test_a_long_word_is_divided_rather_than_leave_a_hole() -> None:
    text = "国家发展改革委区域协调发展司" * 2
    lines = lines_of(text, 10 * CELL, words=14)
    assert [line.end - line.start for line in lines[:-1]] == [10, 10]


def test_the_first_line_is_shorter_by_the_indent_and_full_lines_are_stretched() -> None:
    lines = lines_of("中" * 30, 10.4 * CELL, words=1, indent=2 * CELL)
    assert [line.end - line.start for line in lines] == [8, 10, 10, 2]
    assert lines[1].slack > 0
    assert lines[-1].slack == 0


def test_a_headline_breaks_at_its_spaces() -> None:
    text = "推动区域一体化 取得新的突破"
    lines = break_lines(measures(text, range(len(text))), 10 * CELL, headline=True)
    assert text[lines[0].start : lines[0].end] == "推动区域一体化 "


def test_a_character_does_not_end_a_paragraph_alone_if_that_shows_nowhere() -> None:
    lines = lines_of("人民日报记者从北京报道" * 3 + "。", 16 * CELL, words=1)
    assert [line.end - line.start for line in lines] == [16, 15, 3]
    assert lines[1].slack == CELL
    wide = measures("人民日报记者", range(6), [0, 0, 0, 0, CELL * 4, 0])
    assert [line.end for line in break_lines(wide, 5 * CELL)] == [5, 6]
    narrow = lines_of("人民日报记者" + "。", 5 * CELL, words=1)
    assert [line.end - line.start for line in narrow] == [5, 2]


def test_marks_give_way_for_one_that_must_not_begin_the_next_line() -> None:
    text = "人民，日报，记者从北京，报道的消息"
    half = CELL / 2
    gives = [half if char == "，" else 0.0 for char in text]
    made = measures(text, range(len(text)), tails=gives)
    # The third comma needs half a cell more than eleven and a half.
    assert break_lines(made, 11 * CELL)[0].end == 10
    pressed = break_lines(made._replace(gives=gives), 11 * CELL)[0]
    assert (pressed.end, pressed.slack) == (12, -half)
    ragged = break_lines(made._replace(gives=gives), 11 * CELL, justify=False)[0]
    assert ragged.end == 10
    # At the end of a paragraph too.
    last = break_lines(made._replace(text=text[:11] + "。", gives=gives), 11 * CELL)
    assert [(line.end, line.slack) for line in last[:1]] == [(12, -half)]


def test_the_lines_of_a_headline_are_alike() -> None:
    text = "推动长三角一体化发展取得新的重大突破"
    made = measures(text, [0, 2, 5, 8, 10, 12, 14, 16])
    lines = break_lines(made, 17 * CELL, headline=True, justify=False)
    assert [text[line.start : line.end] for line in lines] == [
        "推动长三角一体化发展",
        "取得新的重大突破",
    ]


@given(texts, st.integers(20, 900))
def test_a_headline_takes_no_more_lines_for_being_alike(text: str, width: int) -> None:
    made = measures(text, range(0, len(text), 2))
    alike = break_lines(made, width, headline=True, justify=False)
    assert [line.start for line in alike] == [0, *(line.end for line in alike)][: len(alike)]
    for line in alike:
        shown = text[line.start : line.end].removesuffix("\n")
        assert width_of(shown) <= width + 1e-3 or len(shown) == 1


def test_a_dash_may_begin_a_line_rather_than_pull_one_apart() -> None:
    made = measures("人民日报记者" * 2 + "的……——的的的的的的的的的的的", range(40))
    (first, second, *_) = break_lines(made, 16 * CELL)
    assert (first.end, second.start) == (15, 15)
    (first, *_) = break_lines(made, 14 * CELL)
    assert first.end == 13


def test_marks_that_hang_or_lose_a_half_at_the_edges_make_room() -> None:
    text = "人民，大（学习）汉语"
    half, none = CELL / 2, [0.0] * len(text)
    tails = [half if char in "，）" else 0.0 for char in text]
    heads = [half if char == "（" else 0.0 for char in text]

    def ends(width: float, tails: list[float], heads: list[float]) -> list[int]:
        made = measures(text, range(len(text)), tails=tails, heads=heads)
        return [line.end for line in break_lines(made, width)]

    assert ends(2.5 * CELL, none, none)[0] == 1
    assert ends(2.5 * CELL, tails, none)[0] == 3
    assert ends(2 * CELL, [2 * tail for tail in tails], none)[0] == 3
    assert ends(4.5 * CELL, none, none)[1] == 8
    assert ends(4.5 * CELL, none, heads)[1] == 9


def test_a_headline_in_a_column_of_one_character_ends() -> None:
    lines = break_lines(measures("国中", [0]), CELL, headline=True)
    assert [(line.start, line.end) for line in lines] == [(0, 1), (1, 2)]
