"""The places of a phrase, or of several, in all the files of an index."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from reader.storage.index.files import Batch, FileHits, IndexFile, Stretch
from reader.storage.index.phrases import Phrase


class Occurrences:
    """Nothing is looked for before it is asked for; where one pair decides, counting is free.

    ``phrases`` are alternatives of which no two can stand at one place with one length: their
    numbers add up. Each comes with its length in symbols.
    """

    def __init__(self, files: Sequence[IndexFile], phrases: Sequence[tuple[Phrase, int]]) -> None:
        self._files = files
        self._hits = [
            [FileHits(file, phrase, length) for phrase, length in phrases] for file in files
        ]

    @property
    def total(self) -> int:
        """How many places there are, exactly."""
        return sum(hits.count for each in self._hits for hits in each)

    def by_document(self) -> Counter[int]:
        """How many places each text has."""
        counts: Counter[int] = Counter()
        for each in self._hits:
            for hits in each:
                for document, count in hits.counts():
                    counts[document] += count
        return counts

    def within(self, document: int) -> Batch:
        """The places in one text."""
        return united(
            document,
            [
                hits.within(stretch)
                for number, stretch in self._stretches.get(document, ())
                for hits in self._hits[number]
            ],
        )

    @cached_property
    def _stretches(self) -> dict[int, list[tuple[int, Stretch]]]:
        """Where each text is: number of the file and stretch."""
        found: dict[int, list[tuple[int, Stretch]]] = defaultdict(list)
        for number, file in enumerate(self._files):
            for stretch in file.stretches:
                found[stretch.document].append((number, stretch))
        return found


def united(document: int, batches: Sequence[Batch]) -> Batch:
    """All places of a text in one batch, in reading order."""
    if len(batches) == 1:
        return batches[0]
    nothing = np.zeros(0, np.int64)
    columns = [np.concatenate([nothing, *(each[at] for each in batches)]) for at in (1, 2, 3)]
    order = np.lexsort(columns[::-1])
    return Batch(document, *(column[order] for column in columns))


def joined(parts: Sequence[Occurrences]) -> Iterator[Batch]:
    """The places at which the parts stand one right behind the other, text by text."""
    documents = set(parts[0].by_document())
    for part in parts[1:]:
        documents &= part.by_document().keys()
    for document in sorted(documents):
        found = parts[0].within(document)
        for part in parts[1:]:
            found = _followed(found, part.within(document))
        if len(found.starts):
            yield found


def _followed(first: Batch, second: Batch) -> Batch:
    """The places of ``first`` right behind which there is one of ``second``, taken together.

    Those of ``second`` all have different beginnings.
    """
    ends = first.paragraphs << 32 | first.ends
    begins = second.paragraphs << 32 | second.starts
    if not len(begins):
        return first._replace(**{name: getattr(first, name)[:0] for name in first._fields[1:]})
    nearest = np.minimum(np.searchsorted(begins, ends), len(begins) - 1)
    both = begins[nearest] == ends
    return Batch(
        first.document, first.paragraphs[both], first.starts[both], second.ends[nearest][both]
    )
