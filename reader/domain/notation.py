"""The ways a syllable is written: tone marks, tone numbers, zhuyin."""

from enum import StrEnum

from reader.domain.pinyin import numbered


class Notation(StrEnum):
    """How readings are written."""

    MARKS = "marks"
    NUMBERS = "numbers"
    ZHUYIN = "zhuyin"


def written(syllable: str, notation: Notation) -> str:
    """A marked syllable as ``zhōng``, ``zhong1`` or ``ㄓㄨㄥ``; empty if that is not possible."""
    if notation is Notation.NUMBERS:
        return numbered(syllable)
    if notation is Notation.ZHUYIN:
        from reader.domain import zhuyin  # noqa: PLC0415 - few need the table

        return zhuyin.written(syllable)
    return syllable
