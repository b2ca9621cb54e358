"""The face of the small type above the text: its size, the room it takes, its glyphs."""

from functools import cached_property, lru_cache

from PySide6.QtGui import QFontMetricsF, QRawFont

from reader.ui import fonts
from reader.ui.article.ruby import Form

_SHARE = 0.47
"""Size of pinyin as a share of the text's."""


class RubyFace:
    """Measures of the ruby of text that is ``pixel`` pixels high; all in pixels.

    ``height`` is what a line is higher for it, ``rise`` the distance of its baseline from
    the text's; ``tracking`` is put behind each character with a reading and ``word_gap``
    behind each word; ``gap`` is the least room between two readings.
    """

    def __init__(self, pixel: float, size: float, form: Form) -> None:
        self.form = form
        font = fonts.ruby(size * _SHARE)
        self._font = font
        self._metrics = metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self.gap = metrics.horizontalAdvance("n") * 0.35
        self.height = self.tracking = self.word_gap = 0.0
        # Latin letters stand on the baseline of the Han characters; the ink of these
        # reaches about 0.88 em above it, and the pinyin's descent must clear that.
        self.rise = pixel * 0.88 + metrics.descent() * 0.75
        if form.extent == 2:
            self.height = metrics.capHeight() * 1.75
            self.tracking = pixel * (0.12 if form.whole else 0.24)
            self.word_gap = pixel * (0.3 if form.whole else 0.2)
        elif form.extent:
            self.height = metrics.capHeight() * 1.4

    @cached_property
    def raw(self) -> QRawFont:
        """The face for drawing glyph runs."""
        return QRawFont.fromFont(self._font)

    def width(self, text: str) -> float:
        """Width of a reading."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            known = self._widths[text] = self._metrics.horizontalAdvance(text)
        return known

    def glyphs(self, text: str) -> tuple[list[int], list[float]]:
        """Glyph indexes of a reading and the left edge of each."""
        return _glyphs(text, self.raw)


_glyph_cache: dict[tuple[str, float], tuple[list[int], list[float]]] = {}


def _glyphs(text: str, raw: QRawFont) -> tuple[list[int], list[float]]:
    key = (text, raw.pixelSize())
    known = _glyph_cache.get(key)
    if known is None:
        indexes = list(raw.glyphIndexesForString(text))
        offsets, x = [], 0.0
        for advance in raw.advancesForGlyphIndexes(indexes):
            offsets.append(x)
            x += advance.x()
        known = _glyph_cache[key] = (indexes, offsets)
    return known


@lru_cache(maxsize=64)
def ruby_face(pixel: float, size: float, form: Form) -> RubyFace:
    """The measured face; made once."""
    return RubyFace(pixel, size, form)
