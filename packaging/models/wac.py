"""Reads the models of Wapic: conditional random fields over the characters of a text.

A file holds, one after the other: the patterns of its features as netstrings, its labels and its
features as strings with a length of two bytes, and the weights that are not zero as pairs of the
distance from the last one (a varint) and a 32-bit float.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Field(NamedTuple):
    """A conditional random field: ``weights`` has a row a feature and a column a label.

    ``transitions`` is indexed by the label before and the label after. A feature is written as
    its pattern writes it: ``u05:中/国``.
    """

    patterns: tuple[str, ...]
    labels: tuple[str, ...]
    features: tuple[str, ...]
    weights: NDArray[np.float32]
    transitions: NDArray[np.float32]


def read(path: Path) -> Field:
    """Read a model of Wapic. Raises ValueError if it is of another form."""
    content = path.read_bytes()
    count, at = _heading(content, 0, b"Patterns")
    patterns = []
    for _ in range(count):
        colon = content.index(b":", at)
        end = colon + 1 + int(content[at:colon])
        patterns.append(content[colon + 1 : end].decode())
        at = end + 2
    labels, at = _strings(content, at)
    features, at = _strings(content, at)
    count, at = _heading(content, at, b"ModelBin32")
    edges = features.index("b")
    places, values = _sparse(content, at, count)
    size = len(labels)
    flat = np.zeros(len(features) * size + size * (size - 1), np.float32)
    flat[places] = values
    # The one feature of two neighbouring labels stands among those of one.
    after = edges * size + size * size
    weights = np.concatenate([flat[: edges * size], flat[after:]]).reshape(-1, size)
    return Field(
        tuple(patterns),
        tuple(labels),
        tuple(features[:edges] + features[edges + 1 :]),
        weights,
        flat[edges * size : after].reshape(size, size),
    )


def _heading(content: bytes, at: int, wanted: bytes) -> tuple[int, int]:
    """How many items follow a heading like ``#Patterns#11#1``, and where they begin."""
    end = content.index(b"\n", at)
    fields = content[at:end].split(b"#")
    if len(fields) < 3 or (wanted and fields[1] != wanted):
        raise ValueError(f"no model of Wapic: {content[at:end]!r} at {at}")
    return int(fields[2]), end + 1


def _strings(content: bytes, at: int) -> tuple[list[str], int]:
    count, at = _heading(content, at, b"")
    out = []
    for _ in range(count):
        end = at + 2 + int.from_bytes(content[at : at + 2], "little")
        out.append(content[at + 2 : end].decode())
        at = end
    return out, at


def _sparse(content: bytes, at: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Places and values of the weights that are not zero."""
    steps = np.zeros(count, np.int64)
    starts = np.zeros(count, np.int64)
    for item in range(count):
        shift = 0
        while True:
            byte = content[at]
            at += 1
            steps[item] |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        starts[item] = at
        at += 4
    raw = np.frombuffer(content, np.uint8)[starts[:, None] + np.arange(4)]
    return np.cumsum(steps) - 1, raw.copy().view("<f4")[:, 0]
