"""What a format module hands to mending: blocks of text in source order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.domain.script import CLOSERS, SENTENCE_ENDS, is_han, is_wide
from reader.formats.mapped import Mapped

LONGEST = 20_000
"""Code points of the longest block; a longer one is divided at a sentence end."""


class Style(StrEnum):
    """What the format said about a block."""

    TEXT = "text"
    LINE = "line"  # set off by the author's own line breaks, like verse: follows the line above
    FIXED = "fixed"  # list, table, code, quotation, rest of a long block: never mended
    IMAGE = "image"  # the text that stands for a picture
    STRONG = "strong"  # a line in bold type, often a heading


@dataclass(frozen=True, slots=True)
class Block:
    """``text`` of one paragraph or heading; ``level`` 1-6 is a heading, 0 is none.

    ``start``-``end`` is the range of ``Source.text`` it was read from, markup included.
    """

    text: Mapped
    level: int
    start: int
    end: int
    style: Style = Style.TEXT


_SENTENCE = re.compile(rf"[{re.escape(''.join(SENTENCE_ENDS))}][{re.escape(''.join(CLOSERS))}]*")


def divide(blocks: Iterable[Block]) -> Iterator[Block]:
    """Divide blocks longer than :data:`LONGEST` at sentence ends, else anywhere."""
    for block in blocks:
        if len(block.text) <= LONGEST:
            yield block
        else:
            yield from _divided(block)


def _divided(block: Block) -> Iterator[Block]:
    at, total = 0, len(block.text)
    while at < total:
        end = min(total, at + LONGEST)
        if end < total:
            # Look only at the last tenth, so that the pieces stay about equally long.
            ends = [m.end() for m in _SENTENCE.finditer(block.text.text, end - LONGEST // 10, end)]
            end = ends[-1] if ends else end
        part = block.text.cut(at, end).strip()
        if part:
            yield replace(block, text=part, level=0, style=Style.FIXED)
        at = end


def glue(left: str, right: str) -> str:
    """What stands between two lines that are joined: nothing in Chinese, else a space."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    return "" if _is_chinese(left[-1]) or _is_chinese(right[0]) else " "


def _is_chinese(char: str) -> bool:
    return is_han(char) or is_wide(char)
