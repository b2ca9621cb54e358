"""Search as one types: over the open text, all notes and the glossary."""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.places import Span
from reader.domain.query import parse
from reader.services.search import Hit
from reader.ui.article.decorations import Layer, Ranges, by_paragraph
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

_SHOWN = 2000
"""Most hits a list shows; the count is exact in any case."""


class _Found(NamedTuple):
    """What a search has found: places in the text, the same by paragraph, rows of the list."""

    places: list[Span]
    ranges: dict[int, Ranges[None]]
    listed: list[Hit]
    total: int


class Finding(QObject):
    """Runs searches in the background; ``found`` carries hits and the exact total."""

    found = Signal(list, int)
    emptied = Signal()
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, reading: Reading, view: ArticleView) -> None:
        super().__init__(view)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._view = view
        self._round = 0
        self._places: list[Span] = []
        self._current = -1
        self._typed = ""
        reading.opened.connect(self.again)

    def search(self, typed: str) -> None:
        """Search; an earlier search that has not ended yet is forgotten."""
        self._round += 1
        this_round = self._round
        self._typed = typed
        query, text = parse(typed), self._reading.text
        if not query or text is None:
            self._show([], {})
            self.emptied.emit()
            return
        search, document = self._program.search, text.id

        def work() -> _Found:
            hits = list(search.in_text(query, document))
            others = [*search.in_notes(query), *search.in_terms(query)]
            listed = [*islice(hits, _SHOWN), *others]
            places = _places(hits)
            return _Found(places, _ranges(places), listed, len(hits) + len(others))

        def done(result: _Found) -> None:
            if this_round == self._round:
                self._show(result.places, result.ranges)
                self.found.emit(result.listed, result.total)

        self._tasks.read(work, done, self.troubled.emit)

    def again(self) -> None:
        """Search anew, for the text or what is known of it has changed."""
        if self._typed:
            self.search(self._typed)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit in the text, round and round."""
        if self._places:
            self._current = (self._current + direction) % len(self._places)
            self._light(self._places[self._current], passing=True)

    def go_to(self, hit: Hit) -> None:
        """Go to the place of a hit in the open text."""
        if hit.paragraph is None:
            return
        span = Span(hit.paragraph, hit.start, hit.end)
        if span in self._places:
            self._current = self._places.index(span)
        self._light(span)

    def _light(self, span: Span, *, passing: bool = False) -> None:
        self._view.decorations.set_ranges(Layer.CURRENT_HIT, [span])
        self._view.go_to(span, passing=passing)

    def _show(self, places: list[Span], ranges: dict[int, Ranges[None]]) -> None:
        self._places = places
        self._current = -1
        self._view.decorations.ranges[Layer.HIT] = ranges
        self._view.decorations.set_ranges(Layer.CURRENT_HIT, [])
        self._view.decorate()


def _places(hits: Iterable[Hit]) -> list[Span]:
    return [Span(hit.paragraph, hit.start, hit.end) for hit in hits if hit.paragraph is not None]


def _ranges(places: Iterable[Span]) -> dict[int, Ranges[None]]:
    return by_paragraph((place, None) for place in places)
