"""The reader's marks and how they hold on to the text.

An anchor is a position *and* the quoted text with what stands before and after it. A
mark is placed where quote and context agree without doubt, or it is an orphan: never
in a wrong place (rule and thresholds: measured in the project's reliability notes).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.domain.places import Span

CONTEXT = 24
"""Code points of context kept on each side of a quote."""

_SCORE = 0.6
_MARGIN = 0.1
_NEAREST = 3
"""Code points beside a quote of which one side must be unchanged."""


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


def place(
    anchor: Anchor, paragraphs: Sequence[str], old: Sequence[str] | None = None
) -> Span | None:
    """Find where ``anchor`` stands in ``paragraphs``, or ``None`` if that is not certain.

    The old position is taken when the quote is still there in the same surroundings.
    Otherwise every place that holds the quote is scored by its context. With ``old``, the
    paragraphs the anchor was true of, the place found must in turn resemble the anchor's own
    place there most: a sentence of the same words elsewhere resembles its own.
    """
    if _holds(anchor, paragraphs):
        return anchor.span
    if not anchor.quote.strip():
        return None
    found = _most_alike(anchor, paragraphs)
    if found is None or old is None or not _holds(anchor, old):
        return found
    there = anchor_at(paragraphs[found.paragraph], found)
    return found if _most_alike(there, old) == anchor.span else None


def moved(
    anchor: Anchor, paragraphs: Sequence[str], old: Sequence[str] | None = None
) -> Anchor | None:
    """The same anchor at its place in ``paragraphs``, or ``None`` for an orphan."""
    span = place(anchor, paragraphs, old)
    return None if span is None else anchor_at(paragraphs[span.paragraph], span)


def _holds(anchor: Anchor, paragraphs: Sequence[str]) -> bool:
    """Whether an anchor is exactly what stands at its span."""
    span = anchor.span
    return (
        span.paragraph < len(paragraphs) and anchor_at(paragraphs[span.paragraph], span) == anchor
    )


def _most_alike(anchor: Anchor, paragraphs: Sequence[str]) -> Span | None:
    """The place of the quote whose surroundings are most alike, without a close second."""
    found: list[tuple[float, Span]] = []
    for index, text in enumerate(paragraphs):
        at = text.find(anchor.quote)
        while at >= 0:
            candidate = Span(index, at, at + len(anchor.quote))
            found.append((_similarity(anchor, anchor_at(text, candidate)), candidate))
            at = text.find(anchor.quote, at + 1)
    found.sort(key=lambda item: -item[0])
    if not found or found[0][0] < _SCORE:
        return None
    if len(found) > 1 and found[0][0] - found[1][0] < _MARGIN:
        return None
    return found[0][1]


def _touches(wanted: Anchor, found: Anchor) -> bool:
    """Whether what stood right before or right after the quote still does."""
    before, after = wanted.before[-_NEAREST:], wanted.after[:_NEAREST]
    return bool(
        (before and found.before.endswith(before)) or (after and found.after.startswith(after))
    )


def _similarity(wanted: Anchor, found: Anchor) -> float:
    """How alike two surroundings are, 0 to 1; a longer remembered side weighs more."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a mark out of place needs it

    sides = [(wanted.before, found.before), (wanted.after, found.after)]
    total = sum(len(old) for old, _ in sides)
    if total and not _touches(wanted, found):
        return 0.0
    if total == 0:
        # The quote was a whole paragraph: inside another one, a short one is anybody's.
        if not any(new for _, new in sides):
            return 1.0
        return _SCORE if len(wanted.quote) >= CONTEXT else 0.0
    score = 0.0
    for old, new in sides:
        if old:
            matcher = SequenceMatcher(None, old, new, autojunk=False)
            score += len(old) * matcher.ratio()
    return score / total
