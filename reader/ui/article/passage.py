"""The passage around the caret that assistive tools are given: its text, and where it lies."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.domain.document import Shape
from reader.ui.article.caret import Place
from reader.ui.article.text import ReadingText
from reader.ui.article.utf16 import Utf16Map

REACH = 10_000
"""Characters offered before and behind the caret; whatever is shorter is offered whole."""

OWN_REACH = 4_000
"""The same within the paragraph of the caret, for paragraphs that are endless."""

MARGIN = 1_000
"""A passage is renewed when the caret comes nearer than this to where it was cut."""

_AS_SPACE = str.maketrans(dict.fromkeys("\n\r\u2028\u2029\ufdd0\ufdd1\0", " "))
"""What would begin a new paragraph in a QTextDocument, or end its text."""


class Piece(NamedTuple):
    """The part ``start``–``end`` of a paragraph; it stands at ``at`` in the passage, in UTF-16."""

    paragraph: int
    start: int
    end: int
    at: int
    units: Utf16Map


class Passage:
    """Consecutive paragraphs, the outer ones perhaps cut, with a line feed between.

    ``text`` has the characters of the paragraphs one for one. Positions are UTF-16 offsets
    in it, as Qt counts.
    """

    def __init__(self, text: ReadingText, around: Place, reach: int = REACH) -> None:
        shape = text.shape
        lengths = shape.lengths if isinstance(shape, Shape) else [size for _, size in shape]
        first, start = _before(lengths, around, reach)
        last, end = _behind(lengths, around, reach)
        self.cut_before = (first, start) != (0, 0)
        self.cut_behind = (last, end) != (len(lengths) - 1, lengths[-1])
        self.pieces: list[Piece] = []
        parts: list[str] = []
        at = 0
        for index in range(first, last + 1):
            piece_start = start if index == first else 0
            piece_end = end if index == last else lengths[index]
            part = text.paragraph(index).text[piece_start:piece_end].translate(_AS_SPACE)
            units = Utf16Map(part)
            self.pieces.append(Piece(index, piece_start, piece_end, at, units))
            parts.append(part)
            at += units.to_units(len(part)) + 1
        self.text = "\n".join(parts)
        self._starts = [piece.at for piece in self.pieces]
        self._first, self._last = Place(first, start), Place(last, end)
        self._lengths = lengths

    def position(self, place: Place) -> int:
        """UTF-16 offset of a place; one outside the passage counts as its nearer end."""
        place = min(max(place, self._first), self._last)
        piece = self.pieces[place.paragraph - self._first.paragraph]
        return piece.at + piece.units.to_units(min(place.offset, piece.end) - piece.start)

    def place(self, position: int) -> Place:
        """The place at a UTF-16 offset."""
        piece = self.pieces[max(0, bisect_right(self._starts, position) - 1)]
        last = piece.units.to_units(piece.end - piece.start)
        points = piece.units.to_points(min(max(0, position - piece.at), last))
        return Place(piece.paragraph, piece.start + points)

    def serves(self, place: Place) -> bool:
        """Whether the caret may go on to ``place`` without a new passage."""
        if not self._first <= place <= self._last:
            return False
        near, far = _before(self._lengths, place, MARGIN), _behind(self._lengths, place, MARGIN)
        before = not self.cut_before or near > (self._first.paragraph, self._first.offset)
        behind = not self.cut_behind or far < (self._last.paragraph, self._last.offset)
        return before and behind


def _before(lengths: Sequence[int], place: Place, reach: int) -> tuple[int, int]:
    """Where ``reach`` characters before a place begin, or the beginning of the text."""
    paragraph, offset = place.paragraph, min(place.offset, lengths[place.paragraph])
    if offset > OWN_REACH:
        return paragraph, offset - min(reach, OWN_REACH)
    while reach > offset and paragraph > 0:
        reach -= offset + 1
        paragraph -= 1
        offset = lengths[paragraph]
    return paragraph, max(0, offset - reach)


def _behind(lengths: Sequence[int], place: Place, reach: int) -> tuple[int, int]:
    """Where ``reach`` characters behind a place end, or the end of the text."""
    paragraph, offset = place.paragraph, min(place.offset, lengths[place.paragraph])
    if lengths[paragraph] - offset > OWN_REACH:
        return paragraph, offset + min(reach, OWN_REACH)
    while reach > lengths[paragraph] - offset and paragraph < len(lengths) - 1:
        reach -= lengths[paragraph] - offset + 1
        paragraph, offset = paragraph + 1, 0
    return paragraph, min(lengths[paragraph], offset + max(0, reach))
