"""One line ready to paint: where its characters stand, their glyphs, its pinyin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from reader.ui.article.glyphs import SLOT, GlyphTable, complex_spans
from reader.ui.article.ruby_room import Ink, Placed
from reader.ui.article.typography import Face

if TYPE_CHECKING:
    from reader.ui.article.parts import Part

_DASHES, _LONG_DASH = "——", "⸺"


class ShapedLine:
    """The characters of one line, each in a box of its own; coordinates are its paragraph's.

    ``gaps`` has the x of every gap between characters, one more than there are characters;
    ``extras`` is the empty room at the right of each box.
    """

    def __init__(
        self,
        text: str,
        start: int,
        origin: tuple[float, float],
        room: tuple[Sequence[float], Sequence[float], Mapping[int, float]],
        face: Face,
    ) -> None:
        """``origin`` is where the first box begins on the baseline.

        ``room`` is for each character its width and what is empty behind it, and by index
        how far left of its box it is drawn.
        """
        left, self.baseline = origin
        widths, self.extras, shifts = room
        self.start = start
        self.gaps: list[float] = list(accumulate(map(add, widths, self.extras), initial=left))
        gaps = self.gaps
        spans = list(complex_spans(text))
        self.parts: Sequence[Part] = _parts(text, spans, gaps, face) if spans else ()
        places = gaps[:-1]
        for at, shift in shifts.items():
            places[at] -= shift
        self.runs = _glyph_runs(text, places, face.glyphs, self.parts)
        self.ruby: list[Placed] = []
        self.inks: list[Ink] = []

    def paint(self, painter: QPainter) -> None:
        """Paint the characters in the colour of the pen."""
        origin = QPointF(0.0, self.baseline)
        for run in self.runs:
            painter.drawGlyphRun(origin, run)
        for part in self.parts:
            part.paint(painter, self.baseline)

    # --- asking -----------------------------------------------------------------

    @property
    def left(self) -> float:
        """Left edge of the text."""
        return self.gaps[0]

    @property
    def right(self) -> float:
        """Right edge of the text."""
        return self.gaps[-1]

    def x_of(self, offset: int) -> float:
        """Left edge of the character at ``offset`` of the paragraph."""
        at = min(max(offset - self.start, 0), len(self.gaps) - 1)
        for part in self.parts:
            if part.start <= at < part.end:
                return part.x_of(at)
        return self.gaps[at]

    def offset_at(self, x: float, *, between: bool) -> int:
        """Offset of the character at ``x``, or of the nearest gap."""
        last = len(self.gaps) - (1 if between else 2)
        at = min(max(bisect_right(self.gaps, x) - 1, 0), max(0, len(self.gaps) - 2))
        for part in self.parts:
            if part.start <= at < part.end:
                return self.start + min(max(part.at(x, between=between), 0), max(0, last))
        if between and len(self.gaps) > 1 and x > (self.gaps[at] + self.gaps[at + 1]) / 2:
            at += 1
        return self.start + at

    def edges(self, start: int, end: int) -> tuple[float, float]:
        """Left and right edge of a range, as offsets of the paragraph, that is not empty."""
        first, last = start - self.start, end - self.start
        left, right = self.gaps[first], self.gaps[last] - self.extras[last - 1]
        if self.parts:
            # Text from right to left has its beginning at the right.
            every = [self.x_of(offset) for offset in range(start, end)]
            inside = any(part.start < last < part.end for part in self.parts)
            every.append(self.x_of(end) if inside else right)
            left, right = min(every), max(every)
        return left, right


def _parts(
    text: str, spans: Sequence[tuple[int, int]], gaps: Sequence[float], face: Face
) -> list[Part]:
    from reader.ui.article import parts  # noqa: PLC0415 - few texts need it

    return [
        parts.Part(text[first:last], first, gaps[first], gaps[last] - gaps[first], face)
        for first, last in spans
    ]


def _glyph_runs(
    text: str, places: Sequence[float], table: GlyphTable, parts: Sequence[Part]
) -> list[QGlyphRun]:
    """What needs no shaping, one run for each font; ``places`` are where the glyphs stand."""
    lookup = table.indexes
    numbers = [lookup[char] for char in text]
    at = text.find(_DASHES)
    while at >= 0 and 0 < lookup[_LONG_DASH] < SLOT:
        numbers[at : at + 2] = lookup[_LONG_DASH], lookup[" "]
        at = text.find(_DASHES, at + 2)
    if not parts and max(numbers, default=0) < SLOT:
        return [_run(table, 0, numbers, places)]
    shaped = {at for part in parts for at in range(part.start, part.end)}
    by_font: dict[int, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for at, number in enumerate(numbers):
        if at not in shaped:
            indexes, xs = by_font[number // SLOT]
            indexes.append(number % SLOT)
            xs.append(places[at])
    return [_run(table, slot, *glyphs) for slot, glyphs in by_font.items()]


def _run(table: GlyphTable, slot: int, numbers: list[int], xs: Sequence[float]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(table.fonts[slot])
    run.setGlyphIndexes(numbers)
    run.setPositions([QPointF(x, 0.0) for x in xs])
    return run
