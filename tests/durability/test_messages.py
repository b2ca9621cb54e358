"""Every message about a library in trouble: one sentence in both languages, all of it in sight."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reader.domain import errors
from reader.domain.errors import XiduError
from reader.ui.application import load_translators
from reader.ui.notices import NoticeBar, sentence

PATH = "/home/reader/.local/share/xidu/library.sqlite3"
FAULTS: list[XiduError] = [
    errors.DiskFull(),
    errors.ReadOnly(path="/home/reader/.local/share/xidu"),
    errors.DatabaseNewer(path=PATH),
    errors.DatabaseDamaged(path=PATH),
    errors.DatabaseUnavailable(path=PATH, detail="permission denied"),
    errors.AlreadyOpen(path="/home/reader/.local/share/xidu"),
    errors.BackupForeign(path="/home/reader/letter.txt"),
    errors.BackupDamaged(path="/home/reader/backup.sqlite3"),
    errors.BackupNewer(path="/home/reader/backup.sqlite3"),
    errors.BackupNotWhole(),
    errors.NothingToUndo(),
    errors.NotAllSound(count=3),
]
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(params=["en", "zh_CN"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translators: list[QTranslator] = load_translators(request.param)
    for translator in translators:
        qapp.installTranslator(translator)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("width", [420, 800])
def test_it_is_one_sentence_and_fits(
    fault: XiduError, language: str, width: int, qtbot: QtBot, faces: None
) -> None:
    said = sentence(fault)
    assert bool(HAN.search(said)) == (language == "zh_CN")
    assert said.count("{") == 0
    assert said.endswith("。" if language == "zh_CN" else ".")
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.warn(said)
    bar.resize(width, bar.sizeHint().height())
    bar.resize(width, bar.heightForWidth(width))
    bar.show()
    label = next(label for label in bar.findChildren(QLabel) if label.text() == said)
    assert label.height() >= label.heightForWidth(label.width())
    assert bar.accessibleName() == said
    # XIDU_PICTURES names a folder in which to look at them.
    _picture(bar, f"{type(fault).__name__}-{language}-{width}")


def _picture(bar: NoticeBar, name: str) -> None:
    import os

    folder = os.environ.get("XIDU_PICTURES")
    if folder:
        bar.grab().save(str(Path(folder) / f"{name}.png"))
