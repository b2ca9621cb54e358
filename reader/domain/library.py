"""What a library tells of its texts, and what a write to it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from reader.domain.marks import Anchor


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


class Held(NamedTuple):
    """Where something anchored was, and whether that was certain."""

    anchor: Anchor
    orphan: bool


class Followed(NamedTuple):
    """What became of the marks and corrections of a text that was given another version.

    ``before`` tells, by id, where those were that have changed; ``kept`` and ``lost`` count what
    had a place before and still has one, or has none now.
    """

    before: Mapping[str, Held]
    kept: int
    lost: int
