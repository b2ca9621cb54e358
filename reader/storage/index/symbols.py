"""Characters as symbols of 16 bits, variants of one character alike.

What counts as alike (width, case, simplified and traditional) is a table that the maker of the
index hands in. Symbol 0 parts paragraphs. The few characters beyond the first plane share the
2,048 codes that UTF-16 keeps for halves of pairs, so that a place found for one of them is
certain only once it has been compared with the text.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reader.storage.index.phrases import Link, Phrase
from reader.storage.index.postings import Places, Postings, Range

Symbols = NDArray[np.uint16]

_SHARED, _CODES = 0xD800, 0x800
_PLANE = 0x10000


class Alphabet:
    """Turns texts into symbols; ``alike`` maps a code point to that which stands for it."""

    def __init__(self, alike: Mapping[int, int]) -> None:
        codes = np.arange(0x110000, dtype=np.uint32)
        codes[np.fromiter(alike.keys(), np.uint32)] = np.fromiter(alike.values(), np.uint32)
        shared = _SHARED + (codes * np.uint32(2654435761) >> np.uint32(21)) % _CODES
        self._table = np.where(codes < _PLANE, codes, shared).astype(np.uint16)

    def symbols(self, text: str) -> Symbols:
        """One symbol a code point."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        return self._table[codes]

    def certain(self, text: str) -> bool:
        """Whether what is found for ``text`` needs no comparing."""
        symbols = self.symbols(text)
        return not bool(((symbols >= _SHARED) & (symbols < _SHARED + _CODES)).any())

    def phrase(self, text: Sequence[str | None]) -> Phrase:
        """The phrase of these characters; ``None`` stands for any one character.

        Raises ValueError when no character is named.
        """
        wanted = [None if char is None else int(self.symbols(char)[0]) for char in text]
        links = []
        for at, (symbol, following) in enumerate(zip(wanted, [*wanted[1:], None], strict=True)):
            if symbol is None:
                continue
            if following is not None:
                pair = symbol << 16 | following
                links.append(Link(at, (Range(pair, pair + 1),), frozenset((at, at + 1))))
            elif at == 0 or wanted[at - 1] is None:
                links.append(Link(at, (_beginning(symbol),), frozenset((at,))))
        if not links:
            raise ValueError(text)
        return Phrase(tuple(links))


def _beginning(symbol: int) -> Range:
    """The pairs that begin with a symbol; the last one of all ends where 32 bits do."""
    return Range(symbol << 16, min((symbol + 1) << 16, 0xFFFFFFFF))


def indexed_run(run: Symbols, breaks: Places) -> Postings:
    """The index of a run of symbols that ends with 0; paragraphs end at ``breaks``."""
    at: Places = np.flatnonzero(run).astype(np.uint32)
    pairs = run[at].astype(np.uint32) << np.uint32(16) | run[at + 1]
    return Postings.of(pairs, at, breaks)
