"""Readings as the reader has chosen to see them: tone marks, numbers or zhuyin, tones in colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.domain.notation import Notation, written
from reader.domain.pinyin import separators, tone
from reader.ui.card.blocks import PINYIN, Run, Target


class Manner(NamedTuple):
    """How a card is written: settings ``notation``, ``tone_colours`` and ``typeface``."""

    notation: Notation = Notation.MARKS
    colours: str = "none"
    typeface: str = "serif"


PLAIN = Manner()


_JOINER = "\u2060"
"""Keeps the symbols of one syllable on one line: Unicode allows a break between any two."""


def without_joiners(text: str) -> str:
    """Text as it is copied and read aloud."""
    return text.replace(_JOINER, "")


def spelled(syllables: tuple[str, ...], manner: Manner = PLAIN) -> str:
    """A reading as one text."""
    return without_joiners("".join(run.text for run in reading(syllables, manner)))


def reading(
    syllables: tuple[str, ...], manner: Manner, target: Target | None = None
) -> tuple[Run, ...]:
    """A reading as runs, one a syllable where tones have colours; ``target`` makes it a word."""
    return _runs(separators(syllables), manner, target)


def spoken_number(spoken: str, manner: Manner) -> tuple[Run, ...]:
    """How a number is read aloud, ``sānshí'èr diǎn wǔ``, as runs."""
    from reader.domain.numerals import separated  # noqa: PLC0415 - not at the first card

    return _runs(separated(spoken), manner)


def _runs(
    syllables: Iterable[tuple[str, str]], manner: Manner, target: Target | None = None
) -> tuple[Run, ...]:
    """Runs of syllables, each with what stands before it in pinyin."""
    zhuyin = manner.notation is Notation.ZHUYIN
    parts: list[tuple[str, str]] = []
    for before, syllable in syllables:
        gap = " " if zhuyin and parts else before
        spelling = written(syllable, manner.notation)
        parts.append((gap + (_JOINER.join(spelling) if zhuyin else spelling), syllable))
    if manner.colours == "none":
        text = "".join(part for part, _ in parts)
        return (Run(text, PINYIN, target),) if text else ()
    return tuple(Run(part, f"{PINYIN}{tone(syllable)}", target) for part, syllable in parts)
