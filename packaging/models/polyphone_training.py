"""Learns the weights of the features of polyphones: a logistic regression a character."""

import warnings
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from polyphone_examples import OUTSIDE, Labels, Rows
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from reader.language.models.polyphones import IMPOSSIBLE

STRENGTH = 3.0
"""How little weights are drawn to zero (the C of scikit-learn)."""
_ROUNDS = 200
_PRECISION = 1e-3


class Learnt(NamedTuple):
    """The weights of one character: a row a key, a column a reading."""

    keys: NDArray[np.uint32]
    weights: NDArray[np.float64]


def groups(rows: Rows) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """The rows of each character, in order."""
    order = np.argsort(rows.char, kind="stable")
    edges = np.flatnonzero(np.diff(rows.char[order])) + 1
    for own in np.split(order, edges):
        yield chr(int(rows.char[own[0]])), own


def learn(rows: Rows, own: NDArray[np.int64], known: Labels, char: str) -> Learnt | None:
    """Learn one character from its rows ``own``; None if nothing tells of any reading."""
    own = own[(rows.label[own] >= 0) & (rows.weight[own] > 0)]
    if not len(own):
        return None
    size = len(known[char])
    keys = rows.keys[own]
    names, places = np.unique(keys, return_inverse=True)
    there = (keys != OUTSIDE).ravel()
    lines = np.repeat(np.arange(len(own)), keys.shape[1])[there]
    matrix = csr_matrix(
        (np.ones(int(there.sum())), (lines, places.ravel()[there])), shape=(len(own), len(names))
    )
    labels = rows.label[own]
    present = np.unique(labels)
    weights = np.zeros((len(names), size))
    base = np.full(size, IMPOSSIBLE / 4)
    base[present] = 0.0
    if len(present) > 1:
        model = LogisticRegression(C=STRENGTH, max_iter=_ROUNDS, tol=_PRECISION)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(matrix, labels, sample_weight=rows.weight[own])
        found = model.coef_
        constant = model.intercept_
        if len(present) == 2:
            found, constant = np.vstack([-found, found]) / 2, np.array([-1, 1]) * constant / 2
        weights[:, present] = found.T
        base[present] = constant
    # The first feature is the character itself, which every row has.
    first = keys[0, 0]
    weights[np.searchsorted(names, first)] += base
    return Learnt(names, weights)


def score(learnt: Learnt, keys: NDArray[np.uint32]) -> NDArray[np.float64]:
    """What speaks for each reading of rows of keys."""
    at = np.searchsorted(learnt.keys, keys)
    at[at == len(learnt.keys)] = 0
    values = learnt.weights[at]
    values[(learnt.keys[at] != keys) | (keys == OUTSIDE)] = 0
    return np.asarray(values.sum(1), np.float64)
