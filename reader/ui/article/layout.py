"""Layout of one paragraph: lines of text, pinyin above them, and what stands where.

Widths and the room between characters are ``spacing``'s, the lines ``breaking``'s: arithmetic
on advances alone. A line finds its glyphs when it is first seen (``lines``), so that a
paragraph of any length costs only its visible lines.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import add

from PySide6.QtCore import QRectF

from reader.domain.words import Word, WordKind
from reader.ui.article.breaking import Line, Measures, break_lines
from reader.ui.article.classes import CLOSING, OPENING
from reader.ui.article.lines import ShapedLine
from reader.ui.article.ruby import Unit, units_of
from reader.ui.article.ruby_room import Placed, RubyRoom, inks
from reader.ui.article.spacing import Spacing, press, space, spread
from reader.ui.article.typography import WORD_GAPS, Setting, Style, face_of, room_below
from reader.ui.article.upright import stood_up


class ParagraphLayout:
    """Measured lines of one paragraph, in pixels from its upper left corner.

    Of a very long paragraph it is one portion, ``start`` to ``end``, with its words alone.
    Every offset that goes in or comes out is one of the whole paragraph, ``text``.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a paragraph is all of it
        self,
        text: str,
        words: Sequence[Word],
        style: Style,
        setting: Setting,
        width: float,
        units: Sequence[Unit] | None = None,
        portion: tuple[int, int] | None = None,
    ) -> None:
        """``units`` stand above the text; by default what ``setting`` asks for."""
        if units is None:
            units = units_of(text, words, setting.ruby)
        self.text = text
        self.start, self.end = portion or (0, len(text))
        self.words = words
        self.style = style
        self.width = width
        self.analysed = bool(words)
        self._starts = [word.start for word in words]
        self.setting = setting
        ruby = setting.ruby.here_and_there if units else setting.ruby
        self.face = face_of(setting._replace(ruby=ruby), style)
        self.line_height = self.face.pitch
        self._ruby: RubyRoom | None = None
        own = text[self.start : self.end]
        self._shown = setting.respell(own) if setting.respell else own
        self._spacing = self._space(units)
        self.lines = self._divide()
        body_pitch = face_of(setting).pitch
        self.top = round(style.before * body_pitch) if self.start == 0 else 0
        below = round(room_below(style, setting) * body_pitch) if self.end == len(text) else 0
        self.height = self.top + self.line_height * len(self.lines) + below
        self._line_ends = [line.end for line in self.lines]
        self._shaped: dict[int, ShapedLine] = {}

    # --- making -----------------------------------------------------------------

    def _space(self, units: Sequence[Unit]) -> Spacing:
        """Room of the characters laid out: marks and Latin by the rules, then pinyin and words."""
        measure, words = self.face, self.words
        text = self._shown
        table = measure.glyphs
        made = space(
            text,
            measure.advances(text),
            measure.cell,
            table.ink,
            self.setting.marks,
            table.upright_ink if self.setting.vertical else None,
        )
        if self.start:
            units = [unit.moved(-self.start) for unit in units]
            words = [
                word._replace(start=word.start - self.start, end=word.end - self.start)
                for word in words
            ]
        gap = WORD_GAPS[self.setting.word_gap] * measure.cell
        ends = _ends_before_words(words) if gap else []
        for at in ends:  # A word beside Latin has a gap already.
            made.extras[at] = max(made.extras[at], gap)
        if units:
            self._ruby = RubyRoom(
                units,
                measure.ruby,
                made.widths,
                cell=measure.cell,
                width=self.width,
                closed={at for at, char in enumerate(text) if char in CLOSING},
            )
            self._ruby.add_word_gaps(words)
            for at in ends:
                self._ruby.extras[at] += gap
            made.extras[:] = map(max, made.extras, self._ruby.extras)
            made.widths[:] = self._ruby.widths
        return made

    def _divide(self) -> list[Line]:
        """Lines, in offsets of the paragraph."""
        first, made = self.start, self._spacing
        starts = self._starts if self.setting.whole_words else []
        lines = break_lines(
            Measures(
                self._shown,
                *(made.widths, made.extras, made.heads, made.tails, made.shares),
                starts=[start - first for start in starts] if first else starts,
                cell=self.face.cell,
                glued=self._ruby.glued if self._ruby else frozenset(),
                # Readings may stand over the empty half of a mark.
                gives=() if self._ruby else made.gives,
            ),
            self.width,
            indent=self._indent(first),
            justify=self.setting.justify and self.style.align == 0.0,
            headline=self.style.align == 0.5,
        )
        if first:
            lines = [Line(first + start, first + end, slack) for start, end, slack in lines]
        return lines

    def _indent(self, start: int) -> float:
        """By how much the line that begins at ``start`` is shorter."""
        indented = start == 0 and self.setting.indent and not self.style.align
        return self.style.indent * self.face.cell if indented else 0.0

    def is_shaped(self, index: int) -> bool:
        """Whether a line has been seen, or prepared to be."""
        return index in self._shaped

    def shaped(self, index: int) -> ShapedLine:
        """The line with this index, shaped now if it has not been seen before."""
        known = self._shaped.get(index)
        if known is None:
            known = self._shaped[index] = self._shape(index)
        return known

    def _shape(self, index: int) -> ShapedLine:
        begin, finish, slack = self.lines[index]
        made, start, end = self._spacing, begin - self.start, finish - self.start
        text, widths = self._shown[start:end], made.widths[start:end]
        extras = [*made.extras[start : end - 1], 0.0]
        if slack > 0:
            extras = [*map(add, extras, spread(slack, made.shares[start : end - 1])), 0.0]
        shifts = {at - start: made.shifts[at] for at in range(start, end) if at in made.shifts}
        if slack < 0:
            for at, less in enumerate(press(-slack, made.gives[start : end - 1])):
                widths[at] -= less
                if less and text[at] in OPENING:
                    shifts[at] = less
        if made.heads[start]:
            widths[0] -= made.heads[start]
            shifts[0] = made.heads[start]
        tail = made.tails[end - 1]
        left = self.width - (sum(widths) + sum(extras) - tail)
        if tail:  # A mark that hangs keeps a box, so that it can be pointed at.
            widths[-1] = 0.0 if text[-1] == " " else min(widths[-1], self.face.cell / 2)
        shaped = ShapedLine(
            text,
            begin,
            (
                max(0.0, left * self.style.align) or self._indent(begin),
                self.line_top(index) + self.face.baseline,
            ),
            (widths, extras, shifts),
            self.face,
            vertical=self.setting.vertical,
            combined={at - start: made.combined[at] for at in made.combined if start <= at < end}
            if made.combined
            else {},
        )
        if self._ruby is not None:
            self._add_ruby(shaped, start, end)
        return shaped

    def _add_ruby(self, shaped: ShapedLine, start: int, end: int) -> None:
        """Place what stands above the characters ``start`` to ``end`` of the portion."""
        first, ruby = self.start, self._ruby
        if ruby is not None:

            def place() -> list[Placed]:
                found = ruby.placed(start, end, lambda at: shaped.x_of(at + first))
                if first:
                    found = [each._replace(unit=each.unit.moved(first)) for each in found]
                return found

            placed = place()
            shaped.place_ruby = place
            shaped.unsure = [each for each in placed if not each.unit.sure]
            shaped.inks = inks(placed, self.face.ruby, coloured=self.setting.ruby.colours != "none")
            if self.setting.vertical and self.face.ruby.form.zhuyin:
                size, baseline = self.face.ruby.size, shaped.baseline
                shaped.upright_inks = [
                    ink._replace(run=stood_up(ink.run, baseline, size)) for ink in shaped.inks
                ]
                shaped.inks = []

    # --- asking -----------------------------------------------------------------

    @property
    def line_count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def holds(self, offset: int) -> bool:
        """Whether a character is laid out here; behind the last one counts as the last."""
        return self.start <= offset < self.end or offset >= self.end == len(self.text)

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
        if not self.lines:
            return self.start
        return self.shaped(self.line_at(y)).offset_at(x, between=between)

    def hits_text(self, x: float, y: float) -> bool:
        """Whether a point lies on characters, not beside or between the paragraphs."""
        if not self.lines or not self.top <= y < self.top + self.line_height * len(self.lines):
            return False
        shaped = self.shaped(self.line_at(y))
        return shaped.left <= x <= shaped.right

    def word_index(self, offset: int) -> int | None:
        """Index of the word that holds ``offset``, if the paragraph is analysed."""
        if not self.words:
            return None
        return max(0, bisect_right(self._starts, offset) - 1)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Rectangles that cover a range of characters, one a line, pinyin included."""
        out: list[QRectF] = []
        start, end = max(start, self.start), min(end, self.end)
        if start >= end or not self.lines:
            return out
        for index in range(self.line_of(start), self.line_of(end - 1) + 1):
            line, shaped = self.lines[index], self.shaped(index)
            left, right = shaped.edges(max(start, line.start), min(end, line.end))
            out.append(self._band(index, left, right - left))
        return out

    def _band(self, index: int, left: float, width: float) -> QRectF:
        """A strip of one line, from above its pinyin to below its characters."""
        top = self.line_top(index) + (self.line_height - self.face.band) / 2
        return QRectF(left, top, width, self.face.band)


def _ends_before_words(words: Sequence[Word]) -> list[int]:
    """Last characters of the words that another word follows, without a mark between."""
    return [
        word.end - 1
        for word, following in pairwise(words)
        if WordKind.PUNCTUATION not in {word.kind, following.kind}
    ]
