"""The places of a phrase, or of several, in all the files of an index."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.storage.index.files import FileHits, IndexFile
from reader.storage.index.phrases import Phrase

Place = tuple[int, int, int]
"""Paragraph, first character, end."""


class Batch(NamedTuple):
    """Places in one text: where each begins, in positions of the text, and how long it is."""

    document: int
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]

    def places(self, paragraphs: Sequence[int], most: int | None = None) -> Iterator[Place]:
        """Paragraph, first character and end of each place, ``most`` of them.

        ``paragraphs`` are the lengths of those of the text, in characters.
        """
        lengths = np.asarray(paragraphs, np.int64)
        bases = np.concatenate([[0], np.cumsum(lengths + 1)])
        starts, sizes = self.starts[:most], self.lengths[:most]
        numbers = np.searchsorted(bases, starts, "right") - 1
        within = starts - bases[numbers]
        yield from zip(numbers.tolist(), within.tolist(), (within + sizes).tolist(), strict=True)


class Occurrences:
    """Lazy: counting reads the directories alone where one pair decides.

    ``phrases`` are alternatives of which no two can stand at one place with one length: their
    numbers add up. Each comes with its length in symbols.
    """

    def __init__(self, files: Sequence[IndexFile], phrases: Sequence[tuple[Phrase, int]]) -> None:
        self._hits = [[(file.find(phrase), length) for phrase, length in phrases] for file in files]

    @property
    def total(self) -> int:
        """How many places there are, exactly."""
        return sum(hits.count for each in self._hits for hits, _ in each)

    def batches(self) -> Iterator[Batch]:
        """All places, text by text in the order of the files, ascending within a text.

        A text that lies in several files comes in several batches.
        """
        for each in self._hits:
            yield from _batches(each)

    def by_document(self) -> Counter[int]:
        """How many places each text has."""
        counts: Counter[int] = Counter()
        for batch in self.batches():
            counts[batch.document] += len(batch.starts)
        return counts


def _batches(alternatives: Sequence[tuple[FileHits, int]]) -> Iterator[Batch]:
    found = [
        (stretch, starts, length)
        for hits, length in alternatives
        for stretch, starts in hits.by_stretch()
    ]
    found.sort(key=lambda each: each[0].base)
    for stretch, group in groupby(found, key=lambda each: each[0]):
        same = list(group)
        starts = np.concatenate([each[1] for each in same])
        lengths = np.concatenate([np.full(len(each[1]), each[2], np.int64) for each in same])
        if len(same) > 1:
            order = np.lexsort((lengths, starts))
            starts, lengths = starts[order], lengths[order]
        yield Batch(stretch.document, starts, lengths)


def joined(parts: Sequence[Occurrences]) -> list[Batch]:
    """The places at which the parts stand one right behind the other."""
    found = _by_document(parts[0])
    for part in parts[1:]:
        following = _by_document(part)
        found = {
            document: _followed(batch, following[document])
            for document, batch in found.items()
            if document in following
        }
    return [batch for batch in found.values() if len(batch.starts)]


def _by_document(part: Occurrences) -> dict[int, Batch]:
    """All places of a text in one batch."""
    found: dict[int, list[Batch]] = {}
    for batch in part.batches():
        found.setdefault(batch.document, []).append(batch)
    return {
        document: Batch(
            document,
            np.concatenate([each.starts for each in batches]),
            np.concatenate([each.lengths for each in batches]),
        )
        for document, batches in found.items()
    }


def _followed(first: Batch, second: Batch) -> Batch:
    """The places of ``first`` right behind which there is one of ``second``, taken together."""
    ends = first.starts + first.lengths
    low = np.searchsorted(second.starts, ends)
    high = np.searchsorted(second.starts, ends, "right")
    own = np.repeat(np.arange(len(ends)), high - low)
    other = np.repeat(low, high - low) + (
        np.arange(len(own)) - np.repeat(np.cumsum(high - low) - (high - low), high - low)
    )
    return Batch(first.document, first.starts[own], first.lengths[own] + second.lengths[other])
