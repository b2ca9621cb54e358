"""Chapter headings of books in plain text."""

import re

_NUMBER = r"[0-9０-９一二三四五六七八九十百千零〇两壹贰叁肆伍陆柒捌玖拾佰廿卅兩貳參陸]{1,9}"
_CHAPTER = re.compile(
    rf"(?:正文\s*)?第\s*{_NUMBER}\s*[章回卷部篇集幕折話话册冊编編](?:[\s　:：、.．·—-]|$)"
    rf"|[卷]\s*[一二三四五六七八九十百上中下](?:[\s　:：]|$)"
    r"|(?:序章|序言|序幕|序|楔子|引子|前言|尾声|尾聲|后记|後記|终章|終章|番外|附录|附錄|跋)"
    r"(?:[\s　:：0-9一二三四五六七八九十]|$)"
    r"|(?:Chapter|CHAPTER|Part|PART|Book|BOOK)\s+(?:\d{1,4}|[IVXLC]{1,7})\b"
)
_TIGHT = re.compile(rf"第\s*{_NUMBER}\s*[章回]\S")
_SECTION = re.compile(rf"第\s*{_NUMBER}\s*[节節](?:[\s　:：]|$)")
_LONGEST = 40


def chapter_level(line: str) -> int:
    """Tell the heading level of ``line``: 1 for a chapter or volume, 2 for a section, 0 for none.

    ``line`` has no white space at its ends. A line that ends like a sentence is none.
    """
    if len(line) > _LONGEST or line[:1] not in _FIRST or line[-1] in "。；，、：;,":
        return 0
    if _CHAPTER.match(line):
        return 1
    if _TIGHT.match(line) and "。" not in line and "，" not in line:
        return 1
    return 2 if _SECTION.match(line) else 0


_FIRST = frozenset("第卷正序楔引前尾后後终終番附跋CPB")
