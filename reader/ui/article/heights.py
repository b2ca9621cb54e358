"""Heights of all portions of a text, most of them estimated, with sums in little time.

Sums of 64 neighbours stand in a Fenwick tree (P. M. Fenwick, 1994): correcting one height
and finding what is at a distance from the top take O(log n), and making the whole takes
a millisecond for a book of ten million characters, since almost all of it is built-in sums.
"""

from collections.abc import Iterable
from itertools import accumulate

_GROUP = 64


class Heights:
    """Heights in pixels, by number of the portion."""

    def __init__(self, heights: Iterable[float] = ()) -> None:
        self._heights = list(heights)
        size = len(self._heights)
        groups = [sum(self._heights[at : at + _GROUP]) for at in range(0, size, _GROUP)]
        tree = [0.0, *groups]
        for i in range(1, len(tree)):
            parent = i + (i & -i)
            if parent < len(tree):
                tree[parent] += tree[i]
        self._tree = tree
        self._top_bit = 1 << max(0, len(groups).bit_length() - 1)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    def set(self, index: int, height: float) -> None:
        """Correct one height."""
        change = height - self._heights[index]
        if not change:
            return
        self._heights[index] = height
        at = index // _GROUP + 1
        while at < len(self._tree):
            self._tree[at] += change
            at += at & -at

    def above(self, index: int) -> float:
        """Sum of the heights before ``index``."""
        group, at = index // _GROUP, index - index % _GROUP
        total = 0.0
        while group > 0:
            total += self._tree[group]
            group -= group & -group
        return total + sum(self._heights[at:index])

    @property
    def total(self) -> float:
        """Sum of all heights."""
        return self.above(len(self._heights))

    def find(self, y: float) -> tuple[int, float]:
        """What is at ``y`` pixels from the top and the distance into it, clamped."""
        if not self._heights or y <= 0:
            return 0, 0.0
        group, bit, rest = 0, self._top_bit, y
        while bit:
            following = group + bit
            if following < len(self._tree) and self._tree[following] <= rest:
                group = following
                rest -= self._tree[following]
            bit >>= 1
        at = group * _GROUP
        for below in accumulate(self._heights[at : at + _GROUP]):
            if rest < below:
                return at, rest - (below - self._heights[at])
            at += 1
        return len(self._heights) - 1, self._heights[-1]
