"""Classes of characters in setting type, a letter each: patterns are then short, and fast to make.

The classes of marks are those of CLREQ (W3C, Requirements for Chinese Text Layout) §3.1.
"""

from bisect import bisect_right

from reader.domain.script import is_han, is_wide

OPENING = frozenset("（《「『【〔〈“‘〖［｛")
"""Marks whose left half is empty: class ``O``."""

CLOSING = frozenset("）》」』】〕〉”’〗］｝、，。．：；！？")
"""Marks whose right half is empty: class ``C``, the apostrophe ``A``."""

NARROW = "LPMNSQZ"
"""Classes of characters narrower than a cell; ``Q`` and ``Z`` have to be shaped."""

_SINGLE = {
    **dict.fromkeys(OPENING, "O"),
    **dict.fromkeys(CLOSING, "C"),
    "’": "A",
    "—": "D",
    **dict.fromkeys("…‥", "E"),
    **dict.fromkeys("·•‧", "B"),
    **dict.fromkeys("%‰°", "P"),
    **dict.fromkeys("$€£@#+-", "M"),
    " ": "S",
    **dict.fromkeys("\n\u2028", "X"),
}

# First and last code points of what joins, stacks, reorders or has no form of its own
# (Unicode 15.1, Blocks.txt and Scripts.txt), in ascending order.
_COMPLEX = (
    (0xAD, 0xAD), (0x483, 0x489), (0x590, 0x109F), (0x1100, 0x11FF), (0x135D, 0x135F),
    (0x1700, 0x1CFF), (0x1DC0, 0x1DFF), (0x200B, 0x200F), (0x2029, 0x202E), (0x2060, 0x206F),
    (0x2CEF, 0x2CF1), (0x3099, 0x309A), (0xA66F, 0xA67D), (0xA69E, 0xA69F), (0xA6F0, 0xA6F1),
    (0xA800, 0xABFF), (0xD7B0, 0xDFFF), (0xFB1D, 0xFDFF), (0xFE20, 0xFE2F), (0xFE70, 0xFEFF),
    (0xFFF0, 0xFFFB), (0x10800, 0x11FFF), (0x1E000, 0x1FAFF), (0xE0000, 0xE00FF),
)  # fmt: skip
_STARTS = [first for first, _ in _COMPLEX]
# Combining marks and variation selectors, which belong to the character before them.
_MARKS = (
    (0x300, 0x36F), (0x20D0, 0x20FF), (0x302A, 0x302F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),
)  # fmt: skip
# Letters and digits beside which Han characters keep a distance.
_LATIN = (
    (0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A), (0xB5, 0xB5), (0xC0, 0x24F), (0x370, 0x482),
    (0x48A, 0x52F),
)  # fmt: skip
# Signs as wide as Han in Chinese typefaces, upright in columns (UAX #50), narrow by UAX #11.
_SIGNS = ((0x2100, 0x2138), (0x2160, 0x2188), (0x2460, 0x24FF), (0x25A0, 0x26FF))
_KANA = ((0x3041, 0x3098), (0x309D, 0x30FF))


class _Table(dict[int, str]):
    """Class by code point; decides what it does not know."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _class_of(code)
        return made


_table = _Table()


def classes(text: str) -> str:
    """The class of every character.

    ``H`` Han and kana, ``L`` Latin letters and digits, ``P`` and ``M`` signs behind and
    before numbers, ``N`` other narrow characters, ``S`` space; ``O`` opening and ``C``
    closing marks, ``A`` apostrophe, ``D`` dash, ``E`` ellipsis, ``B`` middle dot; ``Z``
    combining marks, ``Q`` what else has to be shaped; ``W`` all other wide ones, ``X`` line
    breaks.
    """
    return text.translate(_table)


def _class_of(code: int) -> str:
    char = chr(code)
    if char in _SINGLE:
        return _SINGLE[char]
    if is_han(char) or _within(code, _KANA):
        return "H"
    if _within(code, _LATIN):
        return "L"
    if _within(code, _MARKS):
        return "Z"
    at = bisect_right(_STARTS, code) - 1
    if at >= 0 and code <= _COMPLEX[at][1]:
        return "Q"
    return "W" if is_wide(char) or _within(code, _SIGNS) else "N"


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
