"""What the card of a word says: notes, glossary entry, senses, level, frequency, characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.glossary import KEY
from reader.domain.lexicon import Entry, Frequency, as_surname, meanings, rank
from reader.domain.script import is_han
from reader.domain.words import ReadingSource, Word, WordKind
from reader.services.candidates import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.domain.glossary import Term
    from reader.domain.ports import Glossary, Lexicon

_YEARS = r"\((?:c\. |born |b\. )?\d{3,4}"
"""What the dictionary writes after the name of a person."""
_FEW = 4
"""Characters of a word up to which each is explained by itself."""


class Part(NamedTuple):
    """A word or character inside another, as read there, with its best entry.

    ``english`` tells of a term that has no entry.
    """

    text: str
    syllables: tuple[str, ...]
    entry: Entry | None
    english: str = ""


class Related(NamedTuple):
    """A term that another one names: how they are related (``broader``, …), and what it is."""

    how: str
    headword: str
    english: str


class Explanation(NamedTuple):
    """Everything known about a word as read at one place.

    ``entries`` have the reading it has here, ``elsewhere`` another. ``parts`` are shorter
    words inside, for terms and for words that the dictionary lacks; ``characters`` stand
    for a short word without parts. ``notes`` are the reader's own words. ``spoken`` is how a
    number in digits is read aloud. ``ours`` is our term where the reader's own ``term`` stands
    before it. ``ready`` is false while there is no dictionary yet.
    """

    text: str
    syllables: tuple[str, ...]
    sure: bool = True
    entries: tuple[Entry, ...] = ()
    elsewhere: tuple[Entry, ...] = ()
    hsk: int | None = None
    frequency: Frequency | None = None
    term: Term | None = None
    related: tuple[Related, ...] = ()
    parts: tuple[Part, ...] = ()
    characters: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    ready: bool = True
    spoken: str = ""
    ours: Term | None = None

    @property
    def is_own(self) -> bool:
        """Whether the term is the reader's own."""
        return self.term is not None and self.term.id.startswith(KEY)


class Lookup:
    """Explains words by dictionary and glossary."""

    def __init__(self, lexicon: Lexicon, glossary: Glossary) -> None:
        self._lexicon = lexicon
        self._glossary = glossary

    def explain(self, text: str, word: Word, notes: tuple[str, ...] = ()) -> Explanation:
        """Explain ``word``, which reads ``text``. Raises ReferenceMissing."""
        found = self._lexicon.entries(text)
        here = meanings(found, word.syllables, name=_is_name(word))
        term = self._glossary.term(word.term) if word.term else None
        term = term or self._glossary.find(text)
        parts = self._parts(text, word) if term is not None or not found else ()
        return Explanation(
            text,
            word.syllables,
            word.sure,
            here.here,
            here.elsewhere,
            self._lexicon.hsk(text),
            self._lexicon.frequency(text),
            term,
            self._related(term) if term is not None else (),
            parts,
            () if parts else self._characters(text, word, found),
            notes,
            spoken=read_aloud(word),
            ours=self._glossary.ours(text) if term and term.id.startswith(KEY) else None,
        )

    def word(self, text: str, syllables: tuple[str, ...] = ()) -> Word:
        """A word that stands by itself, read as ``syllables`` or as is usual."""
        term = self._glossary.find(text)
        if term is not None and len(term.syllables) == len(text):
            found = ReadingSource.GLOSSARY
            return Word(0, len(text), WordKind.TERM, term.syllables, found, term=term.id)
        entries = rank(self._lexicon.entries(text), syllables)
        if not entries:
            return Word(0, len(text), WordKind.WORD, syllables)
        best = entries[0]
        kind = WordKind.NAME if best.is_proper else WordKind.WORD
        read = syllables or best.syllables
        return Word(0, len(text), kind, read, ReadingSource.DICTIONARY)

    def gloss(self, text: str, word: Word) -> str:
        """The first sense of a word, or the English of its term, or nothing."""
        if word.term:
            term = self._glossary.term(word.term)
            if term is not None:
                return term.english
        if not word.syllables:
            return ""
        entries = rank(self._lexicon.entries(text), word.syllables, name=_is_name(word))
        return entries[0].senses[0] if entries and entries[0].senses else ""

    def hsk(self, text: str) -> int | None:
        """HSK level of a word."""
        return self._lexicon.hsk(text)

    def dictionary(self, text: str) -> list[Entry]:
        """Entries for a headword, best first."""
        return rank(self._lexicon.entries(text), ())

    def term(self, text: str) -> Term | None:
        """The term with this headword, variant or id."""
        return self._glossary.find(text) or self._glossary.term(text)

    def term_by_id(self, identifier: str) -> Term | None:
        """The term with this id and no other."""
        return self._glossary.term(identifier)

    def terms(self) -> list[Term]:
        """Every term of the glossary."""
        return self._glossary.all()

    def words_among(self, texts: list[str]) -> frozenset[str]:
        """Those of ``texts`` that are a word of the dictionary or a term."""
        return self._lexicon.known(texts) | self._glossary.written(texts)

    # --- parts ------------------------------------------------------------------

    def _parts(self, text: str, word: Word) -> tuple[Part, ...]:
        """The shorter words inside, of a given name its characters."""
        person = word.kind is WordKind.NAME and _is_person(self._lexicon.entries(text))
        parts: list[Part] = []
        for inner in word.parts or self._known_inside(text, word):
            start, end = inner.start - word.start, inner.end - word.start
            piece = text[start:end]
            if not inner.syllables or piece == text:
                continue
            name, surname = _is_name(inner), person and not start
            found = self._part(piece, inner.syllables, name=name, surname=surname)
            parts += self._divided(piece, inner, found, person=person)
        return tuple(parts)

    def _divided(self, text: str, word: Word, found: Part, *, person: bool) -> Sequence[Part]:
        """A part, or what is in it where nothing is known of it as a whole."""
        if found.entry is not None or found.english:
            return (found,)
        if person:
            return self._characters(text, word, ()) or (found,)
        inside = [
            self._part(text[w.start - word.start : w.end - word.start], w.syllables, name=False)
            for w in self._known_inside(text, word)
        ]
        return inside or (found,)

    def _known_inside(self, text: str, word: Word) -> list[Word]:
        """The words of the dictionary in a word that it lacks, where one has two characters."""
        if word.kind is WordKind.NAME or len(word.syllables) != len(text):
            return []
        spans = words_in(self, text)
        if all(end - start == 1 for start, end in spans):
            return []
        at = word.start
        return [
            Word(at + start, at + end, WordKind.WORD, word.syllables[start:end])
            for start, end in spans
        ]

    def _characters(self, text: str, word: Word, found: Sequence[Entry]) -> tuple[Part, ...]:
        """The characters of a word, when each has a syllable. One that is nobody's word has all."""
        size = len(text)
        if size != len(word.syllables) or size < 2 or (found and size > _FEW):
            return ()
        if not all(map(is_han, text)):
            return ()
        person = word.kind is WordKind.NAME and _is_person(found)
        pairs = zip(text, word.syllables, strict=True)
        return tuple(
            self._part(
                char,
                (syllable,) if syllable else (),
                name=person and at == 0,
                surname=person and at == 0,
            )
            for at, (char, syllable) in enumerate(pairs)
        )

    def _part(
        self, text: str, syllables: tuple[str, ...], *, name: bool, surname: bool = False
    ) -> Part:
        found = meanings(self._lexicon.entries(text), syllables, name=name)
        entries = found.here or found.elsewhere
        if entries:
            return Part(text, syllables, as_surname(entries) if surname else entries[0])
        term = self._glossary.find(text)
        return Part(text, syllables, None, term.english if term is not None else "")

    def _related(self, term: Term) -> tuple[Related, ...]:
        found = []
        groups = {"broader": term.broader, "related": term.related, "opposite": term.opposite}
        for how, identifiers in groups.items():
            for identifier in identifiers:
                other = self._glossary.term(identifier)
                if other is not None:
                    found.append(Related(how, other.headword, other.english))
        return tuple(found)


def read_aloud(word: Word) -> str:
    """How a number in digits is read, which has no syllables of its own."""
    return "" if word.syllables else word.spoken or ""


def _is_person(entries: Sequence[Entry]) -> bool:
    """Whether a name is a person's: the dictionary gives the years, or lacks it."""
    return not entries or any(re.search(_YEARS, sense) for e in entries for sense in e.senses)


def _is_name(word: Word) -> bool:
    """Whether a word is a name where it is read; the reading of a part carries a capital."""
    return word.kind is WordKind.NAME or "".join(word.syllables[:1])[:1].isupper()
