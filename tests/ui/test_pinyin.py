"""Pinyin as a person chooses it: modes, the panel, one sentence, words that are known."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.services.settings import CHOICES, Settings, Values
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.article.caret import Place
from reader.ui.article.ruby import Amount
from reader.ui.article.view import ArticleView
from reader.ui.explaining import Explaining
from reader.ui.marking import Marking
from reader.ui.panels.pinyin import PinyinPanel
from reader.ui.pinyin import Pinyin
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks
from reader.ui.theme import THEMES, ThemeName
from reader.ui.wishes import Wishes

pytestmark = pytest.mark.usefixtures("faces")

TEXT = "春天来了。夏天也来了。秋天还没有来。"
READINGS = {
    "春": "chūn", "天": "tiān", "来": "lái", "了": "le", "夏": "xià", "也": "yě",
    "秋": "qiū", "还": "hái", "没": "méi", "有": "yǒu",
}  # fmt: skip
CUT = ["春天", "来", "了", "。", "夏天", "也", "来", "了", "。", "秋天", "还", "没有", "来", "。"]


def words() -> tuple[Word, ...]:
    found, at = [], 0
    for piece in CUT:
        read = tuple(READINGS[char] for char in piece if char in READINGS)
        kind = WordKind.WORD if read else WordKind.PUNCTUATION
        found.append(Word(at, at + len(piece), kind, read))
        at += len(piece)
    return tuple(found)


class Desk(SimpleNamespace):
    """The parts of a window that pinyin needs."""

    program: Program
    view: ArticleView
    reading: Reading
    marking: Marking
    pinyin: Pinyin
    actions: Actions
    window: QWidget
    qtbot: QtBot

    def shown(self, paragraph: int = 0) -> str:
        """Readings above a paragraph, as laid out now."""
        assert self.view.page.flow is not None
        layout = self.view.page.flow.layout(paragraph)
        lines = range(layout.line_count)
        return " ".join(p.unit.text for i in lines for p in layout.shaped(i).ruby)

    def stands_on(self, start: int, paragraph: int = 0) -> None:
        self.view.go_to(Span(paragraph, start, start + 1))

    def does(self, action: str) -> None:
        self.pinyin.handlers()[action]()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    card = program.texts.import_text("四季", "\n\n".join([TEXT] * 30))
    window, view, tasks = QWidget(), ArticleView(), Tasks()
    qtbot.addWidget(window)
    qtbot.addWidget(view)
    view.resize(700, 300)
    program.analyses.put([TEXT], [words()])
    reading = Reading(program, tasks, view)
    reading._busy = True  # nothing is analysed here
    marking = Marking(program, tasks, reading, view)
    actions = Actions(window)
    appearance = Appearance(program.settings, actions, view, [view.set_theme], Wishes(view))
    appearance.apply()
    pinyin = Pinyin(program, tasks, actions, view, reading, marking, appearance)
    view.show()
    reading.open(card.id)
    yield Desk(
        program=program, view=view, reading=reading, marking=marking, pinyin=pinyin,
        actions=actions, window=window, qtbot=qtbot,
    )  # fmt: skip
    view.close()
    tasks.close()
    program.close()


EVERY = "chūn tiān lái le xià tiān yě lái le qiū tiān hái méi yǒu lái"


def test_each_mode_shows_at_once_is_marked_and_kept(desk: Desk, tmp_path: Path) -> None:
    for amount in Amount:
        desk.does(f"pinyin_{amount}")
        assert desk.actions[f"pinyin_{amount}"].isChecked()
        assert Settings(tmp_path / "data" / "settings.json").values.pinyin == amount
        shown = desk.shown()
        assert shown == ("" if amount in {Amount.OFF, Amount.HOVER} else EVERY)
    desk.does("pinyin_all")  # the second time it goes back
    assert desk.shown() == ""
    assert desk.actions["pinyin_hover"].isChecked()


@pytest.mark.parametrize("amount", Amount)
def test_the_line_at_the_top_stays(desk: Desk, amount: Amount) -> None:
    desk.view.top_of(7)
    desk.does(f"pinyin_{amount}")
    assert desk.view.position == (7, 0.0)
    for name, values in CHOICES.items():
        if name in {"pinyin_unit", "notation", "tone_colours"}:
            for value in values:
                desk.pinyin.choose(name, value)
                assert desk.view.position == (7, 0.0)


def test_one_sentence_or_the_selection_shows_its_readings(desk: Desk) -> None:
    desk.stands_on(6)
    desk.does("pinyin_sentence")
    assert desk.shown() == "xià tiān yě lái le"
    desk.stands_on(0, 1)
    desk.does("pinyin_sentence")
    assert (desk.shown(), desk.shown(1)) == ("", "chūn tiān lái le")
    desk.does("pinyin_sentence")
    assert desk.shown(1) == ""
    assert desk.view.caret is not None
    desk.view.caret.select(Place(0, 14), Place(1, 2))
    desk.does("pinyin_sentence")
    assert (desk.shown(), desk.shown(1)) == ("méi yǒu lái", "chūn tiān")
    desk.view.top_of(9)
    with desk.qtbot.assertNotEmitted(desk.pinyin.said):
        desk.does("pinyin_sentence")  # hides what is shown elsewhere
    assert (desk.shown(), desk.shown(1)) == ("", "")
    with desk.qtbot.waitSignal(desk.pinyin.said):
        desk.does("pinyin_sentence")


def test_what_is_known_loses_its_pinyin_and_undo_brings_it_back(desk: Desk) -> None:
    desk.does("pinyin_unknown")
    desk.stands_on(0)
    with desk.qtbot.waitSignal(desk.marking.done) as told:
        desk.does("known")
    assert "春天" in told.args[0]
    assert desk.shown() == desk.shown(5) == EVERY.removeprefix("chūn tiān ")
    assert desk.program.vocabulary.known("春天") is True
    desk.marking.undo()
    desk.qtbot.waitUntil(lambda: desk.shown(5) == EVERY)
    assert desk.program.vocabulary.known("春天") is None


def test_known_and_again_not_known_and_many_at_once(desk: Desk, tmp_path: Path) -> None:
    desk.does("pinyin_unknown")
    assert desk.view.caret is not None
    desk.view.caret.select(Place(0, 0), Place(0, 5))
    for known in (True, False):
        with desk.qtbot.waitSignal(desk.marking.done):
            desk.does("known")
        for word in ("春天", "来", "了"):
            assert desk.program.vocabulary.known(word) is known
    assert desk.shown() == EVERY
    desk.view.clear_selection()
    with desk.qtbot.waitSignal(desk.pinyin.said):
        desk.does("known")


def test_levels_count_once_there_is_a_dictionary(desk: Desk) -> None:
    desk.does("pinyin_hsk")
    assert desk.shown() == EVERY  # no dictionary was compiled here
    levels = {"春天": 2, "来": 1, "了": 1, "也": 1, "没有": 1, "还": 1, "夏天": 4}

    class Compiled:
        @staticmethod
        def levels(words: list[str]) -> dict[str, int]:
            return {word: levels[word] for word in words if word in levels}

    desk.program.vocabulary._lexicon = Compiled()  # type: ignore[assignment]
    desk.pinyin.show_levels()
    assert desk.shown() == "xià tiān qiū tiān"
    desk.pinyin.choose("hsk_level", 1)
    assert desk.shown() == "chūn tiān xià tiān qiū tiān"


def test_no_card_comes_by_itself_when_pinyin_is_off(desk: Desk) -> None:
    explaining = Explaining(desk.program, desk.reading, desk.view)
    desk.window.show()
    desk.does("pinyin_off")
    desk.view.hovered.emit(Span(0, 0, 2))
    assert "hover_card" not in explaining.__dict__


def test_everything_offered_can_be_stored(qtbot: QtBot, tmp_path: Path) -> None:
    made: list[tuple[str, object]] = []
    window = QWidget()
    qtbot.addWidget(window)
    theme = THEMES[ThemeName.DARK]
    panel = PinyinPanel(Values(), theme, lambda *choice: made.append(choice), window)
    panel.show()
    buttons = panel.findChildren(QToolButton)
    for button in [*buttons, *buttons[::-1]]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for name, choices in CHOICES.items():
        if name in {"pinyin", "notation", "tone_colours", "engine"}:
            assert {value for row, value in made if row == name} == set(choices)
    settings = Settings(tmp_path / "settings.json")
    for name, value in made:
        settings.change(**{name: value})
        assert getattr(Settings(tmp_path / "settings.json").values, name) == value
    assert all(button.accessibleName() for button in buttons)
    panel.close()


def test_the_sample_follows_the_choices(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel = PinyinPanel(Values(), THEMES[ThemeName.LIGHT], lambda *_: None, window)
    panel.show()
    rows = panel.choices._rows
    assert (rows["pinyin_unit"][1].isEnabled(), rows["zhuyin_beside"][1].isEnabled()) == (
        True,
        False,
    )
    panel.choices.chosen.emit("notation", "zhuyin")
    assert (rows["pinyin_unit"][1].isEnabled(), rows["zhuyin_beside"][1].isEnabled()) == (
        False,
        True,
    )
    panel.choices.chosen.emit("notation", "numbers")
    panel.choices.chosen.emit("tone_colours", "pleco")
    assert panel.sample.words() == ["ma1", "ma2", "ma3", "ma4", "ma5"]
    colours = panel.sample.grab().toImage()
    seen = {
        colours.pixelColor(x, y).name()
        for x in range(colours.width())
        for y in range(colours.height())
    }
    assert {"#c80000", "#00730d", "#1510f0", "#8900bf"} <= seen
    panel.close()
