"""At 400 % every dialog and panel fits the screen, and nothing in it is out of reach."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reader.services.settings import Values
from reader.ui import fonts
from reader.ui.dialogs.about import AboutDialog
from reader.ui.dialogs.correct import CorrectDialog
from reader.ui.dialogs.crash import CrashDialog
from reader.ui.dialogs.fitting import fit
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.panels.pinyin import PinyinPanel
from reader.ui.panels.text import TextPanel
from reader.ui.theme import THEMES, ThemeName

pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture(params=[100, 200, 400])
def percent(request: pytest.FixtureRequest, qapp: object) -> Iterator[int]:
    fonts.set_scale(request.param)
    yield request.param
    fonts.set_scale(100)


def make(name: str, parent: QWidget) -> QDialog:
    match name:
        case "about":
            return AboutDialog(parent)
        case "correct":
            return CorrectDialog("前面十个字", "发展", "后面十个字", parent)
        case "crash":
            return CrashDialog("Traceback\n" * 30, parent)
        case "keys":
            return KeysDialog(parent)
        case "text":
            return TextPanel(Values(), lambda _name, _value: None, parent)
    return PinyinPanel(Values(), THEMES[ThemeName.LIGHT], lambda _name, _value: None, parent)


@pytest.mark.parametrize("name", ["about", "correct", "crash", "keys", "text", "pinyin"])
def test_nothing_is_out_of_reach(qtbot: QtBot, percent: int, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setFont(fonts.interface())
    dialog = make(name, parent)
    dialog.setFont(fonts.interface())
    fit(dialog)
    dialog.show()
    screen = dialog.screen().availableSize()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    for label in dialog.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        # As high as its text needs at its width, and inside what can be scrolled to.
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        holder = next((a for a in areas(dialog) if a.isAncestorOf(label)), None)
        inside = (holder.widget() if holder is not None else None) or dialog
        corner = label.mapTo(inside, QPoint(label.width() - 1, label.height() - 1))
        assert inside.rect().contains(corner), label.text()


def areas(dialog: QDialog) -> list[QScrollArea]:
    """Scroll areas of a dialog, the innermost first."""
    return list(reversed(dialog.findChildren(QScrollArea)))


def test_type_grows_with_the_interface(qapp: object) -> None:
    small = fonts.interface().pixelSize()
    fonts.set_scale(400)
    try:
        assert fonts.interface().pixelSize() == 4 * small
    finally:
        fonts.set_scale(100)
