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

_SPACE = "\\s\u200b\u2060\ufeff"
_DROPPED = re.compile(f"[{_SPACE}]+|[.…。．｡]{{2,}}|[—–―─－-]{{2,}}")
"""What is not compared: white space, and of dots and dashes all but the first."""

_LONG = 10_000
_FEW = 60
"""Characters of a long text, and how many different ones are changed one by one."""

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
        self.text = _translated("".join(kept), table)

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
        start, end = found.span()
        yield start + (not _is_space(original[start])), end
    yield len(original), len(original)


def _is_space(char: str) -> bool:
    return char.isspace() or char in "\u200b\u2060\ufeff"


def _translated(text: str, table: Mapping[int, int]) -> str:
    """As ``str.translate``, which looks up every character, where few of them change."""
    if len(text) < _LONG:
        return text.translate(table)
    changed = [(char, chr(table[ord(char)])) for char in set(text) if ord(char) in table]
    if len(changed) > _FEW:
        return text.translate(table)
    # No character is put in that is itself put for another: the order does not matter.
    for char, other in changed:
        text = text.replace(char, other)
    return text


class Likeness:
    """Compares texts; ``variants`` maps code points that are the same character to one of them."""

    def __init__(self, variants: Mapping[int, int] | None = None) -> None:
        table = {**(variants or {}), **_plain()}
        # A compatibility form may stand for a traditional character, and that for another.
        self._table = {code: table.get(to, to) for code, to in table.items()}

    def folded(self, text: str) -> Folded:
        """A text with what tells where its characters stand."""
        return Folded(text, self._table)

    def __call__(self, text: str) -> str:
        """A text as it is compared."""
        return self.folded(text).text
