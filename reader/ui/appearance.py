"""How everything looks: theme, type size, pinyin; each choice is kept."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.services.settings import CHOICES, Settings
from reader.ui import fonts
from reader.ui.actions import Actions
from reader.ui.article.view import ArticleView
from reader.ui.choices import setting_of
from reader.ui.icons import icon
from reader.ui.theme import (
    DEFAULT_READING_SIZE,
    READING_SIZES,
    THEMES,
    Theme,
    ThemeName,
    style_sheet,
)
from reader.ui.wishes import Wishes

TOOLS = (
    *("open", "", "pinyin_all", "pinyin_panel", "smaller", "larger", "text", "next_theme", ""),
    *("bookmark", "note"),
)
"""Actions of the tool bar, in groups; these have icons."""


class Appearance(QObject):
    """Applies the settings of looks and changes them."""

    def __init__(
        self,
        settings: Settings,
        actions: Actions,
        article: ArticleView,
        themed: list[Callable[[Theme], None]],
        wishes: Wishes,
    ) -> None:
        super().__init__(article)
        self._wishes = wishes
        wishes.changed.connect(self._follow_system)
        self._settings = settings
        self._actions = actions
        self._article = article
        self._themed = themed

    def apply(self) -> None:
        """Look as the settings say."""
        values = self._settings.values
        self._article.set_setting(setting_of(values))
        self._actions[f"language_{values.language}"].setChecked(True)
        self._show_theme()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What carries out each action of looks."""
        return {
            "larger": lambda: self.step_size(1),
            "smaller": lambda: self.step_size(-1),
            "normal_size": lambda: self.set_size(DEFAULT_READING_SIZE),
            "text": self.show_text_panel,
            "copy_shown": self.copy_as_shown,
            "next_theme": self.next_theme,
            **{f"theme_{name}": partial(self.set_theme, str(name)) for name in CHOICES["theme"]},
        }

    @property
    def theme(self) -> Theme:
        """The colours as chosen, or as the system has them."""
        chosen = self._settings.values.theme
        return THEMES[self._wishes.theme if chosen == "system" else ThemeName(chosen)]

    def set_theme(self, name: str) -> None:
        """Choose a theme by its name, or ``system``."""
        self._settings.change(theme=str(name))
        self._show_theme()

    def _show_theme(self) -> None:
        """Change the colours of everything."""
        theme = self.theme
        application = cast("QApplication", QApplication.instance())
        application.setPalette(theme.palette())
        application.setStyleSheet(style_sheet(theme, fonts.scaled(14)))
        for apply in self._themed:
            apply(theme)
        for tool in filter(None, TOOLS):
            self._actions[tool].setIcon(icon(tool, theme))
        self._actions[f"theme_{self._settings.values.theme}"].setChecked(True)

    def _follow_system(self) -> None:
        if self._settings.values.theme == "system":
            self._show_theme()

    def set_text(self, name: str, value: object) -> None:
        """Change a setting of how the text is set, by its name in the settings."""
        self._settings.change(**{name: value})
        self._article.set_setting(setting_of(self._settings.values))

    def copy_as_shown(self) -> None:
        """Copy the selection with the characters that are shown, not those of the text."""
        text, respell = self._article.selected_text, self._article.setting.respell
        if text:
            QApplication.clipboard().setText(respell(text) if respell else text)

    def show_text_panel(self) -> None:
        """Open the panel that does this, under its button."""
        from reader.ui.panels.text import TextPanel  # noqa: PLC0415 - seldom

        panel = TextPanel(self._settings.values, self.set_text, self._article.window())
        panel.show_below(self._actions.button("text") or self._article)

    def next_theme(self) -> None:
        """Go through the themes."""
        names = list(ThemeName)
        current = names.index(self.theme.name)
        self.set_theme(names[(current + 1) % len(names)])

    def step_size(self, steps: int) -> None:
        """Make the type larger or smaller by steps of the scale."""
        size = self._article.setting.size
        nearest = min(range(len(READING_SIZES)), key=lambda i: abs(READING_SIZES[i] - size))
        self.set_size(READING_SIZES[min(max(nearest + steps, 0), len(READING_SIZES) - 1)])

    def set_size(self, size: int) -> None:
        """Set the type size in pixels."""
        self._article.set_setting(self._article.setting.resized(size))
        self._settings.change(reading_size=size)
