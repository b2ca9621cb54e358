"""The panel “Text”: what it offers can be stored, and what is chosen is seen at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.document import ParagraphKind
from reader.services.settings import Settings, Values
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.article.view import ArticleView
from reader.ui.panels.text import TextPanel
from reader.ui.wishes import Wishes
from tests.ui.texts import Text

pytestmark = pytest.mark.usefixtures("faces")


class Change:
    """Remembers what was chosen."""

    def __init__(self) -> None:
        self.made: list[tuple[str, object]] = []

    def __call__(self, name: str, value: object) -> None:
        self.made.append((name, value))


@pytest.fixture
def change() -> Change:
    return Change()


@pytest.fixture
def panel(qtbot: QtBot, change: Change) -> Iterator[TextPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    made = TextPanel(Values(), change, window)
    made.show()
    yield made
    window.close()


def test_everything_offered_can_be_stored_and_is_read_back(
    panel: TextPanel, change: Change, tmp_path: Path
) -> None:
    for button in panel.findChildren(QToolButton):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for box in panel.findChildren(QAbstractSpinBox):
        box.stepUp()
    assert len(change.made) >= 12
    settings = Settings(tmp_path / "settings.json")
    for name, value in change.made:
        settings.change(**{name: value})
        again = Settings(tmp_path / "settings.json")
        assert again.problems == []
        assert again.values._asdict()[name] == value


def test_tab_goes_from_row_to_row_and_arrows_choose(panel: TextPanel, change: Change) -> None:
    rows = panel.findChildren(QComboBox) + panel.findChildren(QAbstractSpinBox)
    down = [button for button in panel.findChildren(QToolButton) if button.isChecked()]
    reached: list[QWidget] = []
    widget = panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.append(widget)
        widget = widget.nextInFocusChain()
    assert {*rows, *down} <= set(reached)
    assert not [b for b in reached if isinstance(b, QToolButton) and not b.isChecked()]
    down[-1].setFocus()
    QTest.keyClick(down[-1], Qt.Key.Key_Right)
    assert change.made == [("punctuation", "hang")]


def test_escape_closes_it(panel: TextPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.rejected):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_every_control_has_a_name_for_screen_readers(panel: TextPanel) -> None:
    controls = [
        *panel.findChildren(QToolButton),
        *panel.findChildren(QComboBox),
        *panel.findChildren(QAbstractSpinBox),
    ]
    assert len(controls) >= 15
    assert all(control.accessibleName() for control in controls)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("typeface", "sans"),
        ("reading_size", 30),
        ("column", 24),
        ("line_spacing", 200),
        ("paragraph_spacing", 100),
        ("word_spacing", "wide"),
        ("justify", False),
        ("indent", False),
        ("whole_words", False),
        ("punctuation", "hang"),
        ("characters", "traditional"),
        ("vertical", True),
    ],
)
def test_a_choice_changes_the_text_and_is_kept(
    qtbot: QtBot, tmp_path: Path, name: str, value: object
) -> None:
    window, article = QWidget(), ArticleView()
    qtbot.addWidget(window)
    qtbot.addWidget(article)
    settings = Settings(tmp_path / "settings.json")
    appearance = Appearance(settings, Actions(window), article, [], Wishes(article))
    appearance.apply()
    before = article.setting
    appearance.set_text(name, value)
    changed = [old for old, new in zip(before, article.setting, strict=True) if old != new]
    assert len(changed) == 1
    assert Settings(tmp_path / "settings.json").values._asdict()[name] == value


def test_copying_gives_the_text_itself_unless_the_shown_one_is_asked_for(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window, article = QWidget(), ArticleView()
    qtbot.addWidget(window)
    qtbot.addWidget(article)
    appearance = Appearance(
        Settings(tmp_path / "settings.json"), Actions(window), article, [], Wishes(article)
    )
    article.open(Text([(ParagraphKind.BODY, "头发发展")]))
    article.select_all()
    appearance.set_text("characters", "traditional")
    assert article.selected_text == "头发发展"
    appearance.handlers()["copy_shown"]()
    assert QApplication.clipboard().text() == "頭髮發展"
