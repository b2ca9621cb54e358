"""Pinyin: tone marks, tone numbers, toneless forms.

Tone marks stand on the vowel that Hanyu Pinyin orthography (GB/T 16159-2012) names:
a or e if there is one, the o of ou, otherwise the last vowel.
"""

import re
import unicodedata
from functools import lru_cache

_MARKS = {1: "\u0304", 2: "\u0301", 3: "\u030c", 4: "\u0300"}
_TONES = {mark: tone for tone, mark in _MARKS.items()}
_DIAERESIS = "\u0308"
_CIRCUMFLEX = "\u0302"


@lru_cache(maxsize=8192)
def plain(syllable: str) -> str:
    """Strip tone and case: ``Lǜ`` and ``lü4`` become ``lv`` (ü is written v)."""
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", syllable.lower()):
        if char == _DIAERESIS:
            if letters and letters[-1] == "u":
                letters[-1] = "v"
        elif char not in _TONES and not char.isdigit():
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)).replace("u:", "v")


@lru_cache(maxsize=8192)
def letters(syllable: str) -> str:
    """The letters of a marked syllable, in lower case: ``Lǜ`` is ``lv``, ``ê̄`` is ``e``."""
    return "".join(letter for letter, _ in strokes(syllable))


@lru_cache(maxsize=8192)
def tone(syllable: str) -> int:
    """The tone of a marked syllable, 1 to 4, or 5 for the neutral tone."""
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            return _TONES[char]
    return 5


@lru_cache(maxsize=8192)
def marked(numbered: str) -> str:
    """Turn ``lu:4``, ``lv4`` or ``Zhong1`` into ``lǜ``, ``Zhōng``; text without a tone stays."""
    match = re.fullmatch(r"([A-Za-züÜê:]+)([1-5])", numbered)
    if match is None:
        return numbered
    letters, number = match.group(1), int(match.group(2))
    for written in ("u:", "v"):
        letters = letters.replace(written, "ü")
    letters = letters.replace("U:", "Ü").replace("V", "Ü")
    if number == 5:
        return letters
    place = _vowel(letters)
    if place is None:
        return letters
    return unicodedata.normalize(
        "NFC", letters[: place + 1] + _MARKS[number] + letters[place + 1 :]
    )


@lru_cache(maxsize=8192)
def numbered(syllable: str) -> str:
    """Write the tone as a number behind the syllable: ``zhōng`` is ``zhong1``, ``de`` ``de5``."""
    letters = "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in _TONES)
    return unicodedata.normalize("NFC", letters) + str(tone(syllable))


@lru_cache(maxsize=8192)
def toned(syllable: str, number: int) -> str:
    """The same syllable in another tone, 1 to 5."""
    return marked(numbered(syllable)[:-1] + str(number))


def _vowel(letters: str) -> int | None:
    """Index of the letter that carries the tone mark."""
    lower = letters.lower()
    for vowel in ("a", "e", "ê"):
        if vowel in lower:
            return lower.index(vowel)
    if "ou" in lower:
        return lower.index("ou")
    vowels = [i for i, char in enumerate(lower) if char in "iouü"]
    if vowels:
        return vowels[-1]
    return next((i for i, char in enumerate(lower) if char in "nm"), None)


def spell(syllables: tuple[str, ...]) -> str:
    """Write a word as one unit with the apostrophe where the rule asks: ``Xī'ān``.

    A capital within a name begins a word of its own: ``Wáng Yì``, ``Zhèjiāng Shěng``.
    """
    out = ""
    for syllable in filter(None, syllables):
        out += (_joint(syllable) if out else "") + syllable
    return out


def _joint(syllable: str) -> str:
    """What stands between a syllable and the one before it in the same word."""
    if syllable[0].isupper():
        return " "
    return "'" if plain(syllable)[:1] in {"a", "o", "e"} else ""


def separators(syllables: tuple[str, ...]) -> list[tuple[str, str]]:
    """The syllables of :func:`spaced`, each with what stands before it."""
    long = len(syllables) > 4
    known = [syllable for syllable in syllables if syllable]
    return [
        ("" if not at else " " if long else _joint(syllable), syllable)
        for at, syllable in enumerate(known)
    ]


def spaced(syllables: tuple[str, ...]) -> str:
    """Write a word as one unit if that is short enough to be read, else by syllables."""
    return "".join(before + syllable for before, syllable in separators(syllables))


def strokes(syllable: str) -> list[tuple[str, int]]:
    """Split a marked syllable into (letter, tone of the mark it carries or 0); ü is v, ê is e."""
    out: list[tuple[str, int]] = []
    for char in unicodedata.normalize("NFD", syllable.lower()):
        if char in _TONES and out:
            out[-1] = (out[-1][0], _TONES[char])
        elif char == _DIAERESIS and out and out[-1][0] == "u":
            out[-1] = ("v", out[-1][1])
        elif char == _CIRCUMFLEX and out and out[-1][0] == "e":
            continue
        else:
            out.append((char, 0))
    return out
