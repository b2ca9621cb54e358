"""Very long paragraphs in portions: they cover it, and any is found without the others."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.document import ParagraphKind, Shape
from reader.domain.portions import (
    LONGEST,
    Portions,
    portion_count,
    portion_of,
    portions,
)

SENTENCES = "人民大众，学习汉语。" * 3000
TEXTS = [
    "",
    "短",
    "字" * LONGEST,
    "字" * (LONGEST + 1),
    SENTENCES,
    "字" * 123_457,
    "word " * 4000,
    "e" + "\u0301" * 20_000,
    "שלום" * 5000,
    "。" * 12_000,
    "𠮷" * 9001,
]
lengths = st.lists(st.sampled_from([0, 1, 80, LONGEST, LONGEST + 1, 9000, 40_000]), max_size=12)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_portions_cover_a_text_and_none_is_long(text: str) -> None:
    cut = portions(text)
    assert len(cut) == portion_count(len(text))
    assert "".join(text[a:b] for a, b in cut) == text
    assert [b for _, b in cut[:-1]] == [a for a, _ in cut[1:]]
    assert all(b - a <= LONGEST for a, b in cut)
    assert len(cut) == 1 or all(b > a for a, b in cut)
    for at in {0, len(text) // 2, *itertools.chain(*cut), *(a - 1 for a, _ in cut)}:
        if 0 <= at < len(text):
            start, end = cut[portion_of(text, at)]
            assert start <= at < end


def test_portions_end_with_a_sentence_or_at_a_space_and_tear_no_mark_away() -> None:
    assert all(SENTENCES[b - 1] == "。" for _, b in portions(SENTENCES))
    quoted = "“人民大众学习汉语。”" * 2000
    assert all(quoted[b - 1] == "”" for _, b in portions(quoted))
    spaced = "word " * 4000
    assert all(spaced[b - 1] == " " for _, b in portions(spaced))
    marked = "e\u0301\u0302" * 4000
    assert all(marked[a] == "e" for a, _ in portions(marked))


@given(lengths)
def test_every_portion_has_a_number(sizes: list[int]) -> None:
    shape = Shape.of((ParagraphKind.BODY, size) for size in sizes)
    numbered = Portions(shape)
    places = [(i, p) for i, size in enumerate(sizes) for p in range(portion_count(size))]
    assert len(numbered) == len(places)
    assert [numbered.number(*place) for place in places] == list(range(len(places)))
    assert [numbered.locate(number) for number in range(len(places))] == places
    kinds, spread, continued = numbered.spread()
    assert len(kinds) == len(spread) == len(places)
    assert continued == [n for n, (_, portion) in enumerate(places) if portion]


def test_a_shape_is_a_list_of_kinds_and_lengths() -> None:
    pairs = [(ParagraphKind.TITLE, 4), (ParagraphKind.BODY, 70_000), (ParagraphKind.BODY, 0)]
    shape = Shape.of(pairs)
    assert list(shape) == pairs
    assert [shape[i] for i in range(len(shape))] == pairs
    assert shape == Shape.of(pairs)
    assert shape != Shape.of(pairs[:2])
    assert shape != pairs


@given(st.lists(st.sampled_from(ParagraphKind)), st.integers(0, 20), st.integers(0, 20))
def test_paragraphs_of_a_kind_are_found(kinds: list[ParagraphKind], start: int, end: int) -> None:
    shape = Shape.of((kind, 1) for kind in kinds)
    for kind in ParagraphKind:
        wanted = [i for i, each in enumerate(kinds) if each is kind and start <= i < end]
        assert shape.of_kind(kind, start, end) == wanted
