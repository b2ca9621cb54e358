"""The rail: the whole text at a glance, and a click that goes there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.places import Span
from reader.ui.article.caret import Place
from reader.ui.article.decorations import Decorations, Layer, by_paragraph, places
from reader.ui.article.rail import Rail
from reader.ui.article.tints import seen_on_page, strong
from reader.ui.article.view import ArticleView
from reader.ui.progress import Progress
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks
from reader.ui.theme import THEMES, ThemeName

pytestmark = pytest.mark.usefixtures("faces")
LIGHT = THEMES[ThemeName.LIGHT]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    """400 characters on a track of 400 pixels, in three sections."""
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(100, 500)
    made = Rail(owner)
    made.setGeometry(10, 10, 28, 428)
    made.set_text([10, 90, 100, 0, 200], ["一", "二 <b>", "三"], [0, 2, 4])
    owner.show()
    made.owner = owner  # type: ignore[attr-defined]
    return made


def pixel(picture: QImage, x: int, y: int) -> QColor:
    return picture.pixelColor(x, y + 6)


def test_marks_stand_where_they_are_in_the_text(rail: Rail) -> None:
    marks = Decorations()
    marks.set_ranges(Layer.HIT, [Span(1, 40, 42)])
    marks.highlights = by_paragraph([(Span(2, 20, 30), "green"), (Span(4, 100, 101), "pink")])
    marks.bookmarks = places([(Span(4, 0, 1), 0)])
    marks.notes = places([(Span(0, 5, 6), 0)])
    rail.set_marks(marks)
    rail.show_view(Place(4, 180), Place(4, 190))
    picture = rail.grab().toImage()
    assert pixel(picture, 20, 50) == seen_on_page(QColor(LIGHT.hit), LIGHT)
    assert pixel(picture, 6, 120) == strong("green", LIGHT)
    assert pixel(picture, 6, 300) == strong("pink", LIGHT)
    assert pixel(picture, 20, 200) == QColor(LIGHT.ribbon)
    assert pixel(picture, 14, 5) == seen_on_page(QColor(LIGHT.note), LIGHT)
    # Sections are fine lines; beside all this the page is empty.
    assert pixel(picture, 22, 100) == seen_on_page(QColor(LIGHT.line), LIGHT)
    assert pixel(picture, 22, 250) == QColor(LIGHT.page)
    rail.set_theme(THEMES[ThemeName.DARK])
    assert rail.grab().toImage() != picture


def test_the_part_in_sight_is_a_band_with_its_share(rail: Rail) -> None:
    rail.show_view(Place(2, 0), Place(2, 50))
    picture = rail.grab().toImage()
    assert pixel(picture, 22, 125) != QColor(LIGHT.page)
    assert pixel(picture, 22, 170) == QColor(LIGHT.page)
    assert rail.value() == 37
    assert rail.accessibleDescription() == "二 <b> · 25 %"
    rail.show_view(Place(4, 150), Place(4, 200))
    assert rail.value() == 100
    assert rail.accessibleDescription().startswith("三")


@pytest.mark.parametrize(
    ("y", "paragraph", "character"),
    [(50, 1, 40), (0, 0, 0), (-50, 0, 0), (300, 4, 100), (399, 4, 199), (600, 4, 199)],
)
def test_a_click_goes_there(
    rail: Rail, qtbot: QtBot, y: int, paragraph: int, character: int
) -> None:
    with qtbot.waitSignal(rail.chosen) as caught:
        point = QPointF(12, y + 6)
        QTest.mousePress(rail, LEFT, pos=point.toPoint())
    assert caught.args is not None
    length = [10, 90, 100, 0, 200][paragraph]
    assert caught.args[0] == paragraph
    assert abs(caught.args[1] * length - character) <= 1
    assert caught.args[2] is False
    QTest.mouseRelease(rail, LEFT)


def test_beginnings_of_sections_attract_and_drawing_goes_on(rail: Rail, qtbot: QtBot) -> None:
    chosen: list[list[object]] = []
    rail.chosen.connect(lambda *args: chosen.append(list(args)))
    QTest.mousePress(rail, LEFT, pos=QPoint(12, 102 + 6))
    assert chosen == [[2, 0.0, False]]
    QTest.mouseMove(rail, QPoint(12, 150 + 6))
    qtbot.waitUntil(lambda: len(chosen) > 1)
    assert chosen[-1] == [2, 0.5, True]
    QTest.mouseRelease(rail, LEFT, pos=QPoint(12, 150 + 6))


def test_it_says_what_is_under_the_mouse_and_shows_titles_literally(rail: Rail) -> None:
    assert rail.describe(120) == "二 <b> · 30 %"
    assert rail.describe(0) == "一 · 0 %"
    rail.set_text([5], [], [])
    assert rail.describe(0) == "0 %"
    rail.set_text([], [], [])
    assert rail.describe(0) == "0 %"
    QTest.mousePress(rail, LEFT, pos=QPoint(5, 50))
    rail.grab()


def test_assistive_tools_see_a_slider(rail: Rail) -> None:
    rail.show_view(Place(2, 0), Place(2, 50))
    interface = QAccessible.queryAccessibleInterface(rail)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Place in the text"
    assert interface.valueInterface().currentValue() == 37


@pytest.fixture
def progress(qtbot: QtBot, tmp_path: Path) -> Iterator[Progress]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    chapter = "\n\n".join(f"第{n}段。" + "春天来了，我们学习汉语。" * 9 for n in range(60))
    page = program.texts.import_text("甲", chapter)
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    tasks = Tasks()
    reading = Reading(program, tasks, view)
    reading._busy = True  # nothing is analysed here
    made = Progress(reading, view)
    view.show()
    reading.open(page.id)
    yield made
    tasks.close()
    program.close()


def test_beside_the_text_it_follows_and_leads(progress: Progress, qtbot: QtBot) -> None:
    view, rail = progress._view, progress.rail
    viewport = view.viewport().geometry()
    assert rail.isVisible()
    assert rail.geometry().left() == viewport.right() + 1
    assert rail.height() == viewport.height()
    assert not rail.geometry().intersects(viewport)
    assert rail.value() < 20
    jumps: list[tuple[object, bool]] = []
    view.jumped.connect(lambda before, passing: jumps.append((before, passing)))
    QTest.mousePress(rail, LEFT, pos=QPoint(14, rail.height() // 2))
    QTest.mouseRelease(rail, LEFT, pos=QPoint(14, rail.height() // 2))
    assert 28 <= view.position[0] <= 32
    assert jumps == [((0, 0.0), False)]
    for _ in range(60):
        view.scroll_pages(1)
    qtbot.waitUntil(lambda: rail.value() == 100)
    view.resize(400, 600)
    assert rail.width() == 12  # a narrow text needs the room more
    assert not rail.grab().isNull()
    view.resize(500, 600)
    assert rail.width() == 28
    assert rail.geometry().left() == view.viewport().geometry().right() + 1
    assert rail.height() == view.viewport().height()
    # Marks and the wheel reach it and pass it.
    before = rail.grab().toImage()
    view.decorations.bookmarks = places([(Span(20, 0, 1), 0)])
    view.decorate()
    assert rail.grab().toImage() != before
    where = QPointF(10, 10)
    wheel = QWheelEvent(
        where, rail.mapToGlobal(where), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    there = view.position
    QApplication.sendEvent(rail, wheel)
    assert view.position < there
