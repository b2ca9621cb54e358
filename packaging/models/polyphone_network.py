"""The arrays of the network that g2pM ships, as the program uses them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from polyphone_examples import Labels, Rows, from_number

from reader.language.models.polyphones import MOST
from reader.language.polyphony import KNOWN

HEARD = [1, 1, 1, 1, 1, 0]
"""Where the network is heard, by source: not where the dictionary has the word."""
HEED = 0.75
"""How much it is heard of a character that natural text does not have ..."""
USUAL = 3
"""... and half as much of one that is labelled so often in natural text, which it misreads."""

_SPECIAL = ("<UNK>", "시", "끝")
"""Unknown characters, the begin and the end of a sentence, as g2pM names them."""


def arrays(known: Labels, natural: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    """The arrays of `network.Opinions`; ``natural`` counts the labels of natural text."""
    from g2pM import G2pM  # noqa: PLC0415 - only this needs it

    model = G2pM()
    rows = {char: row for char, row in model.char2idx.items() if len(char) == 1}
    characters = sorted(rows.keys() - set(_SPECIAL))
    order = [model.char2idx[char] for char in (*_SPECIAL, *characters)]
    numbers = {_written(name): number for number, name in model.idx2class.items()}
    asked = sorted(known)
    classes = np.full((len(asked), MOST), -1, np.int16)
    for place, char in enumerate(asked):
        for column, reading in enumerate(known[char]):
            classes[place, column] = numbers.get(reading, -1)
    heed = [HEED / (1 + natural.get(char, 0) / USUAL) for char in asked]
    return {
        "characters": np.array([ord(char) for char in characters], np.uint32),
        "embedding": model.embeddings[order].astype(np.float16),
        "input": np.stack([model.weight_ih, model.weight_ih_reverse]),
        "bias": np.stack(
            [model.bias_ih + model.bias_hh, model.bias_ih_reverse + model.bias_hh_reverse]
        ),
        "recurrent": np.stack([model.weight_hh, model.weight_hh_reverse]),
        "hidden": model.hidden_weight_l0,
        "hidden_bias": model.hidden_bias_l0,
        "output": model.hidden_weight_l1,
        "output_bias": model.hidden_bias_l1,
        "asked": np.array([ord(char) for char in asked], np.uint32),
        "classes": classes,
        "heed": np.array(heed, np.float32),
    }


def heard(rows: Rows, network: Mapping[str, NDArray[Any]]) -> NDArray[np.float64]:
    """What the network's opinion adds to the scores of rows."""
    own = np.searchsorted(network["asked"], rows.char)
    added = rows.opinion * network["heed"][own, None]
    added[rows.source >= KNOWN] = 0
    return np.asarray(added)


def _written(name: str) -> str:
    """A class of g2pM as a syllable with its tone mark; not all have a tone."""
    return from_number(name) if name[-1:].isdigit() else name
