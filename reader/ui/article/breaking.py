"""Where lines break: at word boundaries, by the Chinese rules for line starts and ends.

The rules (kinsoku, 避头尾) are those of GB/T 15834-2011 §5.1 and CLREQ §3.1.3: closing
marks never begin a line, opening marks never end one, dash and ellipsis stay whole.
Pure arithmetic on advances; knows nothing of Qt.
"""

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from math import inf
from operator import add
from typing import NamedTuple

from reader.domain.script import is_wide

NO_START = frozenset(" 。，、；：？！）》」』】〕〉”’…—·～,.;:?!)]}%‰℃°％〗︶々\u00a0")
NO_END = frozenset("（《「『【〔〈“‘([{〖$￥¥＄#＃№")
BETTER_NOT = frozenset("—…·～")
"""Of these, those that may begin a line if it would gape otherwise (GB/T 15834 allows it)."""

_NEVER_START = NO_START - BETTER_NOT
_PAIRS = frozenset("—…‥")
_NEWLINES = ("\n", "\u2028")

_LOOSE = 0.12
"""Stretch of a gap, in cells, above which a word is divided rather than a line pulled apart."""

_SEEN = 0.03
"""Stretch of a gap, in cells, above which marks are rather pressed than a line pulled apart."""

_MOST_PRESSED = 3
"""Marks that are pressed into a line at most."""

_MOST_STRETCH = 0.5
"""Most a gap is widened in justifying, as a share of a cell; beyond it a line stays ragged."""

_MOST_ALIKE = 6
"""Lines of the longest headline whose lines are made alike; a longer one is no headline."""

_SLOP = 1e-3
"""By how much a line may be too wide: what adding up so many fractions may make of nothing."""


class Line(NamedTuple):
    """Characters ``start`` to ``end`` of a paragraph; ``slack`` is the room still to fill.

    It is negative where marks inside the line have to give up room, 0 where the line is not
    to be justified: the last one, one that would gape.
    """

    start: int
    end: int
    slack: float


class Measures(NamedTuple):
    """What breaking knows of a paragraph; lists by character, all in one unit.

    ``widths`` of the characters and ``extras``, the room added behind each (not needed at a
    line's end); ``heads`` and ``tails``, what a character takes less at the beginning and at
    the end of a line; ``shares``, how much of the missing room may go behind each; ``starts``,
    the offsets at which words begin; ``cell``, the width of a Han character; ``glued``,
    offsets at which no line ends if that can be helped; ``gives``, how much narrower each
    may become inside a line to let a mark in that must not begin the next.
    """

    text: str
    widths: Sequence[float]
    extras: Sequence[float]
    heads: Sequence[float]
    tails: Sequence[float]
    shares: Sequence[int]
    starts: Sequence[int]
    cell: float = 1.0
    glued: AbstractSet[int] = frozenset()
    gives: Sequence[float] = ()


def break_lines(
    measures: Measures,
    width: float,
    *,
    indent: float = 0.0,
    justify: bool = True,
    headline: bool = False,
) -> list[Line]:
    """Divide a paragraph into lines no wider than ``width``.

    ``indent`` shortens the first line. A line always takes at least one character.
    ``headline`` prefers to break where the text has spaces, and makes its lines alike long.
    """
    lines = _break_lines(measures, width, indent=indent, justify=justify, at_spaces=headline)
    if headline and 1 < len(lines) <= _MOST_ALIKE:
        return _alike(measures, width, len(lines))
    return lines


def _alike(measures: Measures, width: float, count: int) -> list[Line]:
    """The same number of lines in the narrowest column that allows it, by bisection."""
    low, high = 0.0, width
    while high - low > measures.cell / 4:
        middle = (low + high) / 2
        tried = _break_lines(measures, middle, justify=False, at_spaces=True)
        low, high = (low, middle) if len(tried) <= count else (middle, high)
    return _break_lines(measures, high, justify=False, at_spaces=True)


def _break_lines(
    measures: Measures,
    width: float,
    *,
    indent: float = 0.0,
    justify: bool = True,
    at_spaces: bool = False,
) -> list[Line]:
    # Only a line that is pulled apart to be full shows what a word boundary leaves.
    breaker = _Breaker(measures, _LOOSE * measures.cell if justify else inf)
    text, size = measures.text, len(measures.text)
    lines: list[Line] = []
    start = 0
    while start < size:
        room = width - (indent if start == 0 else 0.0)
        newline = breaker.newline(start, room)
        end = newline or breaker.line_end(start, room)
        if not newline and end < size and text[end] in _NEWLINES:
            # It takes no room of its own: a full line keeps it.
            end = newline = end + 1
        elif at_spaces and end < size:
            end = _at_space(text, start, end)
        slack = 0.0
        if justify and not newline:
            slack = breaker.slack(start, end, room)
            slack = slack if end < size else min(slack, 0.0)
        lines.append(Line(start, end, slack))
        start = end
    if len(lines) > 1 and not at_spaces:
        breaker.keep_company(lines, width - (indent if len(lines) == 2 else 0.0), justify=justify)
    return lines


class _Breaker:
    """Sums of one paragraph, so that the width of any part of it is one subtraction."""

    def __init__(self, measures: Measures, loose: float) -> None:
        self._text, widths, self._extras, self._heads, self._tails = measures[:5]
        self._places: list[float] = [0.0, *accumulate(map(add, widths, self._extras))]
        self._shares: list[int] = [0, *accumulate(measures.shares)]
        self._boundaries = frozenset(measures.starts)
        self._glued = measures.glued
        self._gives = measures.gives
        self._seen = _SEEN * measures.cell
        self._loose = loose
        self._most = _MOST_STRETCH * measures.cell

    def newline(self, start: int, room: float) -> int | None:
        """End of the line if a line break character comes before the room is used up."""
        limit = bisect_right(self._places, self._places[start] + room)
        found = [at for mark in _NEWLINES if (at := self._text.find(mark, start, limit)) >= 0]
        return min(found) + 1 if found else None

    def line_end(self, start: int, room: float) -> int:
        """Offset at which the line that begins at ``start`` ends."""
        places, size = self._places, len(self._text)
        limit = places[start] + room + self._heads[start] + _SLOP
        most = max(bisect_right(places, limit) - 1, start)
        while most < size and self._behind(most + 1) <= limit:
            most += 1
        most = max(most, start + 1)
        if most >= size:
            return size
        end = self._natural_end(start, most, room)
        if self._text[most] in _NEVER_START and self._gives and self._loose < inf:
            left = room - self.used(start, end)
            if left > self._seen * max(1, self._gaps(start, end)):
                return self._pressed_end(start, most, limit) or end
        return end

    def _pressed_end(self, start: int, most: int, limit: float) -> int | None:
        """Where the line ends if marks in it give way for those that follow (挤进)."""
        text, end = self._text, most
        while end < len(text) and end - most < _MOST_PRESSED and text[end] in NO_START:
            end += 1
        if end < len(text) and text[end] in NO_START:
            return None
        fits = self._behind(end) - limit <= sum(self._gives[start : end - 1])
        return end if fits else None

    def _natural_end(self, start: int, most: int, room: float) -> int:
        """The best break up to ``most``: between words, else between characters."""
        at_word = self._last(start, most, self._boundaries)
        if at_word is not None and not self._gapes(start, at_word, room):
            return at_word
        inside = self._last(start, most, None)
        if inside is None or self._gapes(start, inside, room):
            inside = self._last(start, most, None, _NEVER_START) or inside
        return inside or at_word or self._inside_word(start, most)

    def _inside_word(self, start: int, most: int) -> int:
        """Where a word that is longer than the line is cut: beside no mark that forbids it."""
        text = self._text
        for at in range(most, start, -1):
            before, after = text[at - 1], text[at]
            pair = before == after and before in _PAIRS
            if after not in NO_START and before not in NO_END and not pair:
                return at
        return most

    def _gapes(self, start: int, end: int, room: float) -> bool:
        """Whether a line, made full, would show that it was pulled apart."""
        return room - self.used(start, end) > self._loose * max(1, self._gaps(start, end))

    def keep_company(self, lines: list[Line], room: float, *, justify: bool) -> None:
        """Let no character end a paragraph alone in a line (孤字) if the one before bears it."""
        start, end, _ = lines[-2]
        last = self._text[end : lines[-1].end]
        if len(last.rstrip("".join(NO_START))) != 1 or self._text[end - 1] in _NEWLINES:
            return
        earlier = self._last(start, end - 1, self._boundaries) or self._last(start, end - 1, None)
        if earlier is None or end - earlier > 2 or self.used(earlier, lines[-1].end) > room:
            return
        if not self._gapes(start, earlier, room):
            slack = self.slack(start, earlier, room) if justify else 0.0
            lines[-2:] = Line(start, earlier, slack), Line(earlier, lines[-1].end, 0.0)

    def used(self, start: int, end: int) -> float:
        """Width of a line."""
        return self._behind(end) - self._places[start] - self._heads[start]

    def slack(self, start: int, end: int, room: float) -> float:
        """Room left on a line, or 0 if its gaps would grow too much; negative: what is over."""
        left, gaps = room - self.used(start, end), self._gaps(start, end)
        if left < -_SLOP:
            return left if -left <= sum(self._gives[start : end - 1]) + _SLOP else 0.0
        return left if _SLOP < left <= gaps * self._most else 0.0

    def _behind(self, end: int) -> float:
        """Where a line that ends at ``end`` ends."""
        return self._places[end] - self._extras[end - 1] - self._tails[end - 1]

    def _gaps(self, start: int, end: int) -> int:
        return self._shares[end - 1] - self._shares[start]

    def _last(
        self,
        start: int,
        most: int,
        boundaries: frozenset[int] | None,
        no_start: frozenset[str] = NO_START,
    ) -> int | None:
        """Last allowed break in (start, most]; without boundaries, anywhere between cells."""
        text = self._text
        for at in range(most, start, -1):
            before, after = text[at - 1], text[at]
            if after in no_start or before in NO_END:
                continue
            if before == after and before in _PAIRS:
                continue
            if boundaries is None:
                if at in self._glued:
                    continue
                if is_wide(before) or is_wide(after) or before == " ":
                    return at
            elif at in boundaries:
                return at
            if most - at > 64 and boundaries is not None:
                return None
        return None


def _at_space(text: str, start: int, end: int) -> int:
    """The break behind the last space of the line, if the line is then not too short."""
    space = max(text.rfind(" ", start, end), text.rfind("\u3000", start, end))
    return space + 1 if space >= start and space + 1 - start >= (end - start) // 2 else end
