"""Opening a file that has changed: asked, updated in place, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.ui.dialogs.later_version import LaterVersionDialog
from reader.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("faces")

LINES = [f"第{number}条：各地要结合实际，认真抓好落实，不断取得新的成绩。" for number in range(40)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, file: Path) -> Iterator[MainWindow]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    made = MainWindow(program)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.reading._busy = True  # nothing is analysed here
    made.open_text(program.texts.import_file(file).id)
    made.show()
    made.complete()
    yield made
    made._tasks.close()
    program.close()


def asked(window: MainWindow, qtbot: QtBot) -> LaterVersionDialog:
    qtbot.waitUntil(lambda: window.findChild(LaterVersionDialog) is not None)
    dialog = window.findChild(LaterVersionDialog)
    assert dialog is not None
    return dialog


def first_line(window: MainWindow) -> str:
    assert window.reading.text is not None
    return window.reading.text.paragraph(0).text


def test_a_changed_file_updates_its_text(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    program = window._program
    number = window.reading.text.id if window.reading.text else 0
    for name in ("第30条", "第5条"):
        program.notebook.add_bookmark(number, program.notebook.find_quote(number, name), name)
    window.article.top_of(20)
    file.write_text("\n".join(["这是新加的一句话。"] * 3 + LINES[6:]), encoding="utf-8")
    window.opening.open_file(file)
    asked(window, qtbot).update_.click()
    qtbot.waitUntil(lambda: first_line(window).startswith("这是"))
    assert [card.id for card in program.texts.cards()] == [number]
    marks = {mark.name: mark for mark in window.reading.bookmarks}
    assert not marks["第30条"].orphan
    assert marks["第30条"].anchor.span.paragraph == 27
    assert marks["第5条"].orphan
    assert window.article.position[0] == 17
    assert window.notice.text.endswith("1")

    window.marking.undo()
    qtbot.waitUntil(lambda: first_line(window) == LINES[0])
    assert not any(mark.orphan for mark in window.reading.bookmarks)
    window.marking.redo()
    qtbot.waitUntil(lambda: first_line(window).startswith("这是"))


def test_both_are_kept_when_that_is_wished(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    file.write_text("\n".join(LINES[:-3]), encoding="utf-8")
    window.opening.open_file(file)
    asked(window, qtbot).both.click()
    qtbot.waitUntil(lambda: len(window._program.texts.cards()) == 2)


def test_nothing_happens_without_an_answer(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    file.write_text("\n".join(LINES[:-3]), encoding="utf-8")
    window.opening.open_file(file)
    asked(window, qtbot).reject()
    assert len(window._program.texts.cards()) == 1
    assert first_line(window) == LINES[0]
