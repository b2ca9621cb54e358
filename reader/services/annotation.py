"""A text with its words as one JSON object: the contract of ``xidu annotate``."""

from collections.abc import Iterator, Sequence
from typing import Any

from reader.domain.document import Document, Paragraph, ParagraphKind, Section
from reader.domain.ports import Analyser
from reader.domain.words import Word
from reader.services.lookup import Lookup


def document_of_lines(title: str, text: str) -> Document:
    """A document in which each line of ``text`` is one paragraph, without any mending."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    paragraphs = tuple(Paragraph(ParagraphKind.BODY, line.rstrip("\r")) for line in lines)
    return Document(title, (Section("", paragraphs),))


def annotate(document: Document, analyser: Analyser, lookup: Lookup) -> dict[str, Any]:
    """Analyse every paragraph and describe the result."""
    texts = [paragraph.text for paragraph in document.paragraphs()]
    words = iter(analyser.annotate(texts))
    outline = document.outline()
    sections = [
        {
            "title": section.title,
            "paragraphs": [
                {
                    "kind": str(paragraph.kind),
                    "text": paragraph.text,
                    "repairs": list(paragraph.repairs),
                    "words": [_word(w, paragraph.text, lookup) for w in next(words)],
                }
                for paragraph in section.paragraphs
            ],
        }
        for section in document.sections
    ]
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
    return {"title": document.title, "sections": sections, "repairs": repairs}


def _word(word: Word, text: str, lookup: Lookup) -> dict[str, Any]:
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
        "hsk": lookup.hsk(written) if has_reading else None,
        "gloss": lookup.gloss(written, word) if has_reading else "",
        "parts": [_word(part, text, lookup) for part in word.parts],
        "spoken": word.spoken,
    }


def as_text(annotated: dict[str, Any]) -> Iterator[str]:
    """One line a paragraph: each word followed by its pinyin in brackets."""
    for paragraph in _paragraphs(annotated):
        yield "".join(
            f"{word['text']}[{' '.join(word['pinyin'])}]" if word["pinyin"] else word["text"]
            for word in paragraph["words"]
        )


def _paragraphs(annotated: dict[str, Any]) -> Sequence[dict[str, Any]]:
    return [p for section in annotated["sections"] for p in section["paragraphs"]]
