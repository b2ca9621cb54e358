"""Fonts: the bundled Chinese faces and the families each part of the window uses."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Thread

from PySide6.QtGui import QFont, QFontDatabase

from reader.ui.theme import TYPE

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"
KAI = (
    "LXGW WenKai",
    "霞鹜文楷",
    "LXGW WenKai GB",
    "LXGW WenKai Lite",
    "Kaiti SC",
    "STKaiti",
    "KaiTi",
    "楷体",
    "FZKai-Z03",
    "AR PL UKai CN",
    "AR PL KaitiM GB",
    "TW-Kai",
    "DFKai-SB",
    "BiauKai",
)
"""Kai faces that systems bring or readers install, the best first."""


@lru_cache(maxsize=1)
def load() -> None:
    """Register the bundled faces, so that a machine without Chinese fonts shows Chinese."""
    import pylopdf_fonts_zh_cn as faces  # noqa: PLC0415 - only the window needs it

    for path in (faces.sans_path(), faces.serif_path()):
        QFontDatabase.addApplicationFont(str(path))


@contextmanager
def loading() -> Iterator[None]:
    """Register them beside what is done meanwhile: Qt needs no Python for it (6 ms a face)."""
    thread = Thread(target=load)
    thread.start()
    yield
    thread.join()


_scale = [1.0]


def set_scale(percent: int) -> None:
    """Make the interface larger; what is made from now on has that size."""
    _scale[0] = percent / 100


def scaled(pixels: float) -> int:
    """A measure of the interface that grows with its type."""
    return round(pixels * _scale[0])


def interface(size: str = "body", *, strong: bool = False) -> QFont:
    """The face of the interface: the system's own, with ours for what it lacks."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont()
    font.setFamilies([*system.families(), SANS])
    font.setPixelSize(scaled(TYPE[size]))
    if strong:
        # Where a family has one weight only, Qt makes up bold, but no demibold.
        font.setWeight(QFont.Weight.Bold)
    return font


def reading(size: float, *, strong: bool = False, typeface: str = "serif") -> QFont:
    """The face of the article at ``size`` device-independent pixels.

    ``typeface`` is ``serif``, ``sans``, ``kai`` or a family; ours stand in for what it lacks.
    """
    font = QFont()
    font.setFamilies([*_families(typeface), SERIF, SANS])
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Lines are divided by adding up advances, and pinyin is drawn by them.
    font.setKerning(False)
    if strong:
        font.setWeight(QFont.Weight.Bold)
    return font


def _families(typeface: str) -> list[str]:
    if typeface in {"serif", "sans"}:
        return [SERIF if typeface == "serif" else SANS]
    if typeface == "kai":
        found = kai()
        return [found] if found else []
    return [typeface]


@lru_cache(maxsize=1)
def kai() -> str:
    """The best Kai face of the system, or nothing."""
    known = set(QFontDatabase.families())
    return next((name for name in KAI if name in known), "")


def chinese_families() -> list[str]:
    """Families of the system that can write simplified Chinese, besides those bundled."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return [name for name in families if name not in {SANS, SERIF} and name[:1] not in "@."]


def ruby(size: float) -> QFont:
    """The face of pinyin above the text."""
    font = QFont()
    font.setFamilies([SANS])
    font.setPixelSize(max(1, round(size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Lines are divided by adding up advances, and pinyin is drawn by them.
    font.setKerning(False)
    return font
