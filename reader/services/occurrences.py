"""Where a term of the glossary stands, in one text and in all others.

What is analysed is told by its words, so that a short term inside a longer one, or in a name, is
not counted; what is not analysed yet, by what is written, without ordinary words, of which only
the words around can tell whether they are terms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.domain.words import terms_among
from reader.services.folding import folded
from reader.services.search import Hit, in_context
from reader.services.session import UNCORRECTED, Overlaid

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.domain.ports import Analyses, Library
    from reader.domain.words import Word

_PAGE = 256
"""Paragraphs read at once."""


class Occurrences:
    """Finds the places of a term, lazily and in reading order."""

    def __init__(
        self, library: Library, analyses: Analyses, overlaid: Overlaid = UNCORRECTED
    ) -> None:
        self._library = library
        self._analyses = analyses
        self._overlaid = overlaid

    def within(
        self, term: Term, document: int, wanted: Callable[[], bool] = lambda: True
    ) -> Iterator[Hit]:
        """Places in one text; it ends early once they are not ``wanted`` any more.

        Raises DocumentUnknown.
        """
        title = self._library.title(document)
        total = self._library.outline(document).total
        for start in range(0, total, _PAGE):
            if not wanted():
                return
            page = self._library.paragraphs(document, start, min(start + _PAGE, total))
            texts = [paragraph.text for paragraph in page]
            known = self._analyses.get(texts)
            for index, (text, found) in enumerate(zip(texts, known, strict=True), start):
                words = self._overlaid.words(found, text, document, index)
                for at, end in _places(term, text, words):
                    context, mark = in_context(text, at, end)
                    yield Hit("text", document, title, index, at, end, context, mark, term.id)

    def elsewhere(
        self, term: Term, but: int | None, wanted: Callable[[], bool] = lambda: True
    ) -> Iterator[Hit]:
        """Places in all texts but one, the text opened last first."""
        for card in self._library.cards():
            if card.id != but:
                yield from self.within(term, card.id, wanted)


def _places(term: Term, text: str, words: tuple[Word, ...] | None) -> list[tuple[int, int]]:
    """Ranges of a paragraph in which the term stands."""
    if words is not None:
        return [(word.start, word.end) for word in terms_among(words) if word.term == term.id]
    forms = {folded(form) for form in (term.headword, *term.variants) if form not in term.context}
    text = folded(text)
    longest = sorted(forms, key=len, reverse=True)
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        form = next((form for form in longest if text.startswith(form, at)), "")
        if form:
            found.append((at, at + len(form)))
        at += len(form) or 1
    return found
