"""What is copied from a text: with pinyin in brackets, or as HTML with ruby."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.domain.pinyin import spell
from reader.services.excerpt import Passage, clipped

if TYPE_CHECKING:
    from reader.domain.places import Span
    from reader.services.excerpt import Text


def passages(text: Text, spans: Iterable[Span]) -> list[Passage]:
    """The parts of a text that ``spans`` cover, with their words."""
    out = []
    for span in spans:
        paragraph = text.paragraph(span.paragraph)
        words = clipped(paragraph.text, text.words(span.paragraph), span.start, span.end)
        out.append(Passage(paragraph.kind, paragraph.text[span.start : span.end], words))
    return out


def with_pinyin(found: Sequence[Passage]) -> str:
    """Text with the pinyin of each word behind it, a paragraph a line: 中国(Zhōngguó)."""
    return "\n".join(map(_with_pinyin, found))


def _with_pinyin(passage: Passage) -> str:
    if not passage.words:
        return passage.text
    out = []
    for word in passage.words:
        out.append(passage.text[word.start : word.end])
        reading = spell(word.syllables)
        if reading:
            out.append(f"({reading})")
    return "".join(out)
