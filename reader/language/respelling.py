"""Simplified and traditional characters, one for one: the offsets of a text stay what they are.

The dictionaries are those of OpenCC (BYVoid and others, Apache-2.0), which look at phrases:
头发 becomes 頭髮 and 发展 發展.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from opencc import OpenCC

CONFIGURATIONS = {
    "simplified": "t2s",
    "traditional": "s2t",
    "taiwan": "s2tw",
    "hongkong": "s2hk",
}
"""Names of standards and what OpenCC calls the way there."""

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_EACH_HAN = re.compile(_HAN.pattern[:-1])


class Respeller:
    """Writes a text by another standard, each character in its place."""

    def __init__(self, standard: str) -> None:
        """``standard`` is a key of ``CONFIGURATIONS``."""
        self._convert: Callable[[str], str] = OpenCC(CONFIGURATIONS[standard]).convert

    def __call__(self, text: str) -> str:
        """The text respelled; it has the same length."""
        try:
            whole = self._convert(text)
        except UnicodeEncodeError:  # a lone surrogate
            whole = ""
        if _outline(whole) == _outline(text):
            return whole
        return _HAN.sub(lambda found: self._run(found[0]), text)

    def _run(self, run: str) -> str:
        """A run of Han characters; by single characters where a phrase changes its length."""
        whole = self._convert(run)
        if len(whole) == len(run):
            return whole
        singles = (self._convert(char) for char in run)
        return "".join(new if len(new) == 1 else old for old, new in zip(run, singles, strict=True))


def _outline(text: str) -> str:
    """Where Han characters are and what else there is: the same before and after."""
    return _EACH_HAN.sub("\0", text)


@lru_cache(maxsize=8)
def respeller(standard: str) -> Respeller:
    """The respeller to a standard, loaded once."""
    return Respeller(standard)
