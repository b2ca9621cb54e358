"""A whole text as Markdown with what the reader marked in it: ==highlights== and footnotes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.domain.document import Paragraph, ParagraphKind
from reader.domain.mark_records import MarkRecord
from reader.domain.marks import Highlight

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~=^])")
_HEADS = {ParagraphKind.TITLE: "# ", ParagraphKind.HEADING: "## "}


def lines(paragraphs: Iterable[Paragraph], records: Sequence[MarkRecord]) -> Iterator[str]:
    """The lines of a file. Marks without a certain place come last, with their quotes."""
    by_paragraph: dict[int, list[MarkRecord]] = {}
    lost = []
    for one in records:
        if one.mark.orphan:
            lost.append(one)
        else:
            by_paragraph.setdefault(one.mark.anchor.span.paragraph, []).append(one)
    notes: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        text = _marked(paragraph.text, by_paragraph.get(number, ()), notes)
        yield from (_HEADS.get(paragraph.kind, "") + text, "")
    for one in lost:
        quote = " ".join(one.mark.anchor.quote.split())
        notes.append(f"“{_escaped(quote)}”: {one.words}".rstrip(": "))
    for number, note in enumerate(notes, 1):
        first, *rest = note.splitlines() or [""]
        yield f"[^{number}]: {first}"
        yield from (f"    {line}" for line in rest)


def _marked(text: str, records: Sequence[MarkRecord], notes: list[str]) -> str:
    """A paragraph with its marks; the words of notes are put at the end of ``notes``."""
    lit = bytearray(len(text))
    after: dict[int, list[str]] = {}
    for one in records:
        span = one.mark.anchor.span
        end = min(span.end, len(text))
        if isinstance(one.mark, Highlight):
            lit[span.start : end] = b"\1" * max(0, end - span.start)
        if one.words or one.mark.tags:
            tags = " ".join(f"#{tag}" for tag in one.mark.tags)
            notes.append(f"{one.words} {tags}".strip())
            after.setdefault(end, []).append(f"[^{len(notes)}]")
    out = []
    for at in range(len(text) + 1):
        before = at > 0 and bool(lit[at - 1])
        here = at < len(text) and bool(lit[at])
        if before and not here:
            out.append("==")
        out += after.get(at, ())
        if here and not before:
            out.append("==")
        if at < len(text):
            out.append(_escaped(text[at]))
    return "".join(out)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
