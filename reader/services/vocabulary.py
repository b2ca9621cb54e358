"""What the reader knows of words: what was said of each, and the levels of the HSK."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from reader.domain.errors import ReferenceMissing

if TYPE_CHECKING:
    from reader.domain.ports import Clock, KnownWords, Lexicon


class Vocabulary:
    """Answers at once, from memory: levels are looked up many at a time and kept.

    What was said of words is read at the first question. :meth:`say` may run in another
    thread.
    """

    def __init__(self, store: KnownWords, lexicon: Lexicon, clock: Clock) -> None:
        self._store = store
        self._lexicon = lexicon
        self._clock = clock
        self._said: dict[str, bool] | None = None
        self._levels: dict[str, int | None] = {}

    def prepare(self, words: Iterable[str]) -> None:
        """Look up the levels of many words at once.

        While there is no dictionary yet no word has a level; it is asked again later.
        """
        new = [word for word in words if word not in self._levels]
        if new:
            try:
                found = self._lexicon.levels(new)
            except ReferenceMissing:
                return
            self._levels.update((word, found.get(word)) for word in new)

    def forget_levels(self) -> None:
        """Look levels up anew: there is another dictionary."""
        self._levels.clear()

    def level(self, word: str) -> int | None:
        """HSK level of a word that was prepared (7 stands for 7-9), or ``None``."""
        return self._levels.get(word)

    def known(self, word: str) -> bool | None:
        """What the reader said about a word, or ``None``."""
        if self._said is None:
            self._said = self._store.all()
        return self._said.get(word)

    def say(self, states: Mapping[str, bool | None]) -> dict[str, bool | None]:
        """Store what the reader says of words (``None``: nothing); return what was said before.

        Durable when it returns, and from then on it counts.
        """
        before = self._store.say(states, self._clock())
        if self._said is not None:
            for word, known in states.items():
                if known is None:
                    self._said.pop(word, None)
                else:
                    self._said[word] = known
        return before
