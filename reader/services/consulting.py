"""A reader's way through the dictionary in one card: words within words, shorter, longer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.domain.errors import ReferenceMissing
from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.services import candidates
from reader.services.lookup import Explanation, Lookup, read_aloud

if TYPE_CHECKING:
    from reader.domain.glossary import Term

Notes = Callable[[str, "Span | None"], tuple[str, ...]]
"""The reader's notes on what is written, and on the place it is read at if it is in the text."""

_LONGEST_TRAIL = 100


class Stop:
    """A word that is shown: ``word`` of the text ``around``, the character ``at`` in it.

    ``words`` are the stored ones of that text; ``paragraph`` is its document-wide index, or
    ``None`` for a word that stands in the card itself. ``walk`` are the words that hold the
    character, longest first, once they have been asked for.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - it keeps them together
        self,
        around: str,
        at: int,
        word: Word,
        words: Sequence[Word] = (),
        paragraph: int | None = None,
        explanation: Explanation | None = None,
    ) -> None:
        self.around = around
        self.at = at
        self.word = word
        self.words = words
        self.paragraph = paragraph
        self.explanation = explanation or Explanation("", ())
        self.walk: list[Word] | None = None

    @property
    def written(self) -> str:
        """The word as it is written."""
        return self.around[self.word.start : self.word.end]

    @property
    def span(self) -> Span | None:
        """Its place in the open text."""
        if self.paragraph is None:
            return None
        return Span(self.paragraph, self.word.start, self.word.end)


class Consultation:
    """Knows the word shown, those before and after it, and its shorter and longer neighbours.

    While the dictionary is missing, explanations are not ``ready`` and hold the reading alone.
    """

    def __init__(self, lookup: Callable[[], Lookup], notes: Notes) -> None:
        self._lookup = lookup
        self._notes = notes
        self._trail: list[Stop] = []
        self._place = -1

    @property
    def stop(self) -> Stop | None:
        """What is shown, ``None`` before the first word."""
        return self._trail[self._place] if self._trail else None

    # --- opening ----------------------------------------------------------------

    def begin(self, paragraph: int, text: str, at: int, words: Sequence[Word]) -> bool:
        """Look up the word at ``at`` of a paragraph; tell whether there is one to explain.

        Where no word is stored (not analysed yet) the longest one that is known is taken.
        """
        index = bisect_right(words, at, key=lambda word: word.start) - 1
        word = words[index] if index >= 0 and at < words[index].end else None
        if word is None:
            word = next(iter(self._around(text, at, ())), None)
        if word is None or not (word.syllables or word.spoken or word.term):
            return False
        self._begin(Stop(text, at, word, words, paragraph))
        return True

    def begin_term(self, term: Term) -> None:
        """Look up a term that was chosen in the glossary."""
        word = Word(0, len(term.headword), WordKind.TERM, term.syllables, term=term.id)
        self._begin(Stop(term.headword, 0, word))

    def copy(self, other: Consultation) -> None:
        """Go on where another card stands."""
        self._trail = list(other._trail)
        self._place = other._place

    def open(self, around: str, start: int, end: int, syllables: tuple[str, ...] = ()) -> None:
        """Open a word that stands in the card, read as ``syllables`` if they are given."""
        try:
            word = self._lookup().word(around[start:end], syllables)
        except ReferenceMissing:
            word = Word(0, end - start, WordKind.WORD, syllables)
        placed = Word(start, end, word.kind, word.syllables, word.source, True, word.term)
        stop = Stop(around, start, placed)
        current = self.stop
        if current is not None and self._same(current, stop):
            return
        self._explain(stop)
        self._trail = [*self._trail[: self._place + 1], stop][-_LONGEST_TRAIL:]
        self._place = len(self._trail) - 1

    def _begin(self, stop: Stop) -> None:
        self._explain(stop)
        self._trail, self._place = [stop], 0

    @staticmethod
    def _same(one: Stop, other: Stop) -> bool:
        return (one.written, one.word.syllables) == (other.written, other.word.syllables)

    # --- back and forward -------------------------------------------------------

    @property
    def can_go_back(self) -> bool:
        """Whether another word was shown before."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether the reader has gone back."""
        return self._place < len(self._trail) - 1

    def go(self, direction: int) -> bool:
        """Go back (-1) or forward (1) to a word shown before; tell whether there is one."""
        if not (self.can_go_back if direction < 0 else self.can_go_forward):
            return False
        self._place += direction
        return True

    def renew(self) -> None:
        """Explain the word again: a note was written, the dictionary has become ready."""
        if self.stop is not None:
            self._explain(self.stop)

    # --- shorter and longer -----------------------------------------------------

    @property
    def reach(self) -> tuple[bool, bool]:
        """Whether there is a shorter word, and a longer one."""
        walk, index = self._walk()
        return index < len(walk) - 1, index > 0

    def step(self, direction: int) -> bool:
        """Show the next shorter (1) or longer (-1) word around the character."""
        walk, index = self._walk()
        stop = self.stop
        if stop is None or not 0 <= index + direction < len(walk):
            return False
        stop.word = walk[index + direction]
        self._explain(stop)
        return True

    def _walk(self) -> tuple[list[Word], int]:
        stop = self.stop
        if stop is None:
            return [], 0
        if stop.walk is None:
            walk = self._around(stop.around, stop.at, stop.words)
            spans = [(word.start, word.end) for word in walk]
            if (stop.word.start, stop.word.end) not in spans:
                walk = sorted([*walk, stop.word], key=lambda w: (w.start - w.end, w.start))
            stop.walk = walk
        spans = [(word.start, word.end) for word in stop.walk]
        return stop.walk, spans.index((stop.word.start, stop.word.end))

    def _around(self, text: str, at: int, words: Sequence[Word]) -> list[Word]:
        try:
            return candidates.around(self._lookup(), text, at, words)
        except ReferenceMissing:
            return []

    def _explain(self, stop: Stop) -> None:
        written, word = stop.written, stop.word
        notes = self._notes(written, stop.span)
        try:
            stop.explanation = self._lookup().explain(written, word, notes)
        except ReferenceMissing:
            stop.explanation = Explanation(
                written,
                word.syllables,
                word.sure,
                notes=notes,
                ready=False,
                spoken=read_aloud(word),
            )
