"""The reader's corrections: made, taken back, and how much one would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.corrections import Correction, Wanted
from reader.domain.overlay import Overlay
from reader.domain.portions import portions
from reader.services.analysis import Place

if TYPE_CHECKING:
    from reader.domain.overlay import Rule
    from reader.domain.ports import Analyses, Clock, Corrections, Library
    from reader.domain.words import Word
    from reader.services.session import Overlaid

_PAGE = 256
"""Paragraphs read at once."""

_MOST_ANALYSED = 200
"""Portions that are analysed for one count; what holds the words in more is told as unread."""

Analyse = Callable[[int, Sequence[Place]], None]
"""Cuts and reads portions of a text that are not stored yet, and stores them."""


class Scope(NamedTuple):
    """What corrections would change: so many places in so many texts.

    ``unread`` counts places in what could not be analysed, where it is not known.
    """

    places: int
    texts: int
    unread: int = 0


class Made(NamedTuple):
    """What was stored, and what it stands instead of."""

    made: list[Correction]
    replaced: list[Correction]

    @property
    def rules(self) -> list[Rule]:
        """Everything that may look different now."""
        return rules_of([*self.made, *self.replaced])


class Correcting:
    """What can be done to corrections. What is written counts at once for every text."""

    def __init__(
        self,
        store: Corrections,
        library: Library,
        analyses: Analyses,
        overlaid: Overlaid,
        clock: Clock,
    ) -> None:
        self._store = store
        self._library = library
        self._analyses = analyses
        self._overlaid = overlaid
        self._clock = clock

    def all(self) -> list[Correction]:
        """Every correction, in the order they were made."""
        return self._store.all()

    def make(self, wanted: Sequence[Wanted]) -> Made:
        """Keep what the reader wants, in one transaction, instead of what it contradicts."""
        replaced = _replaced(self._store.all(), wanted)
        made = self._store.swap(wanted, [one.id for one in replaced], now=self._clock())
        self._overlaid.renew()
        return Made(made, replaced)

    def swap(self, removed: Sequence[Correction], restored: Sequence[Correction] = ()) -> None:
        """Put some into the bin and take others out of it, in one transaction."""
        self._store.swap(
            (), [one.id for one in removed], [one.id for one in restored], now=self._clock()
        )
        self._overlaid.renew()

    # --- how much ---------------------------------------------------------------

    def scope(
        self,
        wanted: Sequence[Wanted],
        analyse: Analyse,
        going_on: Callable[[], bool] = lambda: True,
    ) -> Scope | None:
        """How much would change. ``None`` once it is not to be ``going_on`` any more."""
        kept = self._store.all()
        replaced = _replaced(kept, wanted)
        rules = [rule for rule in (one.rule for one in wanted) if rule is not None]
        after = Overlay([*rules_of([one for one in kept if one not in replaced]), *rules])
        comparison = _Comparison(self._overlaid.now or Overlay(), after, rules)
        places = texts = unread = 0
        reading = _Fetching(self._analyses, analyse)
        for document in self._documents(rules):
            here = 0
            for index, text in self._holding(document, rules):
                if not going_on():
                    return None
                for portion, (start, end) in enumerate(portions(text)):
                    if comparison.may_touch(document, index, text, start, end):
                        words = reading.words(document, (index, portion), text[start:end], start)
                        found = comparison.places(words, text[start:end], document, index, start)
                        here += found if words else 0
                        unread += 0 if words else 1
            places += here
            texts += bool(here)
            if not going_on():
                return None
        return Scope(places, texts, unread)

    def _documents(self, rules: Sequence[Rule]) -> list[int]:
        if all(rule.document is not None for rule in rules):
            return list(dict.fromkeys(rule.document for rule in rules if rule.document))
        return [card.id for card in self._library.cards()]

    def _holding(self, document: int, rules: Sequence[Rule]) -> Iterator[tuple[int, str]]:
        """Paragraphs in which something to be corrected is written."""
        quotes = [rule.quote for rule in rules]
        total = self._library.outline(document).total
        for first in range(0, total, _PAGE):
            page = self._library.paragraphs(document, first, min(first + _PAGE, total))
            for index, paragraph in enumerate(page, first):
                if any(quote in paragraph.text for quote in quotes):
                    yield index, paragraph.text


class _Fetching:
    """Stored words; those that there are not yet are analysed now, as far as that goes quickly."""

    def __init__(self, analyses: Analyses, analyse: Analyse) -> None:
        self._analyses = analyses
        self._analyse = analyse
        self._left = _MOST_ANALYSED

    def words(self, document: int, place: Place, text: str, start: int) -> tuple[Word, ...]:
        """Words of a portion that reads ``text`` and begins at ``start`` of its paragraph."""
        found = self._analyses.get([text])[0]
        if found is None and self._left > 0:
            self._left -= 1
            self._analyse(document, [place])
            found = self._analyses.get([text])[0]
        return tuple(_moved(word, start) for word in found or ()) if start else found or ()


def _moved(word: Word, by: int) -> Word:
    parts = tuple(_moved(part, by) for part in word.parts)
    return word._replace(start=word.start + by, end=word.end + by, parts=parts)


class _Comparison:
    """Words by the corrections before and after."""

    def __init__(self, before: Overlay, after: Overlay, rules: Sequence[Rule]) -> None:
        self._before = before
        self._after = after
        self._rules = rules

    def may_touch(self, document: int, index: int, text: str, start: int, end: int) -> bool:
        """Whether a portion may hold a place."""
        return any(
            text.find(rule.quote, start, end) >= 0
            if rule.span is None
            else (rule.document, rule.span.paragraph) == (document, index)
            for rule in self._rules
        )

    def places(
        self, words: tuple[Word, ...], text: str, document: int, index: int, start: int
    ) -> int:
        """The number of places of a portion that would be cut or read otherwise."""
        old = self._before.applied(words, text, document, index, start)
        new = self._after.applied(words, text, document, index, start)
        if old == new:
            return 0
        everywhere = [
            (site.start, site.end)
            for site in self._after.sites(words, text, start)
            if site.rule in self._rules
        ]
        here = [
            (rule.span.start, rule.span.end)
            for rule in self._rules
            if rule.span is not None and (rule.document, rule.span.paragraph) == (document, index)
        ]
        return sum(_looks(old, *place) != _looks(new, *place) for place in {*everywhere, *here})


def _looks(words: tuple[Word, ...], start: int, end: int) -> list[object]:
    """How a place is cut and read."""
    return [(w.start, w.end, w.syllables) for w in words if w.start < end and start < w.end]


def rules_of(corrections: Sequence[Correction]) -> list[Rule]:
    """How corrections are applied, of those that have a place."""
    rules = (correction.wanted.rule for correction in corrections)
    return [rule for rule in rules if rule is not None]


def _replaced(kept: Sequence[Correction], wanted: Sequence[Wanted]) -> list[Correction]:
    """Those that new ones leave nothing of: of the same characters, or of places inside theirs."""
    return [one for one in kept if any(_covers(new, one.wanted) for new in wanted)]


def _covers(new: Wanted, old: Wanted) -> bool:
    if new.anchor is None or old.anchor is None:
        return new.anchor is None and old.anchor is None and new.quote == old.quote
    outer, inner = new.anchor.span, old.anchor.span
    return (
        not old.orphan
        and (new.document, outer.paragraph) == (old.document, inner.paragraph)
        and outer.start <= inner.start
        and inner.end <= outer.end
    )
