"""Scrolling moves the picture: what is then on the screen is what painting anew would show."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.document import ParagraphKind
from reader.domain.places import Span
from reader.ui.article.decorations import Layer
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from reader.ui.article.view import ArticleView
from tests.ui.texts import Text

pytestmark = pytest.mark.usefixtures("faces")
Kind = ParagraphKind
BOOK = [
    (Kind.TITLE, "春天来了"),
    *((Kind.BODY, f"第{n}段人民大众，学习汉语。" * (n % 7 + 1)) for n in range(60)),
]


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.set_setting(Setting(22, Ruby(Amount.ALL)))
    made.show()
    made.open(Text(BOOK))
    opaque = Qt.WidgetAttribute.WA_OpaquePaintEvent
    qtbot.waitUntil(lambda: made.viewport().testAttribute(opaque))
    return made


def on_the_screen(view: ArticleView) -> QImage:
    QApplication.processEvents()
    place = view.viewport().mapTo(view.window(), QPoint(0, 0))
    size = view.viewport().size()
    window = view.window().screen().grabWindow(view.window().winId())
    return window.copy(place.x(), place.y(), size.width(), size.height()).toImage()


def painted_anew(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(on_the_screen(view).format())


def painted_heights(view: ArticleView) -> list[float]:
    """Heights of the rectangles painted from now on."""
    heights: list[float] = []
    paint = view.surface.paint

    def watched(painter: object, exposed: object) -> object:
        heights.append(exposed.height())  # type: ignore[attr-defined]
        return paint(painter, exposed)  # type: ignore[arg-type]

    view.surface.paint = watched  # type: ignore[assignment,method-assign]
    return heights


def wheel(view: ArticleView, down: int) -> None:
    event = QWheelEvent(
        QPointF(300, 200),
        QPointF(300, 200),
        QPoint(0, -down),
        QPoint(0, -down),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_moved_picture_is_the_one_painting_would_make(view: ArticleView) -> None:
    view.decorations.set_ranges(Layer.NOTE, [Span(n, 2, 5) for n in range(1, 61)])
    view.decorate()
    for down in (40, 13, 171, -60, 333, 1, -1, 480, -499, 900, -1200, 5000, 9, -7, 90_000, -33):
        wheel(view, down)
        assert on_the_screen(view) == painted_anew(view), down
    view.scroller.by(0.4)
    view.scroller.by(0.4)
    assert on_the_screen(view) == painted_anew(view)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
        assert on_the_screen(view) == painted_anew(view), key
    bar = view.verticalScrollBar()
    for value in (700, 720, 600, bar.maximum(), bar.maximum() - 3, 0):
        bar.setValue(value)
        assert on_the_screen(view) == painted_anew(view), value


@pytest.mark.parametrize("help_", ["ruler", "sentence"])
def test_what_does_not_move_with_the_text_stays_true(view: ArticleView, help_: str) -> None:
    setattr(view.focus, help_, True)
    view.go_to(Span(2, 1, 2))
    for down in (40, 13, -30):
        wheel(view, down)
        assert on_the_screen(view) == painted_anew(view), down


def test_a_step_paints_only_what_comes_into_sight(view: ArticleView) -> None:
    wheel(view, 100)
    on_the_screen(view)
    heights = painted_heights(view)
    wheel(view, 40)
    on_the_screen(view)
    assert heights == [40.0]


def test_parts_of_pixels_add_up(view: ArticleView) -> None:
    assert view.page.flow is not None
    for _ in range(8):
        view.scroller.by(12.25)
    assert view.page.flow.scroll == 98


def test_the_next_page_is_prepared_before_it_is_wanted(view: ArticleView, qtbot: QtBot) -> None:
    flow = view.page.flow
    assert flow is not None
    qtbot.waitUntil(lambda: not any(True for _ in flow.prepare(view.page.height, 1.0, 0.0)))
    view.scroll_pages(1)
    for _, y, layout in view.page.visible():
        first, last = layout.line_at(-y), layout.line_at(view.page.height - y - 1)
        assert all(layout.is_shaped(line) for line in range(first, last + 1))


def test_what_is_prepared_does_not_move_the_text(view: ArticleView) -> None:
    view.top_of(30)
    before = view.position
    assert view.page.flow is not None
    for _ in view.page.flow.prepare(view.page.height, 3.0, 3.0):
        assert view.position == before
    view.viewport().update()
    assert on_the_screen(view) == painted_anew(view)


def test_layouts_are_kept_within_bounds(view: ArticleView) -> None:
    flow = view.page.flow
    assert flow is not None
    for index in range(len(flow)):
        flow.layout(index)
    kept = [layout.end - layout.start for layout in flow._cache.values()]
    assert sum(kept) == flow._held_characters
    assert sum(kept) < 40_000
