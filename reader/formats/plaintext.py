"""Plain text: a paragraph a line, chapter headings found, hard-wrapped lines put together."""

from collections.abc import Iterator, Sequence

from reader.domain.document import Source
from reader.formats.blocks import Block, divide, glue
from reader.formats.chapters import chapter_level
from reader.formats.mapped import Mapped
from reader.formats.wrapping import Line, begins_paragraph, width_of


def blocks(source: Source) -> list[Block]:
    """Read ``source`` as plain text. Indents and empty lines are white space, not text."""
    lines = _lines(source.text)
    width = width_of(lines)
    paragraphs = _wrapped(lines, width) if width else ([line] for line in lines if line.text)
    return list(divide(_block(source.text, group) for group in paragraphs))


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        body = raw.lstrip()
        indent = len(raw) - len(body)
        found.append(Line(body.rstrip(), at + indent, indent if body else 0))
        at += len(raw)
    return found


def _wrapped(lines: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """Gather the lines of each paragraph."""
    group: list[Line] = []
    for line in lines:
        if group and (not line.text or begins_paragraph(group[-1], line, width)):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


def _block(text: str, lines: Sequence[Line]) -> Block:
    first, last = lines[0], lines[-1]
    if len(lines) == 1:
        level = chapter_level(first.text)
        return Block(Mapped.of(text, first.start, first.end), level, first.start, first.end)
    parts: list[Mapped] = []
    for at, line in enumerate(lines):
        if at and (space := glue(lines[at - 1].text, line.text)):
            parts.append(Mapped.literal(space))
        parts.append(Mapped.of(text, line.start, line.end))
    return Block(Mapped.concat(parts), 0, first.start, last.end)
