"""Scripts and characters: what counts as Han, CJK punctuation, and how widths differ."""

import unicodedata
from functools import lru_cache

# Unicode blocks of ideographs that take a reading (Unicode 15.1, Blocks.txt).
_HAN = (
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),  # unified ideographs
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x323AF),  # extensions B to H, compatibility supplement
)
_HAN_SINGLES = frozenset("〇〻")  # zero; the vertical iteration mark

SENTENCE_ENDS = frozenset("。！？!?…")
CLOSERS = frozenset("”’』」）)]】〕》〉")
OPENERS = frozenset("“‘『「（([【〔《〈")


def is_han(char: str) -> bool:
    """Tell whether ``char`` (one code point) is an ideograph that has a reading."""
    code = ord(char)
    if 0x4E00 <= code <= 0x9FFF:
        return True
    if code < 0x3007:
        return False
    return char in _HAN_SINGLES or any(low <= code <= high for low, high in _HAN)


def count_han(text: str) -> int:
    """Count the ideographs of ``text``: the number of syllables its reading has."""
    return sum(map(is_han, text))


@lru_cache(maxsize=4096)
def is_wide(char: str) -> bool:
    """Tell whether ``char`` fills one whole cell of the Chinese grid (UAX #11: W and F).

    Quotation marks, dashes and the ellipsis are narrow by Unicode but take a cell in
    Chinese type, or nearly so: how wide they are drawn, the view measures.
    """
    return char in "“”‘’—…·" or unicodedata.east_asian_width(char) in "WF"


def fold_width(text: str) -> str:
    """Map full-width forms (U+FF01-FF5E and the ideographic space) to ASCII, one for one."""
    return text.translate(FOLD_WIDTH)


FOLD_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Code points of full-width forms and what they are in ASCII."""
