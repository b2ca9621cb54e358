"""What stands above the words of a paragraph: how much, in which form, in which pieces.

Ruby is the typographer's word for small type above (or beside) the text. This module
decides; ``ruby_face`` measures, ``ruby_room`` makes room and places.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from reader.domain.notation import Notation, written
from reader.domain.pinyin import plain, tone
from reader.domain.script import is_han
from reader.domain.words import Word, WordKind

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
    zhuyin: bool = False
    beside: bool = False
    numbers: bool = False


class Ruby(NamedTuple):
    """What the reader wants above the text.

    ``level`` is the HSK level up to which :attr:`Amount.HSK` leaves words alone; ``whole``
    sets the reading of a word as one unit, ``Xī'ān`` (zhuyin never); ``beside`` sets zhuyin
    at the right of its character, in a column; ``spoken`` gives tones as they are spoken
    (``reader.domain.sandhi``); ``colours`` names the colours of the tones.
    """

    amount: Amount = Amount.HOVER
    level: int = 4
    whole: bool = False
    notation: Notation = Notation.MARKS
    beside: bool = True
    spoken: bool = False
    colours: str = "none"

    @property
    def form(self) -> Form:
        """What of it changes measures."""
        extent = {Amount.OFF: 0, Amount.HOVER: 0, Amount.ALL: 2}.get(self.amount, 1)
        zhuyin = self.notation is Notation.ZHUYIN
        numbers = self.notation is Notation.NUMBERS
        return Form(extent, self.whole and not zhuyin, zhuyin, zhuyin and self.beside, numbers)

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
    """What stands above the characters ``start`` to ``end`` as one whole.

    ``tone`` is that of its first syllable; ``inner`` has the syllables where there are
    several. Thousands of these are kept at a time, so one syllable is one object.
    """

    start: int
    end: int
    text: str
    tone: int
    sure: bool = True
    inner: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, pieces: Sequence[Piece], end: int, *, sure: bool) -> "Unit":
        """What ``pieces`` make together."""
        first = pieces[0]
        if len(pieces) == 1:
            return cls(first.at, end, first.text, first.tone, sure)
        text = "".join([piece.text for piece in pieces])
        return cls(first.at, end, text, first.tone, sure, tuple(pieces))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its syllables."""
        return self.inner or (Piece(self.start, self.text, self.tone),)

    def moved(self, by: int) -> "Unit":
        """The same with every offset moved."""
        inner = tuple(piece._replace(at=piece.at + by) for piece in self.inner)
        return self._replace(start=self.start + by, end=self.end + by, inner=inner)

    def divided(self) -> "Iterator[Unit]":
        """Each syllable as a unit of its own, without apostrophes."""
        ends = [piece.at for piece in self.inner[1:]] + [self.end]
        for piece, end in zip(self.pieces, ends, strict=True):
            yield Unit(piece.at, end, piece.text.lstrip("'"), piece.tone, self.sure)

    def within(self, start: int, end: int) -> "Unit | None":
        """What of it belongs to the characters ``start`` to ``end``."""
        if start <= self.start and self.end <= end:
            return self
        parts = [part for part in self.divided() if start <= part.start < end]
        if not parts:
            return None
        pieces = [piece for part in parts for piece in part.pieces]
        return Unit.of(pieces, min(parts[-1].end, end), sure=self.sure)


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
    changed: Mapping[int, str] = {}
    if ruby.spoken:
        from reader.domain.sandhi import spoken  # noqa: PLC0415 - not at every start

        changed = spoken(text, words)
    writer = _Writer(text, ruby, changed)
    everything = ruby.amount is Amount.ALL
    for word in words:
        if not word.syllables:
            continue
        if everything or any(low < word.end and word.start < high for low, high in revealed):
            found += writer.units(word, sure=word.sure)
        else:
            for part in wanted.parts(word):
                found += writer.units(part, sure=word.sure)
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
            vocabulary.prepare(dict.fromkeys(_written(text, words)))

    def parts(self, word: Word) -> Iterator[Word]:
        """The word itself or, where it is known in part, what is left of it."""
        if self._vocabulary is None and self._amount in _SOME:
            yield word
        elif self._amount in _SOME:
            wanted = self._is_wanted(word)
            if wanted is None and word.parts:
                inner = [found for part in word.parts for found in self.parts(part)]
                whole = sum(len(part.syllables) for part in inner) == len(word.syllables)
                yield from [word] if whole else inner
            elif wanted or (wanted is None and not self._reads_itself(word)):
                yield word

    def _reads_itself(self, word: Word) -> bool:
        """Whether every character of an ordinary word is a known word: 不是, 一个."""
        return word.kind is WordKind.WORD and all(
            self._known(self._text[at]) for at in range(word.start, word.end)
        )

    def _is_wanted(self, word: Word) -> bool | None:
        """Whether a word shows its reading; ``None`` when only its parts can tell."""
        if self._vocabulary is None or not word.syllables:
            return bool(word.syllables)
        known = self._known(self._text[word.start : word.end])
        return None if known is None else not known

    def _known(self, written: str) -> bool | None:
        """Whether a word is known: what the reader says counts more than its level."""
        vocabulary = self._vocabulary
        known = vocabulary.known(written) if vocabulary is not None else False
        if known is None and vocabulary is not None and self._amount is Amount.HSK:
            level = vocabulary.level(written)
            known = None if level is None else level <= self._level
        return known


_SOME = frozenset({Amount.UNKNOWN, Amount.HSK})


def _written(text: str, words: Iterable[Word]) -> Iterator[str]:
    """What is written in words, their parts and characters."""
    for word in words:
        if word.syllables:
            yield text[word.start : word.end]
            yield from _written(text, word.parts) if word.parts else text[word.start : word.end]


class _Writer:
    """Writes the readings of words as units."""

    def __init__(self, text: str, ruby: Ruby, changed: Mapping[int, str]) -> None:
        self._text = text
        self._notation = ruby.notation
        self._form = ruby.form
        self._changed = changed

    def units(self, word: Word, *, sure: bool) -> Iterator[Unit]:
        """Of each syllable, of the whole word, or of its parts when it is long."""
        if not self._form.whole:
            for at, end, syllable in self._syllables(word):
                shown = written(syllable, self._notation)
                if shown:
                    yield Unit(at, end, shown, tone(syllable), sure)
        elif _is_divided(word):
            for part in word.parts:
                yield from self.units(part, sure=sure)
        else:
            for pieces, end in self._runs(word):
                unit = Unit.of(pieces, end, sure=sure)
                yield from unit.divided() if len(pieces) > _LONGEST_WHOLE else (unit,)

    def _runs(self, word: Word) -> Iterator[tuple[list[Piece], int]]:
        """Syllables whose characters stand side by side, and where the last one ends."""
        pieces: list[Piece] = []
        end = -1
        for at, until, syllable in self._syllables(word):
            shown = written(syllable, self._notation)
            # A capital inside begins a word of its own: Lǐ Qiáng, Cháng Jiāng (6.2.3).
            if pieces and (at != end or shown[:1].isupper()):
                yield pieces, end
                pieces = []
            if shown:
                if pieces and self._notation is Notation.MARKS and plain(shown)[:1] in _VOWELS:
                    shown = "'" + shown  # GB/T 16159-2012, 6.5
                pieces.append(Piece(at, shown, tone(syllable)))
                end = until
        if pieces:
            yield pieces, end

    def _syllables(self, word: Word) -> Iterator[tuple[int, int, str]]:
        """Start and end of the characters of each syllable, and the syllable."""
        syllables = iter(word.syllables)
        last: tuple[int, int, str] | None = None
        for at in range(word.start, word.end):
            syllable = next(syllables, "") if is_han(self._text[at]) else ""
            if syllable == "r" and last and last[1] == at and not self._form.zhuyin:
                last = (last[0], at + 1, last[2] + "r")  # erhua belongs to the syllable before
                continue
            if last:
                yield last
            last = (at, at + 1, self._changed.get(at, syllable)) if syllable else None
        if last:
            yield last


def _is_divided(word: Word) -> bool:
    """Whether the parts of a word are written apart: 重大|突破, but 座谈会 as one."""
    sizes = [len(part.syllables) for part in word.parts if part.syllables]
    if len(sizes) < 2 or len(word.syllables) == 2:
        return False
    return len(word.syllables) > _LONGEST_WHOLE or 1 not in sizes or max(sizes) == 1
