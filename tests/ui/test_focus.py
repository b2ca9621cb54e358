"""Helps for the eye: dimming, the ruler, what is read aloud, the whole screen for the text."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenuBar, QToolBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.places import Span
from reader.ui.actions import Actions
from reader.ui.article.tints import contrast, mix, veil
from reader.ui.article.view import ArticleView
from reader.ui.narrating import Narrating
from reader.ui.seclusion import Seclusion
from reader.ui.theme import THEMES, Theme
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


def picture_of(view: ArticleView) -> QImage:
    """What is seen, in the format of a screen: that of a grab changes once scrolling may move it."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def darkest(picture: QImage, view: ArticleView, span: Span) -> int:
    """Lightness of the darkest ink in a span, 0 to 255."""
    box = view.rectangle_of(span)
    return min(
        picture.pixelColor(x, y).lightness()
        for y in range(box.top(), box.bottom())
        for x in range(box.left(), box.right())
    )


def test_all_but_the_sentence_of_the_caret_is_dimmed(view: ArticleView) -> None:
    here, there = Span(1, 10, 14), Span(1, 30, 34)
    view.go_to(Span(1, 12, 14))
    # Edges of characters are smoothed as they fall on pixels: no two are equally dark.
    plain = max(darkest(picture_of(view), view, span) for span in (here, there)) + 30
    view.focus.sentence = True
    view.decorate()
    picture = picture_of(view)
    assert darkest(picture, view, here) <= plain < darkest(picture, view, there) - 30
    # It follows the caret.
    view.go_to(Span(1, 32, 34))
    picture = picture_of(view)
    assert darkest(picture, view, there) <= plain < darkest(picture, view, here) - 30


def test_without_a_caret_in_sight_it_is_the_first_sentence_there(view: ArticleView) -> None:
    view.focus.sentence = True
    for _ in range(5):
        view.scroll_pages(1)
    sentence = view.focus.current_sentence()
    assert sentence is not None
    assert view.caret is not None
    assert view.caret.place.paragraph not in view.visible_paragraphs()
    assert sentence.paragraph in view.visible_paragraphs()
    assert not view.rectangle_of(sentence).isEmpty()
    # What is being read aloud comes first.
    spoken = Span(view.visible_paragraphs()[-1], 0, 2)
    view.show_spoken(spoken)
    assert view.focus.current_sentence() == Span(spoken.paragraph, 0, 10)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_what_is_dimmed_can_still_be_read(theme: Theme) -> None:
    page, over = QColor(theme.page), veil(theme)
    dimmed = mix(QColor(theme.ink), page, over.alphaF())
    assert 3 <= contrast(dimmed, page) < contrast(QColor(theme.ink), page) / 2


def test_the_ruler_follows_the_mouse_and_the_caret(view: ArticleView) -> None:
    view.focus.ruler = True
    view.go_to(Span(1, 0, 2))
    line = view.focus.line()
    assert line is not None
    assert (line.paragraph, line.start) == (1, 0)
    assert line.strip.contains(view.rectangle_of(Span(1, 0, 2)).center())
    point = view.rectangle_of(Span(2, 40, 42)).center()
    QTest.mouseMove(view.viewport(), point)
    line = view.focus.line()
    assert line is not None
    assert line.paragraph == 2
    assert line.start <= 40
    corner = line.strip.topLeft().toPoint() + QPoint(6, 6)
    page, ink = QColor(view.theme.page), QColor(view.theme.ink)
    ruled = picture_of(view).pixelColor(corner)
    assert 1.05 < contrast(ruled, page) < 1.5
    assert contrast(ink, ruled) > 10
    QTest.keyClick(view, Qt.Key.Key_Right)
    line = view.focus.line()
    assert line is not None
    assert line.paragraph == 1
    view.focus.ruler = False
    view.decorate()
    assert picture_of(view).pixelColor(corner) == page


class FakeNarrator:
    """Says what a test tells it to say, in a thread of its own."""

    def __init__(self) -> None:
        self.heard: Callable[[Span | None], None] | None = None

    def follow(self, heard: Callable[[Span | None], None]) -> None:
        self.heard = heard

    def says(self, *spans: Span | None) -> None:
        def speak() -> None:
            for span in spans:
                assert self.heard is not None
                self.heard(span)

        thread = threading.Thread(target=speak)
        thread.start()
        thread.join()


def test_what_is_read_aloud_is_shown_and_kept_in_sight(view: ArticleView, qtbot: QtBot) -> None:
    narrator = FakeNarrator()
    Narrating(narrator, view)
    word = Span(1, 2, 4)
    before = picture_of(view)
    narrator.says(word)
    qtbot.waitUntil(lambda: view.page.spoken == word)
    box = view.rectangle_of(word)
    corner = QPoint(box.left() + 3, box.top() + 2)
    ground = picture_of(view).pixelColor(corner)
    assert ground == QColor(view.theme.selection) != before.pixelColor(corner)
    selected = view.selected_text
    far = Span(20, 4, 6)
    narrator.says(Span(19, 0, 2), far)
    qtbot.waitUntil(lambda: view.page.spoken == far)
    assert not view.rectangle_of(far).isEmpty()
    assert view.selected_text == selected == ""
    narrator.says(None)
    qtbot.waitUntil(lambda: view.page.spoken is None)
    view.top_of(0)
    qtbot.waitUntil(lambda: picture_of(view) == before)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setMenuBar(QMenuBar())
    made.addToolBar(QToolBar())
    centre = QWidget()
    made.article = ArticleView()  # type: ignore[attr-defined]
    made.beside, made.closed = QWidget(), QWidget()  # type: ignore[attr-defined]
    column = QVBoxLayout(centre)
    for widget in (made.beside, made.closed, made.article):  # type: ignore[attr-defined]
        column.addWidget(widget)
    made.setCentralWidget(centre)
    made.closed.hide()  # type: ignore[attr-defined]
    made.resize(700, 500)
    made.show()
    made.article.open(Text(BOOK))  # type: ignore[attr-defined]
    return made


def test_the_whole_screen_and_back(window: QMainWindow) -> None:
    article: ArticleView = window.article  # type: ignore[attr-defined]
    beside, closed = window.beside, window.closed  # type: ignore[attr-defined]
    action = Actions(window)["seclusion"]
    seclusion = Seclusion(window, article, [beside, closed], action)
    tools = window.findChild(QToolBar)
    assert isinstance(tools, QToolBar)
    seclusion.handlers()["seclusion"]()
    assert window.isFullScreen()
    assert action.isChecked()
    assert not any(w.isVisible() for w in (window.menuBar(), tools, beside, closed))
    assert article.isVisible()
    # Escape first ends what there is to end in the text.
    article.select_all()
    full = []
    for _ in range(3):
        QTest.keyClick(article, Qt.Key.Key_Escape)
        full.append((seclusion.entered, window.isFullScreen(), action.isChecked()))
    assert full == [(True, True, True), (False, False, False), (False, False, False)]
    assert all(w.isVisible() for w in (window.menuBar(), tools, beside))
    assert not closed.isVisible()
