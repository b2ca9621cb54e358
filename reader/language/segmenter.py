"""Cutting paragraphs with jieba: terms first, then jieba's words, then the names of people.

The engine to choose where its cuts are wanted, and to fall back to where the model of `cutter`
cannot be used.
"""

import logging
import warnings
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Any

from reader.domain.gaps import has_gap
from reader.domain.glossary import Term
from reader.domain.words import WordKind
from reader.language.handmade import WORDS
from reader.language.names import mark_names
from reader.language.ordinary import Ordinary
from reader.language.pieces import Piece
from reader.language.scan import scan
from reader.language.tables import Frequencies, Tables
from reader.language.terms import TermMatcher, written_forms
from reader.language.wordlist import needed

_SURE_LENGTH = 3  # a term of this length wins without asking jieba
_CHUNK = 400  # jieba's work grows faster than the length of what it is given
_TAIL = 20  # words this near to the end of a chunk are cut again with what follows


class Segmenter:
    """Cuts text with jieba's algorithm over our own word list; keeps no global state."""

    def __init__(self, tables: Tables, words: Frequencies, terms: Sequence[Term]) -> None:
        forms = written_forms(terms)
        self._ordinary = Ordinary(terms)
        self._matcher = TermMatcher(terms, _SURE_LENGTH, self._ordinary)
        self._short = {form: term.id for form, term in forms if len(form) < _SURE_LENGTH}
        self._names = words.names
        self._readings = tables.readings
        self._tokenizer = _tokenizer(words)
        _add_words(
            self._tokenizer, words, (*WORDS, *(form for form, _ in forms if not has_gap(form)))
        )

    def cut(self, texts: Sequence[str]) -> list[list[Piece]]:
        """Return the pieces of each text; together they are exactly the text."""
        return [self._cut(text) for text in texts]

    def _cut(self, text: str) -> list[Piece]:
        pieces: list[Piece] = []
        at = 0
        for match in self._matcher.find(text):
            pieces += self._cut_plain(text[at : match.start])
            pieces.append(Piece(text[match.start : match.end], WordKind.TERM, match.term))
            at = match.end
        pieces += self._cut_plain(text[at:])
        return self._ordinary.in_context(mark_names(pieces))

    def parts(self, texts: Sequence[str]) -> list[list[Piece]]:
        """Cut terms into the words inside them; nothing of one that is one word."""
        found = ([Piece(p, kind) for p, kind in self._inside(text)] for text in texts)
        return [pieces if len(pieces) > 1 else [] for pieces in found]

    def _cut_plain(self, text: str) -> Iterator[Piece]:
        for run, kind in scan(text):
            if kind is not None:
                yield Piece(run, kind)
                continue
            for word in self._cut_han(run):
                term = self._short.get(word)
                yield Piece(word, WordKind.TERM if term else self._kind(word), term)

    def _kind(self, word: str) -> WordKind:
        """Tell names from words: people jieba knows, and what the dictionary capitalises."""
        if len(word) > 1 and (word in self._names or self._readings.get(word, "")[:1].isupper()):
            return WordKind.NAME
        return WordKind.WORD

    def _cut_han(self, run: str) -> Iterator[str]:
        at = 0
        while len(run) - at > _CHUNK:
            words = self._tokenizer.lcut(run[at : at + _CHUNK], HMM=False)
            kept = 0
            for word in words:
                if kept and kept + len(word) > _CHUNK - _TAIL:
                    break
                kept += len(word)
                yield word
            at += kept
        yield from self._tokenizer.lcut(run[at:], HMM=False)

    def _inside(self, text: str) -> Iterator[tuple[str, WordKind]]:
        """Cut ``text`` without letting the whole of it count as one word."""
        frequencies = self._tokenizer.FREQ
        kept = frequencies.get(text, 0)
        frequencies[text] = 0
        try:
            for run, kind in scan(text):
                if kind is not None:
                    yield run, kind
                else:
                    for word in self._cut_han(run):
                        yield word, self._kind(word)
        finally:
            frequencies[text] = kept


def _tokenizer(words: Frequencies) -> Any:
    """A tokenizer of jieba that is given its words instead of loading them."""
    with warnings.catch_warnings():
        # jieba's regular expressions have invalid escapes; it may import pkg_resources.
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.filterwarnings("ignore", "pkg_resources is deprecated", UserWarning)
        import jieba  # noqa: PLC0415 - costs 30 to 120 ms

    logging.getLogger("jieba").setLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = words.frequencies
    tokenizer.total = words.total
    tokenizer.initialized = True
    return tokenizer


def _add_words(tokenizer: Any, known: Frequencies, words: Iterable[str]) -> None:
    """Make ``words`` win over every way of cutting them up."""
    frequencies = tokenizer.FREQ
    total = log(known.total)
    for word in words:
        logs = {
            word[i:j]: log(frequencies[word[i:j]])
            for i in range(len(word))
            for j in range(i + 1, len(word) + 1)
            if frequencies.get(word[i:j])
        }
        logs.pop(word, None)
        # Twice what is needed beats neighbours that pull at the word's first or last character.
        frequencies[word] = max(frequencies.get(word, 0), 2 * needed(word, logs, total), 1000)
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
