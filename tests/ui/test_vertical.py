"""Vertical setting: columns from right to left, used as lines are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain.document import ParagraphKind
from reader.domain.notation import Notation
from reader.domain.places import Span
from reader.ui.article.axes import Axes
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting, style_of
from reader.ui.article.view import ArticleView
from reader.ui.card.popup import place_beside
from tests.ui.test_layout import synthetic
from tests.ui.texts import BOOK, Text

pytestmark = pytest.mark.usefixtures("faces")
VERTICAL = Setting(22, vertical=True)
Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.set_setting(VERTICAL)
    made.show()
    made.open(Text(BOOK))
    return made


def middle(view: ArticleView, span: Span) -> QPoint:
    return view.rectangle_of(span).center()


@given(st.booleans(), st.integers(1, 3000), st.integers(-4000, 4000), st.integers(-4000, 4000))
def test_there_and_back(vertical: bool, width: int, x: int, y: int) -> None:
    axes = Axes(vertical, width)
    point = QPointF(x, y)
    assert axes.shown(axes.flat(point)) == point
    box = QRectF(x, y, 30.0, 10.0)
    assert axes.shown_box(axes.flat_box(box)) == box
    assert axes.flat_box(box).contains(axes.flat(QPointF(x + 29, y + 1)))
    step = axes.shown_step(7)
    assert axes.shown(axes.flat(point) + QPointF(0, 7)) == point + QPointF(step)


@pytest.mark.parametrize("vertical", [False, True])
def test_the_painter_turns_as_the_points_do(vertical: bool, qapp: object) -> None:
    axes = Axes(vertical, 200)
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    axes.turn(painter)
    painter.fillRect(QRectF(30, 40, 10, 4), QColor("black"))
    painter.end()
    black = {(x, y) for x in range(200) for y in range(100) if image.pixelColor(x, y).value() < 128}
    box = axes.shown_box(QRectF(30, 40, 10, 4)).toRect()
    assert black == {(x, y) for x in range(200) for y in range(100) if box.contains(x, y)}


def test_lines_run_down_and_follow_one_another_to_the_left(view: ArticleView) -> None:
    first, below = view.rectangle_of(Span(1, 0, 1)), view.rectangle_of(Span(1, 1, 2))
    assert below.top() >= first.bottom() - 1
    assert abs(below.center().x() - first.center().x()) <= 1
    layout = view.page.flow.layout(1) if view.page.flow else None
    assert layout is not None
    second = view.rectangle_of(Span(1, layout.lines[1].start, layout.lines[1].start + 1))
    assert second.right() < first.left()
    # The title is at the right, the first line is indented by two characters.
    assert view.rectangle_of(Span(0, 0, 1)).left() > first.right()
    assert first.top() - second.top() == pytest.approx(44, abs=1)


def test_a_click_activates_the_word_and_beside_the_text_there_is_none(
    view: ArticleView, qtbot: QtBot
) -> None:
    word = Span(1, 2, 4)
    with qtbot.waitSignal(view.activated) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, word))
    assert caught.args == [word]
    assert view.word_at(middle(view, Span(1, 4, 5))) is None
    assert view.word_at(QPoint(350, 3)) is None


def test_every_character_in_sight_is_where_it_is_hit(view: ArticleView) -> None:
    for at in range(120):
        place = view.page.place_at(middle(view, Span(1, at, at + 1)), exact=True)
        assert place == (1, at)


def test_dragging_down_and_to_the_left_selects(view: ArticleView) -> None:
    first, last = view.rectangle_of(Span(1, 0, 1)), view.rectangle_of(Span(1, 60, 61))
    assert last.right() < first.left()
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), button, pos=QPoint(first.center().x(), first.top() + 2))
    end = QPoint(last.center().x(), last.bottom() - 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), button, pos=end)
    assert view.selected_text == BOOK[1][1][:61]


def test_arrows_go_where_they_point(view: ArticleView) -> None:
    view.go_to(Span(1, 0, 2))
    QTest.keyClick(view, Key.Key_Down)
    assert view.current_span == Span(1, 2, 4)
    QTest.keyClick(view, Key.Key_Up)
    assert view.current_span == Span(1, 0, 2)
    before = middle(view, Span(1, 0, 2))
    QTest.keyClick(view, Key.Key_Left)
    span = view.current_span
    assert span is not None
    assert middle(view, span).x() < before.x() - 20
    QTest.keyClick(view, Key.Key_Right)
    assert view.current_span is not None
    assert middle(view, view.current_span).x() == pytest.approx(before.x(), abs=2)
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text


def test_the_bar_below_scrolls_from_right_to_left(view: ArticleView, qtbot: QtBot) -> None:
    bar = view.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert not view.verticalScrollBar().isVisible()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    assert view.visible_paragraphs()[-1] == len(BOOK) - 1
    bar.setValue(bar.maximum())
    assert view.position == (0, 0.0)
    view.scroll_pages(1)
    after = view.position
    assert after > (0, 0.0)
    view.set_setting(VERTICAL._replace(vertical=False))
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    assert not view.horizontalScrollBar().isVisible()
    assert view.position[0] == after[0]
    view.verticalScrollBar().setValue(0)
    assert view.position == (0, 0.0)


@pytest.mark.parametrize("turned", [QPoint(0, -120), QPoint(120, 0)])
def test_the_wheel_turns_on(view: ArticleView, turned: QPoint) -> None:
    here = QPointF(300, 200)
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    view.wheelEvent(QWheelEvent(here, here, QPoint(), turned, *none, False))
    assert view.position > (0, 0.0)


def _layout(text: str, ruby: Ruby | None = None) -> ParagraphLayout:
    setting = VERTICAL._replace(ruby=ruby or Ruby())
    return ParagraphLayout(text, synthetic(text), style_of(ParagraphKind.BODY, None), setting, 440)


def test_latin_lies_and_the_rest_stands_in_forms_of_its_own() -> None:
    shaped = _layout("他说：“用Word吧！”——好①Ⅲ").shaped(0)
    table = _layout("").face.glyphs
    upright = [number for run in shaped.upright for number in run.glyphIndexes()]
    lying = [number for run in shaped.runs for number in run.glyphIndexes()]
    assert upright == [table.upright(char) for char in "他说：“用吧！”好①Ⅲ"]
    assert table.upright("“") != table.indexes["“"]
    assert table.upright("他") == table.indexes["他"]
    assert lying[:4] == [table.indexes[char] for char in "Word"]


def test_marks_lose_the_half_that_is_empty_in_a_column() -> None:
    layout = _layout("天”，地（《人》）。！？”")
    cell = layout.face.cell
    halved = [at for at, width in enumerate(layout._spacing.widths) if width < cell]
    assert [layout.text[at] for at in halved] == ["”", "《", "》", "）", "。"]


@pytest.mark.parametrize("notation", [Notation.MARKS, Notation.ZHUYIN])
def test_readings_stand_at_the_right_of_their_column(qtbot: QtBot, notation: Notation) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    ruby = Ruby(Amount.ALL, notation=notation, colours="none")
    view.set_setting(VERTICAL._replace(ruby=ruby))
    view.show()
    view.open(Text(BOOK))
    plain = view.viewport().grab().toImage()
    assert view.page.flow is not None
    layout = view.page.flow.layout(1)
    shaped = layout.shaped(1)
    assert bool(shaped.upright_inks) == (notation is Notation.ZHUYIN)
    assert bool(shaped.inks) != bool(shaped.upright_inks)
    line = layout.lines[1]
    box = view.rectangle_of(Span(1, line.start, line.end))
    # Right of the characters, within the box of the line.
    wide = round(layout.face.ruby_height)
    strip = plain.copy(box.right() - wide, box.top(), wide, box.height())
    ink = [
        strip.pixelColor(x, y).value() for x in range(strip.width()) for y in range(strip.height())
    ]
    assert min(ink) < 160


def test_the_ruler_lies_along_the_column_under_the_mouse(view: ArticleView) -> None:
    view.focus.ruler = True
    point = middle(view, Span(1, 4, 5))
    view.focus.follow_pointer(point)
    line = view.focus.line()
    assert line is not None
    strip = view.page.axes.shown_box(line.strip)
    assert strip.contains(QPointF(point))
    assert strip.height() > strip.width()


def test_scrolling_moves_the_picture_to_the_right(
    view: ArticleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = view.rectangle_of(Span(1, 60, 61))
    moved: list[tuple[int, int]] = []
    monkeypatch.setattr(view.viewport(), "scroll", lambda *step: moved.append(step))
    view.scroller.by(30)
    assert moved == [(30, 0)]
    assert view.rectangle_of(Span(1, 60, 61)) == before.translated(*moved[0])


def test_short_numbers_stand_and_long_ones_lie() -> None:
    layout = _layout("在11月5日和2024年的会")
    shaped, cell = layout.shaped(0), layout.face.cell
    table = layout.face.glyphs
    standing = [run for run in shaped.upright if table.indexes["1"] in run.glyphIndexes()]
    (eleven,) = standing
    first, second = eleven.positions()
    assert first.y() == second.y()
    assert second.x() - first.x() == pytest.approx(table.advances["1"])
    lying = [number for run in shaped.runs for number in run.glyphIndexes()]
    assert lying == [table.indexes[digit] for digit in "2024"]
    assert layout.rectangles(1, 3)[0].width() == pytest.approx(cell)


def test_the_card_stands_beside_the_word(view: ArticleView) -> None:
    span = Span(1, 2, 4)
    assert view.page.bounds_of(span) == view.rectangle_of(span)
    word = QRect(400, 100, 30, 80)
    area = QRect(0, 0, 800, 600)
    assert place_beside(word, QSize(360, 300), area, column=True).left() > word.right()
    word.moveLeft(500)
    card = place_beside(word, QSize(360, 300), area, column=True)
    assert card.right() < word.left()
    assert card.top() == word.top()


def test_emoji_stand_in_their_column(qapp: object) -> None:
    def picture(setting: Setting) -> QImage:
        layout = ParagraphLayout("😀", (), style_of(ParagraphKind.BODY, None), setting, 440)
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        axes = Axes(setting.vertical, 100)
        axes.turn(painter)
        layout.shaped(0).paint(painter)
        painter.end()
        return image

    def ink(image: QImage) -> list[tuple[int, int]]:
        dark = [
            (x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).value() < 128
        ]
        left, top = min(x for x, _ in dark), min(y for _, y in dark)
        return [(x - left, y - top) for x, y in dark]

    flat = Setting(40, indent=False)
    lying, standing = ink(picture(flat)), ink(picture(flat._replace(vertical=True)))
    assert len(lying) > 50
    # The same picture, where it stands, but for the edges that fall between pixels.
    assert len(set(lying) & set(standing)) > 0.75 * len(lying)
