"""Every line of real text is set right, at any size, width and choice of the reader.

Checked of each line: kinsoku, the straight edge, boxes that touch and never overlap, marks
that hang no further than they may, pinyin that is whole and clear of the line above, and
that what is painted, hit and selected agree.
"""

import itertools

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from reader.domain.document import ParagraphKind
from reader.domain.notation import Notation
from reader.domain.script import is_han
from reader.services.spelling import respeller
from reader.ui.article.breaking import BETTER_NOT, NO_END, NO_START
from reader.ui.article.classes import CLOSING, OPENING
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.page import MARGIN
from reader.ui.article.ruby import Amount, Ruby, units_of
from reader.ui.article.spacing import HANGING, Marks
from reader.ui.article.typography import WORD_GAPS, Setting, style_of, whole_cells
from tests.ui.test_layout import PAGE, synthetic

pytestmark = pytest.mark.usefixtures("faces")

# Beginnings of 红楼梦, 孔乙己 and 论语, and what newspapers and the net add to Chinese.
REAL = [
    *[line for line in PAGE if len(line) > 20],
    "此开卷第一回也。作者自云：因曾历过一番梦幻之后，故将真事隐去，而借“通灵”之说，撰此《石头记》一书也。"
    "故曰“甄士隐”云云。但书中所记何事何人？自又云：“今风尘碌碌，一事无成，忽念及当日所有之女子，"
    "一一细考较去，觉其行止见识，皆出于我之上。何我堂堂须眉，诚不若彼裙钗哉？实愧则有馀，悔又无益之大无可如何之日也！”",
    "孔乙己便涨红了脸，额上的青筋条条绽出，争辩道，“窃书不能算偷……窃书！……读书人的事，能算偷么？”"
    "接连便是难懂的话，什么“君子固穷”，什么“者乎”之类，引得众人都哄笑起来：店内外充满了快活的空气。",
    "子曰：“学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？”——《论语·学而》",
    "2024年3月5日，苹果（Apple）公司CEO蒂姆·库克（Tim Cook）在上海说：“We’re excited!”其iPhone 15 Pro"
    "售价7,999元（约合$1,100），比2023年降了12.5%；详见https://example.org/a/very/long/path?with=a&query=of-some-length。",
    "《〈红楼梦〉考证》（胡适，1921）、《“三国”漫谈》、『引號』「直排」……还有——破折号——与～波浪号、“！？”连用？！",
    "An English sentence within a Chinese book: it’s set by its spaces, not letter by letter — 然后接着中文。",
    "北京℃、１２３全角数字、①②③、ⅠⅡⅢ、αβγ、кириллица、カタカナ、한국어、𠮷野家和𪚥字，以及emoji😀🇨🇳。",
]
RUBIES = [
    Ruby(),
    Ruby(Amount.ALL),
    Ruby(Amount.ALL, whole=True),
    Ruby(Amount.ALL, notation=Notation.NUMBERS, whole=True, spoken=True, colours="pleco"),
    Ruby(Amount.ALL, notation=Notation.ZHUYIN),
    Ruby(Amount.ALL, notation=Notation.ZHUYIN, beside=False, colours="mdbg"),
    Ruby(Amount.UNKNOWN),
    Ruby(Amount.UNKNOWN, whole=True),
    Ruby(Amount.UNKNOWN, notation=Notation.ZHUYIN),
]

settings_of_text = st.builds(
    Setting,
    size=st.integers(10, 72),
    ruby=st.sampled_from(RUBIES),
    typeface=st.sampled_from(["serif", "sans", "kai", "No such family"]),
    justify=st.booleans(),
    indent=st.booleans(),
    leading=st.integers(120, 300),
    word_gap=st.sampled_from(sorted(WORD_GAPS)),
    whole_words=st.booleans(),
    marks=st.sampled_from(Marks),
    column=st.just(38),
    paragraph_gap=st.integers(0, 200),
    respell=st.sampled_from([None, respeller("traditional")]),
    vertical=st.booleans(),
)
any_example = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def layout_of(text: str, setting: Setting, width: float) -> ParagraphLayout:
    return ParagraphLayout(
        text, synthetic(text), style_of(ParagraphKind.BODY, None), setting, width
    )


def may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return after not in NO_START and before not in NO_END and not before == after == "—"


@any_example
@example(
    next(text for text in REAL if "example.org" in text),
    Setting(size=32, leading=120, justify=False, indent=False, marks=Marks.HANG, whole_words=False),
    300,
)
@given(st.sampled_from(REAL), settings_of_text, st.integers(300, 3000))
def test_no_line_begins_or_ends_with_the_wrong_mark(
    text: str, setting: Setting, width: int
) -> None:
    lines = layout_of(text, setting, width).lines
    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
    assert lines[-1].end == len(text)
    for line in lines[:-1]:
        if may_break(text, line.end) or text[line.end] in BETTER_NOT:
            continue
        assert not any(may_break(text, at) for at in range(line.start + 1, line.end + 1))


@any_example
@given(st.sampled_from(REAL), settings_of_text, st.integers(300, 3000))
def test_lines_fill_the_column_and_no_more(text: str, setting: Setting, width: int) -> None:
    layout = layout_of(text, setting, width)
    cell = layout.face.cell
    for index, line in enumerate(layout.lines):
        shaped = layout.shaped(index)
        last = text[line.end - 1]
        hangs = setting.marks is Marks.HANG and last in HANGING
        # The edge of the column is where a mark that hangs begins.
        end = shaped.gaps[-2] if hangs and line.slack else shaped.right
        if line.slack:
            assert setting.justify
            assert abs(end - width) < 0.01
        elif line.end - line.start > 1:
            assert end <= width + cell / 2 * hangs + 0.01
        if setting.justify and line is not layout.lines[-1] and not line.slack:
            gaps = sum(layout._spacing.shares[line.start : line.end - 1])
            edge = shaped.gaps[-2] if hangs else shaped.right
            assert abs(edge - width) < 0.1 or width - edge > 0.5 * gaps * cell - 0.1
        indented = setting.indent and line.start == 0
        assert abs(shaped.left - (2 * cell if indented else 0)) < 0.01


@any_example
@given(st.sampled_from(REAL), settings_of_text, st.integers(300, 3000))
def test_boxes_follow_one_another_and_glyphs_stand_in_them(
    text: str, setting: Setting, width: int
) -> None:
    layout = layout_of(text, setting, width)
    for index, line in enumerate(layout.lines):
        shaped = layout.shaped(index)
        assert len(shaped.gaps) == line.end - line.start + 1
        assert all(left <= right + 1e-6 for left, right in itertools.pairwise(shaped.gaps))
        assert all(extra >= -1e-6 for extra in shaped.extras)
        drawn = sum(len(run.glyphIndexes()) for run in shaped.runs + shaped.upright)
        assert drawn == line.end - line.start - sum(p.end - p.start for p in shaped.parts)
        for run in shaped.runs:
            for place in run.positions():
                assert shaped.left - 0.6 * setting.size <= place.x() <= shaped.right
        # What stands upright is drawn from the bottom of its square, in the line's own band.
        top, cell = layout.line_top(index), layout.face.cell
        digits = {layout.face.glyphs.indexes[digit] for digit in "0123456789"}
        for run in shaped.upright:
            assert setting.vertical
            # Two digits share a square.
            wide = 0.45 * cell if digits.issuperset(run.glyphIndexes()) else cell
            for place in run.positions():
                assert -top - layout.line_height <= place.x() <= place.x() + wide <= -top + 1
                along = place.y() - 0.88 * cell  # of digits a little less
                assert shaped.left - 0.6 * setting.size <= along <= shaped.right + 0.02 * cell


@any_example
@given(st.sampled_from(REAL), settings_of_text, st.integers(300, 3000))
def test_pinyin_is_whole_and_clear_of_its_neighbours_and_the_line_above(
    text: str, setting: Setting, width: int
) -> None:
    check_ruby(layout_of(text, setting, width), setting, width)


@any_example
@given(st.data(), st.sampled_from(REAL), settings_of_text, st.integers(300, 3000))
def test_a_revealed_sentence_is_whole_and_clear_too(
    data: st.DataObject, text: str, setting: Setting, width: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    setting = setting._replace(ruby=setting.ruby._replace(amount=Amount.HOVER))
    words = synthetic(text)
    units = units_of(text, words, setting.ruby, revealed=[(start, end)])
    style = style_of(ParagraphKind.BODY, None)
    layout = ParagraphLayout(text, words, style, setting, width, units)
    check_ruby(layout, setting, width)
    shown = {p.unit.start for i in range(layout.line_count) for p in layout.shaped(i).ruby}
    inside = {word.start for word in words if word.syllables and start < word.end <= end}
    assert {at for at in inside if at >= start} <= shown


def check_ruby(layout: ParagraphLayout, setting: Setting, width: int) -> None:
    above = -1e9
    for index in range(layout.line_count):
        shaped = layout.shaped(index)
        for left, right in itertools.pairwise(shaped.ruby):
            assert left.x + left.width <= right.x + 0.26
        for _, x, reading in shaped.ruby:
            assert x > -MARGIN
            assert x + reading < width + MARGIN
        boxes = [ink.run.boundingRect().translated(0, shaped.baseline) for ink in shaped.inks]
        tops = [box.top() for box in boxes]
        # Bounds are whole pixels, rounded outwards.
        assert all(top >= max(above, 0.0) - 1.0 for top in tops)
        lowest = 0.13 if layout.face.ruby.form.beside else -0.7
        assert all(box.bottom() <= shaped.baseline + lowest * setting.size + 1 for box in boxes)
        above = shaped.baseline + 0.13 * setting.size


@any_example
@given(st.data(), st.sampled_from(REAL), settings_of_text, st.integers(300, 3000))
def test_what_is_selected_is_what_was_hit(
    data: st.DataObject, text: str, setting: Setting, width: int
) -> None:
    layout = layout_of(text, setting, width)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 300)))
    boxes = layout.rectangles(start, end)
    assert len(boxes) == layout.line_of(end - 1) - layout.line_of(start) + 1
    for box in boxes:
        assert -0.01 <= box.left() <= box.right()
        assert box.right() <= width + layout.face.cell / 2 + 0.01 or end - start == 1
        assert -1e-6 <= box.top() <= box.bottom() <= layout.height + 1e-6
        if box.width() > 1 and not layout.shaped(layout.line_at(box.center().y())).parts:
            inside = QPointF(box.left() + 0.5, box.center().y())
            assert start <= layout.offset_at(inside.x(), inside.y()) < end
            assert layout.hits_text(inside.x(), inside.y())


@pytest.mark.parametrize("marks", Marks)
def test_plain_chinese_stands_in_a_grid(marks: Marks) -> None:
    setting = Setting(22, marks=marks, whole_words=False)
    width = whole_cells(700, setting)
    layout = layout_of("天地玄黄宇宙洪荒日月盈昃辰宿列张" * 20, setting, width)
    cell = layout.face.cell
    for index in range(layout.line_count):
        for at, x in enumerate(layout.shaped(index).gaps):
            assert x == pytest.approx((at + 2 * (index == 0)) * cell)


def test_other_characters_are_shown_and_every_offset_stays() -> None:
    text = "头发发展，干净的皇后后来说。" * 12
    plain = Setting(22)
    shown = layout_of(text, plain._replace(respell=respeller("traditional")), 700)
    own = layout_of(text, plain, 700)
    assert shown.text == own.text == text
    assert shown.lines == own.lines
    for at in range(len(text)):
        assert shown.rectangles(at, at + 1) == own.rectangles(at, at + 1)
    glyphs = [run.glyphIndexes() for run in shown.shaped(0).runs]
    assert glyphs != [run.glyphIndexes() for run in own.shaped(0).runs]
    expected = layout_of("頭髮發展，乾淨的皇后後來說。" * 12, plain, 700)
    assert glyphs == [run.glyphIndexes() for run in expected.shaped(0).runs]


def test_marks_are_pressed_rather_than_a_line_pulled_apart() -> None:
    setting, pressed = Setting(22), 0
    for text in REAL:
        layout = layout_of(text, setting, 14 * 22.0)
        for index, line in enumerate(layout.lines):
            if line.slack < 0:
                pressed += 1
                shaped = layout.shaped(index)
                assert shaped.right == pytest.approx(14 * 22.0)
                for at in range(line.start, line.end):
                    # A character that is no mark keeps its cell.
                    wide = shaped.gaps[at - line.start + 1] - shaped.gaps[at - line.start]
                    if text[at] not in OPENING | CLOSING and is_han(text[at]):
                        assert wide >= 22.0 - 1e-6
    assert pressed >= 5
