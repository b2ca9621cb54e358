"""The reader's own terms, laid over the words of an analyser, and ours taken off.

Nothing is analysed again: like corrections, which are applied afterwards and so win, terms are
laid over the words whenever they are fetched. The longest wins, also against ours; of the same
length the reader's own. What is known as a whole is not cut by a short one: 中国人 is no term
in 中国|人民. One of four characters and more is taken across words too, but never out of the
middle of a name, a number, a Latin word, a longer term or a longer word of the dictionary.

A form is found in simplified and in traditional characters, whichever it is written in, with
quotation marks in it and without; one with gaps (:mod:`reader.domain.gaps`) with words inside.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.domain.bare import (
    Bare,
    bare,
    crosses_quotes,
    is_quoted,
    stands_in_quotes,
    within_quotes,
)
from reader.domain.gaps import GappedForms, has_gap
from reader.domain.pieces import clipped, united
from reader.domain.script import count_han
from reader.domain.words import ReadingSource, Word, WordKind

_SURE_LENGTH = 4
"""Characters from which on a form is no accident of two words that meet."""

_PHRASE = 8
"""Characters of the longest term that is one word where it is no term."""

_WHOLE = frozenset({WordKind.NAME, WordKind.NUMBER, WordKind.LATIN})

Words = tuple[Word, ...]


class Form(NamedTuple):
    """What a written form stands for: the id of a term, and its pinyin, one blank between."""

    term: str
    pinyin: str = ""


class TermLayer:
    """The forms of the terms that are switched on, and whether ours are. Never changes.

    ``fold`` gives the simplified characters of a text, as many as there were.
    """

    def __init__(
        self,
        forms: Mapping[str, Form],
        *,
        ours: bool = True,
        fold: Callable[[str], str] = str,
    ) -> None:
        self._ours = ours
        self._fold = fold
        self._written = forms
        self._plain: dict[str, Form] = {}
        self._quoted: dict[str, Form] = {}
        gapped: list[tuple[str, str]] = []
        for folded, (written, form) in zip(_folded(forms, fold), forms.items(), strict=True):
            if has_gap(written):
                gapped.append((folded, form.term))
            elif key := bare(folded):
                (self._quoted if is_quoted(folded) else self._plain).setdefault(key, form)
        self._gapped = GappedForms(gapped)
        lengths: dict[str, set[int]] = {}
        for key in (*self._plain, *self._quoted):
            lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {first: sorted(all_, reverse=True) for first, all_ in lengths.items()}
        self._firsts = frozenset(self._lengths)

    def find(self, text: str) -> Form | None:
        """What a form stands for that is ``text``, in whichever characters."""
        return self._written.get(text) or self._plain.get(bare(self._fold(text)))

    def holding(self, forms: Iterable[str]) -> Callable[[str], bool]:
        """Tells of a text whether one of these forms, or what is around its gaps, is in it."""
        wanted = [bare(form).split("…") for form in _folded(forms, self._fold)]

        def may_hold(text: str) -> bool:
            plain = bare(self._fold(text))
            return any(all(part in plain for part in parts) for parts in wanted)

        return may_hold

    @property
    def readings(self) -> Mapping[str, str]:
        """The written forms that say how they are read, each with its pinyin.

        Where our own terms are off, nothing is said to be read otherwise, too.
        """
        found = {text: form.pinyin for text, form in self._written.items() if form.pinyin}
        return found if self._ours else found | {"": "off"}

    def applied(self, words: Words, text: str, start: int = 0) -> Words:
        """The words with these terms among them.

        ``text`` is what they cover: a paragraph, or the portion of it that begins at ``start``.
        """
        if not self._ours:
            words = tuple(plain for word in words for plain in _without_term(word))
        if not words or not self._written:
            return words
        plain = self._fold(text)
        if not self._firsts.isdisjoint(plain):
            places = self._places(words, text, Bare(plain), start)
            words = _put(words, text, start, places) if places else words
        return self._gapped.applied(words, plain, start)

    def _places(self, words: Words, text: str, plain: Bare, start: int) -> list["_Place"]:
        """Where terms stand, in order and without overlaps."""
        found = [
            _Place(first + start, end + start, form)
            for first, end, form in self._written_in(plain, text)
            if _fits(words, _Place(first + start, end + start, form))
        ]
        if len(found) < 2:
            return found
        taken = bytearray(len(text))
        kept: list[_Place] = []
        for place in sorted(found, key=lambda one: (one.start - one.end, one.start)):
            # Longer ones come first, so an overlap always covers one of the two ends.
            first, last = place.start - start, place.end - start
            if not taken[first] and not taken[last - 1]:
                taken[first:last] = b"\1" * (last - first)
                kept.append(place)
        return sorted(kept)

    def _written_in(self, plain: Bare, text: str) -> Iterator[tuple[int, int, Form]]:
        """Every place of a form: where it begins and ends in the text with its marks."""
        for at, char in enumerate(plain.text):
            for length in self._lengths.get(char, ()):
                if at + length > len(plain.text):
                    continue
                key = plain.text[at : at + length]
                first, end = plain.place(at), plain.place(at + length - 1) + 1
                form = self._plain.get(key)
                place = _with_marks(plain.written, first, end, length)
                if form is not None and place is not None:
                    yield *place, self._written.get(text[place[0] : place[1]], form)
                form = self._quoted.get(key)
                if form is not None and stands_in_quotes(plain.written, first, end):
                    yield first - 1, end + 1, form


class _Place(NamedTuple):
    start: int
    end: int
    form: Form


def _folded(forms: Iterable[str], fold: Callable[[str], str]) -> list[str]:
    """Many forms folded at once, which is much faster than each by itself."""
    written = list(forms)
    folded = fold("\n".join(written)).split("\n")
    return folded if len(folded) == len(written) else list(map(fold, written))


def _with_marks(text: str, start: int, end: int, length: int) -> tuple[int, int] | None:
    """The place of a form of ``length`` characters, if the marks in it belong to it."""
    if end - start == length:
        return start, end
    place = within_quotes(text, start, end)
    return None if place is None or crosses_quotes(text[place[0] : place[1]]) else place


def _without_term(word: Word) -> Words:
    """A word that is no term any more, nor anything in it; a phrase is the words in it again."""
    parts = tuple(plain for part in word.parts for plain in _without_term(part))
    if word.parts:
        word = word._replace(parts=parts)
    if word.term is None and word.kind is not WordKind.TERM:
        return (word,)
    if word.end - word.start > _PHRASE and _covers(parts, word):
        return parts
    return (word._replace(kind=WordKind.WORD, term=None),)


def _covers(parts: Words, word: Word) -> bool:
    return sum(part.end - part.start for part in parts) == word.end - word.start


def _touched(words: Words, start: int, end: int) -> tuple[int, int]:
    """Half-open range of the indexes of the words that a range meets."""
    first = bisect_right(words, start, key=lambda word: word.start) - 1
    return max(first, 0), bisect_left(words, end, key=lambda word: word.start)


def _fits(words: Words, place: _Place) -> bool:
    """Whether what is written at a place is the term: see the head of this module."""
    first, last = _touched(words, place.start, place.end)
    if last <= first or words[last - 1].end < place.end:
        return False
    left, right = words[first], words[last - 1]
    if last - first == 1 and (left.start, left.end) != (place.start, place.end):
        return _is_inside(left, place)
    return not (
        (left.start < place.start and _holds(left, place))
        or (right.end > place.end and _holds(right, place))
    )


def _is_inside(word: Word, place: _Place) -> bool:
    """Whether a term is one or more of the shorter words in a longer one."""
    if word.kind in _WHOLE or word.term is not None:
        return False
    starts, ends = {part.start for part in word.parts}, {part.end for part in word.parts}
    return place.start in starts and place.end in ends


def _holds(word: Word, place: _Place) -> bool:
    """Whether a word over an edge of a place is not to be cut there."""
    if word.kind in _WHOLE:
        return True
    length = place.end - place.start
    if word.term is not None:
        return word.end - word.start > length
    known = word.source in {ReadingSource.GLOSSARY, ReadingSource.DICTIONARY} and not word.parts
    return known and length < _SURE_LENGTH


def _put(words: Words, text: str, origin: int, places: list[_Place]) -> Words:
    """The words with the terms in place of those that they cover."""
    out: list[Word] = []
    pending = list(words)
    for place in places:
        first, last = _touched(tuple(pending), place.start, place.end)
        covered = pending[first:last]
        left, right = covered[0], covered[-1]
        out += pending[:first]
        if left.start < place.start:
            out.append(clipped(left, _written(left, text, origin), left.start, place.start))
        out.append(_term(covered, text, origin, place))
        rest = pending[last:]
        if right.end > place.end:
            written = _written(right, text, origin)
            rest.insert(0, clipped(right, written, place.end, right.end))
        pending = rest
    return (*out, *pending)


def _written(word: Word, text: str, origin: int) -> str:
    return text[word.start - origin : word.end - origin]


def _term(covered: list[Word], text: str, origin: int, place: _Place) -> Word:
    """The word that a term is, read as the reader says or as its characters are."""
    written = text[place.start - origin : place.end - origin]
    pieces = [clipped(w, _written(w, text, origin), place.start, place.end) for w in covered]
    told = tuple(place.form.pinyin.split(" ")) if place.form.pinyin else ()
    told = told if len(told) == count_han(written) else ()
    word = united(pieces, written, place.start, told)
    return word._replace(
        kind=WordKind.TERM,
        syllables=told or word.syllables,
        source=ReadingSource.GLOSSARY,
        term=place.form.term,
        parts=tuple(plain for part in word.parts for plain in _without_term(part)),
    )
