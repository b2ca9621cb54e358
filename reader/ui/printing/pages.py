"""Dividing a manuscript into pages: as many lines as fit with the footnotes they ask for."""

from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

from reader.ui.article.typography import RUBY_SPREAD, face_of
from reader.ui.printing.notes import Mark, NoteLayout
from reader.ui.printing.setting import Piece, Typesetter
from reader.ui.printing.sheet import Sheet
from reader.ui.printing.strips import Group, Strip, groups

_ROW = 7
"""Numbers that are kept of a line."""

_RULE = 0.9
"""Room between text and footnotes, in lines of a footnote."""


class PlacedStrip(NamedTuple):
    """A line and the y of its upper edge on the page."""

    strip: Strip
    y: float


class Page:
    """One page. ``section`` is the one at its top; ``opened`` those that begin on it.

    A book has tens of thousands of lines: they are kept as numbers, because collecting
    garbage among as many objects would hold up the window.
    """

    __slots__ = ("_marks", "_rows", "notes", "number", "opened", "section")

    def __init__(
        self,
        number: int,
        strips: Iterable[PlacedStrip],
        notes: tuple[Mark, ...],
        section: int,
        opened: tuple[int, ...],
    ) -> None:
        self.number = number
        self.notes = notes
        self.section = section
        self.opened = opened
        self._rows = array("d")
        self._marks: tuple[tuple[int, tuple[Mark, ...]], ...] = ()
        for at, (strip, y) in enumerate(strips):
            self._rows.extend((*strip.piece, strip.line, strip.before, strip.height, y))
            if strip.marks:
                self._marks += ((at, strip.marks),)

    @property
    def strips(self) -> list[PlacedStrip]:
        """Its lines and where they stand."""
        marks = dict(self._marks)
        return [
            PlacedStrip(_strip(self._rows[at : at + _ROW], marks.get(at // _ROW, ())), y)
            for at, y in zip(
                range(0, len(self._rows), _ROW), self._rows[_ROW - 1 :: _ROW], strict=True
            )
        ]

    @property
    def first(self) -> Piece | None:
        """What its first line is of."""
        return Piece(*map(int, self._rows[:3])) if self._rows else None

    @property
    def last_entry(self) -> int | None:
        """The entry of its last line."""
        return int(self._rows[-_ROW]) if self._rows else None


def _strip(row: "array[float]", marks: tuple[Mark, ...]) -> Strip:
    entry, start, end, line = map(int, row[:4])
    return Strip(Piece(entry, start, end), line, row[4], row[5], marks)


class Paginator:
    """Makes the pages of one manuscript on one sheet."""

    def __init__(self, setter: Typesetter, sheet: Sheet) -> None:
        self._setter = setter
        self._sheet = sheet
        self._column = setter.column
        self._notes: dict[int, NoteLayout] = {}
        self._own_pages = _sections_are_long(setter)
        self._strips: list[PlacedStrip] = []
        self._marks: list[Mark] = []
        self._carried: deque[Mark] = deque()
        self._opened: list[int] = []
        self._y = 0.0
        self._number = 0
        self._section = 0

    def pages(self) -> Iterator[Page | None]:
        """The pages in order; ``None`` after each piece of work, so that others may work too."""
        for group in groups(self._setter):
            if group is None:
                yield None
                continue
            if self._strips and (self._wants_page(group) or not self._fits(group.strips)):
                yield self._finish()
            # A heading is not left alone for its footnotes: what finds no room goes on behind.
            if self._fits(group.strips) or self._lines_fit(group.strips):
                self._put(group.strips, group.section)
                continue
            for strip in group.strips:  # more than a page holds
                if self._strips and not self._fits((strip,)):
                    yield self._finish()
                self._put((strip,), group.section if strip is group.strips[0] else None)
        while self._strips or self._marks:
            yield self._finish()

    def note(self, mark: Mark) -> NoteLayout:
        """The footnote of a mark, laid out once."""
        known = self._notes.get(mark.number)
        if known is None:
            width = self._column.width()
            known = self._notes[mark.number] = NoteLayout(mark, self._sheet.note_size, width)
        return known

    def notes_height(self, marks: list[Mark]) -> float:
        """Height of these footnotes with the rule above them."""
        if not marks:
            return 0.0
        rule = _RULE * self._sheet.note_size * 1.45
        return rule + sum(self.note(mark).height for mark in marks)

    def _wants_page(self, group: Group) -> bool:
        return self._own_pages and group.section is not None

    def _fits(self, strips: tuple[Strip, ...]) -> bool:
        height = sum(strip.before + strip.height for strip in strips)
        if not self._strips and strips:
            height -= strips[0].before
        marks = self._marks + [mark for strip in strips for mark in strip.marks]
        return self._y + height + self.notes_height(marks) <= self._column.height()

    def _lines_fit(self, strips: tuple[Strip, ...]) -> bool:
        """Whether an empty page holds these lines, if not all of their footnotes."""
        height = sum(strip.before + strip.height for strip in strips) - strips[0].before
        return not self._strips and self._y + height <= self._column.height()

    def _put(self, strips: tuple[Strip, ...], section: int | None) -> None:
        if section is not None:
            self._opened.append(section)
        for strip in strips:
            if self._strips:  # what stands first on a page needs no room before it
                self._y += strip.before
            self._strips.append(PlacedStrip(strip, self._column.top() + self._y))
            self._y += strip.height
            self._marks += strip.marks

    def _finish(self) -> Page:
        """The page as it is; footnotes that found no room go to the next one."""
        shown = list(self._marks)
        room = self._column.height() - self._y
        least = 0 if self._strips else 1
        while len(shown) > least and self.notes_height(shown) > room:
            self._carried.appendleft(shown.pop())
        self._number += 1
        if self._opened and self._strips[0].strip.piece.entry == self._first(self._opened[0]):
            self._section = self._opened[0]
        page = Page(self._number, self._strips, tuple(shown), self._section, tuple(self._opened))
        if self._opened:
            self._section = self._opened[-1]
        self._strips, self._opened, self._y = [], [], 0.0
        self._marks = list(self._carried)
        self._carried.clear()
        return page

    def _first(self, section: int) -> int:
        return self._setter.manuscript.sections[section][0]


def _sections_are_long(setter: Typesetter) -> bool:
    """Whether each section begins a page, as chapters do and short articles do not."""
    manuscript = setter.manuscript
    if len(manuscript.sections) < 2:
        return False
    measured = face_of(setter.setting)
    in_line = setter.column.width() / (measured.cell * RUBY_SPREAD[setter.setting.ruby.form.extent])
    in_page = in_line * setter.column.height() / measured.pitch
    starts = [first for first, _ in manuscript.sections] + [len(manuscript.entries)]
    sizes = [0, *accumulate(entry.end - entry.start for entry in manuscript.entries)]
    return median(sizes[other] - sizes[one] for one, other in pairwise(starts)) > in_page
