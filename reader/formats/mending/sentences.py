"""Where sentences end, and what cannot begin one."""

import re
from enum import IntEnum

from reader.domain.script import CLOSERS, SENTENCE_ENDS, is_han


class Ending(IntEnum):
    """How a paragraph stops."""

    CLOSED = 0  # like a sentence, or like a line that is followed by something
    WEAK = 1  # perhaps: at a title in brackets, a quotation, a number, a Latin word
    OPEN = 2  # inside a sentence


_FINAL = SENTENCE_ENDS | frozenset("：；:;—～~|")
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("‘", "’"), ("「", "」"))
_PAUSES = frozenset("，、,")
_STRONG_CLOSERS = frozenset("）)】]〕")
_DANGLING = frozenset(
    "的和与及或在把被对是将以向从于由使让并而且但如若因各某每更最很再又也还就已未等"
)
_BOUND_MARKS = frozenset("，、。；：！？）】》”’%％,;:!?)")

# First characters that hardly ever begin a sentence, and the words in which they do.
_BOUND = {
    "们": "",
    "的": "确士哥话",
    "了": "解不然却结无如断事",
    "着": "力眼手重急实想迷火装陆凉笔色落魔",
    "吗": "啡",
    "呢": "喃子绒",
    "吧": "台唧嗒",
    "者": "",
    "性": "格质能别命情感价状教骚本",
    "化": "解学工肥妆石身为作险纤验疗整繁名零干危",
    "率": "先领队团军兵真性部直众",
}
_BOUND_STARTS = re.compile(
    r"年来|年间|月底|月初|月份|日电|日上午|日下午|日至|日在|亿元|万元|万人|余名|余人|个百分点|平方公里"
    r"|公里|公顷|万亩|亿斤|等(?:方面|地[，的]|领域|部门|有关|一系列|相关|负责|问题|工作|参加|出席|陪同|领导)"
    r"|近平(?:总|主席|同志|指出|强调|在)|国特色|共产党|产党[人员]|克思主义|代化(?!学)|民共和国|央政治局|务院"
    r"|民代表|会主义|展改革委|民日报|华社|族复兴|放军|路军|子化(?!学)|命线|量发展"
)
_STARTS_AFTER_ALL = ("共产党", "公里数", "子化")
_TAKES_MEN = frozenset("我你您他她它咱人友员生民子女代者胞伴弟哥姐妹师长兵事朋娃士工手")


def ending(text: str) -> Ending:
    """Tell how ``text`` stops."""
    last = text[-1:]
    if not last or last in _FINAL or last in _STRONG_CLOSERS:
        return Ending.CLOSED
    if last in CLOSERS:
        before = text.rstrip("".join(CLOSERS))[-1:]
        return Ending.CLOSED if before in _FINAL else Ending.WEAK
    if last == "." and text[-2:-1].isascii():
        return Ending.CLOSED
    if is_han(last) or last in _PAUSES or last in "“（《‘「":
        return Ending.OPEN
    return Ending.WEAK


def dangles(text: str) -> bool:
    """Whether ``text`` stops where no sentence and no line can stop."""
    last = text[-1:]
    return last in _PAUSES or last in _DANGLING or last in "“（《‘「" or unclosed(text)


def unclosed(text: str) -> bool:
    """Whether a bracket or quotation is left open at the end of ``text``."""
    return any(text.count(opener) > text.count(closer) for opener, closer in _PAIRS)


def cannot_begin(text: str) -> bool:
    """Whether ``text`` begins in the middle of a sentence or word."""
    first = text[:1]
    if first in _BOUND_MARKS and text:
        return True
    if first in _BOUND:
        return text[1:2] not in _BOUND[first] or not text[1:2]
    return bool(_BOUND_STARTS.match(text)) and not text.startswith(_STARTS_AFTER_ALL)


def is_scrap(text: str) -> bool:
    """Whether ``text`` begins with the last one or two characters of a sentence: 史。首趟…."""
    return any(mark in text[1:3] for mark in "。；") and text[:1] not in _ANSWERS and len(text) > 3


_ANSWERS = frozenset("是好对不行嗯啊唉哦没有会能可来走快")


def fits(left: str, right: str) -> bool:
    """Whether ``right``, which cannot begin a sentence, can follow directly on ``left``."""
    last, first = left[-1:], right[:1]
    if first == "们":
        return last in _TAKES_MEN
    if first in "”’）》】)":
        pair = {"”": "“", "’": "‘", "）": "（", "》": "《", "】": "【", ")": "("}[first]
        return left.count(pair) > left.count(first)
    if first in _BOUND_MARKS:
        return is_han(last) or last.isalnum() or last in CLOSERS
    if right.startswith(("近平", "年", "月", "日")):
        return last == "习" if first == "近" else last.isalnum()
    return is_han(last) or last.isalnum() or last in CLOSERS


def is_prose(text: str) -> bool:
    """Whether ``text`` reads like part of a paragraph rather than a heading or a name."""
    if any(mark in text for mark in "。；！？") or "，" in text:
        return True
    return len(text) >= 36 and " " not in text and "　" not in text


def is_titlelike(text: str) -> bool:
    """Whether an unmarked line could be a heading: short, no sentence, not a list of names."""
    if not 4 <= len(text) <= 50 or any(mark in text for mark in "。；，、：:…"):
        return False
    if text[-1] in "，、,“（《" or sum(map(is_han, text)) * 3 < len(text) * 2:
        return False
    parts = text.split()
    return len(parts) < 2 or any(len(part) > 3 for part in parts)
