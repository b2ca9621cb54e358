"""Pinyin as a person types it for some characters: with tone marks or numbers, together or apart.

``fú shè``, ``fu2she4``, ``Xi'an`` and ``nv3er2`` are all taken; the number of characters
decides where ``xian`` is one syllable and where it is two.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from reader.domain.pinyin import marked, plain, tone
from reader.domain.zhuyin import symbols

_LONGEST = 6
"""Letters of the longest syllable, zhuang."""

_CHUNK = re.compile(r"[^\W\d_]+[0-5]?")
_BETWEEN = re.compile(r"[\s'’ʼ‘`·\-]*")


Ways = dict[int, tuple[int, tuple[str, ...]]]
"""By the number of syllables: how far-fetched a way to cut is, and the syllables."""


class Fault(StrEnum):
    """Why something typed is not the reading of some characters."""

    NOT_PINYIN = "not pinyin"
    OTHER_COUNT = "another number of syllables"
    NO_TONES = "no tones"


def reading(typed: str, count: int) -> tuple[str, ...] | Fault:
    """The syllables, with tone marks, of ``count`` characters; or why it is not their reading.

    The neutral tone has no mark; a whole word without any tone is taken for one that was
    typed without them.
    """
    chunks = _chunks(unicodedata.normalize("NFC", typed.replace("u:", "ü").replace("U:", "Ü")))
    if not chunks:
        return Fault.NOT_PINYIN
    ways: Ways = {0: (0, ())}
    for chunk in chunks:
        found = _splits(chunk)
        if not found:
            return Fault.NOT_PINYIN
        ways = _better(
            (size + more, cost + dearer, (*way, *split))
            for size, (cost, way) in ways.items()
            for more, (dearer, split) in found.items()
        )
    if count not in ways:
        return Fault.OTHER_COUNT
    best = ways[count][1]
    if count > 1 and all(tone(syllable) == 5 for syllable in best):
        return Fault.NO_TONES
    return best


def _chunks(typed: str) -> list[str]:
    """Runs of letters, each with the tone number behind it; none if there is anything else."""
    out: list[str] = []
    at = 0
    while True:
        between = _BETWEEN.match(typed, at)
        at = between.end() if between else at
        if at == len(typed):
            return out
        chunk = _CHUNK.match(typed, at)
        if chunk is None:
            return []
        out.append(chunk.group())
        at = chunk.end()


def _splits(chunk: str) -> Ways:
    """The best way to cut a chunk into each number of syllables; its number is the last's tone.

    A syllable that begins with a vowel would have been set off: fangan is fan gan.
    """
    number = chunk[-1] if chunk[-1].isdigit() else ""
    letters = chunk[: len(chunk) - len(number)]
    ways: list[Ways] = [{0: (0, ())}]
    for end in range(1, len(letters) + 1):
        found = []
        for start in range(max(0, end - _LONGEST), end):
            own = letters[start:end]
            if len(own) < len(letters) and own.lower() in {"m", "n"}:
                continue  # interjections that stand alone
            syllable = _syllable(own, number if end == len(letters) else "")
            if syllable:
                dear = int(start > 0 and plain(syllable)[:1] in "aoe")
                found += [
                    (size + 1, cost + dear, (*way, syllable))
                    for size, (cost, way) in ways[start].items()
                ]
        ways.append(_better(found))
    return ways[-1]


def _better(found: Iterable[tuple[int, int, tuple[str, ...]]]) -> Ways:
    """The cheapest way of each size."""
    best: Ways = {}
    for size, cost, way in found:
        if size not in best or cost < best[size][0]:
            best[size] = (cost, way)
    return best


def _syllable(letters: str, number: str) -> str:
    """A syllable with its mark, or nothing where these letters are none."""
    written = letters.replace("v", "ü").replace("V", "Ü")
    marks = sum(tone(char) != 5 for char in written)
    base = plain(written)
    if marks > 1 or (marks and number) or not base.isascii() or base in {"ng", "hm", "hng"}:
        return ""
    if not symbols(base) or (base.endswith("r") and base not in {"er", "r"}):
        return ""
    return marked(written + number.replace("0", "5")) if number else written
