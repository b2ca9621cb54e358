"""Drafts of notes: kept while one types, offered again after a crash, given up when stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.anchoring import place
from reader.domain.drafts import Draft
from reader.domain.marks import Note, Scope
from reader.domain.places import Span

if TYPE_CHECKING:
    from reader.domain.mark_ports import Drafts
    from reader.domain.ports import Clock, Library
    from reader.services.notebook import Notebook


class Drafting:
    """Begins drafts, keeps them and makes notes of them. Every write is durable when it returns."""

    def __init__(self, library: Library, notebook: Notebook, drafts: Drafts, clock: Clock) -> None:
        self._library = library
        self._notebook = notebook
        self._drafts = drafts
        self._clock = clock

    def begin(self, document: int, span: Span) -> Draft:
        """A new draft at a place; nothing is stored yet."""
        anchor = self._notebook.anchor(document, span)
        return Draft(self._drafts.new_id(self._clock()), document, anchor)

    def change(self, note: Note) -> Draft:
        """A draft of other words for a note; nothing is stored yet."""
        return Draft(
            self._drafts.new_id(self._clock()),
            note.document,
            note.anchor,
            note.text,
            note.tags,
            note.scope,
            note.word,
            note.id,
        )

    def keep(self, draft: Draft) -> None:
        """Store what has been typed so far."""
        self._drafts.keep(draft, self._clock())

    def drop(self, draft: Draft) -> None:
        """Throw a draft away."""
        self._drafts.drop(draft.id)

    def left(self) -> list[Draft]:
        """What was being written when the program ended, the last first."""
        return self._drafts.all()

    def store(self, draft: Draft) -> Note:
        """Make the note of a draft, or change the one it belongs to.

        If that is in the bin by now, or the text has changed under a new one, nothing is lost: it
        becomes a note of its own, at its place if that is certain, and else where the text begins,
        with its quote before its words.
        """
        notebook, span = self._notebook, self._place(draft)
        known = notebook.get([draft.note]) if draft.note else []
        if known and isinstance(note := known[0], Note):
            changed, _ = notebook.change_note(note, draft.text, draft.tags, draft=draft.id)
            if draft.scope is changed.scope or span is None:
                return changed
            return notebook.rescope_note(changed, span, draft.scope)[0]
        if span is None:
            return self._homeless(draft)
        made, _ = notebook.add_note(
            draft.document, span, draft.text, draft.tags, scope=draft.scope, draft=draft.id
        )
        return made

    def _place(self, draft: Draft) -> Span | None:
        """Where the anchor of a draft stands in its text as it is now."""
        total = self._library.outline(draft.document).total
        paragraph = draft.anchor.span.paragraph
        if paragraph < total:
            text = self._library.paragraphs(draft.document, paragraph, paragraph + 1)
            quote = text[0].text[draft.anchor.span.start : draft.anchor.span.end]
            if quote == draft.anchor.quote:
                return draft.anchor.span
        paragraphs = self._library.paragraphs(draft.document, 0, total)
        return place(draft.anchor, [each.text for each in paragraphs])

    def _homeless(self, draft: Draft) -> Note:
        quoted = "".join(f"> {line}\n" for line in draft.anchor.quote.splitlines())
        text = f"{quoted}\n{draft.text}" if quoted else draft.text
        made, _ = self._notebook.add_note(
            draft.document, Span(0, 0, 0), text, draft.tags, scope=Scope.TEXT, draft=draft.id
        )
        return made
