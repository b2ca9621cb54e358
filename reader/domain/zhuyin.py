"""Zhuyin (Bopomofo): symbols and tone marks for a syllable of pinyin.

The table of finals is that of the scheme of 1918 with the spellings of GB/T 16159-2012
on the side of pinyin; ``tests/domain/test_zhuyin.py`` compares every syllable there is
with another program's table.
"""

from functools import lru_cache

from reader.domain.pinyin import plain, tone

MARKS = {1: "", 2: "ˊ", 3: "ˇ", 4: "ˋ", 5: "˙"}
"""The mark of each tone. The neutral tone's dot stands before (above) the symbols."""

_INITIALS = dict(
    zip(
        "b p m f d t n l g k h j q x zh ch sh r z c s".split(),
        "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ",
        strict=True,
    )
)
_FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ",
    "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "ong": "ㄨㄥ",
    "i": "ㄧ", "ia": "ㄧㄚ", "io": "ㄧㄛ", "ie": "ㄧㄝ", "iai": "ㄧㄞ", "iao": "ㄧㄠ",
    "iu": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
    "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ",
    "un": "ㄨㄣ", "uang": "ㄨㄤ", "ueng": "ㄨㄥ",
    "v": "ㄩ", "ve": "ㄩㄝ", "van": "ㄩㄢ", "vn": "ㄩㄣ",
}  # fmt: skip
# Finals that stand alone are spelled with y and w.
_ALONE = {
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yai": "iai", "yao": "iao", "you": "iu",
    "yan": "ian", "yin": "in", "yang": "iang", "ying": "ing", "yong": "iong",
    "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan", "wen": "un",
    "wang": "uang", "weng": "ueng", "wong": "ueng",
    "yu": "v", "yue": "ve", "yuan": "van", "yun": "vn",
}  # fmt: skip
_WITHOUT_VOWEL = {"m": "ㄇ", "n": "ㄣ", "ng": "ㄫ", "hm": "ㄏㄇ", "hng": "ㄏㄫ", "r": "ㄦ"}
_BUZZING = frozenset({"zh", "ch", "sh", "r", "z", "c", "s"})
"""Initials whose i is no vowel and is not written."""


@lru_cache(maxsize=4096)
def symbols(syllable: str) -> str:
    """The symbols of a syllable, ``ㄓㄨㄥ`` for ``zhōng``; empty where it is none.

    An r at the end (``huār``) is a symbol of its own.
    """
    letters = plain(syllable)
    whole = _symbols(letters)
    if not whole and letters.endswith("r"):
        whole = _symbols(letters[:-1])
        return whole and whole + "ㄦ"
    return whole


def _symbols(letters: str) -> str:
    if letters in _WITHOUT_VOWEL:
        return _WITHOUT_VOWEL[letters]
    if letters in _ALONE:
        return _FINALS[_ALONE[letters]]
    if letters in _FINALS and letters[0] not in "iuv" and letters != "ong":
        return _FINALS[letters]
    for size in (2, 1):
        initial, final = letters[:size], letters[size:]
        if initial in _INITIALS:
            if initial in {"j", "q", "x"} and final.startswith("u"):
                final = "v" + final[1:]
            if initial in _BUZZING and final == "i":
                return _INITIALS[initial]
            return _INITIALS[initial] + _FINALS[final] if final in _FINALS else ""
    return ""


@lru_cache(maxsize=4096)
def written(syllable: str) -> str:
    """The syllable in a row with its tone mark: ``ㄓㄨㄥ``, ``ㄍㄨㄛˊ``, ``˙ㄉㄜ``."""
    base, number = symbols(syllable), tone(syllable)
    if not base:
        return ""
    # The r that colours another syllable has no tone of its own.
    if number == 5:
        return base if base == "ㄦ" else MARKS[5] + base
    return base + MARKS[number]
