"""What stands above the words of a paragraph: how much, in which form, in which pieces.

Ruby is the typographer's word for small type above (or beside) the text. This module
decides; ``ruby_face`` measures, ``ruby_room`` makes room and places.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from reader.domain.pinyin import plain, tone
from reader.domain.script import is_han
from reader.domain.words import Word

_LONGEST_WHOLE = 4
"""Syllables of the longest word set as one unit; longer ones are not read at a glance."""

_VOWELS = frozenset("aoe")


class Amount(StrEnum):
    """Above which words a reading stands."""

    OFF = "off"
    HOVER = "hover"
    UNKNOWN = "unknown"
    HSK = "hsk"
    ALL = "all"


class Form(NamedTuple):
    """What of :class:`Ruby` changes measures. ``extent``: 0 nowhere, 1 here and there, 2 all."""

    extent: int = 0
    whole: bool = False


class Ruby(NamedTuple):
    """What the reader wants above the text.

    ``level`` is the HSK level up to which :attr:`Amount.HSK` leaves words alone; ``whole``
    sets the reading of a word as one unit, ``Xī'ān``.
    """

    amount: Amount = Amount.HOVER
    level: int = 4
    whole: bool = False

    @property
    def form(self) -> Form:
        """What of it changes measures."""
        extent = {Amount.OFF: 0, Amount.HOVER: 0, Amount.ALL: 2}.get(self.amount, 1)
        return Form(extent, self.whole)

    @property
    def here_and_there(self) -> "Ruby":
        """The same for a paragraph in which some words are to show their reading."""
        return self if self.form.extent else self._replace(amount=Amount.UNKNOWN)


class Piece(NamedTuple):
    """One syllable as it is written, from the character ``at`` on; ``tone`` is 1 to 5."""

    at: int
    text: str
    tone: int


class Unit(NamedTuple):
    """What stands above the characters ``start`` to ``end`` as one whole."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    sure: bool = True

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(piece.text for piece in self.pieces)

    def moved(self, by: int) -> "Unit":
        """The same with every offset moved."""
        pieces = tuple(piece._replace(at=piece.at + by) for piece in self.pieces)
        return self._replace(start=self.start + by, end=self.end + by, pieces=pieces)

    def divided(self) -> "Iterator[Unit]":
        """Each syllable as a unit of its own, without apostrophes."""
        ends = [piece.at for piece in self.pieces[1:]] + [self.end]
        for piece, end in zip(self.pieces, ends, strict=True):
            bare = piece._replace(text=piece.text.lstrip("'"))
            yield Unit(piece.at, end, (bare,), self.sure)

    def within(self, start: int, end: int) -> "Unit | None":
        """What of it belongs to the characters ``start`` to ``end``."""
        if start <= self.start and self.end <= end:
            return self
        parts = [part for part in self.divided() if start <= part.start < end]
        if not parts:
            return None
        pieces = tuple(piece for part in parts for piece in part.pieces)
        return Unit(parts[0].start, min(parts[-1].end, end), pieces, self.sure)


class Vocabulary(Protocol):
    """What the reader knows of words, by what is written."""

    def prepare(self, words: Iterable[str]) -> None:
        """Look up the levels of many words at once; ``level`` is asked for each of them."""

    def level(self, word: str) -> int | None:
        """HSK level, or ``None``."""

    def known(self, word: str) -> bool | None:
        """What the reader said about a word, or ``None``."""


def units_of(
    text: str,
    words: Sequence[Word],
    ruby: Ruby,
    vocabulary: Vocabulary | None = None,
    revealed: Sequence[tuple[int, int]] = (),
) -> list[Unit]:
    """What stands above ``text``, in order.

    ``revealed`` are ranges whose words show their reading whatever else is wanted. Without
    a vocabulary no word is known.
    """
    found: list[Unit] = []
    if not ruby.form.extent and not revealed:
        return found
    wanted = _Wanted(text, words, ruby, vocabulary)
    for word in words:
        if word.syllables:
            shown = any(low < word.end and word.start < high for low, high in revealed)
            for part in [word] if shown else wanted.parts(word):
                found += _units(text, part, ruby, sure=word.sure)
    return found


class _Wanted:
    """Which words, or parts of words, show their reading."""

    def __init__(
        self, text: str, words: Sequence[Word], ruby: Ruby, vocabulary: Vocabulary | None
    ) -> None:
        self._text = text
        self._amount = ruby.amount
        self._level = ruby.level
        self._vocabulary = vocabulary
        if vocabulary is not None and ruby.amount is Amount.HSK:
            vocabulary.prepare(text[word.start : word.end] for word in _all(words))

    def parts(self, word: Word) -> Iterator[Word]:
        """The word itself or, where it is known in part, what is left of it."""
        if self._amount is Amount.ALL or (self._vocabulary is None and self._amount in _SOME):
            yield word
        elif self._amount in _SOME:
            wanted = self._is_wanted(word)
            if wanted is None and word.parts:
                for part in word.parts:
                    yield from self.parts(part)
            elif wanted is not False:
                yield word

    def _is_wanted(self, word: Word) -> bool | None:
        """Whether a word shows its reading; ``None`` when only its parts can tell."""
        if self._vocabulary is None or not word.syllables:
            return bool(word.syllables)
        written = self._text[word.start : word.end]
        known = self._vocabulary.known(written)
        if known is None and self._amount is Amount.HSK:
            level = self._vocabulary.level(written)
            known = None if level is None else level <= self._level
        return None if known is None else not known


_SOME = frozenset({Amount.UNKNOWN, Amount.HSK})


def _all(words: Iterable[Word]) -> Iterator[Word]:
    """Words and their parts."""
    for word in words:
        if word.syllables:
            yield word
            yield from _all(word.parts)


def _units(text: str, word: Word, ruby: Ruby, *, sure: bool) -> Iterator[Unit]:
    """The units of one word: of the whole, of its parts when it is long, of each syllable."""
    if ruby.whole and word.parts and len(word.syllables) > 2:
        for part in word.parts:
            yield from _units(text, part, ruby, sure=sure)
        return
    for pieces, end in _runs(text, word):
        unit = Unit(pieces[0].at, end, tuple(pieces), sure)
        if not ruby.whole or len(pieces) > _LONGEST_WHOLE:
            yield from unit.divided()
        else:
            yield unit._replace(pieces=_spelled(unit.pieces))


def _runs(text: str, word: Word) -> Iterator[tuple[list[Piece], int]]:
    """Syllables whose characters stand side by side, and where the last one ends."""
    syllables = iter(word.syllables)
    pieces: list[Piece] = []
    end = word.start
    for at in range(word.start, word.end):
        syllable = next(syllables, "") if is_han(text[at]) else ""
        if syllable == "r" and pieces and end == at:  # erhua belongs to the syllable before
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + "r")
            end = at + 1
        elif syllable:
            if pieces and end != at:
                yield pieces, end
                pieces = []
            pieces.append(Piece(at, syllable, tone(syllable)))
            end = at + 1
    if pieces:
        yield pieces, end


def _spelled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Put the apostrophe before a, o and e inside a word (GB/T 16159-2012, 6.5)."""
    first, *rest = pieces
    return (
        first,
        *(
            piece._replace(text="'" + piece.text) if plain(piece.text)[:1] in _VOWELS else piece
            for piece in rest
        ),
    )
