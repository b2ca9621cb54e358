"""The flow of paragraphs: which are laid out, where they stand, what is at the top.

The scroll state is a portion of a paragraph (nearly always all of it) and a distance into
it, so heights that turn out other than estimated never move the text under the reader.
Portions are numbered through the text; to the outside there are paragraphs and offsets.
"""

from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from reader.domain.document import KINDS, Shape
from reader.domain.portions import Portions, bounds, portion_count, portion_of
from reader.ui.article.estimating import estimate
from reader.ui.article.heights import Heights
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.ruby import Vocabulary, units_of
from reader.ui.article.text import ReadingText
from reader.ui.article.typography import Setting, style_of

_CACHED = 30_000
"""Characters whose layouts are kept: a dozen pages of small type on a large screen."""

_FEWEST = 24
"""Layouts kept in any case."""


class Anchorage(NamedTuple):
    """A line by its first character, and how much of it is above the edge, in line heights."""

    offset: int
    hidden: float = 0.0


class Flow:
    """Lays out paragraphs on demand for a column ``width`` pixels wide.

    ``vocabulary`` says which words are known. ``revealed`` are ranges, by paragraph, whose
    words show their readings whatever the setting; call :meth:`refresh` after a change.
    """

    def __init__(
        self,
        text: ReadingText,
        setting: Setting,
        width: float,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self.text = text
        self.revealed: dict[int, tuple[int, int]] = {}
        self.vocabulary = vocabulary
        self._setting = setting
        self._width = width
        self._cache: OrderedDict[int, ParagraphLayout] = OrderedDict()
        self._held_characters = 0
        shape = text.shape
        self._shape = shape if isinstance(shape, Shape) else Shape.of(shape)
        self._portions = Portions(self._shape)
        self._top_number = 0
        self.top_offset = 0.0
        # The top as it was last put anew, and what it was put there for.
        self._held: tuple[int, float, Anchorage] | None = None

    def __len__(self) -> int:
        """The number of paragraphs."""
        return len(self._shape)

    def rearrange(self, setting: Setting, width: float) -> None:
        """Change measures; the same line of text stays at the top."""
        if setting == self._setting and width == self._width:
            return
        self.renew(setting, width)

    def renew(self, setting: Setting, width: float) -> None:
        """Forget every layout; the same line of text stays at the top."""
        top = self._top() if len(self) else None
        self._setting, self._width = setting, width
        self._cache.clear()
        self._held_characters = 0
        self.__dict__.pop("heights", None)
        if top is not None:
            self.hold(self.top_paragraph, top)

    def refresh(self, index: int, portion: int | None = None) -> bool:
        """Forget the layout of a paragraph whose words have changed; tell if there was any."""
        first = self._portions.number(index, portion or 0)
        count = portion_count(self._shape.lengths[index]) if portion is None else 1
        known = [number for number in range(first, first + count) if number in self._cache]
        top = self._top() if self._top_number in known else None
        for number in known:
            old = self._cache.pop(number)
            self._held_characters -= old.end - old.start
        if top is not None:
            self.hold(index, top)
        return bool(known)

    def layout(self, index: int, offset: int = 0) -> ParagraphLayout:
        """The layout of a paragraph, or of the portion that holds ``offset`` if it is long."""
        return self._layout(self._number(index, offset))

    def beside(
        self, layout: ParagraphLayout, index: int, direction: int
    ) -> tuple[int, ParagraphLayout] | None:
        """Paragraph and layout right after (1) or before (-1) a layout of paragraph ``index``."""
        number = self._number(index, layout.start) + direction
        if not 0 <= number < len(self._portions):
            return None
        return self._portions.locate(number)[0], self._layout(number)

    def _number(self, index: int, offset: int) -> int:
        """The portion that holds a character."""
        if portion_count(self._shape.lengths[index]) == 1:
            return self._portions.number(index)
        portion = portion_of(self.text.paragraph(index).text, offset)
        return self._portions.number(index, portion)

    def _layout(self, number: int) -> ParagraphLayout:
        known = self._cache.get(number)
        if known is not None:
            self._cache.move_to_end(number)
            return known
        made = self._cache[number] = self._made(number)
        self.heights.set(number, made.height)
        self._held_characters += made.end - made.start
        while self._held_characters > _CACHED and len(self._cache) > _FEWEST:
            _, old = self._cache.popitem(last=False)
            self._held_characters -= old.end - old.start
        return made

    def _made(self, number: int) -> ParagraphLayout:
        index, portion = self._portions.locate(number)
        kinds = self._shape.kinds
        text = self.text.paragraph(index).text
        start, end = bounds(text, portion)
        words = self.text.words_at(index, start)
        revealed = [self.revealed[index]] if index in self.revealed else []
        return ParagraphLayout(
            text,
            words,
            style_of(KINDS[kinds[index]], KINDS[kinds[index - 1]] if index else None),
            self._setting,
            self._width,
            units_of(text, words, self._setting.ruby, self.vocabulary, revealed),
            portion=(start, end),
        )

    def visible(self, height: float) -> Iterator[tuple[int, float, ParagraphLayout]]:
        """What stands within ``height`` of the top: paragraph, y of the upper edge, layout.

        A very long paragraph comes in several layouts, one below the other.
        """
        y = -self.top_offset
        number = self._top_number
        while number < len(self._portions) and y < height:
            layout = self._layout(number)
            yield self._portions.locate(number)[0], y, layout
            y += layout.height
            number += 1

    def prepare(self, height: float, below: float, above: float) -> Iterator[None]:
        """Lay out and shape what is near: so many pages below what is in sight, then above it.

        One small step each time; nothing if it is done already.
        """
        number, y = self._top_number, -self.top_offset
        while number < len(self._portions) and y < height * (1 + below):
            yield from self._prepared(number, y, 0.0, height * (1 + below))
            y += self._layout(number).height
            number += 1
        number, y = self._top_number, -self.top_offset
        while number > 0 and y > -height * above:
            number -= 1
            if number not in self._cache:
                self._layout(number)
                yield
            y -= self._layout(number).height
            yield from self._prepared(number, y, -height * above, 0.0)

    def _prepared(self, number: int, y: float, top: float, bottom: float) -> Iterator[None]:
        """Shape the lines between ``top`` and ``bottom`` of what stands at ``y``."""
        if number not in self._cache:
            self._layout(number)
            yield
        layout = self._layout(number)
        for line in range(
            layout.line_at(top - y), min(layout.line_at(bottom - y) + 1, layout.line_count)
        ):
            if not layout.is_shaped(line):
                layout.shaped(line)
                yield

    # --- scrolling --------------------------------------------------------------

    @property
    def top_paragraph(self) -> int:
        """The paragraph at the top."""
        return self._portions.locate(self._top_number)[0] if len(self) else 0

    @property
    def scroll(self) -> float:
        """Distance of the top edge from the beginning, partly estimated."""
        return self.heights.above(self._top_number) + self.top_offset

    def scroll_to(self, y: float) -> None:
        """Move so that ``y`` (partly estimated) is at the top."""
        self._top_number, offset = self.heights.find(y)
        self.top_offset = float(round(offset))

    def scroll_by(self, distance: float, height: float) -> float:
        """Move by ``distance``, laying out what comes into sight; return how far it went.

        That is exactly ``distance`` but at the ends of the text.
        """
        if not len(self):
            return 0.0
        offset, number = self.top_offset + distance, self._top_number
        while offset < 0 and number > 0:
            number -= 1
            offset += self._layout(number).height
        while number < len(self._portions) - 1 and offset >= self._layout(number).height:
            offset -= self._layout(number).height
            number += 1
        self._top_number, self.top_offset = number, max(0.0, offset)
        return distance + max(0.0, -offset) - self._stop_at_end(height)

    def _stop_at_end(self, height: float) -> float:
        """Do not scroll past the last line; return how far it was too far."""
        below = -self.top_offset
        for number in range(self._top_number, len(self._portions)):
            below += self._layout(number).height
            if below >= height:
                return 0.0
        too_far = missing = height - below
        while missing > self.top_offset:
            missing -= self.top_offset
            if self._top_number == 0:
                self.top_offset = 0.0
                return too_far - missing
            self._top_number -= 1
            self.top_offset = self._layout(self._top_number).height
        self.top_offset -= missing
        return too_far

    def show(self, index: int, offset: int, height: float) -> bool:
        """Scroll as little as needed to show the line of a character; tell if it moved."""
        number = self._number(index, offset)
        layout = self._layout(number)
        line = layout.line_of(offset)
        top, bottom = layout.line_top(line), layout.line_top(line) + layout.line_height
        y = self._y_of(number, height)
        if y is not None and y + top >= 0 and y + bottom <= height:
            return False
        before = (self._top_number, self.top_offset)
        if y is not None and y + bottom > height:
            self.scroll_by(y + bottom - height + layout.line_height * 0.5, height)
        elif y is not None:
            self.scroll_by(y + top - layout.line_height * 0.5, height)
        else:
            self._top_number, self.top_offset = number, top
            self.scroll_by(-height / 3, height)
        return before != (self._top_number, self.top_offset)

    def _y_of(self, number: int, height: float) -> float | None:
        """Upper edge of a portion if it is in or just beside the visible part."""
        y = -self.top_offset
        if number == self._top_number - 1:
            return y - self._layout(number).height
        for other in range(self._top_number, len(self._portions)):
            if y >= height:
                return None
            if other == number:
                return y
            y += self._layout(other).height
        return None

    # --- holding the top --------------------------------------------------------

    @property
    def top(self) -> tuple[int, int]:
        """Paragraph and offset of the first character of the line at the top."""
        return (self.top_paragraph, self._top().offset) if len(self) else (0, 0)

    def hold(self, paragraph: int, top: Anchorage) -> None:
        """Put a line at the top, wherever the present width has put it.

        The first of a paragraph is shown with the room above it.
        """
        number = self._number(paragraph, top.offset)
        layout = self._layout(number)
        line = layout.line_top(layout.line_of(top.offset)) if any(top) else 0.0
        self._top_number = number
        self.top_offset = max(0.0, float(round(line + top.hidden * layout.line_height)))
        self._held = (number, self.top_offset, top)

    def begin(self, paragraph: int) -> None:
        """Put the upper edge of a paragraph at the top."""
        self._top_number, self.top_offset = self._portions.number(paragraph), 0.0

    def _top(self) -> Anchorage:
        """What is at the top.

        While nothing was scrolled it is the same through any number of new widths, so
        that dragging the edge of the window does not walk back through the text.
        """
        if self._held is not None and self._held[:2] == (self._top_number, self.top_offset):
            return self._held[2]
        layout = self._layout(self._top_number)
        if not layout.lines:
            return Anchorage(layout.start)
        line = layout.line_at(self.top_offset)
        hidden = (self.top_offset - layout.line_top(line)) / layout.line_height
        return Anchorage(layout.lines[line].start, hidden)

    # --- estimating -------------------------------------------------------------

    @cached_property
    def heights(self) -> Heights:
        """All heights by portion: guessed from the length until they are laid out."""
        return estimate(self._portions, self._setting, self._width)
