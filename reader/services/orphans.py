"""Where a mark that has lost its place might belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.domain.guesses import guesses
from reader.domain.likeness import Likeness
from reader.domain.marks import CONTEXT, Anchor, anchor_at
from reader.language.variants import variants

if TYPE_CHECKING:
    from reader.domain.marks import Mark
    from reader.domain.ports import Library


class Choice(NamedTuple):
    """A place for a person to look at: what stands there, and how alike it is, 0 to 1."""

    anchor: Anchor
    score: float


class Orphans:
    """Finds places that resemble the one that a mark has lost."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def choices(self, mark: Mark) -> list[Choice]:
        """Places in its text that are most like the one a mark had. May take a second."""
        total = self._library.outline(mark.document).total
        texts = [each.text for each in self._library.paragraphs(mark.document, 0, total)]
        found = guesses(mark.anchor, texts, Likeness(variants()))
        return [
            Choice(anchor_at(texts[guess.span.paragraph], guess.span), guess.score)
            for guess in found
        ]


def shown(anchor: Anchor) -> tuple[str, tuple[int, int]]:
    """An anchor as one line, and which range of it is the quote; a very long one is cut."""
    quote = anchor.quote if len(anchor.quote) <= 3 * CONTEXT else anchor.quote[: 3 * CONTEXT] + "…"
    before = ("…" if len(anchor.before) == CONTEXT else "") + anchor.before
    after = anchor.after + ("…" if len(anchor.after) == CONTEXT else "")
    line = (before + quote + after).replace("\n", " ")
    return line, (len(before), len(before) + len(quote))
