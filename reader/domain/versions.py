"""One text in two versions, and where the characters of the old one are in the new.

What is shown of a text knows where it stands in its source (``Origin``), and a source changes
where somebody edited it and nowhere else. So a character is followed from what was shown to the
old source, from there to the new one, and to what is shown now: mending may join, lift out, move
and hide whatever it likes in either version. Where a version does not know its origins, what
it shows is its source.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from reader.domain.alignment import Match, align
from reader.domain.document import Decisions, Document, Origin, Source
from reader.domain.library import Held
from reader.domain.likeness import Likeness
from reader.domain.places import Span
from reader.domain.relocation import relocated

_KNOWN = 0.5
"""The part of what is shown that must stand where its origins say, for them to be believed."""


class Version(NamedTuple):
    """What is shown of a text: paragraphs, where each stands in ``source``, and that."""

    texts: Sequence[str]
    origins: Sequence[Sequence[Origin]] = ()
    source: str = ""


class Update(NamedTuple):
    """A text is to be read from other bytes.

    ``sources`` maps the source it has to the new one. What is ``known``, by id, of where marks
    and corrections belong is not looked for.
    """

    source: Source
    document: Document
    decisions: Decisions
    sources: "SourceMap"
    known: Mapping[str, Held] = MappingProxyType({})


class Pieces:
    """Ranges of one text that stand, unchanged in length, in another; offsets are code points."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._matches = sorted(one for one in matches if one.length)
        self._starts = [one.old for one in self._matches]

    def over(self, start: int, end: int) -> Iterator[Match]:
        """What is known of a range, cut to it."""
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._matches) and self._starts[at] < end:
            one = self._matches[at]
            low, high = max(start, one.old), min(end, one.old + one.length)
            if low < high:
                yield Match(low, one.new + low - one.old, high - low)
            at += 1

    def at(self, place: int) -> int | None:
        """Where one character stands."""
        for one in self.over(place, place + 1):
            return one.new
        return None

    def __iter__(self) -> Iterator[Match]:
        return iter(self._matches)


class SourceMap:
    """The old source of a text and the new one, aligned when that is first asked for."""

    def __init__(self, old: str, new: str, likeness: Likeness | None = None) -> None:
        self.old = old
        self.new = new
        self.likeness = likeness or Likeness()
        self._pieces: Pieces | None = None

    @property
    def same(self) -> bool:
        """Whether there is but one source."""
        return self.old == self.new

    @property
    def pieces(self) -> Pieces:
        """What is the same in both."""
        if self._pieces is None:
            self._pieces = _aligned(self.old, self.new, self.likeness)
        return self._pieces

    def moved(self, start: int, length: int) -> int | None:
        """Where a range of the old source begins in the new one, if all of it is there.

        An empty range stands before what followed it.
        """
        found = next(self.pieces.over(start, start + max(1, length)), None)
        if found is None or found.old != start or found.length < length:
            return None
        return found.new


def _aligned(old: str, new: str, likeness: Likeness) -> Pieces:
    """Matches of two texts in offsets of the originals, white space left out."""
    if old == new:
        return Pieces([Match(0, 0, len(old))])
    a, b = likeness.folded(old), likeness.folded(new)
    found = []
    matches = align(a.text, b.text)
    for match in (*matches, *relocated(a.text, b.text, matches)):
        for at, start, size in a.runs(match.old, match.old + match.length):
            to = at + match.new - match.old
            for there, begin, length in b.runs(to, to + size):
                found.append(Match(start + there - to, begin, length))
    return Pieces(found)


class Following:
    """Follows characters of ``old`` into ``new``.

    Offsets count through all paragraphs, one directly after the other. ``sources`` must
    be those of the two versions.
    """

    def __init__(self, old: Version, new: Version, sources: SourceMap) -> None:
        self.old = Pages(old.texts)
        self.new = Pages(new.texts)
        self.likeness = sources.likeness
        from_old, to_new = _origins(old), _origins(new)
        known = from_old is not None and to_new is not None
        self.exact = known and sources.same
        """Whether every character is followed by what mending knows: nothing is compared."""
        if from_old is None or to_new is None:
            sources = SourceMap("".join(old.texts), "".join(new.texts), sources.likeness)
            from_old = [Match(0, 0, self.old.total)]
            to_new = [Match(0, 0, self.new.total)]
        self.sources = sources
        self._from_old = Pieces(from_old)
        self._to_source = Pieces(to_new)
        self._shown = Pieces(Match(source, shown, size) for shown, source, size in to_new)
        self._covered: Pieces | None = None

    def over(self, start: int, end: int) -> Iterator[Match]:
        """Where a range of the old text is, piece by piece in the order of the old text."""
        for one in self._from_old.over(start, end):
            for two in self._in_new_source(one):
                for three in self._shown.over(two.new, two.new + two.length):
                    yield Match(two.old + three.old - two.new, three.new, three.length)

    def _in_new_source(self, one: Match) -> Iterator[Match]:
        if self.sources.same:
            yield one
            return
        for two in self.sources.pieces.over(one.new, one.new + one.length):
            yield Match(one.old + two.old - one.new, two.new, two.length)

    def in_old_source(self, start: int, end: int) -> Span | None:
        """Where a range of the old text stands in its source: from its first to its last piece."""
        pieces = list(self._from_old.over(start, end))
        if not pieces:
            return None
        return Span(0, pieces[0].new, pieces[-1].new + pieces[-1].length)

    def is_new(self, start: int, end: int) -> bool:
        """Whether nothing of a range of the new text is known from the old source."""
        return not any(
            next(self._covering.over(one.new, one.new + one.length), None)
            for one in self._to_source.over(start, end)
        )

    def is_lost(self, start: int, end: int) -> bool:
        """Whether nothing of a range of the old source is known in the new one."""
        return next(self.sources.pieces.over(start, end), None) is None

    def leads_to(self, start: int, end: int, begin: int, stop: int) -> bool:
        """Whether anything of a range of the old source is in a range of the new text."""
        return any(
            three.new < stop and begin < three.new + three.length
            for two in self.sources.pieces.over(start, end)
            for three in self._shown.over(two.new, two.new + two.length)
        )

    def is_newly_shown(self, start: int, end: int) -> bool:
        """Whether nothing of a range of the new text was shown before."""
        if self._covered is None:
            everything = self.over(0, self.old.total)
            self._covered = Pieces(Match(one.new, one.old, one.length) for one in everything)
        return next(self._covered.over(start, end), None) is None

    @cached_property
    def _covering(self) -> Pieces:
        """What of the new source is in the old one too."""
        return Pieces(Match(new, old, length) for old, new, length in self.sources.pieces)


class Pages:
    """Paragraphs counted through: ``start(paragraph)`` is the offset at which one begins."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._starts = [0, *accumulate(map(len, texts))]
        self.total = self._starts[-1]

    def start(self, paragraph: int) -> int:
        """Where a paragraph begins."""
        return self._starts[paragraph]

    def locate(self, at: int) -> tuple[int, int]:
        """The paragraph and the offset in it of a character that is there."""
        paragraph = bisect_right(self._starts, at) - 1
        return paragraph, at - self._starts[paragraph]

    def around(self, start: int, end: int, reach: int) -> tuple[str, str]:
        """What stands before ``start`` and from ``end`` on, across the borders of paragraphs."""
        return self._back(start, reach), self._on(end, reach)

    def _back(self, start: int, reach: int) -> str:
        found = ""
        paragraph = bisect_right(self._starts, start) - 1
        while paragraph >= 0 and len(found) < reach:
            if paragraph < len(self.texts):
                part = self.texts[paragraph][: max(0, start - self._starts[paragraph])]
                found = part + found
            paragraph -= 1
        return found[-reach:]

    def _on(self, end: int, reach: int) -> str:
        found = ""
        paragraph = max(0, bisect_right(self._starts, end) - 1)
        while paragraph < len(self.texts) and len(found) < reach:
            found += self.texts[paragraph][max(0, end - self._starts[paragraph]) :]
            paragraph += 1
        return found[:reach]


def _origins(version: Version) -> list[Match] | None:
    """What is shown and where it stands in the source; ``None`` where that cannot be believed."""
    found: list[Match] = []
    base = known = 0
    for text, origins in zip(version.texts, version.origins, strict=False):
        for origin in origins:
            end = origin.source + origin.length
            part = text[origin.start : origin.start + origin.length]
            if origin.source >= 0 and part and version.source[origin.source : end] == part:
                found.append(Match(base + origin.start, origin.source, origin.length))
                known += origin.length
        base += len(text)
    total = sum(map(len, version.texts))
    return found if found and known >= _KNOWN * total else None


def follow_paragraph(following: Following, paragraph: int) -> int:
    """The paragraph that shows what ``paragraph`` began with, or what came next of it."""
    old, new = following.old, following.new
    last = max(0, len(new.texts) - 1)
    if 0 <= paragraph < len(old.texts):
        for one in following.over(old.start(paragraph), old.total):
            return new.locate(one.new)[0]
    return max(0, min(paragraph, last))
