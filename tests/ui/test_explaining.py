"""From a word in the text to its card: hovering, walking, pinning, and the keyboard."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.document import Paragraph, ParagraphKind
from reader.domain.errors import ReferenceMissing
from reader.domain.marks import Note, anchor_at
from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.services import reference
from reader.services.lookup import Lookup
from reader.storage.reference import Reference
from reader.ui.article.view import ArticleView
from reader.ui.explaining import Explaining

pytestmark = pytest.mark.usefixtures("faces")

LINE = "外交部部长说，发展得好。"
WORDS = (
    Word(0, 3, WordKind.NAME, ("Wài", "jiāo", "bù")),
    Word(3, 5, WordKind.WORD, ("bù", "zhǎng")),
    Word(5, 6, WordKind.WORD, ("shuō",)),
    Word(6, 7, WordKind.PUNCTUATION),
    Word(7, 9, WordKind.WORD, ("fā", "zhǎn")),
    Word(9, 10, WordKind.WORD, ("de",)),
    Word(10, 11, WordKind.WORD, ("hǎo",)),
    Word(11, 12, WordKind.PUNCTUATION),
)
MINISTER = Span(0, 3, 5)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Text:
    """Three equal paragraphs; the last has not been analysed."""

    shape = [(ParagraphKind.BODY, len(LINE))] * 3

    def paragraph(self, _index: int) -> Paragraph:
        return Paragraph(ParagraphKind.BODY, LINE)

    def words(self, index: int) -> tuple[Word, ...]:
        return WORDS if index < 2 else ()

    def words_at(self, index: int, _offset: int) -> tuple[Word, ...]:
        return self.words(index)


class Reading(QObject):
    """What explaining asks of the open text."""

    marks_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.text: Any = Text()
        self.notes: list[Note] = []
        self.on_words: Any = None


class Vocabulary:
    """What the reader knows."""

    def __init__(self) -> None:
        self.words: set[str] = set()

    def known(self, word: str) -> bool | None:
        return word in self.words or None


class Program:
    """Has a dictionary, or none yet."""

    def __init__(self, lookup: Lookup | None) -> None:
        self._lookup = lookup
        self.vocabulary = Vocabulary()

    @property
    def lookup(self) -> Lookup:
        if self._lookup is None:
            raise ReferenceMissing(detail="being made")
        return self._lookup


@pytest.fixture(scope="module")
def lookup(shared_cache: Path) -> Iterator[Lookup]:
    reference.ensure(shared_cache)
    with Reference(reference.reference_path(shared_cache)) as compiled:
        yield Lookup(compiled, compiled)


class Desk:
    """A window with a text, and what explains it."""

    def __init__(self, qtbot: QtBot, lookup: Lookup | None) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.view = ArticleView()
        self._row = QHBoxLayout(self.window)
        self._row.addWidget(self.view, 1)
        self.reading = Reading(self.window)
        program: Any = Program(lookup)
        self.vocabulary: Vocabulary = program.vocabulary
        reading: Any = self.reading
        self.it = Explaining(program, reading, self.view)
        self.it.pinned.connect(self._open)
        self.it.closed.connect(self._close)
        self.window.resize(900, 600)
        self.window.show()
        self.view.open(Text())
        self.view.setFocus()

    def _open(self) -> None:
        self._row.addWidget(self.it.panel)
        self.it.panel.show()

    def _close(self) -> None:
        self.it.panel.hide()

    def hover(self, span: Span) -> None:
        """The mouse has rested on a word."""
        self.view.intent._target = span
        self.view.intent._settle()

    @property
    def shown(self) -> str:
        """The word in the pop-up, or nothing."""
        card = self.it.hover_card
        return card.accessibleName() if card.isVisible() else ""


@pytest.fixture
def desk(qtbot: QtBot, lookup: Lookup) -> Desk:
    return Desk(qtbot, lookup)


def test_hovering_shows_and_leaving_hides(desk: Desk) -> None:
    desk.hover(MINISTER)
    assert desk.shown == "部长"
    assert desk.it.hover_card.lines()[1] == "bùzhǎng"
    desk.view.intent.cancel()
    assert desk.shown == ""


def test_a_word_not_analysed_yet_is_explained_too(desk: Desk) -> None:
    desk.hover(Span(2, 3, 4))
    assert desk.shown == "部长"
    desk.hover(Span(2, 6, 7))
    assert desk.shown == ""


def test_without_a_dictionary_it_says_so(qtbot: QtBot) -> None:
    desk = Desk(qtbot, None)
    desk.hover(MINISTER)
    assert "The dictionary is being prepared…" in desk.it.hover_card.lines()
    desk.it.step(1)
    assert desk.shown == "部长"


def test_the_reader_s_own_note_comes_first(desk: Desk) -> None:
    def note(span: Span, text: str) -> Note:
        return Note(text, 1, anchor_at(LINE, span), text, (), NOON, NOON)

    desk.reading.notes = [
        note(Span(1, 3, 5), "on the word elsewhere"),
        note(Span(0, 0, 5), "here"),
        note(Span(0, 7, 9), "beside"),
    ]
    desk.hover(MINISTER)
    said = desk.it.hover_card.lines()
    assert [line for line in said if line in {"here", "on the word elsewhere", "beside"}] == [
        "here",
        "on the word elsewhere",
    ]
    assert said.index("here") < said.index("head of a (government etc) department")


def test_shorter_and_longer_words_are_shown_in_the_text_too(desk: Desk) -> None:
    desk.hover(MINISTER)
    desk.it.step(1)
    assert desk.shown == "部"
    assert desk.view.page.hover == Span(0, 3, 4)
    desk.it.step(-1)
    assert desk.shown == "部长"
    assert desk.view.page.hover == MINISTER
    desk.view.intent.cancel()
    assert desk.view.page.hover is None


def scroll(desk: Desk, notches: int, modifier: Qt.KeyboardModifier) -> None:
    port = desk.view.viewport()
    middle = QPointF(port.rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


def test_shift_and_the_wheel_over_the_text(desk: Desk) -> None:
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    desk.hover(MINISTER)
    scroll(desk, -1, shift)
    assert desk.shown == "部"
    scroll(desk, 1, shift)
    assert desk.shown == "部长"
    scroll(desk, -1, none)
    assert desk.shown in {"部长", ""}
    desk.view.intent.cancel()
    scroll(desk, -1, shift)
    assert desk.shown == ""


def test_the_pop_up_does_not_cover_the_longer_word(desk: Desk) -> None:
    for span in (MINISTER, Span(1, 7, 9), Span(2, 0, 1)):
        desk.hover(span)
        for direction in (1, 1, -1, -1, -1):
            desk.it.step(direction)
            assert desk.view.page.hover is not None
            box = desk.view.page.bounds_of(desk.view.page.hover)
            corner = desk.view.viewport().mapTo(desk.window, box.topLeft())
            assert not desk.it.hover_card.geometry().intersects(
                box.translated(corner - box.topLeft())
            )


def test_words_in_the_pop_up_and_the_way_back(desk: Desk) -> None:
    desk.hover(MINISTER)
    card = desk.it.hover_card
    place = card.geometry()
    target = next(t for *_, t in card.targets() if t.around[t.start : t.end] == "长")
    card.opened.emit(target)
    assert desk.shown == "长"
    assert card.lines()[1] == "zhǎng"
    assert card.geometry().topLeft() == place.topLeft()
    QTest.keyClick(card, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.shown == "部长"
    QTest.keyClick(card, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.shown == "长"


def test_pinning_keeps_what_the_pop_up_shows(desk: Desk, qtbot: QtBot) -> None:
    desk.hover(MINISTER)
    desk.it.step(1)
    qtbot.waitUntil(lambda: desk.it.hover_card.bar is not None)
    bar = desk.it.hover_card.bar
    assert bar is not None
    QTest.mouseClick(bar.button("pin"), Qt.MouseButton.LeftButton)
    assert desk.shown == ""
    assert desk.it.panel.isVisible()
    assert desk.it.panel.card.accessibleName() == "部"
    desk.it.step(-1)
    assert desk.it.panel.card.accessibleName() == "部长"


def test_buttons_do_what_can_be_done(desk: Desk, qtbot: QtBot) -> None:
    desk.it.pin(MINISTER)
    bar = desk.it.panel.bar
    for name, signal in (("bookmark", "bookmark_wanted"), ("note", "note_wanted")):
        with qtbot.waitSignal(getattr(desk.it, signal)) as caught:
            QTest.mouseClick(bar.button(name), Qt.MouseButton.LeftButton)
        assert caught.args == [MINISTER]
    QTest.mouseClick(bar.button("copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("部长  bùzhǎng  head of")
    assert not bar.button("longer").isEnabled()
    QTest.mouseClick(bar.button("shorter"), Qt.MouseButton.LeftButton)
    assert desk.it.panel.card.accessibleName() == "部"
    QTest.mouseClick(bar.button("longer"), Qt.MouseButton.LeftButton)
    desk.it.panel.card.opened.emit(desk.it.panel.card.targets()[-1][3])
    assert not bar.button("note").isEnabled()
    QTest.mouseClick(bar.button("back"), Qt.MouseButton.LeftButton)
    assert desk.it.panel.card.accessibleName() == "部长"
    assert bar.button("forward").isEnabled()


def test_a_word_is_said_to_be_known(desk: Desk, qtbot: QtBot) -> None:
    desk.vocabulary.words = {"部"}
    desk.it.pin(MINISTER)
    button = desk.it.panel.bar.button("known")
    assert not button.isChecked()
    with qtbot.waitSignal(desk.it.known_wanted) as caught:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args == ["部长"]
    desk.it.offer()  # nothing has been stored yet
    assert not button.isChecked()
    desk.it.step(1)
    assert button.isChecked()


def test_a_term_leads_to_the_glossary(desk: Desk, lookup: Lookup, qtbot: QtBot) -> None:
    term = lookup.term("五个中心")
    assert term is not None
    desk.it.pin_term(term)
    with qtbot.waitSignal(desk.it.glossary_wanted) as caught:
        QTest.mouseClick(desk.it.panel.bar.button("glossary"), Qt.MouseButton.LeftButton)
    assert caught.args == [term]
    desk.it.pin(MINISTER)
    assert not desk.it.panel.bar.button("glossary").isVisible()


def test_the_keyboard_goes_into_the_card_and_back(desk: Desk) -> None:
    desk.view.go_to(MINISTER)
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert desk.it.panel.card.accessibleName() == "部长"
    assert desk.view.hasFocus()
    desk.it.enter()
    assert desk.it.panel.card.hasFocus()
    QTest.keyClick(desk.it.panel.card, Qt.Key.Key_Escape)
    assert not desk.it.panel.isVisible()
    assert desk.view.hasFocus()
    desk.it.enter()
    assert desk.it.panel.card.hasFocus()


def test_the_keyboard_goes_into_the_pop_up_and_back(desk: Desk) -> None:
    desk.hover(MINISTER)
    desk.it.enter()
    assert desk.it.hover_card.hasFocus()
    QTest.keyClick(desk.it.hover_card, Qt.Key.Key_Minus)
    assert desk.shown == "部"
    QTest.keyClick(desk.it.hover_card, Qt.Key.Key_Escape)
    assert desk.shown == ""
    assert desk.view.hasFocus()


def test_a_note_written_meanwhile_appears_in_the_pinned_card(desk: Desk) -> None:
    desk.it.pin(MINISTER)
    assert "fresh" not in desk.it.panel.card.lines()
    desk.reading.notes = [Note("1", 1, anchor_at(LINE, MINISTER), "fresh", (), NOON, NOON)]
    desk.reading.marks_changed.emit()
    assert "fresh" in desk.it.panel.card.lines()
