"""Syllables as symbols of 14 bits, and pairs of them as keys in an order that serves every query.

A syllable is its first letter (5 bits), its place among those with that letter in alphabetical
order (6 bits) and its tone (3 bits). A pair is keyed letter, letter, place, place, tone, tone: so
the pairs of two initials, of two toneless syllables, of syllables that begin alike (zh…, cha…) and
of two toned syllables are each one run of keys, or a few.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.domain.pinyin import letters, tone
from reader.domain.syllables import SYLLABLES
from reader.domain.typed_pinyin import Syllable
from reader.storage.index.phrases import Link, Phrase
from reader.storage.index.postings import Places, Postings, Range

Codes = NDArray[np.uint16]
"""One code a character: 0 where there is no syllable."""

_PLACES = 64
_TONES = 8
_ANY = (0, _PLACES)
_NOTHING = 0  # as the letter of what follows the last syllable of a run


def _by_letter() -> dict[str, list[str]]:
    found = defaultdict(list)
    for syllable in sorted(SYLLABLES):
        found[syllable[0]].append(syllable)
    return found


_BY_LETTER = _by_letter()


@lru_cache(maxsize=8192)
def code(syllable: str) -> int:
    """The code of a marked syllable, 0 for none and for what is none."""
    plain = letters(syllable)
    among = _BY_LETTER.get(plain[:1], ())
    if plain not in among:
        return 0
    letter = ord(plain[0]) - ord("a") + 1
    return (letter * _PLACES + among.index(plain)) * _TONES + tone(syllable)


def codes(syllables: Sequence[str]) -> Codes:
    """The codes of marked syllables, one a character."""
    return np.fromiter(map(code, syllables), np.uint16, len(syllables))


class _Place(NamedTuple):
    """What was typed may be: syllables ``first`` to ``end`` with a letter, in a tone or any (0)."""

    letter: int
    first: int
    end: int
    tone: int


def phrase(typed: Sequence[Syllable]) -> Phrase:
    """The phrase of what was typed; it has at least one syllable."""
    wanted = [tuple(_places(syllable)) for syllable in typed]
    if len(wanted) == 1:
        return Phrase((Link(0, tuple(_single(wanted[0])), frozenset((0,))),))
    return Phrase(
        tuple(
            Link(at, tuple(_pair(wanted[at], wanted[at + 1])), frozenset((at, at + 1)))
            for at in range(len(wanted) - 1)
        )
    )


def _places(syllable: Syllable) -> Iterator[_Place]:
    """Where the forms of a typed syllable are in the alphabet."""
    for form in syllable.forms:
        among = _BY_LETTER.get(form[:1])
        if among is None:
            continue
        first = bisect_left(among, form)
        end = bisect_left(among, form + "~") if syllable.open else first + (form in among)
        if first < end:
            yield _Place(ord(form[0]) - ord("a") + 1, first, end, syllable.tone)


def _pair(one: Sequence[_Place], two: Sequence[_Place]) -> Iterator[Range]:
    """Runs of keys of the pairs in which one of ``two`` follows one of ``one``."""
    for first, second in product(one, two):
        letters_key = (first.letter << 5 | second.letter) << 18
        if not first.tone and not second.tone and _whole(first) and _whole(second):
            yield Range(letters_key, letters_key + (1 << 18))
            continue
        for place in range(first.first, first.end):
            yield from _toned(letters_key | place << 12, first.tone, second)


def _toned(base: int, tone_one: int, second: _Place) -> Iterator[Range]:
    """Runs of keys with ``base`` as letters and first place, and these tones."""
    if not tone_one and not second.tone:
        yield Range(base | second.first << 6, base + (second.end << 6))
        return
    for place in range(second.first, second.end):
        key = base | place << 6
        if not second.tone:
            yield Range(key | tone_one << 3, key + ((tone_one + 1) << 3))
            continue
        for each in (tone_one,) if tone_one else range(1, 6):
            last = key | each << 3 | second.tone
            yield Range(last, last + 1)


def _single(one: Sequence[_Place]) -> Iterator[Range]:
    """Runs of keys of the pairs that begin with one of ``one``, whatever follows."""
    following = [_Place(_NOTHING, 0, 1, 0)]
    following += [_Place(ord(each) - 96, 0, len(among), 0) for each, among in _BY_LETTER.items()]
    return _pair(one, following)


def _whole(place: _Place) -> bool:
    """Whether every syllable with a letter is meant."""
    return place.first == 0 and place.end >= len(_BY_LETTER.get(chr(place.letter + 96), "r"))


def indexed_run(run: Codes, breaks: Places) -> Postings:
    """The index of a run of codes that ends with 0; paragraphs end at ``breaks``."""
    at: Places = np.flatnonzero(run).astype(np.uint32)
    return Postings.of(_keys(run[at].astype(np.uint32), run[at + 1].astype(np.uint32)), at, breaks)


def _keys(one: NDArray[np.uint32], two: NDArray[np.uint32]) -> NDArray[np.uint32]:
    def field(codes: NDArray[np.uint32], shift: int, width: int) -> NDArray[np.uint32]:
        return codes >> np.uint32(shift) & np.uint32((1 << width) - 1)

    keys = np.zeros(len(one), np.uint32)
    for codes, shift, width, to in (
        (one, 9, 5, 23),
        (two, 9, 5, 18),
        (one, 3, 6, 12),
        (two, 3, 6, 6),
        (one, 0, 3, 3),
        (two, 0, 3, 0),
    ):
        keys |= field(codes, shift, width) << np.uint32(to)
    return keys
