"""What passes between the steps of the analysis."""

from __future__ import annotations

from typing import NamedTuple

from reader.domain.words import WordKind

# Classes of words, as bits.
COMMON = 1
"""CC-CEDICT has it as a word that is no name."""
PERSON = 2
PLACE = 4
ORGANISATION = 8
PROPER = 16
"""A name of anything else: a people, a work, a brand."""
WHOLE = 32
"""Neighbours may be put together to it."""
KNOWN = 64
"""Every word of the lexicon has this one."""
BY_HAND = 128
"""Put down by hand as one word: no guard holds it back."""
NAMED = PERSON | PLACE | ORGANISATION | PROPER


class Piece(NamedTuple):
    """A cut of the text; ``parts`` are the shorter words it was put together from, if any.

    ``classes`` are what the lexicon knows of it, as bits (0: nothing, or not asked).
    """

    text: str
    kind: WordKind
    term: str | None = None
    parts: tuple[Piece, ...] = ()
    classes: int = 0
