"""Caret and selection of the open text: what the keyboard moves, and what actions work on."""

from collections.abc import Callable, Iterator, Sequence

from reader.domain.places import Span
from reader.ui.article.caret import Place, Selection
from reader.ui.article.flow import Flow
from reader.ui.article.text import ReadingText
from reader.ui.article.walker import Unit, Walker


class Cursor:
    """Stands on a character; ``shown`` says whether the reader has used it yet.

    ``sections`` are the first paragraphs of the sections; ``changed`` is called when it has
    been put somewhere or something was selected.
    """

    def __init__(
        self,
        text: ReadingText,
        flow: Flow,
        paragraph: int,
        sections: Sequence[int] = (),
        changed: Callable[[], object] = lambda: None,
    ) -> None:
        self._text = text
        self._flow = flow
        self._changed = changed
        self.walker = Walker(text, sections)
        self.place = Place(paragraph, 0)
        self.selection = Selection(self.place, self.place)
        self.shown = False

    # --- what it stands on ------------------------------------------------------

    @property
    def span(self) -> Span | None:
        """What is selected of one paragraph, or the current word once the caret is shown."""
        selected = next(self._selected(), None)
        if selected is not None:
            return selected
        return self.walker.span(self.place) if self.shown else None

    def selects(self, place: Place) -> bool:
        """Whether a character is selected."""
        first, last = sorted((self.selection.anchor, self.selection.caret))
        return first <= place < last

    @property
    def ends(self) -> tuple[Place, Place]:
        """Anchor and caret of the selection, or twice the place where the caret is."""
        if self.selection.is_empty:
            return self.place, self.place
        return self.selection.anchor, self.selection.caret

    @property
    def spans(self) -> list[Span]:
        """The selection, paragraph by paragraph."""
        return list(self._selected())

    def _selected(self) -> Iterator[Span]:
        if self.selection.is_empty:
            return
        first, last = sorted((self.selection.anchor, self.selection.caret))
        for index in range(first.paragraph, last.paragraph + 1):
            start, end = self.selection.within(index, self._text.shape[index][1])
            if end > start:
                yield Span(index, start, end)

    @property
    def selected_text(self) -> str:
        """The selected text, paragraphs separated by line breaks."""
        if self.selection.is_empty:
            return ""
        first, last = sorted((self.selection.anchor, self.selection.caret))
        parts = []
        for index in range(first.paragraph, last.paragraph + 1):
            text = self._text.paragraph(index).text
            start, end = self.selection.within(index, len(text))
            parts.append(text[start:end])
        return "\n".join(parts)

    @property
    def spoken(self) -> str:
        """The current word and its reading, for assistive tools."""
        word = self.walker.word_at(self.place)
        if word is None:
            return ""
        text = self._text.paragraph(self.place.paragraph).text[word.start : word.end]
        return f"{text} {' '.join(word.syllables) or word.spoken or ''}".strip()

    def current(self, paragraph: int) -> tuple[int, int]:
        """The range of a paragraph to frame: the current word."""
        if not self.shown or self.place.paragraph != paragraph:
            return 0, 0
        word = self.walker.word_at(self.place)
        return (word.start, word.end) if word else (0, 0)

    # --- putting it somewhere ---------------------------------------------------

    def put(self, place: Place, *, extend: bool = False) -> None:
        """Put the caret on a character, with the selection up to there or none."""
        self.place = place
        self.shown = True
        self.selection = Selection(self.selection.anchor if extend else place, place)
        self._changed()

    def rest(self, place: Place) -> None:
        """Be at a place without being shown."""
        self.put(place)
        self.shown = False

    def select(self, anchor: Place, caret: Place) -> None:
        """Select a range, as with the mouse; the keyboard goes on from its end."""
        self.selection = Selection(anchor, caret)
        self.place = caret
        self.shown = False
        self._changed()

    def select_all(self) -> None:
        """Select the whole text."""
        if self._text.shape:
            last = len(self._text.shape) - 1
            self.select(Place(0, 0), Place(last, len(self._text.paragraph(last).text)))

    def clear(self) -> None:
        """Take selection and frame away."""
        self.rest(self.place)

    # --- moving -----------------------------------------------------------------

    def appear(self, height: float) -> bool:
        """Show the caret in what is seen, if it was not shown; the first key does no more."""
        if self.shown:
            return False
        if not self._in_sight(height):
            self.place = Place(*self._flow.top)
        self.put(self.place)
        return True

    def _in_sight(self, height: float) -> bool:
        """Whether the line of the caret lies, at least in part, in what is seen."""
        for index, y, layout in self._flow.visible(height):
            if index == self.place.paragraph and layout.holds(self.place.offset):
                top = y + layout.line_top(layout.line_of(self.place.offset))
                return top < height and top + layout.line_height > 0
        return False

    def step(self, unit: Unit, direction: int, *, extend: bool = False) -> None:
        """Move by a unit; extending, the selection takes in the whole of it."""
        go = self.walker.reach if extend else self.walker.step
        self.put(go(self.place, unit, direction), extend=extend)

    def line_step(self, direction: int, *, extend: bool = False) -> None:
        """Move by lines, keeping the column as well as it goes."""
        layout = self._flow.layout(self.place.paragraph, self.place.offset)
        box = layout.rectangles(self.place.offset, self.place.offset + 1)
        x = box[0].center().x() if box else 0.0
        line = layout.line_of(self.place.offset) + direction
        paragraph = self.place.paragraph
        if not 0 <= line < layout.line_count:
            beside = self._flow.beside(layout, paragraph, direction)
            if beside is None:
                return
            paragraph, layout = beside
            line = 0 if direction > 0 else layout.line_count - 1
        self.put(Place(paragraph, layout.offset_at(x, layout.line_top(line) + 1)), extend=extend)

    def edge_step(self, direction: int, *, whole: bool, extend: bool = False) -> None:
        """Move to the beginning or end of the line or of the whole text."""
        if whole:
            paragraph = 0 if direction < 0 else len(self._flow) - 1
            offset = 0 if direction < 0 else len(self._text.paragraph(paragraph).text)
        else:
            paragraph = self.place.paragraph
            layout = self._flow.layout(paragraph, self.place.offset)
            # The end of a selection is the gap behind its last character, which on the
            # edge of a line belongs to the line before it.
            behind = self.selection.anchor < self.selection.caret == self.place
            line = layout.line_of(max(0, self.place.offset - behind))
            start, end = layout.lines[line][:2] if layout.lines else (0, 0)
            offset = start if direction < 0 else end
        if direction > 0 and not extend:
            offset = max(0, offset - 1)
        self.put(Place(paragraph, offset), extend=extend)
