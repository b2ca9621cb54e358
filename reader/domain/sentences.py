"""Where sentences begin and end, in Chinese and in Latin text.

A sentence ends at 。！？… (a semicolon joins, GB/T 15834-2011 §4.6), takes the closing
quotes and brackets and the white space behind it, and reaches to the next one: the
sentences of a text cover it without gaps. A line break ends one too.
"""

import re
from collections.abc import Iterator
from functools import cache

_FULL = frozenset("。！？｡")
_RUN_CHARS = "。！？｡…‥!?."
_CLOSERS = "”’』」）)]】〕\"'"
_SPACES = " \t\u3000\u00a0"
_BREAKS = "\n\r\u2028\u2029"
_INSIDE_RUN = frozenset(_RUN_CHARS + _CLOSERS + _SPACES + _BREAKS)
_GOES_ON = frozenset("，、；：,;:—～》〉")
"""What stands behind an ending that ended nothing: 《加油！》、“好！”，."""

_ABBREVIATIONS = frozenset("mr mrs ms dr prof st vs no fig jr sr vol eds ed al".split())
_WORD_BEFORE = 12
"""Characters looked at before a full stop."""

_WINDOW = 256


@cache
def _run() -> re.Pattern[str]:
    """Marks that end a sentence, with what belongs behind them; compiled when first needed."""
    return re.compile(
        f"[{re.escape(_RUN_CHARS)}]+[{re.escape(_CLOSERS)}]*([{_SPACES}]*[{_BREAKS}]*)"
        f"|[{_BREAKS}][{_SPACES}{_BREAKS}]*"
    )


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as half-open ranges; none for an empty text."""
    out, start = [], 0
    for end in _ends(text, 0):
        out.append((start, end))
        start = end
    if start < len(text):
        out.append((start, len(text)))
    return out


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds the character at ``offset``; behind the text, the last one.

    Looks only at the surroundings, so that a paragraph of any length costs the same.
    """
    offset = min(max(offset, 0), len(text) - 1)
    if offset < 0:
        return 0, 0
    start = _start(text, offset)
    for end in _ends(text, start):
        if end > offset:
            return start, end
    return start, len(text)


def _start(text: str, offset: int) -> int:
    """The last end of a sentence at or before ``offset``, or 0."""
    room = _WINDOW
    while True:
        low = max(0, offset - room)
        while low > 0 and text[low - 1] in _INSIDE_RUN:
            low -= 1
        found: list[int] = []
        for end in _ends(text, low):
            if end > offset:
                break
            found.append(end)
        if found or low == 0:
            return found[-1] if found else 0
        room *= 4


def _ends(text: str, start: int) -> Iterator[int]:
    """Offsets behind the sentences that end after ``start``, which is not inside a run of marks."""
    for match in _run().finditer(text, start):
        if _ends_sentence(text, match):
            yield match.end()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a run of marks is the end of a sentence and not a point inside one."""
    end = match.end()
    run = match.group()
    if end == len(text) or any(mark in run for mark in _BREAKS):
        return True
    following = text[end]
    if following in _GOES_ON:
        return False
    if any(mark in _FULL for mark in run):
        return True
    spaced = bool(match.group(1))
    if "." not in run:
        # A question mark in an address is followed by more of it.
        return (
            spaced or "…" in run or "‥" in run or not (following.isascii() and following.isalnum())
        )
    if "!" in run or "?" in run:
        return True
    return spaced and not following.islower() and not _abbreviates(text, match.start())


def _abbreviates(text: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` shortens a word or numbers a line: Dr. J. 3."""
    low = max(0, stop - _WORD_BEFORE)
    words = re.findall(r"[^\W_]+", text[low:stop], re.ASCII)
    word = words[-1] if words and text[low:stop].endswith(words[-1]) else ""
    if word.isdigit():
        begins = stop - len(word)
        return begins == 0 or text[begins - 1] in _BREAKS
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS
