"""The reading view as a person uses it: pointing, clicking, moving, selecting, scrolling."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain.document import ParagraphKind
from reader.domain.places import Span
from reader.ui.article.page import MARGIN
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from reader.ui.article.view import ArticleView
from tests.ui.texts import BOOK, Text

pytestmark = pytest.mark.usefixtures("faces")
Kind = ParagraphKind


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.open(Text(BOOK))
    return made


def middle(view: ArticleView, span: Span) -> QPoint:
    return view.rectangle_of(span).center()


def test_a_click_activates_the_word(view: ArticleView, qtbot: QtBot) -> None:
    word = Span(1, 2, 4)
    with qtbot.waitSignal(view.activated) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, word))
    assert caught.args == [word]
    assert view.current_span == word


def test_there_is_no_word_on_punctuation_or_beside_the_text(view: ArticleView) -> None:
    assert view.word_at(middle(view, Span(1, 4, 5))) is None
    assert view.word_at(QPoint(2, 200)) is None


def test_keys_move_by_words_and_return_opens_the_card(view: ArticleView, qtbot: QtBot) -> None:
    keys = Qt.Key
    for key in (keys.Key_Down, keys.Key_Home, keys.Key_Right, keys.Key_Right):
        QTest.keyClick(view, key)
    QTest.keyClick(view, keys.Key_Down)
    QTest.keyClick(view, keys.Key_Home)
    QTest.keyClick(view, keys.Key_Right)
    span = view.current_span
    assert span is not None
    with qtbot.waitSignal(view.activated) as caught:
        QTest.keyClick(view, keys.Key_Return)
    assert caught.args == [span]
    QTest.keyClick(view, keys.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.current_span is not None
    assert view.current_span.paragraph == len(BOOK) - 1
    assert len(BOOK) - 1 in view.visible_paragraphs()


def test_shift_selects_and_escape_ends_it(view: ArticleView) -> None:
    view.go_to(Span(1, 0, 2))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    QTest.keyClick(view, Qt.Key.Key_Right, shift)
    assert view.selected_text.startswith("人民大众")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_text == ""
    view.select_all()
    assert view.selected_text == "\n".join(text for _, text in BOOK)


def test_dragging_selects_characters(view: ArticleView) -> None:
    first, last = view.rectangle_of(Span(1, 0, 1)), view.rectangle_of(Span(1, 5, 6))
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), button, pos=first.center() - QPoint(first.width() // 3, 0))
    QTest.mouseMove(view.viewport(), last.center() + QPoint(last.width() // 3, 0))
    end = last.center() + QPoint(last.width() // 3, 0)
    QTest.mouseRelease(view.viewport(), button, pos=end)
    QTest.mouseDClick(view.viewport(), button, pos=middle(view, Span(1, 7, 9)))
    assert view.selected_text == "汉语"


def test_pages_turn_there_and_back(view: ArticleView) -> None:
    start = view.position
    view.scroll_pages(1)
    assert view.position > start
    view.scroll_pages(-1)
    assert view.position == start


def test_the_end_of_the_text_is_the_end_of_scrolling(view: ArticleView) -> None:
    for _ in range(60):
        view.scroll_pages(1)
    at_end = view.position
    view.scroll_pages(1)
    assert view.position == at_end
    assert view.visible_paragraphs()[-1] == len(BOOK) - 1
    bar = view.verticalScrollBar()
    assert abs(bar.value() - bar.maximum()) <= 1


def test_the_line_at_the_top_stays_whatever_changes(view: ArticleView) -> None:
    view.top_of(9)
    assert view.position == (9, 0.0)
    view.set_setting(Setting(30, Ruby(Amount.ALL)))
    assert view.position == (9, 0.0)
    view.resize(420, 500)
    assert view.position[0] == 9


def test_words_that_come_later_do_not_move_the_text(qtbot: QtBot) -> None:
    text = Text(BOOK)
    text.unknown = set(range(len(BOOK)))
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    wanted: list[tuple[int, int]] = []
    view.words_wanted.connect(wanted.extend)
    view.show()
    view.open(text)
    view.top_of(5)
    view.viewport().grab()
    assert (5, 0) in wanted
    assert min(wanted[-3:])[0] >= 5
    text.unknown.clear()
    view.refresh(range(len(BOOK)))
    assert view.position == (5, 0.0)
    assert view.word_at(middle(view, Span(5, 0, 2))) == Span(5, 0, 2)


@pytest.mark.parametrize(
    "paragraphs", [[], [(Kind.BODY, "")], [(Kind.TITLE, "a"), (Kind.BODY, "")]]
)
def test_empty_texts_are_no_trouble(
    qtbot: QtBot, paragraphs: list[tuple[ParagraphKind, str]]
) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.open(Text(paragraphs))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return,
                Qt.Key.Key_PageDown):  # fmt: skip
        QTest.keyClick(view, key)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    view.viewport().grab()
    assert view.selected_text == ""


def test_a_text_opens_with_the_room_above_its_title(view: ArticleView) -> None:
    assert view.rectangle_of(Span(0, 0, 1)).top() > view.page.face.pitch * 0.5


@pytest.mark.parametrize("width", [300, 420, 3000])
def test_the_margin_is_kept_at_the_largest_type(view: ArticleView, width: int) -> None:
    view.set_setting(Setting(72, Ruby(Amount.ALL)))
    view.resize(width, 400)
    assert view.page.left >= MARGIN
    assert view.page.left + view.page.column_width <= view.viewport().width() - MARGIN
