"""Where the marks of a text belong in another version of it: never in a wrong place.

A mark is followed by what is known of every character (:mod:`reader.domain.versions`), and the
quote must still be there. One that cannot be followed, because its passage was moved, or is back
after it was gone, is looked for by its words: the exact quote, surroundings that are alike by 0.6
and by 0.1 more than at any other place, and only where the old version has nothing of its own. What
has no place by these rules is an orphan and keeps its words (thresholds: measured in the project's
reliability notes; a looser match took a sentence of nearly the same words for one that was gone).
"""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cached_property

from reader.domain.likeness import Likeness
from reader.domain.marks import CONTEXT, Anchor, anchor_at
from reader.domain.places import Span
from reader.domain.versions import Following, Pages, SourceMap, Version

_SCORE = 0.6
_MARGIN = 0.1
_NEAREST = 3
"""Characters beside a quote of which one side must be unchanged."""

_PARAGRAPH = 12
"""Characters of a whole paragraph that is known again by itself, wherever it stands."""

_LONG_QUOTE = 8
"""Characters of a quote that seldom stands twice by chance."""

_MOST_CANDIDATES = 200
"""Places that are compared; a quote that stands at more of them is not looked for."""


_REACH = 2 * CONTEXT
"""Characters around a place that are compared where more is known than the anchor remembers."""


_LEAST_PART = 4
"""Characters of the beginning of a quote that may stand for the whole where it is cut in two."""


class _State(Enum):
    """What is known of where a mark was."""

    PLACED = 1  # its words stand where it says
    ORPHAN = 2  # it had no place already
    UNKNOWN = 3  # what it was made on is not there, or is damaged


class Anchoring:
    """Finds the new place of anchors of one text."""

    def __init__(self, following: Following) -> None:
        self._following = following
        self._old = following.old
        self._new = following.new
        self._alike = following.likeness
        self._search = Searching(following.new, self._alike)
        self._search_old = Searching(Pages([following.sources.old]), self._alike)

    def moved(self, anchor: Anchor, *, orphan: bool = False) -> Anchor | None:
        """The anchor at its place in the new version, or ``None`` where that is not certain.

        Its quote is what stands there now. A quote that now runs over the end of its
        paragraph is kept whole, and the span is its beginning.
        """
        state = _State.ORPHAN if orphan else self._state(anchor)
        found: Anchor | None = None
        if state is _State.PLACED:
            found = self._followed(anchor)
        elif state is _State.ORPHAN:
            found = self._returned(anchor)
        elif holds(anchor, self._new.texts):
            return anchor
        return found or self._searched(anchor, state)

    def _state(self, anchor: Anchor) -> _State:
        span, texts = anchor.span, self._old.texts
        if not 0 <= span.paragraph < len(texts):
            return _State.UNKNOWN
        here = texts[span.paragraph][span.start : span.end]
        if span.end - span.start != len(here):
            return _State.UNKNOWN
        if here == anchor.quote or (here and self._begins(anchor.quote, here)):
            return _State.PLACED
        return _State.UNKNOWN

    def _begins(self, quote: str, here: str) -> bool:
        part = self._alike(here)
        return bool(part) and self._alike(quote).startswith(part)

    # --- following --------------------------------------------------------------

    def _followed(self, anchor: Anchor) -> Anchor | None:
        base = self._old.start(anchor.span.paragraph)
        start, end = base + anchor.span.start, base + anchor.span.end
        if start == end:
            return self._point(anchor, start)
        pieces = list(self._following.over(start, end))
        if not pieces:
            return None
        here = self._old.texts[anchor.span.paragraph][anchor.span.start : anchor.span.end]
        first, last = pieces[0], pieces[-1]
        lead, rest = here[: first.old - start], here[last.old + last.length - start :]
        begin, stop = first.new, last.new + last.length
        # White space is not followed: it belongs to the mark where it is still there.
        if lead.strip() or self._text_of(begin - len(lead), begin) == lead:
            begin -= len(lead)
        if rest.strip() or self._text_of(stop, stop + len(rest)) == rest:
            stop += len(rest)
        span = self._span(begin, stop)
        known = sum(one.length for one in pieces)
        # Of a repeated word at an edge nobody knows which it is; most must be known.
        if not self._following.exact and 2 * known <= len(self._alike(here)):
            return None
        if span is not None and self._alike(self._text(span)) == self._alike(here):
            return self._grown(anchor, self._anchored(span))
        there = "".join(self._text_of(one.new, one.new + one.length) for one in pieces)
        if self._alike(there) != self._alike(anchor.quote):
            return None
        return self._parted(anchor, begin)

    def _point(self, anchor: Anchor, at: int) -> Anchor | None:
        """A place between two characters: before the one that followed, or else after the other."""
        paragraph, offset = anchor.span.paragraph, anchor.span.start
        text = self._old.texts[paragraph]
        ahead = len(text[offset:]) - len(text[offset:].lstrip())
        found = next(self._following.over(at, at + ahead + 1), None) if text[offset:] else None
        place = found.new if found else None
        if place is None and offset:
            behind = len(text[:offset]) - len(text[:offset].rstrip())
            matches = list(self._following.over(at - min(offset, behind + 1), at))
            place = matches[-1].new + matches[-1].length if matches else None
            if place is not None:
                paragraph, offset = self._new.locate(place - 1)
                return self._anchored(Span(paragraph, offset + 1, offset + 1))
        if place is None:
            return None
        paragraph, offset = self._new.locate(place)
        return self._anchored(Span(paragraph, offset, offset))

    def _grown(self, anchor: Anchor, found: Anchor) -> Anchor:
        """The place of all of a quote of which only the beginning was in its paragraph."""
        wanted, span = self._alike(anchor.quote), found.span
        if wanted == self._alike(found.quote):
            return found
        rest = self._alike.folded(self._new.texts[span.paragraph][span.start :])
        if not rest.text.startswith(wanted):
            return Anchor(span, anchor.quote, found.before, "")
        return self._anchored(span._replace(end=span.start + rest.original(len(wanted) - 1) + 1))

    def _parted(self, anchor: Anchor, begin: int) -> Anchor | None:
        """The beginning of a quote that now runs over the end of a paragraph."""
        if not 0 <= begin < self._new.total:
            return None
        paragraph, start = self._new.locate(begin)
        text = self._new.texts[paragraph]
        part = self._alike(text[start:])
        wanted = self._alike(anchor.quote)
        if len(part) >= len(wanted) or not wanted.startswith(part):
            return None
        if len(part) < _LEAST_PART and 2 * len(part) <= len(wanted):
            return None
        span = Span(paragraph, start, len(text.rstrip()))
        return Anchor(span, anchor.quote, anchor_at(text, span).before, "")

    def _span(self, begin: int, stop: int) -> Span | None:
        """A range of the new version, if it lies in one paragraph."""
        if not 0 <= begin < stop <= self._new.total:
            return None
        paragraph, start = self._new.locate(begin)
        end = start + stop - begin
        return Span(paragraph, start, end) if end <= len(self._new.texts[paragraph]) else None

    def _text(self, span: Span) -> str:
        return self._new.texts[span.paragraph][span.start : span.end]

    def _text_of(self, begin: int, stop: int) -> str:
        """A range of the new version across paragraphs."""
        return self._new.around(begin, begin, stop - begin)[1]

    def _anchored(self, span: Span) -> Anchor:
        return anchor_at(self._new.texts[span.paragraph], span)

    # --- looking for ------------------------------------------------------------

    def _returned(self, anchor: Anchor) -> Anchor | None:
        """An orphan whose page is mended again as it was when it had its place."""
        if not (self._following.exact and anchor.quote and holds(anchor, self._new.texts)):
            return None
        base = self._new.start(anchor.span.paragraph)
        shown = base + anchor.span.start, base + anchor.span.end
        return anchor if self._following.is_newly_shown(*shown) else None

    def _searched(self, anchor: Anchor, state: _State) -> Anchor | None:
        before, after = anchor.before, anchor.after
        if state is _State.PLACED:
            own = self._own_source(anchor)
            if own is not None and not self._following.is_lost(own.start, own.end):
                return None  # it is there, and changed, or hidden because it was printed twice
            if before or after or len(anchor.quote) < _PARAGRAPH:
                base = self._old.start(anchor.span.paragraph)
                start, end = base + anchor.span.start, base + anchor.span.end
                before, after = self._old.around(start, end, _REACH)
        span = self._search.only(anchor.quote, before, after)
        if span is None or not self._is_its(anchor, span, state):
            return None
        return self._anchored(span)

    def _is_its(self, anchor: Anchor, span: Span, state: _State) -> bool:
        """Whether a place found is new, and resembles none in the old version but the mark's own.

        Of two alike sentences one may be gone, and what is left changed so much that neither
        could be followed.
        """
        if state is _State.UNKNOWN:
            return True
        base = self._new.start(span.paragraph)
        begin, stop = base + span.start, base + span.end
        placed = state is _State.PLACED
        if placed and not self._following.is_new(begin, stop):
            return False
        around = self._new.around(begin, stop, _REACH)
        alike = self._search_old.ranked(anchor.quote, *around)
        # Also what is like the place the mark had, whatever has changed around the one found.
        twins = self._search_old.ranked(anchor.quote, anchor.before, anchor.after)
        # A long quote has a twin wherever it stands, whatever is around.
        long = len(self._alike(anchor.quote)) >= _LONG_QUOTE
        others = self._search_old.ranked(anchor.quote, "", "") if long else []
        if alike is None or twins is None or others is None:
            return False
        own = self._own_source(anchor) if placed else None
        mine = rival = 0.0
        for score, there in (*alike, *((0.0, there) for _, there in (*twins, *others))):
            if own is not None and _overlap(there, own):
                mine = max(mine, score)
            elif self._following.is_lost(there.start, there.end):
                return False
            elif not placed and self._following.leads_to(there.start, there.end, begin, stop):
                return False  # it was there already when the mark lost its place
            elif placed:
                rival = max(rival, score)
        return rival < _SCORE or mine - rival >= _MARGIN

    def _own_source(self, anchor: Anchor) -> Span | None:
        base = self._old.start(anchor.span.paragraph)
        return self._following.in_old_source(base + anchor.span.start, base + anchor.span.end)


class Searching:
    """Looks for quotes in a text by their words and surroundings."""

    def __init__(self, pages: Pages, alike: Likeness) -> None:
        self._pages = pages
        self._alike = alike

    @cached_property
    def _folded(self) -> tuple[str, Callable[[int], int]]:
        folded = self._alike.folded("".join(self._pages.texts))
        return folded.text, folded.original

    def only(self, quote: str, before: str, after: str) -> Span | None:
        """The one place where a quote stands beyond doubt."""
        found = self.ranked(quote, before, after)
        if not found or found[0][0] < _SCORE:
            return None
        if len(found) > 1 and found[0][0] - found[1][0] < _MARGIN:
            return None
        return found[0][1]

    def ranked(self, quote: str, before: str, after: str) -> list[tuple[float, Span]] | None:
        """Places of a quote and how alike their surroundings are, 0 to 1, the best first.

        Only those where what was next to it on one side still is. ``None`` if they are too many.
        """
        wanted = self._alike(quote), self._alike(before), self._alike(after)
        if not wanted[0]:
            return []
        places = self._places(*wanted)
        if len(places) > _MOST_CANDIDATES:
            return None
        found = []
        for at in places:
            span = self._span(at, at + len(wanted[0]))
            if span is not None:
                found.append((self._score(at, *wanted), span))
        return sorted(found, key=lambda one: (-one[0], one[1]))

    def _places(self, quote: str, before: str, after: str) -> list[int]:
        """Where the quote stands with a side of what was next to it, if anything was."""
        text, _ = self._folded
        left, right = before[-_NEAREST:], after[:_NEAREST]
        needles = [(left + quote, len(left))] if left else []
        needles += [(quote + right, 0)] if right or not left else []
        seen: set[int] = set()
        for needle, skip in needles:
            at = text.find(needle)
            while at >= 0 and len(seen) <= _MOST_CANDIDATES:
                seen.add(at + skip)
                at = text.find(needle, at + 1)
        return sorted(seen)

    def _score(self, at: int, quote: str, before: str, after: str) -> float:
        """How alike two surroundings are; a longer remembered side weighs more."""
        from difflib import SequenceMatcher  # noqa: PLC0415 - only a mark out of place needs it

        total = len(before) + len(after)
        if not total:
            return self._alone(at, len(quote))
        text, _ = self._folded
        end = at + len(quote)
        sides = (
            (before, text[max(0, at - len(before)) : at]),
            (after, text[end : end + len(after)]),
        )
        score = 0.0
        for old, new in sides:
            if old:
                score += len(old) * SequenceMatcher(None, old, new, autojunk=False).ratio()
        return score / total

    def _alone(self, at: int, size: int) -> float:
        """The quote was a whole paragraph: inside another one, a short one is anybody's."""
        span = self._span(at, at + size)
        if span is None:
            return 0.0
        text = self._pages.texts[span.paragraph]
        if len(self._alike(text)) == size:
            return 1.0
        return _SCORE if size >= CONTEXT else 0.0

    def _span(self, at: int, end: int) -> Span | None:
        """A range of what is compared, if it lies in one paragraph."""
        _, original = self._folded
        paragraph, start = self._pages.locate(original(at))
        last, stop = self._pages.locate(original(end - 1))
        return Span(paragraph, start, stop + 1) if paragraph == last else None


def place(
    anchor: Anchor, paragraphs: Sequence[str], old: Sequence[str] | None = None
) -> Span | None:
    """Find where ``anchor`` stands in ``paragraphs``, or ``None`` if that is not certain.

    ``old`` are the paragraphs it was made on, if they are known. Without them its place is the
    one it names, if its words and surroundings are there, or else the only one like it.
    """
    found = moved(anchor, paragraphs, old)
    return None if found is None else found.span


def moved(
    anchor: Anchor, paragraphs: Sequence[str], old: Sequence[str] | None = None
) -> Anchor | None:
    """The same anchor at its place in ``paragraphs``, or ``None`` for an orphan."""
    if old is None:
        if holds(anchor, paragraphs):
            return anchor
        span = Searching(Pages(paragraphs), Likeness()).only(
            anchor.quote, anchor.before, anchor.after
        )
        return None if span is None else anchor_at(paragraphs[span.paragraph], span)
    return between(old, paragraphs).moved(anchor)


def between(old: Sequence[str], new: Sequence[str]) -> Anchoring:
    """What finds places where nothing is known of two versions but what they show."""
    return Anchoring(Following(Version(old), Version(new), SourceMap("", "")))


def holds(anchor: Anchor, paragraphs: Sequence[str]) -> bool:
    """Whether an anchor is exactly what stands at its span."""
    span = anchor.span
    return (
        span.paragraph < len(paragraphs) and anchor_at(paragraphs[span.paragraph], span) == anchor
    )


def _overlap(first: Span, second: Span) -> bool:
    return (
        first.paragraph == second.paragraph
        and first.start < second.end
        and second.start < first.end
    )
