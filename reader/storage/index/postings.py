"""One file of the index: for every pair of neighbouring symbols, where it stands.

Three arrays of little-endian uint32 behind a header: ``keys``, the pairs that occur, ascending;
``ends``, where the places of each pair end in ``places``; ``places``, positions ascending
within each pair. A single symbol needs no list of its own: all pairs that begin with it are
neighbours in ``keys``. Files are mapped, not read: looking up a pair touches a few pages.
"""

import json
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.uint32]
"""Positions, ascending."""

_MAGIC = b"xidu-postings-1\n"
_ALIGNED = 64


class Range(NamedTuple):
    """Pairs ``first <= key < end``."""

    first: int
    end: int


class PostingsDamaged(Exception):
    """A file is not what was written."""


class Postings:
    """Where pairs stand: ``keys`` and ``ends`` have a number a pair, ``places`` one a position."""

    def __init__(self, keys: Places, ends: Places, places: Places) -> None:
        self._keys = keys
        self._ends = ends
        self._places = places

    @classmethod
    def of(cls, pairs: NDArray[np.uint32], at: Places) -> Self:
        """Sort pairs with their positions; both have the same length."""
        if not len(at):
            return cls(at, at, at)
        both = np.sort(pairs.astype(np.uint64) << np.uint64(32) | at)
        sorted_pairs = (both >> np.uint64(32)).astype(np.uint32)
        last = np.flatnonzero(np.diff(sorted_pairs, append=~sorted_pairs[-1:]))
        ends = (last + 1).astype(np.uint32)
        return cls(sorted_pairs[last], ends, both.astype(np.uint32))

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map a file. Raises PostingsDamaged, OSError."""
        with path.open("rb") as file:
            head = file.read(len(_MAGIC) + 4)
            size = int.from_bytes(head[len(_MAGIC) :], "little")
            packed = file.read(size)
        try:
            lengths = json.loads(packed)
            pairs, total = int(lengths["pairs"]), int(lengths["places"])
        except (ValueError, KeyError, TypeError) as fault:
            raise PostingsDamaged(path) from fault
        start = _aligned(len(head) + size)
        whole = start + 4 * (2 * pairs + total)
        if head[: len(_MAGIC)] != _MAGIC or path.stat().st_size != whole:
            raise PostingsDamaged(path)
        if not total:
            empty = np.zeros(0, np.uint32)
            return cls(empty, empty, empty)
        mapped = np.memmap(path, np.uint32, "r", offset=start)
        made = cls(mapped[:pairs], mapped[pairs : 2 * pairs], mapped[2 * pairs :])
        if lengths.get("check") != made._check() or int(made._ends[-1]) != total:
            raise PostingsDamaged(path)
        return made

    def write(self, path: Path) -> int:
        """Write a file that appears whole or not at all; return its size in bytes."""
        lengths = {"pairs": len(self._keys), "places": len(self), "check": self._check()}
        packed = json.dumps(lengths).encode()
        head = _MAGIC + len(packed).to_bytes(4, "little") + packed
        passing = path.with_suffix(".new")
        with passing.open("wb") as file:
            file.write(head.ljust(_aligned(len(head)), b"\0"))
            for part in (self._keys, self._ends, self._places):
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

    def unpacked(self) -> tuple[NDArray[np.uint32], Places]:
        """Every pair and its position, as :meth:`of` wants them."""
        return np.repeat(self._keys, np.diff(self._ends, prepend=np.uint32(0))), self._places

    def _slices(self, ranges: Sequence[Range]) -> list[tuple[int, int]]:
        """The parts of ``places`` that hold these pairs, those without any left out."""
        if not ranges or not len(self._keys):
            return []
        edges = np.searchsorted(self._keys, np.array(ranges, np.uint32).ravel())
        starts = np.where(edges > 0, self._ends[edges - 1], 0).reshape(-1, 2)
        return [(int(start), int(end)) for start, end in starts if start < end]


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
