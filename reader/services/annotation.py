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
    writer = _Writer(lookup)
    described = map(writer.paragraph, _analysed(document, analyser))
    yield f'{{"title": {_json(document.title)}, "sections": ['
    for number, section in enumerate(document.sections):
        yield f'{"," if number else ""}{{"title": {_json(section.title)}, "paragraphs": ['
        for index in range(len(section.paragraphs)):
            yield ("," if index else "") + next(described)
        yield "]}"
    yield f'], "repairs": {_json(_repairs(document))}}}'


def as_text(document: Document, analyser: Analyser) -> Iterator[str]:
    """One line a paragraph: each word followed by its pinyin in brackets."""
    for paragraph, words in _analysed(document, analyser):
        text = paragraph.text
        yield "".join(
            f"{text[w.start : w.end]}[{' '.join(w.syllables)}]"
            if w.syllables
            else text[w.start : w.end]
            for w in words
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


class _Writer:
    """Writes paragraphs and words as JSON; what is said of a word is composed once."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._said = lru_cache(_REMEMBERED)(self._say)

    def paragraph(self, analysed: tuple[Paragraph, Sequence[Word]]) -> str:
        """A paragraph with its words."""
        paragraph, words = analysed
        text = paragraph.text
        described = {
            "kind": str(paragraph.kind),
            "text": text,
            "repairs": list(paragraph.repairs),
        }
        return f'{_json(described)[:-1]}, "words": [{self._words(words, text)}]}}'

    def _words(self, words: Sequence[Word], text: str) -> str:
        return ", ".join([self._word(word, text) for word in words])

    def _word(self, word: Word, text: str) -> str:
        start, end = word.start, word.end
        said = self._said(text[start:end], word._replace(start=0, end=0, parts=()))
        inside = self._words(word.parts, text) if word.parts else ""
        return f'{{"start": {start}, "end": {end}, {said}, "parts": [{inside}]}}'

    def _say(self, written: str, word: Word) -> str:
        """What does not depend on where a word stands: the inside of an object."""
        has_reading = bool(word.syllables)
        said = {
            "text": written,
            "kind": str(word.kind),
            "pinyin": list(word.syllables),
            "source": str(word.source),
            "sure": word.sure,
            "term": word.term,
            "hsk": self._lookup.hsk(written) if has_reading else None,
            "gloss": self._lookup.gloss(written, word) if has_reading else "",
            "spoken": word.spoken,
        }
        return _json(said)[1:-1]


def _analysed(
    document: Document, analyser: Analyser
) -> Iterator[tuple[Paragraph, tuple[Word, ...]]]:
    """Every paragraph with its words, analysed as they are asked for."""
    for batch in _batches(document.paragraphs()):
        yield from zip(batch, analyser.annotate([each.text for each in batch]), strict=True)


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
