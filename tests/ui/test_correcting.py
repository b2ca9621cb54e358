"""Correcting words in the window: the dialog, what it changes, undoing, the list, files."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.corrections import Correction, Wanted
from reader.domain.errors import ReferenceMissing
from reader.domain.overlay import NewWord
from reader.domain.places import Span
from reader.domain.words import ReadingSource, Word, WordKind
from reader.ui.article.view import ArticleView
from reader.ui.correcting import Correcting
from reader.ui.dialogs.corrections import CorrectionsDialog
from reader.ui.dialogs.own_term import OwnTermDialog
from reader.ui.dialogs.words import WordsDialog
from reader.ui.marking import Marking
from reader.ui.owning import Owning
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks
from tests.storage.samples import NOON

pytestmark = pytest.mark.usefixtures("faces")

LINES = ("高辐射能级说，行长说", "又说行长，高辐射能级")
CUTS = {
    LINES[0]: ((0, 1), (1, 4), (4, 5), (5, 6), (6, 7), (7, 9), (9, 10)),
    LINES[1]: ((0, 1), (1, 2), (2, 4), (4, 5), (5, 6), (6, 9), (9, 10)),
}


def words_of(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(start, end, WordKind.PUNCTUATION)
        if text[start] == "，"
        else Word(start, end, WordKind.WORD, ("yī",) * (end - start), ReadingSource.DICTIONARY)
        for start, end in CUTS[text]
    )


def type_into(field: QLineEdit, text: str) -> None:
    """Type as an input method does, instead of what is there."""
    field.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


class Desk:
    """Two texts of two lines, the first one open in a view; nothing is analysed."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.texts = [
            program.texts.import_text(n, n + "\n\n" + "\n\n".join(LINES)).id for n in "甲乙"
        ]
        for identifier in self.texts:
            text = program.open_text(identifier)
            rest = [t for t in text.texts() if t not in CUTS]
            one = [(Word(0, len(t), WordKind.WORD, ("yī",) * len(t)),) for t in rest]
            program.analyses.put([*LINES, *rest], [*map(words_of, LINES), *one])
        self.view = ArticleView()
        qtbot.addWidget(self.view)
        self.view.resize(700, 400)
        self.tasks = Tasks()
        self.troubles: list[Exception] = []
        self.tasks.failed_unexpectedly.connect(self.troubles.append)
        self.reading = Reading(program, self.tasks, self.view)
        self.reading._busy = True
        self.marking = Marking(program, self.tasks, self.reading, self.view)
        self.dialog: Any = None
        self.correcting = Correcting(
            program, self.tasks, self.reading, self.view, self.marking, self.ask
        )
        self.said: list[str] = []
        self.correcting.said.connect(self.said.append)
        self.correcting.troubled.connect(self.troubles.append)
        self.marking.done.connect(self.said.append)
        self.view.show()
        self.reading.open(self.texts[0])
        self.first = next(i for i, t in enumerate(self.texts_of()) if t == LINES[0])

    def ask(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.open()
        self.dialog = dialog

    def texts_of(self) -> list[str]:
        assert self.reading.text is not None
        return self.reading.text.texts()

    def line(self, index: int = 0) -> str:
        """Words of a line with readings that are not yī."""
        assert self.reading.text is not None
        text = LINES[index]
        return "|".join(
            text[w.start : w.end] + "".join(f" {s}" for s in w.syllables if s != "yī")
            for w in self.reading.text.words(self.first + index)
        )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    made = Desk(program, qtbot)
    yield made
    made.correcting.stop()
    made.tasks.close()
    assert made.troubles == []
    program.close()


@pytest.fixture
def begun(desk: Desk, qtbot: QtBot) -> Callable[..., WordsDialog]:
    """Open the dialog on a range of the first line."""

    def begin(start: int, end: int) -> WordsDialog:
        desk.correcting.begin(Span(desk.first, start, end))
        dialog: WordsDialog = desk.dialog
        qtbot.addWidget(dialog)
        return dialog

    return begin


BEFORE = "高|辐射能|级|说|，|行长|说"


def test_a_word_is_cut_by_the_mouse_everywhere_and_undone_and_done_again(
    desk: Desk, begun: Callable[..., WordsDialog], qtbot: QtBot
) -> None:
    assert desk.line() == BEFORE
    dialog = begun(1, 4)
    assert not dialog.apply.isEnabled()
    for gap in dialog.strip.gaps[2:4]:
        QTest.mouseClick(gap, Qt.MouseButton.LeftButton)
    assert [gap.isChecked() for gap in dialog.strip.gaps] == [True, False, True, False, True]
    qtbot.waitUntil(lambda: dialog.scope.text() == "Changes 4 places in 2 texts.")
    dialog.apply.click()
    qtbot.waitUntil(lambda: desk.said == ["Words corrected"])
    assert desk.line() == "高|辐射|能级|说|，|行长|说"
    assert desk.line(1) == "又|说|行长|，|高|辐射|能级"
    # In the other text too, without anything having been told to it.
    other = desk.program.open_text(desk.texts[1])
    assert {w.end - w.start for i in range(len(other.shape)) for w in other.words(i)} <= {1, 2}
    for _ in range(2):
        desk.marking.undo()
        qtbot.waitUntil(lambda: desk.line() == BEFORE)
        desk.marking.redo()
        qtbot.waitUntil(lambda: desk.line() == "高|辐射|能级|说|，|行长|说")


def test_by_keyboard_alone_and_only_here(
    desk: Desk, begun: Callable[..., WordsDialog], qtbot: QtBot
) -> None:
    dialog = begun(7, 9)
    qtbot.waitExposed(dialog)
    field = dialog.strip.fields[7, 9]
    assert field.hasFocus() or field.selectedText() == "yī yī"
    QTest.keyClicks(field, "hang2zhang3")
    assert not dialog.here.isChecked()
    dialog.here.setChecked(True)
    qtbot.waitUntil(lambda: dialog.scope.text() == "Changes 1 place in 1 text.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.line() == "高|辐射能|级|说|，|行长 háng zhǎng|说")
    assert desk.line(1) == "又|说|行长|，|高|辐射能|级"
    again = begun(7, 9)
    first, second = again.strip.gaps
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    QTest.keyClick(second, Qt.Key.Key_Space)
    again.here.setChecked(True)
    QTest.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.line() == "高|辐射能|级|说|，|行长说 háng zhǎng")


def test_a_selection_is_one_word_at_once(
    desk: Desk, begun: Callable[..., WordsDialog], qtbot: QtBot
) -> None:
    dialog = begun(1, 5)
    assert dialog.apply.isEnabled()
    dialog.apply.click()
    qtbot.waitUntil(lambda: desk.line() == "高|辐射能级|说|，|行长|说")


def test_a_reading_that_cannot_be_is_told_and_not_taken(begun: Callable[..., WordsDialog]) -> None:
    dialog = begun(1, 4)
    field = dialog.strip.fields[1, 4]
    for typed, told in (
        ("fú shè", "one syllable for each"),
        ("xyz", "no pinyin"),
        ("fu she neng", "no tones"),
    ):
        type_into(field, typed)
        assert told in dialog.scope.text()
        assert "辐射能" in dialog.scope.text()
        assert not dialog.apply.isEnabled()
    type_into(field, "fú shè néng")
    assert dialog.apply.isEnabled()


def test_one_character_is_corrected_here_unless_said_otherwise(
    begun: Callable[..., WordsDialog],
) -> None:
    assert begun(0, 1).here.isChecked()
    assert begun(1, 4).everywhere.isChecked()


def test_the_boundaries_tell_assistive_tools_what_they_are(
    begun: Callable[..., WordsDialog],
) -> None:
    gap = begun(1, 4).strip.gaps[0]
    told = QAccessible.queryAccessibleInterface(gap)
    assert told.text(QAccessible.Text.Name) == "Boundary between 高 and 辐"
    assert told.state().checkable
    assert told.state().checked


def test_nowhere_to_correct(desk: Desk) -> None:
    desk.correcting.begin(Span(desk.first, 6, 7))
    desk.correcting.begin(Span(desk.first, 4, 8))
    assert len(desk.said) == 2
    assert desk.dialog is None


def test_a_count_that_nobody_waits_for_says_nothing(
    desk: Desk, begun: Callable[..., WordsDialog], qtbot: QtBot
) -> None:
    dialog = begun(1, 5)
    told: list[object] = []
    dialog.show_scope = told.append  # type: ignore[method-assign, assignment]
    desk.correcting._count(dialog, [])
    desk.correcting.stop()
    done: list[object] = []
    desk.tasks.read(lambda: 1, done.append)
    desk.tasks.read(lambda: 1, done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert told == []


# --- the list -------------------------------------------------------------------


@pytest.fixture
def listed(desk: Desk, begun: Callable[..., WordsDialog], qtbot: QtBot) -> CorrectionsDialog:
    """The list of two corrections: a cut everywhere, and a reading at one place."""
    begun(1, 5).apply.click()
    qtbot.waitUntil(lambda: len(desk.said) == 1)
    dialog = begun(7, 9)
    dialog.here.setChecked(True)
    field = dialog.strip.fields[7, 9]
    type_into(field, "háng zhǎng")
    dialog.apply.click()
    qtbot.waitUntil(lambda: len(desk.said) == 2)
    desk.correcting.show_list()
    listing: CorrectionsDialog = desk.dialog
    qtbot.addWidget(listing)
    qtbot.waitUntil(lambda: len(rows(listing)) == 2)
    return listing


def has_rows(dialog: CorrectionsDialog, count: int) -> bool:
    return len(rows(dialog)) == count


def rows(dialog: CorrectionsDialog) -> list[str]:
    model = dialog.panel.list.rows
    return [model.row(model.index(at)).main for at in range(model.rowCount())]


def test_the_list_is_searched_and_filtered(listed: CorrectionsDialog) -> None:
    assert rows(listed) == ["行长", "辐射能级"]
    for typed, found in (
        ("能级", ["辐射能级"]),
        ("hangzhang", ["行长"]),
        ("zhǎng", ["行长"]),
        ("zzz", []),
        ("", ["行长", "辐射能级"]),
    ):
        listed.box.setText(typed)
        assert rows(listed) == found
    for name, found in (
        ("everywhere", ["辐射能级"]),
        ("here", ["行长"]),
        ("orphan", []),
        ("all", ["行长", "辐射能级"]),
    ):
        button: Any = listed.findChild(object, name)
        button.click()
        assert rows(listed) == found


def test_one_is_removed_and_brought_back(
    desk: Desk, listed: CorrectionsDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(listed.box, Qt.Key.Key_Down)
    QTest.keyClick(listed.panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(listed) == ["辐射能级"])
    assert desk.line() == "高|辐射能级|说|，|行长|说"
    listed.undo.click()
    qtbot.waitUntil(lambda: rows(listed) == ["行长", "辐射能级"])
    assert desk.line() == "高|辐射能级|说|，|行长 háng zhǎng|说"


def test_going_to_a_place(desk: Desk, listed: CorrectionsDialog) -> None:
    went: list[tuple[int, Span]] = []
    desk.correcting.place_wanted.connect(lambda *to: went.append(to))
    QTest.keyClick(listed.box, Qt.Key.Key_Down)
    assert listed.go.isEnabled()
    listed.go.click()
    assert went == [(desk.texts[0], Span(desk.first, 7, 9))]
    assert not listed.isVisible()


def test_to_a_file_and_back(
    desk: Desk,
    listed: CorrectionsDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "mine.json"
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(file), ""))
    listed._export()
    qtbot.waitUntil(lambda: "mine.json" in listed.told.text())
    assert len(json.loads(file.read_text("utf-8"))["corrections"]) == 2
    for left in (1, 0):
        listed.panel.list.setCurrentIndex(listed.panel.list.rows.index(0))
        listed.remove.click()
        qtbot.waitUntil(partial(has_rows, listed, left))
    assert desk.line() == BEFORE
    listed._import()
    qtbot.waitUntil(lambda: listed.told.text() == "2 corrections taken in.")
    qtbot.waitUntil(lambda: len(rows(listed)) == 2)
    assert desk.line() == "高|辐射能级|说|，|行长 háng zhǎng|说"
    file.write_text("{", "utf-8")
    listed._import()
    qtbot.waitUntil(lambda: "nothing was changed" in listed.told.text())


def test_without_a_dictionary_words_keep_their_readings(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_texts: list[str]) -> frozenset[str]:
        raise ReferenceMissing(detail="not yet")

    monkeypatch.setattr(desk.program.lookup, "words_among", missing)
    assert desk.correcting._usual("辐射") == ()


def test_a_correction_becomes_a_term(desk: Desk, listed: CorrectionsDialog, qtbot: QtBot) -> None:
    """The dialog of own terms opens filled in; what was corrected is then a term in the text."""
    owning = Owning(
        desk.program, desk.tasks, desk.reading, desk.view, desk.marking, desk.correcting._ask
    )
    desk.correcting.term_wanted.connect(owning.begin_with)
    assert not listed.term.isEnabled()
    listed.panel.list.setCurrentIndex(listed.panel.list.rows.index(0))
    listed.term.click()
    dialog = desk.dialog
    assert isinstance(dialog, OwnTermDialog)
    assert dialog.parent() is listed
    assert (dialog.headword.text(), dialog.pinyin.text()) == ("行长", "hángzhǎng")
    assert dialog.save.isEnabled()
    dialog.english.setText("governor of a bank")
    dialog.save.click()
    qtbot.waitUntil(lambda: len(desk.said) == 3)
    assert desk.said[-1].startswith("Term added")
    text = desk.reading.text
    assert text is not None
    marked = [LINES[0][w.start : w.end] for w in text.words(desk.first) if w.term]
    assert marked == ["行长"]

    # Asked again, the term that is there is opened, in either writing.
    listed.term.click()
    again = desk.dialog
    assert isinstance(again, OwnTermDialog)
    assert again.english.text() == "governor of a bank"
    assert again.findChild(QPushButton, "remove") is not None
    again.reject()


def test_of_several_words_the_longest_is_the_term(desk: Desk, qtbot: QtBot) -> None:
    asked: list[tuple[str, object, object]] = []
    desk.correcting.term_wanted.connect(lambda *told: asked.append(told))
    words = NewWord("高"), NewWord("辐射能级", ("fú", "shè", "néng", "jí"))
    desk.correcting._make_term(Correction("1", Wanted(words), NOON))
    assert asked == [("辐射能级", ("fú", "shè", "néng", "jí"), None)]


def test_what_has_no_characters_is_no_term(desk: Desk, qtbot: QtBot) -> None:
    listing = CorrectionsDialog(desk.view.theme)
    qtbot.addWidget(listing)
    listing.show_corrections([Correction("1", Wanted((NewWord("GDP2"),)), NOON)], {})
    listing.panel.list.setCurrentIndex(listing.panel.list.rows.index(0))
    assert listing.remove.isEnabled()
    assert not listing.term.isEnabled()
