"""The lines of a manuscript one after another, and which of them belong together.

A heading stays with what follows it, the first two lines of a paragraph stay together
and so do its last two: nothing stands alone at the foot or the head of a page.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reader.domain.document import ParagraphKind
from reader.ui.printing.notes import Mark
from reader.ui.printing.setting import PIECE, Piece, Typesetter

_STAYS_WITH_NEXT = {ParagraphKind.TITLE, ParagraphKind.HEADING}
_SECTION_GAP = 0.9
"""Room before a section that begins in the middle of a page, in lines."""


class Strip(NamedTuple):
    """One line: where it is laid out, its height and the room before it, in units."""

    piece: Piece
    line: int
    before: float
    height: float
    marks: tuple[Mark, ...]


class Group(NamedTuple):
    """Lines that are not to be divided between pages. ``section`` begins with it, if any does."""

    strips: tuple[Strip, ...]
    section: int | None = None


def groups(setter: Typesetter) -> Iterator[Group | None]:
    """Everything in order; ``None`` after each piece of work."""
    firsts = {first: index for index, (first, _) in enumerate(setter.manuscript.sections)}
    waiting: list[Strip] = []
    section: int | None = None
    for index, entry in enumerate(setter.manuscript.entries):
        section = firsts.get(index, section)
        lines = _lines(setter, index, gap=_SECTION_GAP if index in firsts and index else 0.0)
        stays = entry.kind in _STAYS_WITH_NEXT
        if stays or (entry.kind is ParagraphKind.BYLINE and waiting):
            for strip in lines:
                if strip is not None:
                    waiting.append(strip)
                yield None
            continue
        for group in _grouped(lines):
            if group is None:
                yield None
            else:
                yield Group((*waiting, *group), section)
                waiting, section = [], None
    if waiting:
        yield Group(tuple(waiting), section)


def _grouped(lines: Iterator[Strip | None]) -> Iterator[tuple[Strip, ...] | None]:
    """The first two lines, single ones, the last two."""
    begun = False
    held: list[Strip] = []
    for strip in lines:
        if strip is None:
            yield None
            continue
        held.append(strip)
        if not begun and len(held) == 4:
            yield tuple(held[:2])
            held, begun = held[2:], True
        elif begun and len(held) == 3:
            yield (held.pop(0),)
    if held:
        yield tuple(held)


def _lines(setter: Typesetter, index: int, gap: float) -> Iterator[Strip | None]:
    """The lines of one entry, piece by piece; every piece begins where a line did."""
    text = setter.passage(index).text
    start, size = 0, len(text)
    marks = iter(setter.passage(index).marks)
    mark = next(marks, None)
    while start < size:
        piece = Piece(index, start, min(start + PIECE, size))
        layout = setter.layout(piece)
        # The last line of a piece may be short only because the piece ends there.
        count = layout.line_count - (1 if piece.end < size and layout.line_count > 1 else 0)
        pitch = layout.line_height
        for line in range(count):
            before = 0.0
            if line == 0 and start == 0:
                behind = setter.room_after(index - 1) if index else 0.0
                before = layout.top + gap * pitch + behind
            end = start + layout.lines[line].end
            found = []
            while mark is not None and mark.end < end:
                found.append(mark)
                mark = next(marks, None)
            yield Strip(piece, line, before, pitch, tuple(found))
        start += layout.lines[count - 1].end
        yield None
