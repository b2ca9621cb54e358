"""Very long paragraphs in portions, so that no step of reading takes one whole.

A portion is laid out, analysed and stored by itself; everything a person meets keeps the
offsets of the paragraph. How many portions there are follows from the length alone, and
where one begins from the text close by, so that any of them is found without the others.
"""

import unicodedata
from array import array
from bisect import bisect_right

from reader.domain.document import Shape
from reader.domain.script import CLOSERS, SENTENCE_ENDS

LONGEST = 5000
"""Code points above which a paragraph is divided."""

_USUAL = 4000
_REACH = 400
"""Code points behind the even division in which the end of a sentence is looked for."""

_MOST_MARKS = 64
"""Combining marks that are kept on one base character; no script writes nearly as many."""


def portion_count(length: int) -> int:
    """The number of portions of a paragraph of ``length`` code points, at least one."""
    return 1 if length <= LONGEST else -(-length // _USUAL)


def portion_start(text: str, portion: int) -> int:
    """Where a portion of a paragraph begins; behind the last one, where the text ends."""
    size = len(text)
    count = portion_count(size)
    if portion <= 0:
        return 0
    if portion >= count:
        return size
    even = portion * size // count
    return (
        _after_sentence(text, even, even + _REACH)
        or _after_space(text, even, even + _REACH)
        or _apart(text, even)
    )


def portion_of(text: str, offset: int) -> int:
    """The portion that holds the character at ``offset``, clamped."""
    count = portion_count(len(text))
    if count == 1:
        return 0
    portion = min(max(((offset + 1) * count - 1) // len(text), 0), count - 1)
    return portion - 1 if portion and offset < portion_start(text, portion) else portion


def bounds(text: str, portion: int) -> tuple[int, int]:
    """Where a portion begins and ends."""
    return portion_start(text, portion), portion_start(text, portion + 1)


def portions(text: str) -> list[tuple[int, int]]:
    """Bounds of all portions of a paragraph."""
    return [bounds(text, portion) for portion in range(portion_count(len(text)))]


def _after_sentence(text: str, start: int, limit: int) -> int | None:
    for at in range(start, limit):
        if text[at] in SENTENCE_ENDS:
            end = at + 1
            while text[end] in CLOSERS or text[end] in SENTENCE_ENDS:
                end += 1
                if end >= limit:
                    return None
            return end
    return None


def _after_space(text: str, start: int, limit: int) -> int | None:
    for at in range(start, limit):
        if text[at].isspace():
            return at + 1
    return None


def _apart(text: str, start: int) -> int:
    """The next place that tears no combining mark from its base."""
    for at in range(start, start + _MOST_MARKS):
        if not unicodedata.category(text[at]).startswith("M"):
            return at
    return start


class Portions:
    """All portions of a document in order, numbered through; most paragraphs are one."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self._long: list[int] = []
        # Portions more than paragraphs up to and with each long paragraph.
        self._more: list[int] = []
        if max(shape.lengths, default=0) > LONGEST:
            self._find_long()

    def _find_long(self) -> None:
        more = 0
        for index, length in enumerate(self.shape.lengths):
            if length > LONGEST:
                more += portion_count(length) - 1
                self._long.append(index)
                self._more.append(more)

    def __len__(self) -> int:
        return len(self.shape) + (self._more[-1] if self._more else 0)

    def number(self, paragraph: int, portion: int = 0) -> int:
        """The number of a portion of a paragraph."""
        before = bisect_right(self._long, paragraph - 1)
        return paragraph + portion + (self._more[before - 1] if before else 0)

    def locate(self, number: int) -> tuple[int, int]:
        """Paragraph, and portion of it, of a number."""
        if not self._long:
            return number, 0
        low, high = 0, len(self._long)
        while low < high:
            middle = (low + high) // 2
            if self.number(self._long[middle]) <= number:
                low = middle + 1
            else:
                high = middle
        if not low:
            return number, 0
        long = self._long[low - 1]
        portion = number - self.number(long)
        if portion < portion_count(self.shape.lengths[long]):
            return long, portion
        return number - self._more[low - 1], 0

    def spread(self) -> tuple[bytes, "array[int]", list[int]]:
        """Kind and approximate length of every portion, and which begin no paragraph."""
        if not self._long:
            return self.shape.kinds, self.shape.lengths, []
        kinds, lengths = bytearray(), array("I")
        continued: list[int] = []
        done = 0
        for index in [*self._long, len(self.shape)]:
            kinds += self.shape.kinds[done:index]
            lengths += self.shape.lengths[done:index]
            if index < len(self.shape):
                count = portion_count(self.shape.lengths[index])
                continued += range(len(kinds) + 1, len(kinds) + count)
                kinds += self.shape.kinds[index : index + 1] * count
                lengths.extend([self.shape.lengths[index] // count] * count)
            done = index + 1
        return bytes(kinds), lengths, continued
