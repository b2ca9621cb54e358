"""Layout of one paragraph: lines of text, pinyin above them, and what stands where.

The text stays verbatim in a QTextLayout. Lines are divided by ``breaking`` and forced on
the layout by their number of characters; room for pinyin, word gaps and justification is
letter spacing, quantised to eighths of a pixel.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout, QTextLine, QTextOption

from reader.domain.script import is_han
from reader.domain.words import Word
from reader.ui.article.breaking import Line, break_lines
from reader.ui.article.typography import Setting, Style, face, spacing_format
from reader.ui.article.utf16 import Utf16Map

_QUANTUM = 8


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable above the text: its character, text, left edge and baseline."""

    at: int
    text: str
    x: float
    baseline: float
    width: float


class ParagraphLayout:
    """Measured lines of one paragraph, in pixels from its upper left corner."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        style: Style,
        setting: Setting,
        width: float,
    ) -> None:
        self.text = text
        self.words = words
        self.style = style
        self.width = width
        self.analysed = bool(words)
        self._starts = [word.start for word in words]
        self._units = Utf16Map(text)
        self.face = face(setting.size * style.scale, style.strong, setting.ruby)
        self.line_height = self.face.pitch
        self._syllables = _syllable_map(text, words) if self.face.shows_ruby else {}
        self.lines, extras = self._divide()
        body_pitch = face(setting.size, False, setting.ruby).pitch
        self.top = style.before * body_pitch
        self._layout = self._shape(extras)
        self.height = self.top + self.line_height * len(self.lines) + style.after * body_pitch
        self._line_ends = [line.end for line in self.lines]
        self.syllables = self._place_syllables()
        self.glyphs = _glyph_runs(self.syllables, self.face.ruby_raw) if self.syllables else []

    # --- making -----------------------------------------------------------------

    def _divide(self) -> tuple[list[Line], list[float]]:
        measure = self.face
        advances = measure.advances(self.text)
        extras = self._extras(advances)
        lines = break_lines(
            self.text,
            advances,
            extras,
            self._starts,
            self.width,
            indent=self.style.indent * measure.cell,
            cell=measure.cell,
            justify=self.style.align == 0.0,
        )
        for line in lines:
            if line.stretch:
                for i in range(line.start, line.end - 1):
                    extras[i] += line.stretch
            extras[line.end - 1] = 0.0
        return lines, extras

    def _extras(self, advances: Sequence[float]) -> list[float]:
        """Room behind each character, so that neighbouring syllables keep their distance."""
        measure = self.face
        extras = [0.0] * len(self.text)
        if not measure.shows_ruby:
            return extras
        # A syllable may reach over a neighbour without one, if that fills a whole cell.
        overhang = [-a if a >= measure.cell * 0.9 else 0.0 for a in advances]
        overhang.append(0.0)
        for at, syllable in self._syllables.items():
            overhang[at] = measure.syllable(syllable) - advances[at]
            extras[at] = measure.tracking
        gap = measure.ruby_gap
        for at in self._syllables:
            for left in (at - 1, at):
                if left >= 0:
                    need = (overhang[left] + overhang[left + 1]) / 2 + gap
                    extras[left] = max(extras[left], need)
        for word in self.words:
            if word.syllables:
                extras[word.end - 1] += measure.word_gap
        return extras

    def _shape(self, extras: Sequence[float]) -> QTextLayout:
        layout = QTextLayout(self.text, self.face.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.ManualWrap)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(extras))
        layout.beginLayout()
        units = self._units.to_units
        lead = (self.line_height - self.face.ruby_height - self.face.text_height) / 2
        for i, line in enumerate(self.lines):
            shaped = layout.createLine()
            if not shaped.isValid():
                break
            shaped.setNumColumns(units(line.end) - units(line.start))
            y = self.top + i * self.line_height + self.face.ruby_height + lead
            shaped.setPosition(QPointF(self._indent_of(i, shaped), y))
        layout.endLayout()
        return layout

    def _indent_of(self, index: int, line: QTextLine) -> float:
        if self.style.align:
            return max(0.0, (self.width - line.naturalTextWidth()) * self.style.align)
        return self.style.indent * self.face.cell if index == 0 else 0.0

    def _formats(self, extras: Sequence[float]) -> list[QTextLayout.FormatRange]:
        """Letter spacing as format ranges, equal neighbours in one."""
        ranges: list[QTextLayout.FormatRange] = []
        start, size = 0, len(extras)
        units = self._units.to_units
        while start < size:
            amount = round(extras[start] * _QUANTUM)
            end = start + 1
            while end < size and round(extras[end] * _QUANTUM) == amount:
                end += 1
            if amount:
                made = QTextLayout.FormatRange()
                made.start = units(start)
                made.length = units(end) - units(start)
                made.format = spacing_format(amount / _QUANTUM)
                ranges.append(made)
            start = end
        return ranges

    def _place_syllables(self) -> list[Syllable]:
        placed: list[Syllable] = []
        if not self._syllables:
            return placed
        measure = self.face
        for at, text in self._syllables.items():
            index = self.line_of(at)
            line = self._layout.lineAt(index)
            x = self._x(line, at)
            width = measure.syllable(text)
            baseline = line.y() + line.ascent() - measure.ruby_rise
            placed.append(Syllable(at, text, x + (measure.cell - width) / 2, baseline, width))
        return placed

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
        if not self.text:
            return 0
        index = self.line_at(y)
        how = (
            QTextLine.CursorPosition.CursorBetweenCharacters
            if between
            else QTextLine.CursorPosition.CursorOnCharacter
        )
        units = self._layout.lineAt(index).xToCursor(x, how)
        line = self.lines[index]
        last = line.end if between else line.end - 1
        return min(max(self._units.to_points(units), line.start), max(line.start, last))

    def hits_text(self, x: float, y: float) -> bool:
        """Whether a point lies on characters, not beside or between the paragraphs."""
        if not self.lines or not self.top <= y < self.top + self.line_height * len(self.lines):
            return False
        line = self._layout.lineAt(self.line_at(y))
        return line.x() <= x <= line.x() + line.naturalTextWidth()

    def word_index(self, offset: int) -> int | None:
        """Index of the word that holds ``offset``, if the paragraph is analysed."""
        if not self.words:
            return None
        return max(0, bisect_right(self._starts, offset) - 1)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Rectangles that cover a range of characters, one a line, pinyin included."""
        out: list[QRectF] = []
        if start >= end:
            return out
        for index in range(self.line_of(start), self.line_of(end - 1) + 1):
            line, shaped = self.lines[index], self._layout.lineAt(index)
            left = self._x(shaped, max(start, line.start))
            right = self._x(shaped, min(end, line.end))
            if line.end <= end:
                right = shaped.x() + shaped.naturalTextWidth()
            out.append(self._band(index, min(left, right), abs(right - left)))
        return out

    def _x(self, line: QTextLine, offset: int) -> float:
        """Left edge of the character at ``offset``, which ``line`` shows."""
        found = cast("tuple[float, int]", line.cursorToX(self._units.to_units(offset)))
        return found[0]

    def _band(self, index: int, left: float, width: float) -> QRectF:
        """A strip of one line, from above its pinyin to below its characters."""
        pixel = self.face.font.pixelSize()
        shaped = self._layout.lineAt(index)
        baseline = shaped.y() + shaped.ascent()
        top = baseline - pixel * 1.02 - self.face.ruby_height
        return QRectF(left, top, width, pixel * 1.24 + self.face.ruby_height)

    def baseline(self, index: int) -> float:
        """Baseline of a line."""
        line = self._layout.lineAt(index)
        return line.y() + line.ascent()

    def shaped(self, index: int) -> QTextLine:
        """The Qt line, for drawing."""
        return self._layout.lineAt(index)


def _syllable_map(text: str, words: Sequence[Word]) -> dict[int, str]:
    """Offset of each Han character that has a syllable, in order."""
    out: dict[int, str] = {}
    for word in words:
        if word.syllables:
            syllables = iter(word.syllables)
            for at in range(word.start, word.end):
                if is_han(text[at]):
                    syllable = next(syllables, "")
                    if syllable:
                        out[at] = syllable
    return out


def _glyph_runs(syllables: Sequence[Syllable], raw: QRawFont) -> list[tuple[float, QGlyphRun]]:
    """One glyph run a line, as (baseline, run); the run's positions are relative to it."""
    runs: list[tuple[float, QGlyphRun]] = []
    at = 0
    while at < len(syllables):
        baseline = syllables[at].baseline
        indexes: list[int] = []
        points: list[QPointF] = []
        while at < len(syllables) and syllables[at].baseline == baseline:
            glyphs, offsets = _glyphs(syllables[at].text, raw)
            x = syllables[at].x
            indexes += glyphs
            points += [QPointF(x + offset, 0.0) for offset in offsets]
            at += 1
        run = QGlyphRun()
        run.setRawFont(raw)
        run.setGlyphIndexes(indexes)
        run.setPositions(points)
        runs.append((baseline, run))
    return runs


_glyph_cache: dict[tuple[str, float], tuple[list[int], list[float]]] = {}


def _glyphs(syllable: str, raw: QRawFont) -> tuple[list[int], list[float]]:
    """Glyph indexes of a syllable and the left edge of each."""
    key = (syllable, raw.pixelSize())
    known = _glyph_cache.get(key)
    if known is None:
        indexes = list(raw.glyphIndexesForString(syllable))
        offsets, x = [], 0.0
        for advance in raw.advancesForGlyphIndexes(indexes):
            offsets.append(x)
            x += advance.x()
        known = _glyph_cache[key] = (indexes, offsets)
    return known
