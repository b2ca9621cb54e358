"""What a search takes for one and the same: width, case, scripts and variants of a character."""

from collections.abc import Mapping
from functools import lru_cache

VERSION = "1"
"""Raised with every change of what is alike: an index made by another is of no use."""

_CASED = (
    range(0x41, 0x2190),
    range(0x2C00, 0x2E00),
    range(0xA640, 0xAC00),
    range(0x10400, 0x10500),
)


@lru_cache(maxsize=1)
def alike() -> Mapping[int, int]:
    """Code points, each with the one that stands for it; what stands for itself is left out."""
    from reader.domain.alike import SIMPLE, WRITTEN  # noqa: PLC0415 - of no use before a search

    found = {code: lower for codes in _CASED for code in codes if (lower := _lower(code)) != code}
    found |= {code: _lower(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    found |= {ord(one): ord(other) for one, other in zip(WRITTEN, SIMPLE, strict=True)}
    found[0x3000] = 0x20
    return found


def fold(text: str) -> str:
    """The text with what is alike written alike; it keeps its length."""
    return text.lower() if text.isascii() else text.translate(alike())


def _lower(code: int) -> int:
    lower = chr(code).lower()
    return ord(lower) if len(lower) == 1 else code
