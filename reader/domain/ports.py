"""What services ask of formats, language and storage, as protocols.

The three packages never import each other; ``app.py`` hands their objects to services
as these types.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reader.domain.corrections import Correction, Wanted
    from reader.domain.document import (
        Decisions,
        Document,
        Outline,
        Paragraph,
        Repair,
        Shape,
        Source,
    )
    from reader.domain.glossary import Term
    from reader.domain.lexicon import Entry, Frequency
    from reader.domain.library import Card, Followed
    from reader.domain.overlay import Overlay
    from reader.domain.own import Batch, OwnGlossary, OwnTerm
    from reader.domain.places import Span
    from reader.domain.versions import Update
    from reader.domain.words import Word

Clock = Callable[[], datetime]
"""Returns the present as an aware time in UTC."""


class Analyser(Protocol):
    """Cuts paragraphs into words and reads them."""

    @property
    def version(self) -> str:
        """Changes whenever the same text could come out differently."""

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each paragraph; they cover it without gaps."""


class PackingAnalyser(Protocol):
    """Cuts and reads paragraphs, and gives the words as they are stored."""

    choice: str
    """Which engine cuts; words of another one must not be stored as this one's."""

    def packed(self, texts: Sequence[str]) -> list[bytes | None]:
        """Packed words of each text, for :meth:`Analyses.keep`."""


class Lexicon(Protocol):
    """The dictionary with HSK levels and frequencies."""

    def entries(self, word: str) -> list[Entry]:
        """Entries whose simplified or traditional form is ``word``."""

    def hsk(self, word: str) -> int | None:
        """HSK level of ``word`` (2025 syllabus; 7 stands for 7-9), or ``None``."""

    def levels(self, words: Iterable[str]) -> dict[str, int]:
        """HSK levels of those of ``words`` that have one, simplified or traditional."""

    def frequency(self, word: str) -> Frequency | None:
        """How often ``word`` is used, or ``None`` where that is not known."""

    def known(self, words: Iterable[str]) -> frozenset[str]:
        """Those of ``words`` that have an entry."""


class Glossary(Protocol):
    """The terms, by id and by what is written."""

    def term(self, identifier: str) -> Term | None:
        """The term with this id."""

    def find(self, text: str) -> Term | None:
        """The term whose headword or variant is exactly ``text``."""

    def ours(self, text: str) -> Term | None:
        """Our own term of that kind, also where the reader's stands before it."""

    def written(self, texts: Iterable[str]) -> frozenset[str]:
        """Those of ``texts`` that are headword or variant of a term."""

    def all(self) -> list[Term]:
        """Every term, ordered by toneless pinyin."""


class Library(Protocol):
    """Texts of the reader. Every writing method is one durable transaction."""

    def add(self, source: Source, document: Document, decisions: Decisions) -> int:
        """Add a text, or find the one with the same bytes; return its id."""

    def replace(self, identifier: int, document: Document, decisions: Decisions) -> None:
        """Put a text mended differently in place; anchor what is anchored in it again."""

    def update(self, identifier: int, update: Update) -> Followed:
        """Give a text other bytes; what is anchored in it follows. Raises TextThere."""

    def alike(self, name: str, title: str) -> list[int]:
        """Texts whose source has this name, or that have this title, last opened first."""

    def shared(self, identifier: int, texts: Collection[str]) -> int:
        """How many of these paragraphs (at most 500) stand in a text just so."""

    def find(self, sha256: str) -> int | None:
        """The text whose source has this SHA-256."""

    def find_beginning(self, sha256: str) -> int | None:
        """The only text whose SHA-256 begins like this."""

    def holds(self, identifier: int) -> bool:
        """Whether there is a text with this id."""

    def cards(self) -> list[Card]:
        """All texts, last opened first."""

    def states(self) -> dict[int, bytes]:
        """Every text with a digest of what it says."""

    def card(self, identifier: int) -> Card:
        """One text. Raises DocumentUnknown."""

    def title(self, identifier: int) -> str:
        """Its title. Raises DocumentUnknown."""

    def outline(self, identifier: int) -> Outline:
        """Its sections. Raises DocumentUnknown."""

    def shape(self, identifier: int) -> Shape:
        """Kind and length of every paragraph, for estimating heights."""

    def paragraphs(self, identifier: int, start: int, end: int) -> list[Paragraph]:
        """Paragraphs ``start`` to ``end`` (half-open) by document-wide index."""

    def written(self, identifier: int, start: int, end: int) -> list[str]:
        """The text alone of paragraphs ``start`` to ``end``."""

    def repairs(self, identifier: int) -> list[Repair]:
        """Every repair."""

    def source(self, identifier: int) -> Source:
        """The bytes as they were given."""

    def decisions(self, identifier: int) -> Decisions:
        """What the reader decided about its mending."""

    def overlay(self) -> Overlay | None:
        """The reader's corrections of words, ready to be applied."""

    def position(self, identifier: int) -> tuple[int, float]:
        """Where reading stopped: paragraph and fraction of its height."""

    def set_position(self, identifier: int, paragraph: int, offset: float) -> None:
        """Remember where reading stopped."""


class Corrections(Protocol):
    """The reader's corrections of words. Every writing method is one durable transaction."""

    def all(self) -> list[Correction]:
        """Every correction that is not in the bin, in the order they were made."""

    def swap(
        self,
        added: Sequence[Wanted] = (),
        removed: Sequence[str] = (),
        restored: Sequence[str] = (),
        *,
        now: datetime,
    ) -> list[Correction]:
        """Store new ones, put some into the bin, take others out of it; return the new ones."""


class OwnTerms(Protocol):
    """Glossaries of the reader's own. Writing is one durable transaction."""

    def new_id(self, now: datetime) -> str:
        """An id for what is to be written."""

    def glossaries(self) -> list[OwnGlossary]:
        """Every glossary that is not in the bin, in the order they were made."""

    def active(self) -> list[TermRow]:
        """Terms that are switched on, not yet decoded."""

    def terms(self, glossary: str) -> list[OwnTerm]:
        """The terms of a glossary in the order in which they came."""

    def get(self, identifiers: Iterable[str]) -> list[OwnTerm]:
        """Those of these terms that are there."""

    def count(self) -> dict[str, int]:
        """How many terms each glossary has."""

    def apply(self, batch: Batch, now: datetime) -> None:
        """Write all of a batch or nothing."""


class TermRow(Protocol):
    """A term as it is stored: what finds it in a text, and the rest when it is asked for."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def glossary(self) -> str:
        """The id of its glossary."""

    @property
    def name(self) -> str:
        """The id it has in files."""

    @property
    def headword(self) -> str:
        """How it is written."""

    @property
    def pinyin(self) -> str:
        """How it is read, a blank between two syllables."""

    @property
    def variants(self) -> str:
        """A list in JSON."""

    def forms(self) -> tuple[str, ...]:
        """The variants. Raises ValueError."""

    def term(self) -> Term:
        """The term. Raises ValueError or TypeError."""


class KnownWords(Protocol):
    """What the reader said about words: that they are known, or not."""

    def all(self) -> dict[str, bool]:
        """Every word of which something was said."""

    def say(self, states: Mapping[str, bool | None], now: datetime) -> dict[str, bool | None]:
        """Store states, ``None`` for nothing said, all or none; return those before."""


class Narrator(Protocol):
    """Reads a text aloud and tells where it is. How it speaks is its own affair."""

    def follow(self, heard: Callable[[Span | None], None]) -> None:
        """Call ``heard`` with each span as it is spoken, and with None when speech ends.

        From any thread, and with ``heard`` kept for as long as the narrator lives.
        """


class Analyses(Protocol):
    """Words of paragraphs, kept by the paragraph's text and the analyser's version."""

    def get(self, texts: Sequence[str]) -> list[tuple[Word, ...] | None]:
        """Stored words of each text, ``None`` where there are none."""

    def get_portion(self, text: str, start: int, end: int) -> tuple[Word, ...] | None:
        """Stored words of one portion of a paragraph, with offsets of the paragraph."""

    @property
    def made_by(self) -> str:
        """What made the words that are stored, empty where there are none."""

    def missing(self, texts: Sequence[str]) -> list[int]:
        """Indexes of the texts, none longer than a portion, for which no words are stored."""

    def put(self, texts: Sequence[str], words: Sequence[tuple[Word, ...]]) -> None:
        """Store words; losing them costs only time. None of ``texts`` is longer than a portion."""

    def keep(self, texts: Sequence[str], packed: Sequence[bytes | None]) -> None:
        """Store words that have been packed already."""
