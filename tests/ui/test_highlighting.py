"""Highlights as a person makes, changes, removes and undoes them."""

import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.document import Repair, RepairKind
from reader.domain.marks import Colour
from reader.domain.places import Span
from reader.ui.article.caret import Place
from reader.ui.article.margin import SignKind
from reader.ui.article.view import ArticleView
from reader.ui.highlighting import Highlighting
from reader.ui.marking import Marking
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel, RowDelegate
from reader.ui.reading import Reading
from reader.ui.signing import Signing
from reader.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("faces")


class Desk(SimpleNamespace):
    """The parts of a window that highlighting needs."""

    view: ArticleView
    reading: Reading
    marking: Marking
    highlighting: Highlighting
    program: Program
    qtbot: QtBot

    def select(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        assert self.view.caret is not None
        self.view.caret.select(Place(*start), Place(*end))

    def does(self, action: str) -> None:
        """Carry out an action and wait until the marks have been read again."""
        with self.qtbot.waitSignal(self.reading.marks_changed):
            self.highlighting.handlers()[action]()

    def undoes(self) -> None:
        with self.qtbot.waitSignal(self.reading.marks_changed):
            self.marking.undo()

    @property
    def marks(self) -> list[tuple[int, int, int, Colour]]:
        spans = [(mark.anchor.span, mark.colour) for mark in self.reading.highlights]
        return [(span.paragraph, span.start, span.end, colour) for span, colour in spans]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    text = "第一段说春天来了。\n\n第二段说夏天也来了。\n\n第三段说秋天还没有来。"
    page = program.texts.import_text("四季", text)
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    tasks = Tasks()
    reading = Reading(program, tasks, view)
    reading._busy = True  # nothing is analysed here
    marking = Marking(program, tasks, reading, view)
    highlighting = Highlighting(program, marking, reading, view)
    view.show()
    reading.open(page.id)
    reading.show_marks()
    yield Desk(
        view=view, reading=reading, marking=marking, highlighting=highlighting, program=program,
        qtbot=qtbot,
    )  # fmt: skip
    tasks.close()
    program.close()


def test_a_selection_over_paragraphs_is_one_stroke(desk: Desk) -> None:
    desk.select((0, 4), (2, 3))
    desk.does("highlight")
    assert desk.marks == [
        (0, 4, 9, Colour.YELLOW), (1, 0, 10, Colour.YELLOW), (2, 0, 3, Colour.YELLOW),
    ]  # fmt: skip
    assert desk.view.selected_text == ""
    assert list(desk.view.decorations.highlighted(1, 0, 5)) == [(0, 10, "yellow")]
    desk.undoes()
    assert desk.marks == []
    assert not list(desk.view.decorations.highlighted(1, 0, 5))


def test_the_colour_is_remembered_and_changed(desk: Desk) -> None:
    desk.select((0, 0), (0, 3))
    desk.does("highlight_green")
    desk.select((1, 0), (1, 3))
    desk.does("highlight")
    assert [mark[3] for mark in desk.marks] == [Colour.GREEN, Colour.GREEN]
    # Another colour right away changes it; so does one on a highlight, without a selection, another colour is its new colour.
    desk.does("highlight_pink")
    assert [mark[3] for mark in desk.marks] == [Colour.GREEN, Colour.PINK]
    desk.undoes()
    desk.view.go_to(Span(0, 1, 2))
    desk.does("highlight_pink")
    assert [mark[3] for mark in desk.marks] == [Colour.PINK, Colour.GREEN]
    desk.undoes()
    assert [mark[3] for mark in desk.marks] == [Colour.GREEN, Colour.GREEN]
    # The same selection again is the same highlight.
    desk.select((1, 0), (1, 3))
    desk.does("highlight_blue")
    assert desk.marks == [(0, 0, 3, Colour.GREEN), (1, 0, 3, Colour.BLUE)]


def test_a_larger_one_takes_the_place_of_those_inside(desk: Desk) -> None:
    desk.select((0, 4), (0, 6))
    desk.does("highlight_blue")
    desk.select((0, 2), (0, 8))
    desk.does("highlight_pink")
    assert desk.marks == [(0, 2, 8, Colour.PINK)]
    desk.undoes()
    assert desk.marks == [(0, 4, 6, Colour.BLUE)]


def test_removing_and_taking_that_back(desk: Desk) -> None:
    desk.select((0, 4), (0, 6))
    desk.does("highlight")
    desk.view.go_to(Span(0, 5, 6))
    desk.does("unhighlight")
    assert desk.marks == []
    desk.undoes()
    assert desk.marks == [(0, 4, 6, Colour.YELLOW)]
    assert desk.program.marks.damaged() == []


def test_what_is_marked_is_there_the_next_time(desk: Desk) -> None:
    desk.select((1, 2), (1, 6))
    desk.does("highlight_blue")
    assert desk.reading.text is not None
    desk.reading.open(desk.reading.text.id)
    assert desk.marks == [(1, 2, 6, Colour.BLUE)]


def test_the_palette_appears_at_what_the_mouse_selects(desk: Desk) -> None:
    view, left = desk.view, Qt.MouseButton.LeftButton
    first = view.rectangle_of(Span(0, 4, 5))
    last = view.rectangle_of(Span(0, 6, 7))
    QTest.mousePress(view.viewport(), left, pos=first.center() - QPoint(first.width() // 3, 0))
    QTest.mouseMove(view.viewport(), last.center())
    QTest.mouseRelease(view.viewport(), left, pos=last.center())
    palette = desk.highlighting.palette
    assert palette.isVisible()
    selection = view.rectangle_of(Span(0, 4, 6))
    corner = view.viewport().mapTo(view, selection.topLeft())
    assert not palette.geometry().intersects(selection.translated(corner - selection.topLeft()))
    buttons = palette.findChildren(QAbstractButton)
    assert [b.accessibleName() for b in buttons if b.isVisible()] == [
        "Yellow", "Green", "Blue", "Pink",
    ]  # fmt: skip
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        QTest.mouseClick(buttons[1], left)
    assert [mark[3] for mark in desk.marks] == [Colour.GREEN]
    assert not palette.isVisible()
    # On what is highlighted it also offers to take that away.
    QTest.mouseClick(view.viewport(), left, pos=view.rectangle_of(Span(0, 4, 5)).center())
    desk.qtbot.waitUntil(palette.isVisible)
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        QTest.mouseClick(buttons[-1], left)
    assert desk.marks == []
    # Scrolling or a key makes it go.
    view.caret.select(Place(0, 1), Place(0, 3))  # type: ignore[union-attr]
    view.selected.emit()
    assert palette.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert not palette.isVisible()


def test_a_ribbon_has_a_menu_with_its_name(desk: Desk) -> None:
    edited: list[object] = []
    repairs: list[int] = []
    signing = Signing(desk.view, desk.reading, desk.marking, edited.append, repairs.append)
    desk.select((0, 4), (0, 6))
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.set_bookmark()
    (bookmark,) = desk.reading.bookmarks
    menu = signing.menu_of(bookmark)
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names == [bookmark.name, "&Rename…", "&Remove the bookmark"]
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.rename_bookmark(bookmark, "春")
    assert [mark.name for mark in desk.reading.bookmarks] == ["春"]
    desk.undoes()
    assert [mark.name for mark in desk.reading.bookmarks] == [bookmark.name]
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        menu.actions()[-1].trigger()
    assert desk.reading.bookmarks == []
    # The mouse on a sign says what it is; a name is shown literally.
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.set_bookmark()
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.rename_bookmark(desk.reading.bookmarks[0], "<b>春")
    where = QPoint(*next(
        (x, y)
        for x in range(desk.view.viewport().width())
        for y in range(desk.view.viewport().height())
        if desk.view.page.sign_at(QPoint(x, y)) is not None
    ))  # fmt: skip
    with desk.qtbot.waitSignal(desk.view.sign_hovered) as caught:
        QTest.mouseMove(desk.view.viewport(), where)
    assert caught.args is not None
    assert caught.args[:2] == [SignKind.BOOKMARK, 0]
    assert QToolTip.text() == "<qt>&lt;b&gt;春</qt>"
    QToolTip.hideText()
    desk.view.sign_clicked.emit(SignKind.REPAIR, 4, QPoint())
    assert repairs == [4]
    menu.close()
    QApplication.clipboard().clear()


def test_marks_are_read_again_beside_the_window(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[bool] = []
    real = desk.program.notebook.highlights

    def highlights(document: int | None = None) -> object:
        threads.append(threading.current_thread() is threading.main_thread())
        return real(document)

    monkeypatch.setattr(desk.program.notebook, "highlights", highlights)
    desk.select((0, 4), (0, 6))
    desk.does("highlight")
    assert len(desk.marks) == 1
    assert threads == [False]


def test_thousands_of_them_are_listed_a_few_at_a_time(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = ListPanel("名", "空")
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    measured: set[int] = set()
    real = RowDelegate.sizeHint

    def size_hint(self: RowDelegate, option: object, index: QModelIndex) -> object:
        measured.add(index.row())
        return real(self, option, index)  # type: ignore[arg-type]

    monkeypatch.setattr(RowDelegate, "sizeHint", size_hint)
    panel.list.rows.show([Row(f"第{at}个", "蓝") for at in range(1501)])
    assert len(measured) < 150
    qtbot.waitUntil(lambda: len(measured) == 1501)
    last = panel.list.rows.index(1500)
    panel.list.setCurrentIndex(last)
    assert panel.list.viewport().rect().intersects(panel.list.visualRect(last))


def test_with_nothing_to_highlight_it_says_what_to_do(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.highlighting.said) as caught:
        desk.highlighting.handlers()["highlight"]()
    assert caught.args is not None
    assert caught.args[0].startswith("Select a passage")
    assert desk.marks == []


def test_it_is_told_without_a_notice_that_moves_the_text(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices: list[str] = []
    told: list[str] = []
    desk.marking.done.connect(notices.append)
    monkeypatch.setattr(desk.view, "announce", told.append)
    desk.select((0, 4), (0, 6))
    desk.does("highlight")
    desk.does("highlight_pink")
    desk.does("unhighlight")
    assert told == ["Highlighted", "Colour changed", "Highlight removed"]
    assert notices == []


def test_repairs_are_reached_by_keyboard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []
    signing = Signing(desk.view, desk.reading, desk.marking, lambda _note: None, shown.append)
    assert desk.reading.text is not None
    monkeypatch.setattr(desk.reading.text, "_repairs", [])
    signing.handlers()["repair"]()
    assert shown == []
    made = [
        Repair(f"joined:{at}", RepairKind.JOINED, paragraph, 99, "", "")
        for at, paragraph in enumerate((1, 2))
    ]
    monkeypatch.setattr(desk.reading.text, "_repairs", made)
    places = []
    for paragraph in (0, 1, 2):
        desk.view.go_to(Span(paragraph, 0, 1))
        signing.handlers()["repair"]()
        assert desk.view.caret is not None
        places.append(desk.view.caret.place.paragraph)
    assert shown == [0, 0, 1]
    assert places == [1, 1, 2]


def test_the_whole_text_is_highlighted_at_once(desk: Desk) -> None:
    desk.select((1, 2), (1, 6))
    desk.does("highlight_blue")
    desk.view.select_all()
    desk.does("highlight")
    assert [(paragraph, start) for paragraph, start, _, _ in desk.marks] == [(0, 0), (1, 0), (2, 0)]
    desk.view.select_all()
    desk.does("highlight_pink")
    assert {mark[3] for mark in desk.marks} == {Colour.PINK}
    desk.view.select_all()
    desk.does("unhighlight")
    assert desk.marks == []


@pytest.mark.parametrize("vertical", [False, True])
def test_the_palette_stays_inside_and_beside_the_words(desk: Desk, vertical: bool) -> None:
    view = desk.view
    view.set_setting(view.setting._replace(vertical=vertical))
    for paragraph in (0, 1, 2):
        for start in range(8):
            desk.select((paragraph, start), (paragraph, start + 1))
            view.selected.emit()
            palette = desk.highlighting.palette
            box = view.rectangle_of(Span(paragraph, start, start + 1))
            corner = view.viewport().mapTo(view, box.topLeft())
            assert palette.isVisible()
            assert not palette.geometry().intersects(QRect(corner, box.size()))
            assert view.viewport().geometry().contains(palette.geometry())
