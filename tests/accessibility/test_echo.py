"""The echo of the article within the process: what it holds, and that both follow each other."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.document import ParagraphKind
from reader.domain.places import Span
from reader.ui.article.accessible import attend
from reader.ui.article.caret import Place
from reader.ui.article.companion import Companion
from reader.ui.article.echo import Echo
from reader.ui.article.view import ArticleView
from tests.ui.texts import BOOK, Text

pytestmark = pytest.mark.usefixtures("faces")

LONG = [
    (ParagraphKind.TITLE, "吉𠮷野家的新发展"),
    *[
        (
            ParagraphKind.BODY,
            "坚持新发展理念，是 Xidu version 2 的𠮷野家。第二句，有 long words；" * 9,
        )
    ]
    * 60,
]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window with a view in it; nobody listens yet."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(ArticleView())
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QAccessible.setActive(False)


def view_of(window: QWidget) -> ArticleView:
    found = window.findChild(ArticleView)
    assert found is not None
    return found


def listen(window: QWidget, text: Text) -> tuple[ArticleView, Companion]:
    """Open a text and switch assistive technology on."""
    view = view_of(window)
    view.open(text)
    QAccessible.setActive(True)
    companion = attend(view).companion
    assert companion is not None
    return view, companion


def lines_of(echo: Echo) -> list[Place]:
    """The beginning of every line."""
    assert echo.passage is not None
    found = []
    for piece in echo.passage.pieces:
        cursor = QTextCursor(echo.document())
        cursor.setPosition(piece.at)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        assert cursor.position() == piece.at
        layout = cursor.block().layout()
        for index in range(layout.lineCount()):
            start = piece.at + layout.lineAt(index).textStart()
            found.append(echo.passage.place(start))
    return found


def test_nothing_is_made_for_a_reader_who_listens_to_nothing(window: QWidget) -> None:
    view = view_of(window)
    view.open(Text(BOOK))
    QAccessible.setActive(False)
    attending = attend(view)
    attending.look()
    assert attending.companion is None
    assert window.findChild(Echo) is None
    QAccessible.setActive(True)
    attending.look()
    assert window.findChild(Echo) is not None


@pytest.mark.parametrize("size", [(800, 600), (420, 600), (1200, 300)])
def test_its_lines_are_those_of_the_page(window: QWidget, size: tuple[int, int]) -> None:
    window.resize(*size)
    view, companion = listen(window, Text(LONG))
    flow, passage = view.page.flow, companion.echo.passage
    assert flow is not None
    assert passage is not None
    expected = [
        Place(piece.paragraph, line.start)
        for piece in passage.pieces
        for line in flow.layout(piece.paragraph).lines
        if line.start < piece.end
    ]
    assert lines_of(companion.echo) == expected
    # Another width: the lines follow.
    window.resize(360, size[1])
    companion.follow()
    assert lines_of(companion.echo) != expected


def test_characters_are_where_they_are_on_the_screen(window: QWidget) -> None:
    view, companion = listen(window, Text(LONG))
    corner = view.viewport().mapToGlobal(QPoint(0, 0))
    interface = QAccessible.queryAccessibleInterface(companion.echo).textInterface()
    passage = companion.echo.passage
    assert passage is not None
    view.scroller.by(90)
    companion.follow()
    seen = 0
    for paragraph in (0, 1):
        for offset in range(0, len(LONG[paragraph][1]), 7):
            painted = view.rectangle_of(Span(paragraph, offset, offset + 1))
            if painted.isEmpty():
                continue
            seen += 1
            told = interface.characterRect(passage.position(Place(paragraph, offset)))
            assert abs(told.x() - corner.x() - painted.x()) <= view.page.face.cell
            assert abs(told.center().y() - corner.y() - painted.center().y()) <= 8
            place = view.page.place_at(painted.center())
            assert interface.offsetAtPoint(corner + painted.center()) == passage.position(
                place or Place(0, 0)
            )
    assert seen > 20


def test_the_echo_follows_the_keyboard(window: QWidget) -> None:
    view, companion = listen(window, Text(BOOK))
    assert view.caret is not None
    assert companion.echo.passage is not None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(companion.echo, key)
        companion.follow()
        position = companion.echo.textCursor().position()
        assert companion.echo.passage.place(position) == view.caret.place
        assert companion.echo.accessibleDescription() == view.caret.spoken
    QTest.keyClick(companion.echo, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    companion.follow()
    assert companion.echo.textCursor().selectedText() == view.selected_text != ""


def test_the_view_follows_a_client(window: QWidget) -> None:
    view, companion = listen(window, Text(LONG))
    interface = QAccessible.queryAccessibleInterface(companion.echo).textInterface()
    passage, caret = companion.echo.passage, view.caret
    assert passage is not None
    assert caret is not None
    interface.setCursorPosition(passage.position(Place(8, 30)))
    assert caret.place == Place(8, 30)
    assert not view.rectangle_of(Span(8, 30, 31)).isEmpty()
    interface.addSelection(passage.position(Place(0, 1)), passage.position(Place(0, 3)))
    assert view.selected_text == "𠮷野"
    companion.follow()
    assert companion.echo.textCursor().selectedText() == "𠮷野"


def test_what_a_client_wants_to_show_is_scrolled_into_sight(window: QWidget) -> None:
    view, companion = listen(window, Text(LONG))
    passage = companion.echo.passage
    assert passage is not None
    cursor = QTextCursor(companion.echo.document())
    for place in (Place(15, 100), Place(2, 10)):
        cursor.setPosition(passage.position(place))
        companion.echo._q_ensureVisible(QRectF(companion.echo.cursorRect(cursor)))
        companion.follow()
        assert not view.rectangle_of(
            Span(place.paragraph, place.offset, place.offset + 1)
        ).isEmpty()


def test_another_text_is_another_echo(window: QWidget) -> None:
    view, companion = listen(window, Text(BOOK))
    view.setAccessibleName("故事")
    view.open(Text(LONG))
    companion.follow()
    assert companion.echo.accessibleName() == "故事"
    assert companion.echo.toPlainText().startswith("吉𠮷野家的新发展\n坚持")
    assert companion.echo.textCursor().position() == 0


def test_an_endless_text_is_echoed_where_the_caret_is(window: QWidget) -> None:
    text = Text([(ParagraphKind.BODY, "细读。" * 200_000)])
    text.unknown = {0}
    view, companion = listen(window, text)
    assert view.caret is not None
    assert len(companion.echo.toPlainText()) < 25_000
    view.caret.put(Place(0, 300_000))
    view.follow_cursor()
    companion.follow()
    passage = companion.echo.passage
    assert passage is not None
    assert passage.place(companion.echo.textCursor().position()) == Place(0, 300_000)
    assert len(companion.echo.toPlainText()) < 25_000


def test_the_keyboard_stays_where_it_was(window: QWidget) -> None:
    view = view_of(window)
    view.setFocus()
    view, companion = listen(window, Text(BOOK))
    assert view.hasFocus()
    assert companion.echo.hasFocus()
