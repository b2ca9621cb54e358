"""Marks as Markdown: to be read, or for a vault of notes kept with Obsidian or Logseq.

A quote is a block quote with the reader's words below it. Links from note to note become those
of the vault, so that its graph shows them. This is for reading: JSON and CSV bring marks back.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from reader.domain.addresses import SCHEME
from reader.domain.mark_records import MarkRecord
from reader.domain.marks import Bookmark, Highlight, Note, Scope

Names = Mapping[str, str]
"""The file, without its ending, in which the mark with an id is."""

_LINK = re.compile(
    rf"\[([^\]\n]*)\]\(\s*<?{SCHEME}:mark/([0-9a-f]{{32}})>?\s*\)|{SCHEME}:mark/([0-9a-f]{{32}})"
)
_TAG = re.compile(r"[^\w/\-]+")
_DIGITS_ONLY = re.compile(r"\d+")


def plain(title: str, records: Sequence[MarkRecord], _names: Names) -> Iterator[str]:
    """A file that any reader of Markdown shows well."""
    yield f"# {_line(title)}"
    for section, group in groupby(records, key=_section):
        if section:
            yield from ("", f"## {section}")
        for one in group:
            yield ""
            yield from _quoted(one)
            yield from _worded(one, one.words)
            yield f"*{_told(one, ', '.join(one.mark.tags))}*"


def obsidian(title: str, records: Sequence[MarkRecord], names: Names) -> Iterator[str]:
    """A note with properties, tags and block ids; links lead to blocks."""
    yield from ("---", f"title: {json.dumps(title, ensure_ascii=False)}")
    if records and records[0].source:
        yield f"source: {SCHEME}:text/{records[0].source}"
    yield from ("tags: [xidu]", "---", f"# {_line(title)}")

    def link(text: str, mark: str) -> str:
        shown = f"|{text}" if text else ""
        return f"[[{names[mark]}#^{mark}{shown}]]" if mark in names else text

    for section, group in groupby(records, key=_section):
        if section:
            yield from ("", f"## {section}")
        for one in group:
            yield ""
            yield from _quoted(one)
            yield from _worded(one, _linked(one.words, link))
            tags = " ".join(f"#{tag}" for tag in map(_hashtag, one.mark.tags) if tag)
            yield f"{_told(one, tags)} ^{one.mark.id}"


def logseq(title: str, records: Sequence[MarkRecord], names: Names) -> Iterator[str]:
    """A page in which each mark is a block with an id; links refer to blocks."""
    yield from (f"title:: {_line(title)}", "tags:: xidu", "")

    def link(text: str, mark: str) -> str:
        if mark not in names:
            return text
        return f"[{text}]((({_uuid(mark)})))" if text else f"(({_uuid(mark)}))"

    for section, group in groupby(records, key=_section):
        depth = ""
        if section:
            yield f"- ## {section}"
            depth = "  "
        for one in group:
            tags = " ".join(f"#[[{_line(tag)}]]" for tag in one.mark.tags)
            block = [*_quoted(one), *_worded(one, _linked(one.words, link)), _told(one, tags)]
            lines = [line for line in block if line]
            yield f"{depth}- {lines[0]}"
            yield f"{depth}  id:: {_uuid(one.mark.id)}"
            yield from (f"{depth}  {line}" for line in lines[1:])


TEMPLATES: Mapping[str, Callable[[str, Sequence[MarkRecord], Names], Iterator[str]]] = {
    "plain": plain,
    "obsidian": obsidian,
    "logseq": logseq,
}


def _section(one: MarkRecord) -> str:
    return "" if one.mark.orphan else _line(one.section)


def _quoted(one: MarkRecord) -> Iterator[str]:
    """The words that are marked; a note on a whole text has none."""
    mark = one.mark
    if isinstance(mark, Note) and mark.scope is Scope.TEXT:
        return
    if isinstance(mark, Note) and mark.scope is Scope.EVERYWHERE:
        yield f"**{_line(mark.word)}**"
    elif mark.anchor.quote.strip():
        yield from (f"> {line}" for line in mark.anchor.quote.splitlines())
    yield ""


def _worded(one: MarkRecord, words: str) -> Iterator[str]:
    """What the reader wrote; a heading in a note does not divide the file."""
    if isinstance(one.mark, Bookmark):
        yield from (f"**{_line(words)}**", "") if words.strip() else ()
    elif words.strip():
        yield from (re.sub(r"^(#{1,6} )", r"\\\1", line) for line in words.splitlines())
        yield ""


def _told(one: MarkRecord, tags: str) -> str:
    """What kind of mark it is, when it was made, and its tags, on one line."""
    mark = one.mark
    kind = one.kind.value
    if isinstance(mark, Highlight):
        kind = f"{mark.colour.value} {kind}"
    if isinstance(mark, Note) and mark.scope is not Scope.SPAN:
        kind += f", {mark.scope.value}"
    parts = [kind, f"{mark.created:%Y-%m-%d}", tags, "no certain place" if mark.orphan else ""]
    return " · ".join(filter(None, parts))


def _linked(words: str, link: Callable[[str, str], str]) -> str:
    """A note with its links to other notes as those of the vault."""

    def made(found: re.Match[str]) -> str:
        mark = found[2] or found[3]
        return link(found[1] or "", mark) or found[0]

    return _LINK.sub(made, words)


def _hashtag(tag: str) -> str:
    """A tag as Obsidian allows it: no blanks, and not of digits alone."""
    made = _TAG.sub("-", tag).strip("-")
    return f"{made}_" if _DIGITS_ONLY.fullmatch(made) else made


def _line(text: str) -> str:
    return " ".join(text.split())


def _uuid(mark: str) -> str:
    return "-".join((mark[:8], mark[8:12], mark[12:16], mark[16:20], mark[20:]))
