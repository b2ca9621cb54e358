"""Finds sequences of symbols by the pairs they are made of.

The rarest pair of a sequence gives the candidates; each further pair, the rarer first, strikes
out those at which it does not stand, until every symbol has been asked for.
"""

from typing import NamedTuple

import numpy as np

from reader.storage.index.postings import Places, Postings, Range


class Link(NamedTuple):
    """That one of ``ranges`` stands ``at`` symbols behind the beginning; it settles ``symbols``."""

    at: int
    ranges: tuple[Range, ...]
    symbols: frozenset[int]


class Phrase(NamedTuple):
    """A sequence: links that together settle the symbols it is made of."""

    links: tuple[Link, ...]

    @property
    def symbols(self) -> frozenset[int]:
        """The symbols that must be settled."""
        return frozenset().union(*(link.symbols for link in self.links))


class Found:
    """The places of a phrase in one file: how many at once, which when they are asked for."""

    def __init__(self, postings: Postings, phrase: Phrase) -> None:
        self._postings = postings
        self._chosen = _cheapest(postings, phrase)
        self._places: Places | None = None
        self._known = self._chosen[0][0] if len(self._chosen) == 1 else None

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.places) if self._known is None else self._known

    @property
    def places(self) -> Places:
        """Where the phrase begins, ascending."""
        if self._places is None:
            self._places = self._intersected()
        return self._places

    def _intersected(self) -> Places:
        (count, first), *others = self._chosen
        if not count:
            return np.zeros(0, np.uint32)
        found = self._postings.places(first.ranges)
        begins = found[np.searchsorted(found, np.uint32(first.at)) :] - np.uint32(first.at)
        for _, link in others:
            if not len(begins):
                break
            begins = _both(begins, self._postings.places(link.ranges), link.at)
        return begins


def _cheapest(postings: Postings, phrase: Phrase) -> list[tuple[int, Link]]:
    """Links with the number of their places, the fewest first, as many as settle every symbol."""
    counted = sorted(
        ((postings.count(link.ranges), link) for link in phrase.links), key=lambda each: each[0]
    )
    chosen: list[tuple[int, Link]] = []
    settled: frozenset[int] = frozenset()
    for count, link in counted:
        if not link.symbols <= settled or not chosen:
            chosen.append((count, link))
            settled |= link.symbols
        if count == 0:
            return [(count, link)]
    return chosen


def _both(begins: Places, places: Places, at: int) -> Places:
    """Those of ``begins`` at which, ``at`` symbols on, there is one of ``places``."""
    if not len(places):
        return begins[:0]
    if len(begins) <= len(places):
        wanted = begins + np.uint32(at)
        nearest = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
        return np.asarray(begins[places[nearest] == wanted])
    usable = places[np.searchsorted(places, np.uint32(at)) :] - np.uint32(at)
    if not len(usable):
        return begins[:0]
    nearest = np.minimum(np.searchsorted(begins, usable), len(begins) - 1)
    return np.asarray(usable[begins[nearest] == usable])
