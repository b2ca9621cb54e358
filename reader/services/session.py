"""An open text: paragraphs and words as the view asks for them, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.domain.document import Outline, Paragraph, ParagraphKind, Repair
from reader.domain.words import Word

if TYPE_CHECKING:
    from reader.domain.library import Card
    from reader.domain.ports import Analyses, Library

_PAGE = 8
"""Paragraphs read from the library at once."""


class OpenText:
    """One text of the library, open for reading. Raises DocumentUnknown when it is not there."""

    def __init__(self, library: Library, analyses: Analyses, identifier: int) -> None:
        self._library = library
        self._analyses = analyses
        self.id = identifier
        self._paragraphs: dict[int, Paragraph] = {}
        self._words: dict[int, tuple[Word, ...]] = {}
        self._repairs: list[Repair] | None = None
        self.card: Card = library.card(identifier)
        self.outline: Outline = library.outline(identifier)
        self._shape = [(ParagraphKind(k), n) for k, n in library.shape(identifier)]

    @property
    def shape(self) -> list[tuple[ParagraphKind, int]]:
        """Kind and length in code points of every paragraph."""
        return self._shape

    @property
    def repairs(self) -> list[Repair]:
        """Every repair that mending made."""
        if self._repairs is None:
            self._repairs = self._library.repairs(self.id)
        return self._repairs

    def paragraph(self, index: int) -> Paragraph:
        """One paragraph by document-wide index."""
        if index not in self._paragraphs:
            self._read_page(index)
        return self._paragraphs[index]

    def words(self, index: int) -> tuple[Word, ...]:
        """Its words, or none while it has not been analysed."""
        if index not in self._paragraphs:
            self._read_page(index)
        return self._words.get(index, ())

    def texts(self) -> list[str]:
        """The text of every paragraph."""
        return [self.paragraph(index).text for index in range(len(self._shape))]

    def unknown(self, indexes: Iterable[int]) -> list[int]:
        """Those of ``indexes`` that have text but no words yet."""
        return [i for i in indexes if self._shape[i][1] and not self.words(i)]

    def learn(self, indexes: Sequence[int], words: Sequence[tuple[Word, ...]]) -> None:
        """Take over words that have just been analysed."""
        self._words.update(zip(indexes, words, strict=True))

    def terms(self) -> frozenset[str]:
        """Ids of the glossary terms that are in the text, as far as it is analysed."""
        words = (word for index in range(len(self._shape)) for word in self.words(index))
        return frozenset(word.term for word in words if word.term)

    def _read_page(self, index: int) -> None:
        start = index - index % _PAGE
        page = self._library.paragraphs(self.id, start, min(start + _PAGE, len(self._shape)))
        known = self._analyses.get([paragraph.text for paragraph in page])
        for offset, (paragraph, words) in enumerate(zip(page, known, strict=True)):
            self._paragraphs[start + offset] = paragraph
            if words is not None:
                self._words[start + offset] = words
