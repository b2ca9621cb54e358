"""What the settings mean for the article: its measures and its colours."""

from reader.services.settings import Values
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from reader.ui.theme import THEMES, Theme, ThemeName


def setting_of(values: Values) -> Setting:
    """Type size, pinyin and column as chosen."""
    return Setting(values.reading_size, Ruby(Amount(values.pinyin)), values.column)


def theme_of(values: Values) -> Theme:
    """The colours as chosen."""
    return THEMES[ThemeName(values.theme)]
