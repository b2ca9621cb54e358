"""Simplified and traditional forms of the same character, for comparing texts.

Every traditional form goes to a simplified one, that of Taiwan and Hong Kong too, so that 发, 發
and 髮 are one: which of them stands for 发 in a text does not matter where two are compared.
Tables: OpenCC (Apache-2.0), asked for every character once.
"""

from collections.abc import Mapping
from functools import lru_cache

from opencc import OpenCC

_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2A6E0))
_WAYS = ("t2s", "hk2s", "tw2s")


@lru_cache(maxsize=1)
def variants() -> Mapping[int, int]:
    """Code points of traditional forms and of the simplified form each of them has."""
    every = [chr(code) for start, end in _RANGES for code in range(start, end)]
    listed = "\n".join(every)
    table: dict[int, int] = {}
    for way in _WAYS:
        for old, new in zip(every, OpenCC(way).convert(listed).split("\n"), strict=True):
            if new != old and len(new) == 1:
                table[ord(old)] = ord(new)
    return {old: table.get(new, new) for old, new in table.items()}
