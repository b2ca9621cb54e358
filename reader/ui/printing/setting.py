"""Paragraphs as they are set on paper: with numbers behind terms, and in pieces when long."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QRectF

from reader.domain.words import Word
from reader.services.excerpt import Passage, clipped
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.ruby import Vocabulary, units_of
from reader.ui.article.typography import Setting, Style, face_of, room_below, style_of
from reader.ui.printing.manuscript import Manuscript
from reader.ui.printing.notes import Mark, Numbering

ROOM = "\u00a0"
"""Keeps the room of one digit of a footnote's number; never begins a line."""

PIECE = 500
"""Characters set at once: what takes longer would be felt in the window."""

_PASSAGES = 4
_LAYOUTS = 8
"""What is kept: enough to go on with, for each holds thousands of objects."""


class Piece(NamedTuple):
    """Characters ``start`` to ``end`` of an entry as it is set (with room for numbers)."""

    entry: int
    start: int
    end: int


class Numbered(NamedTuple):
    """An entry with ``ROOM`` put in; ``marks`` have the offset of their room as ``end``."""

    text: str
    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    starts: list[int]
    revealed: tuple[int, int] = (0, 0)


class Typesetter:
    """Lays out pieces of a manuscript in a column (units of the sheet); keeps the last ones."""

    def __init__(  # noqa: PLR0913, PLR0917 - what is set, how, and with what
        self,
        manuscript: Manuscript,
        setting: Setting,
        column: QRectF,
        numbering: Numbering | None,
        vocabulary: Vocabulary | None = None,
        revealed: Mapping[int, tuple[int, int]] = MappingProxyType({}),
    ) -> None:
        self._revealed = revealed
        self.manuscript = manuscript
        self.setting = setting
        self.column = column
        self._numbering = numbering
        self._vocabulary = vocabulary
        self._passages: OrderedDict[int, Numbered] = OrderedDict()
        self._layouts: OrderedDict[Piece, ParagraphLayout] = OrderedDict()

    def style(self, index: int) -> Style:
        """Looks of an entry."""
        entry = self.manuscript.entries[index]
        before = self.manuscript.entries[index - 1].kind if index else None
        style = style_of(entry.kind, before)
        return style if entry.begins else style._replace(indent=0.0, before=0.0)

    def room_after(self, index: int) -> float:
        """Room that an entry wants behind it, in units."""
        if not self.manuscript.entries[index].ends:
            return 0.0
        return room_below(self.style(index), self.setting) * face_of(self.setting).pitch

    def passage(self, index: int) -> Numbered:
        """An entry with its numbers."""
        known = self._passages.get(index)
        if known is None:
            passage = self.manuscript.passage(index)
            marks = self._numbering.marks(index, passage) if self._numbering else ()
            known = numbered(passage, marks)
            if passage.paragraph in self._revealed:
                touched = passage.touched(*self._revealed[passage.paragraph])
                if touched:
                    span = known.words[touched[0]].start, known.words[touched[-1]].end
                    known = known._replace(revealed=span)
            self._passages[index] = known
            if len(self._passages) > _PASSAGES:
                self._passages.popitem(last=False)
        return known

    def layout(self, piece: Piece) -> ParagraphLayout:
        """A piece, laid out now or lately."""
        known = self._layouts.get(piece)
        if known is None:
            known = self._layouts[piece] = self._lay_out(piece)
            if len(self._layouts) > _LAYOUTS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(piece)
        return known

    def shown(self, piece: Piece) -> str:
        """The characters of a piece as they are drawn."""
        text = self.layout(piece).text
        return self.setting.respell(text) if self.setting.respell else text

    def _lay_out(self, piece: Piece) -> ParagraphLayout:
        whole = self.passage(piece.entry)
        style = self.style(piece.entry)
        text, words = whole.text, whole.words
        if piece.start or piece.end < len(text):
            first = max(0, bisect_right(whole.starts, piece.start) - 1)
            last = bisect_right(whole.starts, piece.end)
            words = clipped(text, words[first:last], piece.start, piece.end)
            text = text[piece.start : piece.end]
        if piece.start:
            style = style._replace(indent=0.0, before=0.0)
        low, high = (at - piece.start for at in whole.revealed)
        spans = [(low, high)] if low < high else []
        units = units_of(text, words, self.setting.ruby, self._vocabulary, spans)
        return ParagraphLayout(text, words, style, self.setting, self.column.width(), units)


def whole_cells(column: QRectF, setting: Setting) -> QRectF:
    """The column with a width of whole characters, in the middle of where it was."""
    cell = face_of(setting).cell
    left = column.width() % cell if column.width() > 4 * cell else 0.0
    return column.adjusted(left / 2, 0, -left / 2, 0)


def numbered(passage: Passage, marks: tuple[Mark, ...]) -> Numbered:
    """Put room for the numbers of footnotes behind their terms, as a part of these words."""
    if not marks:
        return Numbered(passage.text, passage.words, (), [w.start for w in passage.words])
    by_end = {mark.end: mark for mark in marks}
    texts: list[str] = []
    words: list[Word] = []
    placed: list[Mark] = []
    shift = at = 0
    for word in passage.words:
        start, moved = word.start + shift, shift
        texts.append(passage.text[at : word.end])
        mark = by_end.get(word.end)
        if mark is not None:
            placed.append(mark._replace(end=word.end + shift))
            room = ROOM * len(str(mark.number))
            texts.append(room)
            shift += len(room)
        parts = tuple(p._replace(start=p.start + moved, end=p.end + moved) for p in word.parts)
        words.append(word._replace(start=start, end=word.end + shift, parts=parts))
        at = word.end
    texts.append(passage.text[at:])
    return Numbered("".join(texts), tuple(words), tuple(placed), [w.start for w in words])
