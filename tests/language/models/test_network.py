"""The network that has an opinion of polyphones."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reader.language.models import container, network
from reader.language.models.network import Network, Opinions
from reader.language.models.polyphones import NAME, VERSION, together

RNG = np.random.default_rng(3)
CHARACTERS = "一不个中人他以会使到化吴和地在重"


def small() -> dict[str, NDArray[Any]]:
    """Arrays of a network that has learnt nothing."""
    gates, width = network.GATES, network.WIDTH
    shapes = {
        "embedding": (len(CHARACTERS) + 3, 64), "input": (2, gates, 64), "bias": (2, gates),
        "recurrent": (2, gates, width), "hidden": (width, 2 * width), "hidden_bias": (width,),
        "output": (9, width), "output_bias": (9,),
    }  # fmt: skip
    arrays: dict[str, NDArray[Any]] = {
        name: RNG.normal(0, 0.3, shape).astype(np.float32) for name, shape in shapes.items()
    }
    arrays["characters"] = np.array(sorted(map(ord, CHARACTERS)), np.uint32)
    arrays["asked"] = np.array(sorted(map(ord, "中地重")), np.uint32)
    arrays["classes"] = np.array([[0, 1, -1], [2, -1, -1], [-1, -1, -1]], np.int16)
    arrays["heed"] = np.array([1.0, 0.5, 0.0], np.float32)
    return arrays


ARRAYS = small()


def _logistic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-x)))


def step_by_step(text: str, at: int) -> NDArray[np.float64]:
    """The layer above both LSTMs, as the textbook has it."""
    rows = [network.BEGIN]
    order = sorted(CHARACTERS)
    rows += [order.index(c) + 3 if c in order else network.UNKNOWN for c in text]
    rows.append(network.END)
    states = []
    for way, own in ((0, rows[: at + 2]), (1, rows[:at:-1])):
        h, c = np.zeros(network.WIDTH), np.zeros(network.WIDTH)
        for row in own:
            gates = ARRAYS["input"][way] @ ARRAYS["embedding"][row] + ARRAYS["bias"][way]
            i, f, g, o = np.split(gates + ARRAYS["recurrent"][way] @ h, 4)
            c = _logistic(f) * c + _logistic(i) * np.tanh(g)
            h = _logistic(o) * np.tanh(c)
        states.append(h)
    both = ARRAYS["hidden"] @ np.concatenate(states) + ARRAYS["hidden_bias"]
    return np.asarray(np.maximum(both, 0))


def places(texts: list[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64], list[tuple[str, int]]]:
    """Texts put together, where every Han character is, and its text and place there."""
    codes = together(texts)
    at, own, start = [], [], 3
    for text in texts:
        at += [start + i for i, char in enumerate(text) if char > "㐀"]
        own += [(text, i) for i, char in enumerate(text) if char > "㐀"]
        start += len(text) + 3
    return codes, np.array(at), own


def test_as_the_textbook_has_it() -> None:
    texts = ["他在中吴", "以", "人和人不会到龘地", "x不一个"]
    codes, at, own = places(texts)
    found = Network(ARRAYS).hidden(codes, at)
    wanted = np.array([step_by_step(text, place) for text, place in own])
    assert found == pytest.approx(wanted, abs=1e-4)


def test_a_sentence_knows_nothing_of_the_next() -> None:
    net = Network(ARRAYS)
    codes, at, _ = places(["他在中吴。以人和人"])
    alone, there, _ = places(["他在中吴。"])
    assert net.hidden(codes, at[:4]) == pytest.approx(net.hidden(alone, there), abs=1e-5)


@pytest.mark.parametrize("length", [63, 64, 65, 97, 200, 5000])
def test_long_sentences_in_blocks(length: int) -> None:
    text = "".join(RNG.choice(list(CHARACTERS), length))
    codes, at, _ = places([text])
    found = Network(ARRAYS).hidden(codes, at)
    assert found.shape == (length, network.WIDTH)
    assert np.isfinite(found).all()
    if length <= 64:
        assert found[-1] == pytest.approx(step_by_step(text, length - 1), abs=1e-4)


def test_opinions_are_of_the_readings_it_knows() -> None:
    codes, at, own = places(["他在中地重"])
    asked = [i for i, (text, place) in enumerate(own) if text[place] in "中地重"]
    opinions = Opinions(ARRAYS)
    scores = opinions.scores(codes, at[asked])
    doubt = np.log(network.DOUBT / 3)
    assert (scores <= 0).all()
    assert scores[0, 2] == pytest.approx(doubt)  # of 中 the third is unknown to it
    assert scores[1] == pytest.approx(
        [0.5 * np.log(1 - network.DOUBT + network.DOUBT / 3), doubt / 2, doubt / 2]
    )
    assert not scores[2].any()  # of 重 it knows none, and is not heard
    assert opinions.logarithms(codes, at[asked])[2] == pytest.approx(doubt)


def test_the_network_that_is_shipped() -> None:
    model = container.load(NAME, VERSION)
    opinions = Opinions(model.arrays)
    readings = model.about["readings"]
    for text, char, reading in (
        ("四氢吡咯是一种有机物。", "咯", "luò"),
        ("地铁站在莘庄。", "莘", "xīn"),
        ("隋末杨侗被立为皇帝。", "侗", "tóng"),
    ):
        codes = together([text])
        at = np.flatnonzero(codes == ord(char))
        best = int(opinions.logarithms(codes, at)[0].argmax())
        assert readings[char].split(" ")[best] == reading
