"""Fonts: the bundled Chinese faces and the families each part of the window uses."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from reader.ui.theme import TYPE

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"


@lru_cache(maxsize=1)
def load() -> None:
    """Register the bundled faces, so that a machine without Chinese fonts shows Chinese."""
    import pylopdf_fonts_zh_cn as faces  # noqa: PLC0415 - only the window needs it

    for path in (faces.sans_path(), faces.serif_path()):
        QFontDatabase.addApplicationFont(str(path))


def interface(size: str = "body", *, strong: bool = False) -> QFont:
    """The face of the interface: the system's own, with ours for what it lacks."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont()
    font.setFamilies([*system.families(), SANS])
    font.setPixelSize(TYPE[size])
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def reading(size: float, *, strong: bool = False) -> QFont:
    """The face of the article at ``size`` device-independent pixels."""
    font = QFont()
    font.setFamilies([SERIF, SANS])
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Lines are divided by adding up advances, and pinyin is drawn by them.
    font.setKerning(False)
    if strong:
        font.setWeight(QFont.Weight.Bold)
    return font


def ruby(size: float) -> QFont:
    """The face of pinyin above the text."""
    font = QFont()
    font.setFamilies([SANS])
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Lines are divided by adding up advances, and pinyin is drawn by them.
    font.setKerning(False)
    return font
