"""Where a note is anchored, by how much of the text it is about.

A note on a paragraph, a section or a text holds on to its first words: the whole of it would be
another after the smallest correction.
"""

from collections.abc import Callable

from reader.domain.document import Outline
from reader.domain.marks import CONTEXT, Scope
from reader.domain.places import Span
from reader.domain.sentences import sentence_at


def anchored_span(
    scope: Scope, at: Span, outline: Outline, paragraph: Callable[[int], str]
) -> Span:
    """The span of the anchor of a note written at ``at``; ``paragraph`` gives a text by index."""
    if scope is Scope.SENTENCE:
        start, end = sentence_at(paragraph(at.paragraph), at.start)
        return Span(at.paragraph, start, max(start, end))
    if scope is Scope.PARAGRAPH:
        return _beginning(paragraph, at.paragraph, at.paragraph + 1)
    if scope is Scope.SECTION and outline.starts:
        return _beginning(paragraph, *section_range(outline, at.paragraph))
    if scope is Scope.TEXT:
        return _beginning(paragraph, 0, outline.total)
    return at


def section_range(outline: Outline, paragraph: int) -> tuple[int, int]:
    """The half-open range of the paragraphs of the section that holds one."""
    section, _ = outline.locate(paragraph)
    ends = [*outline.starts[1:], outline.total]
    return outline.starts[section], ends[section]


def _beginning(paragraph: Callable[[int], str], start: int, end: int) -> Span:
    """The first words of the first paragraph of a range that has any."""
    for index in range(start, end):
        text = paragraph(index)
        if text.strip():
            return Span(index, 0, min(CONTEXT, len(text)))
    return Span(start, 0, 0)
