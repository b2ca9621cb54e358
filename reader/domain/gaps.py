"""Set phrases that allow words inside: 坚持…党的全面领导 is also 坚持和加强党的全面领导.

A form is written with gaps: ``…`` stands for up to eight characters, none of them a name, a
number or a term of three characters and more; ``……`` for up to twenty-four of any kind.
A gap may be empty, and never holds punctuation that ends a clause. What is found is one word over
all of it, with the words inside as they were.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.domain.bare import crosses_quotes, within_quotes
from reader.domain.words import ReadingSource, Word, WordKind

SHORT = 8
"""Most characters in ``…``."""

LONG = 24
"""Most characters in ``……``."""

_GAP = re.compile("(…+)")
_LEAST = 2
"""Characters of the shortest stretch of a form beside a gap; one alone says too little."""

_MARKS = '“”‘’「」『』《》〈〉"·'
_WITHIN = r"(?:[^，。；：！？…,;:!?\s（）()\[\]【】—]|(?<!—)—(?!—))"
_STRONGEST = list(ReadingSource)

Words = tuple[Word, ...]


Allowed = Callable[[str, int], bool]
"""Whether a form, as written with its gaps, may be taken for a term at a place."""


class _Form(NamedTuple):
    """A form with gaps: its stretches, its pattern, the term it is, and which gaps are short."""

    written: str
    stretches: tuple[str, ...]
    pattern: str
    term: str
    short: tuple[bool, ...]
    characters: frozenset[str]


class _Place(NamedTuple):
    start: int
    end: int
    term: str


def has_gap(form: str) -> bool:
    """Whether a written form is one with gaps that can be looked for."""
    if "…" not in form:
        return False
    stretches = _GAP.split(form)
    return len(stretches) > 1 and all(len(one) >= _LEAST for one in stretches[::2])


class GappedForms:
    """Finds forms with gaps. Never changes.

    ``forms`` are pairs of what is written and the id of the term; those without a gap are left out.
    """

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        self._forms = [_form(written, term) for written, term in forms if has_gap(written)]

    def __bool__(self) -> bool:
        return bool(self._forms)

    def applied(
        self,
        words: Words,
        text: str,
        start: int = 0,
        allowed: Allowed = lambda _form, _at: True,
    ) -> Words:
        """The words with these terms among them; ``text`` is what they cover, from ``start``."""
        present = frozenset(text)
        places = [
            place
            for form in self._forms
            if form.characters <= present and all(stretch in text for stretch in form.stretches)
            for place in _places(form, words, text, start)
            if allowed(form.written, place.start)
        ]
        return _put(words, places) if places else words


def _form(written: str, term: str) -> _Form:
    parts = _GAP.split(written)
    stretches = tuple(parts[::2])
    short = tuple(len(gap) < 2 for gap in parts[1::2])
    pattern = _spaced(stretches[0])
    for stretch, is_short in zip(stretches[1:], short, strict=True):
        # The gap ends at the first chance and begins at the last: the nearest two belong together.
        before = re.escape(stretches[0])
        most = SHORT if is_short else LONG
        pattern += rf"((?:(?!{before}){_WITHIN}){{0,{most}}}?){_spaced(stretch)}"
    return _Form(written, stretches, pattern, term, short, frozenset("".join(stretches)))


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when it is first needed: two hundred at once would be a third of loading."""
    return re.compile(pattern)


def _spaced(stretch: str) -> str:
    """The pattern of a stretch, in which quotation marks may stand."""
    return f"[{_MARKS}]?".join(map(re.escape, stretch))


def _places(form: _Form, words: Words, text: str, origin: int) -> Iterator[_Place]:
    """Where a form stands in words: it begins and ends with them."""
    for match in _compiled(form.pattern).finditer(text):
        place = within_quotes(text, *match.span())
        if place is None or crosses_quotes(match[0]):
            continue
        first, last = _covered(words, place[0] + origin, place[1] + origin)
        begun = origin + match.start(1)
        if last - first < 2 or not any(word.end == begun for word in words[first:last]):
            continue  # 解放 is none in 解放军
        gaps = [
            (origin + match.start(number), origin + match.end(number))
            for number, is_short in enumerate(form.short, start=1)
            if is_short
        ]
        if all(_is_plain(word, gaps) for word in words[first:last]):
            yield _Place(words[first].start, words[last - 1].end, form.term)


def _covered(words: Words, start: int, end: int) -> tuple[int, int]:
    """Half-open range of the indexes of the words that a place consists of, or nothing.

    A term at an edge may reach over it: 深入贯彻落实 where a form begins with 贯彻落实.
    """
    first = bisect_left(words, start, key=lambda word: word.end - 1)
    last = bisect_left(words, end, key=lambda word: word.start)
    if last <= first or words[last - 1].end < end:
        return 0, 0
    left, right = words[first], words[last - 1]
    if (left.start < start and left.term is None) or (right.end > end and right.term is None):
        return 0, 0
    return first, last


def _is_plain(word: Word, gaps: list[tuple[int, int]]) -> bool:
    """Whether a word may stand where it does: in a short gap no name, number or longer term."""
    if not any(start <= word.start and word.end <= end for start, end in gaps):
        return True
    if word.kind is WordKind.TERM:
        return word.end - word.start < 3
    return word.kind in {WordKind.WORD, WordKind.PUNCTUATION}


def _put(words: Words, places: list[_Place]) -> Words:
    """The words with one over each place: the longest win, and the leftmost among equals."""
    out = list(words)
    taken: list[_Place] = []
    for place in sorted(places, key=lambda one: (one.start - one.end, one.start)):
        if all(place.end <= other.start or other.end <= place.start for other in taken):
            taken.append(place)
            first = bisect_left(out, place.start, key=lambda word: word.start)
            last = bisect_left(out, place.end, key=lambda word: word.start)
            out[first:last] = [_over(out[first:last], place)]
    return tuple(out)


def _over(covered: list[Word], place: _Place) -> Word:
    """One word over others, read as they are."""
    read = [word for word in covered if word.syllables]
    sources = (word.source for word in read)
    return Word(
        place.start,
        place.end,
        WordKind.TERM,
        tuple(syllable for word in read for syllable in word.syllables),
        max(sources, key=_STRONGEST.index, default=ReadingSource.DEFAULT),
        all(word.sure for word in covered),
        place.term,
        tuple(covered),
    )
