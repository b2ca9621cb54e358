"""A text with its words as one JSON object: the contract of ``xidu annotate``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from reader.domain.document import Document, Paragraph, ParagraphKind, Section
from reader.domain.ports import Analyser
from reader.domain.words import Word
from reader.services.lookup import Lookup
from reader.services.session import Overlaid

_AT_ONCE = 20_000
"""Characters that are analysed before the next are taken up: the first words come soon."""

_REMEMBERED = 50_000
"""Distinct words whose level and gloss are kept."""


class Corrected:
    """An analyser with what the reader corrected everywhere; implements ``ports.Analyser``."""

    def __init__(self, analyser: Analyser, overlaid: Overlaid) -> None:
        self._analyser = analyser
        self._overlaid = overlaid

    @property
    def version(self) -> str:
        """The analyser's version; corrections are no part of it."""
        return self._analyser.version

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each paragraph; they cover it without gaps."""
        found = zip(self._analyser.annotate(texts), texts, strict=True)
        return [self._overlaid.words(words, text) or () for words, text in found]


def document_of_lines(title: str, lines: Sequence[str]) -> Document:
    """A document in which each line is one paragraph, without any mending."""
    paragraphs = tuple(Paragraph(ParagraphKind.BODY, line) for line in lines)
    return Document(title, (Section("", paragraphs),))


def as_json(document: Document, analyser: Analyser, lookup: Lookup) -> Iterator[str]:
    """The object, written piece by piece: a paragraph is a line of its own.

    So neither words nor JSON of a long text pile up.
    """
    described = _Teller(analyser, lookup).paragraphs(document.paragraphs())
    yield f'{{"title": {_json(document.title)}, "sections": ['
    for number, section in enumerate(document.sections):
        yield f'{"," if number else ""}{{"title": {_json(section.title)}, "paragraphs": ['
        for index in range(len(section.paragraphs)):
            yield ("," if index else "") + _json(next(described))
        yield "]}"
    yield f'], "repairs": {_json(_repairs(document))}}}'


def as_text(document: Document, analyser: Analyser, lookup: Lookup) -> Iterator[str]:
    """One line a paragraph: each word followed by its pinyin in brackets."""
    for paragraph in _Teller(analyser, lookup).paragraphs(document.paragraphs()):
        yield "".join(
            f"{word['text']}[{' '.join(word['pinyin'])}]" if word["pinyin"] else word["text"]
            for word in paragraph["words"]
        )


def _repairs(document: Document) -> list[dict[str, Any]]:
    outline = document.outline()
    repairs = []
    for repair in document.repairs:
        section, paragraph = outline.locate(repair.paragraph)
        repairs.append(
            {
                "kind": str(repair.kind),
                "section": section,
                "paragraph": paragraph,
                "why": repair.why,
                "source": repair.source,
            }
        )
    return repairs


class _Teller:
    """Analyses paragraphs and describes them; what it says of a word is looked up once."""

    def __init__(self, analyser: Analyser, lookup: Lookup) -> None:
        self._analyser = analyser
        self._hsk = lru_cache(_REMEMBERED)(lookup.hsk)
        self._gloss = lru_cache(_REMEMBERED)(lookup.gloss)

    def paragraphs(self, paragraphs: Iterable[Paragraph]) -> Iterator[dict[str, Any]]:
        """Describe ``paragraphs`` in order."""
        for batch in _batches(paragraphs):
            found = self._analyser.annotate([paragraph.text for paragraph in batch])
            for paragraph, words in zip(batch, found, strict=True):
                yield {
                    "kind": str(paragraph.kind),
                    "text": paragraph.text,
                    "repairs": list(paragraph.repairs),
                    "words": [self._word(word, paragraph.text) for word in words],
                }

    def _word(self, word: Word, text: str) -> dict[str, Any]:
        written = text[word.start : word.end]
        has_reading = bool(word.syllables)
        return {
            "start": word.start,
            "end": word.end,
            "text": written,
            "kind": str(word.kind),
            "pinyin": list(word.syllables),
            "source": str(word.source),
            "sure": word.sure,
            "term": word.term,
            "hsk": self._hsk(written) if has_reading else None,
            # Where a word stands does not change its gloss.
            "gloss": self._gloss(written, _anywhere(word)) if has_reading else "",
            "parts": [self._word(part, text) for part in word.parts],
            "spoken": word.spoken,
        }


def _anywhere(word: Word) -> Word:
    """What of a word its gloss depends on."""
    return Word(0, 0, word.kind, word.syllables, term=word.term)


def _batches(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs in runs of about ``_AT_ONCE`` characters; a longer one is a run by itself."""
    batch: list[Paragraph] = []
    size = 0
    for paragraph in paragraphs:
        batch.append(paragraph)
        size += len(paragraph.text)
        if size >= _AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
