"""Text that remembers where each of its characters stands in the source.

Every operation keeps text and origins in step; none looks at single characters, so a
text of any length costs what its pieces cost.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reader.domain.document import Origin


@dataclass(frozen=True, slots=True)
class Mapped:
    """An immutable text with the origins of its characters, in order of ``start``.

    Characters that no origin covers stand nowhere in the source (a space put between two
    lines, a corrected character). Offsets are code points.
    """

    text: str = ""
    origins: tuple[Origin, ...] = ()

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Mapped":
        """Take ``source[start:end]`` as it is."""
        if start >= end:
            return cls()
        return cls(source[start:end], (Origin(0, start, end - start),))

    @classmethod
    def literal(cls, text: str) -> "Mapped":
        """Make a text that stands nowhere in the source."""
        return cls(text)

    @classmethod
    def concat(cls, parts: Iterable["Mapped"]) -> "Mapped":
        """Put ``parts`` together; pieces that adjoin in the source become one origin."""
        texts: list[str] = []
        origins: list[Origin] = []
        total = 0
        for part in parts:
            texts.append(part.text)
            for origin in part.origins:
                here = Origin(total + origin.start, origin.source, origin.length)
                if origins and _adjoin(origins[-1], here):
                    last = origins.pop()
                    here = Origin(last.start, last.source, last.length + here.length)
                origins.append(here)
            total += len(part.text)
        return cls("".join(texts), tuple(origins))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __add__(self, other: "Mapped") -> "Mapped":
        return Mapped.concat((self, other))

    def cut(self, start: int, end: int | None = None) -> "Mapped":
        """Take the half-open range ``start``-``end``; time grows with what is taken."""
        end = len(self.text) if end is None else min(end, len(self.text))
        if start <= 0 and end == len(self.text):
            return self
        if start >= end:
            return Mapped()
        kept: list[Origin] = []
        first = max(0, bisect_right(self.origins, start, key=_start) - 1)
        for at in range(first, len(self.origins)):
            origin = self.origins[at]
            if origin.start >= end:
                break
            low = max(origin.start, start)
            high = min(origin.start + origin.length, end)
            if low < high:
                kept.append(Origin(low - start, origin.source + low - origin.start, high - low))
        return Mapped(self.text[start:end], tuple(kept))

    def strip(self, characters: str | None = None) -> "Mapped":
        """Without white space (or ``characters``) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(left, max(left, len(self.text.rstrip(characters))))

    def replace(self, start: int, end: int, text: str) -> "Mapped":
        """Put ``text``, which stands nowhere in the source, for the range ``start``-``end``."""
        return Mapped.concat((self.cut(0, start), Mapped(text), self.cut(end)))

    @property
    def source_start(self) -> int:
        """Source offset of the first mapped character, -1 if there is none."""
        return self.origins[0].source if self.origins else -1

    @property
    def source_end(self) -> int:
        """Source offset just behind the last mapped character, -1 if there is none."""
        return self.origins[-1].source + self.origins[-1].length if self.origins else -1

    def find(self, source_start: int, source_end: int) -> int:
        """Offset in the text at which the source range stands in one piece, or -1.

        Origins stand in source order here: blocks are looked at before they are mended.
        """
        at = bisect_right(self.origins, source_start, key=_source) - 1
        # An insertion (empty range) may also stand at the very end of a piece.
        if at < 0:
            return -1
        origin = self.origins[at]
        if source_end > origin.source + origin.length:
            return -1
        return origin.start + source_start - origin.source

    def is_ordered(self) -> bool:
        """Whether the pieces stand in the source in the same order as here."""
        return all(a.source + a.length <= b.source for a, b in pairwise(self.origins))


def _adjoin(first: Origin, second: Origin) -> bool:
    return (
        first.start + first.length == second.start and first.source + first.length == second.source
    )


def _start(origin: Origin) -> int:
    return origin.start


def _source(origin: Origin) -> int:
    return origin.source
