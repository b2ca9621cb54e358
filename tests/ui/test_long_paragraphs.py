"""One paragraph of any length: laid out in portions, with the offsets of the paragraph."""

import itertools
import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain.document import Paragraph, ParagraphKind
from reader.domain.places import Span
from reader.domain.portions import bounds, portion_count, portion_of
from reader.domain.words import Word, WordKind
from reader.ui.article.breaking import Line
from reader.ui.article.caret import Place
from reader.ui.article.decorations import Layer
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from reader.ui.article.view import ArticleView

pytestmark = pytest.mark.usefixtures("faces")
Kind = ParagraphKind

_RNG = random.Random(7)
_SENTENCES = [
    "人民大众学习汉语。",
    "春天来了，𠮷野家开门。",
    "他说：“好！”",
    "Xidu 是一个读书的程序。",
]
LONG = "".join(_RNG.choices(_SENTENCES, k=1300))
HUGE = "".join(_RNG.choices(_SENTENCES, k=102_000))[:1_000_000]


class Text:
    """Paragraphs whose words are one character long, asked for by portion alone."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts
        self.shape = [(Kind.BODY, len(text)) for text in texts]

    def paragraph(self, index: int) -> Paragraph:
        return Paragraph(Kind.BODY, self._texts[index])

    def words(self, index: int) -> tuple[Word, ...]:
        raise AssertionError("all words of a long paragraph were asked for")

    def words_at(self, index: int, offset: int) -> tuple[Word, ...]:
        text = self._texts[index]
        start, end = bounds(text, portion_of(text, offset))
        if text[start] not in "".join(_SENTENCES):
            return (Word(start, end, WordKind.LATIN),)
        return tuple(
            Word(i, i + 1, WordKind.WORD, ("zhuāng",))
            if "\u4e00" <= text[i] <= "\u9fff" or text[i] == "𠮷"
            else Word(i, i + 1, WordKind.PUNCTUATION)
            for i in range(start, end)
        )


def opened(qtbot: QtBot, *texts: str) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_setting(Setting(22, Ruby(Amount.ALL)))
    view.show()
    view.open(Text(*texts))
    return view


def lines(view: ArticleView) -> list[tuple[int, float]]:
    """First character and upper edge of every line in sight."""
    return [
        (line.start, y + layout.line_top(index))
        for _, y, layout in view.page.visible()
        for index, line in enumerate(layout.lines)
        if 0 <= y + layout.line_top(index) <= view.page.height - layout.line_height
    ]


def test_lines_go_on_where_the_last_portion_ended(qtbot: QtBot) -> None:
    view = opened(qtbot, "头", LONG, "尾")
    assert portion_count(len(LONG)) > 2
    covered: dict[int, int] = {}
    for _ in range(400):
        for index, _, layout in view.page.visible():
            if index == 1:
                covered.update((line.start, line.end) for line in layout.lines)
        before = view.position
        view.scroll_pages(1)
        if view.position == before:
            break
    assert view.visible_paragraphs()[-1] == 2
    at = 0
    while at < len(LONG):
        at = covered.pop(at)
    assert at == len(LONG)
    assert not covered


def test_a_seam_shows_no_gap_and_no_indent(qtbot: QtBot) -> None:
    view = opened(qtbot, LONG)
    seam = bounds(LONG, 1)[0]
    view.go_to(Span(0, seam, seam + 1))
    shown = lines(view)
    assert seam in [start for start, _ in shown]
    steps = {round(b[1] - a[1], 3) for a, b in itertools.pairwise(shown)}
    assert len(steps) == 1
    first = view.rectangle_of(Span(0, seam, seam + 1))
    others = [view.rectangle_of(Span(0, start, start + 1)).left() for start, _ in shown]
    assert abs(first.left() - min(others)) <= 12


@pytest.mark.parametrize("at", [0, 1, 2])
def test_points_marks_and_selection_have_the_offsets_of_the_paragraph(
    qtbot: QtBot, at: int
) -> None:
    view = opened(qtbot, LONG)
    place = LONG.index("学习", bounds(LONG, at)[1] - 200)
    view.go_to(Span(0, place, place + 1))
    box = view.rectangle_of(Span(0, place, place + 1))
    assert view.word_at(box.center()) == Span(0, place, place + 1)
    last = view.rectangle_of(Span(0, place + 1, place + 2))
    button = Qt.MouseButton.LeftButton
    left = QPoint(box.left() + 14, box.center().y())
    QTest.mousePress(view.viewport(), button, pos=left)
    QTest.mouseMove(view.viewport(), QPoint(last.right(), last.center().y()))
    assert view.selected_text in {"学习", "学", "习"}
    QTest.mouseRelease(view.viewport(), button, pos=QPoint(last.right(), last.center().y()))
    view.clear_selection()
    page = view.viewport().grab().toImage()
    view.decorations.set_ranges(Layer.NOTE, [Span(0, place, place + 1)])
    view.decorate()
    assert view.viewport().grab().toImage() != page


def test_a_mark_across_a_seam_is_painted_on_both_sides(qtbot: QtBot) -> None:
    view = opened(qtbot, LONG)
    seam = bounds(LONG, 1)[0]
    view.go_to(Span(0, seam, seam + 1))
    boxes = [b for _, _, each in view.page.visible() for b in each.rectangles(seam - 2, seam + 2)]
    assert len(boxes) == 2


def test_signs_in_the_margin_stand_once(qtbot: QtBot) -> None:
    view = opened(qtbot, LONG)
    seam = bounds(LONG, 1)[0]
    view.go_to(Span(0, seam, seam + 1))
    assert [layout.holds(seam) for _, _, layout in view.page.visible()] == [False, True]
    assert view.page.flow is not None
    assert view.page.flow.layout(0, len(LONG)).holds(len(LONG))


def test_lines_are_walked_over_seams(qtbot: QtBot) -> None:
    view = opened(qtbot, LONG)
    seam = bounds(LONG, 1)[0]
    view.go_to(Span(0, seam, seam + 1))
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.caret is not None
    assert view.caret.place.offset < seam
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.caret.place.offset >= seam
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.caret.place == Place(0, len(LONG) - 1)


def test_words_are_walked_over_seams_there_and_back(qtbot: QtBot) -> None:
    view = opened(qtbot, LONG)
    seam = bounds(LONG, 1)[0]
    view.go_to(Span(0, seam - 8, seam - 7))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret is not None
    first = view.caret.place.offset
    there = []
    while view.caret.place.offset < seam + 5:
        there.append(view.caret.place.offset)
        QTest.keyClick(view, Qt.Key.Key_Right)
    back = []
    while view.caret.place.offset > first:
        QTest.keyClick(view, Qt.Key.Key_Left)
        back.append(view.caret.place.offset)
    assert there[0] < seam <= back[0]
    assert all(a < b for a, b in itertools.pairwise(there))
    assert back[::-1] == there


def test_the_line_at_the_top_stays_in_the_middle_of_a_long_paragraph(qtbot: QtBot) -> None:
    view = opened(qtbot, LONG)
    view.go_to(Span(0, 9000, 9001))
    view.scroll_pages(1)
    before = view.position
    view.resize(520, 400)
    view.set_setting(Setting(30, Ruby(Amount.HOVER)))
    view.set_setting(Setting(22, Ruby(Amount.ALL)))
    view.resize(700, 500)
    assert view.position == before


@pytest.mark.parametrize(
    "text",
    [
        HUGE,
        "字" * 1_000_000,
        "e" + "\u0301" * 499_999,
        "שלום עולם " * 50_000,
        "\u0627\u0644\u0633\u0644\u0627\u0645" * 83_333,
        "𠮷" * 500_000,
    ],
    ids=["sentences", "one character", "combining", "Hebrew", "Arabic", "astral"],
)
def test_a_paragraph_of_a_million_characters_costs_what_is_seen_of_it(
    qtbot: QtBot, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_setting(Setting(22, Ruby(Amount.ALL)))
    view.show()
    book = Text(text)
    laid_out: list[int] = []
    # Marks without width stand 4,000 to a line, and a page shows many lines.
    most = 300_000 if text[1] == "\u0301" else 20_000

    class Counted(ParagraphLayout):
        """Tells how many characters it divides into lines."""

        def _divide(self) -> list[Line]:
            laid_out.append(self.end - self.start)
            return super()._divide()

    monkeypatch.setattr("reader.ui.article.flow.ParagraphLayout", Counted)

    def step(action: Callable[[], object]) -> None:
        laid_out.clear()
        action()
        view.viewport().repaint()
        assert sum(laid_out) <= most

    bar = view.verticalScrollBar()
    step(lambda: view.open(book))
    assert laid_out
    step(lambda: bar.setValue(bar.maximum() // 2))
    assert 0.3 < view.position[1] < 0.99
    step(lambda: view.scroll_pages(1))
    step(lambda: view.resize(900, 500))
    step(lambda: bar.setValue(bar.maximum()))
    assert view.page.flow is not None
    *_, (_, _, last) = view.page.visible()
    assert last.end == len(text)


def test_a_heap_of_marks_is_divided_into_lines(qtbot: QtBot) -> None:
    view = opened(qtbot, "e" + "\u0301" * 100_000)
    assert view.page.flow is not None
    layout = view.page.flow.layout(0)
    assert max(line.end - line.start for line in layout.lines) < 1500
    # Marks as languages write them take no room of their own.
    assert layout.face.advances("e\u0301")[1] == layout.face.advances("e\u0301\u0302")[1] == 0.0
