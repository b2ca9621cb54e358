"""The units a reader moves and selects by, and where each begins and ends.

A place is a character; the ends of a unit are gaps, so that a range of places is a
selection. Paragraphs without text are passed over.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum
from unicodedata import category

from reader.domain.places import Span
from reader.domain.sentences import sentence_at
from reader.domain.words import Word, WordKind
from reader.ui.article.caret import Place
from reader.ui.article.text import ReadingText

_JOINED = frozenset({"Mn", "Me"})
"""Categories of characters that belong to the one before them."""


class Unit(Enum):
    """What one step moves by."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    SECTION = "section"


class Walker:
    """Finds units of one text; ``sections`` are the first paragraphs of its sections."""

    def __init__(self, text: ReadingText, sections: Sequence[int] = ()) -> None:
        self._text = text
        self._sections = sections

    # --- words ------------------------------------------------------------------

    def word_at(self, place: Place) -> Word | None:
        """The word that holds a character, or that one character where nothing is known."""
        if place.offset >= self._length(place.paragraph):
            return None
        words = self._text.words_at(place.paragraph, place.offset)
        at = bisect_right(words, place.offset, key=_start_of) - 1
        if at >= 0 and words[at].end > place.offset:
            return words[at]
        return Word(place.offset, place.offset + 1, WordKind.WORD)

    def span(self, place: Place) -> Span | None:
        """The word at a place as a span."""
        word = self.word_at(place)
        return None if word is None else Span(place.paragraph, word.start, word.end)

    # --- any unit ---------------------------------------------------------------

    def around(self, place: Place, unit: Unit) -> tuple[Place, Place]:
        """Both ends of the unit that holds a character; of the last one at a paragraph's end."""
        paragraph, length = place.paragraph, self._length(place.paragraph)
        offset = min(place.offset, length - 1)
        if unit is Unit.SECTION:
            first, last = self._section(paragraph)
            return Place(first, 0), Place(last, self._length(last))
        if unit is Unit.PARAGRAPH or offset < 0:
            return Place(paragraph, 0), Place(paragraph, length)
        if unit is Unit.SENTENCE:
            start, end = sentence_at(self._text.paragraph(paragraph).text, offset)
        elif unit is Unit.WORD:
            word = self.word_at(Place(paragraph, offset))
            start, end = (word.start, word.end) if word else (offset, offset + 1)
        else:
            start, end = self._cluster(paragraph, offset)
        return Place(paragraph, start), Place(paragraph, end)

    def step(self, place: Place, unit: Unit, direction: int) -> Place:
        """The beginning of the next unit (1), or of this one if inside it, else the one before.

        At the edge of the text, where there is none, ``place`` itself.
        """
        if unit is Unit.WORD:
            return self._word_step(place, direction)
        start, end = self.around(place, unit)
        if direction > 0:
            return self._from(end, place)
        if start < place:
            return start
        before = self._before(start)
        return place if before is None else self.around(before, unit)[0]

    def reach(self, place: Place, unit: Unit, direction: int) -> Place:
        """Where a selection that ends in the gap ``place`` ends when it grows by a unit."""
        if direction < 0:
            return self.step(place, unit, direction)
        if place.offset >= self._length(place.paragraph):
            place = self._from(place, place)
        return self.around(place, unit)[1]

    # --- within -----------------------------------------------------------------

    def _length(self, paragraph: int) -> int:
        return self._text.shape[paragraph][1]

    def _from(self, gap: Place, otherwise: Place) -> Place:
        """The character at a gap, or the first one behind it."""
        if gap.offset < self._length(gap.paragraph):
            return gap
        for paragraph in range(gap.paragraph + 1, len(self._text.shape)):
            if self._length(paragraph):
                return Place(paragraph, 0)
        return otherwise

    def _before(self, place: Place) -> Place | None:
        """The character before one."""
        if place.offset > 0:
            return Place(place.paragraph, place.offset - 1)
        for paragraph in range(place.paragraph - 1, -1, -1):
            if self._length(paragraph):
                return Place(paragraph, self._length(paragraph) - 1)
        return None

    def _section(self, paragraph: int) -> tuple[int, int]:
        """First and last paragraph of a section."""
        at = bisect_right(self._sections, paragraph)
        first = self._sections[at - 1] if at else 0
        following = self._sections[at] if at < len(self._sections) else len(self._text.shape)
        return first, max(first, following - 1)

    def _cluster(self, paragraph: int, offset: int) -> tuple[int, int]:
        """A character with the combining marks that belong to it."""
        text = self._text.paragraph(paragraph).text
        start, end = offset, offset + 1
        while start > 0 and category(text[start]) in _JOINED:
            start -= 1
        while end < len(text) and category(text[end]) in _JOINED:
            end += 1
        return start, end

    def _word_step(self, place: Place, direction: int) -> Place:
        """The beginning of a word, passing over punctuation."""
        paragraph, offset = place
        while 0 <= paragraph < len(self._text.shape):
            found = self._word_start(paragraph, offset, direction)
            if found is not None:
                return Place(paragraph, found)
            paragraph += direction
            offset = -1 if direction > 0 else 1 << 60
        return place

    def _word_start(self, paragraph: int, offset: int, direction: int) -> int | None:
        """The next or previous beginning of a word within a paragraph."""
        length = self._length(paragraph)
        near = min(max(offset, 0), length - 1)
        while 0 <= near < length:
            words = self._text.words_at(paragraph, near)
            if not words:  # Not analysed yet: character by character.
                at = min(offset + direction, length - 1)
                return at if at >= 0 and (at > offset or direction < 0) else None
            if direction > 0:
                at = bisect_right(words, offset, key=_start_of)
            else:
                at = bisect_left(words, offset, key=_start_of) - 1
            while 0 <= at < len(words):
                if words[at].kind is not WordKind.PUNCTUATION:
                    return words[at].start
                at += direction
            # On to the next portion of a very long paragraph.
            near = words[-1].end if direction > 0 else words[0].start - 1
        return None


def _start_of(word: Word) -> int:
    return word.start
