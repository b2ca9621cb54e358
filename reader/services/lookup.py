"""What the card of a word says: reading, senses, level, glossary entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.glossary import Term
from reader.domain.lexicon import Entry, rank
from reader.domain.words import Word

if TYPE_CHECKING:
    from reader.domain.ports import Glossary, Lexicon


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything known about a word as read at one place.

    ``parts`` are shorter words inside with their best entry, for words that the
    dictionary lacks and for terms. ``ready`` is false while there is no dictionary yet.
    """

    text: str
    syllables: tuple[str, ...]
    sure: bool
    entries: tuple[Entry, ...]
    hsk: int | None
    term: Term | None
    parts: tuple[tuple[str, tuple[str, ...], Entry | None], ...]
    ready: bool = True


class Lookup:
    """Explains words by dictionary and glossary."""

    def __init__(self, lexicon: Lexicon, glossary: Glossary) -> None:
        self._lexicon = lexicon
        self._glossary = glossary

    def explain(self, text: str, word: Word) -> Explanation:
        """Explain ``word``, which reads ``text``."""
        entries = tuple(rank(self._lexicon.entries(text), word.syllables))
        term = self._glossary.term(word.term) if word.term else self._glossary.find(text)
        parts: list[tuple[str, tuple[str, ...], Entry | None]] = []
        if not entries:
            pieces = word.parts or _characters(text, word)
            for part in pieces:
                piece = text[part.start - word.start : part.end - word.start]
                if part.syllables and piece != text:
                    found = rank(self._lexicon.entries(piece), part.syllables)
                    parts.append((piece, part.syllables, found[0] if found else None))
        return Explanation(
            text, word.syllables, word.sure, entries, self._lexicon.hsk(text), term, tuple(parts)
        )

    def gloss(self, text: str, word: Word) -> str:
        """The first sense of a word, or the English of its term, or nothing."""
        if word.term:
            term = self._glossary.term(word.term)
            if term is not None:
                return term.english
        entries = rank(self._lexicon.entries(text), word.syllables) if word.syllables else []
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

    def terms(self) -> list[Term]:
        """Every term of the glossary."""
        return self._glossary.all()


def _characters(text: str, word: Word) -> tuple[Word, ...]:
    """The characters of a word as words, when each has a syllable."""
    if len(text) != len(word.syllables) or len(text) < 2:
        return ()
    return tuple(
        Word(word.start + i, word.start + i + 1, word.kind, (syllable,))
        for i, syllable in enumerate(word.syllables)
    )
