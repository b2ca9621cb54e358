"""The analyser: words with readings for every paragraph."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from threading import Lock

from reader.domain.glossary import Term
from reader.domain.words import ReadingSource, Word, WordKind
from reader.language import choices, context, handmade, singles, surnames, tables
from reader.language.pieces import Piece
from reader.language.readings import NOTHING, Reader, Reading, join
from reader.language.segmenter import Segmenter
from reader.language.spoken import with_spoken

VERSION = 3  # bump when the same text could come out differently
_READ = frozenset({WordKind.WORD, WordKind.NAME, WordKind.TERM})


class Annotator:
    """Cuts and reads paragraphs; implements `reader.domain.ports.Analyser`.

    Nothing is loaded before the first paragraph. ``cache`` is a folder of our own for the
    compiled tables. Calls from several threads are served one after the other.
    """

    def __init__(self, cache: Path, glossary: Sequence[Term]) -> None:
        self._cache = cache
        self._terms = {term.id: term for term in glossary}
        self._lock = Lock()
        self._loaded: tuple[Segmenter, Reader] | None = None
        self._term_words: dict[tuple[str, str], Word] = {}

    @cached_property
    def version(self) -> str:
        """Changes whenever the same text could come out differently."""
        parts = [str(VERSION), *(metadata.version(name) for name in tables.PACKAGES)]
        content = repr((list(self._terms.values()), _by_hand()))
        return "-".join([*parts, hashlib.sha256(content.encode()).hexdigest()[:12]])

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each paragraph; they cover it without gaps."""
        with self._lock:
            segmenter, reader = self._load()
            return [self._words(text, segmenter, reader) for text in texts]

    def _load(self) -> tuple[Segmenter, Reader]:
        if self._loaded is None:
            loaded = tables.load(self._cache)
            self._loaded = Segmenter(loaded, list(self._terms.values())), Reader(loaded)
        return self._loaded

    def _words(self, text: str, segmenter: Segmenter, reader: Reader) -> tuple[Word, ...]:
        pieces = segmenter.cut(text)
        words = []
        start = 0
        for at, piece in enumerate(pieces):
            if piece.term is not None:
                word = self._term(piece, start, segmenter, reader)
            else:
                word = _word(piece, start, _read(pieces, at, reader), reader)
            words.append(word)
            start = word.end
        return with_spoken(text, words)

    def _term(self, piece: Piece, start: int, segmenter: Segmenter, reader: Reader) -> Word:
        """A term with the words inside it, in its place."""
        key = (piece.text, piece.term or "")
        found = self._term_words.get(key)
        if found is None:
            found = self._term_words[key] = self._make_term(piece, segmenter, reader)
        return _moved(found, start)

    def _make_term(self, piece: Piece, segmenter: Segmenter, reader: Reader) -> Word:
        term = self._terms[piece.term or ""]
        inside = segmenter.parts(piece.text)
        readings = [_read(inside, at, reader) for at in range(len(inside))]
        if piece.text == term.headword:
            reading = Reading(term.syllables, ReadingSource.GLOSSARY)
        else:
            reading = reader.read(piece.text, WordKind.WORD)
            if readings and reading.source is ReadingSource.DEFAULT:
                reading = join(readings)
        parts = []
        start = used = 0
        for part, own in zip(inside, readings, strict=True):
            syllables = reading.syllables[used : used + len(own.syllables)]
            parts.append(_word(part, start, reading._replace(syllables=syllables), reader))
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


def _read(pieces: Sequence[Piece], at: int, reader: Reader) -> Reading:
    """Read a piece, by its neighbours if it is a single character they decide."""
    piece = pieces[at]
    if piece.kind not in _READ:
        return NOTHING
    if len(piece.text) == 1 and piece.kind is WordKind.WORD:
        syllable = context.syllable(pieces, at)
        if syllable is not None:
            sure = not syllable.endswith(context.DOUBT)
            return Reading((syllable.rstrip(context.DOUBT),), sure=sure)
    return reader.read(piece.text, piece.kind)


def _word(piece: Piece, start: int, reading: Reading, reader: Reader) -> Word:
    """Make a word of a piece; the parts of a name take their share of its syllables."""
    end = start + len(piece.text)
    parts = []
    at, used = start, 0
    for text in piece.parts:
        kind = WordKind.NAME if reader.read(text, WordKind.NAME).syllables else WordKind.PUNCTUATION
        size = len(text) if kind is WordKind.NAME else 0
        syllables = reading.syllables[used : used + size]
        source = reading.source if size else ReadingSource.DEFAULT
        parts.append(Word(at, at + len(text), kind, syllables, source, reading.sure))
        at += len(text)
        used += size
    return Word(
        start, end, piece.kind, reading.syllables, reading.source, reading.sure, None, tuple(parts)
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
