"""Analysing texts and keeping the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from reader.domain.portions import Portions, bounds, portions

if TYPE_CHECKING:
    from reader.domain.document import Paragraph, Shape
    from reader.domain.ports import Analyser, Analyses, Library, PackingAnalyser
    from reader.services.session import OpenText

PARAGRAPHS = 24
CHARACTERS = 3000
"""Most that is analysed at once, so that what comes into sight never waits long."""

Place = tuple[int, int]
"""A portion of a paragraph: document-wide index and number of the portion."""


def analyse(
    library: Library,
    analyser: PackingAnalyser,
    analyses: Analyses,
    document: int,
    places: Sequence[Place],
) -> None:
    """Cut and read those portions of a text that are not stored yet. Safe in any thread.

    The words are packed where they are made and stored as they come: this process never
    makes an object of them before they are shown.
    """
    texts = _texts(library, document, places)
    wanted = [texts[i] for i in analyses.missing(texts)]
    if wanted:
        choice = analyser.choice
        packed = analyser.packed(wanted)
        if analyser.choice == choice:
            analyses.keep(wanted, packed)


def _texts(library: Library, document: int, places: Sequence[Place]) -> list[str]:
    """The text of each portion; a paragraph is read once, neighbours together."""
    out: list[str] = []
    first = 0
    held: list[Paragraph] = []
    for index, portion in places:
        if not first <= index < first + len(held):
            last = max((i for i, _ in places if index <= i < index + PARAGRAPHS), default=index)
            first, held = index, library.paragraphs(document, index, last + 1)
        text = held[index - first].text
        start, end = bounds(text, portion)
        out.append(text[start:end])
    return out


def analyse_paragraphs(  # noqa: PLR0913, PLR0917 - what it works with, and on what
    library: Library,
    analyser: PackingAnalyser,
    analyses: Analyses,
    document: int,
    places: Sequence[Place],
    progress: Callable[[int, int], None],
) -> None:
    """Do :func:`analyse` for many portions; tells (portions done, all), which may raise."""
    for start in range(0, len(places), PARAGRAPHS):
        progress(start, len(places))
        analyse(library, analyser, analyses, document, places[start : start + PARAGRAPHS])


def complete(
    text: OpenText,
    analyser: Analyser,
    analyses: Analyses,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    paragraphs: Iterable[int] | None = None,
) -> None:
    """Analyse whatever of a text, or of some paragraphs, has no words yet.

    Tells (paragraphs done, all).
    """
    wanted = range(len(text.shape)) if paragraphs is None else paragraphs
    missing = text.unknown(wanted)
    for done, index in enumerate(missing, start=1):
        whole = text.paragraph(index).text
        cut = [whole[start:end] for start, end in portions(whole)]
        analyses.put(cut, analyser.annotate(cut))
        text.learn((index, portion) for portion in range(len(cut)))
        progress(done, len(missing))


class Backlog:
    """Which portions of a text may have no words yet: what is in sight comes first."""

    def __init__(self, shape: Shape) -> None:
        self._portions = Portions(shape)
        self._lengths = self._portions.spread()[1]
        self._asked = bytearray(len(self._portions))
        self._wanted: list[int] = []
        self._from = 0

    def want(self, places: Iterable[Place]) -> None:
        """These are in sight; the rest follows from there."""
        self._wanted = [self._portions.number(*place) for place in places]
        if self._wanted:
            self._from = self._wanted[0]

    def again(self, places: Iterable[Place]) -> None:
        """These were asked for in vain."""
        for place in places:
            self._asked[self._portions.number(*place)] = 0

    def take(self) -> list[Place]:
        """The next to analyse, none when everything has been asked for."""
        sight = [number for number in self._wanted if not self._asked[number]]
        numbers = self._filled(sight) or self._filled(self._following())
        for number in numbers:
            self._asked[number] = 1
        return [self._portions.locate(number) for number in numbers]

    def _following(self) -> Iterable[int]:
        """What was not asked for, from the place of reading on and then from the beginning."""
        for start, end in ((self._from, len(self._asked)), (0, self._from)):
            number = self._asked.find(0, start, end)
            while number >= 0:
                yield number
                number = self._asked.find(0, number + 1, end)

    def _filled(self, numbers: Iterable[int]) -> list[int]:
        """As many of ``numbers`` as are analysed at once."""
        batch: list[int] = []
        size = 0
        for number in numbers:
            size += self._lengths[number]
            if batch and (size > CHARACTERS or len(batch) == PARAGRAPHS):
                break
            batch.append(number)
        return batch
