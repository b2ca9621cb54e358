"""Marks to files and back, by the dialogs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.errors import XiduError
from reader.domain.places import Span
from reader.services.mark_export import Manner
from reader.ui.dialogs.mark_files import ExportMarksDialog, ImportMarksDialog, MarksOrder
from reader.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, shared_cache: Path) -> Iterator[MainWindow]:
    with Program(tmp_path / "data", shared_cache) as program:
        made = MainWindow(program)
        qtbot.addWidget(made)
        made.reading._busy = True  # nothing is analysed here
        made.open_text(program.texts.import_text("版", "长三角一体化。\n\n走自己的路。").id)
        made.complete()
        program.notebook.add_note(1, Span(0, 0, 3), "看这里")
        yield made
        made.close()


def texts_of(dialog: ImportMarksDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_marks_are_written_and_taken_in_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    program, file = window._program, tmp_path / "marks.json"
    order = MarksOrder(Manner("json"), here=True, each=False)
    with qtbot.waitSignal(window.exchanging.said):
        window.exchanging.write(order, file)
    assert len(json.loads(file.read_text(encoding="utf-8"))["items"]) == 1
    program.notebook.remove(program.marks.notes())

    window.exchanging.plan(file)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportMarksDialog)))
    (dialog,) = window.findChildren(ImportMarksDialog)
    assert "1 marks are new" in texts_of(dialog)
    with qtbot.waitSignal(window.marking.done):
        dialog.take.click()
    assert [note.text for note in program.marks.notes()] == ["看这里"]
    window.marking.undo()
    qtbot.waitUntil(lambda: program.marks.notes() == [])


def test_a_file_that_is_bad_is_told_and_changes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "bad.json"
    file.write_text("{", encoding="utf-8")
    with qtbot.waitSignal(window.exchanging.troubled) as caught:
        window.exchanging.plan(file)
    assert caught.args is not None
    assert isinstance(caught.args[0], XiduError)
    assert not window.findChildren(ImportMarksDialog)


def test_where_there_is_nothing_to_take_in_it_cannot_be_taken(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "marks.csv"
    with qtbot.waitSignal(window.exchanging.said):
        window.exchanging.write(MarksOrder(Manner("csv"), here=False, each=False), file)
    window.exchanging.plan(file)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportMarksDialog)))
    (dialog,) = window.findChildren(ImportMarksDialog)
    assert not dialog.take.isEnabled()
    assert "There is nothing to import." in texts_of(dialog)


def test_the_dialog_gives_what_is_chosen(qtbot: QtBot) -> None:
    dialog = ExportMarksDialog("版")
    qtbot.addWidget(dialog)
    assert dialog.order == MarksOrder(Manner("md"), here=True, each=False)
    assert not dialog.files.isEnabled()
    dialog.kind.setCurrentIndex(2)
    assert "Obsidian" in dialog.hint.text()
    dialog.which.setCurrentIndex(1)
    dialog.files.setCurrentIndex(1)
    assert dialog.order == MarksOrder(Manner("md", "obsidian"), here=False, each=True)
    alone = ExportMarksDialog(None)
    qtbot.addWidget(alone)
    assert alone.which.count() == 1
    assert not alone.order.here


def test_no_panel_is_filled_from_a_library_that_is_closed(window: MainWindow) -> None:
    window.guide._filling.start()
    window.close()
    assert not window.guide._filling.isActive()
