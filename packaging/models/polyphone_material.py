"""Everything that the model of polyphones is learnt from, ready to be learnt or divided."""

import random
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import polyphone_examples as examples
import polyphone_network
import polyphone_tagged
from numpy.typing import NDArray
from polyphone_decision import padded
from polyphone_examples import CPP, FILES, TAGGED, Analysed, Labels, Rows, Sentence, Weights
from polyphone_training import groups, learn, score

from reader.language.models.network import Opinions
from reader.language.models.polyphones import IMPOSSIBLE, MOST, Columns

_SEED = 4


class Material(NamedTuple):
    """Labelled sentences, how the engine has them, and the rows made of them."""

    files: list[list[Sentence]]
    analysed: list[list[Analysed]]
    known: Labels
    sentences: Rows
    phrases: Rows
    network: dict[str, NDArray[Any]]
    """The arrays of `Opinions`."""


def gather(folder: Path) -> Material:
    """Read and analyse everything."""
    files = [examples.read(folder / name) for name in FILES]
    files.append(polyphone_tagged.sentences())
    analysed = [examples.analyse(sentences) for sentences in files]
    teacher = examples.Teacher()
    taught = [teacher.label(sentence.text) for sentence in files[CPP]]
    given = examples.phrases()
    known = examples.inventory(files, taught, given)
    columns = Columns(examples.known_tags())
    network = polyphone_network.arrays(known, examples.natural(files))
    return Material(
        files,
        analysed,
        known,
        examples.sentence_rows(
            files, analysed, taught, known, columns, Opinions(network), Weights()
        ),
        examples.phrase_rows(given, known, columns, Weights()),
        network,
    )


def folds(rows: Rows, count: int) -> NDArray[np.int64]:
    """A fold for each row, the same for all of a sentence; none for what is not scored."""
    random_source = random.Random(_SEED)
    pairs = sorted(set(zip(rows.kind.tolist(), rows.sentence.tolist(), strict=True)))
    fold = {pair: random_source.randrange(count) for pair in pairs}
    pairs = list(zip(rows.kind.tolist(), rows.sentence.tolist(), strict=True))
    return np.array([fold[pair] if CPP <= pair[0] < TAGGED else -1 for pair in pairs], np.int64)


def unseen_scores(material: Material, count: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Scores of every row of the sentences by models that did not learn its fold; and the folds."""
    rows = material.sentences
    fold = folds(rows, count)
    both = examples.joined([rows, material.phrases])
    of_both = np.concatenate([fold, np.full(len(material.phrases.char), -1)])
    out = np.full((len(rows.char), MOST), IMPOSSIBLE)
    for char, own in groups(both):
        for number in range(count):
            asked = own[(of_both[own] == number) & both.gold[own]]
            if not len(asked):
                continue
            learnt = learn(both, own[of_both[own] != number], material.known, char)
            if learnt is not None:
                out[asked] = padded(score(learnt, both.keys[asked]))
    return out + polyphone_network.heard(rows, material.network), fold
