"""Room between characters: marks of half a cell, quarter gaps beside Latin, what may stretch.

The classes of marks and the rules are those of CLREQ (W3C, Requirements for Chinese Text
Layout) §3.1.6 to §3.2.3 and GB/T 15834-2011 §5.1. Pure arithmetic; knows nothing of Qt.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.ui.article.classes import NARROW, OPENING, classes

HANGING = frozenset("、，。．")
"""Marks that may stand outside the column."""

SHARE_OF_SPACE = 2
"""What a space or a gap beside Latin takes in stretching where two Han characters take one."""

# Of the letters that ``classes`` makes of a text.
_BESIDE_LATIN = re.compile("H(?=[LM])|[LP](?=H)")
_PAIR = re.compile("[CA](?=[CAO])|(?<=O)O")
_MARK = re.compile("[CAO]")
# Between two of these nothing is stretched: inside a Latin word, a number, a dash, an ellipsis.
_FIRM = re.compile(f"[{NARROW}](?=[{NARROW}])|D(?=D)|E(?=E)|.(?=S)")
_SHORT_NUMBER = re.compile("(?<![!-~])(?<![!-~] )[0-9]{1,2}(?! ?[!-~°‰])")
_SPACE = re.compile("S")
_DASH = re.compile("D")
_APOSTROPHE = re.compile("(?<=L)A(?=L)")
_MIDDLE_DOT = re.compile("(?<=H)B(?=H)")


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
    say how much of a line's missing room goes behind each, ``gives`` what a mark inside a line
    can give up where the line is too full. ``shifts`` are how far left of
    its box a character is drawn, where that is not 0; ``combined`` says where a number
    stands upright in one cell of a column, and how many digits it has.
    """

    widths: list[float]
    extras: list[float]
    heads: list[float]
    tails: list[float]
    shares: list[int]
    gives: list[float]
    shifts: dict[int, float]
    combined: dict[int, int]


def space(  # noqa: PLR0913, PLR0917 - what room depends on
    text: str,
    advances: list[float],
    cell: float,
    ink: Callable[[str], Ink],
    marks: Marks,
    upright_ink: Callable[[str], Ink] | None = None,
) -> Spacing:
    """Room of a paragraph whose characters are ``advances`` wide by themselves.

    ``upright_ink`` is that of characters that stand in a column, in vertical setting.
    """
    size, kinds = len(text), classes(text)
    made = Spacing(
        advances, [0.0] * size, [0.0] * size, [0.0] * size, [1] * size, [0.0] * size, {}, {}
    )
    for at in _starts(_FIRM, kinds):
        made.shares[at] = 0
    for at in _starts(_SPACE, kinds):
        made.shares[at] = SHARE_OF_SPACE
        made.tails[at] = made.widths[at]
    for at in _starts(_BESIDE_LATIN, kinds):
        made.extras[at] += cell / 4
        made.shares[at] = SHARE_OF_SPACE
    _fit(text, kinds, made, cell, ink)
    if upright_ink is not None:
        _combine(text, made, cell)
    if marks is not Marks.FULL:
        _compress(text, kinds, made, cell, upright_ink or ink)
    if marks is Marks.HANG:
        for at in _starts(_MARK, kinds):
            if text[at] in HANGING:
                made.tails[at] = made.widths[at]
    return made


def press(excess: float, gives: Sequence[float]) -> list[float]:
    """What each character of a line becomes narrower by so that ``excess`` is gone."""
    share = excess / (sum(gives) or 1.0)
    return [share * give for give in gives]


def spread(slack: float, shares: list[int]) -> list[float]:
    """What goes behind each character of a line so that ``slack`` is used up.

    ``shares`` are those of the line's characters but the last.
    """
    total = sum(shares)
    one = slack / total if total else 0.0
    return [one * share for share in shares]


def _starts(pattern: re.Pattern[str], kinds: str) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(kinds))


def _fit(text: str, kinds: str, made: Spacing, cell: float, ink: Callable[[str], Ink]) -> None:
    """Give a dash a cell, a middle dot between names half, an apostrophe what its ink needs."""
    for at in _starts(_DASH, kinds):
        made.shifts[at] = (made.widths[at] - cell) / 2
        made.widths[at] = cell
    for at in _starts(_MIDDLE_DOT, kinds):
        left, width = ink(text[at])
        made.widths[at] = cell / 2
        made.shifts[at] = left - (cell / 2 - width) / 2
    for at in _starts(_APOSTROPHE, kinds):
        left, width = ink(text[at])
        made.widths[at] = width + cell * 0.1
        made.shifts[at] = left - cell * 0.05
        made.shares[at - 1] = made.shares[at] = 0


def _combine(text: str, made: Spacing, cell: float) -> None:
    """Set a number of one or two digits upright in a cell of a column (CLREQ §2.3.3, 纵中横)."""
    for found in _SHORT_NUMBER.finditer(text):
        start, end = found.span()
        made.combined[start] = end - start
        for at in range(start, end):
            made.widths[at] = cell / (end - start)
            made.extras[at], made.shares[at] = 0.0, int(at == end - 1)
        if start and made.extras[start - 1]:
            made.extras[start - 1], made.shares[start - 1] = 0.0, 1


def _compress(text: str, kinds: str, made: Spacing, cell: float, ink: Callable[[str], Ink]) -> None:
    halves: dict[str, float] = {}
    for at in _starts(_MARK, kinds):
        char = text[at]
        if at in made.shifts:
            continue
        if char not in halves:
            halves[char] = _half(char, made.widths[at], cell, ink(char))
        if char in OPENING:
            made.heads[at] = halves[char]
        else:
            made.tails[at] = halves[char]
        made.gives[at] = halves[char]
    for at in _starts(_PAIR, kinds):
        if text[at] in OPENING:
            made.shifts[at] = half = made.heads[at]
            made.heads[at] = 0.0
        else:
            half = made.tails[at]
            made.tails[at] = 0.0
        made.widths[at] -= half
        made.gives[at] = 0.0


def _half(char: str, width: float, cell: float, ink: Ink) -> float:
    """Half a cell, if the mark's ink leaves that half of it free; fonts differ."""
    if width < cell * 0.9:
        return 0.0
    free = ink.left if char in OPENING else width - ink.left - ink.width
    return cell / 2 if free >= cell * 0.49 else 0.0
