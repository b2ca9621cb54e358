"""Spoken tones: what becomes of 一, of 不 and of third tones beside each other.

A layer of display, never stored: words keep the tones of the dictionary. The rules are
those of Chao, *A Grammar of Spoken Chinese* (1968), 1.3.4, and of 现代汉语词典: 一 keeps
its first tone as an ordinal, in digits read out and at the end of a word. Third tones
change inside feet of two syllables, inner ones first (Shih, *The Prosodic Domain of Tone
Sandhi in Chinese*, 1986): words are feet; single syllables between them pair up from
the left, and one that is left over leans on its neighbour.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.domain.pinyin import tone, toned
from reader.domain.script import is_han
from reader.domain.words import Word, WordKind

_DIGITS = frozenset("〇零一二三四五六七八九")
_PLACES = frozenset("百千万亿")
_COUNTED = frozenset("第初之负十") | _PLACES | _DIGITS
"""What 一 behind it makes a number or an ordinal."""

_NUMBERED = tuple("楼 号 月 级 等 流 审 年级 季度 把手 中全会 至".split())
"""What 一 before it numbers rather than counts."""

_LINE_OF = tuple("曙 希 生 阳 光 天 牵 之".split())
"""Behind 一线, these make it a thread and not the front line: 一线希望, but 一线城市, 在一线."""

_POINTING = frozenset("这那每某同哪另任")
"""Behind these, 一 at the end of a word counts what follows: 这一 次, 同一 个."""

_NO_QUESTION = frozenset("时")
"""On both sides of 不 these make an adverb, in which it keeps a tone: 时不时."""

_KIN = frozenset("姐奶姥嫂婶宝")
"""Doubled, these keep their third tone: jiějie."""

_LOST_THIRD = frozenset({"小姐", "哪里"})
"""The neutral tone at their end was a third tone, and works like one."""

_PREFIXES = frozenset("小老副总女党")
"""Begin words of three syllables whose last two belong together: 小老虎."""


class _Syllable(NamedTuple):
    at: int
    char: str
    text: str


class _Stretch:
    """Syllables that are spoken without a stop, and the words that they form."""

    def __init__(self) -> None:
        self.syllables: list[_Syllable] = []
        self.tones: list[int] = []
        # Words as ranges of syllables, and for each syllable which of them it is in.
        self.words: list[tuple[Word, int, int]] = []
        self.owners: list[int] = []


def spoken(text: str, words: Sequence[Word]) -> dict[int, str]:
    """Syllables of ``text`` that are spoken otherwise than the dictionary says, by offset."""
    changed: dict[int, str] = {}
    for stretch in _stretches(text, words):
        before = list(stretch.tones)
        for index in range(len(before)):
            _number_or_not(stretch, index)
        for left, right in _pairs(stretch, text):
            if stretch.tones[left] == stretch.tones[right] == 3:
                stretch.tones[left] = 2
        for syllable, old, new in zip(stretch.syllables, before, stretch.tones, strict=True):
            if new != old:
                changed[syllable.at] = toned(syllable.text, new)
    return changed


def _stretches(text: str, words: Sequence[Word]) -> Iterator[_Stretch]:
    stretch = _Stretch()
    for word in words:
        if not word.syllables:
            if stretch.words:
                yield stretch
                stretch = _Stretch()
            continue
        first = len(stretch.syllables)
        stretch.syllables += _syllables(text, word)
        stretch.tones += [tone(s.text) for s in stretch.syllables[first:]]
        count = len(stretch.syllables) - first
        if count:
            stretch.owners += [len(stretch.words)] * count
            stretch.words.append((word, first, first + count))
    if stretch.words:
        yield stretch


def _syllables(text: str, word: Word) -> Iterator[_Syllable]:
    """Syllables of a word; the r of erhua is none."""
    given = iter(word.syllables)
    for at in range(word.start, word.end):
        if is_han(text[at]):
            syllable = next(given, "")
            if syllable and syllable != "r":
                yield _Syllable(at, text[at], syllable)


# --- 一 and 不 ---------------------------------------------------------------------


def _number_or_not(stretch: _Stretch, index: int) -> None:
    """Give 一 and 不 the tone that they have before what follows."""
    char, number = stretch.syllables[index].char, stretch.tones[index]
    is_one = char == "一" and number == 1 and not _keeps_first_tone(stretch, index)
    if not is_one and not (char == "不" and number == 4):
        return
    if index + 1 == len(stretch.syllables):
        return
    following = stretch.syllables[index + 1]
    before = stretch.syllables[index - 1].char if index else ""
    if before == following.char and before not in _NO_QUESTION:  # 看一看, 好不好
        stretch.tones[index] = 5
    elif tone(following.text) == 4 or following.char == "个":
        stretch.tones[index] = 2
    elif is_one:
        stretch.tones[index] = 4


def _keeps_first_tone(stretch: _Stretch, index: int) -> bool:
    """Whether 一 is a digit or an ordinal, or ends a word."""
    chars = [syllable.char for syllable in stretch.syllables[max(0, index - 1) : index + 4]]
    before = chars.pop(0) if index else ""
    behind = "".join(chars[1:])
    word, start, end = stretch.words[stretch.owners[index]]
    if word.kind is WordKind.NAME:
        return True
    if start < index == end - 1:
        return before not in _POINTING
    if before in _PLACES and behind[:1] in _PLACES:  # 八万一千
        return False
    if before in _COUNTED or behind[:1] in _DIGITS:
        return True
    if behind[:1] == "点" and behind[1:2] in _DIGITS:
        return True
    if behind[:1] == "线":
        return not behind[1:].startswith(_LINE_OF)
    return behind.startswith(_NUMBERED) or (before == "月" and behind.startswith("日"))


# --- third tones -------------------------------------------------------------------


def _pairs(stretch: _Stretch, text: str) -> Iterator[tuple[int, int]]:
    """Neighbours inside feet, inner ones first."""
    feet: list[tuple[int, int]] = []
    for word, start, end in stretch.words:
        feet += _feet(stretch, word, start, end)
    for start, end in feet:
        yield from _inside(stretch, start, end)
        if text[stretch.syllables[start].at :][: end - start] in _LOST_THIRD:
            stretch.tones[start] = 2
    yield from _between(stretch, feet)


def _feet(stretch: _Stretch, word: Word, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The word as one foot, or those of its parts."""
    if end - start <= 2 or not word.parts:
        yield start, end
        return
    at = start
    for part in word.parts:
        inner = sum(part.start <= s.at < part.end for s in stretch.syllables[start:end])
        if inner:
            yield from _feet(stretch, part, at, at + inner)
            at += inner


def _inside(stretch: _Stretch, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Pairs inside one foot: of twos, with the odd syllable last."""
    size = end - start
    if size == 2:
        first, second = stretch.syllables[start:end]
        doubled = first.char == second.char and first.char not in _KIN
        if doubled and stretch.tones[start] == 3 and stretch.tones[start + 1] == 5:
            stretch.tones[start] = 2  # xiángxiang
    if size == 3 and stretch.syllables[start].char in _PREFIXES:
        return [(start + 1, start + 2), (start, start + 1)]
    pairs = [(at, at + 1) for at in range(start, end - 1, 2)]
    return [*pairs, (end - 2, end - 1)] if size % 2 and size > 1 else pairs


def _between(stretch: _Stretch, feet: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of single syllables, and of one that is left over with its neighbour."""
    run: list[int] = []
    for start, end in [*feet, (-1, -1)]:
        single = end - start == 1
        if single and stretch.tones[start] != 5:
            run.append(start)
            continue
        if run:
            leans = not single and start >= 0
            # A syllable before a word in the third tone belongs to it, not to what precedes.
            if leans and (len(run) % 2 or stretch.tones[start] == 3):
                last = run.pop()
                yield last, start
            yield from _paired(run)
        run = []


def _paired(run: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Twos from the left; an odd one joins the two before it, or what stands before all."""
    for at in range(0, len(run) - 1, 2):
        yield run[at], run[at + 1]
    if len(run) % 2 and run[-1] > 0:
        yield run[-1] - 1, run[-1]
