"""Words of a paragraph and their readings."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

_OWN_RIGHT = 3
"""Characters from which on a term within a longer word counts by itself."""


class WordKind(StrEnum):
    """What a word is; only the first three hold Han characters and syllables."""

    WORD = "word"
    TERM = "term"
    NAME = "name"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    LATIN = "latin"


class ReadingSource(StrEnum):
    """Where a reading came from, strongest first."""

    USER = "user"
    GLOSSARY = "glossary"
    DICTIONARY = "dictionary"
    MODEL = "model"
    DEFAULT = "default"


class Word(NamedTuple):
    """The half-open range ``start``-``end`` of a paragraph, read as ``syllables``.

    ``syllables`` has one entry a Han character (dictionary tones with tone marks, neutral
    tone unmarked, erhua ``r``, ``""`` where no reading is known) and is empty for numbers,
    punctuation and Latin text. ``term`` is a glossary id. ``parts`` are the shorter words
    inside, for names and terms. ``spoken`` is how a number is read aloud,
    in digits or Han characters: ``èr líng èr sān``, ``sānshí rì``.
    """

    start: int
    end: int
    kind: WordKind
    syllables: tuple[str, ...] = ()
    source: ReadingSource = ReadingSource.DEFAULT
    sure: bool = True
    term: str | None = None
    parts: tuple["Word", ...] = ()
    spoken: str | None = None


def terms_among(words: Iterable[Word]) -> Iterator[Word]:
    """The terms among words, and the longer ones in them: of a set phrase, of a name."""
    for word in words:
        if word.term is not None:
            yield word
        for inner in terms_among(word.parts):
            if inner.end - inner.start >= _OWN_RIGHT:
                yield inner
