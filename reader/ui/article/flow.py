"""The flow of paragraphs: which are laid out, where they stand, what is at the top.

The scroll state is a paragraph and a distance into it, so heights that turn out other
than estimated never move the text under the reader.
"""

from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from reader.ui.article.heights import Heights
from reader.ui.article.layout import ParagraphLayout
from reader.ui.article.text import ReadingText
from reader.ui.article.typography import RUBY_SPREAD, Setting, face, style_of

_CACHED = 96


class Anchorage(NamedTuple):
    """A line by its first character, and how much of it is above the edge, in line heights."""

    offset: int
    hidden: float = 0.0


class Flow:
    """Lays out paragraphs on demand for a column ``width`` pixels wide."""

    def __init__(self, text: ReadingText, setting: Setting, width: float) -> None:
        self.text = text
        self._setting = setting
        self._width = width
        self._cache: OrderedDict[int, ParagraphLayout] = OrderedDict()
        self._shape = text.shape
        self.top_paragraph = 0
        self.top_offset = 0.0
        # The top as it was last put anew, and what it was put there for.
        self._held: tuple[int, float, Anchorage] | None = None

    def __len__(self) -> int:
        return len(self._shape)

    def rearrange(self, setting: Setting, width: float) -> None:
        """Change measures; the same line of text stays at the top."""
        if setting == self._setting and width == self._width:
            return
        top = self._top() if len(self) else None
        self._setting, self._width = setting, width
        self._cache.clear()
        self.__dict__.pop("heights", None)
        if top is not None:
            self.hold(self.top_paragraph, top)

    def refresh(self, index: int) -> None:
        """Forget the layout of a paragraph whose words have changed."""
        if index in self._cache:
            top = self._top() if index == self.top_paragraph else None
            del self._cache[index]
            if top is not None:
                self.hold(index, top)

    def layout(self, index: int) -> ParagraphLayout:
        """The layout of a paragraph, made now if need be."""
        known = self._cache.get(index)
        if known is not None:
            self._cache.move_to_end(index)
            return known
        kind = self._shape[index][0]
        previous = self._shape[index - 1][0] if index else None
        made = ParagraphLayout(
            self.text.paragraph(index).text,
            self.text.words(index),
            style_of(kind, previous),
            self._setting,
            self._width,
        )
        self._cache[index] = made
        self.heights.set(index, made.height)
        if len(self._cache) > _CACHED:
            self._cache.popitem(last=False)
        return made

    def visible(self, height: float) -> Iterator[tuple[int, float, ParagraphLayout]]:
        """Paragraphs within ``height`` of the top: index, y of the upper edge, layout."""
        if not len(self):
            return
        y = -self.top_offset
        index = self.top_paragraph
        while index < len(self) and y < height:
            layout = self.layout(index)
            yield index, y, layout
            y += layout.height
            index += 1

    # --- scrolling --------------------------------------------------------------

    @property
    def scroll(self) -> float:
        """Distance of the top edge from the beginning, partly estimated."""
        return self.heights.above(self.top_paragraph) + self.top_offset

    def scroll_to(self, y: float) -> None:
        """Move so that ``y`` (partly estimated) is at the top."""
        self.top_paragraph, self.top_offset = self.heights.find(y)

    def scroll_by(self, distance: float, height: float) -> None:
        """Move by ``distance`` exactly, laying out what comes into sight."""
        if not len(self):
            return
        offset, index = self.top_offset + distance, self.top_paragraph
        while offset < 0 and index > 0:
            index -= 1
            offset += self.layout(index).height
        while index < len(self) - 1 and offset >= self.layout(index).height:
            offset -= self.layout(index).height
            index += 1
        self.top_paragraph, self.top_offset = index, max(0.0, offset)
        self._stop_at_end(height)

    def _stop_at_end(self, height: float) -> None:
        """Do not scroll past the last line."""
        below = -self.top_offset
        for index in range(self.top_paragraph, len(self)):
            below += self.layout(index).height
            if below >= height:
                return
        missing = height - below
        while missing > 0 and (self.top_offset > 0 or self.top_paragraph > 0):
            if self.top_offset >= missing:
                self.top_offset -= missing
                return
            missing -= self.top_offset
            if self.top_paragraph == 0:
                self.top_offset = 0.0
                return
            self.top_paragraph -= 1
            self.top_offset = self.layout(self.top_paragraph).height

    def show(self, index: int, offset: int, height: float) -> bool:
        """Scroll as little as needed to show the line of a character; tell if it moved."""
        layout = self.layout(index)
        line = layout.line_of(offset)
        top, bottom = layout.line_top(line), layout.line_top(line) + layout.line_height
        y = self._y_of(index, height)
        if y is not None and y + top >= 0 and y + bottom <= height:
            return False
        before = (self.top_paragraph, self.top_offset)
        if y is not None and y + bottom > height:
            self.scroll_by(y + bottom - height + layout.line_height * 0.5, height)
        elif y is not None:
            self.scroll_by(y + top - layout.line_height * 0.5, height)
        else:
            self.top_paragraph, self.top_offset = index, top
            self.scroll_by(-height / 3, height)
        return before != (self.top_paragraph, self.top_offset)

    def _y_of(self, index: int, height: float) -> float | None:
        """Upper edge of a paragraph if it is in or just beside the visible part."""
        for i, y, _ in self.visible(height):
            if i == index:
                return y
        if index == self.top_paragraph - 1:
            return -self.top_offset - self.layout(index).height
        return None

    # --- holding the top --------------------------------------------------------

    @property
    def top(self) -> tuple[int, int]:
        """Paragraph and offset of the first character of the line at the top."""
        return (self.top_paragraph, self._top().offset) if len(self) else (0, 0)

    def hold(self, paragraph: int, top: Anchorage) -> None:
        """Put a line at the top, wherever the present width has put it."""
        layout = self.layout(paragraph)
        line = layout.line_top(layout.line_of(top.offset))
        self.top_paragraph = paragraph
        self.top_offset = max(0.0, line + top.hidden * layout.line_height)
        self._held = (paragraph, self.top_offset, top)

    def _top(self) -> Anchorage:
        """What is at the top.

        While nothing was scrolled it is the same through any number of new widths, so
        that dragging the edge of the window does not walk back through the text.
        """
        if self._held is not None and self._held[:2] == (self.top_paragraph, self.top_offset):
            return self._held[2]
        layout = self.layout(self.top_paragraph)
        if not layout.lines:
            return Anchorage(0)
        line = layout.line_at(self.top_offset)
        hidden = (self.top_offset - layout.line_top(line)) / layout.line_height
        return Anchorage(layout.lines[line].start, hidden)

    # --- estimating -------------------------------------------------------------

    @cached_property
    def heights(self) -> Heights:
        """All heights: guessed from the length, one table look-up a paragraph, until laid out."""
        per_kind: dict[tuple[object, object], tuple[float, float, float]] = {}
        guesses: list[float] = []
        previous = None
        for kind, length in self._shape:
            key = (kind, previous)
            if key not in per_kind:
                style = style_of(kind, previous)
                measured = face(self._setting.size * style.scale, style.strong, self._setting.ruby)
                body = face(self._setting.size, False, self._setting.ruby).pitch
                spread = RUBY_SPREAD[self._setting.ruby.form.extent]
                around = (style.before + style.after) * body
                per_kind[key] = (
                    max(1.0, self._width / (measured.cell * spread)),
                    measured.pitch,
                    around,
                )
            in_line, pitch, around = per_kind[key]
            guesses.append((int(length / in_line) + 1) * pitch + around)
            previous = kind
        return Heights(guesses)
