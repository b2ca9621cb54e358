"""Back to where one was: within a text, through hits, and between texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.places import Span
from reader.ui.actions import Actions
from reader.ui.article.view import ArticleView
from reader.ui.history import History
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("faces")

CHAPTER = "\n\n".join(f"第{number}段。" + "春天来了，我们学习汉语。" * 9 for number in range(60))


class Walk:
    """A view with a history, and the texts to walk in."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.texts = [program.texts.import_text(name, CHAPTER + name).id for name in ("甲", "乙")]
        self.view = ArticleView()
        qtbot.addWidget(self.view)
        self.view.resize(700, 400)
        self.tasks = Tasks()
        self.reading = Reading(program, self.tasks, self.view)
        self.reading._busy = True  # nothing is analysed here
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.actions = Actions(self.owner)
        self.history = History(self.reading, self.view, self.actions)
        self.view.show()
        self.reading.open(self.texts[0])
        qtbot.waitUntil(lambda: self.history._opened is None)

    def back(self) -> None:
        self.history.handlers()["back"]()

    def forward(self) -> None:
        self.history.handlers()["forward"]()

    @property
    def here(self) -> tuple[int, int, float]:
        assert self.reading.text is not None
        return (self.texts.index(self.reading.text.id), *self.view.position)

    def enabled(self) -> tuple[bool, bool]:
        return self.actions["back"].isEnabled(), self.actions["forward"].isEnabled()


@pytest.fixture
def walk(qtbot: QtBot, tmp_path: Path) -> Iterator[Walk]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    made = Walk(program, qtbot)
    yield made
    made.tasks.close()
    program.close()


def test_from_the_contents_and_back(walk: Walk) -> None:
    assert walk.enabled() == (False, False)
    walk.view.top_of(20)
    walk.view.scroll_pages(1)  # reading on is no jump
    read = walk.here
    walk.view.top_of(40)
    landed = walk.here
    assert walk.enabled() == (True, False)
    walk.back()
    assert walk.here == read
    walk.back()
    assert walk.here == (0, 0, 0.0)
    assert walk.enabled() == (False, True)
    walk.forward()
    walk.forward()
    assert walk.here == landed
    walk.forward()
    assert walk.here == landed


def test_what_is_in_sight_already_is_no_jump(walk: Walk) -> None:
    walk.view.go_to(Span(1, 0, 2))
    assert walk.enabled() == (False, False)


def test_going_through_hits_is_one_jump_until_one_reads(walk: Walk) -> None:
    walk.view.top_of(3)
    start = walk.here
    for paragraph in (10, 20, 30):
        walk.view.go_to(Span(paragraph, 0, 2), passing=True)
    walk.view.scroll_pages(1)
    read = walk.here
    walk.view.go_to(Span(50, 0, 2), passing=True)
    walk.back()
    assert walk.here == read
    walk.back()
    assert walk.here == start


def test_between_texts(walk: Walk) -> None:
    walk.view.top_of(7)
    first = walk.here
    # A hit in another text: it is opened and gone to at once.
    walk.reading.open(walk.texts[1])
    walk.view.go_to(Span(30, 0, 2))
    second = walk.here
    assert second[0] == 1
    walk.back()
    assert walk.here == first
    walk.forward()
    assert walk.here == second


def test_a_jump_made_later_in_a_text_just_opened_is_remembered(walk: Walk, qtbot: QtBot) -> None:
    walk.reading.open(walk.texts[1])
    qtbot.waitUntil(lambda: walk.history._opened is None)
    opened = walk.here
    walk.view.top_of(30)
    walk.back()
    assert walk.here == opened


def test_a_text_that_is_gone_is_told(walk: Walk) -> None:
    troubles: list[object] = []
    walk.history.troubled.connect(troubles.append)
    walk.view.top_of(7)
    here = walk.here
    spot = walk.history._here()
    assert spot is not None
    walk.history._trail.leave(spot._replace(document=999))
    walk.back()
    assert len(troubles) == 1
    assert walk.here == here


def test_buttons_of_the_mouse_go_back_and_forward(walk: Walk) -> None:
    walk.view.top_of(20)
    there = walk.here
    QTest.mousePress(walk.view.viewport(), Qt.MouseButton.BackButton)
    assert walk.here == (0, 0, 0.0)
    QTest.mousePress(walk.view.viewport(), Qt.MouseButton.ForwardButton)
    assert walk.here == there
