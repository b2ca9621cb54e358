"""Finds when the model should overrule the dictionary, and when it is sure.

Both are chosen by readings of sentences that the model did not learn.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from polyphone_examples import CPP, Rows, taken

from reader.language.models.polyphones import IMPOSSIBLE, MOST, NO_READING, Decision
from reader.language.polyphony import KNOWN

SOURCES = 6
LEADS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 99.0)
UNSURE = 0.01
"""The share of all characters of natural text that may be marked unsure."""
NATURAL_WORTH = 1.0
"""What a percent of natural text counts beside one of CPP."""


def right(rows: Rows, chosen: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the readings chosen are those labelled; what is labelled otherwise is wrong."""
    known = (rows.label >= 0) & (chosen != NO_READING)
    return np.asarray(known & (chosen == rows.label), np.bool_)


def leads(rows: Rows, scores: NDArray[np.float64], totals: Sequence[int]) -> list[float]:
    """The lead of each source that makes most readings of labelled rows right.

    ``totals`` are the labelled polyphones of each file, so that no file outweighs the others.
    """
    gold = np.flatnonzero(rows.gold)
    rows, scores = taken(rows, gold), scores[gold]
    worth = np.array([1.0 if kind == CPP else NATURAL_WORTH for kind in range(len(totals))])
    value = (worth / np.array(totals))[rows.kind]
    out = []
    for source in range(SOURCES):
        own = np.flatnonzero(rows.source == source)
        best = (-1.0, LEADS[-1])
        for lead in LEADS:
            chosen, _ = Decision([lead] * SOURCES, [0.0] * SOURCES).choose(
                scores[own], rows.said[own], rows.source[own]
            )
            of_rows = taken(rows, own)
            # Of equals the larger lead, which changes less.
            best = max(best, (round(float(value[own][right(of_rows, chosen)].sum()), 9), lead))
        out.append(best[1])
    return out


def margins(
    rows: Rows, scores: NDArray[np.float64], of_source: Sequence[float], characters: int
) -> list[float]:
    """The margin that a reading needs to be sure: the same for all sources but one.

    It marks `UNSURE` of the ``characters`` of natural text as unsure. What the dictionary reads in
    one way is sure.
    """
    natural = rows.gold & (rows.kind != CPP) & (rows.source != KNOWN)
    _, found = Decision(of_source, [0.0] * SOURCES).choose(
        scores[natural], rows.said[natural], rows.source[natural]
    )
    allowed = int(UNSURE * characters)
    ordered = np.sort(found)
    margin = float(ordered[min(allowed, len(ordered) - 1)])
    out = [round(margin, 3)] * SOURCES
    out[KNOWN] = IMPOSSIBLE
    return out


def padded(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores of a character's readings as a row of `MOST`."""
    out = np.full((len(scores), MOST), IMPOSSIBLE)
    out[:, : scores.shape[1]] = scores
    return out
