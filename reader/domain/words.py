"""Words of a paragraph and their readings."""

from enum import StrEnum
from typing import NamedTuple


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
