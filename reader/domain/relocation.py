"""Passages that were cut out of a text and put in elsewhere: what a diff in order leaves over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.domain.alignment import Match, shared, tokens

_LEAST = 40
"""Characters of a passage that is known again wherever it stands."""


def relocated(old: str, new: str, matches: Sequence[Match]) -> list[Match]:
    """What stands in no match of either text and is the same all the same.

    Each passage begins and ends with a clause that stands once in all of both texts.
    """
    here = list(_loose(matches, len(old), new=False))
    there = list(_loose(matches, len(new), new=True))
    if not (here and there):
        return []
    once = _once(old) & _once(new)
    places = {
        clause: (start + at, end)
        for start, end in there
        for clause, at in tokens(new[start:end])
        if clause in once
    }
    found: list[Match] = []
    for start, end in here:
        seeds = [(start + at, clause) for clause, at in tokens(old[start:end]) if clause in places]
        taken = start
        for at, clause in seeds:
            if at < taken:
                continue
            to, limit = places[clause]
            alike = at + shared(old[at:end], new[to:limit])
            ends = (place + len(seed) for place, seed in seeds if at <= place)
            taken = max(end for end in ends if end <= alike)
            if taken - at >= _LEAST:
                found.append(Match(at, to, taken - at))
    return found


def _once(text: str) -> set[str]:
    """Clauses that stand once in a text."""
    counts = Counter(clause for clause, _ in tokens(text))
    return {clause for clause, count in counts.items() if count == 1}


def _loose(matches: Sequence[Match], size: int, *, new: bool) -> Iterator[tuple[int, int]]:
    """Stretches of one text that are in no match and long enough."""
    ends = [
        (0, 0),
        *((one.new if new else one.old, one.length) for one in matches),
        (size, 0),
    ]
    for (start, length), (end, _) in pairwise(ends):
        if end - start - length >= _LEAST:
            yield start + length, end
