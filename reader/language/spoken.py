"""How numbers written in digits are read aloud, as a newsreader does.

A number is first told apart by its shape (a date, a time, a share, a telephone number …); a
plain one by what stands around it: 2023 is read digit by digit before 年 and as a quantity
before 人. The result is Han numerals, which ``domain.numerals`` spells.

Choices where usage has several: ranges with 至, times with 点 and 分, 1 in telephone numbers
as 幺, 2 as 两 before measure words (两个) but 二 in dates, ordinals and decimals (二月, 二点五).
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.domain.numerals import digit_by_digit, in_han, is_number, spelled
from reader.domain.script import fold_width, is_han
from reader.domain.words import Word, WordKind

_AROUND = 8
"""Characters before and after a number that may decide how it is read."""


class Place(NamedTuple):
    """What stands directly before and after a number, without white space."""

    before: str = ""
    after: str = ""


def with_spoken(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a simplified text; numbers, also inside others, are told how they are spoken."""
    return tuple(
        _told(text, word)
        if word.parts or word.kind is WordKind.NUMBER or text[word.start] in _BEGINS
        else word
        for word in words
    )


def _told(text: str, word: Word) -> Word:
    if word.parts:
        word = word._replace(parts=with_spoken(text, word.parts))
    if word.kind is WordKind.NUMBER:
        return word._replace(spoken=spoken(text, word.start, word.end))
    written = text[word.start : word.end]
    if word.kind is WordKind.NAME and _MONTH.fullmatch(written):
        # The dictionary has months as names, but they are written small (GB/T 16159).
        small = tuple(syllable.lower() for syllable in word.syllables)
        word = word._replace(kind=WordKind.WORD, syllables=small)
    if word.kind in (WordKind.WORD, WordKind.TERM) and text[word.start] in _BEGINS:
        return word._replace(spoken=spoken_han(written, word.syllables))
    return word


def spoken(text: str, start: int, end: int) -> str | None:
    """Pinyin of the number at ``start`` to ``end`` of a simplified text, ``None`` if it has none."""
    before = text[max(0, start - _AROUND) : start].rstrip()
    after = text[end : end + _AROUND].lstrip()
    han = in_words(text[start:end], Place(before, after))
    return spelled(han) if han else None


def spoken_han(word: str, syllables: tuple[str, ...]) -> str | None:
    """Pinyin of a word that is a number in Han numerals, with what it counts: 三十日, 第三版."""
    if len(syllables) != len(word) or not all(syllables) or not all(map(is_han, word)):
        return None
    match = _NUMERALS.match(word)
    certain = _CERTAIN.fullmatch(word) or (match is not None and is_number(match[0]))
    return spelled(word, syllables) if certain else None


_BEGINS = frozenset("第〇零一二两三四五六七八九十百千万")
_N = "[〇零一二两三四五六七八九十百千万亿]+"
_NUMERALS = re.compile(_N)
_MONTH = re.compile("(?:十?[一二三四五六七八九十])月份?")
_CERTAIN = re.compile(f"第{_N}.*|{_N}(?:年|月份?|日|届|版|世纪)|{_N}分之{_N}(?:点{_N})?|{_N}点{_N}")


def in_words(number: str, place: Place) -> str:
    """Han numerals of a number as written, nothing where it cannot be read."""
    plain = _plain(number)
    for shape, tell in _SHAPES:
        match = shape.fullmatch(plain)
        if match is not None:
            try:
                return tell(match, place)
            except ValueError:  # longer than numbers that have a name
                break
    return "".join(filter(None, map(_symbol_or_nothing, plain)))


def _plain(number: str) -> str:
    """Digits and marks in ASCII, without the commas between thousands."""
    folded = "".join(
        str(unicodedata.decimal(char, char)) for char in fold_width(number).translate(_MARKS)
    )
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", folded)


_MARKS = str.maketrans({"−": "-", "–": "-", "—": "-", "~": "-", "•": "·", "．": "."})  # fmt: skip


# --- shapes -------------------------------------------------------------------------


def _date(match: re.Match[str], _place: Place) -> str:
    year, month, day = match.groups()
    return f"{digit_by_digit(year)}年{in_han(month)}月{in_han(day)}日"


def _time(match: re.Match[str], place: Place) -> str:
    hour, minute, second = match.groups()
    if place.before.endswith(_RATIOS):
        return "比".join(in_han(part) for part in match.groups() if part)
    told = _quantity(hour, Place(after="点")) + "点"
    if int(minute) or second:
        told += _two_digits(minute) + "分"
    return told + (_two_digits(second) + "秒" if second else "")


def _two_digits(number: str) -> str:
    """Minutes and seconds: 05 is 零五."""
    return ("零" if number[0] == "0" and number != "00" else "") + in_han(number)


def _ratio(match: re.Match[str], _place: Place) -> str:
    return "比".join(map(_decimal, match[0].split(":")))


def _fraction(match: re.Match[str], place: Place) -> str:
    above, below = match.groups()
    if len(above) == 4 and len(below) in (2, 4) and place.after[:1] != "的":  # 2023/24 season
        return digit_by_digit(above) + digit_by_digit(below)
    return f"{in_han(below)}分之{in_han(above)}"


def _telephone(match: re.Match[str], _place: Place) -> str:
    return digit_by_digit(re.sub(r"\D", "", match[0]), one="幺")


def _anniversary(match: re.Match[str], _place: Place) -> str:
    return digit_by_digit(match[0].replace("·", ""))


def _range(match: re.Match[str], place: Place) -> str:
    low, high = match.groups()
    if low[-1].isdigit() and not high[-1].isdigit():  # 10-20%: the sign is both's
        share = _SHARES.get(high[-1])
        if share is not None:
            return f"{share}{_decimal(low)}至{_decimal(high[:-1])}"
    years = _is_year(low, place) and _is_year(high, place)
    if years or (low[0] == "0" and low[1:].isdigit()):
        return "至".join(map(digit_by_digit, (low, high)))
    return f"{in_words(low, place)}至{in_words(high, place)}"


def _versions(match: re.Match[str], _place: Place) -> str:
    return "点".join(in_han(part) for part in match[0].split("."))


def _signed(match: re.Match[str], place: Place) -> str:
    sign, rest = match.groups()
    cold = sign == "-" and rest[-1] not in _SHARES
    told = {"-": "零下" if cold else "负", "+": "正", "±": "正负"}[sign]
    return told + in_words(rest, Place("", place.after))


def _share(match: re.Match[str], _place: Place) -> str:
    number, sign = match.groups()
    return _SHARES[sign] + ("百" if number == "100" and sign == "%" else _decimal(number))


def _measured(match: re.Match[str], _place: Place) -> str:
    number, sign = match.groups()
    two = number == "2" and sign in _COUNTED
    return ("两" if two else _decimal(number)) + _SIGNS[sign]


def _numbered(match: re.Match[str], _place: Place) -> str:
    return f"第{in_han(match[1])}号"


def _symbols(match: re.Match[str], _place: Place) -> str:
    """①, Ⅱ, ½: characters that are a number each."""
    return "".join(map(_symbol, match[0]))


def _symbol_or_nothing(char: str) -> str:
    try:
        return _symbol(char)
    except ValueError:  # a mark between digits, or a value that has no name
        return ""


def _symbol(char: str) -> str:
    """The name of a character that is a number. Raises ValueError for any other."""
    value = unicodedata.numeric(char)
    if value == int(value):
        return in_han(str(int(value)))
    below = next((n for n in range(2, 100) if abs(value * n - round(value * n)) < 1e-9), 0)
    if not below or value > 1:
        raise ValueError(char)
    return f"{in_han(str(below))}分之{in_han(str(round(value * below)))}"


_SHARES = {"%": "百分之", "‰": "千分之"}
_SIGNS = {
    "℃": "摄氏度", "°C": "摄氏度", "℉": "华氏度", "°F": "华氏度", "°": "度", "㎡": "平方米",
    "㎏": "公斤", "㎞": "公里", "㎝": "厘米", "㎜": "毫米", "㎎": "毫克",
}  # fmt: skip
_COUNTED = frozenset("㎡㎏㎞")
_RATIOS = ("比例为", "比例", "比分为", "比分", "之比为", "比", "以", "率为")
_NUMBER = r"\d+(?:\.\d+)?"
_SIGN = "|".join(map(re.escape, _SIGNS))

Tell = Callable[[re.Match[str], Place], str]


def _shape(pattern: str, tell: Tell) -> tuple[re.Pattern[str], Tell]:
    return re.compile(pattern), tell


# --- plain numbers ------------------------------------------------------------------


def _integer(match: re.Match[str], place: Place) -> str:
    """Digit by digit or as a quantity."""
    number = match[0]
    if len(number) > 2 and (_HOTLINE_AFTER.match(place.after) or _calls(number, place.before)):
        return digit_by_digit(number, one="幺")
    if number[0] == "0" and len(number) > 1:
        if len(number) == 2 and place.after[:1] in set("月日号时点"):
            return in_han(number)
        return digit_by_digit(number)
    named = len(number) == 3 and _PROPER_AFTER.match(place.after)
    if named or _is_year(number, place) or _MODEL.search(place.before):
        return digit_by_digit(number)
    return _quantity(number, place)


def _calls(number: str, before: str) -> bool:
    """Whether a number is dialled: a mobile phone's, or one that something before calls so."""
    mobile = len(number) == 11 and number[0] == "1"
    return mobile or _CALL.search(before) is not None


def _is_year(number: str, place: Place) -> bool:
    """Whether four digits (two before 后, three after 公元) are the name of a year."""
    after = place.after
    if len(number) == 2:
        return number[1] in "05" and _GENERATION.match(after) is not None
    if len(number) == 3:
        return "公元" in place.before and after.startswith("年")
    if len(number) != 4 or not number.isdigit():
        return False
    if _YEAR_AFTER.match(after):
        return "1" <= number[0] <= "2" or number[1:] != "000"
    modern = 1900 <= int(number) <= 2100
    return modern and not _COUNTS_AFTER.match(after) and not _COUNTS_BEFORE.search(place.before)


def _quantity(number: str, place: Place) -> str:
    """A whole number that counts or orders."""
    name = in_han(number)
    if name != "二" or _ORDERS_BEFORE.search(place.before):
        return name
    return "两" if _MEASURES.match(place.after) else name


def _decimal(number: str) -> str:
    whole, _, part = number.partition(".")
    return in_han(whole) + ("点" + digit_by_digit(part) if part else "")


def _fractional(match: re.Match[str], _place: Place) -> str:
    return _decimal(match[0])


_CALL = re.compile(
    "(?:电话|热线|手机|拨打|致电|微信|号码|传真|邮编|QQ|尾号)[号码]*(?:为|是|[:：])?$"
)
_HOTLINE_AFTER = re.compile("(?:急救|报警)?(?:热线|电话|平台)|报警|急救")
_MODEL = re.compile("(?:[\u4e00-\u9fff]-|[Bb]oeing|波音|空客|东风|[A-Z]-)$")
_PROPER_AFTER = re.compile("工程|高校|大学|院校|计划|国道|省道|医院|室|房间|次列车")
_GENERATION = re.compile("后(?![来面边勤])")
_YEAR_AFTER = re.compile(
    "年(?!的?(?:时间|历史|光阴|岁月)|[多来余间]|内|以上|以下)|(?:财|学)年|赛季|款"
)
_MEASURE = (
    "个 人 名 位 家 次 种 项 条 件 份 篇 本 册 部 台 辆 架 艘 座 栋 套 间 张 片 块 根 支 只 头 匹 棵 株 朵 颗 粒 滴 场 届 "
    "批 组 队 对 双 副 类 样 步 遍 趟 回 顿 番 起 宗 桩 处 所 门 笔 元 角 吨 斤 公斤 千克 克 公里 千米 米 厘米 公顷 亩 平方 "
    "立方 升 天 周 年 岁 小时 分钟 秒 倍 成 点 层 户 口 村 镇 县 市 省 国 州 校 院 厂 店 站 车 船 箱 袋 瓶 杯 碗 包 盒 桶 大 "
    "万 亿 千 会 岸 者"
).split()
_MEASURES = re.compile("|".join(sorted(_MEASURE, key=len, reverse=True)))
_COUNTS_AFTER = re.compile(
    _MEASURES.pattern + "|多|余|来|几|美元|欧元|百|强|平|英|页|字|度|瓦|伏|兆"
)
_COUNTS_BEFORE = re.compile("(?:约|近|超|超过|达|达到|共|逾|有|多达|增加|减少|售价|价格|￥|¥|\\$)$")
_ORDERS_BEFORE = re.compile("(?:第|初|图|表|附件|注|款|条|之|星期|周)$")


_SHAPES = (
    _shape(r"(\d{4})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])", _date),
    _shape(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?", _time),
    _shape(rf"{_NUMBER}(?::{_NUMBER})+", _ratio),
    _shape(r"(\d+)/(\d+)", _fraction),
    _shape(r"0\d{2,3}-\d{7,8}(?:-\d+)?|[48]00-\d{3,4}-\d{3,4}|\d{3,4}-\d{4}-\d{4}", _telephone),
    _shape(r"\d{1,2}·\d{1,2}", _anniversary),
    _shape(rf"({_NUMBER}(?:[%‰]|{_SIGN})?)-({_NUMBER}(?:[%‰]|{_SIGN})?)", _range),
    _shape(r"\d+(?:\.\d+){2,}", _versions),
    _shape(r"([-+±])(.+)", _signed),
    _shape(rf"({_NUMBER})([%‰])", _share),
    _shape(rf"({_NUMBER})({_SIGN})", _measured),
    _shape(r"№ ?(\d+)", _numbered),
    _shape(r"\d+", _integer),
    _shape(r"\d+\.\d+", _fractional),
    _shape(r"[^\x00-\x7f]+", _symbols),
)
"""What a number looks like and how it is then read; the first that fits decides."""
