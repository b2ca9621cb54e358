"""Laying out a card: each block is one or two QTextLayouts, its words are stretches of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reader.ui import fonts
from reader.ui.article.inks import brush, rounded
from reader.ui.article.utf16 import Utf16Map
from reader.ui.card.blocks import (
    BODY,
    CHARACTER,
    CHINESE,
    HEAD,
    LABEL,
    MORE,
    OTHER,
    PINYIN,
    SMALL,
    SOFT,
    STRONG,
    Block,
    Run,
    Target,
)
from reader.ui.card.readings import PLAIN, Manner, without_joiners
from reader.ui.theme import SPACE, Theme

Divide = Callable[[str], "Sequence[tuple[int, int]]"]
"""Cuts Chinese text into words."""

_LEAST = 60
"""Pixels of text that a column has at least, however narrow the card."""
_NOTE_PADDING = SPACE[2]

_SOFT_STYLES = frozenset({SOFT, SMALL, LABEL, OTHER})


def style_font(style: str, typeface: str) -> QFont:
    """The font of a style, in the size of the interface."""
    return _style_font(style, typeface, fonts.scaled(100))


@lru_cache(maxsize=32)
def _style_font(style: str, typeface: str, _percent: int) -> QFont:
    if style in {HEAD, CHARACTER, CHINESE, OTHER}:
        size = {HEAD: 26, CHARACTER: 18, OTHER: 16}.get(style, 15)
        return fonts.reading(fonts.scaled(size), typeface=typeface)
    if style in {LABEL, SMALL, MORE}:
        font = fonts.interface("small", strong=style == LABEL)
        if style == LABEL:
            font.setPixelSize(fonts.scaled(11))
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        return font
    font = fonts.interface("body", strong=style == STRONG)
    if style == STRONG:  # seen also where the face of the system has one weight only
        font.setPixelSize(fonts.scaled(15))
    return font


class Cell:
    """One text at a place: ``x``, ``y`` of its upper left corner, ``runs`` by their offsets."""

    def __init__(self, runs: Sequence[Run], theme: Theme, manner: Manner = PLAIN) -> None:
        self.text = "".join(run.text for run in runs)
        self.runs: list[tuple[int, Run]] = []
        at = 0
        for run in runs:
            self.runs.append((at, run))
            at += len(run.text)
        self._units = Utf16Map(self.text)
        # A line break in a note is one for Qt too, but no paragraph's end.
        self._layout = QTextLayout(self.text.replace("\n", "\u2028"))
        self._layout.setFont(style_font(runs[0].style if runs else BODY, manner.typeface))
        self._layout.setTextOption(_OPTION)
        self._layout.setFormats([self._format(at, run, theme, manner) for at, run in self.runs])
        self.x = self.y = self.height = 0.0

    def _format(self, at: int, run: Run, theme: Theme, manner: Manner) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = self._units.to_units(at)
        made.length = self._units.to_units(at + len(run.text)) - made.start
        made.format = _char_format(run.style, theme, manner)
        return made

    def place(self, x: float, y: float, width: float) -> None:
        """Divide the lines for a width."""
        self.x, self.y = x, y
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, _LEAST))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        self.height = height

    @property
    def ascent(self) -> float:
        """From the upper edge to the first baseline."""
        return self._layout.lineAt(0).ascent() if self._layout.lineCount() else 0.0

    def line_bottoms(self) -> list[float]:
        """Lower edge of every line, in the card's coordinates."""
        lines = map(self._layout.lineAt, range(self._layout.lineCount()))
        return [self.y + line.y() + line.height() for line in lines]

    def draw(self, painter: QPainter) -> None:
        """Draw the text."""
        self._layout.draw(painter, QPointF(self.x, self.y))

    def offset_at(self, point: QPointF, *, between: bool = False) -> int | None:
        """The character under a point, none beside the text; or the nearest gap."""
        x, y = point.x() - self.x, point.y() - self.y
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            last = index == self._layout.lineCount() - 1
            if y < line.y() + line.height() or (between and last):
                if between:
                    return self._units.to_points(line.xToCursor(x))
                inside = 0 <= x < line.naturalTextWidth() and y >= line.y()
                how = QTextLine.CursorPosition.CursorOnCharacter
                return self._units.to_points(line.xToCursor(x, how)) if inside else None
        return None

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Where a stretch of the text stands, a rectangle a line."""
        first, last = self._units.to_units(start), self._units.to_units(end)
        found = []
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            begin = max(first, line.textStart())
            finish = min(last, line.textStart() + line.textLength())
            if begin < finish:
                left, right = _x(line, begin), _x(line, finish)
                top = self.y + line.y()
                found.append(QRectF(self.x + left, top, right - left, line.height()))
        return found

    def targets(self, divide: Divide) -> list[tuple[int, int, Target]]:
        """The words in it: half-open range of the text, and what they stand for."""
        found: list[tuple[int, int, Target]] = []
        for at, run in self.runs:
            end = at + len(run.text)
            if run.target is not None:
                # A word may have several runs: the syllables of a reading in colours.
                whole = bool(found) and found[-1][1] == at and found[-1][2] is run.target
                start = found.pop()[0] if whole else at
                found.append((start, end, run.target))
            elif run.free:
                found += [
                    (at + start, at + end, Target(run.text, start, end))
                    for start, end in divide(run.text)
                ]
        return found


def _x(line: QTextLine, units: int) -> float:
    found = cast("tuple[float, int]", line.cursorToX(units))
    return found[0]


class Place(NamedTuple):
    """A gap between characters: index of the cell and offset in it."""

    cell: int
    offset: int


class CardLayout:
    """Blocks laid out for ``width`` pixels. Coordinates are the card's own."""

    def __init__(
        self, blocks: Sequence[Block], width: float, theme: Theme, manner: Manner = PLAIN
    ) -> None:
        self._look = (theme, manner)
        self.cells: list[Cell] = []
        self._tints: list[QRectF] = []
        self._labels: list[tuple[float, float]] = []
        self._blocks: list[int] = []
        y = 0.0
        for number, block in enumerate(blocks):
            y += block.above if number else 0
            y = self._add(block, number, y, width)
        self.height = y

    def _add(self, block: Block, number: int, y: float, width: float) -> float:
        padding = _NOTE_PADDING if block.note else 0
        left = padding + block.indent
        body = Cell(block.runs, *self._look)
        body.place(left, y + padding, width - left - padding)
        if block.mark:
            mark = Cell(block.mark, *self._look)
            mark.place(padding, y, max(block.indent, 1))
            # One baseline for both; the higher one decides.
            rise = mark.ascent - body.ascent
            mark.y += max(0.0, -rise)
            body.y += max(0.0, rise)
            self.cells.append(mark)
            self._blocks.append(number)
            bottom = max(body.y + body.height, mark.y + mark.height)
        else:
            bottom = body.y + body.height
        self.cells.append(body)
        self._blocks.append(number)
        if block.note:
            self._tints.append(QRectF(0, y, width, bottom + padding - y))
        if block.is_label:
            self._labels.append((y, bottom))
        return bottom + padding

    def cut(self, most: float) -> float:
        """The lower edge of what fits into ``most`` pixels: whole lines, no lonely label."""
        if self.height <= most:
            return self.height
        bottoms = sorted({bottom for cell in self.cells for bottom in cell.line_bottoms()})
        fitting = [
            bottom
            for bottom in bottoms
            if bottom <= most and not any(top < bottom <= end for top, end in self._labels)
        ]
        return fitting[-1] if fitting else (bottoms[0] if bottoms else 0.0)

    def draw(self, painter: QPainter, bottom: float) -> None:
        """Draw what stands above ``bottom``."""
        if self._tints:
            painter.fillPath(rounded(self._tints, SPACE[1]), brush(self._look[0].note))
        for cell in self.cells:
            if cell.y < bottom:
                cell.draw(painter)

    # --- words ------------------------------------------------------------------

    def target_at(self, point: QPointF, divide: Divide) -> tuple[int, int, int, Target] | None:
        """The word under a point: cell, range, and what it stands for."""
        for index, cell in enumerate(self.cells):
            if cell.y <= point.y() < cell.y + cell.height:
                offset = cell.offset_at(point)
                if offset is None or not _may_be_word(cell, offset):
                    continue
                for start, end, target in cell.targets(divide):
                    if start <= offset < end:
                        return index, start, end, target
        return None

    # --- selecting --------------------------------------------------------------

    def place_at(self, point: QPointF) -> Place | None:
        """The gap between characters that is nearest to a point."""
        if not self.cells:
            return None

        def distance(index: int) -> tuple[float, float]:
            cell = self.cells[index]
            below = max(cell.y - point.y(), point.y() - cell.y - cell.height, 0.0)
            return below, abs(cell.x - point.x()) if point.x() >= cell.x else 1e6

        index = min(range(len(self.cells)), key=distance)
        offset = self.cells[index].offset_at(point, between=True)
        return Place(index, offset or 0)

    def selected(self, first: Place, last: Place) -> list[tuple[int, int, int]]:
        """The range of every cell from one place to another: cell, start, end."""
        first, last = sorted((first, last))
        found = []
        for index in range(first.cell, last.cell + 1):
            start = first.offset if index == first.cell else 0
            end = last.offset if index == last.cell else len(self.cells[index].text)
            if end > start:
                found.append((index, start, end))
        return found

    def text(self, first: Place | None = None, last: Place | None = None) -> str:
        """The text, or what is selected of it: a line a block."""
        if first is None or last is None:
            first, last = Place(0, 0), Place(len(self.cells) - 1, 1 << 30)
        lines: dict[int, list[str]] = {}
        for index, start, end in self.selected(first, last):
            lines.setdefault(self._blocks[index], []).append(self.cells[index].text[start:end])
        return without_joiners("\n".join("  ".join(cells) for cells in lines.values()))


def _may_be_word(cell: Cell, offset: int) -> bool:
    """Whether the run at an offset holds words at all, so that most texts are never divided."""
    for at, run in reversed(cell.runs):
        if at <= offset:
            return run.target is not None or run.free
    return False


@lru_cache(maxsize=64)
def _char_format(style: str, theme: Theme, manner: Manner) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(style_font(style, manner.typeface))
    colour = theme.ink
    if style.startswith(PINYIN):
        colour = _pinyin_colour(style, manner.colours, theme)
    elif style == MORE:
        colour = theme.accent
    elif style in _SOFT_STYLES:
        colour = theme.ink_soft
    made.setForeground(brush(colour))
    return made


def _pinyin_colour(style: str, palette: str, theme: Theme) -> str:
    """The colour of readings, or of the tone that the style ends with."""
    number = style.removeprefix(PINYIN)
    if not number:
        return theme.pinyin
    from reader.ui.tone_colours import tone_colours  # noqa: PLC0415 - few readers have colours

    return tone_colours(palette, theme)[int(number)]


_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
