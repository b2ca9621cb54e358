"""A large table of words and what is said of each, in a tenth of a dictionary's memory.

A word is kept as a 64-bit hash (BLAKE2b), in order; what is said of it stands in one text. With
a hundred thousand words, a word that is not among them is taken for one of them in one of 10^14
look-ups.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple, overload


class Packed(NamedTuple):
    """How the table is stored: hashes in order, where each text begins (and ends), the texts."""

    keys: bytes
    starts: bytes
    texts: bytes


class WordTable:
    """Looks up words; the texts are found in the order of the hashes."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self._keys = memoryview(packed.keys).cast("Q")
        self._starts = memoryview(packed.starts).cast("I")
        self._texts = packed.texts

    @overload
    def get(self, word: str) -> str | None: ...
    @overload
    def get(self, word: str, default: str) -> str: ...
    def get(self, word: str, default: str | None = None) -> str | None:
        """What is said of a word, or ``default`` if it is not in the table."""
        key = _key(word)
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return default
        return self._texts[self._starts[at] : self._starts[at + 1]].decode()

    def __getitem__(self, word: str) -> str:
        found = self.get(word)
        if found is None:
            raise KeyError(word)
        return found

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordTable) and self.packed == other.packed

    def __hash__(self) -> int:
        return hash(self.packed.keys)

    def __len__(self) -> int:
        return len(self._keys)


def pack(words: Mapping[str, str]) -> Packed:
    """Store a table. Raises ValueError if two words have the same hash."""
    items = sorted((_key(word), text) for word, text in words.items())
    keys = array("Q", (key for key, _ in items))
    if len(set(keys)) != len(keys):
        raise ValueError("two words have the same hash")
    texts = [text.encode() for _, text in items]
    return Packed(keys.tobytes(), array("I", _sums(map(len, texts))).tobytes(), b"".join(texts))


def _sums(sizes: Iterable[int]) -> Iterable[int]:
    total = 0
    yield total
    for size in sizes:
        total += size
        yield total


def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
