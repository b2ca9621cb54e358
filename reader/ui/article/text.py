"""What the view reads from: the paragraphs of an open text and their words."""

from collections.abc import Sequence
from typing import Protocol

from reader.domain.document import Paragraph, ParagraphKind
from reader.domain.words import Word


class ReadingText(Protocol):
    """An open text, paragraph by paragraph; a service implements it."""

    @property
    def shape(self) -> Sequence[tuple[ParagraphKind, int]]:
        """Kind and length in code points of every paragraph."""

    def paragraph(self, index: int) -> Paragraph:
        """One paragraph by document-wide index."""

    def words(self, index: int) -> tuple[Word, ...]:
        """Its words, or none while it has not been analysed."""

    def words_at(self, index: int, offset: int) -> tuple[Word, ...]:
        """The words around a character: of its portion where the paragraph is very long.

        Asking for all words of a paragraph of a million characters takes a second.
        """
