"""Backups in the window: listed, made, restored with a preview, undone; a damaged library rescued."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.errors import DatabaseDamaged
from reader.domain.restoring import MERGE, REPLACE
from reader.services.apart import ApartFailed, run_apart
from reader.services.safekeeping import daily
from reader.storage.database import FILE_NAME
from reader.ui.dialogs.backups import BackupsDialog
from reader.ui.dialogs.restore import RestoreDialog
from reader.ui.main_window import MainWindow
from reader.ui.rescue import RescueDialog
from tests.storage.whole import one_of_each

pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture
def program(tmp_path: Path, shared_cache: Path) -> Iterator[Program]:
    folder = one_of_each(tmp_path / "data").parent
    with Program(folder, shared_cache) as made:
        yield made


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(program)
    made.open_text(1)
    made.complete()
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def shown(window: MainWindow, kind: type[Any]) -> Any:
    return next((d for d in window.findChildren(kind) if d.isVisible()), None)


def listing(window: MainWindow, qtbot: QtBot) -> BackupsDialog:
    window.actions_["backups"].trigger()
    qtbot.waitUntil(lambda: shown(window, BackupsDialog) is not None)
    found: BackupsDialog = shown(window, BackupsDialog)
    return found


def cells(dialog: BackupsDialog, row: int) -> list[str]:
    item = dialog.tree.topLevelItem(row)
    assert item is not None
    return [item.text(column) for column in range(5)]


def test_a_backup_is_made_and_listed(window: MainWindow, qtbot: QtBot) -> None:
    dialog = listing(window, qtbot)
    assert not dialog.restore.isEnabled()
    assert not dialog.undo.isEnabled()
    dialog.now.click()
    assert not dialog.now.isEnabled()
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 1)
    _, why, size, marks, state = cells(dialog, 0)
    assert (why, marks, state) == ("by hand", "3", "verified")
    assert size.endswith(" MB")
    assert "notes: 1" in dialog.contents.text()
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    assert "notes: 1" in item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert dialog.told.text().startswith("A backup was made")
    assert dialog.now.isEnabled()
    dialog.close()


def restoring(window: MainWindow, qtbot: QtBot, begin: Callable[[], None]) -> RestoreDialog:
    begin()
    qtbot.waitUntil(lambda: shown(window, RestoreDialog) is not None)
    found: RestoreDialog = shown(window, RestoreDialog)
    assert not found.take.isEnabled()
    qtbot.waitUntil(lambda: "Reading" not in found.told.text())
    return found


def test_a_backup_is_merged_with_a_preview_and_taken_back(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    program.safekeeping.back_up()
    (note,) = program.marks.notes()
    with program.database.write() as writer:
        writer.execute("DELETE FROM marks WHERE id = ?", [note.id])
    dialog = listing(window, qtbot)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 1)
    restore = restoring(window, qtbot, dialog.restore.click)
    assert restore.mode == MERGE
    assert restore.told.text() == "notes: 1 added"
    row = restore.list.topLevelItem(0)
    assert row is not None
    assert [row.text(column) for column in range(4)] == [
        "added",
        "notes",
        "𠮷长星 · 人民日报",
        "谁？",
    ]
    restore.replace.click()
    assert restore.mode == REPLACE
    assert not restore.take.isEnabled()
    qtbot.waitUntil(restore.take.isEnabled)
    assert program.marks.notes() == []
    with qtbot.waitSignal(window.library_exchanged) as exchanged:
        restore.take.click()
    assert exchanged.args == ["Restored: notes: 1 added."]
    assert [one.text for one in program.marks.notes()] == ["谁？"]
    assert shown(window, BackupsDialog) is None
    dialog = listing(window, qtbot)
    qtbot.waitUntil(dialog.undo.isEnabled)
    restore = restoring(window, qtbot, dialog.undo.click)
    assert not restore.merge.isVisible()
    assert restore.told.text() == "notes: 1 removed"
    with qtbot.waitSignal(window.library_exchanged):
        restore.take.click()
    assert program.marks.notes() == []


def test_everything_that_was_read_is_read_again_after_a_restore(program: Program) -> None:
    """Also what another process of the program has read, which looks for words."""
    from reader.services.searcher import Request

    older = program.safekeeping.back_up().path
    program.texts.import_text("新", "𠮷祥如意的新文章")
    states = program.library.states()
    asked = Request("如意的新文章", None, 10)
    assert program.searcher.search(asked).total == 1
    with program.restore(older) as restore:
        restore.carry_out("replace")
    program.let_go()
    program.renew()
    assert program.library.states() != states
    assert [card.title for card in program.texts.cards()] == ["人民日报"]
    assert program.searcher.search(asked).total == 0


def test_what_is_the_same_need_not_be_restored(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    path = program.safekeeping.back_up().path
    restore = restoring(window, qtbot, lambda: window.keeping.restore(path))
    assert restore.told.text().startswith("Nothing would change")
    assert not restore.take.isEnabled()
    restore.reject()
    qtbot.waitUntil(lambda: not list(program.data.glob(".restoring-*")))


def test_a_file_that_is_no_backup_says_so(
    window: MainWindow, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letter").write_text("不是", "utf-8")
    restore = restoring(window, qtbot, lambda: window.keeping.restore(tmp_path / "letter"))
    assert "is not a backup that Xidu made" in restore.told.text()
    assert not restore.take.isEnabled()
    restore.reject()


def test_the_reserve_is_told_when_it_is_given_up(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    assert program.database.reserve.keep()
    program.database.reserve.release()
    qtbot.waitUntil(lambda: "The disk is nearly full" in window.notice.text)


def test_damage_met_while_reading_offers_backups_and_one_takes_its_place(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    """A page of the marks is zero: the library opens, its backup is merged no more, but replaces it."""
    path = program.safekeeping.back_up().path
    (root,) = program.database.row("SELECT rootpage FROM sqlite_master WHERE name = 'marks'") or (
        0,
    )
    library = program.safekeeping.library
    data = library.read_bytes()
    with library.open("rb+") as file:  # in the same file, as a disk does it
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))
    window.report(DatabaseDamaged(path=library))
    assert "is damaged" in window.notice.text
    window.notice._act()
    qtbot.waitUntil(lambda: shown(window, BackupsDialog) is not None)
    dialog = shown(window, BackupsDialog)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 1)
    restore = restoring(window, qtbot, dialog.restore.click)
    assert "is damaged" in restore.told.text()  # by merging nothing comes of it
    restore.replace.click()
    qtbot.waitUntil(restore.take.isEnabled)
    assert "cannot be told" in restore.told.text()
    with qtbot.waitSignal(window.library_exchanged) as exchanged:
        restore.take.click()
    assert "damaged-1" in exchanged.args[0]
    assert [note.text for note in program.marks.notes()] == ["谁？"]
    assert (program.data / "library.damaged-1.sqlite3").read_bytes() != data
    assert path.exists()


# --- the backup of the day ----------------------------------------------------------------------


def test_once_a_day_a_process_of_its_own_makes_a_backup(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    window.keeping.begin()
    qtbot.waitUntil(lambda: len(program.safekeeping.backups()) == 1, timeout=20_000)
    (made,) = program.safekeeping.backups()
    assert (made.kind, made.verified) == ("daily", True)
    assert daily(program.data) is None
    assert (program.data / "reserve").exists()


def test_damage_that_the_backup_of_the_day_finds_is_told(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    with program.database.write() as writer:
        writer.execute("UPDATE marks SET text = 'other' WHERE kind = 'bookmark'")
    window.keeping.begin()
    qtbot.waitUntil(lambda: "not as they were written: 1" in window.notice.text, timeout=20_000)


def test_work_apart_tells_its_faults() -> None:
    from threading import Event

    with pytest.raises(ApartFailed, match="ValueError"):
        run_apart(Event(), int, "no number")


# --- a damaged library --------------------------------------------------------------------------


@pytest.fixture
def damaged(tmp_path: Path, shared_cache: Path) -> Iterator[Program]:
    """A program whose library is damaged, with a backup from before."""
    path = one_of_each(tmp_path / "data")
    with Program(path.parent, shared_cache) as made:
        made.safekeeping.back_up()
        path.write_bytes(b"damaged!" + path.read_bytes()[8:])
        with pytest.raises(DatabaseDamaged):
            made.database  # noqa: B018
        yield made


def rescued(program: Program, qtbot: QtBot, choice: int) -> RescueDialog:
    dialog = RescueDialog(program)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        dialog.choices[choice].click()
    return dialog


def test_the_last_backup_takes_the_place_of_a_damaged_library(
    damaged: Program, qtbot: QtBot
) -> None:
    dialog = rescued(damaged, qtbot, 0)
    assert dialog.choices[0].text().startswith("&Restore the backup of 20")
    assert "notes: 1" in dialog.held.text()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.outcome.endswith("library.damaged-1.sqlite3")
    assert [note.text for note in damaged.marks.notes()] == ["谁？"]
    assert (damaged.data / "library.damaged-1.sqlite3").read_bytes()[:8] == b"damaged!"


def test_what_can_be_read_is_saved(damaged: Program, qtbot: QtBot) -> None:
    dialog = rescued(damaged, qtbot, 1)
    assert "notes: 1" in dialog.outcome
    assert "Rows that could not be: 0" in dialog.outcome
    assert [note.text for note in damaged.marks.notes()] == ["谁？"]


def test_whoever_quits_has_changed_nothing(damaged: Program, qtbot: QtBot) -> None:
    before = (damaged.data / FILE_NAME).read_bytes()
    dialog = rescued(damaged, qtbot, -1)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert (damaged.data / FILE_NAME).read_bytes() == before


def test_without_a_backup_saving_what_can_be_read_comes_first(
    damaged: Program, qtbot: QtBot
) -> None:
    for backup in damaged.safekeeping.backups():
        backup.path.unlink()
    (damaged.data / FILE_NAME).write_bytes(b"nothing")
    dialog = RescueDialog(damaged)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.choices[0].text().startswith("&Save what can still be read")
    dialog.choices[0].click()
    qtbot.waitUntil(dialog.choices[0].isEnabled, timeout=20_000)
    assert "is not a backup that Xidu made" in dialog.told.text()
    assert (damaged.data / FILE_NAME).read_bytes() == b"nothing"
    dialog.reject()
