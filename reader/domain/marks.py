"""The reader's marks and how they hold on to the text.

An anchor is a position *and* the quoted text with what stands before and after it. A
mark that cannot be placed without doubt (see :mod:`reader.domain.anchoring`) is an orphan.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.domain.places import Span

CONTEXT = 24
"""Code points of context kept on each side of a quote."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a mark belongs: a span and the words that were there when it was made."""

    span: Span
    quote: str
    before: str
    after: str


class Kind(StrEnum):
    """What a mark is."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


class Scope(StrEnum):
    """How much of a text a note is about. Its anchor is where it was written.

    ``SPAN`` is what was selected: a character, a word, any passage.
    """

    SPAN = "span"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    TEXT = "text"
    EVERYWHERE = "everywhere"


PLACELESS = frozenset({Scope.TEXT, Scope.EVERYWHERE})
"""Scopes that need no place: such a note is never an orphan."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place. Times are aware, in UTC.

    ``rank`` is the place the reader gave it among the bookmarks of its text, 0 for none: those
    come in reading order, before the others.
    """

    id: str
    document: int
    anchor: Anchor
    name: str
    created: datetime
    changed: datetime
    orphan: bool = False
    tags: tuple[str, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A person's own words, in Markdown. Times are aware, in UTC.

    ``word`` is the headword of a note with the scope ``EVERYWHERE``, shown wherever that is
    written; ``document`` and ``anchor`` are then the place where it was written.
    """

    id: str
    document: int
    anchor: Anchor
    text: str
    tags: tuple[str, ...]
    created: datetime
    changed: datetime
    orphan: bool = False
    scope: Scope = Scope.SPAN
    word: str = ""


class Colour(StrEnum):
    """The colours of highlights; what each looks like is the theme's affair."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage marked in a colour. Times are aware, in UTC."""

    id: str
    document: int
    anchor: Anchor
    colour: Colour
    created: datetime
    changed: datetime
    orphan: bool = False
    tags: tuple[str, ...] = ()


Mark = Bookmark | Highlight | Note


def anchor_at(text: str, span: Span) -> Anchor:
    """Make the anchor of ``span`` in the paragraph ``text``."""
    return Anchor(
        span,
        text[span.start : span.end],
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )
