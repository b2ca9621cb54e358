"""Every text can be read on its background (WCAG 2.2, success criteria 1.4.3 and 1.4.6)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.marks import Colour
from reader.services.settings import Settings
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.article.tints import tint
from reader.ui.article.view import ArticleView
from reader.ui.focusing import Focusing
from reader.ui.theme import THEMES, Theme, ThemeName, style_sheet
from reader.ui.tone_colours import PALETTES, tone_colours
from reader.ui.wishes import Wishes


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_contrast(theme: Theme) -> None:
    assert contrast(theme.ink, theme.page) >= 7
    for ground in (theme.page, theme.chrome, theme.raised):
        assert contrast(theme.ink, ground) >= 7
        assert contrast(theme.ink_soft, ground) >= 4.5
        assert contrast(theme.accent, ground) >= 4.5
        assert contrast(theme.pinyin, ground) >= 4.5
    for behind in (theme.hover, theme.selection, theme.hit, theme.note):
        assert contrast(theme.ink, behind) >= 4.5
        assert contrast(theme.pinyin, behind) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


STRONG = [theme for theme in THEMES.values() if theme.strong]


@pytest.mark.parametrize("theme", STRONG, ids=lambda theme: theme.name)
def test_with_high_contrast_all_text_reaches_seven(theme: Theme) -> None:
    tints = (theme.hover, theme.selection, theme.hit, theme.note)
    for ground in (theme.page, theme.chrome, theme.raised, *tints):
        for text in (theme.ink, theme.ink_soft, theme.pinyin, theme.accent):
            assert contrast(text, ground) >= 7, (text, ground)
    assert contrast(theme.on_accent, theme.accent) >= 7
    for palette in PALETTES:
        for colour in tone_colours(palette, theme):
            assert contrast(colour, theme.page) >= 7 - 1e-4
    for colour in Colour:
        assert contrast(theme.ink, tint(colour, theme).name()) >= 7
        assert contrast(theme.pinyin, tint(colour, theme).name()) >= 7
    # Edges, signs and underlines are no text: 1.4.11.
    for edge in (theme.line, theme.term, theme.ribbon):
        assert contrast(edge, theme.page) >= 4.5


def test_there_are_two_of_high_contrast() -> None:
    assert len(STRONG) == 2


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("make", [QPushButton, QToolButton, QLineEdit], ids=lambda m: m.__name__)
def test_the_keyboard_can_be_seen(theme: Theme, make: type[QWidget], qtbot: QtBot) -> None:
    """What has the focus has a ring at least two pixels wide that is seen on its ground."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    other, widget = QPushButton(), make()
    column.addWidget(other)
    column.addWidget(widget)
    window.setPalette(theme.palette())
    window.setStyleSheet(style_sheet(theme))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    without = widget.grab().toImage()
    widget.setFocus()
    with_ring = widget.grab().toImage()
    middle = widget.height() // 2
    ring = [with_ring.pixelColor(x, middle).name() for x in (0, 1)]
    assert ring != [without.pixelColor(x, middle).name() for x in (0, 1)]
    for colour in ring:
        assert contrast(colour, theme.chrome) >= 3


def test_the_system_is_followed(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    wishes = Wished(window)
    settings = Settings(tmp_path / "settings.json")
    shown: list[str] = []
    appearance = Appearance(
        settings,
        Actions(window),
        ArticleView(window),
        [lambda theme: shown.append(theme.name)],
        wishes,
    )
    appearance.apply()
    wishes.wish(ThemeName.CONTRAST_DARK)
    assert shown == ["light", "contrast_dark"]
    # Who has chosen is left alone, and is asked for the next from what is seen.
    appearance.next_theme()
    assert settings.values.theme == "light"
    wishes.wish(ThemeName.DARK)
    assert shown[-1] == "light"
    appearance.set_theme("system")
    assert shown[-1] == "dark"


class Wished(Wishes):
    """Wishes of a system that a test commands."""

    name, moves = ThemeName.LIGHT, True

    @property
    def theme(self) -> ThemeName:
        return self.name

    @property
    def animate(self) -> bool:
        return self.moves

    def wish(self, theme: ThemeName, *, moves: bool = True) -> None:
        self.name, self.moves = theme, moves
        self.changed.emit()


def test_nothing_glides_for_who_wants_little_motion(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    wishes, article = Wished(window), ArticleView(window)
    settings = Settings(tmp_path / "settings.json")
    focusing = Focusing(settings, Actions(window), article, wishes)
    glides = [article.scroller.smooth]
    wishes.wish(ThemeName.LIGHT, moves=False)
    glides.append(article.scroller.smooth)
    assert settings.values.smooth
    wishes.wish(ThemeName.LIGHT)
    glides.append(article.scroller.smooth)
    focusing.handlers()["smooth"]()
    glides.append(article.scroller.smooth)
    assert glides == [True, False, True, False]


def test_the_colour_scheme_of_the_system(qtbot: QtBot) -> None:
    hints, wishes = QGuiApplication.styleHints(), Wishes()
    seen: list[str] = []
    wishes.changed.connect(lambda: seen.append(str(wishes.theme)))
    try:
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            hints.setColorScheme(scheme)
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
            assert wishes.theme == ("dark" if dark else "light")
    finally:
        hints.unsetColorScheme()
    assert seen in ([], ["dark", "light"])  # The platform of the tests may have no schemes.
