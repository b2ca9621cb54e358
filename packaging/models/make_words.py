"""Makes resources/models/words.model out of the model of wapic-cws-model.

Features are kept as 32-bit keys with whole-number weights; those that hardly favour one label over
another are left out.
"""

from importlib import metadata
from pathlib import Path

import numpy as np
import wac
import wapic_model
from numpy.typing import NDArray

from reader.language.models import boundaries, container

TARGET = Path(__file__).parents[2] / "resources" / "models"
LEAST = 0.5
"""Features none of whose weights is further than this from their mean are left out."""
STEP = 0.12
"""What one whole number of the stored weights stands for."""
PACKAGE = "wapic-cws-model"

_EDGES = {
    "_x-2": boundaries.BEFORE[0],
    "_x-1": boundaries.BEFORE[1],
    "_x+1": boundaries.AFTER[0],
    "_x+2": boundaries.AFTER[1],
}


def main() -> None:
    """Write the model."""
    field = wac.read(Path(wapic_model.model_path()))
    _check(field)
    spread = np.abs(field.weights - field.weights.mean(1, keepdims=True)).max(1)
    kept = np.flatnonzero(spread > LEAST)
    keys = _keys([field.features[row] for row in kept])
    # Only what favours B, M or E over S counts: one column less to store.
    weights = field.weights[kept]
    whole = np.clip(np.round((weights[:, :3] - weights[:, 3:]) / STEP), -127, 127)
    keys, rows = np.unique(keys, return_index=True)
    starts, low = boundaries.split_keys(keys)
    content = container.pack(
        boundaries.NAME,
        boundaries.VERSION,
        {
            "made from": f"{PACKAGE} {metadata.version(PACKAGE)}",
            "licence": "MIT, Copyright (c) 2026 Isma 是语",
            "features": len(keys),
            "least": LEAST,
            "step": STEP,
        },
        {
            "starts": starts,
            "low": low,
            "weights": whole[rows].astype(np.int8),
            "transitions": np.round(field.transitions / STEP).astype(np.int16),
        },
    )
    TARGET.mkdir(exist_ok=True)
    path = container.path_of(boundaries.NAME, TARGET)
    path.write_bytes(content)
    print(f"{path.name}: {len(keys):,} of {len(field.features):,} features, {len(content):,} bytes")


def _check(field: wac.Field) -> None:
    """Stop if the model is not of the form that the program decodes."""
    wanted = tuple(
        f"u{number:02}:" + "/".join(f"%x[{place},0]" for place in places)
        for number, places in enumerate(boundaries.TEMPLATES)
    )
    if field.patterns != (*wanted, "b") or field.labels != ("B", "M", "E", "S"):
        raise SystemExit(f"{PACKAGE} has other features: {field.patterns} {field.labels}")


def _keys(features: list[str]) -> NDArray[np.uint32]:
    numbers = np.array([int(feature[1:3]) for feature in features])
    pairs = np.array([_codes(feature[4:], int(feature[1:3])) for feature in features], np.uint64)
    keys = np.zeros(len(features), np.uint32)
    for number in range(len(boundaries.TEMPLATES)):
        of = numbers == number
        keys[of] = boundaries.keys_of(number, pairs[of, 0], pairs[of, 1])
    return keys


def _codes(text: str, number: int) -> tuple[int, int]:
    """The one or two characters of a feature; a slash may be one of them."""
    if len(boundaries.TEMPLATES[number]) == 1:
        return _code(text), 0
    slash = text.index("/", 1)
    return _code(text[:slash]), _code(text[slash + 1 :])


def _code(text: str) -> int:
    return _EDGES[text] if text in _EDGES else ord(text)


if __name__ == "__main__":
    main()
