"""What the colours of highlights look like on each theme.

A tint is the page mixed with as much of a hue as leaves the ink readable (7:1) and the
pinyin too (4.5:1; WCAG 2.2, 1.4.6 and 1.4.3), so that every theme, also one not thought
of yet, has its own.
"""

from functools import cache

from PySide6.QtGui import QColor

from reader.domain.marks import Colour
from reader.ui.theme import Theme

_HUES = {
    Colour.YELLOW: "#ffc800",
    Colour.GREEN: "#35c06a",
    Colour.BLUE: "#3d9bff",
    Colour.PINK: "#ff5c9e",
}
_MOST = 0.5
"""Greatest share of the hue in a tint."""

_THICKEST = 0.7
"""Greatest opacity of the veil over what is dimmed."""

_INK, _PINYIN, _SIGN = 7.0, 4.5, 3.0
"""Contrast of text, of pinyin, and of what is no text (1.4.11)."""


@cache
def tint(colour: str, theme: Theme) -> QColor:
    """The colour behind highlighted text."""
    page, hue = QColor(theme.page), QColor(_HUES[Colour(colour)])
    ink, pinyin = QColor(theme.ink), QColor(theme.pinyin)
    share, least = _MOST, _INK if theme.strong else _PINYIN
    while share > 0.04:
        mixed = mix(page, hue, share)
        if contrast(ink, mixed) >= _INK and contrast(pinyin, mixed) >= least:
            return mixed
        share -= 0.02
    return mix(page, hue, 0.04)


@cache
def strong(colour: str, theme: Theme) -> QColor:
    """The same colour for signs and buttons: strong enough to be seen by itself."""
    return seen_on_page(QColor(_HUES[Colour(colour)]), theme)


def seen_on_page(colour: QColor, theme: Theme) -> QColor:
    """A colour, with as much ink as it needs to be seen on the page by itself."""
    page, ink = QColor(theme.page), QColor(theme.ink)
    share, mixed = 0.0, colour
    while contrast(mixed, page) < _SIGN and share < 1.0:
        share += 0.04
        mixed = mix(colour, ink, share)
    return mixed


@cache
def veil(theme: Theme) -> QColor:
    """What lies over text that is dimmed: it can still be read (3:1), as large text can.

    With high contrast it keeps the contrast of all text there.
    """
    page, ink = QColor(theme.page), QColor(theme.ink)
    share, least = _THICKEST, _INK if theme.strong else _SIGN
    while share > 0.1 and contrast(mix(ink, page, share), page) < least:
        share -= 0.02
    page.setAlphaF(share)
    return page


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """``one`` with a share of ``other``."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
