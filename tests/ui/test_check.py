"""The check box that wraps."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.panels.check import WrappingCheck


def test_a_click_on_its_text_and_the_space_bar_change_it(qtbot: QtBot) -> None:
    check = WrappingCheck("In this text")
    qtbot.addWidget(check)
    check.resize(300, 40)
    check.show()
    heard: list[bool] = []
    check.toggled.connect(heard.append)
    QTest.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().center())
    check.setFocus()
    focused = check.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "In this text"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert heard == [True, False]


def test_its_text_wraps_rather_than_being_cut(qtbot: QtBot) -> None:
    check = WrappingCheck("In this text")
    qtbot.addWidget(check)
    assert check.heightForWidth(80) > check.heightForWidth(600)
    assert check.minimumSizeHint().width() < 150
