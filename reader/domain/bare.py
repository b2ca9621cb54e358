"""A text without quotation marks and interpuncts, which stand in a set phrase or not as one likes.

三个“务必” and 三个务必, 中国—东盟 and 中国东盟 are the same wording.
"""

import re
from bisect import bisect_right

_OPENERS = "“‘「『《〈"
_CLOSERS = "”’」』》〉"
_EITHER = '"'
_MARK = re.compile(rf"[{_OPENERS}{_CLOSERS}{_EITHER}·•‧・]|(?<!—)—(?!—)")
_BETWEEN_TWO = re.compile(rf"[{_CLOSERS}][{_OPENERS}]")


def bare(written: str) -> str:
    """What is left without the marks."""
    return _MARK.sub("", written)


def is_quoted(written: str) -> bool:
    """Whether all of it stands in one pair of marks."""
    if len(written) < 3 or written[0] not in _OPENERS:
        return False
    closer = _CLOSERS[_OPENERS.index(written[0])]
    return written[-1] == closer and closer not in written[:-1]


class Bare:
    """The ``text`` that is left of a longer one, and where its characters stood in that.

    ``marks`` has for each mark the index of the character of ``text`` that follows it.
    """

    def __init__(self, written: str) -> None:
        self.written = written
        places = [match.start() for match in _MARK.finditer(written)]
        self.text = bare(written) if places else written
        self.marks = [place - number for number, place in enumerate(places)]

    def place(self, at: int) -> int:
        """Where the character ``at`` of the bare text stands in the other."""
        return at + bisect_right(self.marks, at)


def within_quotes(written: str, start: int, end: int) -> tuple[int, int] | None:
    """A place with the marks at its edges that belong to marks in it: 三个“务必 with its ”.

    ``None`` if it begins in a quotation and ends behind it otherwise, or reaches from one
    into the next: “新发展”“理念” is no 新发展理念.
    """
    inside = written[start:end]
    opened: list[str] = []
    before = 0
    for char in inside:
        if char in _OPENERS or (char == _EITHER and _EITHER not in opened):
            opened.append(char)
        elif char in _CLOSERS or char == _EITHER:
            if opened:
                opened.pop()
            else:
                before += 1
    if before:
        if before > 1 or written[max(0, start - 1) : start] not in _any(_OPENERS):
            return None
        start -= 1
    if opened:
        after, earlier = written[end : end + 1], written[max(0, start - 1) : start]
        if len(opened) > 1:
            return None
        if after in _any(_CLOSERS):
            end += 1
        elif opened == [_EITHER] and earlier == _EITHER:
            start -= 1
        else:
            return None
    return start, end


def crosses_quotes(written: str) -> bool:
    """Whether one quotation ends in it where the next begins."""
    return _BETWEEN_TWO.search(written) is not None


def stands_in_quotes(written: str, start: int, end: int) -> bool:
    """Whether marks stand directly around a place."""
    before, after = written[max(0, start - 1) : start], written[end : end + 1]
    return before in _any(_OPENERS) and after in _any(_CLOSERS)


def _any(marks: str) -> frozenset[str]:
    return frozenset(marks + _EITHER)
