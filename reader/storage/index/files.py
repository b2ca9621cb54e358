"""A file of the index with what is known of the texts in it."""

from collections.abc import Collection, Container, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.storage.index.phrases import Found, Phrase
from reader.storage.index.postings import Places, Postings


class Stretch(NamedTuple):
    """Whole paragraphs of a text: positions from ``base`` in a file, ``start`` in the text."""

    base: int
    document: int
    start: int
    length: int


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

    def find(self, phrase: Phrase) -> "FileHits":
        """Where a phrase stands."""
        return FileHits(self, Found(self.postings, phrase))


def restricted(files: Sequence[IndexFile], trusted: Container[int] | None) -> Sequence[IndexFile]:
    """The same files with only the stretches of ``trusted`` texts; of all, for ``None``."""
    if trusted is None:
        return files
    return [file if file.holds_only(trusted) else file.only(trusted) for file in files]


class FileHits:
    """The places of a phrase in one file."""

    def __init__(self, file: IndexFile, found: Found) -> None:
        self._file = file
        self._found = found
        self._places: Places | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return self._found.count if self._file.whole else len(self.places)

    @property
    def places(self) -> Places:
        """Positions in the file, ascending."""
        if self._places is None:
            places = self._found.places
            self._places = (
                places if self._file.whole else places[_inside(places, self._file.stretches)]
            )
        return self._places

    def by_stretch(
        self, wanted: slice = slice(None)
    ) -> Iterator[tuple[Stretch, NDArray[np.int64]]]:
        """Each stretch that has some of the places, with their positions in its text."""
        places = self.places[wanted]
        if not len(places):
            return
        edges = np.searchsorted(places, self._file.bases).tolist()
        for stretch, first, end in zip(
            self._file.stretches, edges, [*edges[1:], len(places)], strict=True
        ):
            if first < end:
                yield stretch, places[first:end].astype(np.int64) + (stretch.start - stretch.base)


def _inside(places: Places, stretches: Sequence[Stretch]) -> NDArray[np.bool_]:
    """Which of ``places`` lie in a stretch."""
    if not stretches:
        return np.zeros(len(places), np.bool_)
    bases = np.array([each.base for each in stretches], np.uint32)
    ends = np.array([each.base + each.length for each in stretches], np.uint32)
    at = np.searchsorted(bases, places, "right")
    return np.asarray((at > 0) & (places < ends[np.maximum(at, 1) - 1]))


def merged(files: Collection[IndexFile]) -> tuple[Postings, list[Stretch]]:
    """One index of all in ``files`` that was not struck off, and its stretches in order."""
    pairs: list[NDArray[np.uint32]] = []
    places: list[Places] = []
    stretches: list[Stretch] = []
    base = 0
    for file in files:
        keys, at = file.postings.unpacked()
        shifts = np.zeros(len(file.stretches), np.int64)
        for number, each in enumerate(file.stretches):
            shifts[number] = base - each.base
            stretches.append(each._replace(base=base))
            base += each.length
        if not file.whole:
            inside = _inside(at, file.stretches)
            keys, at = keys[inside], at[inside]
        if len(at):
            own = np.searchsorted(file.bases, at, "right") - 1
            pairs.append(keys)
            places.append((at + shifts[own]).astype(np.uint32))
    nothing = np.zeros(0, np.uint32)
    return Postings.of(
        np.concatenate([nothing, *pairs]), np.concatenate([nothing, *places])
    ), stretches
