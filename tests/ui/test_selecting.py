"""Selecting by mouse and keyboard: by character, word, sentence; scrolling at the edges."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.document import ParagraphKind as Kind
from reader.domain.places import Span
from reader.ui.article.caret import Place
from reader.ui.article.view import ArticleView
from tests.ui.texts import BOOK, Text

pytestmark = pytest.mark.usefixtures("faces")

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
BODY = BOOK[1][1]


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.open(Text(BOOK), sections=[0, 10, 20])
    return made


def at(view: ArticleView, offset: int, *, paragraph: int = 1, share: float = 0.5) -> QPoint:
    """A point on a character: at ``share`` of its width."""
    box = view.rectangle_of(Span(paragraph, offset, offset + 1))
    assert not box.isEmpty()
    return QPoint(round(box.left() + box.width() * share), box.center().y())


def press(view: ArticleView, point: QPoint, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.mousePress(view.viewport(), LEFT, modifiers or Qt.KeyboardModifier.NoModifier, point)


def drag(view: ArticleView, *points: QPoint) -> None:
    for point in points:
        QTest.mouseMove(view.viewport(), point)


def release(view: ArticleView, point: QPoint) -> None:
    QTest.mouseRelease(view.viewport(), LEFT, pos=point)


def second_press(view: ArticleView, point: QPoint) -> None:
    """The second of two quick presses; the button stays down, as QTest's does not."""
    where = QPointF(point)
    kind = QMouseEvent.Type.MouseButtonDblClick
    none = Qt.KeyboardModifier.NoModifier
    everywhere = QPointF(view.viewport().mapToGlobal(point))
    event = QMouseEvent(kind, where, where, everywhere, LEFT, LEFT, none)
    QApplication.sendEvent(view.viewport(), event)


def held_drag(view: ArticleView, point: QPoint) -> None:
    where, everywhere = QPointF(point), QPointF(view.viewport().mapToGlobal(point))
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QMouseEvent.Type.MouseMove, where, where, everywhere, LEFT, LEFT, none)
    QApplication.sendEvent(view.viewport(), event)


def test_dragging_back_and_forth_selects_characters(view: ArticleView, qtbot: QtBot) -> None:
    press(view, at(view, 3, share=0.1))
    drag(view, at(view, 7, share=0.9))
    assert view.selected_text == BODY[3:8]
    drag(view, at(view, 1, share=0.1))
    assert view.selected_text == BODY[1:3]
    with qtbot.waitSignal(view.selected):
        release(view, at(view, 1, share=0.1))


def test_shift_and_click_take_the_selection_there(view: ArticleView) -> None:
    press(view, at(view, 3, share=0.1))
    release(view, at(view, 3, share=0.1))
    press(view, at(view, 12, share=0.9), SHIFT)
    release(view, at(view, 12, share=0.9))
    start = 2  # the click chose the word there
    assert view.selected_text == BODY[start:13]
    press(view, at(view, 6, share=0.9), SHIFT)
    release(view, at(view, 6, share=0.9))
    assert view.selected_text == BODY[start:7]


def test_two_clicks_select_the_word_and_three_the_sentence(view: ArticleView) -> None:
    point = at(view, 8)
    QTest.mouseDClick(view.viewport(), LEFT, pos=point)
    assert view.selected_text == "汉语"
    press(view, point)
    release(view, point)
    assert view.selected_text == "人民大众，学习汉语。"
    # A fourth is a first one again.
    press(view, point)
    assert view.selected_text == ""


def test_a_third_click_that_is_late_or_elsewhere_is_a_first_one(view: ArticleView) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, pos=at(view, 8))
    press(view, at(view, 1))
    assert view.selected_text == ""
    release(view, at(view, 1))
    QTest.mouseDClick(view.viewport(), LEFT, pos=at(view, 8))
    view._mouse._third.stop()  # its time is over
    press(view, at(view, 8))
    assert view.selected_text == ""


def test_drawing_on_after_two_clicks_selects_whole_words(view: ArticleView) -> None:
    second_press(view, at(view, 7))
    held_drag(view, at(view, 10, share=0.2))
    assert view.selected_text == "汉语。人民"
    held_drag(view, at(view, 3, share=0.9))
    assert view.selected_text == "大众，学习汉语"


def test_drawing_on_after_three_clicks_selects_whole_sentences(view: ArticleView) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, pos=at(view, 13))
    press(view, at(view, 13))
    drag(view, at(view, 26))
    assert view.selected_text == BODY[10:30]
    drag(view, at(view, 4))
    assert view.selected_text == BODY[0:20]


def test_the_text_goes_on_at_the_edge(view: ArticleView) -> None:
    view.top_of(5)
    press(view, at(view, 0, paragraph=5, share=0.1))
    before = view.position
    drag(view, QPoint(300, view.viewport().height() + 40))
    assert view._mouse._edge.isActive()
    for _ in range(60):
        view._mouse.scroll_on()
    assert view.position > before
    caret = view.caret
    assert caret is not None
    down = caret.selection.caret
    assert down.paragraph in view.visible_paragraphs()
    assert down.paragraph > 5
    drag(view, QPoint(300, -200))
    for _ in range(200):
        view._mouse.scroll_on()
    assert view.position == (0, 0.0)
    assert caret.selection.caret < caret.selection.anchor
    release(view, QPoint(300, -200))
    assert not view._mouse._edge.isActive()


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_Right, CTRL, (1, 11)),
        (Qt.Key.Key_Left, CTRL, (1, 9)),
        (Qt.Key.Key_Right, None, (1, 12)),
        (Qt.Key.Key_Down, ALT, (1, 20)),
        (Qt.Key.Key_Up, ALT, (1, 0)),
        (Qt.Key.Key_Down, CTRL, (2, 0)),
        (Qt.Key.Key_Up, CTRL, (1, 0)),
        (Qt.Key.Key_PageDown, CTRL, (10, 0)),
        (Qt.Key.Key_PageUp, CTRL, (0, 0)),
    ],
)
def test_keys_move_by_units(
    view: ArticleView,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier | None,
    expected: tuple[int, int],
) -> None:
    view.go_to(Span(1, 10, 11))
    caret = view.caret
    assert caret is not None
    QTest.keyClick(view, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert caret.place == expected
    assert caret.selection.is_empty
    assert expected[0] in view.visible_paragraphs()
    if key == Qt.Key.Key_PageDown:
        assert view.position == (10, 0.0)


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_Right, CTRL, BODY[10:11]),
        (Qt.Key.Key_Left, CTRL, BODY[9:10]),
        (Qt.Key.Key_Right, None, BODY[10:12]),
        (Qt.Key.Key_Down, ALT, BODY[10:20]),
        (Qt.Key.Key_Up, ALT, BODY[0:10]),
        (Qt.Key.Key_Down, CTRL, BODY[10:]),
        (Qt.Key.Key_Up, CTRL, BODY[0:10]),
        (Qt.Key.Key_PageDown, CTRL, "\n".join([BODY[10:], *[BODY] * 8])),
        (Qt.Key.Key_PageUp, CTRL, "\n".join([BOOK[0][1], BODY[:10]])),
    ],
)
def test_with_shift_they_select(
    view: ArticleView, key: Qt.Key, modifiers: Qt.KeyboardModifier | None, expected: str
) -> None:
    view.go_to(Span(1, 10, 11))
    QTest.keyClick(view, key, SHIFT | (modifiers or Qt.KeyboardModifier.NoModifier))
    assert view.selected_text == expected


def test_the_keyboard_goes_on_from_what_the_mouse_selected(view: ArticleView) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, pos=at(view, 5))
    QTest.mouseRelease(view.viewport(), LEFT, pos=at(view, 5))
    assert view.selected_text == "学习"
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selected_text == "学习汉语"


def test_spans_of_a_selection_over_paragraphs(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.open(Text([(Kind.BODY, "一二三。"), (Kind.BODY, ""), (Kind.BODY, "四五六。")]))
    view.select_all()
    assert view.caret is not None
    assert view.caret.spans == [Span(0, 0, 4), Span(2, 0, 4)]
    view.clear_selection()
    assert view.caret.spans == []


def ask_for_menu(view: ArticleView, point: QPoint, *, keyboard: bool = False) -> None:
    reasons = QContextMenuEvent.Reason
    reason = reasons.Keyboard if keyboard else reasons.Mouse
    event = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)


def test_the_menu_is_for_the_word_pointed_at(view: ArticleView, qtbot: QtBot) -> None:
    point = at(view, 7)
    with qtbot.waitSignal(view.menu_wanted) as caught:
        ask_for_menu(view, point)
    assert caught.args == [view.viewport().mapToGlobal(point)]
    assert view.current_span == Span(1, 7, 9)


def test_or_for_the_selection_when_it_is_asked_for_there(view: ArticleView) -> None:
    view.caret.select(Place(1, 5), Place(1, 12))  # type: ignore[union-attr]
    ask_for_menu(view, at(view, 8))
    assert view.selected_text == BODY[5:12]
    ask_for_menu(view, at(view, 20))
    assert view.selected_text == ""
    assert view.current_span == Span(1, 20, 22)


def test_from_the_keyboard_it_appears_at_the_word(view: ArticleView, qtbot: QtBot) -> None:
    view.go_to(Span(1, 12, 14))
    with qtbot.waitSignal(view.menu_wanted) as caught:
        ask_for_menu(view, QPoint(3, 3), keyboard=True)
    box = view.rectangle_of(Span(1, 12, 14))
    assert caught.args == [view.viewport().mapToGlobal(box.bottomLeft())]
    assert view.current_span == Span(1, 12, 14)


def test_what_is_selected_is_not_explained(
    view: ArticleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    aimed: list[object] = []
    monkeypatch.setattr(view.intent, "move", aimed.append)
    view.caret.select(Place(1, 5), Place(1, 9))  # type: ignore[union-attr]
    for offset in (2, 5, 7, 12):
        QTest.mouseMove(view.viewport(), at(view, offset))
    assert aimed == [Span(1, 2, 4), None, None, Span(1, 12, 14)]
