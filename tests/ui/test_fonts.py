"""Typefaces of the article: those bundled, Kai if the system has one, any family by name."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from reader.ui import fonts

pytestmark = pytest.mark.usefixtures("faces")


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The families of a system, to be filled by the test."""
    families: list[str] = []
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: families)
    fonts.kai.cache_clear()
    yield families
    fonts.kai.cache_clear()


def test_the_best_kai_face_is_taken(system: list[str]) -> None:
    assert fonts.kai() == ""
    assert fonts.reading(20, typeface="kai").families()[0] == fonts.SERIF
    system += ["KaiTi", "Arial", "LXGW WenKai"]
    fonts.kai.cache_clear()
    assert fonts.kai() == "LXGW WenKai"
    assert fonts.reading(20, typeface="kai").families()[0] == "LXGW WenKai"


def test_other_families_are_offered_and_ours_stand_in_for_them(system: list[str]) -> None:
    system += [fonts.SANS, "Fang Song", ".hidden", "@vertical"]
    assert fonts.chinese_families() == ["Fang Song"]
    assert fonts.reading(20, typeface="Fang Song").families() == [
        "Fang Song",
        fonts.SERIF,
        fonts.SANS,
    ]


@pytest.mark.parametrize(("typeface", "family"), [("serif", fonts.SERIF), ("sans", fonts.SANS)])
def test_the_bundled_faces_are_used(typeface: str, family: str) -> None:
    assert QRawFont.fromFont(fonts.reading(20, typeface=typeface)).familyName() == family


def test_a_family_that_is_gone_leaves_the_text_readable() -> None:
    raw = QRawFont.fromFont(fonts.reading(20, typeface="Uninstalled Song"))
    assert raw.familyName() == fonts.SERIF
