"""Keeps the index of the library up to date, and says for which texts it can be trusted.

Characters are indexed as soon as a text is there, syllables once all of it has been analysed.
Nothing waits for that: what is not indexed, or no longer so, is searched by reading it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from reader.domain.portions import portions
from reader.domain.query import syllables_of
from reader.domain.script import is_han
from reader.services.session import AS_TERM, EVERYWHERE

if TYPE_CHECKING:
    from reader.domain.ports import Analyses, Library
    from reader.services.session import Overlaid
    from reader.storage.index.store import Kind, NewText, SearchIndex

_log = logging.getLogger(__name__)

_PAGE = 256
"""Paragraphs read at once."""

_CHANGED = 2000
"""Changed readings above which all syllables are indexed anew rather than looked up."""

Progress = Callable[[int, int], None]
"""Told (texts done, texts to do); may raise to stop."""


class Indexing:
    """The index of one library; ``index`` gives it when it is first needed."""

    def __init__(
        self,
        library: Library,
        analyses: Analyses,
        overlaid: Overlaid,
        index: Callable[[], SearchIndex],
    ) -> None:
        self._library = library
        self._analyses = analyses
        self._overlaid = overlaid
        self._index = index
        self._seen: tuple[object, frozenset[int]] | None = None

    @property
    def index(self) -> SearchIndex:
        """The index itself."""
        return self._index()

    def trusted(self, kind: Kind) -> frozenset[int]:
        """The texts that are indexed as they are now; none where there is no index to be had."""
        from reader.storage.index.store import IndexUnavailable  # noqa: PLC0415 - numpy

        try:
            current = _same(self.index.stamps(kind), self._states(kind))
            return current - self._touched(self.index) if kind == "syllables" else current
        except IndexUnavailable as fault:
            _log.info("searching without an index: %s", fault)
            return frozenset()

    def catch_up(self, progress: Progress = lambda _done, _all: None) -> None:
        """Index what is new or has changed, forget what is gone, tidy up.

        It may be stopped by ``progress`` at any time and goes on from there the next time. Without
        an index to be had nothing is done.
        """
        from reader.storage.index.store import IndexUnavailable  # noqa: PLC0415 - numpy

        try:
            self._do_catch_up(self.index, progress)
        except IndexUnavailable as fault:
            _log.warning("the search index cannot be made: %s", fault)

    def _do_catch_up(self, index: SearchIndex, progress: Progress) -> None:
        listed = {*index.stamps("characters"), *index.stamps("syllables")}
        if gone := listed - self._library.states().keys():
            index.drop(sorted(gone))
        self._catch_up(index, "characters", progress)
        touched = self._touched(index)
        index.hold_to(self._overlaid.readings(), sorted(touched))
        self._seen = None
        self._catch_up(index, "syllables", progress)

    def _catch_up(self, index: SearchIndex, kind: Kind, progress: Progress) -> None:
        states = self._states(kind)
        missing = states.keys() - _same(index.stamps(kind), states)
        texts = self._texts(kind, sorted(missing), states, progress)
        for _ in index.extend(kind, texts):
            while index.tidy(kind):
                pass

    def _states(self, kind: Kind) -> dict[int, bytes]:
        """The state in which each text is to be indexed."""
        states = self._library.states()
        if kind == "characters":
            return states
        made_by = self._analyses.made_by.encode()
        return {text: state + made_by for text, state in states.items()}

    def _texts(
        self, kind: Kind, wanted: Sequence[int], states: dict[int, bytes], progress: Progress
    ) -> Iterator[NewText]:
        from reader.storage.index.store import NewText  # noqa: PLC0415 - numpy

        for done, text in enumerate(wanted):
            progress(done, len(wanted))
            if kind == "characters":
                yield NewText(text, states[text], self._characters(text))
            elif self._analysed(text):
                yield NewText(text, states[text], self._syllables(text))

    def _pages(self, text: int) -> Iterator[tuple[int, list[str]]]:
        total = self._library.outline(text).total
        for start in range(0, total, _PAGE):
            yield start, self._library.written(text, start, min(start + _PAGE, total))

    def _characters(self, text: int) -> Iterator[str]:
        for _, page in self._pages(text):
            yield from page

    def _analysed(self, text: int) -> bool:
        """Whether all of a text has words; the end, which gets its last, is looked at first."""
        total = self._library.outline(text).total
        end = self._library.written(text, total - 1, total)
        pages = (page for _, page in self._pages(text))
        return not any(self._lacks_words(page) for page in chain([end], pages))

    def _lacks_words(self, page: Sequence[str]) -> bool:
        parts = [written[start:end] for written in page for start, end in portions(written)]
        return bool(self._analyses.missing([part for part in parts if part]))

    def _syllables(self, text: int) -> Iterator[Sequence[str]]:
        for first, page in self._pages(text):
            words = self._analyses.get(page)
            for number, (written, known) in enumerate(zip(page, words, strict=True), first):
                own = self._overlaid.words(known, written, text, number)
                syllables = [syllable for _, syllable in syllables_of(written, own or ())]
                yield syllables or [""] * len(written)

    def _touched(self, index: SearchIndex) -> frozenset[int]:
        """The texts whose readings the reader has changed since they were indexed."""
        state = self._overlaid.state
        if self._seen is None or self._seen[0] != state:
            self._seen = state, self._changed(index)
        return self._seen[1]

    def _changed(self, index: SearchIndex) -> frozenset[int]:
        before, now = index.readings(), self._overlaid.readings()
        changed = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
        if not changed:
            return frozenset()
        spoken = index.stamps("syllables").keys()
        if len(changed) > _CHANGED:
            return frozenset(spoken)
        # What cannot be looked up may hold any of it.
        touched = set(spoken - self.trusted("characters"))
        for where, form in changed:
            if where == EVERYWHERE:
                touched.update(index.characters(form).by_document())
            elif where == AS_TERM:
                touched.update(_holding_rarest(index, form) if form else spoken)
            else:
                touched.add(where)
        return frozenset(touched)


def _holding_rarest(index: SearchIndex, form: str) -> Iterable[int]:
    """The texts that hold the rarest character of a term.

    More may stand between its characters, quotation marks or words, than is known here.
    """
    found = [index.characters(char) for char in form if is_han(char)]
    return min(found, key=lambda one: one.total).by_document() if found else ()


def _same(one: Mapping[int, bytes], other: Mapping[int, bytes]) -> frozenset[int]:
    return frozenset(text for text, state in one.items() if other.get(text) == state)
