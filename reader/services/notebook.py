"""Bookmarks, notes and highlights: made at a place, found again at the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader.domain.errors import QuoteNotFound
from reader.domain.library import Changes
from reader.domain.marks import Bookmark, Colour, Highlight, Mark, Note, Scope, anchor_at
from reader.domain.places import Span
from reader.domain.scopes import anchored_span
from reader.services.everywhere import Everywhere

if TYPE_CHECKING:
    from reader.domain.mark_changes import MarkPatch
    from reader.domain.mark_ports import ColourMeanings, Marks
    from reader.domain.marks import Anchor
    from reader.domain.ports import Clock, Library

_NAME = 18
"""Code points of text that name a bookmark which was given no name."""

_ALL = Changes(bookmarks=True, notes=True, highlights=True)


class Notebook:
    """The reader's marks. Every write is durable when it returns."""

    def __init__(
        self, library: Library, marks: Marks, meanings: ColourMeanings, clock: Clock
    ) -> None:
        self._library = library
        self._marks = marks
        self._meanings = meanings
        self._clock = clock

    # --- notes ------------------------------------------------------------------

    def add_note(  # noqa: PLR0913 - what a note is
        self,
        document: int,
        span: Span,
        text: str,
        tags: Iterable[str] = (),
        *,
        scope: Scope = Scope.SPAN,
        draft: str = "",
    ) -> tuple[Note, Changes]:
        """Write a note on a place, or on as much of the text around it as ``scope`` says."""
        anchor = self.anchor(document, span, scope)
        word = anchor.quote if scope is Scope.EVERYWHERE else ""
        now = self._clock()
        note = self._marks.add_note(
            document, anchor, text, tags, now, scope=scope, word=word, draft=draft
        )
        return note, Changes(notes=True)

    def change_note(
        self, note: Note, text: str, tags: Iterable[str], *, draft: str = ""
    ) -> tuple[Note, Changes]:
        """Change the words of a note."""
        changed = self._marks.change_note(note.id, text, tags, self._clock(), draft=draft)
        return changed, Changes(notes=True)

    def rescope_note(self, note: Note, span: Span, scope: Scope) -> tuple[Note, Changes]:
        """Make a note one on as much of the text around a place as ``scope`` says."""
        anchor = self.anchor(note.document, span, scope)
        word = anchor.quote if scope is Scope.EVERYWHERE else ""
        changed = self._marks.change_note(
            note.id, note.text, note.tags, self._clock(), scope=scope, word=word, anchor=anchor
        )
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

    def on_words(self) -> Everywhere:
        """Notes on words everywhere, by their words."""
        return Everywhere(self._marks.everywhere())

    def anchor(self, document: int, span: Span, scope: Scope = Scope.SPAN) -> Anchor:
        """Where a note with this scope that is written at a place holds on to the text."""

        def paragraph(index: int) -> str:
            return self._paragraph(document, index)

        if scope not in {Scope.SPAN, Scope.EVERYWHERE}:
            span = anchored_span(scope, span, self._library.outline(document), paragraph)
        return anchor_at(paragraph(span.paragraph), span)

    # --- bookmarks --------------------------------------------------------------

    def add_bookmark(
        self, document: int, span: Span, name: str = "", tags: Iterable[str] = ()
    ) -> tuple[Bookmark, Changes]:
        """Set a bookmark; without a name it is called by the words there."""
        text = self._paragraph(document, span.paragraph)
        anchor = anchor_at(text, span)
        name = name.strip() or text[span.start : span.start + _NAME]
        bookmark = self._marks.add_bookmark(document, anchor, name, self._clock(), tags=tags)
        return bookmark, Changes(bookmarks=True)

    def rename_bookmark(self, identifier: str, name: str) -> Changes:
        """Give a bookmark another name."""
        self._marks.rename_bookmark(identifier, name, self._clock())
        return Changes(bookmarks=True)

    def order_bookmarks(self, bookmarks: Sequence[Bookmark]) -> Changes:
        """Put the bookmarks of a text in this order."""
        ranks = {mark.id: rank for rank, mark in enumerate(bookmarks, 1) if mark.rank != rank}
        self._marks.rank_bookmarks(ranks)
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

    # --- highlights -------------------------------------------------------------

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

    def meanings(self) -> dict[Colour, str]:
        """What the reader says that colours mean."""
        return self._meanings.all()

    def name_colours(self, meanings: Mapping[Colour, str]) -> Changes:
        """Say what colours mean; nothing, where it is empty."""
        self._meanings.say(meanings, self._clock())
        return Changes(highlights=True)

    # --- marks of every kind ----------------------------------------------------

    def get(self, identifiers: Iterable[str]) -> list[Mark]:
        """Those of these marks that there are."""
        return self._marks.get(identifiers)

    def count(self, document: int) -> int:
        """How many marks a text has."""
        return self._marks.count(document)

    def tags(self) -> list[str]:
        """Every tag, the most used first."""
        return list(self._marks.tags())

    def change_tags(self, tags: Mapping[str, Iterable[str]]) -> Changes:
        """Give marks, by id, other tags."""
        self._marks.change_tags(tags, self._clock())
        return _ALL

    def remove(self, marks: Iterable[Mark]) -> Changes:
        """Put marks into the bin."""
        self._marks.remove([mark.id for mark in marks], self._clock())
        return _ALL

    def move(self, mark: Mark, document: int, span: Span) -> tuple[Mark, Changes]:
        """Put a mark of a text at a place that a person has chosen."""
        anchor = anchor_at(self._paragraph(document, span.paragraph), span)
        return self._marks.move(mark.id, anchor, self._clock()), _ALL

    # --- undo -------------------------------------------------------------------

    def recorded(self, work: Callable[[], Any]) -> tuple[Any, list[MarkPatch]]:
        """Do something to marks, in the thread that writes; its result and what it changed."""
        with self._marks.recording() as patches:
            return work(), patches

    def apply(self, patches: Sequence[MarkPatch]) -> Changes:
        """Take something back, or do it again."""
        self._marks.apply(patches)
        return _ALL

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
