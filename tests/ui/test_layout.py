"""Pinyin never touches its neighbour, at any size and width."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.document import ParagraphKind
from reader.domain.notation import Notation
from reader.domain.script import is_han
from reader.domain.words import Word, WordKind
from reader.services.texts import first_text
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.page import MARGIN
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.ruby_room import Placed
from reader.ui.article.typography import Setting, Style, style_of
from reader.ui.article.utf16 import Utf16Map

Kind = ParagraphKind
pytestmark = pytest.mark.usefixtures("faces")

READINGS = {"中": "zhōng", "国": "guó", "长": "cháng", "庄": "zhuāng", "一": "yī", "的": "de",
            "双": "shuāng", "床": "chuáng", "𠮷": "jí", "儿": "r"}  # fmt: skip
texts = st.text(st.sampled_from("中国长庄一的双床𠮷儿，。“”ai 12（）·—…"), min_size=1, max_size=80)
EVERY = Ruby(Amount.ALL)
RUBIES = [
    Ruby(),
    EVERY,
    Ruby(Amount.ALL, whole=True),
    Ruby(Amount.UNKNOWN),
    Ruby(Amount.ALL, notation=Notation.NUMBERS, whole=True),
    Ruby(Amount.ALL, notation=Notation.ZHUYIN),
    Ruby(Amount.ALL, notation=Notation.ZHUYIN, beside=False),
    Ruby(Amount.UNKNOWN, notation=Notation.ZHUYIN),
]
PAGE = [line for line in first_text().read_text(encoding="utf-8").split("\n") if line.strip()]


def words_of(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(i, i + 1, WordKind.WORD, (READINGS[c],)) if c in READINGS
        else Word(i, i + 1, WordKind.PUNCTUATION)
        for i, c in enumerate(text)
    )  # fmt: skip


def synthetic(text: str) -> tuple[Word, ...]:
    """Words of one to three characters with the widest syllables there are."""
    wide = ["zhuāng", "chuáng", "shuāng", "yī", "de", "guó", "èr"]
    out: list[Word] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and end - at < 1 + at % 3 and is_han(text[at]) and is_han(text[end]):
            end += 1
        syllables = tuple(wide[i % 7] for i in range(at, end)) if is_han(text[at]) else ()
        out.append(Word(at, end, WordKind.WORD if syllables else WordKind.PUNCTUATION, syllables))
        at = end
    return tuple(out)


def layout_of(text: str, size: int, width: float, ruby: Ruby = EVERY) -> ParagraphLayout:
    style = style_of(ParagraphKind.BODY, None)
    return ParagraphLayout(text, words_of(text), style, Setting(size, ruby), width)


def check_ruby(layout: ParagraphLayout) -> list[Placed]:
    """Readings keep their distance, stand above the middle of their characters, are whole."""
    drawn: list[Placed] = []
    for index in range(layout.line_count):
        shaped = layout.shaped(index)
        for left, right in itertools.pairwise(shaped.ruby):
            assert left.x + left.width <= right.x + 0.26
        if layout.face.ruby.form.beside:
            check_columns(layout, index)
            drawn += shaped.ruby
            continue
        for unit, x, width in shaped.ruby:
            edges = shaped.x_of(unit.start), shaped.x_of(unit.end - 1) + layout.face.cell
            assert abs(x + width / 2 - sum(edges) / 2) < 0.01
            assert x > -MARGIN
            assert x + width < layout.width + MARGIN
        drawn += shaped.ruby
    return drawn


def check_columns(layout: ParagraphLayout, index: int) -> None:
    """Zhuyin beside its character stays between that and the next one."""
    shaped, face = layout.shaped(index), layout.face
    for unit, x, width in shaped.ruby:
        left = shaped.x_of(unit.start)
        right = shaped.edges(unit.start, unit.end)[1]
        assert abs(x - left - face.cell) < 0.01
        assert x + width <= right + 0.01
        for numbers, places, mark in face.ruby.strokes(unit.text):
            raw = face.ruby.raw_mark if mark else face.ruby.raw
            for number, (dx, y) in zip(numbers, places, strict=True):
                box = raw.boundingRect(number).translated(x + dx, y)
                # Bounds are whole pixels, rounded outwards.
                assert left + face.cell - 1 <= box.left() <= box.right() <= right + 1
                assert -face.cell - 1 <= box.top() <= box.bottom() <= 0.15 * face.cell + 1


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.integers(10, 72), st.integers(300, 3000), st.sampled_from(RUBIES[1:]))
def test_readings_do_not_overlap_and_stand_above_their_characters(
    text: str, size: int, width: int, ruby: Ruby
) -> None:
    drawn = check_ruby(layout_of(text, size, width, ruby))
    wanted = [i for i, c in enumerate(text) if c in READINGS]
    assert [piece.at for placed in drawn for piece in placed.unit.pieces] == wanted


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.integers(10, 72), st.integers(300, 3000), st.sampled_from(RUBIES))
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


@pytest.mark.parametrize("size", [10, 14, 22, 37, 72])
@pytest.mark.parametrize("width", [300, 777, 3000])
@pytest.mark.parametrize(
    ("kind", "ruby"),
    [*((Kind.BODY, ruby) for ruby in RUBIES[1:]), (Kind.TITLE, EVERY), (Kind.BYLINE, EVERY)],
    ids=str,
)
def test_the_first_page_with_pinyin_everywhere(
    size: int, width: int, kind: ParagraphKind, ruby: Ruby
) -> None:
    setting = Setting(size, ruby)
    for text in PAGE if (size, ruby) == (14, EVERY) else PAGE[:4]:
        layout = ParagraphLayout(text, synthetic(text), style_of(kind, None), setting, width)
        drawn = check_ruby(layout)
        pieces = [piece.at for placed in drawn for piece in placed.unit.pieces]
        assert pieces == [at for at, char in enumerate(text) if is_han(char)]
        for index, line in enumerate(layout.lines):
            assert layout.shaped(index).right <= width + 0.6 or line.end == line.start + 1


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.integers(10, 72), st.integers(300, 3000), st.sampled_from(RUBIES))
def test_a_selection_covers_its_characters_and_stays_in_the_column(
    data: st.DataObject, size: int, width: int, ruby: Ruby
) -> None:
    text = data.draw(st.sampled_from(PAGE))
    layout = ParagraphLayout(
        text, synthetic(text), style_of(Kind.BODY, None), Setting(size, ruby), width
    )
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 200)))
    boxes = layout.rectangles(start, end)
    assert len(boxes) == layout.line_of(end - 1) - layout.line_of(start) + 1
    cell = layout.face.cell
    for upper, lower in itertools.pairwise(boxes):
        assert upper.bottom() <= lower.top() + 0.5 * size
    for box in boxes:
        assert -cell <= box.left() <= box.right() <= width + cell
        assert -1e-6 <= box.top() <= box.bottom() <= layout.height + 1e-6
    # A point in a box is in the selection: the middle of its first and last character.
    assert layout.offset_at(boxes[0].left() + 1, boxes[0].center().y()) == start
    for box in boxes:
        assert start <= layout.offset_at(box.center().x(), box.center().y()) < end


@pytest.mark.parametrize("ruby", RUBIES, ids=repr)
@pytest.mark.parametrize(
    "text", ["人民" * 60, "外长亨利·基辛格的名字，" * 12, "有“引号”的话（和括号）。" * 12]
)
def test_full_lines_end_at_the_edge_of_the_column(text: str, ruby: Ruby) -> None:
    for width in (400, 613, 800):
        layout = layout_of(text, 22, width, ruby)
        for index, line in enumerate(layout.lines[:-1]):
            if line.slack:
                assert abs(layout.shaped(index).right - width) < 0.01


@pytest.mark.parametrize("text", ["", "中", "中\n国", "a\u2029b", "中\0国", "\ud800国", "e\u0301" * 50,
                                  "\u202e中国", "שלום 中国", "😀中", "\t中\t", "\u200b", "\ufeff中"])  # fmt: skip
@pytest.mark.parametrize("ruby", RUBIES, ids=repr)
def test_any_text_has_a_place_for_every_character(text: str, ruby: Ruby) -> None:
    layout = layout_of(text, 22, 300, ruby)
    assert sum(line.end - line.start for line in layout.lines) == len(text)
    for offset in range(len(text)):
        (box,) = layout.rectangles(offset, offset + 1)
        assert 0 <= layout.offset_at(box.center().x(), box.center().y()) < len(text)
    if not any(char in "\u202eש" for char in text):  # those are written from right to left
        assert layout.offset_at(-50, -50) == 0
    assert 0 <= layout.offset_at(1e5, 1e5, between=True) <= len(text)
    assert layout.rectangles(0, 0) == []


@given(st.text(max_size=60), st.data())
def test_utf16_agrees_with_the_encoded_text(text: str, data: st.DataObject) -> None:
    units = Utf16Map(text)
    for at in range(len(text) + 1):
        encoded = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
        assert units.to_units(at) == encoded
        assert units.to_points(encoded) == at
        if at < len(text) and text[at] > "\uffff":
            assert units.to_points(encoded + 1) == at


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
