"""Colours of the tones: sets that people know, made readable on the page of each theme.

A colour keeps its hue; only its lightness moves, as little as possible, until it reaches
4.5:1 (WCAG 2.2, 1.4.3) on everything that lies behind the text. Lightness is that of
Oklab (Ottosson 2020, https://bottosson.github.io/posts/oklab/), in which hues stay put.
Tones are never told by colour alone: the mark or the number of the tone is always there.
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QColor

from reader.ui.article.tints import contrast
from reader.ui.theme import Theme

LEAST, STRONG = 4.5, 7.0
"""Contrast that a tone's colour has at least on page and tints; on the page of high contrast."""

PALETTES: dict[str, tuple[str, ...]] = {
    "pleco": ("#e30000", "#02b31c", "#1510f0", "#8900bf", "#777777"),
    "mdbg": ("#ff0000", "#d89000", "#00a000", "#0000ff", "#000000"),
    "dummitt": ("#f41d2f", "#f9761b", "#97cd5d", "#589bc8", "#777777"),
    "hanping": ("#0066ff", "#00a000", "#ff8000", "#ff0000", "#777777"),
}
"""First to fourth and neutral tone, as the programs and the book of these names have them."""

_Colour = tuple[float, float, float]


@lru_cache(maxsize=32)
def tone_colours(palette: str, theme: Theme) -> tuple[str, ...]:
    """Colours by tone; 0 is that of what has none. ``none`` gives every tone the same."""
    if palette not in PALETTES:
        return (theme.pinyin,) * 6
    colours = PALETTES[palette]
    if theme.strong:
        colours = tuple(readable(colour, [theme.page], STRONG) for colour in colours)
    grounds = backgrounds(theme)
    return theme.pinyin, *(readable(colour, grounds) for colour in colours)


def backgrounds(theme: Theme) -> tuple[str, ...]:
    """The page, and what lies behind text on it, but for highlights.

    Colours that could be read on those too would hardly be told from each other.
    """
    return theme.page, theme.hover, theme.selection, theme.hit, theme.note


def readable(colour: str, grounds: Sequence[str], least: float = LEAST) -> str:
    """The colour nearest in lightness to ``colour`` with that contrast on all ``grounds``."""
    behind = [QColor(ground) for ground in grounds]

    def is_readable(made: str) -> bool:
        return min(contrast(QColor(made), ground) for ground in behind) >= least

    if is_readable(colour):
        return colour
    light, a, b = _oklab(colour)
    dark_page = contrast(QColor("#ffffff"), behind[0]) > contrast(QColor("#000000"), behind[0])
    near, far = light, 1.0 if dark_page else 0.0
    for _ in range(24):
        middle = (near + far) / 2
        if is_readable(_hex(_shrunk((middle, a, b)))):
            far = middle
        else:
            near = middle
    return _hex(_shrunk((far, a, b)))


def _linear(colour: str) -> _Colour:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def _hex(linear: _Colour) -> str:
    parts = (min(max(c, 0.0), 1.0) for c in linear)
    coded = (c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in parts)
    return "#" + "".join(f"{round(c * 255):02x}" for c in coded)


def _oklab(colour: str) -> _Colour:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear_of(oklab: _Colour) -> _Colour:
    light, a, b = oklab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shrunk(oklab: _Colour) -> _Colour:
    """The most colourful colour of this lightness and hue that a screen can show."""
    light, a, b = oklab
    low, high = 0.0, 1.0
    for _ in range(16):
        share = (low + high) / 2
        inside = all(-1e-4 <= c <= 1 + 1e-4 for c in _linear_of((light, a * share, b * share)))
        low, high = (share, high) if inside else (low, share)
    return _linear_of((light, a * low, b * low))
