"""The reader's own terms, laid over the words of an analyser, and ours taken off.

Nothing is analysed again: like corrections, which are applied afterwards and so win, terms are
laid over the words whenever they are fetched. The longest wins, also against ours; of the same
length the reader's own. What is known as a whole is not cut by a short one: 中国人 is no term
in 中国|人民. One of four characters and more is taken across words too, but never out of the
middle of a name, a number, a Latin word, a longer term or a longer word of the dictionary.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from reader.domain.pieces import clipped, united
from reader.domain.script import count_han
from reader.domain.words import ReadingSource, Word, WordKind

_SURE_LENGTH = 4
"""Characters from which on a form is no accident of two words that meet."""

_WHOLE = frozenset({WordKind.NAME, WordKind.NUMBER, WordKind.LATIN})

Words = tuple[Word, ...]


class Form(NamedTuple):
    """What a written form stands for: the id of a term, and its pinyin, one blank between."""

    term: str
    pinyin: str = ""


class TermLayer:
    """The forms of the terms that are switched on, and whether ours are. Never changes."""

    def __init__(self, forms: Mapping[str, Form], *, ours: bool = True) -> None:
        self._forms = forms
        self._ours = ours
        lengths: dict[str, set[int]] = {}
        for form in forms:
            lengths.setdefault(form[0], set()).add(len(form))
        self._lengths = {first: sorted(all_, reverse=True) for first, all_ in lengths.items()}
        self._firsts = frozenset(self._lengths)

    def applied(self, words: Words, text: str, start: int = 0) -> Words:
        """The words with these terms among them.

        ``text`` is what they cover: a paragraph, or the portion of it that begins at ``start``.
        """
        if not self._ours:
            words = tuple(map(_without_term, words))
        if not words or self._firsts.isdisjoint(text):
            return words
        places = self._places(words, text, start)
        return _put(words, text, start, places) if places else words

    def _places(self, words: Words, text: str, start: int) -> list["_Place"]:
        """Where terms stand, in order and without overlaps."""
        found: list[_Place] = []
        for at, char in enumerate(text):
            for length in self._lengths.get(char, ()):
                form = self._forms.get(text[at : at + length])
                if form is not None and at + length <= len(text):
                    place = _Place(at + start, at + start + length, form)
                    if _fits(words, place):
                        found.append(place)
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


class _Place(NamedTuple):
    start: int
    end: int
    form: Form


def _without_term(word: Word) -> Word:
    """A word that is no term any more, nor anything in it."""
    if word.parts:
        word = word._replace(parts=tuple(map(_without_term, word.parts)))
    if word.term is None and word.kind is not WordKind.TERM:
        return word
    return word._replace(kind=WordKind.WORD, term=None)


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
        parts=tuple(map(_without_term, word.parts)),
    )
