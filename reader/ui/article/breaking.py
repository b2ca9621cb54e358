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
from typing import NamedTuple

from reader.domain.script import is_wide

NO_START = frozenset("。，、；：？！）》」』】〕〉”’…—·～,.;:?!)]}%‰℃°％〗︶々")
NO_END = frozenset("（《「『【〔〈“‘([{〖$￥¥＄#＃№")
_PAIRS = frozenset("—…‥")
_NEWLINES = ("\n", "\u2028")

_LOOSE = 0.16
"""Stretch of a gap, in cells, above which a word is divided rather than a line pulled apart."""

_MOST_STRETCH = 0.5
"""Most a gap is widened in justifying, as a share of a cell; beyond it a line stays ragged."""


class Line(NamedTuple):
    """Characters ``start`` to ``end`` of a paragraph; ``stretch`` is added to each gap inside."""

    start: int
    end: int
    stretch: float


def break_lines(  # noqa: PLR0913 - a paragraph has that many properties
    text: str,
    advances: Sequence[float],
    extras: Sequence[float],
    starts: Sequence[int],
    width: float,
    *,
    indent: float = 0.0,
    cell: float = 1.0,
    justify: bool = True,
    at_spaces: bool = False,
    glued: AbstractSet[int] = frozenset(),
) -> list[Line]:
    """Divide a paragraph into lines no wider than ``width``.

    ``advances`` are widths of the characters and ``extras`` the room added behind each
    (not needed at a line's end); ``starts`` are the offsets at which words begin;
    ``indent`` shortens the first line; ``cell`` is the width of a Han character. All in
    one unit. A line always takes at least one character. ``at_spaces`` prefers to break
    where the text has spaces, as headlines of several parts do. ``glued`` are offsets at
    which no line ends if that can be helped.
    """
    size = len(text)
    places = [0.0, *accumulate(a + e for a, e in zip(advances, extras, strict=True))]
    boundaries = frozenset(starts)
    # Only a line that is pulled apart to be full shows what a word boundary leaves.
    loose = _LOOSE * cell if justify else inf
    lines: list[Line] = []
    start = 0
    while start < size:
        room = width - (indent if start == 0 else 0.0)
        newline = _newline(text, start, places, room)
        end = newline or _line_end(text, places, extras, boundaries, glued, start, room, loose)
        if not newline and end < size and text[end] in _NEWLINES:
            # It takes no room of its own: a full line keeps it.
            end = newline = end + 1
        elif at_spaces and end < size:
            end = _at_space(text, start, end)
        used = places[end] - places[start] - extras[end - 1]
        stretch = 0.0
        if justify and end < size and not newline:
            stretch = _stretch(room - used, end - start - 1, cell)
        lines.append(Line(start, end, stretch))
        start = end
    return lines


def _newline(text: str, start: int, places: Sequence[float], room: float) -> int | None:
    """End of the line if a line break character comes before the room is used up."""
    limit = bisect_right(places, places[start] + room)
    found = [at for mark in _NEWLINES if (at := text.find(mark, start, limit)) >= 0]
    return min(found) + 1 if found else None


def _line_end(  # noqa: PLR0913, PLR0917
    text: str,
    places: Sequence[float],
    extras: Sequence[float],
    boundaries: frozenset[int],
    glued: AbstractSet[int],
    start: int,
    room: float,
    loose: float,
) -> int:
    """Offset at which the line that begins at ``start`` ends."""
    size = len(text)
    most = bisect_right(places, places[start] + room) - 1
    while most < size and places[most + 1] - extras[most] - places[start] <= room:
        most += 1
    most = max(most, start + 1)
    if most >= size:
        return size
    at_word = _last(text, start, most, boundaries)
    if at_word is not None:
        left = room - (places[at_word] - places[start] - extras[at_word - 1])
        if left <= loose * max(1, at_word - start - 1):
            return at_word
    inside = _last(text, start, most, None, glued)
    return inside or at_word or most


def _at_space(text: str, start: int, end: int) -> int:
    """The break behind the last space of the line, if the line is then not too short."""
    space = max(text.rfind(" ", start, end), text.rfind("\u3000", start, end))
    return space + 1 if space >= start and space + 1 - start >= (end - start) // 2 else end


def _last(
    text: str,
    start: int,
    most: int,
    boundaries: frozenset[int] | None,
    glued: AbstractSet[int] = frozenset(),
) -> int | None:
    """Last allowed break in (start, most]; without boundaries, anywhere between cells."""
    for at in range(most, start, -1):
        before, after = text[at - 1], text[at]
        if after in NO_START or before in NO_END:
            continue
        if before == after and before in _PAIRS:
            continue
        if boundaries is None:
            if at in glued:
                continue
            if is_wide(before) or is_wide(after) or before == " ":
                return at
        elif at in boundaries:
            return at
        if most - at > 64 and boundaries is not None:
            return None
    return None


def _stretch(left: float, gaps: int, cell: float) -> float:
    """Room to add to each of ``gaps`` so that the line is full, or 0 if it would gape."""
    if gaps <= 0 or left <= 0:
        return 0.0
    share = left / gaps
    return share if share <= _MOST_STRETCH * cell else 0.0
