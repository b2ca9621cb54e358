"""Restoring a backup: what it would change, told before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

MERGE = "merge"
"""Add what is missing here; of what both have, what was changed last stays."""

REPLACE = "replace"
"""Make the library what the backup is."""

MODES = (MERGE, REPLACE)

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


class Change(NamedTuple):
    """One record that would come, go, or be another one.

    ``kind`` is that of a mark, or ``correction``, ``own_term`` and the like. ``title`` is that
    of its text, empty where it belongs to none.
    """

    how: str
    kind: str
    id: str
    title: str
    quote: str
    text: str


class Preview(NamedTuple):
    """What a restore would do, or has done.

    ``texts`` and, by kind, ``counts`` tell how many are added, changed, removed; only what is to
    be seen counts, not the bin. ``changes`` are the first of them. ``orphans`` is how many marks
    lose their place because their text is mended otherwise here; ``damaged`` how many records
    of the backup are not as they were written. With the library itself ``broken``, nothing can be
    told; it can only be replaced, and is kept beside the new one.
    """

    mode: str
    texts: Mapping[str, int]
    counts: Mapping[str, Mapping[str, int]]
    changes: Sequence[Change]
    orphans: int
    damaged: int
    broken: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the library would stay as it is."""
        if self.broken:
            return False
        counts = [self.texts, *self.counts.values()]
        return not any(number for count in counts for number in count.values())
