"""Links between notes and places: addresses of what one is at, and where an address leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.domain.addresses import DIGITS, MarkAddress, PlaceAddress, parse, written
from reader.domain.places import Span

if TYPE_CHECKING:
    from reader.domain.mark_ports import Marks
    from reader.domain.marks import Mark, Note
    from reader.domain.ports import Library


class Destination(NamedTuple):
    """Where an address leads: a text, and a place in it unless that is no longer certain."""

    document: int
    span: Span | None
    mark: Mark | None = None


class Links:
    """Makes addresses and follows them."""

    def __init__(self, library: Library, marks: Marks) -> None:
        self._library = library
        self._marks = marks

    @staticmethod
    def of_mark(mark: Mark) -> str:
        """The address of a mark."""
        return written(MarkAddress(mark.id))

    def of_place(self, document: int, span: Span | None = None) -> str:
        """The address of a text or of a place in it."""
        sha256 = self._library.card(document).sha256
        if span is None:
            return written(PlaceAddress(sha256[:DIGITS]))
        quote = self._text(document, span.paragraph)[span.start : span.end]
        return written(PlaceAddress(sha256[:DIGITS], span, quote))

    def follow(self, address: str) -> Destination | None:
        """Where an address leads, or ``None``: it is none, or what it names is not here."""
        parsed = parse(address)
        if isinstance(parsed, MarkAddress):
            found = self._marks.get([parsed.mark])
            if not found:
                return None
            mark = found[0]
            return Destination(mark.document, None if mark.orphan else mark.anchor.span, mark)
        document = None if parsed is None else self._library.find_beginning(parsed.text)
        if parsed is None or document is None:
            return None
        return Destination(document, self._placed(document, parsed))

    def to_mark(self, mark: Mark) -> list[Note]:
        """The notes that link to a mark."""
        return self._marks.linking_to(MarkAddress(mark.id).target)

    def to_text(self, document: int) -> list[Note]:
        """The notes that link to a text or to a place in it."""
        return self._marks.linking_to(PlaceAddress(self._library.card(document).sha256).target)

    def _placed(self, document: int, address: PlaceAddress) -> Span | None:
        """Where the quote stands now: at its place, or else at the only other one there is."""
        total = self._library.outline(document).total
        span = address.span
        if span is None:
            return None
        if span.paragraph < total:
            text = self._text(document, span.paragraph)
            there = text[span.start : span.end]
            if span.end <= len(text) and there.startswith(address.quote):
                return span
        if not address.quote:
            return None
        found: list[Span] = []
        for index, paragraph in enumerate(self._library.paragraphs(document, 0, total)):
            at = paragraph.text.find(address.quote)
            while at >= 0 and len(found) < 2:
                found.append(Span(index, at, at + len(address.quote)))
                at = paragraph.text.find(address.quote, at + 1)
        return found[0] if len(found) == 1 else None

    def _text(self, document: int, paragraph: int) -> str:
        return self._library.paragraphs(document, paragraph, paragraph + 1)[0].text
