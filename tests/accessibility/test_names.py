"""Whatever can have the keyboard is called something, in every dialog and panel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QFrame, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.document import Repair, RepairKind
from reader.domain.words import Word, WordKind
from reader.services.recutting import Recutting
from reader.services.settings import Values
from reader.ui.dialogs.about import AboutDialog
from reader.ui.dialogs.correct import CorrectDialog
from reader.ui.dialogs.corrections import CorrectionsDialog
from reader.ui.dialogs.crash import CrashDialog
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.repair import RepairDialog
from reader.ui.dialogs.words import WordsDialog
from reader.ui.panels.pinyin import PinyinPanel
from reader.ui.panels.sidebar import PANELS, make_panel
from reader.ui.panels.text import TextPanel
from reader.ui.theme import THEMES, ThemeName

pytestmark = pytest.mark.usefixtures("faces")

REPAIR = Repair("k", RepairKind.JOINED, 0, 0, "A sentence was broken by a caption.", "前\n后")

WORDS = (
    Word(0, 2, WordKind.WORD, ("Zhōng", "guó")),
    Word(2, 3, WordKind.WORD, ("rén",)),
)

MAKERS: dict[str, Callable[[QWidget], QWidget]] = {
    "about": AboutDialog,
    "correct": lambda parent: CorrectDialog("前", "字", "后", parent),
    "crash": lambda parent: CrashDialog("Traceback", parent),
    "corrections": lambda parent: CorrectionsDialog(THEMES[ThemeName.LIGHT], parent),
    "keys": KeysDialog,
    "words": lambda parent: WordsDialog(
        Recutting("中国人", WORDS, lambda _: ()), THEMES[ThemeName.LIGHT], parent
    ),
    "repair": lambda parent: RepairDialog(REPAIR, parent),
    "text": lambda parent: TextPanel(Values(), lambda _name, _value: None, parent),
    "pinyin": lambda parent: PinyinPanel(
        Values(), THEMES[ThemeName.LIGHT], lambda _name, _value: None, parent
    ),
}


@pytest.mark.parametrize("name", [*MAKERS, *PANELS])
def test_whatever_can_have_the_keyboard_has_a_name(qtbot: QtBot, name: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    widget = MAKERS[name](parent) if name in MAKERS else make_panel(name)
    qtbot.addWidget(widget)
    focusable = [each for each in [widget, *widget.findChildren(QWidget)] if _takes_keys(each)]
    assert focusable
    nameless = [
        each
        for each in focusable
        if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []
    if isinstance(widget, QDialog):
        assert widget.windowTitle()


def _takes_keys(widget: QWidget) -> bool:
    """Whether a widget can have the keyboard and is not a part that Qt makes of another."""
    own = not widget.objectName().startswith("qt_") and widget.focusProxy() is None
    popup = isinstance(widget.window(), QFrame)
    return own and not popup and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
