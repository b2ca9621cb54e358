"""Long texts for the benchmarks, and their words, ready in a data folder.

The sentences of the first page, shuffled with a seed into paragraphs of 60 to 400
characters, so that no two paragraphs and no two pages are the same. Analysing ten million
characters for real would take the better part of an hour: the real analyser reads each
distinct sentence once, and its words are put at the offsets of that sentence in each
paragraph. What is stored looks exactly as if every paragraph had been analysed.
"""

import random
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from reader.app import Program
from reader.domain.document import (
    Decisions,
    Document,
    Origin,
    Paragraph,
    ParagraphKind,
    Section,
    Source,
)
from reader.domain.words import Word
from reader.services import reference
from reader.services.texts import first_text

_SEED = 20
_CHAPTER = 120
"""Paragraphs in a chapter."""


@lru_cache(maxsize=1)
def sentences() -> tuple[str, ...]:
    """Every sentence of the first page that is long enough to be one."""
    page = re.sub(r"[#*\s]+", "", first_text().read_text(encoding="utf-8"))
    found = re.findall(r"[^。！？]{8,90}[。！？]”?", page)
    return tuple(dict.fromkeys(found))


def paragraphs(characters: int, seed: int = _SEED) -> Iterator[tuple[int, ...]]:
    """Paragraphs as indexes into :func:`sentences`, about ``characters`` in all."""
    rng = random.Random(seed)
    lengths = [len(sentence) for sentence in sentences()]
    left = characters
    while left > 0:
        wanted = rng.randint(60, 400)
        chosen: list[int] = []
        size = 0
        while size < wanted:
            chosen.append(rng.randrange(len(lengths)))
            size += lengths[chosen[-1]]
        left -= size
        yield tuple(chosen)


def book(characters: int) -> list[Paragraph]:
    """A book of titles and body paragraphs."""
    all_sentences = sentences()
    made: list[Paragraph] = []
    for index, chosen in enumerate(paragraphs(characters)):
        if index % _CHAPTER == 0:
            title = f"第{index // _CHAPTER + 1}章"
            made.append(Paragraph(ParagraphKind.TITLE, title))
        made.append(Paragraph(ParagraphKind.BODY, "".join(all_sentences[i] for i in chosen)))
    return made


def document(title: str, content: Sequence[Paragraph]) -> tuple[Source, Document]:
    """The source and the document of a text, a section at each title."""
    text = "\n".join(paragraph.text for paragraph in content)
    sections: list[list[Paragraph]] = []
    at = 0
    for paragraph in content:
        if paragraph.kind is ParagraphKind.TITLE or not sections:
            sections.append([])
        origin = (Origin(0, at, len(paragraph.text)),)
        sections[-1].append(paragraph._replace(origin=origin))
        at += len(paragraph.text) + 1
    made = Document(title, tuple(Section(each[0].text[:20], tuple(each)) for each in sections))
    return Source(f"{title}.txt", text.encode(), "utf-8", text), made


@lru_cache(maxsize=1)
def _sentence_words(cache: Path) -> dict[str, tuple[Word, ...]]:
    known = sentences()
    return dict(zip(known, reference.analyser(cache).annotate(known), strict=True))


def _moved(word: Word, by: int) -> Word:
    parts = tuple(_moved(part, by) for part in word.parts)
    return word._replace(start=word.start + by, end=word.end + by, parts=parts)


def words_of(text: str, cache: Path) -> tuple[Word, ...]:
    """The words of a paragraph made of the known sentences; one a character otherwise."""
    known = _sentence_words(cache)
    out: list[Word] = []
    at = 0
    while at < len(text):
        end = next(e for e in _ends(text, at) if text[at:e] in known)
        out += (_moved(word, at) for word in known[text[at:end]])
        at = end
    return tuple(out)


def _ends(text: str, start: int) -> Iterator[int]:
    """Ends of what may be the sentence that begins at ``start``."""
    for mark in re.finditer(r"[。！？]”?", text[start : start + 120]):
        yield start + mark.end()
        yield start + mark.start() + 1


def stored(
    program: Program, title: str, content: Sequence[Paragraph], *, words: bool = True
) -> int:
    """Put a text into the library, with its words unless it is never to have been analysed."""
    identifier = program.library.add(*document(title, content), Decisions())
    if words:
        version = reference.analysis_version(program.cache)
        program.analyses.adopt(version)
        sure = [p.text for p in content if p.text.endswith(tuple("。！？”"))]
        others = [p.text for p in content if not p.text.endswith(tuple("。！？”"))]
        for start in range(0, len(sure), 500):
            batch = sure[start : start + 500]
            program.analyses.put(batch, [words_of(text, program.cache) for text in batch])
        program.analyses.put(others, reference.analyser(program.cache).annotate(others))
    return identifier
