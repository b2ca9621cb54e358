"""The analyser: words with readings for every paragraph."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from reader.domain.bare import bare
from reader.domain.gaps import GappedForms
from reader.domain.glossary import Term
from reader.domain.script import count_han
from reader.domain.words import ReadingSource, Word, WordKind
from reader.language import choices, context, handmade, singles, surnames, tables
from reader.language.forms import read_as_written
from reader.language.models import container
from reader.language.models.container import ModelUnusable
from reader.language.ordinary import Ordinary
from reader.language.pieces import PERSON, Piece
from reader.language.readings import NOTHING, Reader, Reading, join
from reader.language.simplifying import simplified
from reader.language.spoken import with_spoken
from reader.language.terms import written_forms

if TYPE_CHECKING:
    from reader.language.polyphony import Polyphony

WORDS_MODEL = "words"
WORDS_VERSION = 1
READINGS_MODEL = "readings"
READINGS_VERSION = 2
VERSION = 17  # bump when the same text could come out differently
_READ = frozenset({WordKind.WORD, WordKind.NAME, WordKind.TERM})


class Cutting(Protocol):
    """An engine that cuts texts into words."""

    def cut(self, texts: Sequence[str]) -> list[list[Piece]]:
        """Return the pieces of each text; together they are exactly the text."""

    def parts(self, texts: Sequence[str]) -> list[list[Piece]]:
        """Cut terms into the words inside them; nothing of one that is one word."""


class Annotator:
    """Cuts and reads paragraphs; implements `reader.domain.ports.Analyser`.

    Nothing is loaded before the first paragraph. ``cache`` is a folder of our own for the
    compiled tables. ``engine`` is ``xidu`` or ``jieba``; where the model of the first cannot be
    used the second does its work, and ``trouble`` says why. ``models`` is the folder of the models
    if it is not the program's own. Calls from several threads are served one after the other.
    """

    def __init__(
        self,
        cache: Path,
        glossary: Sequence[Term],
        engine: str = "xidu",
        models: Path | None = None,
    ) -> None:
        self._cache = cache
        self._terms = {term.id: term for term in glossary}
        self._ordinary = Ordinary(glossary)
        self._gapped = GappedForms((form, term.id) for form, term in written_forms(glossary))
        self._engine = engine
        self._models = models
        self._lock = Lock()
        self._loaded: tuple[Cutting, Reader] | None = None
        self._term_words: dict[tuple[str, str | None], Word] = {}
        self._polyphony: Polyphony | None = None

    @cached_property
    def _model(self) -> str | ModelUnusable:
        """The digest of the model that cuts, nothing for jieba, or why there is none."""
        if self._engine == "jieba":
            return ""
        try:
            return container.digest(WORDS_MODEL, WORDS_VERSION, self._models)
        except ModelUnusable as error:
            return error

    @cached_property
    def _readings(self) -> str | ModelUnusable:
        """The digest of the model that reads polyphones, or why there is none."""
        try:
            return container.digest(READINGS_MODEL, READINGS_VERSION, self._models)
        except ModelUnusable as error:
            return error

    @property
    def trouble(self) -> ModelUnusable | None:
        """Why jieba cuts although it was not asked to, or polyphones are read by rules alone."""
        for model in (self._model, self._readings):
            if isinstance(model, ModelUnusable):
                return model
        return None

    @cached_property
    def version(self) -> str:
        """Changes whenever the same text could come out differently."""
        model = self._model if isinstance(self._model, str) else ""
        readings = self._readings if isinstance(self._readings, str) else "rules"
        parts = [str(VERSION), *(metadata.version(name) for name in tables.PACKAGES)]
        content = repr((list(self._terms.values()), _by_hand()))
        digest = hashlib.sha256(content.encode()).hexdigest()[:12]
        engine = f"xidu.{model[:12]}" if model else "jieba"
        return "-".join([*parts, engine, readings[:12], digest])

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each paragraph; they cover it without gaps."""
        with self._lock:
            cutter, reader = self.load()
            plain = list(map(simplified, texts))  # what is written is held against it afterwards
            cut = cutter.cut(plain)
            self._learn_terms(cut, cutter, reader)
            readings = [proposed(pieces, reader) for pieces in cut]
            if self._polyphony is not None:
                readings = self._polyphony.decide(plain, cut, readings)
            return [
                read_as_written(text, form, self._words(form, pieces, own, reader))
                for text, form, pieces, own in zip(texts, plain, cut, readings, strict=True)
            ]

    def load(self) -> tuple[Cutting, Reader]:
        """Load what cuts and what reads, unless that has been done."""
        if self._loaded is None:
            loaded = tables.load(self._cache)
            reader = Reader(loaded)
            self._polyphony = self._reading_model(reader)
            self._loaded = self._cutter(loaded), reader
        return self._loaded

    def _reading_model(self, reader: Reader) -> Polyphony | None:
        """What reads polyphones, or nothing where its model cannot be used."""
        if isinstance(self._readings, ModelUnusable):
            return None
        from reader.language.models.polyphones import Polyphones  # noqa: PLC0415 - numpy
        from reader.language.polyphony import Polyphony  # noqa: PLC0415

        return Polyphony(Polyphones(self._models), reader.doubtful)

    def _cutter(self, loaded: tables.Tables) -> Cutting:
        terms = list(self._terms.values())
        if isinstance(self._model, str) and self._model:
            # numpy costs 80 ms to import, jieba 30 to 120, and only one of them is needed.
            from reader.language import cutter, lexicon  # noqa: PLC0415
            from reader.language.models.boundaries import Boundaries  # noqa: PLC0415

            return cutter.Cutter(Boundaries(self._models), lexicon.load(self._cache), terms)
        from reader.language.segmenter import Segmenter  # noqa: PLC0415

        return Segmenter(loaded, tables.load_frequencies(self._cache), terms)

    def _words(
        self, text: str, pieces: Sequence[Piece], readings: Sequence[Reading], reader: Reader
    ) -> tuple[Word, ...]:
        words = []
        start = 0
        for at, reading in enumerate(readings):
            word = self._word(pieces, at, start, reader, reading)
            words.append(word)
            start = word.end
        read = with_spoken(text, words)
        return self._gapped.applied(read, text, allowed=self._ordinary.allows(read, text))

    def _word(
        self,
        pieces: Sequence[Piece],
        at: int,
        start: int,
        reader: Reader,
        reading: Reading | None = None,
    ) -> Word:
        """Make a word of a piece, which may be a term or hold some; ``reading`` is its own."""
        piece = pieces[at]
        if piece.term is not None:
            return _moved(self._term_words[piece.text, piece.term], start)
        if not any(_terms_in(part) for part in piece.parts):
            return _word(piece, start, reading or _read(pieces, at, reader))
        parts: list[Word] = []
        end = start
        for part in range(len(piece.parts)):
            parts.append(self._word(piece.parts, part, end, reader))
            end = parts[-1].end
        whole = join([Reading(part.syllables, part.source, part.sure) for part in parts])
        return _word(piece, start, whole)._replace(parts=tuple(parts))

    def _learn_terms(self, cut: Sequence[Sequence[Piece]], cutter: Cutting, reader: Reader) -> None:
        """Make the words of terms that are met for the first time, all at once."""
        new = {
            (term.text, term.term): term
            for pieces in cut
            for piece in pieces
            for term in _terms_in(piece)
        }
        new = {key: piece for key, piece in new.items() if key not in self._term_words}
        for (key, piece), inside in zip(
            new.items(), cutter.parts([text for text, _ in new]), strict=True
        ):
            self._term_words[key] = self._make_term(piece, inside, reader)

    def _make_term(self, piece: Piece, inside: Sequence[Piece], reader: Reader) -> Word:
        """A term with the words inside it."""
        term = self._terms[piece.term or ""]
        readings = [_read(inside, at, reader) for at in range(len(inside))]
        if bare(piece.text) == bare(term.headword):
            reading = Reading(term.syllables, ReadingSource.GLOSSARY)
        else:
            reading = reader.read(piece.text, WordKind.WORD)
            if readings and reading.source is ReadingSource.DEFAULT:
                reading = join(readings)
        parts = []
        start = used = 0
        for part, own in zip(inside, readings, strict=True):
            syllables = reading.syllables[used : used + len(own.syllables)]
            parts.append(_word(part, start, reading._replace(syllables=syllables)))
            start += len(part.text)
            used += len(syllables)
        return Word(
            0,
            len(piece.text),
            WordKind.TERM,
            reading.syllables,
            reading.source,
            reading.sure,
            term.id,
            tuple(parts),
        )


def _terms_in(piece: Piece) -> list[Piece]:
    """The terms that a piece is or holds."""
    if piece.term is not None:
        return [piece]
    return [term for part in piece.parts for term in _terms_in(part)]


def _by_hand() -> tuple[object, ...]:
    """What was put down by hand and is not in the tables' fingerprint."""
    return (
        handmade.WORDS,
        sorted(handmade.NOT_WORDS),
        sorted(handmade.READINGS.items()),
        sorted(singles.SINGLES.items()),
        sorted(singles.SURE_SINGLES),
        sorted(surnames.SURNAMES),
        [
            (char, [(c.syllable, sorted(c.after), sorted(c.before)) for c in listed])
            for char, listed in choices.CHOICES.items()
        ],
    )


def proposed(pieces: Sequence[Piece], reader: Reader) -> list[Reading]:
    """What dictionary and rules say of each piece; nothing of terms."""
    return [
        NOTHING if piece.term is not None else _read(pieces, at, reader)
        for at, piece in enumerate(pieces)
    ]


def _read(pieces: Sequence[Piece], at: int, reader: Reader) -> Reading:
    """Read a piece, by its neighbours if it is a single character they decide."""
    piece = pieces[at]
    if piece.kind not in _READ:
        return NOTHING
    if len(piece.text) == 1 and piece.kind is WordKind.WORD:
        syllable = context.syllable(pieces, at)
        if syllable is not None:
            sure = not syllable.endswith(context.DOUBT)
            return Reading((syllable.rstrip(context.DOUBT),), sure=sure, ruled=True)
    reading = reader.read(piece.text, piece.kind)
    if piece.parts and reading.source is ReadingSource.DEFAULT and not piece.classes & PERSON:
        return join([_read(piece.parts, part, reader) for part in range(len(piece.parts))])
    return reading


def _word(piece: Piece, start: int, reading: Reading) -> Word:
    """Make a word of a piece; its parts take their share of its syllables."""
    end = start + len(piece.text)
    parts = []
    at, used = start, 0
    for part in piece.parts:
        size = count_han(part.text) if part.kind in _READ else 0
        own = reading._replace(syllables=reading.syllables[used : used + size])
        parts.append(_word(part, at, own if size else NOTHING))
        at += len(part.text)
        used += size
    return Word(
        start,
        end,
        piece.kind,
        reading.syllables,
        reading.source,
        reading.sure,
        piece.term,
        tuple(parts),
    )


def _moved(word: Word, by: int) -> Word:
    """The same word ``by`` characters further on."""
    parts = tuple(_moved(part, by) for part in word.parts)
    return Word(
        word.start + by,
        word.end + by,
        word.kind,
        word.syllables,
        word.source,
        word.sure,
        word.term,
        parts,
        word.spoken,
    )
