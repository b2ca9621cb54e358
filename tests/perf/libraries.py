"""Libraries of varied text for the benchmarks of searching: words drawn by how often they are used.

Every paragraph is drawn anew from the 349,000 words of jieba's list, so that no text repeats another
and pairs of characters are about as many as in real texts of that size.
"""

import random
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import jieba
from pypinyin import Style, pinyin

from reader.app import Program
from reader.domain.document import Decisions, Document, Paragraph, ParagraphKind, Section, Source
from reader.domain.script import is_han
from reader.domain.words import Word, WordKind

TEXT = 100_000
"""Characters of a text."""

_SPOKEN = 30_000
"""Of so many words, the most used, texts with readings are made."""


class Drawn(NamedTuple):
    """A paragraph and where its words end."""

    text: str
    ends: list[int]


@lru_cache(maxsize=1)
def _words() -> tuple[list[str], list[int]]:
    """Words and how often each is used, the most used first."""
    found = []
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, *_ = line.split()
            if all(map(is_han, word)):
                found.append((int(count), word))
    found.sort(reverse=True)
    return [word for _, word in found], [count for count, _ in found]


def paragraphs(characters: int, seed: int, *, spoken: bool) -> Iterator[Drawn]:
    """Paragraphs of 40 to 160 words, a full stop after every twelve or so."""
    rng = random.Random(seed)
    words, counts = _words()
    most = _SPOKEN if spoken else len(words)
    weights = list(accumulate(counts[:most]))
    left = characters
    while left > 0:
        drawn = rng.choices(words[:most], cum_weights=weights, k=rng.randint(40, 160))
        for at in range(12, len(drawn), rng.randint(9, 15)):
            drawn[at] += "。"
        drawn[-1] += "。"
        text = "".join(drawn)
        left -= len(text)
        yield Drawn(text, list(accumulate(map(len, drawn))))


def fill(program: Program, characters: int, *, spoken: bool = False) -> str:
    """Put texts into a library, with their words if they are ``spoken``; return all of it."""
    parts = []
    for number in range(max(1, characters // TEXT)):
        drawn = list(paragraphs(TEXT, number, spoken=spoken))
        body = tuple(Paragraph(ParagraphKind.BODY, each.text) for each in drawn)
        text = "\n".join(each.text for each in drawn)
        source = Source(str(number), text.encode(), "utf-8", text)
        document = Document(f"文{number}", (Section("", body),))
        program.library.add(source, document, Decisions())
        if spoken:
            texts = [each.text for each in drawn]
            program.analyses.put(texts, [_analysed(each) for each in drawn])
        parts.append(text)
    return "\n".join(parts)


def _analysed(drawn: Drawn) -> tuple[Word, ...]:
    made, start = [], 0
    for end in drawn.ends:
        stop = end - 1 if drawn.text[end - 1] == "。" else end
        syllables = _reading(drawn.text[start:stop])
        made.append(Word(start, stop, WordKind.WORD, syllables))
        if stop < end:
            made.append(Word(stop, end, WordKind.PUNCTUATION))
        start = end
    return tuple(made)


@lru_cache(maxsize=_SPOKEN)
def _reading(word: str) -> tuple[str, ...]:
    return tuple(each[0] for each in pinyin(word, style=Style.TONE, neutral_tone_with_five=False))
