"""What is said before there is a window: in the reader's language and colours."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.errors import AlreadyOpen
from reader.services.settings import Settings
from reader.ui.application import load_translators
from reader.ui.dialogs.refusal import refusal
from reader.ui.mark_texts import day_name
from reader.ui.theme import THEMES, ThemeName


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Xidu cannot open", "already open", "Wed 25 Nov 2026")),
        ("zh_CN", ("细读无法打开", "请使用已打开的窗口", "2026年11月25日 周三")),
    ],
)
def test_a_refusal_speaks_as_the_window_does(
    qtbot: QtBot, tmp_path: Path, language: str, said: tuple[str, str, str]
) -> None:
    title, part, day = said
    settings = Settings(tmp_path / "settings.json")
    settings.change(theme="dark", language=language)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    palette = application.palette()
    translators = load_translators(settings.values.language)
    for translator in translators:
        application.installTranslator(translator)
    try:
        box = refusal(AlreadyOpen(path=tmp_path), settings.values)
        qtbot.addWidget(box)
        assert box.windowTitle() == title
        assert part in box.text()
        assert str(tmp_path) in box.text()
        assert application.palette().window().color().name() == THEMES[ThemeName.DARK].chrome
        assert len(box.buttons()) == 1
        assert day_name(date(2026, 11, 25)) == day
    finally:
        for translator in translators:
            application.removeTranslator(translator)
        application.setPalette(palette)
