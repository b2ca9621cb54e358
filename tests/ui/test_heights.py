"""Heights behave like a plain list of numbers."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.article.heights import Heights

sizes = st.lists(st.integers(1, 500).map(float), min_size=1, max_size=60)


@given(sizes, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 500)), max_size=20))
def test_sums_follow_every_correction(values: list[float], changes: list[tuple[int, int]]) -> None:
    heights = Heights(values)
    for number, height in changes:
        at = number % len(values)
        values[at] = float(height)
        heights.set(at, float(height))
    for at in range(len(values) + 1):
        assert heights.above(at) == sum(values[:at])
    assert heights.total == sum(values)


@given(sizes, st.floats(-10, 40_000))
def test_find_gives_the_paragraph_at_a_distance(values: list[float], y: float) -> None:
    heights = Heights(values)
    index, rest = heights.find(y)
    assert 0 <= index < len(values)
    if 0 <= y < sum(values):
        assert abs(heights.above(index) + rest - y) < 1e-6
        assert 0 <= rest < values[index]
