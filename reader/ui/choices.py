"""What the settings mean for the article: its measures and its colours."""

from PySide6.QtGui import QGuiApplication

from reader.domain.notation import Notation
from reader.services.settings import Values
from reader.services.spelling import respeller
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.spacing import Marks
from reader.ui.article.typography import Setting
from reader.ui.theme import THEMES, Theme, ThemeName

_DARK = 100
"""Lightness of the ground, of 255, under which a system is dark."""


def ruby_of(values: Values) -> Ruby:
    """What stands above the words as chosen."""
    return Ruby(
        amount=Amount(values.pinyin),
        level=values.hsk_level,
        whole=values.pinyin_unit == "word",
        notation=Notation(values.notation),
        beside=values.zhuyin_beside,
        spoken=values.spoken_tones,
        colours=values.tone_colours,
    )


def setting_of(values: Values) -> Setting:
    """Type, pinyin and the rules of setting as chosen."""
    return Setting(
        size=values.reading_size,
        ruby=ruby_of(values),
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
        vertical=values.vertical,
    )


def theme_of(values: Values) -> Theme:
    """The colours as chosen. Before anything else has set them, ``system`` is what Qt has."""
    if values.theme != "system":
        return THEMES[ThemeName(values.theme)]
    # Asking for the system's colour scheme itself would load Qt's enumerations: see ``wishes``.
    dark = QGuiApplication.palette().window().color().lightness() < _DARK
    return THEMES[ThemeName.DARK if dark else ThemeName.LIGHT]
