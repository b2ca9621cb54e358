"""Search over texts, notes, titles, glossary and dictionary.

By characters every substring is found; Latin letters also find readings, with or
without tones and spaces. The open text is scanned directly; so is the library, until
it has an index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from reader.domain.marks import Note
from reader.domain.query import Query, parse
from reader.domain.words import Word
from reader.services.lookup import Lookup
from reader.services.session import UNCORRECTED, Overlaid

if TYPE_CHECKING:
    from reader.domain.mark_ports import Marks
    from reader.domain.ports import Analyses, Library

Kind = Literal["text", "note", "term", "entry", "title"]
KINDS: tuple[Kind, ...] = ("text", "note", "term", "entry", "title")

_CONTEXT = 20
"""Code points of context on each side of a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that matches.

    ``paragraph`` is the document-wide index and ``start``-``end`` the range in it, for
    texts and placed notes; ``context`` is what is shown, and ``mark`` the matching range
    in it (empty for a match by meaning). ``reference`` is the id of a note or term.
    """

    kind: Kind
    document: int | None
    title: str
    paragraph: int | None
    start: int
    end: int
    context: str
    mark: tuple[int, int] = (0, 0)
    reference: str = ""


class Search:
    """Finds places for a query; iterators are lazy, so a caller can stop early."""

    def __init__(
        self,
        library: Library,
        analyses: Analyses,
        marks: Marks,
        lookup: Callable[[], Lookup],
        overlaid: Overlaid = UNCORRECTED,
    ) -> None:
        self._library = library
        self._analyses = analyses
        self._marks = marks
        self._lookup = lookup
        self._overlaid = overlaid

    def everywhere(self, typed: str, kinds: Sequence[Kind] = KINDS) -> Iterator[Hit]:
        """All hits over the whole library, titles first, the dictionary last."""
        query = parse(typed)
        if not query:
            return
        cards = self._library.cards()
        if "title" in kinds:
            for card in cards:
                yield from _in_title(query, card.id, card.title)
        if "text" in kinds:
            for card in cards:
                yield from self.in_text(query, card.id)
        if "note" in kinds:
            yield from self.in_notes(query)
        if "term" in kinds:
            yield from self.in_terms(query)
        if "entry" in kinds:
            yield from self.in_dictionary(query, typed)

    def in_text(self, query: Query, document: int) -> Iterator[Hit]:
        """Hits in one text, in reading order."""
        title = self._library.card(document).title
        total = self._library.outline(document).total
        for start in range(0, total, 256):
            page = self._library.paragraphs(document, start, min(start + 256, total))
            texts = [paragraph.text for paragraph in page]
            known: Sequence[tuple[Word, ...] | None]
            known = self._analyses.get(texts) if query.spoken else [None] * len(texts)
            for index, (text, found) in enumerate(zip(texts, known, strict=True), start):
                words = self._overlaid.words(found, text, document, index)
                for at, end in _places(query, text, words):
                    context, mark = in_context(text, at, end)
                    yield Hit("text", document, title, index, at, end, context, mark)

    def in_notes(self, query: Query, document: int | None = None) -> Iterator[Hit]:
        """Notes whose words, tags or quote match."""
        titles = {card.id: card.title for card in self._library.cards()}
        for note in self._marks.notes(document):
            found = self._in_note(query, note, titles.get(note.document, ""))
            if found is not None:
                yield found

    def _in_note(self, query: Query, note: Note, title: str) -> Hit | None:
        where = None if note.orphan else note.anchor.span.paragraph
        span = note.anchor.span
        for text in (note.text, " ".join(note.tags), note.anchor.quote):
            for at, end in query.in_text(text):
                context, mark = in_context(text, at, end)
                return Hit(
                    "note",
                    note.document,
                    title,
                    where,
                    span.start,
                    span.end,
                    context,
                    mark,
                    note.id,
                )
        if query.spoken and not note.orphan and self._reading_matches(query, note):
            return Hit(
                "note",
                note.document,
                title,
                where,
                span.start,
                span.end,
                note.text[:80],
                reference=note.id,
            )
        return None

    def _reading_matches(self, query: Query, note: Note) -> bool:
        """Whether the words a note stands on, or its own Chinese words, read so."""
        span = note.anchor.span
        page = self._library.paragraphs(note.document, span.paragraph, span.paragraph + 1)
        texts = [page[0].text, note.text] if page else [note.text]
        known = self._analyses.get(texts)
        if page:
            there = self._overlaid.words(known[0], texts[0], note.document, span.paragraph)
            on_place = query.in_reading(texts[0], there) if there else ()
            if any(at < span.end and end > span.start for at, end in on_place):
                return True
        own = self._overlaid.words(known[-1], note.text)
        return bool(own) and any(True for _ in query.in_reading(note.text, own or ()))

    def in_terms(self, query: Query) -> Iterator[Hit]:
        """Terms whose headword, variant, reading or English matches."""
        for term in self._lookup().terms():
            written = (term.headword, *term.variants, term.english)
            matches = any(True for text in written for _ in query.in_text(text))
            if matches or query.matches_syllables(term.syllables):
                context = f"{term.headword} {term.english}"
                yield Hit("term", None, term.headword, None, 0, 0, context, reference=term.id)

    def in_dictionary(self, query: Query, typed: str) -> Iterator[Hit]:
        """Entries whose headword is the query."""
        if query.spoken:
            return
        for entry in self._lookup().dictionary(typed.strip()):
            context = f"{entry.simplified} {' '.join(entry.syllables)} {'; '.join(entry.senses)}"
            yield Hit("entry", None, entry.simplified, None, 0, 0, context)


def take(hits: Iterator[Hit], limit: int) -> tuple[list[Hit], int]:
    """The first ``limit`` hits (0: all) and the exact total."""
    shown = list(islice(hits, limit)) if limit else list(hits)
    return shown, len(shown) + sum(1 for _ in hits)


def _places(query: Query, text: str, words: tuple[Word, ...] | None) -> list[tuple[int, int]]:
    places = set(query.in_text(text))
    if words:
        places.update(query.in_reading(text, words))
    return sorted(places)


def _in_title(query: Query, document: int, title: str) -> Iterator[Hit]:
    for at, end in query.in_text(title):
        yield Hit("title", document, title, 0, at, end, title, (at, end))
        return


def in_context(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """What is shown around a match, and where the match is in it."""
    first = max(0, start - _CONTEXT)
    before = ("…" if first else "") + text[first:start]
    after = text[end : end + _CONTEXT] + ("…" if end + _CONTEXT < len(text) else "")
    context = (before + text[start:end] + after).replace("\n", " ")
    return context, (len(before), len(before) + end - start)
