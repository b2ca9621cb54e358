"""The disk is full while a person writes in the window: it is said, and nothing written is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.places import Span
from reader.storage.safety.reserve import SIZE
from reader.ui.main_window import MainWindow
from tests.durability.disks import fill, small_disk
from tests.storage.whole import one_of_each

pytestmark = pytest.mark.usefixtures("faces")

WORDS = "写在满了的磁盘上。" * 2000


@pytest.fixture
def window(tmp_path: Path, shared_cache: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on a library that lies on a disk of 45 MB."""
    with small_disk(tmp_path / "disk", 45) as folder:
        one_of_each(folder)
        with Program(folder, shared_cache) as program:
            made = MainWindow(program)
            made.open_text(1)
            made.complete()
            made.show()
            yield made
            made.close()
            made.deleteLater()
            QApplication.processEvents()


def write(window: MainWindow, text: str) -> Any:
    """Begin a note on 出席 and type into it; the editor."""
    window._show_notes()
    window.noting.write(Span(1, 7, 9))
    panel: Any = window.sidebar.panel("notes")
    editor = panel.editor
    editor.text.setPlainText(text)
    return editor


def texts(window: MainWindow) -> list[str]:
    return [note.text for note in window._program.marks.notes()]


def test_a_note_stays_on_the_screen_and_is_saved_when_there_is_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    ballast = fill(window._program.data)
    editor = write(window, WORDS)
    editor.flush()
    qtbot.waitUntil(lambda: window.notice.text.startswith("The disk is full"))
    assert editor.isVisible()
    assert editor.text.toPlainText() == WORDS
    assert editor.state.text() == "Not saved yet"
    assert WORDS not in texts(window)
    ballast.unlink()
    # Nobody does anything: it is tried again by itself.
    qtbot.waitUntil(lambda: WORDS in texts(window), timeout=20_000)
    qtbot.waitUntil(lambda: editor.state.text() == "Saved")


def test_with_the_reserve_a_note_is_saved_and_a_bookmark_deleted_and_it_is_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.storage.safety.reserve._PLENTY", SIZE)
    program = window._program
    assert program.database.reserve.keep()
    fill(program.data)
    write(window, WORDS).flush()
    qtbot.waitUntil(lambda: WORDS in texts(window))
    qtbot.waitUntil(lambda: "given up its reserve of 20 MB" in window.notice.text)
    (bookmark,) = program.marks.bookmarks()
    window.marking.remove_bookmark(bookmark)
    qtbot.waitUntil(lambda: program.marks.bookmarks() == [])
