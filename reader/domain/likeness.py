"""Which characters count as the same where a text is compared with another version of it.

White space never counts; full and half width, the shapes of quotation marks, dashes and
brackets, one dot or six of an ellipsis, radicals that PDF files hold for characters are the
same. Which simplified and traditional characters are, the caller tells.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reader.domain.script import FOLD_WIDTH

_DROPPED = re.compile("[\\s\u200b\u2060\ufeff]+|(?<=[.…。．｡])[.…。．｡]+|(?<=[—–―─－-])[—–―─－-]+")
"""What is not compared: white space, and what repeats a dot or a dash."""

_ALIKE = {
    '"': "“”„‟『』「」﹁﹂﹃﹄＂",
    "'": "‘’‚‛＇`´",
    ".": "。｡…",
    "、": "､",
    "-": "—–―─",
    "·": "•・‧∙⋅･",
    "[": "【〔［",
    "]": "】〕］",
    "~": "～〜∼",
}


_RADICALS = (
    "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马"
    "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
)
"""Radicals that Unicode does not call the same as their character, each before it."""


@lru_cache(maxsize=1)
def _plain() -> dict[int, int]:
    """What takes the place of each character that is written in several ways."""
    table = dict(FOLD_WIDTH)
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00)):
        same = unicodedata.normalize("NFKC", chr(code))
        if len(same) == 1 and ord(same) != code:
            table[code] = ord(same)
    table.update(zip(map(ord, _RADICALS[::2]), map(ord, _RADICALS[1::2]), strict=True))
    for one, others in _ALIKE.items():
        table.update((ord(other), ord(one)) for other in others)
    return table


class Folded:
    """A text as it is compared; ``text`` has one character for each that counts.

    Runs of characters that stand side by side in the original lie between ``ends``.
    """

    __slots__ = ("_originals", "_starts", "text")

    def __init__(self, original: str, table: Mapping[int, int]) -> None:
        self._starts: list[int] = []
        self._originals: list[int] = []
        kept, total, at = [], 0, 0
        for start, end in _gaps(original):
            if start > at:
                self._starts.append(total)
                self._originals.append(at)
                kept.append(original[at:start])
                total += start - at
            at = end
        self.text = "".join(kept).translate(table)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Pieces of a range: where each begins here, where in the original, how long it is."""
        at = bisect_right(self._starts, start) - 1
        while start < end:
            last = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
            length = min(end, last) - start
            yield start, self._originals[at] + start - self._starts[at], length
            start += length
            at += 1

    def original(self, at: int) -> int:
        """Where a character stands in the original."""
        run = bisect_right(self._starts, at) - 1
        return self._originals[run] + at - self._starts[run]


def _gaps(original: str) -> Iterator[tuple[int, int]]:
    """Stretches that are not compared; an empty one at the end."""
    for found in _DROPPED.finditer(original):
        yield found.span()
    yield len(original), len(original)


class Likeness:
    """Compares texts; ``variants`` maps code points that are the same character to one of them."""

    def __init__(self, variants: Mapping[int, int] | None = None) -> None:
        table = _plain()
        self._table = {**variants, **table} if variants else table

    def folded(self, text: str) -> Folded:
        """A text with what tells where its characters stand."""
        return Folded(text, self._table)

    def __call__(self, text: str) -> str:
        """A text as it is compared."""
        return _DROPPED.sub("", text).translate(self._table)
