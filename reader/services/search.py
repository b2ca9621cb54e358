"""Search over texts, notes, titles, glossary and dictionary.

By characters every substring is found; Latin letters also find readings, with or
without tones and spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.errors import ReferenceMissing
from reader.domain.marks import Note
from reader.domain.query import Query
from reader.domain.search_syntax import KINDS, Filters, Kind, Wanted, every_word, understood
from reader.services.combining import CombinedPlaces, all_match
from reader.services.lookup import Lookup

if TYPE_CHECKING:
    from datetime import datetime

    from reader.domain.library import Card
    from reader.domain.mark_ports import Marks
    from reader.domain.ports import Library
    from reader.services.textsearch import FoundPlaces, Place, TextSearch

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
        marks: Marks,
        lookup: Callable[[], Lookup],
        texts: TextSearch,
    ) -> None:
        self._library = library
        self._marks = marks
        self._lookup = lookup
        self._texts = texts

    def everywhere(
        self, typed: str, kinds: Collection[Kind] = KINDS, first: int | None = None
    ) -> Results:
        """All hits over the whole library, titles first, the dictionary last.

        Among the texts that with the id ``first`` comes before the others. Where several words
        are found nowhere as they were typed, all of them in one paragraph will do.
        """
        found = self._find(understood(typed), kinds, first, typed.strip())
        words = every_word(typed)
        if not found.total and words is not None:
            apart = self._find(words, kinds, first)
            if apart.total:
                return apart
        return found

    def _find(
        self, wanted: Wanted, kinds: Collection[Kind], first: int | None, typed: str = ""
    ) -> Results:
        if not wanted:
            return Results((), {}, None, ())
        asked = wanted.filters.kinds.intersection(kinds)
        cards = sorted(self._cards(wanted.filters), key=lambda card: card.id != first)
        titles = {card.id: card.title for card in cards}
        heads = [hit for card in cards for hit in _in_title(wanted, card.id, card.title)]
        rest: list[Hit] = []
        if "note" in asked:
            rest += self._in_notes(wanted, titles)
        with suppress(ReferenceMissing):  # it is being compiled; texts and notes are there
            if "term" in asked:
                rest += self.in_terms(wanted)
            if "entry" in asked and wanted.single is not None and not wanted.single.spoken:
                rest += self.in_dictionary(typed)
        places = self._in_texts(wanted, list(titles)) if "text" in asked else None
        return Results(heads if "title" in asked else (), titles, places, rest)

    def _cards(self, filters: Filters) -> list[Card]:
        """The texts that a search is about."""
        return [
            card
            for card in self._library.cards()
            if all(any(True for _ in query.in_text(card.title)) for query in filters.titles)
            and _dated(filters, card.added)
        ]

    def _in_texts(self, wanted: Wanted, documents: Sequence[int]) -> FoundPlaces | CombinedPlaces:
        if wanted.filters.tags:
            return self._texts.find(Query(""), ())  # only notes have tags
        if wanted.single is not None:
            return self._texts.find(wanted.single, documents)
        return CombinedPlaces(self._texts, wanted, documents)

    def _in_notes(self, wanted: Wanted, titles: Mapping[int, str]) -> Iterator[Hit]:
        """Notes whose words, tags or quote match."""
        tags, several = set(wanted.filters.tags), wanted.single is None
        for note in self._marks.notes():
            if note.document not in titles or not tags.issubset(note.tags):
                continue
            if not _dated(wanted.filters, note.changed):
                continue
            whole = "\n".join((note.text, *note.tags, note.anchor.quote))
            if several and not all_match(wanted.groups, wanted.without, whole):
                continue
            hits = (
                self._in_note(query, note, titles[note.document])
                for group in wanted.groups
                for query in group
            )
            found = next((hit for hit in hits if hit is not None), None)
            if found is not None:
                yield found

    def in_text(self, query: Query, document: int) -> Iterator[Hit]:
        """Hits in one text, in reading order."""
        title = self._library.title(document)
        return (_hit(place, title) for place in self._texts.find(query, [document]))

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
        if page:
            (there,) = self._texts.words([page[0].text], note.document, span.paragraph)
            on_place = query.in_reading(page[0].text, there)
            if any(at < span.end and end > span.start for at, end in on_place):
                return True
        (own,) = self._texts.words([note.text])
        return any(True for _ in query.in_reading(note.text, own))

    def in_terms(self, wanted: Wanted) -> Iterator[Hit]:
        """Terms whose headword, variant, reading or English matches."""
        for term in self._lookup().terms():
            written = "\n".join((term.headword, *term.variants, term.english))
            single = wanted.single
            if all_match(wanted.groups, wanted.without, written) or (
                single is not None and single.matches_syllables(term.syllables)
            ):
                context = f"{term.headword} {term.english}"
                yield Hit("term", None, term.headword, None, 0, 0, context, reference=term.id)

    def in_dictionary(self, word: str) -> Iterator[Hit]:
        """Entries whose headword it is."""
        for entry in self._lookup().dictionary(word):
            context = f"{entry.simplified} {' '.join(entry.syllables)} {'; '.join(entry.senses)}"
            yield Hit("entry", None, entry.simplified, None, 0, 0, context)


class Results:
    """Hits of all kinds: how many, exactly, and each when it is asked for."""

    def __init__(
        self,
        heads: Sequence[Hit],
        titles: Mapping[int, str],
        places: FoundPlaces | CombinedPlaces | None,
        rest: Sequence[Hit],
    ) -> None:
        self._heads = heads
        self.titles = titles
        self.places = places
        self._rest = rest

    @property
    def total(self) -> int:
        """How many there are."""
        places = 0 if self.places is None else self.places.total
        return len(self._heads) + places + len(self._rest)

    def __iter__(self) -> Iterator[Hit]:
        yield from self._heads
        for place in self.places or ():
            yield _hit(place, self.titles.get(place.document, ""))
        yield from self._rest


def _hit(place: Place, title: str) -> Hit:
    context, mark = in_context(place.text, place.start, place.end)
    return Hit(
        "text", place.document, title, place.paragraph, place.start, place.end, context, mark
    )


def _in_title(wanted: Wanted, document: int, title: str) -> Iterator[Hit]:
    if wanted.filters.tags or not all_match(wanted.groups, wanted.without, title):
        return
    for query in (query for group in wanted.groups for query in group):
        for at, end in query.in_text(title):
            yield Hit("title", document, title, 0, at, end, title, (at, end))
            return


def _dated(filters: Filters, moment: datetime) -> bool:
    """Whether something was made or changed when it was wanted."""
    early = filters.after is not None and moment < filters.after
    late = filters.before is not None and moment >= filters.before
    return not early and not late


def in_context(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """What is shown around a match, and where the match is in it."""
    first = max(0, start - _CONTEXT)
    before = ("…" if first else "") + text[first:start]
    after = text[end : end + _CONTEXT] + ("…" if end + _CONTEXT < len(text) else "")
    context = (before + text[start:end] + after).replace("\n", " ")
    return context, (len(before), len(before) + end - start)
