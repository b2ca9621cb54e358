"""One line ready to paint: where its characters stand, their glyphs, its pinyin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter, QPainterPath, QRawFont

from reader.ui.article.classes import classes
from reader.ui.article.glyphs import SLOT, GlyphTable, complex_spans
from reader.ui.article.ruby_room import Ink, Placed
from reader.ui.article.typography import Face
from reader.ui.article.upright import KINDS, MIDDLE, draw, number_run, upright_run

if TYPE_CHECKING:
    from reader.ui.article.parts import Part
    from reader.ui.article.strokes import ThickLine

_NOTHING: Mapping[int, int] = {}
_DASHES, _LONG_DASH = "——", "⸺"


class ShapedLine:
    """The characters of one line, each in a box of its own; coordinates are its paragraph's.

    ``gaps`` has the x of every gap between characters, one more than there are characters;
    ``extras`` is the empty room at the right of each box.
    """

    def __init__(  # noqa: PLR0913 - a line is made of that much
        self,
        text: str,
        start: int,
        origin: tuple[float, float],
        room: tuple[Sequence[float], Sequence[float], Mapping[int, float]],
        face: Face,
        *,
        vertical: bool = False,
        combined: Mapping[int, int] = _NOTHING,
    ) -> None:
        """``origin`` is where the first box begins on the baseline.

        ``room`` is for each character its width and what is empty behind it, and by index
        how far left of its box it is drawn. ``vertical``: what is not Latin stays upright,
        and so do numbers that begin at ``combined``, of so many digits.
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
        lying: Sequence[int] = range(len(text))
        if self.parts:
            shaped = {at for part in self.parts for at in range(part.start, part.end)}
            lying = [at for at in lying if at not in shaped]
        self.upright: list[QGlyphRun] = []
        self._middle: float | None = None
        if vertical:
            standing = _standing(text, lying, face.glyphs)
            digits = {at + more for at, size in combined.items() for more in range(size)}
            lying = sorted(set(lying) - set(standing) - digits)
            self._middle = middle = self.baseline - face.font.pixelSize() * MIDDLE
            self.upright = _upright_runs(text, standing, places, face.glyphs, middle)
            self.upright += [
                number_run(face.glyphs, text[at : at + size], places[at], middle)
                for at, size in combined.items()
            ]
        self.runs = _glyph_runs(text, lying, places, face.glyphs)
        self._thick = self._thicken(face) if face.is_thin else None
        self.place_ruby: Callable[[], list[Placed]] = list
        self.unsure: list[Placed] = []
        self.inks: list[Ink] = []
        # Made when it is first painted, for scrolling paints each line many times.
        self.underline: QPainterPath | None = None
        self.upright_inks: list[Ink] = []

    def paint(self, painter: QPainter) -> None:
        """Paint the characters in the colour of the pen."""
        if self._thick is None or not self._thick.paint(painter):
            origin = QPointF(0.0, self.baseline)
            for run in self.runs:
                painter.drawGlyphRun(origin, run)
            if self.upright:
                draw(painter, self.upright)
        for part in self.parts:
            if self._middle is None:
                part.paint(painter, self.baseline)
            else:
                part.paint_in_column(painter, self.baseline, self._middle)

    def _thicken(self, face: Face) -> ThickLine:
        from reader.ui.article.strokes import ThickLine  # noqa: PLC0415 - headlines alone

        edges = self.gaps[0], self.gaps[-1]
        size = face.font.pixelSize()
        return ThickLine((self.runs, self.upright), edges, self.baseline, size)

    # --- asking -----------------------------------------------------------------

    @property
    def ruby(self) -> list[Placed]:
        """Where each reading stands; found anew, as only those that are not sure are kept."""
        return self.place_ruby()

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


def _standing(text: str, drawn: Sequence[int], table: GlyphTable) -> list[int]:
    """Which characters are upright: marks are only where the font has a form for that."""
    kinds = classes(text)
    return [
        at
        for at in drawn
        if kinds[at] in KINDS
        and (kinds[at] in "HW" or table.upright(text[at]) != table.indexes[text[at]])
    ]


def _numbers(text: str, lookup: Mapping[str, int]) -> list[int]:
    """The glyphs of a text, two dashes as a long one."""
    numbers = [lookup[char] for char in text]
    at = text.find(_DASHES)
    while at >= 0 and 0 < lookup[_LONG_DASH] < SLOT:
        numbers[at : at + 2] = lookup[_LONG_DASH], lookup[" "]
        at = text.find(_DASHES, at + 2)
    return numbers


def _glyph_runs(
    text: str, drawn: Sequence[int], places: Sequence[float], table: GlyphTable
) -> list[QGlyphRun]:
    """Glyphs of the characters at ``drawn``, one run for each font, from the baseline."""
    numbers = _numbers(text, table.indexes)
    if len(drawn) < len(text):
        numbers = [numbers[at] for at in drawn]
        places = [places[at] for at in drawn]
    return [
        _run(table.fonts[slot], indexes, [QPointF(x, 0.0) for x in xs])
        for slot, indexes, xs in _by_font(numbers, places)
    ]


def _upright_runs(
    text: str, drawn: Sequence[int], places: Sequence[float], table: GlyphTable, middle: float
) -> list[QGlyphRun]:
    """Glyphs that stand in their column, one run for each font."""
    numbers = [table.upright(text[at]) for at in drawn]
    return [
        upright_run(table.fonts[slot], indexes, xs, middle, table.cell)
        for slot, indexes, xs in _by_font(numbers, [places[at] for at in drawn])
    ]


def _by_font(
    numbers: Sequence[int], places: Sequence[float]
) -> Iterator[tuple[int, list[int], Sequence[float]]]:
    """Glyphs and their places, grouped by the slot of their font; nearly always one."""
    if not numbers:
        return
    if max(numbers) < SLOT:
        yield 0, list(numbers), places
        return
    grouped: dict[int, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for number, place in zip(numbers, places, strict=True):
        indexes, xs = grouped[number // SLOT]
        indexes.append(number % SLOT)
        xs.append(place)
    for slot, (indexes, xs) in grouped.items():
        yield slot, indexes, xs


def _run(raw: QRawFont, numbers: list[int], points: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(numbers)
    run.setPositions(points)
    return run
