"""Marks without a place: listed with their words, put where a person says, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.marks import Colour
from reader.domain.places import Span
from reader.formats import from_text
from reader.services.texts import prepare_source
from reader.ui.dialogs.orphans import OrphansDialog
from reader.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("faces")

TEXT = "\n".join(
    [
        "长三角区域要加快完善一体化发展体制机制。",
        "必须从体制机制上打破地区分割和行政壁垒，为一体化发展提供制度保障。",
        "要增强一体化意识，坚持一盘棋思想，加大制度和体制机制创新力度。",
        "要循序渐进推进基本公共服务制度衔接、政策协同、标准趋同。",
    ]
)
CHANGED = TEXT.replace("一盘棋思想", "一盘棋的想法").replace("标准趋同", "标准相同")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    made = MainWindow(program)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.reading._busy = True  # nothing is analysed here
    number = program.texts.import_text("讲话", TEXT).id
    notebook = program.notebook
    notebook.add_note(number, notebook.find_quote(number, "坚持一盘棋思想"), "像下棋一样")
    notebook.add_highlights(number, [notebook.find_quote(number, "标准趋同")], Colour.GREEN)
    notebook.add_bookmark(number, notebook.find_quote(number, "必须"))
    program.updating.update(number, prepare_source(from_text("讲话", CHANGED)))
    made.open_text(number)
    made.show()
    made.complete()
    yield made
    made._tasks.close()
    program.close()


def opened(window: MainWindow, qtbot: QtBot) -> OrphansDialog:
    window.actions_["orphans"].trigger()
    dialog = window.findChild(OrphansDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.choices.list.rows.rowCount() > 0)
    return dialog


def listed(dialog: OrphansDialog) -> list[str]:
    rows = dialog.marks.list.rows
    return [rows.row(rows.index(i)).second for i in range(rows.rowCount())]


def test_orphans_are_listed_with_their_words(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    assert len(listed(dialog)) == 2
    row = dialog.marks.list.rows.row(dialog.marks.list.rows.index(0))
    assert row.main == "要增强一体化意识，坚持一盘棋思想，加大制度和体制机制创新力度。"
    assert row.main[slice(*row.mark)] == "坚持一盘棋思想"
    assert "像下棋一样" in row.second


def test_one_is_put_at_a_place_that_resembles_its_own(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    assert not dialog.here.isEnabled()
    dialog.choices.list.setCurrentIndex(dialog.choices.list.rows.index(0))
    dialog.here.click()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 1)
    (note,) = window.reading.notes
    assert not note.orphan
    assert note.anchor.span.paragraph == 2
    assert "一盘棋" in note.anchor.quote

    window.marking.undo()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 2)
    (note,) = window.reading.notes
    assert note.orphan
    assert note.anchor.quote == "坚持一盘棋思想"
    window.marking.redo()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 1)


def test_one_is_put_on_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.selection.click()
    assert "Select" in window.notice.text
    (mark,) = window.reading.highlights
    window.orphans.show_orphans(mark)
    assert dialog.mark == mark
    window.article.go_to(Span(3, 23, 27))
    window.orphans.place(mark, Span(3, 23, 27))
    qtbot.waitUntil(lambda: len(listed(dialog)) == 1)
    (placed,) = window.reading.highlights
    assert (placed.orphan, placed.anchor.quote) == (False, CHANGED.split("\n")[3][23:27])


def test_a_chosen_orphan_of_a_panel_opens_the_list(window: MainWindow, qtbot: QtBot) -> None:
    (mark,) = window.reading.highlights
    window.guide._go(mark)
    dialog = window.findChild(OrphansDialog)
    assert dialog is not None
    assert dialog.mark == mark
