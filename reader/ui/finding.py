"""Search as one types: over all texts, notes, the glossary and the dictionary."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.app import Program
from reader.domain.places import Span
from reader.services.search import Hit
from reader.services.searcher import Answer, Request
from reader.ui.article.decorations import Layer, Ranges, by_paragraph
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

_AT_FIRST = 200
"""Hits that are listed at first; others follow as one scrolls."""


class _Found(NamedTuple):
    """What a search has found, and the places in the open text, in order and by paragraph."""

    answer: Answer
    places: list[Span]
    ranges: dict[int, Ranges[None]]


class Finding(QObject):
    """Runs searches in the background; ``found`` carries an Answer, ``added`` more hits of it."""

    found = Signal(object)
    added = Signal(list)
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
        self._request: Request | None = None
        self._lit: Span | None = None
        reading.opened.connect(self.again)

    def search(self, typed: str) -> None:
        """Search; an earlier search that has not ended yet is forgotten."""
        self._round += 1
        this_round = self._round
        if typed != self._typed:
            self._lit = None
        self._typed = typed
        if not typed.strip():
            self._request = None
            self._show([], {})
            self.emptied.emit()
            return
        text = self._reading.text
        request = self._request = Request(typed, None if text is None else text.id, _AT_FIRST)
        searcher = self._program.searcher

        def work() -> _Found | None:
            if this_round != self._round:
                return None
            answer = searcher.search(request)
            places = _spans(answer.here)
            return _Found(answer, places, by_paragraph((place, None) for place in places))

        def done(result: _Found | None) -> None:
            if result is not None and this_round == self._round:
                self._show(result.places, result.ranges)
                self.found.emit(result.answer)

        self._tasks.read(work, done, self.troubled.emit)

    def more(self, start: int) -> None:
        """Fetch hits of the same search from ``start`` on."""
        request, this_round = self._request, self._round
        if request is None:
            return
        searcher = self._program.searcher

        def done(hits: list[Hit]) -> None:
            if this_round == self._round:
                self.added.emit(hits)

        self._tasks.read(
            lambda: searcher.more(request, start, start + _AT_FIRST), done, self.troubled.emit
        )

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
        self._find_current(span)
        self._light(span)

    def _light(self, span: Span, *, passing: bool = False) -> None:
        self._lit = span
        self._view.decorations.set_ranges(Layer.CURRENT_HIT, [span])
        self._view.go_to(span, passing=passing)

    def _find_current(self, span: Span | None) -> None:
        at = -1 if span is None else bisect_left(self._places, span)
        found = 0 <= at < len(self._places) and self._places[at] == span
        self._current = at if found else -1

    def _show(self, places: list[Span], ranges: dict[int, Ranges[None]]) -> None:
        self._places = places
        # A hit that was gone to stays lit when the same is searched in the text it led to.
        self._find_current(self._lit)
        self._view.decorations.ranges[Layer.HIT] = ranges
        lit = [self._places[self._current]] if self._current >= 0 else []
        self._view.decorations.set_ranges(Layer.CURRENT_HIT, lit)
        self._view.decorate()


def _spans(numbers: "array[int]") -> list[Span]:
    """Places from paragraph, first character, end, one after the other."""
    each: Iterable[int] = iter(numbers)
    return [Span(*place) for place in zip(each, each, each, strict=True)]
