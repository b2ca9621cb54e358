"""Bookmarks, notes and highlights: made at a place, found again at the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.domain.errors import QuoteNotFound
from reader.domain.library import Changes
from reader.domain.marks import Bookmark, Colour, Highlight, Note, anchor_at
from reader.domain.places import Span

if TYPE_CHECKING:
    from reader.domain.ports import Clock, Library, Marks

_NAME = 18
"""Code points of text that name a bookmark which was given no name."""


class Notebook:
    """The reader's marks. Every write is durable when it returns."""

    def __init__(self, library: Library, marks: Marks, clock: Clock) -> None:
        self._library = library
        self._marks = marks
        self._clock = clock

    def add_note(
        self, document: int, span: Span, text: str, tags: Iterable[str] = ()
    ) -> tuple[Note, Changes]:
        """Write a note on a place."""
        anchor = anchor_at(self._paragraph(document, span.paragraph), span)
        note = self._marks.add_note(document, anchor, text, tags, self._clock())
        return note, Changes(notes=True)

    def change_note(self, note: Note, text: str, tags: Iterable[str]) -> tuple[Note, Changes]:
        """Change the words of a note."""
        changed = self._marks.change_note(note.id, text, tags, self._clock())
        return changed, Changes(notes=True)

    def remove_note(self, identifier: str) -> Changes:
        """Put a note into the bin."""
        self._marks.remove_note(identifier, self._clock())
        return Changes(notes=True)

    def restore_note(self, identifier: str) -> Changes:
        """Take a note out of the bin."""
        self._marks.restore_note(identifier)
        return Changes(notes=True)

    def notes(self, document: int | None = None) -> list[Note]:
        """Notes of one text or of all."""
        return self._marks.notes(document)

    def add_bookmark(self, document: int, span: Span, name: str = "") -> tuple[Bookmark, Changes]:
        """Set a bookmark; without a name it is called by the words there."""
        text = self._paragraph(document, span.paragraph)
        anchor = anchor_at(text, span)
        name = name.strip() or text[span.start : span.start + _NAME]
        bookmark = self._marks.add_bookmark(document, anchor, name, self._clock())
        return bookmark, Changes(bookmarks=True)

    def rename_bookmark(self, identifier: str, name: str) -> Changes:
        """Give a bookmark another name."""
        self._marks.rename_bookmark(identifier, name, self._clock())
        return Changes(bookmarks=True)

    def remove_bookmark(self, identifier: str) -> Changes:
        """Put a bookmark into the bin."""
        self._marks.remove_bookmark(identifier, self._clock())
        return Changes(bookmarks=True)

    def restore_bookmark(self, identifier: str) -> Changes:
        """Take a bookmark out of the bin."""
        self._marks.restore_bookmark(identifier)
        return Changes(bookmarks=True)

    def bookmarks(self, document: int | None = None) -> list[Bookmark]:
        """Bookmarks of one text or of all."""
        return self._marks.bookmarks(document)

    def add_highlights(
        self,
        document: int,
        spans: Sequence[Span],
        colour: Colour,
        replacing: Sequence[Highlight] = (),
    ) -> tuple[list[Highlight], Changes]:
        """Mark passages in a colour, in place of the highlights that lie inside them."""
        anchors = [anchor_at(self._paragraph(document, span.paragraph), span) for span in spans]
        made = self._marks.add_highlights(
            document, anchors, colour, self._clock(), replacing=[mark.id for mark in replacing]
        )
        return made, Changes(highlights=True)

    def recolour_highlights(self, colours: dict[str, Colour]) -> Changes:
        """Give highlights, by id, other colours."""
        self._marks.recolour_highlights(colours, self._clock())
        return Changes(highlights=True)

    def swap_highlights(
        self, removed: Sequence[Highlight], restored: Sequence[Highlight] = ()
    ) -> Changes:
        """Put some highlights into the bin and take others out of it."""
        self._marks.swap_highlights(
            [mark.id for mark in removed], [mark.id for mark in restored], self._clock()
        )
        return Changes(highlights=True)

    def highlights(self, document: int | None = None) -> list[Highlight]:
        """Highlights of one text or of all."""
        return self._marks.highlights(document)

    def find_quote(self, document: int, quote: str) -> Span:
        """The first place of a text that reads ``quote``. Raises QuoteNotFound."""
        card = self._library.card(document)
        total = self._library.outline(document).total
        if quote:
            for index, paragraph in enumerate(self._library.paragraphs(document, 0, total)):
                at = paragraph.text.find(quote)
                if at >= 0:
                    return Span(index, at, at + len(quote))
        raise QuoteNotFound(quote=quote, title=card.title)

    def _paragraph(self, document: int, index: int) -> str:
        return self._library.paragraphs(document, index, index + 1)[0].text
