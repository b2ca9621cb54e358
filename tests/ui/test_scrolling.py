"""Gliding: frame by frame to where plain scrolling goes at once."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.places import Span
from reader.ui.article.view import ArticleView
from tests.ui.texts import BOOK, Text

pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.open(Text(BOOK))
    return made


def frames(view: ArticleView, milliseconds: float = 16) -> list[float]:
    """Let a glide come to its end; where it was after each frame."""
    seen = []
    while view.scroller.gliding:
        view.scroller.advance(milliseconds)
        assert view.page.flow is not None
        seen.append(view.page.flow.scroll)
        assert len(seen) < 500
    return seen


def turn_wheel(view: ArticleView, notches: int = 0, pixels: int = 0) -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(200, 200), QPointF(200, 200), QPoint(0, pixels), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_a_page_glides_to_where_it_jumps_without(view: ArticleView) -> None:
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    there = view.position
    view.top_of(0)
    view.scroller.smooth = True
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.position < there
    seen = frames(view)
    assert view.position == there
    assert len(seen) > 5
    assert seen == sorted(seen)
    # Fast at first, then slower; nothing is left of it afterwards.
    steps = [b - a for a, b in zip([0.0, *seen], seen, strict=False)]
    assert steps[0] > steps[4] > steps[-1]
    assert not view.scroller._frames.isActive()


def test_a_notch_on_the_way_adds_to_it(view: ArticleView) -> None:
    turn_wheel(view, -1)
    turn_wheel(view, -1)
    there = view.position
    view.top_of(0)
    view.scroller.smooth = True
    turn_wheel(view, -1)
    view.scroller.advance(16)
    turn_wheel(view, -1)
    frames(view)
    assert view.position == there


def test_a_touchpad_is_followed_at_once(view: ArticleView) -> None:
    view.scroller.smooth = True
    turn_wheel(view, pixels=-50)
    assert not view.scroller.gliding
    assert view.page.flow is not None
    assert view.page.flow.scroll == 50


def test_the_edges_end_it(view: ArticleView) -> None:
    view.scroller.smooth = True
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    view.scroller.advance(16)
    assert not view.scroller.gliding
    for _ in range(80):
        view.scroll_pages(1)
    frames(view)
    assert view.visible_paragraphs()[-1] == len(BOOK) - 1


@pytest.mark.parametrize("how", ["bar", "caret", "contents", "another text"])
def test_going_elsewhere_ends_it(view: ArticleView, how: str) -> None:
    view.scroller.smooth = True
    view.scroll_pages(5)
    view.scroller.advance(16)
    if how == "bar":
        view.verticalScrollBar().setValue(300)
    elif how == "caret":
        view.go_to(Span(9, 0, 1))
    elif how == "contents":
        view.top_of(9)
    else:
        view.open(Text(BOOK), 3)
    there = view.position
    view.scroller.advance(1000)
    assert view.position == there
    assert not view.scroller.gliding


def test_however_long_a_frame_takes(view: ArticleView) -> None:
    view.scroller.smooth = True
    view.scroll_pages(2)
    one = len(frames(view, 4))
    assert view.page.flow is not None
    there = view.page.flow.scroll
    view.top_of(0)
    view.scroll_pages(2)
    other = len(frames(view, 40))
    assert view.page.flow.scroll == there
    assert other < one
