"""Places in the text as the view counts them, and the selection between two of them."""

from typing import NamedTuple


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
