"""The caret: where the keyboard is in the text, and how it moves.

It stands on a character; the word there is the current word. A selection reaches from
the anchor to the caret.
"""

from typing import NamedTuple

from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.ui.article.text import ReadingText


class Place(NamedTuple):
    """A character of the document: paragraph and offset."""

    paragraph: int
    offset: int


class Selection(NamedTuple):
    """From ``anchor`` to ``caret``; both are gaps between characters."""

    anchor: Place
    caret: Place

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret

    def within(self, paragraph: int, length: int) -> tuple[int, int]:
        """The part of the selection that lies in a paragraph of ``length`` characters."""
        first, last = sorted((self.anchor, self.caret))
        if self.is_empty or not first.paragraph <= paragraph <= last.paragraph:
            return 0, 0
        start = first.offset if paragraph == first.paragraph else 0
        end = last.offset if paragraph == last.paragraph else length
        return start, end


class Walker:
    """Finds the next and previous word over paragraph ends."""

    def __init__(self, text: ReadingText) -> None:
        self._text = text

    def word_at(self, place: Place) -> Word | None:
        """The word that holds a character, or that one character where nothing is known."""
        length = len(self._text.paragraph(place.paragraph).text)
        if place.offset >= length:
            return None
        for word in self._text.words(place.paragraph):
            if word.start <= place.offset < word.end:
                return word
        return Word(place.offset, place.offset + 1, WordKind.WORD)

    def step(self, place: Place, direction: int) -> Place:
        """The beginning of the next (1) or previous (-1) word, passing over punctuation."""
        paragraph, offset = place.paragraph, place.offset
        while 0 <= paragraph < len(self._text.shape):
            starts = self._starts(paragraph)
            if direction > 0:
                following = [s for s in starts if s > offset]
            else:
                following = [s for s in reversed(starts) if s < offset]
            if following:
                return Place(paragraph, following[0])
            paragraph += direction
            offset = -1 if direction > 0 else 1 << 60
        return place

    def _starts(self, paragraph: int) -> list[int]:
        words = self._text.words(paragraph)
        if words:
            return [w.start for w in words if w.kind is not WordKind.PUNCTUATION]
        return list(range(len(self._text.paragraph(paragraph).text)))

    def span(self, place: Place) -> Span | None:
        """The word at a place as a span."""
        word = self.word_at(place)
        return None if word is None else Span(place.paragraph, word.start, word.end)
