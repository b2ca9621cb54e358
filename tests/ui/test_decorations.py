"""Marks on the text: found by what they overlap, painted in readable colours, signs in the margin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain.marks import Colour
from reader.domain.places import Span
from reader.ui.article.decorations import Layer, Ranges, by_paragraph, places
from reader.ui.article.margin import SignKind
from reader.ui.article.tints import contrast, strong, tint
from reader.ui.article.view import ArticleView
from reader.ui.theme import THEMES, Theme
from tests.ui.texts import BOOK, Text

BOUNDS = st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(BOUNDS, max_size=30), BOUNDS)
def test_ranges_are_found_by_what_they_overlap(
    ranges: list[tuple[int, int]], wanted: tuple[int, int]
) -> None:
    made = Ranges((start, end, at) for at, (start, end) in enumerate(ranges))
    start, end = wanted
    found = list(made.within(start, end))
    expected = {at for at, (s, e) in enumerate(ranges) if s < end and e > start}
    assert {at for _, _, at in found} == expected
    assert found == sorted(found, key=lambda item: (item[0], -item[1]))


def test_of_two_that_begin_together_the_shorter_lies_on_top() -> None:
    made = Ranges([(0, 2, "short"), (0, 9, "long")])
    assert [value for _, _, value in made.within(0, 20)] == ["long", "short"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_highlight(theme: Theme) -> None:
    tints = {tint(colour, theme).name() for colour in Colour}
    assert len(tints) == len(Colour)
    for colour in Colour:
        ground = tint(colour, theme)
        assert contrast(QColor(theme.ink), ground) >= 7
        assert contrast(QColor(theme.pinyin), ground) >= 4.5
        assert contrast(strong(colour, theme), QColor(theme.page)) >= 3
        assert ground != QColor(theme.page)


@pytest.fixture
def view(qtbot: QtBot, faces: None) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.open(Text(BOOK))
    return made


def picture_of(view: ArticleView) -> QImage:
    """What is seen, in the format of a screen: that of a grab changes once scrolling may move it."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colour_at(view: ArticleView, span: Span) -> str:
    """The colour in the corner of a word, where there is no ink."""
    box = view.rectangle_of(span)
    return picture_of(view).pixelColor(box.left() + 3, box.top() + 1).name()


def test_highlights_are_painted_each_in_its_colour(view: ArticleView) -> None:
    spans = [Span(1, 2 * at, 2 * at + 1) for at in range(4)]
    page = QColor(view.theme.page).name()
    assert {colour_at(view, span) for span in spans} == {page}
    view.decorations.highlights = by_paragraph(zip(spans, map(str, Colour), strict=True))
    view.decorate()
    assert [colour_at(view, span) for span in spans] == [
        tint(colour, view.theme).name() for colour in Colour
    ]
    assert colour_at(view, Span(1, 1, 2)) == page
    # A note there lets the highlight be seen, a hit lies on it.
    view.decorations.set_ranges(Layer.NOTE, [Span(1, 0, 4)])
    view.decorations.set_ranges(Layer.HIT, [spans[1]])
    view.decorate()
    assert colour_at(view, spans[0]) == tint(Colour.YELLOW, view.theme).name()
    assert colour_at(view, Span(1, 1, 2)) == view.theme.note
    assert colour_at(view, spans[1]) == view.theme.hit


def test_terms_are_underlined_unless_that_is_turned_off(qtbot: QtBot, faces: None) -> None:

    from reader.domain.words import WordKind

    class Terms(Text):
        def words(self, index: int):  # type: ignore[no-untyped-def]
            return tuple(word._replace(kind=WordKind.TERM) for word in super().words(index))

    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.open(Terms([(BOOK[1][0], "人民大众")]))
    underlined = picture_of(view)
    view.show_terms(shown=False)
    plain = picture_of(view)
    assert underlined != plain
    rows = {
        y
        for y in range(underlined.height())
        for x in range(underlined.width())
        if underlined.pixelColor(x, y) != plain.pixelColor(x, y)
    }
    assert len(rows) <= 2  # the line and nothing else has gone
    assert min(rows) >= view.rectangle_of(Span(0, 0, 4)).bottom()
    view.show_terms(shown=True)
    assert picture_of(view) == underlined


def test_signs_are_clicked_where_they_are_seen(view: ArticleView, qtbot: QtBot) -> None:
    decorations = view.decorations
    decorations.bookmarks = places([(Span(1, 0, 2), 7)])
    decorations.notes = places([(Span(1, 4, 6), 5)])
    decorations.repairs = places([(Span(1, 2, 2), 3), (Span(1, 119, 119), 4)])
    view.decorate()
    seen = {}
    for y in range(view.viewport().height()):
        for x in (*range(48), *range(view.viewport().width() - 48, view.viewport().width())):
            sign = view.page.sign_at(QPoint(x, y))
            if sign is not None:
                seen[sign.kind, sign.number] = sign.box.center().toPoint()
    assert set(seen) == {
        (SignKind.BOOKMARK, 7), (SignKind.NOTE, 5), (SignKind.REPAIR, 3), (SignKind.REPAIR, 4),
    }  # fmt: skip
    picture = picture_of(view)
    for (kind, number), point in seen.items():
        around = {
            picture.pixelColor(point.x() + dx, point.y() + dy).name()
            for dx in range(-6, 7)
            for dy in range(-6, 7)
        }
        assert len(around) > 1  # something is painted there
        assert 0 < point.x() < view.viewport().width()
        with qtbot.waitSignal(view.sign_clicked) as caught:
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert caught.args is not None
        assert caught.args[:2] == [kind, number]


def test_layers_are_found_by_paragraph(view: ArticleView) -> None:
    view.decorations.set_ranges(Layer.HIT, [Span(2, 5, 9), Span(2, 1, 3), Span(3, 0, 4)])
    assert view.decorations.within(Layer.HIT, 2, 2, 6) == [(1, 3), (5, 9)]
    assert view.decorations.within(Layer.HIT, 2, 3, 5) == []
    assert view.decorations.within(Layer.NOTE, 2, 0, 9) == []
