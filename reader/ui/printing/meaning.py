"""What the lines of a page say, for the programs that search a PDF."""

import re
from functools import lru_cache

from PySide6.QtGui import QRawFont

from reader.ui import fonts
from reader.ui.printing.pages import Page
from reader.ui.printing.setting import ROOM, Typesetter

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_RADICALS = range(0x2E80, 0x2FE0)
_IDEOGRAPHS = range(0x4E00, 0xA000)


def lines_said(page: Page, setter: Typesetter) -> dict[str, str]:
    """Lines whose text a PDF by Qt does not give as it is, and what they say.

    Those with room for a footnote's number, for which no space is meant, and those with
    characters outside the Basic Multilingual Plane, which Qt does not note.
    """
    found = {}
    for strip, _ in page.strips:
        line = setter.layout(strip.piece).lines[strip.line]
        text = setter.shown(strip.piece)[line.start : line.end].rstrip("\n")
        said = text.replace(ROOM, "")
        # The view draws a long dash as one glyph.
        drawn = _ASTRAL.sub("\0", text.replace(ROOM, " ").replace("——", "⸺ "))
        if drawn != said:
            found[drawn] = said
    return found


@lru_cache(maxsize=1)
def drawn_alike() -> dict[str, str]:
    """Radicals that the bundled faces draw with the glyph of an ideograph, and that ideograph."""
    alike: dict[str, str] = {}
    for font in (fonts.reading(100), fonts.ruby(100)):
        raw = QRawFont.fromFont(font)
        ideographs = "".join(map(chr, _IDEOGRAPHS))
        by_glyph = dict(zip(raw.glyphIndexesForString(ideographs), ideographs, strict=True))
        for code in _RADICALS:
            (glyph, *_) = raw.glyphIndexesForString(chr(code))
            if glyph and glyph in by_glyph:
                alike.setdefault(chr(code), by_glyph[glyph])
    return alike
