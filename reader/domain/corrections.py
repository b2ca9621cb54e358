"""Corrections of words and readings, as the reader makes and keeps them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from reader.domain.marks import Anchor
from reader.domain.overlay import NewWord, Rule
from reader.domain.script import count_han
from reader.domain.words import Word, WordKind


class Wanted(NamedTuple):
    """How something written is to be cut into words and read: everywhere, or at ``anchor``.

    ``document`` is the text of one that holds at a place; it is an ``orphan`` when the text has
    changed so that its place is not certain.
    """

    words: tuple[NewWord, ...]
    document: int | None = None
    anchor: Anchor | None = None
    orphan: bool = False

    @property
    def quote(self) -> str:
        """What is written there."""
        return "".join(word.text for word in self.words)

    @property
    def rule(self) -> Rule | None:
        """How it is applied; ``None`` where it has no place."""
        if self.anchor is None:
            return Rule(self.words)
        return None if self.orphan else Rule(self.words, self.document, self.anchor.span)


class Correction(NamedTuple):
    """What the reader wanted, as it is kept. ``created`` is aware, in UTC."""

    id: str
    wanted: Wanted
    created: datetime


class Change(NamedTuple):
    """Words that are to stand from ``start`` on instead of those that do."""

    start: int
    words: tuple[NewWord, ...]

    @property
    def end(self) -> int:
        """Where they end."""
        return self.start + sum(len(word.text) for word in self.words)


def changes(old: Sequence[Word], new: Iterable[NewWord]) -> list[Change]:
    """What differs between the words there are and those wanted for the same characters.

    ``old`` are neighbours in a paragraph, and ``new`` covers exactly what they do. Each change
    runs from one boundary that both have to another, and is as short as can be. A reading that
    was doubtful is changed by giving it, too.
    """
    found: list[Change] = []
    before, at = list(old), old[0].start if old else 0
    group: list[NewWord] = []
    start = at
    for word in new:
        group.append(word)
        at += len(word.text)
        there = [w for w in before if w.end <= at]
        if there and there[-1].end == at:
            before = before[len(there) :]
            if len(there) != 1 or len(group) != 1 or _is_news(there[0], group[0].syllables):
                found.append(Change(start, tuple(group)))
            group, start = [], at
    return found


def _is_news(word: Word, syllables: tuple[str, ...]) -> bool:
    """Whether a reading tells more of a word than is known."""
    return bool(syllables) and (syllables != word.syllables or not word.sure)


def is_correctable(word: Word, text: str) -> bool:
    """Whether a word has anything to cut or to read."""
    return word.kind is not WordKind.PUNCTUATION and count_han(text[word.start : word.end]) > 0
