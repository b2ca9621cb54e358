"""Puts the source together again from a document and its repairs."""

import re

from reader.domain.document import Document, Source

_MARKUP = re.compile(r"^[ \t]*(?:#{1,6}|[-*+>])(?=\s)[ \t]*|`", re.MULTILINE)


def visible(text: str) -> str:
    """The characters of a text that are neither white space nor Markdown's own marks."""
    return re.sub(r"\s", "", _MARKUP.sub("", text))


def held(source: Source, document: Document) -> list[bool]:
    """For each character of the source, whether a paragraph or a repair holds it.

    A repair holds its text at the place that its paragraph's neighbourhood shows: here it is
    enough that the text occurs in the source at all.
    """
    found = [False] * len(source.text)
    for paragraph in document.paragraphs():
        for origin in paragraph.origin:
            end = origin.source + origin.length
            assert (
                source.text[origin.source : end]
                == (paragraph.text[origin.start : origin.start + origin.length])
            )
            for at in range(origin.source, end):
                found[at] = True
    for repair in document.repairs:
        at = source.text.find(repair.source)
        while repair.source and at >= 0:
            for place in range(at, at + len(repair.source)):
                found[place] = True
            at = source.text.find(repair.source, at + 1)
    return found


def lost(source: Source, document: Document) -> str:
    """Characters of the source that no paragraph and no repair holds, without markup."""
    found = held(source, document)
    rest = "".join(c if not kept else "\n" for c, kept in zip(source.text, found, strict=True))
    return visible(rest)


def rebuilt(source: Source, document: Document) -> str:
    """The visible characters of the source, from paragraphs and repairs alone."""
    characters: dict[int, str] = {}
    for paragraph in document.paragraphs():
        for origin in paragraph.origin:
            for step in range(origin.length):
                characters[origin.source + step] = paragraph.text[origin.start + step]
    for repair in document.repairs:
        if repair.kind in {"folded", "corrected"}:
            place = int(re.findall(r"\d+", repair.key)[0])
            for step, char in enumerate(repair.source):
                characters.setdefault(place + step, char)
    return visible("".join(characters[at] for at in sorted(characters)))
