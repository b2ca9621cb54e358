"""What can be done to the reader's own glossaries. What is written counts at once everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.glossary import KEY
from reader.domain.own import OURS, Batch, OwnGlossary, OwnTerm
from reader.domain.script import count_han
from reader.services.shelf import Shelf

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.domain.ports import Clock, OwnTerms
    from reader.domain.words import Word

SOON = 2000
"""Terms up to which they are read at once, when the first words are shown."""

_READ_AT_ONCE = 200
"""Headwords read aloud by the engine at once."""


class Change(NamedTuple):
    """What was written and what takes it back, each to be applied.

    ``forms`` are the written forms that may be a term now or none any more; ``None`` means any.
    """

    batch: Batch
    back: Batch
    forms: frozenset[str] | None = None


class Plan(NamedTuple):
    """What taking in a file would do: the batch, and how many terms would be what."""

    batch: Batch
    added: int
    changed: int
    same: int
    removed: int


class Own:
    """The reader's own terms: what is there, and every way to change it."""

    def __init__(self, store: OwnTerms, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._shelf: Shelf | None = None
        self._later = False

    # --- reading ----------------------------------------------------------------

    @property
    def shelf(self) -> Shelf | None:
        """What is switched on; ``None`` while that is being read."""
        if self._shelf is None and not self._later:
            self.renew()
        return self._shelf

    def wait_if_many(self) -> bool:
        """Leave it to :meth:`renew` to read them where they are many; tell if they are."""
        self._later = self._shelf is None and sum(self._store.count().values()) > SOON
        return self._later

    def renew(self) -> Shelf:
        """Read again what is switched on."""
        shelf = Shelf(self._store.glossaries(), self._store.active())
        self._shelf, self._later = shelf, False
        return shelf

    def glossaries(self) -> list[OwnGlossary]:
        """The reader's own glossaries."""
        return [one for one in self._store.glossaries() if one.id != OURS]

    def ours(self) -> bool:
        """Whether the glossary that comes with the program is on."""
        return all(one.on for one in self._store.glossaries() if one.id == OURS)

    def count(self) -> dict[str, int]:
        """How many terms each glossary has."""
        return self._store.count()

    def terms(self, glossary: str) -> list[OwnTerm]:
        """The terms of a glossary in the order in which they came."""
        return self._store.terms(glossary)

    def kept(self, key: str) -> OwnTerm | None:
        """A term by the id it has in texts, as it is kept."""
        return next(iter(self._store.get([key.removeprefix(KEY)])), None)

    # --- changing ---------------------------------------------------------------

    def apply(self, batch: Batch) -> Change:
        """Write a batch, all or nothing."""
        back, forms = self._back(batch)
        self._store.apply(batch, self._clock())
        self.renew()
        return Change(batch, back, forms)

    def create(self, name: str) -> OwnGlossary:
        """A new glossary, to be written with what goes into it."""
        return OwnGlossary(self._store.new_id(self._clock()), name)

    def put(self, term: Term, glossary: OwnGlossary, instead: OwnTerm | None = None) -> Change:
        """Write a term into a glossary that may be new, or ``instead`` of another."""
        now = self._clock()
        if instead is not None:
            changed = instead._replace(term=term, glossary=glossary.id, changed=now)
            return self.apply(Batch(self._unless_there(glossary), [changed]))
        there = {one.term.id for one in self._store.terms(glossary.id)}
        name, number = term.headword, 2
        while name in there:
            name, number = f"{term.headword}-{number}", number + 1
        own = OwnTerm(self._store.new_id(now), glossary.id, term._replace(id=name), now, now)
        return self.apply(Batch(self._unless_there(glossary), [own]))

    def remove(self, keys: Iterable[str]) -> Change:
        """Put terms into the bin."""
        return self.apply(Batch(removed=[key.removeprefix(KEY) for key in keys]))

    def switch(self, glossary: str, *, on: bool) -> Change:
        """Switch a glossary on or off: one of the reader's, or :data:`OURS`."""
        found = next((one for one in self._store.glossaries() if one.id == glossary), None)
        if found is None and glossary != OURS:
            raise KeyError(glossary)
        return self.apply(Batch([(found or OwnGlossary(OURS, ""))._replace(on=on)]))

    def rename(self, glossary: OwnGlossary, name: str) -> Change:
        """Give a glossary another name."""
        return self.apply(Batch([glossary._replace(name=name)]))

    def close(self, glossary: str) -> Change:
        """Put a glossary into the bin with everything in it."""
        return self.apply(Batch(closed=[glossary]))

    def plan(self, terms: Sequence[Term], glossary: OwnGlossary, *, replace: bool) -> Plan:
        """What it would do to take terms into a glossary, which may be new.

        A term takes the place of the one with its id, or else with its headword; the others
        stay, unless these terms ``replace`` them all.
        """
        now = self._clock()
        kept = self._store.terms(glossary.id)
        by_name = {one.term.id: one for one in reversed(kept)}
        by_headword = {one.term.headword: one for one in reversed(kept)}
        met: set[str] = set()
        put: list[OwnTerm] = []
        changed = same = 0
        for term in terms:
            old = by_name.get(term.id) or by_headword.get(term.headword)
            if old is None or old.id in met:
                put.append(OwnTerm(self._store.new_id(now), glossary.id, term, now, now))
                continue
            met.add(old.id)
            if old.term == term:
                same += 1
            else:
                changed += 1
                put.append(old._replace(term=term, changed=now))
        gone = [one.id for one in kept if one.id not in met] if replace else []
        batch = Batch(self._unless_there(glossary), put, gone)
        return Plan(batch, len(put) - changed, changed, same, len(gone))

    # --- within -----------------------------------------------------------------

    def _unless_there(self, glossary: OwnGlossary) -> list[OwnGlossary]:
        return [] if glossary in self._store.glossaries() else [glossary]

    def _back(self, batch: Batch) -> tuple[Batch, frozenset[str] | None]:
        """What takes a batch back, and the forms that it touches."""
        glossaries = {one.id: one for one in self._store.glossaries()}
        put = [one.id for one in batch.terms]
        before = self._store.get([*put, *batch.removed])
        there = {one.id for one in before}
        back = Batch(
            [
                glossaries[i]
                for i in [*(one.id for one in batch.glossaries), *batch.closed]
                if i in glossaries
            ],
            before,
            [i for i in put if i not in there],
            [one.id for one in batch.glossaries if one.id not in glossaries],
        )
        if back.glossaries or batch.closed or any(one.id == OURS for one in batch.glossaries):
            return back, None
        touched = [*batch.terms, *before]
        forms = {form for own in touched for form in (own.term.headword, *own.term.variants)}
        return back, frozenset(forms)


def filled(
    terms: Sequence[Term],
    read: Callable[[Sequence[str]], Sequence[tuple[Word, ...] | None]],
    wanted: Callable[[], bool] = lambda: True,
) -> list[Term]:
    """The terms, those that came without pinyin read as ``read`` reads their headwords."""
    out = list(terms)
    bare = [n for n, term in enumerate(terms) if term.syllables and not any(term.syllables)]
    for at in range(0, len(bare), _READ_AT_ONCE):
        if not wanted():
            break
        batch = bare[at : at + _READ_AT_ONCE]
        texts = [terms[n].headword for n in batch]
        for n, text, words in zip(batch, texts, read(texts), strict=True):
            out[n] = terms[n]._replace(syllables=spoken(text, words or ()))
    return out


def unread(text: str) -> tuple[str, ...]:
    """Syllables that are still to be found."""
    return ("",) * count_han(text)


def spoken(text: str, words: Sequence[Word]) -> tuple[str, ...]:
    """A syllable for each Chinese character of a text that has these words."""
    out: list[str] = []
    for word in words:
        count = count_han(text[word.start : word.end])
        out += [*word.syllables, *[""] * count][:count]
    return tuple(out) if len(out) == count_han(text) else unread(text)
