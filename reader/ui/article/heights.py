"""Heights of all paragraphs, most of them estimated, with sums in logarithmic time.

A Fenwick tree (P. M. Fenwick, 1994): correcting one height and finding the paragraph
at a distance from the top both take O(log n).
"""

from collections.abc import Iterable


class Heights:
    """Heights in pixels, by document-wide paragraph index."""

    def __init__(self, heights: Iterable[float] = ()) -> None:
        self._heights = list(heights)
        size = len(self._heights)
        tree = [0.0, *self._heights]
        for i in range(1, size + 1):
            parent = i + (i & -i)
            if parent <= size:
                tree[parent] += tree[i]
        self._tree = tree
        self._top_bit = 1 << max(0, size.bit_length() - 1) if size else 0

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
        at = index + 1
        while at < len(self._tree):
            self._tree[at] += change
            at += at & -at

    def above(self, index: int) -> float:
        """Sum of the heights before ``index``."""
        total = 0.0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    @property
    def total(self) -> float:
        """Sum of all heights."""
        return self.above(len(self._heights))

    def find(self, y: float) -> tuple[int, float]:
        """The paragraph at ``y`` pixels from the top and the distance into it, clamped."""
        if not self._heights:
            return 0, 0.0
        if y <= 0:
            return 0, 0.0
        at, bit, rest = 0, self._top_bit, y
        while bit:
            following = at + bit
            if following < len(self._tree) and self._tree[following] <= rest:
                at = following
                rest -= self._tree[following]
            bit >>= 1
        if at >= len(self._heights):
            return len(self._heights) - 1, self._heights[-1]
        return at, rest
