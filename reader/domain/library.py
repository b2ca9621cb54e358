"""What a library tells of its texts, and what a write to it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class Changes(NamedTuple):
    """What a write changed, so that only those views refresh."""

    library: bool = False
    text: bool = False
    bookmarks: bool = False
    notes: bool = False
    highlights: bool = False
    words: bool = False


class Card(NamedTuple):
    """One text of the library as a list shows it."""

    id: int
    title: str
    sections: int
    characters: int
    repairs: int
    sha256: str
    added: datetime
