"""What the settings mean for the article: its measures and its colours."""

from reader.services.settings import Values
from reader.services.spelling import respeller
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.spacing import Marks
from reader.ui.article.typography import Setting
from reader.ui.theme import THEMES, Theme, ThemeName


def setting_of(values: Values) -> Setting:
    """Type, pinyin and the rules of setting as chosen."""
    return Setting(
        size=values.reading_size,
        ruby=Ruby(Amount(values.pinyin)),
        column=values.column,
        typeface=values.typeface,
        justify=values.justify,
        indent=values.indent,
        leading=values.line_spacing,
        paragraph_gap=values.paragraph_spacing,
        word_gap=values.word_spacing,
        whole_words=values.whole_words,
        marks=Marks(values.punctuation),
        respell=respeller(values.characters),
    )


def theme_of(values: Values) -> Theme:
    """The colours as chosen."""
    return THEMES[ThemeName(values.theme)]
