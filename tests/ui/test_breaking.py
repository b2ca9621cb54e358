"""Lines end where Chinese lines may end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.script import is_wide
from reader.ui.article.breaking import NO_END, NO_START, Line, break_lines

CELL = 20.0
texts = st.text(
    st.sampled_from("的一是在人有我他这中国发展、，。；：“”（）《》—…abc123 %\n𠮷"), max_size=120
)


def lines_of(text: str, width: float, *, words: int = 2, indent: float = 0.0) -> list[Line]:
    advances = [CELL if is_wide(char) else CELL / 2 for char in text]
    starts = range(0, len(text), words)
    return break_lines(
        text, advances, [0.0] * len(text), list(starts), width, indent=indent, cell=CELL
    )


@given(texts, st.integers(1, 900), st.integers(1, 5))
def test_lines_cover_the_text_and_fit(text: str, width: int, words: int) -> None:
    at = 0
    for line in lines_of(text, width, words=words):
        assert line.start == at
        assert line.end > line.start
        at = line.end
        used = sum(CELL if is_wide(char) else CELL / 2 for char in text[line.start : line.end])
        assert used <= width + 1e-6 or line.end == line.start + 1
        assert used + line.stretch * (line.end - line.start - 1) <= width + 1e-6 or used > width
    assert at == len(text)


@given(st.text(st.sampled_from("的一是在人有我他这中国发展、，。”（《“"), max_size=120))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str) -> None:
    # Ten cells leave room to move a mark, unless marks follow each other without end.
    lines = lines_of(text, 10 * CELL)
    for line, following in pairwise(lines):
        between = text[max(line.start, line.end - 9) : following.start + 1]
        if any(char not in NO_START | NO_END for char in between[1:]):
            first, last = text[following.start], text[line.end - 1]
            breakable = any(
                a not in NO_END and b not in NO_START
                for a, b in zip(text[line.start : line.end + 1], text[line.start + 1 : line.end + 1],
                                strict=False)
            )  # fmt: skip
            if breakable:
                assert first not in NO_START
                assert last not in NO_END


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
    assert lines[1].stretch > 0
    assert lines[-1].stretch == 0


def test_a_headline_breaks_at_its_spaces() -> None:
    text = "推动区域一体化 取得新的突破"
    advances = [CELL if is_wide(char) else CELL / 2 for char in text]
    lines = break_lines(
        text, advances, [0.0] * len(text), range(len(text)), 10 * CELL, cell=CELL, at_spaces=True
    )
    assert text[lines[0].start : lines[0].end] == "推动区域一体化 "
