"""Glyphs of one face: which glyph a character is, how wide, where its ink is; looked up once each.

Most of a Chinese text needs no shaping: one glyph a character, wherever it stands. Such
characters are drawn by glyph runs whose places are ours. What does need it (scripts that
join or run from right to left, combining marks, emoji) is found by ``complex_spans`` and
left to Qt.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QRawFont

from reader.ui.article.classes import NARROW, classes
from reader.ui.article.spacing import Ink

_NARROW = re.compile(f"[{NARROW}]+")
_SHAPED = re.compile("[QZ]")

_BOLD = re.compile("bold|black|heavy|medium|[粗黑]", re.IGNORECASE)
_INK_SIZE = 256
_ROUNDING = 0.1
ABOVE = 0.88
"""The top of an ideograph's square above its baseline, in type sizes; Noto and most others."""

SLOT = 1 << 16
"""Glyphs of a fallback font are numbered from its slot times this (a font has fewer glyphs)."""


def complex_spans(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a text that Qt has to shape, each with the narrow characters around it."""
    kinds = classes(text)
    if _SHAPED.search(kinds) is None:
        return
    for found in _NARROW.finditer(kinds):
        run = found[0]
        first = found.start() + len(run) - len(run.lstrip("S"))
        last = found.end() - len(run) + len(run.rstrip("S"))
        if _SHAPED.search(kinds, first, last):
            joined = first > 0 and kinds[first] == "Z" and kinds[first - 1] != "X"
            yield first - joined, last


class _Indexes(dict[str, int]):
    """Glyph by character; looks up what it does not know."""

    def __init__(self, table: "GlyphTable") -> None:
        super().__init__()
        self._table = table

    def __missing__(self, char: str) -> int:
        made = self[char] = self._table.find(char)
        return made


class _Advances(dict[str, float]):
    """Advance by character; measures what it does not know."""

    def __init__(self, table: "GlyphTable") -> None:
        super().__init__()
        self._table = table

    def __missing__(self, char: str) -> float:
        made = self[char] = self._table.measure(char)
        return made


class GlyphTable:
    """Glyphs of a font and of those that Qt takes for characters it lacks.

    ``indexes`` and ``advances`` (pixels) are by character; ``fonts`` are the raw fonts,
    and a glyph's number divided by 65,536 says which of them it is in.
    """

    def __init__(self, font: QFont) -> None:
        self._font = font
        raw = QRawFont.fromFont(font)
        self.fonts = [raw]
        self._names = [(raw.familyName(), raw.styleName())]
        # Bold is asked for, and the face found has no bold of its own.
        self.lacks_bold = font.bold() and not _BOLD.search(raw.styleName())
        # Rounded to 64ths by the font engine; a grid wants it whole.
        self.cell = round(self._advance(raw, self._index(raw, "国")), 1)
        self.indexes = _Indexes(self)
        self.advances = _Advances(self)
        self._inks: dict[str, Ink] = {}
        self._upright_inks: dict[str, Ink] = {}
        self._upright: dict[str, int] = {}

    def find(self, char: str) -> int:
        """The glyph of a character; that of a space for what has no form."""
        raw = self.fonts[0]
        if char < " " or char in "\x7f\u2028":
            return self._index(raw, " ")
        return self._index(raw, char) or self._fallback(char)

    def measure(self, char: str) -> float:
        """Advance of a character in pixels."""
        if char == "\t":
            return 2 * self.cell
        if char < " " or char in "\x7f\u2028":
            return 0.0
        slot, index = divmod(self.indexes[char], SLOT)
        if slot == 0 and "\u4e00" <= char <= "\u9fff":
            return self.cell  # as wide as 国: asking the font for each takes 16 µs
        advance = self._advance(self.fonts[slot], index)
        return self.cell if abs(advance - self.cell) < _ROUNDING else advance

    def ink(self, char: str) -> Ink:
        """Where the ink of a character lies in its advance, in pixels."""
        known = self._inks.get(char)
        if known is None:
            box, scale = self._bounds(self.indexes[char])
            known = self._inks[char] = Ink(box.left() * scale, box.width() * scale)
        return known

    def upright_ink(self, char: str) -> Ink:
        """The same along a column, from the top of the character's square."""
        known = self._upright_inks.get(char)
        if known is None:
            box, scale = self._bounds(self.upright(char))
            top = self.cell * ABOVE + box.top() * scale
            known = self._upright_inks[char] = Ink(top, box.height() * scale)
        return known

    def _bounds(self, number: int) -> tuple[QRectF, float]:
        """Bounds of a glyph measured large, as they are whole pixels, and the scale of that."""
        slot, index = divmod(number, SLOT)
        large = QRawFont(self.fonts[slot])
        scale = large.pixelSize() / _INK_SIZE
        large.setPixelSize(_INK_SIZE)
        return large.boundingRect(index), scale

    def upright(self, char: str) -> int:
        """The glyph of a character in vertical setting: marks have forms of their own there."""
        known = self._upright.get(char)
        if known is None:
            font = QFont(self._font)
            font.setFeature(QFont.Tag("vert"), 1)
            known = self._upright[char] = self._shaped(char, font)
        return known

    def _fallback(self, char: str) -> int:
        return self._shaped(char, self._font)

    def _shaped(self, char: str, font: QFont) -> int:
        """The glyph that Qt finds for a character, in whichever font."""
        from PySide6.QtGui import QTextLayout  # noqa: PLC0415 - only what the face lacks needs it

        layout = QTextLayout(char, font)
        layout.beginLayout()
        layout.createLine().setLineWidth(1e6)
        layout.endLayout()
        runs = layout.glyphRuns()
        if not runs or not runs[0].glyphIndexes():
            return 0
        raw = runs[0].rawFont()
        return self._slot(raw) * SLOT + runs[0].glyphIndexes()[0]

    def _slot(self, raw: QRawFont) -> int:
        name = (raw.familyName(), raw.styleName())
        if name not in self._names:
            self._names.append(name)
            self.fonts.append(raw)
        return self._names.index(name)

    @staticmethod
    def _index(raw: QRawFont, char: str) -> int:
        found = raw.glyphIndexesForString(char)
        return int(found[0]) if found else 0

    @staticmethod
    def _advance(raw: QRawFont, index: int) -> float:
        return float(raw.advancesForGlyphIndexes([index])[0].x())
