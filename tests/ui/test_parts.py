"""Small parts of the window: actions, lists, tasks, hovering."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.domain.places import Span
from reader.ui.actions import ACTIONS, LINES_BEFORE, MENUS, SUBMENUS, Actions
from reader.ui.article.hover import HoverIntent
from reader.ui.article.keys import MOVES
from reader.ui.chrome import make_menu_bar, pop_up
from reader.ui.models.rows import Row, RowsModel
from reader.ui.tasks import Tasks


def test_actions_have_ids_menus_and_keys_of_their_own() -> None:
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    menus = {name for name, _ in MENUS}
    assert {outer for _, outer, _ in SUBMENUS} <= menus
    assert {spec.menu for spec in ACTIONS} == menus | {inner for inner, _, _ in SUBMENUS}
    keys = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_lines_stand_before_actions_that_there_are() -> None:
    assert {spec.id for spec in ACTIONS} >= LINES_BEFORE


def test_every_action_is_in_the_menus_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    bar = make_menu_bar(actions)
    qtbot.addWidget(bar)

    def listed(menu: QMenu | QMenuBar) -> list[str]:
        out = []
        for action in menu.actions():
            inner = action.menu()
            out += listed(inner) if isinstance(inner, QMenu) else [action.objectName()]
        return out

    found = [name for name in listed(bar) if name]
    assert sorted(found) == sorted(spec.id for spec in ACTIONS)
    # One of them can appear by itself, and leaves nothing behind.
    window.show()
    pop_up(window, "edit", actions, window.mapToGlobal(QPoint(5, 5)))
    menu = window.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert {"copy", "copy_pinyin", "highlight", "highlight_pink", "note"} <= set(listed(menu))
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_every_move_is_described() -> None:
    assert all(keys and what for keys, what in MOVES.items())


def test_the_rows_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = RowsModel()
    model.show([Row("head", head=True), Row("one", "two", payload=3, mark=(0, 1), depth=1)])
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    assert model.find(3).row() == 1
    assert not model.find("nothing").isValid()


def test_results_come_back_on_the_gui_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[tuple[int, bool]] = []
    here = threading.get_ident()

    def done(value: int) -> None:
        seen.append((value, threading.get_ident() == here))

    tasks.read(lambda: 1, done)
    tasks.write(lambda: 2, done)
    qtbot.waitUntil(lambda: len(seen) == 2)
    tasks.close()
    assert sorted(seen) == [(1, True), (2, True)]


def test_writes_happen_in_order_and_all_of_them_before_the_end() -> None:
    tasks = Tasks()
    written: list[int] = []
    for number in range(50):
        tasks.write(lambda number=number: written.append(number))  # type: ignore[misc]
    tasks.close()
    assert written == list(range(50))
    tasks.write(lambda: written.append(99))
    assert 99 not in written


def test_an_error_goes_to_whoever_asked(qtbot: QtBot) -> None:
    tasks = Tasks()
    caught: list[Exception] = []
    unexpected: list[Exception] = []
    tasks.failed_unexpectedly.connect(unexpected.append)
    tasks.read(lambda: 1 / 0, failed=caught.append)
    tasks.read(lambda: int("x"))
    qtbot.waitUntil(lambda: bool(caught) and bool(unexpected))
    tasks.close()
    assert isinstance(caught[0], ZeroDivisionError)
    assert isinstance(unexpected[0], ValueError)


@pytest.fixture
def hovering(qtbot: QtBot) -> tuple[HoverIntent, list[Any], Callable[[str], None]]:
    """An intent whose timers end when the test says so."""
    intent = HoverIntent()
    events: list[Any] = []
    intent.settled.connect(events.append)
    intent.left.connect(lambda: events.append("left"))

    def ends(timer: str) -> None:
        ticking = {"show": intent._show, "hide": intent._hide}[timer]
        assert ticking.isActive()
        ticking.stop()
        ticking.timeout.emit()

    return intent, events, ends


Hovering = tuple[HoverIntent, list[Any], Callable[[str], None]]


def test_nothing_appears_while_the_mouse_passes(hovering: Hovering) -> None:
    intent, events, _ = hovering
    for at in range(5):
        intent.move(Span(0, at, at + 1))
    intent.move(None)
    assert not intent._show.isActive()
    assert events == []


def test_rest_and_leave(hovering: Hovering) -> None:
    intent, events, ends = hovering
    word = Span(0, 1, 3)
    intent.move(word)
    ends("show")
    intent.move(None)
    intent.move(word)
    assert not intent._hide.isActive()
    intent.move(None)
    ends("hide")
    assert events == [word, "left"]


def test_the_card_can_be_entered(hovering: Hovering) -> None:
    intent, events, ends = hovering
    word = Span(0, 1, 3)
    intent.move(word)
    ends("show")
    intent.move(Span(0, 4, 5))
    intent.hold()
    assert not intent._hide.isActive()
    assert not intent._show.isActive()
    intent.release()
    ends("hide")
    assert events == [word, "left"]
