"""Simplified and traditional forms of the same character, for comparing texts.

Every traditional form goes to a simplified one, that of Taiwan and Hong Kong too, so that 发, 發
and 髮 are one: which of them stands for 发 in a text does not matter where two are compared.
Tables: OpenCC (Apache-2.0), asked for every character once.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from opencc import OpenCC

_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2A6E0))
_WAYS = ("t2s", "hk2s", "tw2s")
_BACK = "s2t"
_ALSO = (("复", "覆"), ("借", "藉"))
"""Forms that OpenCC chooses by phrases and does not take back."""


@lru_cache(maxsize=1)
def variants() -> Mapping[int, int]:
    """Code points of traditional forms and of the simplified form each of them has."""
    every = [chr(code) for start, end in _RANGES for code in range(start, end)]
    table: dict[str, str] = {}
    for way in _WAYS:
        table.update(_changed(way, every))
    table = {old: table.get(new, new) for old, new in table.items()}
    joined: dict[str, str] = {}
    for old, new in (*_ALSO, *_changed(_BACK, every)):
        one, other = table.get(old, old), table.get(new, new)
        one, other = joined.get(one, one), joined.get(other, other)
        if one != other:
            joined[other] = one
    whole = {**joined, **{old: joined.get(new, new) for old, new in table.items()}}
    return {ord(old): ord(whole.get(new, new)) for old, new in whole.items() if old != new}


def _changed(way: str, every: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Characters that are written as one other character."""
    converted = OpenCC(way).convert("\n".join(every)).split("\n")
    for old, new in zip(every, converted, strict=True):
        if new != old and len(new) == 1:
            yield old, new
