"""The face of the small type above the text: its size, the room it takes, its glyphs."""

from functools import cached_property, lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF, QRawFont

from reader.ui import fonts
from reader.ui.article.ruby import Form

_PINYIN = 0.47
_NUMBERED = 0.44
_ZHUYIN = 0.34
_COLUMN = 0.33
_MARK = 0.48
"""Sizes as shares of the text's: pinyin, zhuyin above and beside, the mark of its tone."""

_TONES, _DOT = "ˊˇˋ˙", "˙"


class Strokes(NamedTuple):
    """Glyphs of a reading and their places, from its left edge and the text's baseline.

    ``mark``: they are drawn from the larger face of tone marks.
    """

    numbers: list[int]
    places: list[tuple[float, float]]
    mark: bool = False


class RubyFace:
    """Measures of the ruby of text that is ``pixel`` pixels high; all in pixels.

    ``height`` is what a line is higher for it, ``rise`` the distance of its baseline from
    the text's; ``column`` is the width of zhuyin beside a character; ``tracking`` is put
    behind each character with a reading and ``word_gap`` behind each word; ``gap`` is the
    least room between two readings.
    """

    def __init__(self, pixel: float, size: float, form: Form) -> None:
        self.form = form
        self._pixel = pixel
        share = _NUMBERED if form.numbers else _PINYIN
        if form.zhuyin:
            share = _COLUMN if form.beside else _ZHUYIN
        self._font = font = fonts.ruby(size * share)
        self._metrics = metrics = QFontMetricsF(font)
        self.size = float(font.pixelSize())
        self._widths: dict[str, float] = {}
        self._strokes: dict[str, list[Strokes]] = {}
        self.column = self.height = self.tracking = self.word_gap = 0.0
        self.gap = self.size * (0.4 if form.whole else 0.42 if form.zhuyin else 0.21)
        # Latin letters stand on the baseline of the Han characters; the ink of these
        # reaches about 0.88 em above it, and what hangs below the ruby must clear that.
        self.rise = pixel * 0.88 + self.size * (0.16 if form.zhuyin else 0.216)
        if form.beside:
            self.column = self.size * 1.15 + pixel * 0.3
            self.word_gap = pixel * 0.12 if form.extent == 2 else 0.0
        elif form.extent == 2:
            self.height = metrics.capHeight() * (2.0 if form.zhuyin else 1.75)
            self.tracking = pixel * (0.12 if form.whole else 0.24)
            self.word_gap = pixel * (0.3 if form.whole else 0.2)
        elif form.extent:
            self.height = metrics.capHeight() * 1.4

    @cached_property
    def raw(self) -> QRawFont:
        """The face for drawing glyph runs."""
        return QRawFont.fromFont(self._font)

    @cached_property
    def raw_mark(self) -> QRawFont:
        """The larger face of tone marks beside zhuyin."""
        return QRawFont.fromFont(fonts.ruby(self._pixel * _MARK))

    def width(self, text: str) -> float:
        """Width of a reading."""
        if self.form.beside:
            return self.column
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            known = self._widths[text] = self._metrics.horizontalAdvance(text)
        return known

    def strokes(self, text: str) -> list[Strokes]:
        """The glyphs of a reading, by the face that they are drawn from."""
        known = self._strokes.get(text)
        if known is None:
            if len(self._strokes) > 20_000:
                self._strokes.clear()
            made = self._stacked(text) if self.form.beside else [self._in_a_row(text)]
            known = self._strokes[text] = made
        return known

    def unsure_line(self, x: float, width: float) -> tuple[tuple[float, float], ...]:
        """Ends of the line that marks a reading as uncertain, from the text's baseline."""
        if self.form.beside:
            right = x + width - self._pixel * 0.02
            return (right, -self._pixel * 0.8), (right, self._pixel * 0.04)
        y = -self.rise + self.size * 0.16
        return (x, y), (x + width, y)

    def _in_a_row(self, text: str) -> Strokes:
        numbers = list(self.raw.glyphIndexesForString(text))
        places, x = [], 0.0
        for advance in self.raw.advancesForGlyphIndexes(numbers):
            places.append((x, -self.rise))
            x += advance.x()
        return Strokes(numbers, places)

    def _stacked(self, text: str) -> list[Strokes]:
        """Zhuyin as schoolbooks in Taiwan set it.

        The symbols stand under each other, in the middle of the character's height; the
        tone mark right of the last one, the dot of the neutral tone above the first.
        """
        symbols = [char for char in text if char not in _TONES]
        marks = [char for char in text if char in _TONES]
        dot = marks == [_DOT]
        side = self.size
        left = self._pixel * 0.03
        high = len(symbols) * side + (side * 0.35 if dot else 0.0)
        top = -self._pixel * 0.38 - high / 2 + (side * 0.35 if dot else 0.0)
        # The ink of a symbol lies between 0.83 em above its baseline and 0.07 below.
        places = [(left, top + (row + 0.88) * side) for row in range(len(symbols))]
        made = [Strokes(list(self.raw.glyphIndexesForString("".join(symbols))), places)]
        for index in self.raw_mark.glyphIndexesForString("".join(marks)):
            ink = self.raw_mark.boundingRect(index)
            if dot:
                x, y = left + (side - ink.width()) / 2, top - side * 0.16
            else:
                x, y = left + side * 1.04, top + (len(symbols) - 1) * side + side * 0.2
            made.append(Strokes([index], [(x - ink.left(), y - ink.center().y())], mark=True))
        return made


@lru_cache(maxsize=64)
def ruby_face(pixel: float, size: float, form: Form) -> RubyFace:
    """The measured face; made once."""
    return RubyFace(pixel, size, form)
