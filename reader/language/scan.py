"""The first cut of a text: runs of Han characters, numbers, letters, and all the rest."""

import re
from collections.abc import Iterator

from reader.domain.words import WordKind

# The ideographs of reader.domain.script as one class (a test holds the two together).
HAN = "\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_PART = r"\d+(?:[.,．]\d+)*(?:[%％‰]|℃|℉|°[CF]?)?"
# What joins digits to one number: 2019-2023, 010-12345678, 1/3, 15:30, 9·11. A full-width colon
# also stands behind the number of a table, so it joins two digits with two, and no title.
_JOIN = rf"(?:[-–—~～/／:·]{_PART}|(?<!\d\d\d)：(?=\d\d?(?!\d|[年月]))\d+)"
# A sign is one before a share or a degree, 歼-20 has none.
_SIGN = r"(?:(?<![\dA-Za-z)）%％])[-−－+＋±](?=\d+(?:[.．]\d+)?[%％‰℃℉°]))"
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<number>(?:№ ?|{_SIGN})?{_PART}(?:(?<![表图件注]\d){_JOIN})*[㎡㎏㎞㎝㎜㎎]?(?!\.?\d|[A-Za-zＡ-Ｚａ-ｚ]))"
    rf"|(?P<latin>(?:(?![{HAN}_])\w)+(?:[-'’&.](?:(?![{HAN}_])\w)+)*)"
    r"|(?P<space>\s+)"
    r"|(?P<other>(?P<one>.)(?P=one)*)",
    re.DOTALL,
)


def scan(text: str) -> Iterator[tuple[str, WordKind | None]]:
    """Yield the pieces of ``text`` in order; the kind of a Han run is ``None``."""
    for match in _TOKEN.finditer(text):
        piece, group = match.group(), match.lastgroup
        if group == "han":
            yield piece, None
        elif group == "number":
            yield piece, WordKind.NUMBER
        elif group == "latin":
            letters = any(char.isalpha() for char in piece)
            yield piece, WordKind.LATIN if letters else WordKind.NUMBER
        else:
            yield piece, WordKind.PUNCTUATION
