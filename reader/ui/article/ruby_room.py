"""Room for readings between the characters, and where each reading stands on its line."""

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun

from reader.domain.words import Word
from reader.ui.article.ruby import Unit
from reader.ui.article.ruby_face import RubyFace

_WIDEST = 1 / 3
"""Share of a line above which a word's reading is divided into its syllables."""

_WHOLE_CELL = 0.9
"""Share of a cell from which a character counts as filling it."""


class Placed(NamedTuple):
    """A unit on its line: left edge and width of its reading, in pixels."""

    unit: Unit
    x: float
    width: float


class Ink(NamedTuple):
    """Glyphs of one tone, or of all (0); drawn from the text's baseline."""

    tone: int
    run: QGlyphRun


class RubyRoom:
    """What readings ask of their paragraph: room behind characters, places not to break.

    ``advances`` are the widths of the characters, ``width`` is the line's, ``cell`` that of
    a Han character. ``closed`` are the offsets of closing marks, which stay close to what
    is before them. ``widths`` are the characters' with what stands beside them; ``extras``
    has the pixels to add behind each; ``glued`` are the offsets inside units, where a line
    should not end.
    """

    def __init__(  # noqa: PLR0913 - what makes room is that much
        self,
        units: Iterable[Unit],
        face: RubyFace,
        advances: Sequence[float],
        *,
        cell: float,
        width: float,
        closed: Container[int] = frozenset(),
    ) -> None:
        self._face = face
        self._closed = closed
        self._cell = cell
        self._advances = advances
        self._units = list(_fitting(units, face, width * _WIDEST))
        self._starts = [unit.start for unit in self._units]
        self.extras = [0.0] * len(advances)
        self.glued = frozenset(at for unit in self._units for at in range(unit.start + 1, unit.end))
        self.widths: Sequence[float] = advances
        if face.form.beside:
            self.widths = widths = list(advances)
            for unit in self._units:
                widths[unit.end - 1] += face.column
        else:
            self._keep_apart([self._widen(unit) for unit in self._units])

    def add_word_gaps(self, words: Iterable[Word]) -> None:
        """Set neighbouring words apart: the units where these are whole words, else the words."""
        if self._face.word_gap:
            whole = self._face.form.whole
            for part in self._units if whole else (word for word in words if word.syllables):
                if part.end not in self._closed:
                    self.extras[part.end - 1] += self._face.word_gap

    def _widen(self, unit: Unit) -> float:
        """Widen the gaps inside a unit; return by how much its reading is wider than it then.

        Each gap inside takes an equal share of what is missing and each side half a share,
        so that the characters stand evenly. The result is negative for a short reading.
        """
        count, tracking = unit.end - unit.start, self._face.tracking
        natural = sum(self._advances[unit.start : unit.end]) + (count - 1) * tracking
        missing = self._face.width(unit.text) - natural
        share = missing / count if missing > 0 else 0.0
        for at in range(unit.start, unit.end - 1):
            self.extras[at] = tracking + share
        if unit.end not in self._closed:
            self.extras[unit.end - 1] = tracking
        return share or missing

    def _keep_apart(self, overhangs: Sequence[float]) -> None:
        """Widen the gaps between neighbours so that their readings keep their distance."""
        units, size = self._units, len(self._advances)
        for index, (unit, overhang) in enumerate(zip(units, overhangs, strict=True)):
            if unit.start:
                beside = index > 0 and units[index - 1].end == unit.start
                other = overhangs[index - 1] if beside else self._bare(unit.start - 1)
                self._need(unit.start - 1, other + overhang)
            if unit.end < size:
                beside = index + 1 < len(units) and units[index + 1].start == unit.end
                if not beside:
                    self._need(unit.end - 1, overhang + self._bare(unit.end))

    def _bare(self, at: int) -> float:
        """A reading may reach over a character without one, if that fills a whole cell."""
        advance = self._advances[at]
        return -advance if advance >= self._cell * _WHOLE_CELL else 0.0

    def _need(self, at: int, overhangs: float) -> None:
        self.extras[at] = max(self.extras[at], overhangs / 2 + self._face.gap)

    def placed(self, start: int, end: int, x_of: Callable[[int], float]) -> list[Placed]:
        """Units of the line ``start``-``end``, each where it belongs.

        ``x_of`` gives the left edge of a character.
        """
        found: list[Placed] = []
        first = max(0, bisect_left(self._starts, start) - 1)
        for index in range(first, len(self._units)):
            unit = self._units[index]
            if unit.start >= end:
                break
            part = unit.within(start, end)
            if part is not None:
                found.append(self._place(part, x_of(part.start), x_of(part.end - 1)))
        return found

    def _place(self, unit: Unit, first: float, last: float) -> Placed:
        """Beside the last of its characters, or above the middle of all; left edges given."""
        width = self._face.width(unit.text)
        if self._face.form.beside:
            return Placed(unit, last + self._cell, width)
        return Placed(unit, (min(first, last) + max(first, last) + self._cell - width) / 2, width)


def _fitting(units: Iterable[Unit], face: RubyFace, widest: float) -> Iterator[Unit]:
    """Units that leave a line places to break."""
    for unit in units:
        if unit.inner and face.width(unit.text) > widest:
            yield from unit.divided()
        else:
            yield unit


def inks(placed: Iterable[Placed], face: RubyFace, *, coloured: bool) -> list[Ink]:
    """The readings of a line, ready to draw; ``coloured``: each tone by itself."""
    grouped: dict[tuple[int, bool], tuple[list[int], list[QPointF]]] = {}
    for unit, x, _ in placed:
        for tone, text, left in _toned(unit, face, x) if coloured else ((0, unit.text, x),):
            for numbers, places, mark in face.strokes(text):
                indexes, points = grouped.setdefault((tone, mark), ([], []))
                indexes += numbers
                points += [QPointF(left + dx, y) for dx, y in places]
    found: list[Ink] = []
    for (tone, mark), (indexes, points) in grouped.items():
        run = QGlyphRun()
        run.setRawFont(face.raw_mark if mark else face.raw)
        run.setGlyphIndexes(indexes)
        run.setPositions(points)
        found.append(Ink(tone, run))
    return found


def _toned(unit: Unit, face: RubyFace, x: float) -> Iterator[tuple[int, str, float]]:
    """Tone, text and left edge of each syllable."""
    for piece in unit.pieces:
        yield piece.tone, piece.text, x
        x += face.width(piece.text)
