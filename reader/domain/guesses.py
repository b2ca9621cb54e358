"""Where an orphan might belong: places for a person to choose from, never taken by themselves."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.domain.likeness import Likeness
from reader.domain.marks import Anchor
from reader.domain.places import Span
from reader.domain.versions import Pages

_GRAM = 2
_BUCKET = 16
_COMMON = 400
"""Places of a pair of characters above which it tells nothing."""

_LOOKED_AT = 24
"""Stretches of the text that are compared character by character."""

_LEAST = 0.25
"""How alike a place must be to be worth looking at."""

_QUOTE = 3
"""How much more the quote weighs than what stands around it."""


class Guess(NamedTuple):
    """A place and how alike it is, 0 to 1."""

    span: Span
    score: float


def guesses(anchor: Anchor, texts: Sequence[str], likeness: Likeness, most: int = 6) -> list[Guess]:
    """The places most like the one that an anchor remembers, the most alike first.

    Pairs of characters of the quote and its surroundings vote for where it might begin; what
    gets most votes is compared.
    """
    pages = Pages(texts)
    folded = likeness.folded("".join(texts))
    before, quote, after = map(likeness, (anchor.before, anchor.quote, anchor.after))
    found: dict[Span, float] = {}
    for start in _voted(before, quote, after, folded.text):
        placed = _fitted(folded.text, start, before, quote, after)
        if placed is None:
            continue
        begin, end, score = placed
        paragraph, first = pages.locate(folded.original(begin))
        last, stop = pages.locate(folded.original(end - 1))
        if last != paragraph:  # over the end of a paragraph: its beginning
            stop = len(texts[paragraph]) - 1
        span = Span(paragraph, first, stop + 1)
        found[span] = max(score, found.get(span, 0.0))
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return list(_apart([Guess(*one) for one in ranked if one[1] >= _LEAST]))[:most]


def _voted(before: str, quote: str, after: str, text: str) -> list[int]:
    """Where the quote might begin, by the votes of pairs of characters."""
    whole = before + quote + after
    votes: Counter[int] = Counter()
    for at in range(len(whole) - _GRAM + 1):
        gram = whole[at : at + _GRAM]
        inside = len(before) <= at < len(before) + len(quote)
        places = list(_places(gram, text))
        if len(places) > _COMMON:
            continue
        for place in places:
            votes[(place - at + len(before)) // _BUCKET] += _QUOTE if inside else 1
    return [bucket * _BUCKET for bucket, _ in votes.most_common(_LOOKED_AT)]


def _places(gram: str, text: str) -> Iterator[int]:
    at, found = text.find(gram), 0
    while at >= 0 and found <= _COMMON:
        yield at
        found += 1
        at = text.find(gram, at + 1)


def _fitted(
    text: str, start: int, before: str, quote: str, after: str
) -> tuple[int, int, float] | None:
    """The stretch near ``start`` that is most like the quote, and how alike all of it is."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only orphans need it

    room = _BUCKET + len(quote) // 2
    low, high = max(0, start - room), min(len(text), start + len(quote) + room + _BUCKET)
    blocks = [
        block
        for block in SequenceMatcher(None, quote, text[low:high], False).get_matching_blocks()
        if block.size
    ]
    if blocks:
        begin, end = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
    else:  # the words are gone; where they were
        begin = max(0, min(start, len(text) - 1))
        end = min(len(text), begin + max(1, len(quote)))
    if begin >= end:
        return None
    parts = (
        (_QUOTE * len(quote), quote, text[begin:end]),
        (len(before), before, text[max(0, begin - len(before)) : begin]),
        (len(after), after, text[end : end + len(after)]),
    )
    total = sum(weight for weight, _, _ in parts)
    score = sum(
        weight * SequenceMatcher(None, old, new, False).ratio() for weight, old, new in parts if old
    )
    return begin, end, score / total if total else 0.0


def _apart(ranked: Sequence[Guess]) -> Iterator[Guess]:
    """Only the best of those that overlap."""
    kept: list[Span] = []
    for guess in ranked:
        span = guess.span
        if not any(
            span.paragraph == other.paragraph and span.start < other.end and other.start < span.end
            for other in kept
        ):
            kept.append(span)
            yield guess
