"""Notes on words everywhere: where in a paragraph their words are written.

Found the way corrections are (``domain/overlay``): by what is written, the longest word first,
and not where only a piece of a known word is the same. Nothing is analysed for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.domain.overlay import NewWord, Overlay, Rule

if TYPE_CHECKING:
    from reader.domain.marks import Note
    from reader.domain.words import Word


class Everywhere:
    """Notes by their headwords. Never changes."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._notes: dict[str, list[Note]] = {}
        for note in notes:
            if note.word:
                self._notes.setdefault(note.word, []).append(note)
        self._overlay = Overlay(Rule((NewWord(word),)) for word in self._notes)

    def __bool__(self) -> bool:
        return bool(self._notes)

    def __iter__(self) -> Iterator[Note]:
        """All of them."""
        return (note for notes in self._notes.values() for note in notes)

    def on(self, word: str) -> list[Note]:
        """The notes on a word."""
        return self._notes.get(word, [])

    def places(self, words: tuple[Word, ...], text: str) -> list[tuple[int, int]]:
        """Where they are shown in a paragraph, given its words, in order."""
        if not words or not any(word in text for word in self._notes):
            return []
        return sorted({(site.start, site.end) for site in self._overlay.sites(words, text)})
