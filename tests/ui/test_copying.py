"""What is on the clipboard afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.words import Word, WordKind
from reader.ui.article.caret import Place
from reader.ui.article.view import ArticleView
from reader.ui.copying import Copying
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture
def copying(qtbot: QtBot, tmp_path: Path) -> Iterator[Copying]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    page = program.texts.import_text("页", "我爱中国。")
    words = (
        Word(0, 1, WordKind.WORD, ("wǒ",)),
        Word(1, 2, WordKind.WORD, ("ài",)),
        Word(2, 4, WordKind.WORD, ("Zhōng", "guó")),
        Word(4, 5, WordKind.PUNCTUATION),
    )
    program.analyses.put(["我爱中国。"], [words])
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    tasks = Tasks()
    reading = Reading(program, tasks, view)
    reading._busy = True
    reading.open(page.id)
    yield Copying(program, tasks, reading, view)
    QApplication.clipboard().clear()
    tasks.close()
    program.close()


def does(copying: Copying, qtbot: QtBot, action: str) -> str:
    with qtbot.waitSignal(copying.said) as caught:
        copying.handlers()[action]()
    assert caught.args is not None
    return str(caught.args[0])


def select(copying: Copying, start: int, end: int) -> None:
    caret = copying._view.caret
    assert caret is not None
    caret.select(Place(0, start), Place(0, end))


def test_with_pinyin(copying: Copying, qtbot: QtBot) -> None:
    select(copying, 1, 4)
    assert does(copying, qtbot, "copy_pinyin") == "Copied with pinyin"
    data = QApplication.clipboard().mimeData()
    assert data.text() == "爱(ài)中国(Zhōngguó)"
    assert not data.hasHtml()


def test_as_ruby(copying: Copying, qtbot: QtBot) -> None:
    select(copying, 2, 5)
    does(copying, qtbot, "copy_ruby")
    data = QApplication.clipboard().mimeData()
    assert data.text() == "中国。"
    assert "<ruby>中<rp>(</rp><rt>Zhōng</rt><rp>)</rp>国" in data.html()


def test_without_a_selection_it_is_the_word_one_is_at(copying: Copying, qtbot: QtBot) -> None:
    assert does(copying, qtbot, "copy_pinyin").startswith("Select")
    caret = copying._view.caret
    assert caret is not None
    caret.put(Place(0, 2))
    does(copying, qtbot, "copy_pinyin")
    assert QApplication.clipboard().text() == "中国(Zhōngguó)"


def test_plain_copy_is_that_of_whatever_has_the_keyboard(copying: Copying, qtbot: QtBot) -> None:
    select(copying, 0, 2)
    copying.handlers()["copy"]()
    assert QApplication.clipboard().text() == "我爱"
    box = QLineEdit("typed")
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(box.hasFocus)
    box.selectAll()
    copying.handlers()["copy"]()
    assert QApplication.clipboard().text() == "typed"
