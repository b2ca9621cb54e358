"""Searching in a process of its own: reading and indexing millions of characters takes time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.services.companion import Companion, Make

if TYPE_CHECKING:
    from reader.services.indexing import Indexing
    from reader.services.search import Hit, Results, Search


class Request(NamedTuple):
    """What was typed, the text that is open, and how many hits are wanted at first."""

    typed: str
    document: int | None
    most: int


class Answer(NamedTuple):
    """What was found.

    ``counts`` has the number, the title and the places of each text, the open one first.
    ``here`` are all places in the open text: paragraph, first character and end of each.
    ``hits`` are the first of all, titles before texts, then notes, terms, the dictionary.
    """

    total: int
    counts: tuple[tuple[int, str, int], ...]
    here: array[int]
    hits: tuple[Hit, ...]


class Progress(NamedTuple):
    """Whether the index is being made, and how many texts of how many are done."""

    working: bool
    done: int = 0
    all: int = 0


class Searcher:
    """Searches in another process. Every method may raise CompanionFailed."""

    def __init__(self, make: Make, *arguments: object) -> None:
        self._companion = Companion("xidu-search", make, *arguments)

    def search(self, request: Request) -> Answer:
        """Find everything; the first hits come with the answer."""
        return Answer(*self._companion.ask("search", request))

    def more(self, request: Request, start: int, end: int) -> list[Hit]:
        """Hits ``start`` to ``end`` of the same request."""
        return list(self._companion.ask("more", (request, start, end)))

    def index(self) -> Progress:
        """Begin to bring the index up to date, unless that goes on already; tell how far it is."""
        return Progress(*self._companion.ask("index"))

    def progress(self) -> Progress:
        """How far indexing is."""
        return Progress(*self._companion.ask("progress"))

    def renew(self) -> None:
        """The reader's terms or corrections have changed."""
        self._companion.ask("renew")

    def rest(self) -> None:
        """End the process; the next task starts another."""
        self._companion.rest()

    def close(self) -> None:
        """End the process for good."""
        self._companion.close()


class SearchWork:
    """What the process does."""

    def __init__(self, search: Search, indexing: Indexing, renew: Callable[[], object]) -> None:
        self._search = search
        self._indexing = indexing
        self._renew = renew
        self._request: Request | None = None
        self._results: Results | None = None
        self._listed: list[Hit] = []
        self._rest: Iterator[Hit] = iter(())
        self._thread: Thread | None = None
        self._again = False
        self._counted = (0, 0)

    def __call__(self, task: str, payload: Any) -> object:
        """Answer a task."""
        tasks: dict[str, Callable[[], object]] = {
            "search": lambda: self._answer(Request(*payload)),
            "more": lambda: self._more(*payload),
            "index": self._index,
            "progress": self._progress,
            "renew": self._renewed,
        }
        return tasks[task]()

    def _answer(self, request: Request) -> Answer:
        results = self._run(request)
        places = results.places
        here = array("I")
        counts: tuple[tuple[int, str, int], ...] = ()
        if places is not None:
            if request.document is not None:
                for place in places.ranges(request.document):
                    here.extend(place)
            counts = tuple(
                (text, results.titles.get(text, ""), count) for text, count in places.counts.items()
            )
        return Answer(results.total, counts, here, tuple(self._hits(0, request.most)))

    def _run(self, request: Request) -> Results:
        results = self._search.everywhere(request.typed, first=request.document)
        self._request, self._results = request, results
        self._listed, self._rest = [], iter(results)
        return results

    def _more(self, request: Request, start: int, end: int) -> list[Hit]:
        request = Request(*request)
        if request != self._request:
            self._run(request)
        return self._hits(start, end)

    def _hits(self, start: int, end: int) -> list[Hit]:
        self._listed += islice(self._rest, max(0, end - len(self._listed)))
        return self._listed[start:end]

    def _renewed(self) -> None:
        self._request = None
        self._renew()

    def _index(self) -> Progress:
        self._again = True
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._catch_up, daemon=True)
            self._thread.start()
        return self._progress()

    def _catch_up(self) -> None:
        while self._again:
            self._again = False
            self._indexing.catch_up(self._count)

    def _count(self, done: int, all_: int) -> None:
        self._counted = done, all_

    def _progress(self) -> Progress:
        working = self._thread is not None and self._thread.is_alive()
        return Progress(working, *self._counted)
