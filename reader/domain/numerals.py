"""Numbers in words: from digits to Han numerals, and from those to pinyin.

Numerals are spelled as GB/T 16159-2012, 6.1.5, has it: ``sānshíwǔ`` and ``sānbǎi`` are one
word each, ``shíyī wàn`` are two. Tones are those of the dictionary, as everywhere.

Which 2 is 两 follows Lü Shuxiang, *Xiandai Hanyu babai ci* (1999), 二 and 两: 两 before 千, 万
and 亿 where the number begins with it (两千, 两万, 两亿), 二 elsewhere (二百, 二十, 三万二千).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUP = 4
"""Chinese counts by ten thousands: four digits are one group."""
LONGEST = 16
"""Digits of the longest number that has a name: 亿 counts up to 亿亿."""

_SYLLABLES = dict(
    pair.split(":")
    for pair in """
〇:líng 零:líng 一:yī 幺:yāo 二:èr 两:liǎng 三:sān 四:sì 五:wǔ 六:liù 七:qī 八:bā 九:jiǔ 十:shí
百:bǎi 千:qiān 万:wàn 亿:yì 几:jǐ 第:dì 号:hào 负:fù 正:zhèng 点:diǎn 分:fēn 秒:miǎo 之:zhī 比:bǐ
至:zhì 下:xià 摄:shè 华:huá 氏:shì 度:dù 年:nián 月:yuè 日:rì 平:píng 方:fāng
米:mǐ 公:gōng 斤:jīn 里:lǐ 厘:lí 毫:háo 克:kè
""".split()
)
"""How the characters are read that spoken numbers are made of."""

_UNITS = frozenset("一二两三四五六七八九几")
_NAMED = re.compile(
    "[一二两三四五六七八九几]?十[一二三四五六七八九几]?|[一二两三四五六七八九几][百千万亿]|."
)
_CANONICAL = re.compile(
    "(?=.)"
    "(?:(?:[一二两三四五六七八九]千零?)?(?:[一二两三四五六七八九]百零?)?"
    "(?:[一二三四五六七八九]?十)?[一二两三四五六七八九]?[万亿]零?)*"
    "(?:[一二两三四五六七八九]千零?)?(?:[一二两三四五六七八九]百零?)?"
    "(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?"
)
_DIGIT_BY_DIGIT = re.compile("[〇零一二三四五六七八九]+")
_RUN = re.compile("[〇零幺一二两三四五六七八九十百千万亿几]+")


def digit_by_digit(digits: str, *, one: str = "一") -> str:
    """Han numerals of each digit: 2023 is 二零二三. ``one`` may be 幺, as in telephone numbers."""
    return "".join(one if digit == "1" else DIGITS[int(digit)] for digit in digits)


@lru_cache(maxsize=4096)
def in_han(digits: str) -> str:
    """The name of a whole number: 12345 is 一万二千三百四十五. Raises ValueError if it has none."""
    digits = digits.lstrip("0")
    if len(digits) > LONGEST:
        raise ValueError(digits)
    if not digits:
        return DIGITS[0]
    name = _named(digits)
    if name.startswith("一十"):
        name = name[1:]
    if name[0] == "二" and name[1:2] in set("千万亿"):
        name = "两" + name[1:]
    return name


def _named(digits: str) -> str:
    """The name of up to 16 digits: so many 亿, so many 万, and the rest."""
    digits = digits.lstrip("0")
    if len(digits) <= _GROUP:
        return _thousands(digits)
    size = 2 * _GROUP if len(digits) > 2 * _GROUP else _GROUP
    high, low = digits[:-size], digits[-size:]
    name = _named(high) + ("亿" if size > _GROUP else "万")
    if not low.strip("0"):
        return name
    return name + ("零" if low[0] == "0" else "") + _named(low)


def _thousands(digits: str) -> str:
    """The name of up to four digits."""
    name = ""
    for digit, place in zip(digits, reversed(_PLACES[: len(digits)]), strict=True):
        if digit != "0":
            name += DIGITS[int(digit)] + place
        elif name and not name.endswith("零"):
            name += "零"
    return name.rstrip("零")


def is_number(text: str) -> bool:
    """Whether Han numerals are surely a number: 三十, 一百二十万, 二〇二三; not 一, 千万, 二三."""
    if len(text) > 2 and _DIGIT_BY_DIGIT.fullmatch(text):
        return True
    # 十万 begins with no digit, but 万一 and 千万 are words.
    begins = text[:1] in _UNITS or text.startswith("十")
    return len(text) > 1 and begins and _CANONICAL.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def spelled(text: str, syllables: tuple[str, ...] = ()) -> str:
    """Pinyin of Han numerals and what belongs to them: 百分之三十五 is ``bǎi fēn zhī sānshíwǔ``.

    ``syllables``, one a character, are taken where the text has its own reading. Raises
    KeyError for a character that no number is made of when none are given.
    """
    read = iter(syllables or [_SYLLABLES[char] for char in text])
    return " ".join(_joined([next(read) for _ in word]) for word in _words(text))


def _words(text: str) -> Iterator[str]:
    """Divide numerals into what is written together."""
    at = 0
    for run in _RUN.finditer(text):
        yield from text[at : run.start()]
        yield from _NAMED.findall(run.group())
        at = run.end()
    yield from text[at:]


def _joined(syllables: list[str]) -> str:
    """Syllables of one word; èr takes an apostrophe: ``shí'èr``."""
    return syllables[0] + "".join(f"'{s}" if s[0] in "aoeèé" else s for s in syllables[1:])


def separated(spelling: str) -> list[tuple[str, str]]:
    """The syllables of what :func:`spelled` made of numbers, each with what stands before it."""
    out: list[tuple[str, str]] = []
    for word in spelling.split():
        before = " " if out else ""
        for piece in word.split("'"):
            for syllable in _PARTS.findall(piece) or [piece]:
                out.append((before, syllable))
                before = ""
            before = "'"
    return out


_PARTS = re.compile("|".join(sorted(set(_SYLLABLES.values()), key=len, reverse=True)))
