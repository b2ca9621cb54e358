"""A file of the index with what is known of the texts in it."""

from collections.abc import Container, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.storage.index.phrases import Found, Phrase
from reader.storage.index.postings import Places, Postings


class Stretch(NamedTuple):
    """Whole paragraphs of a text, ``paragraph`` and following: ``length`` positions of a file."""

    base: int
    document: int
    paragraph: int
    length: int


class Batch(NamedTuple):
    """Places in one text: paragraph, first character and end of each, in reading order."""

    document: int
    paragraphs: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def places(self) -> Iterator[tuple[int, int, int]]:
        """Each place."""
        columns = self.paragraphs.tolist(), self.starts.tolist(), self.ends.tolist()
        return zip(*columns, strict=True)


class IndexFile(NamedTuple):
    """Postings and the stretches in them, ascending by base; those struck off are left out.

    ``whole`` tells that nothing was struck off.
    """

    id: int
    postings: Postings
    stretches: tuple[Stretch, ...]
    bases: NDArray[np.uint32]
    whole: bool

    @classmethod
    def of(
        cls, number: int, postings: Postings, stretches: Sequence[Stretch], size: int
    ) -> "IndexFile":
        """``size`` is how many positions there were when the file was written."""
        bases = np.array([each.base for each in stretches], np.uint32)
        whole = sum(each.length for each in stretches) == size
        return cls(number, postings, tuple(stretches), bases, whole)

    @property
    def length(self) -> int:
        """Positions that are not struck off."""
        return sum(each.length for each in self.stretches)

    def holds_only(self, documents: Container[int]) -> bool:
        """Whether every text in it is one of these."""
        return all(each.document in documents for each in self.stretches)

    def only(self, documents: Container[int]) -> "IndexFile":
        """The same file without other texts."""
        kept = tuple(each for each in self.stretches if each.document in documents)
        bases = np.array([each.base for each in kept], np.uint32)
        return self._replace(stretches=kept, bases=bases, whole=False)


def restricted(files: Sequence[IndexFile], trusted: Container[int] | None) -> Sequence[IndexFile]:
    """The same files with only the stretches of ``trusted`` texts; of all, for ``None``."""
    if trusted is None:
        return files
    return [file if file.holds_only(trusted) else file.only(trusted) for file in files]


class FileHits:
    """The places of a phrase of ``length`` symbols in one file."""

    def __init__(self, file: IndexFile, phrase: Phrase, length: int) -> None:
        self._file = file
        self._length = length
        self._found = Found(file.postings, phrase)
        self._kept: Places | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return self._found.count if self._file.whole else len(self._places)

    def within(self, stretch: Stretch) -> Batch:
        """Those in one stretch."""
        edges = np.array([stretch.base, stretch.base + stretch.length], np.uint32)
        first, end = np.searchsorted(self._places, edges)
        places = self._places[first:end]
        breaks = self._file.postings.breaks
        numbers = np.searchsorted(breaks, places)
        before = int(np.searchsorted(breaks, edges[0]))
        # A paragraph begins right behind the end of the one before it.
        begins = np.where(numbers > before, breaks[np.maximum(numbers, 1) - 1] + 1, stretch.base)
        starts = places.astype(np.int64) - begins
        paragraphs = numbers + (stretch.paragraph - before)
        return Batch(stretch.document, paragraphs, starts, starts + self._length)

    def counts(self) -> Iterator[tuple[int, int]]:
        """How many each text has that has any; a text may be named more than once."""
        edges = np.searchsorted(self._places, self._file.bases)
        numbers = np.diff(edges, append=len(self._places))
        for at in np.flatnonzero(numbers).tolist():
            yield self._file.stretches[at].document, int(numbers[at])

    @property
    def _places(self) -> Places:
        if self._kept is None:
            places = self._found.places
            inside = slice(None) if self._file.whole else _inside(places, self._file.stretches)
            self._kept = places[inside]
        return self._kept


def _inside(places: Places, stretches: Sequence[Stretch]) -> NDArray[np.bool_]:
    """Which of ``places`` lie in a stretch."""
    if not stretches:
        return np.zeros(len(places), np.bool_)
    bases = np.array([each.base for each in stretches], np.uint32)
    ends = np.array([each.base + each.length for each in stretches], np.uint32)
    at = np.searchsorted(bases, places, "right")
    return np.asarray((at > 0) & (places < ends[np.maximum(at, 1) - 1]))


def merged(files: Sequence[IndexFile]) -> tuple[Postings, list[Stretch]]:
    """One index of all in ``files`` that was not struck off, and its stretches in order."""
    parts: list[Postings] = []
    stretches: list[Stretch] = []
    base = 0
    for file in files:
        shifts = np.zeros(len(file.stretches), np.int64)
        for number, each in enumerate(file.stretches):
            shifts[number] = base - each.base
            stretches.append(each._replace(base=base))
            base += each.length
        kept = None if file.whole else partial(_inside, stretches=file.stretches)
        parts.append(file.postings.moved(shifts, file.bases, kept))
    return Postings.merged(parts), stretches
