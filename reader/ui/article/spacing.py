"""Room between characters: marks of half a cell, quarter gaps beside Latin, what may stretch.

The classes of marks and the rules are those of CLREQ (W3C, Requirements for Chinese Text
Layout) §3.1.6 to §3.2.3 and GB/T 15834-2011 §5.1. Pure arithmetic; knows nothing of Qt.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

OPENING = frozenset("（《「『【〔〈“‘〖［｛")
"""Marks whose left half is empty."""

CLOSING = frozenset("）》」』】〕〉”’〗］｝、，。．：；！？")
"""Marks whose right half is empty."""

HANGING = frozenset("、，。．")
"""Marks that may stand outside the column."""

SHARE_OF_SPACE = 2
"""What a space or a gap beside Latin takes in stretching where two Han characters take one."""

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LATIN = "0-9A-Za-z\u00b5\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"
_BESIDE_LATIN = re.compile(f"[{_HAN}](?=[{_LATIN}$€£@#+\\-])|[{_LATIN}%‰°](?=[{_HAN}])")
_open, _close = re.escape("".join(sorted(OPENING))), re.escape("".join(sorted(CLOSING)))
_PAIR = re.compile(f"[{_close}](?=[{_close}{_open}])|(?<=[{_open}])[{_open}]")
_MARK = re.compile(f"[{_close}{_open}]")
_NARROW = " \\t!-~\u00a0-\u024f\u0370-\u052f\u2010-\u2013\u20a0-\u20bf"
# Between two of these nothing is stretched: inside a Latin word, a number, a dash, an ellipsis.
_FIRM = re.compile(f"[{_NARROW}](?=[{_NARROW}])|—(?=—)|…(?=…)|‥(?=‥)|.(?= )")
_DASH = re.compile("—")
_SPACE = re.compile(" ")
_APOSTROPHE = re.compile(f"(?<=[{_LATIN}])’(?=[{_LATIN}])")
_MIDDLE_DOT = re.compile(f"(?<=[{_HAN}])[·•‧](?=[{_HAN}])")


class Marks(StrEnum):
    """How punctuation is set."""

    HANG = "hang"
    """Half cells, and commas and full stops may stand outside the column."""

    COMPRESS = "compress"
    """Half a cell beside other marks and at the edges of a line."""

    FULL = "none"
    """A whole cell everywhere."""


class Ink(NamedTuple):
    """What a character leaves free on either side of its ink, and how wide the ink is."""

    left: float
    width: float


class Spacing(NamedTuple):
    """Room of a paragraph's characters, lists by character, all in one unit.

    ``widths`` are what the characters take, ``extras`` the room behind each; ``heads`` and
    ``tails`` are what one takes less at the beginning and at the end of a line; ``shares``
    say how much of a line's missing room goes behind each. ``shifts`` are how far left of
    its box a character is drawn, where that is not 0.
    """

    widths: list[float]
    extras: list[float]
    heads: list[float]
    tails: list[float]
    shares: list[int]
    shifts: dict[int, float]


def space(
    text: str, advances: list[float], cell: float, ink: Callable[[str], Ink], marks: Marks
) -> Spacing:
    """Room of a paragraph whose characters are ``advances`` wide by themselves."""
    size = len(text)
    made = Spacing(advances, [0.0] * size, [0.0] * size, [0.0] * size, _shares(text), {})
    for at in _starts(_BESIDE_LATIN, text):
        made.extras[at] += cell / 4
        made.shares[at] = SHARE_OF_SPACE
    for at in _starts(_SPACE, text):
        made.tails[at] = made.widths[at]
    _fit(text, made, cell, ink)
    if marks is not Marks.FULL:
        _compress(text, made, cell, ink)
    if marks is Marks.HANG:
        for at in _starts(_MARK, text):
            if text[at] in HANGING:
                made.tails[at] = made.widths[at]
    return made


def spread(slack: float, shares: list[int]) -> list[float]:
    """What goes behind each character of a line so that ``slack`` is used up.

    ``shares`` are those of the line's characters but the last.
    """
    total = sum(shares)
    one = slack / total if total else 0.0
    return [one * share for share in shares]


def _starts(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(text))


def _shares(text: str) -> list[int]:
    shares = [1] * len(text)
    for at in _starts(_FIRM, text):
        shares[at] = 0
    for at in _starts(_SPACE, text):
        shares[at] = SHARE_OF_SPACE
    return shares


def _fit(text: str, made: Spacing, cell: float, ink: Callable[[str], Ink]) -> None:
    """Give a dash a cell, a middle dot between names half, an apostrophe what its ink needs."""
    for at in _starts(_DASH, text):
        made.shifts[at] = (made.widths[at] - cell) / 2
        made.widths[at] = cell
    for at in _starts(_MIDDLE_DOT, text):
        left, width = ink(text[at])
        made.widths[at] = cell / 2
        made.shifts[at] = left - (cell / 2 - width) / 2
    for at in _starts(_APOSTROPHE, text):
        left, width = ink(text[at])
        made.widths[at] = width + cell * 0.1
        made.shifts[at] = left - cell * 0.05
        made.shares[at] = 0


def _compress(text: str, made: Spacing, cell: float, ink: Callable[[str], Ink]) -> None:
    halves: dict[str, float] = {}
    for at in _starts(_MARK, text):
        char = text[at]
        if at in made.shifts:
            continue
        if char not in halves:
            halves[char] = _half(char, made.widths[at], cell, ink(char))
        if char in OPENING:
            made.heads[at] = halves[char]
        else:
            made.tails[at] = halves[char]
    for at in _starts(_PAIR, text):
        if text[at] in OPENING:
            made.shifts[at] = half = made.heads[at]
            made.heads[at] = 0.0
        else:
            half = made.tails[at]
            made.tails[at] = 0.0
        made.widths[at] -= half


def _half(char: str, width: float, cell: float, ink: Ink) -> float:
    """Half a cell, if the mark's ink leaves that half of it free; fonts differ."""
    if width < cell * 0.9:
        return 0.0
    free = ink.left if char in OPENING else width - ink.left - ink.width
    return cell / 2 if free >= cell * 0.49 else 0.0
