"""The reader's own terms in the window: written, marked at once, undone, switched, in and out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.glossary import Term
from reader.domain.own import OURS, OwnGlossary
from reader.domain.places import Span
from reader.domain.words import ReadingSource, Word, WordKind
from reader.services import reference
from reader.services.lookup import Explanation
from reader.ui.article.view import ArticleView
from reader.ui.card.blocks import Block
from reader.ui.card.content import compose
from reader.ui.dialogs.glossaries import GlossariesDialog, ImportDialog
from reader.ui.dialogs.own_term import OwnTermDialog
from reader.ui.marking import Marking
from reader.ui.owning import Owning
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("faces")

LINE = "守住底线，一盘棋"
READ = (
    ("shǒu", "zhù"), ("dǐ", "xiàn"), (), ("yì",), ("pán",), ("qí",)
)  # fmt: skip
CUTS = ((0, 2), (2, 4), (4, 5), (5, 6), (6, 7), (7, 8))
WORDS = tuple(
    Word(s, e, WordKind.WORD if read else WordKind.PUNCTUATION, read, ReadingSource.DICTIONARY)
    for (s, e), read in zip(CUTS, READ, strict=True)
)


class Desk:
    """A text of one line, open in a view; the engine is never asked."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        identifier = program.texts.import_text("题", f"题\n\n{LINE}").id
        text = program.open_text(identifier)
        rest = [t for t in text.texts() if t != LINE]
        one = [(Word(0, len(t), WordKind.WORD, ("tí",) * len(t)),) for t in rest]
        program.analyses.put([LINE, *rest], [WORDS, *one])
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
        self.owning = Owning(program, self.tasks, self.reading, self.view, self.marking, self.ask)
        self.said: list[str] = []
        self.owning.troubled.connect(self.troubles.append)
        self.marking.done.connect(self.said.append)
        self.view.show()
        self.reading.open(identifier)
        self.line = text.texts().index(LINE)

    def ask(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.open()
        self.dialog = dialog

    def terms(self) -> list[str]:
        assert self.reading.text is not None
        return [LINE[w.start : w.end] for w in self.reading.text.words(self.line) if w.term]

    def begin(self, start: int, end: int) -> OwnTermDialog:
        self.owning.begin(Span(self.line, start, end))
        dialog: OwnTermDialog = self.dialog
        return dialog


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, shared_cache: Path) -> Iterator[Desk]:
    reference.ensure(shared_cache)
    program = Program(tmp_path / "data", shared_cache)
    made = Desk(program, qtbot)
    yield made
    made.tasks.close()
    assert made.troubles == []
    program.close()


def added(desk: Desk, qtbot: QtBot, start: int = 5, end: int = 8) -> Term:
    """A term of a range, added by Return."""
    dialog = desk.begin(start, end)
    qtbot.addWidget(dialog)
    dialog.english.setText("one game")
    QTest.keyClick(dialog.english, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: LINE[start:end] in desk.terms())
    found = desk.program.lookup.term(LINE[start:end])
    assert found is not None
    return found


def test_return_adds_what_is_selected_and_it_is_marked_at_once(desk: Desk, qtbot: QtBot) -> None:
    heard: list[bool] = []
    desk.owning.changed.connect(lambda: heard.append(True))
    dialog = desk.begin(4, 8)
    # The comma at the edge is no part of it; it is read as it is read there.
    assert dialog.headword.text() == "一盘棋"
    assert dialog.pinyin.text() == "yìpánqí"
    assert dialog.glossary.currentText() == "My terms"
    QTest.keyClick(dialog.english, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.said == ["Term added"])
    assert desk.terms() == ["一盘棋"]
    assert heard == [True]
    found = desk.program.lookup.term("一盘棋")
    assert found is not None
    assert (found.syllables, found.field) == (("yì", "pán", "qí"), "My terms")

    desk.marking.undo()
    qtbot.waitUntil(lambda: desk.terms() == [])
    assert desk.program.own.glossaries() == []
    desk.marking.redo()
    qtbot.waitUntil(lambda: desk.terms() == ["一盘棋"])


def test_it_is_said_where_what_was_selected_is_part_of_other_words(
    desk: Desk, qtbot: QtBot
) -> None:
    dialog = desk.begin(1, 3)  # 住底 in 守住|底线
    QTest.keyClick(dialog.english, Qt.Key.Key_Return)
    told = "Term added · not marked here, where it is part of other words"
    qtbot.waitUntil(lambda: desk.said == [told])
    assert desk.terms() == []


def test_a_second_one_goes_into_the_same_glossary_and_a_typed_name_makes_another(
    desk: Desk, qtbot: QtBot
) -> None:
    added(desk, qtbot)
    added(desk, qtbot, 0, 4)
    (mine,) = desk.program.own.glossaries()
    assert desk.program.own.count() == {mine.id: 2}
    dialog = desk.begin(0, 2)
    dialog.glossary.setEditText("Trade")
    dialog.accept()
    qtbot.waitUntil(lambda: len(desk.said) == 3)
    assert [one.name for one in desk.program.own.glossaries()] == ["My terms", "Trade"]


def test_a_term_is_changed_with_everything_it_holds_and_removed(desk: Desk, qtbot: QtBot) -> None:
    term = added(desk, qtbot)
    dialog = desk.begin(5, 8)
    assert dialog.windowTitle() == "Change your term"
    dialog.explanation.setPlainText("A whole country acts as one.")
    dialog.chinese.setPlainText("全国一起做")
    dialog.variants.setText("守住底线， 一盘棋;底线")
    dialog.accept()
    qtbot.waitUntil(lambda: desk.terms() == ["守住底线", "一盘棋"])
    changed = desk.program.lookup.term(term.id)
    assert changed == term._replace(
        explanation="A whole country acts as one.", chinese="全国一起做",
        variants=("守住底线", "底线"),
    )  # fmt: skip
    desk.marking.undo()
    qtbot.waitUntil(lambda: desk.terms() == ["一盘棋"])
    desk.owning.edit(term)
    desk.dialog.findChild(QPushButton, "remove").click()
    qtbot.waitUntil(lambda: desk.terms() == [])
    assert not desk.dialog.isVisible()
    desk.marking.undo()
    qtbot.waitUntil(lambda: desk.terms() == ["一盘棋"])


@pytest.mark.parametrize(
    ("headword", "pinyin", "fault"),
    [
        ("", "", "Write the term in Chinese characters."),
        ("一盘棋", "yi pan", "Pinyin needs one syllable for each character."),
        ("一盘棋", "yi pan qi", "The pinyin has no tones yet."),
        ("一盘棋", "xyz", "This is no pinyin."),
        ("GDP", "jī", "It has no characters that are read in pinyin."),
        ("GDP", "", ""),
        ("一盘棋", "yi4 pan2 qi2", ""),
    ],
)
def test_what_is_no_term_is_not_taken(desk: Desk, headword: str, pinyin: str, fault: str) -> None:
    dialog = desk.begin(0, 4)
    dialog.headword.setText(headword)
    dialog.pinyin.setText(pinyin)
    assert (dialog.told.text(), dialog.save.isEnabled()) == (fault, not fault)


def test_another_headword_is_read_anew_until_a_reading_is_typed(desk: Desk) -> None:
    dialog = desk.begin(5, 8)
    dialog.headword.clear()
    dialog.headword.insert("中国")
    dialog.headword.textEdited.emit("中国")
    assert dialog.pinyin.text().lower() == "zhōngguó"
    dialog.pinyin.setText("zhong1guo2")
    dialog.headword.setText("底线")
    dialog.headword.textEdited.emit("底线")
    assert dialog.pinyin.text() == "zhong1guo2"


def test_every_field_has_a_name(desk: Desk) -> None:
    dialog = desk.begin(0, 4)
    fields = [*dialog.findChildren(QLineEdit), dialog.explanation, dialog.chinese, dialog.glossary]
    named = [f.accessibleName() for f in fields if f.parent() is not dialog.glossary]
    assert all(named)
    assert len(set(named)) == 7


def opened(desk: Desk, qtbot: QtBot) -> GlossariesDialog:
    desk.owning.show_glossaries()
    dialog: GlossariesDialog = desk.dialog
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0)
    return dialog


def row(dialog: GlossariesDialog, at: int) -> Any:
    return dialog.tree.topLevelItem(at)


def test_glossaries_are_switched_renamed_and_removed(desk: Desk, qtbot: QtBot) -> None:
    added(desk, qtbot)
    dialog = opened(desk, qtbot)
    assert row(dialog, 0).text(0) == "Xidu's glossary"
    assert (row(dialog, 1).text(0), row(dialog, 1).text(1).strip()) == ("My terms", "1 term")
    dialog.tree.setCurrentItem(row(dialog, 1))
    row(dialog, 1).setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: desk.terms() == [])
    qtbot.waitUntil(lambda: dialog.told.text() == "Glossary switched off")
    assert desk.program.own.ours()
    dialog.undo.click()
    qtbot.waitUntil(lambda: desk.terms() == ["一盘棋"])
    qtbot.waitUntil(lambda: row(dialog, 1).checkState(0) == Qt.CheckState.Checked)
    row(dialog, 1).setText(0, "Mine")
    qtbot.waitUntil(lambda: [one.name for one in desk.program.own.glossaries()] == ["Mine"])
    row(dialog, 1).setText(0, "  ")
    assert row(dialog, 1).text(0) == "Mine"
    row(dialog, 0).setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not desk.program.own.ours())
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 2)
    dialog.tree.setCurrentItem(row(dialog, 1))
    assert dialog.remove.isEnabled()
    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 1)
    assert desk.terms() == []
    assert not dialog.remove.isEnabled()
    desk.marking.undo()
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 2)
    assert desk.terms() == ["一盘棋"]
    dialog.reject()
    desk.tasks.write(lambda: None)


def test_what_was_exported_is_imported_with_a_preview(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(desk, qtbot)
    dialog = opened(desk, qtbot)
    dialog.tree.setCurrentItem(row(dialog, 1))
    chosen = str(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, "TBX (*.tbx)"))
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "Glossary written to “mine.tbx”.")
    (mine,) = desk.program.own.glossaries()
    before = desk.program.own.terms(mine.id)[0].term
    dialog.import_wanted.emit(tmp_path / "mine.tbx")
    qtbot.waitUntil(lambda: dialog.findChild(ImportDialog) is not None)
    asking = dialog.findChild(ImportDialog)
    assert asking is not None
    assert asking.target.currentText() == "mine"
    assert not asking.replace.isEnabled()
    qtbot.waitUntil(lambda: asking.told.text() == "Terms: 1 new.")
    asking.target.setEditText("My terms")
    qtbot.waitUntil(lambda: asking.told.text() == "Terms: 1 as they are there already.")
    assert not asking.take.isEnabled()
    asking.target.setEditText("Others")
    qtbot.waitUntil(asking.take.isEnabled)
    asking.take.click()
    qtbot.waitUntil(lambda: dialog.told.text() == "Glossary imported")
    _, others = desk.program.own.glossaries()
    assert [one.term for one in desk.program.own.terms(others.id)] == [before]
    desk.marking.undo()
    qtbot.waitUntil(lambda: len(desk.program.own.glossaries()) == 1)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 2)
    dialog.reject()


def test_of_a_bad_file_nothing_is_imported_and_the_line_is_told(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    added(desk, qtbot)
    dialog = opened(desk, qtbot)
    bad = tmp_path / "bad.toml"
    bad.write_text('[[term]]\nid = "a"\nheadword = "好"\n\n[[term]]\nid = "b"\n', "utf-8")
    dialog.import_wanted.emit(bad)
    qtbot.waitUntil(lambda: "because of line 5" in dialog.told.text())
    assert dialog.findChild(ImportDialog) is None
    assert sum(desk.program.own.count().values()) == 1
    dialog.reject()


def lines(blocks: list[Block]) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in blocks]


def test_the_card_shows_the_readers_own_first() -> None:
    own = Term("own:1", "底线", ("dǐ", "xiàn"), "concept", "Mine", "my line", "", "")
    ours = own._replace(id="x", english="bottom line", explanation="Theirs.")
    told = lines(compose(Explanation("底线", own.syllables, term=own, ours=ours)))
    assert told.index("Your term · Mine") < told.index("my line") < told.index("Policy term")
    assert told.index("Policy term") < told.index("bottom line")
    alone = lines(compose(Explanation("底线", own.syllables, term=ours)))
    assert not any(line.startswith("Your term") for line in alone)
    assert "" not in told


def test_the_state_of_ours_is_shown(qtbot: QtBot) -> None:
    dialog = GlossariesDialog()
    qtbot.addWidget(dialog)
    dialog.show_glossaries([OwnGlossary("a", "Mine", on=False)], {OURS: 1851, "a": 1}, ours=True)
    assert row(dialog, 0).text(1).strip() == "1,851 terms"
    assert row(dialog, 0).checkState(0) == Qt.CheckState.Checked
    assert row(dialog, 1).checkState(0) == Qt.CheckState.Unchecked
    assert not row(dialog, 0).flags() & Qt.ItemFlag.ItemIsEditable
