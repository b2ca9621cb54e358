"""The field that decides where words end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.models import boundaries, container
from reader.language.models.boundaries import AFTER, BEFORE, TEMPLATES, Boundaries

LETTERS = "甲乙丙丁"
STEPS = np.array([[0, 9, 7, 0], [0, 5, 6, 0], [3, 0, 0, 4], [6, 0, 0, 2]], np.int16)
Weights = dict[tuple[int, tuple[int, ...]], tuple[int, int, int]]


def _weights() -> Weights:
    random = np.random.default_rng(7)
    seen = [*map(ord, LETTERS), *BEFORE, *AFTER]
    return {
        (number, chars): tuple(random.integers(-20, 21, 3).tolist())
        for number, places in enumerate(TEMPLATES)
        for chars in product(seen, repeat=len(places))
        if random.random() < 0.5
    }


WEIGHTS = _weights()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Boundaries:
    """A small model of the weights above."""
    keys = {}
    for (number, chars), weights in WEIGHTS.items():
        first, second = (*chars, 0)[:2]
        keys[int(boundaries.keys_of(number, np.array([first]), np.array([second]))[0])] = weights
    order = sorted(keys)
    starts, low = boundaries.split_keys(np.array(order, np.uint32))
    arrays: dict[str, np.ndarray] = {
        "starts": starts,
        "low": low,
        "weights": np.array([keys[key] for key in order], np.int8),
        "transitions": STEPS,
    }
    place = tmp_path_factory.mktemp("models")
    content = container.pack(boundaries.NAME, boundaries.VERSION, {}, arrays)
    container.path_of(boundaries.NAME, place).write_bytes(content)
    return Boundaries(place)


def _codes(texts: Sequence[str]) -> np.ndarray:
    rows = [[*BEFORE, *map(ord, text), *AFTER] for text in texts]
    return np.array([code for row in rows for code in row], np.uint32)


def _ends(model: Boundaries, texts: Sequence[str]) -> list[list[bool]]:
    sizes = np.array([len(text) for text in texts])
    starts = np.cumsum(sizes + 4) - sizes - 2
    found = model.ends(_codes(texts), starts, starts + sizes)
    return [found[s : s + n].tolist() for s, n in zip(starts, sizes, strict=True)]


def _labellings(size: int) -> Iterator[str]:
    """Every row of labels that is a row of words."""
    if size == 0:
        yield ""
    for length in range(1, size + 1):
        word = "S" if length == 1 else "B" + "M" * (length - 2) + "E"
        for rest in _labellings(size - length):
            yield word + rest


def _score(text: str, labels: str) -> int:
    seen = [*BEFORE, *map(ord, text), *AFTER]
    total = 0
    for at, label in enumerate(labels):
        for number, places in enumerate(TEMPLATES):
            key = (number, tuple(seen[2 + at + place] for place in places))
            if label != "S":
                total += WEIGHTS.get(key, (0, 0, 0))["BME".index(label)]
    row = ["BMES".index(label) for label in f"S{labels}S"]
    return total + sum(int(STEPS[a, b]) for a, b in pairwise(row))


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(LETTERS, min_size=1, max_size=7), min_size=1, max_size=5))
def test_the_best_of_all_ways_is_found(small: Boundaries, texts: list[str]) -> None:
    for text, ends in zip(texts, _ends(small, texts), strict=True):
        labels = "".join("E" if end else "M" for end in ends)
        best = max(_score(text, ways) for ways in _labellings(len(text)))
        same = [w for w in _labellings(len(text)) if [c in "ES" for c in w] == ends]
        assert max(_score(text, ways) for ways in same) == best, labels


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.text(LETTERS, min_size=1, max_size=300), min_size=1, max_size=4))
def test_together_is_as_one_by_one(small: Boundaries, texts: list[str]) -> None:
    assert _ends(small, texts) == [_ends(small, [text])[0] for text in texts]


def test_words_stay_inside_their_stretches(small: Boundaries) -> None:
    codes = _codes(["甲乙丙丁甲乙丙丁"])
    found = small.ends(codes, np.array([2, 6]), np.array([5, 10]))
    assert found[[4, 9]].all()
    assert not found[[0, 1, 5, 10, 11]].any()


def test_nothing_to_cut(small: Boundaries) -> None:
    none = np.zeros(0, np.int64)
    assert not small.ends(_codes(["甲"]), none, none).any()
    assert len(small.ends(np.zeros(0, np.uint32), none, none)) == 0


TEXTS = [
    ("推动长三角一体化发展取得新的重大突破", "推动 长三角 一体化 发展 取得 新 的 重大 突破"),
    ("他说的确实在理", "他 说 的 确实 在理"),
    ("研究生命的起源", "研究 生命 的 起源"),
    ("ＡＢＣ公司１９９８年成立", "ＡＢＣ 公司 １９９８ 年 成立"),
]


@pytest.fixture(scope="module")
def model() -> Boundaries:
    """The model that comes with the program."""
    return Boundaries()


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_model_of_the_program(model: Boundaries, text: str, expected: str) -> None:
    words, start = [], 0
    for at, end in enumerate(_ends(model, [text])[0], start=1):
        if end:
            words.append(text[start:at])
            start = at
    assert words == expected.split()


def test_a_long_stretch_is_cut_like_its_sentences(model: Boundaries) -> None:
    text = "推动长三角一体化发展取得新的重大突破"
    one = _ends(model, [text * 3])[0][len(text) : 2 * len(text)]
    many = _ends(model, [text * 60])[0]
    assert all(many[len(text) * i : len(text) * (i + 1)] == one for i in range(1, 59))


def test_the_heading_tells_where_it_comes_from() -> None:
    about = container.load(boundaries.NAME, boundaries.VERSION).about
    assert about["made from"].startswith("wapic-cws-model ")
    assert about["licence"].startswith("MIT")
