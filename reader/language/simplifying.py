"""The simplified text that a traditional or mixed one is analysed as, each character in its place.

OpenCC does nearly all of it. What it leaves to the reader is decided here: 著, which Taiwan
writes for 着, and 乾, which is qián where the text is simplified otherwise.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

# Characters that OpenCC does not know as traditional; 〇 is the same word as 零. The pronouns 牠 祂 妳 are read like
# those that they are cut as.
_MORE = str.maketrans("〇衹祇衞敍枱簷粧糭痺睪彊囯牠祂妳", "零只只卫叙台檐妆粽痹睾强国它他你")
_PHRASES = (("想像", "想象"), ("薰陶", "熏陶"))
_QUOTES = str.maketrans("「」『』", "“”‘’")
_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_KEPT_WHOLE = re.compile("神祇|地祇")


# The words in which 著 is zhù, by the character before or after it.
_BEFORE_ZHU = frozenset("编合名原巨专土遗卓昭译论拙显近撰")
_AFTER_ZHU = frozenset("名作者述称书录文《")
# Beside these, 著 is 着 and 乾 is 干 also in a text that is simplified otherwise.
_BEFORE_ZHE = frozenset("看随跟接沿向朝穿戴拿抱带坐站躺睡笑哭说想写味望听走跑活忙藏躲盯指靠扶")
_AFTER_ZHE = frozenset("急手重力火凉迷眼色落想装陆实")
_BEFORE_GAN = frozenset("饼晒烘风擦吹晾烤豆肉果笋萄")
_AFTER_GAN = frozenset("杯脆燥旱涸洗枯净爽冰粮果裂")


def simplified(text: str) -> str:
    """The text in simplified characters, as long as it was."""
    if text.isascii():
        return text
    from reader.language.respelling import respeller  # noqa: PLC0415 - loads OpenCC

    whole = _COMPATIBILITY.sub(_canonical, text)
    plain = respeller("simplified")(whole).translate(_MORE)
    for written, usual in _PHRASES:
        plain = plain.replace(written, usual)
    if plain != whole:
        for found in _KEPT_WHOLE.finditer(whole):
            plain = plain[: found.start()] + found[0] + plain[found.end() :]
    traditional = plain != whole and _is_traditional(whole, plain)
    if traditional:
        plain = plain.translate(_QUOTES)
    if "著" in whole or "乾" in whole:
        plain = "".join(_chosen(whole, plain, traditional=traditional))
    return plain


def _chosen(text: str, plain: str, *, traditional: bool) -> Iterator[str]:
    """The characters of ``plain``: whether each 著 is 着 and each 乾 is 干 is decided."""
    for at, char in enumerate(text):
        before, after = plain[max(0, at - 1) : at], plain[at + 1 : at + 2]
        if char == "著":
            written = before not in _BEFORE_ZHU and after not in _AFTER_ZHU
            particle = traditional or before in _BEFORE_ZHE or after in _AFTER_ZHE
            yield "着" if written and particle else char
        elif char == "乾" and not traditional:
            yield plain[at] if before in _BEFORE_GAN or after in _AFTER_GAN else char
        else:
            yield plain[at]


def _canonical(found: re.Match[str]) -> str:
    """The unified ideograph of a compatibility one."""
    char = normalize("NFC", found[0])
    return char if len(char) == 1 else found[0]


def _is_traditional(text: str, plain: str) -> bool:
    """Whether a character was respelled that simplified writing does not have: none of GB 2312."""
    return any(old != new and not _in_gb2312(old) for old, new in zip(text, plain, strict=True))


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
