"""Layout of one paragraph: lines of text, pinyin above them, and what stands where.

Lines are divided by ``breaking``, arithmetic on advances alone. Each line is then a
QTextLayout of its own, shaped when it is first seen, so that a paragraph of any length
costs only its visible lines. Room for pinyin, word gaps and justification is letter
spacing, quantised to eighths of a pixel.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from math import floor
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine, QTextOption

from reader.domain.words import Word
from reader.ui.article.breaking import Line, break_lines
from reader.ui.article.ruby import Unit, units_of
from reader.ui.article.ruby_room import Placed, RubyRoom, glyph_runs
from reader.ui.article.typography import Setting, Style, face, spacing_format
from reader.ui.article.utf16 import Utf16Map

_QUANTUM = 8
_ENDLESS = 1e6
_TOLERATED = 0.5
"""Pixels by which a line may be wider than its column."""
_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.NoWrap)
_OPTION.setUseDesignMetrics(True)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class ShapedLine:
    """One line ready to paint: the Qt line, the offsets in it, its pinyin."""

    def __init__(self, text: str, start: int, layout: QTextLayout, line: QTextLine) -> None:
        self.start = start
        self._layout = layout  # keeps the Qt line alive
        self.line = line
        self._units = Utf16Map(text)
        self._size = len(text)
        self.ruby: list[Placed] = []
        self.glyphs: list[QGlyphRun] = []

    @property
    def baseline(self) -> float:
        """Baseline in the paragraph's coordinates."""
        return self.line.y() + self.line.ascent()

    @property
    def right(self) -> float:
        """Right edge of the text."""
        return self.line.x() + self.line.naturalTextWidth()

    def x_of(self, offset: int) -> float:
        """Left edge of the character at ``offset`` of the paragraph."""
        units = self._units.to_units(min(max(offset - self.start, 0), self._size))
        found = cast("tuple[float, int]", self.line.cursorToX(units))
        return found[0]

    def offset_at(self, x: float, *, between: bool) -> int:
        """Offset of the character at ``x``, or of the nearest gap."""
        how = (
            QTextLine.CursorPosition.CursorBetweenCharacters
            if between
            else QTextLine.CursorPosition.CursorOnCharacter
        )
        at = self._units.to_points(self.line.xToCursor(x, how))
        last = self._size if between else self._size - 1
        return self.start + min(max(at, 0), max(0, last))


class ParagraphLayout:
    """Measured lines of one paragraph, in pixels from its upper left corner."""

    def __init__(  # noqa: PLR0913, PLR0917 - a paragraph is all of it
        self,
        text: str,
        words: Sequence[Word],
        style: Style,
        setting: Setting,
        width: float,
        units: Sequence[Unit] | None = None,
    ) -> None:
        """``units`` stand above the text; by default what ``setting`` asks for."""
        if units is None:
            units = units_of(text, words, setting.ruby)
        self.text = text
        self.words = words
        self.style = style
        self.width = width
        self.analysed = bool(words)
        self._starts = [word.start for word in words]
        ruby = setting.ruby.here_and_there if units else setting.ruby
        self.face = face(setting.size * style.scale, style.strong, ruby)
        self.line_height = self.face.pitch
        self._units = units
        self._ruby: RubyRoom | None = None
        self.lines, self._extra = self._divide()
        body_pitch = face(setting.size, False, setting.ruby).pitch
        self.top = style.before * body_pitch
        self.height = self.top + self.line_height * len(self.lines) + style.after * body_pitch
        self._line_ends = [line.end for line in self.lines]
        self._shaped: dict[int, ShapedLine] = {}

    # --- making -----------------------------------------------------------------

    def _divide(self) -> tuple[list[Line], list[float]]:
        measure = self.face
        advances = measure.advances(self.text)
        extras = self._extras(advances)
        glued = self._ruby.glued if self._ruby else frozenset[int]()
        lines = break_lines(
            self.text,
            advances,
            extras,
            self._starts,
            self.width,
            indent=self.style.indent * measure.cell,
            cell=measure.cell,
            justify=self.style.align == 0.0,
            at_spaces=self.style.align == 0.5,
            glued=glued,
        )
        for line in lines:
            if line.stretch:
                for i in range(line.start, line.end - 1):
                    extras[i] += line.stretch
            extras[line.end - 1] = 0.0
        return lines, extras

    def _extras(self, advances: Sequence[float]) -> list[float]:
        """Room behind each character, so that neighbouring readings keep their distance."""
        if not self._units:
            return [0.0] * len(self.text)
        measure = self.face
        self._ruby = RubyRoom(
            self._units, measure.ruby, advances, cell=measure.cell, width=self.width
        )
        self._ruby.add_word_gaps(self.words)
        return self._ruby.extras

    def shaped(self, index: int) -> ShapedLine:
        """The line with this index, shaped now if it has not been seen before."""
        known = self._shaped.get(index)
        if known is None:
            known = self._shaped[index] = self._shape(index)
        return known

    def _shape(self, index: int) -> ShapedLine:
        start, end = self.lines[index].start, self.lines[index].end
        text, extras = self.text[start:end], self._extra[start:end]
        layout, line = self._set_line(text, extras)
        # A font may draw narrow characters wider beside some others than by themselves
        # (digits beside Latin letters), and complex scripts are only estimated.
        excess = line.naturalTextWidth() - self._room(index)
        if excess > _TOLERATED and len(text) > 1:
            less = excess / (len(text) - 1)
            layout, line = self._set_line(text, [*(e - less for e in extras[:-1]), extras[-1]])
        lead = (self.line_height - self.face.ruby_height - self.face.text_height) / 2
        y = self.line_top(index) + self.face.ruby_height + lead
        line.setPosition(QPointF(self._indent_of(index, line), y))
        shaped = ShapedLine(text, start, layout, line)
        if self._ruby is not None:
            shaped.ruby = self._ruby.placed(start, end, shaped.x_of)
            shaped.glyphs = glyph_runs(shaped.ruby, self.face.ruby)
        return shaped

    def _set_line(self, text: str, extras: Sequence[float]) -> tuple[QTextLayout, QTextLine]:
        layout = QTextLayout(text, self.face.font)
        layout.setTextOption(_left_to_right() if _RIGHT_TO_LEFT.search(text) else _OPTION)
        layout.setCacheEnabled(True)
        layout.setFormats(_formats(text, extras))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS)
        layout.endLayout()
        return layout, line

    def _room(self, index: int) -> float:
        """Width that a line may fill."""
        indent = self.style.indent * self.face.cell if index == 0 and not self.style.align else 0.0
        return self.width - indent

    def _indent_of(self, index: int, line: QTextLine) -> float:
        if self.style.align:
            return max(0.0, (self.width - line.naturalTextWidth()) * self.style.align)
        return self.style.indent * self.face.cell if index == 0 else 0.0

    # --- asking -----------------------------------------------------------------

    @property
    def line_count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def line_of(self, offset: int) -> int:
        """Index of the line that shows the character at ``offset``."""
        return min(bisect_right(self._line_ends, offset), max(0, len(self.lines) - 1))

    def line_at(self, y: float) -> int:
        """Index of the line at ``y``, clamped to those there are."""
        index = int((y - self.top) // self.line_height)
        return min(max(index, 0), max(0, len(self.lines) - 1))

    def line_top(self, index: int) -> float:
        """Upper edge of a line with its pinyin."""
        return self.top + index * self.line_height

    def offset_at(self, x: float, y: float, *, between: bool = False) -> int:
        """Offset of the character under a point; ``between``: of the nearest gap."""
        if not self.lines:
            return 0
        return self.shaped(self.line_at(y)).offset_at(x, between=between)

    def hits_text(self, x: float, y: float) -> bool:
        """Whether a point lies on characters, not beside or between the paragraphs."""
        if not self.lines or not self.top <= y < self.top + self.line_height * len(self.lines):
            return False
        shaped = self.shaped(self.line_at(y))
        return shaped.line.x() <= x <= shaped.right

    def word_index(self, offset: int) -> int | None:
        """Index of the word that holds ``offset``, if the paragraph is analysed."""
        if not self.words:
            return None
        return max(0, bisect_right(self._starts, offset) - 1)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Rectangles that cover a range of characters, one a line, pinyin included."""
        out: list[QRectF] = []
        if start >= end or not self.lines:
            return out
        for index in range(self.line_of(start), self.line_of(end - 1) + 1):
            line, shaped = self.lines[index], self.shaped(index)
            left = shaped.x_of(max(start, line.start))
            last = min(end, line.end) - 1
            right = (shaped.x_of(end) if end < line.end else shaped.right) - self._extra[last]
            out.append(self._band(shaped, min(left, right), abs(right - left)))
        return out

    def _band(self, shaped: ShapedLine, left: float, width: float) -> QRectF:
        """A strip of one line, from above its pinyin to below its characters."""
        pixel = self.face.font.pixelSize()
        top = shaped.baseline - pixel * 1.02 - self.face.ruby_height
        return QRectF(left, top, width, pixel * 1.24 + self.face.ruby_height)


@cache
def _left_to_right() -> QTextOption:
    """For a line that might run the other way than the next, as it is shaped by itself."""
    option = QTextOption(_OPTION)
    option.setTextDirection(QtCore.Qt.LayoutDirection.LeftToRight)
    return option


def _formats(text: str, extras: Sequence[float]) -> list[QTextLayout.FormatRange]:
    """Letter spacing as format ranges, equal neighbours in one.

    Rounded down, so that no line is too wide; the first characters have what is then
    missing, so that a full line is full.
    """
    amounts = [floor(extra * _QUANTUM) for extra in extras]
    for at in range(int(sum(extras) * _QUANTUM - sum(amounts))):
        amounts[at] += 1
    ranges: list[QTextLayout.FormatRange] = []
    units = Utf16Map(text).to_units
    start, size = 0, len(amounts)
    while start < size:
        amount = amounts[start]
        end = start + 1
        while end < size and amounts[end] == amount:
            end += 1
        if amount:
            made = QTextLayout.FormatRange()
            made.start = units(start)
            made.length = units(end) - units(start)
            made.format = spacing_format(amount / _QUANTUM)
            ranges.append(made)
        start = end
    return ranges
