"""One file of the index: for every pair of neighbouring symbols, where it stands.

Four arrays of little-endian uint32 behind a header: ``keys``, the pairs that occur, ascending;
``ends``, where the places of each pair end in ``places``; ``places``, positions ascending
within each pair; ``breaks``, the positions at which paragraphs end. A single symbol needs no
list of its own: all pairs that begin with it are neighbours in ``keys``. Files are mapped, not
read: looking up a pair touches a few pages.
"""

import json
import os
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.uint32]
"""Positions, ascending."""

Kept = Callable[[Places], NDArray[np.bool_]]
"""Tells which of some positions stay."""

_NOTHING = np.zeros(0, np.uint32)
_MAGIC = b"xidu-postings-2\n"
_ALIGNED = 64


class Range(NamedTuple):
    """Pairs ``first <= key < end``."""

    first: int
    end: int


class PostingsDamaged(Exception):
    """A file is not what was written."""


class Postings:
    """Where pairs stand, and where paragraphs end: the four arrays of a file."""

    def __init__(self, keys: Places, ends: Places, places: Places, breaks: Places) -> None:
        self._keys = keys
        self._ends = ends
        self._places = places
        self.breaks = breaks

    @classmethod
    def of(cls, pairs: NDArray[np.uint32], at: Places, breaks: Places) -> Self:
        """Sort pairs with their positions; both have the same length."""
        if not len(at):
            return cls(at, at, at, breaks)
        both = np.sort(pairs.astype(np.uint64) << np.uint64(32) | at)
        sorted_pairs = (both >> np.uint64(32)).astype(np.uint32)
        last = np.flatnonzero(np.diff(sorted_pairs, append=~sorted_pairs[-1:]))
        ends = (last + 1).astype(np.uint32)
        return cls(sorted_pairs[last], ends, both.astype(np.uint32), breaks)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map a file. Raises PostingsDamaged, OSError."""
        with path.open("rb") as file:
            head = file.read(len(_MAGIC) + 4)
            size = int.from_bytes(head[len(_MAGIC) :], "little")
            packed = file.read(size)
        try:
            lengths = json.loads(packed)
            pairs, total, ends = (int(lengths[name]) for name in ("pairs", "places", "breaks"))
        except (ValueError, KeyError, TypeError) as fault:
            raise PostingsDamaged(path) from fault
        start = _aligned(len(head) + size)
        whole = start + 4 * (2 * pairs + total + ends)
        if head[: len(_MAGIC)] != _MAGIC or path.stat().st_size != whole:
            raise PostingsDamaged(path)
        mapped = np.memmap(path, np.uint32, "r", offset=start) if whole > start else _NOTHING
        # As a plain array: slicing the other kind takes longer than looking something up.
        parts = np.split(mapped.view(np.ndarray), [pairs, 2 * pairs, 2 * pairs + total])
        made = cls(*parts)
        if lengths.get("check") != made._check() or (pairs and int(made._ends[-1]) != total):
            raise PostingsDamaged(path)
        return made

    def write(self, path: Path) -> int:
        """Write a file that appears whole or not at all; return its size in bytes."""
        lengths = {"pairs": len(self._keys), "places": len(self), "breaks": len(self.breaks)}
        lengths["check"] = self._check()
        packed = json.dumps(lengths).encode()
        head = _MAGIC + len(packed).to_bytes(4, "little") + packed
        passing = path.with_suffix(".new")
        with passing.open("wb") as file:
            file.write(head.ljust(_aligned(len(head)), b"\0"))
            for part in (self._keys, self._ends, self._places, self.breaks):
                file.write(np.ascontiguousarray(part).data)
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        passing.replace(path)
        return size

    def _check(self) -> int:
        """Checksum of the directory, the part that a lookup trusts."""
        keys, ends = np.ascontiguousarray(self._keys), np.ascontiguousarray(self._ends)
        return zlib.crc32(ends.tobytes(), zlib.crc32(keys.tobytes()))

    def __len__(self) -> int:
        return len(self._places)

    def count(self, ranges: Sequence[Range]) -> int:
        """How many positions these pairs have."""
        return sum(end - start for start, end in self._slices(ranges))

    def places(self, ranges: Sequence[Range]) -> Places:
        """The positions of these pairs."""
        parts = []
        single = True
        for start, end in self._slices(ranges):
            parts.append(self._places[start:end])
            first = int(np.searchsorted(self._ends, np.uint32(start), "right"))
            single = single and int(self._ends[first]) >= end
        if not parts:
            return np.zeros(0, np.uint32)
        if len(parts) == 1 and single:
            return np.asarray(parts[0])
        return np.sort(np.concatenate(parts))

    def moved(self, shifts: NDArray[np.int64], bases: Places, kept: Kept | None) -> Self:
        """The same with positions moved: each by the shift of the last base that is not behind it.

        ``kept`` tells which of some positions stay at all; all do without it.
        """
        keys, ends, places, breaks = self._keys, self._ends, self._places, self.breaks
        if kept is not None:
            stay = kept(places)
            ends = np.cumsum(stay, dtype=np.uint32)[ends - 1] if len(ends) else ends
            filled = np.diff(ends, prepend=np.uint32(0)) > 0
            keys, ends, places = keys[filled], ends[filled], places[stay]
            breaks = breaks[kept(breaks)]
        return type(self)(keys, ends, _moved(places, shifts, bases), _moved(breaks, shifts, bases))

    @classmethod
    def merged(cls, parts: Sequence[Self]) -> Self:
        """One file of several whose positions do not overlap, in their order."""
        keys = np.unique(np.concatenate([part._keys for part in parts]))
        rows = [np.searchsorted(keys, part._keys) for part in parts]
        counts = np.zeros(len(keys), np.int64)
        for part, row in zip(parts, rows, strict=True):
            counts[row] += np.diff(part._ends, prepend=np.uint32(0))
        ends = np.cumsum(counts)
        free = ends - counts
        places = np.empty(int(ends[-1]) if len(ends) else 0, np.uint32)
        for part, row in zip(parts, rows, strict=True):
            own = np.diff(part._ends, prepend=np.uint32(0)).astype(np.int64)
            first = np.cumsum(own) - own
            places[np.repeat(free[row] - first, own) + np.arange(len(part))] = part._places
            free[row] += own
        return cls(
            keys, ends.astype(np.uint32), places, np.concatenate([part.breaks for part in parts])
        )

    def _slices(self, ranges: Sequence[Range]) -> list[tuple[int, int]]:
        """The parts of ``places`` that hold these pairs, those without any left out."""
        if not ranges or not len(self._keys):
            return []
        edges = np.searchsorted(self._keys, np.array(ranges, np.uint32).ravel())
        starts = np.where(edges > 0, self._ends[edges - 1], 0).reshape(-1, 2)
        return [(int(start), int(end)) for start, end in starts if start < end]


def _moved(places: Places, shifts: NDArray[np.int64], bases: Places) -> Places:
    own = np.searchsorted(bases, places, "right") - 1
    return (places + shifts[own]).astype(np.uint32)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
