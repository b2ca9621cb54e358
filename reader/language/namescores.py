"""How far a character is at home in the names of people: counted from jieba's tagger.

jieba's model of parts of speech tells how often a character stands at the beginning, in the middle
and at the end of a Chinese name (nr) and of a foreign one (nrt); its dictionary tells how often it
stands anywhere.
"""

import warnings
from collections import defaultdict
from collections.abc import Iterable
from math import log

import numpy as np
from numpy.typing import NDArray

_RARE = -14.0  # log share of a character that the tagger has never seen there
_PLACES = ("B", "M", "E")
_SCALE = 10


def scores(
    lines: Iterable[tuple[str, int, str]],
) -> tuple[NDArray[np.uint32], NDArray[np.int8]]:
    """Code points, and for each the log odds, in tenths, of six places.

    They are surname, middle and end of a Chinese name, and beginning, middle and end of a foreign one.

    ``lines`` are jieba's words, how often they are used, and their tags.
    """
    anywhere: dict[str, float] = defaultdict(float)
    for word, frequency, _ in lines:
        for char in word:
            anywhere[char] += frequency
    total = log(sum(anywhere.values()))
    emissions = _emissions()
    tables = [emissions[place, tag] for tag in ("nr", "nrt") for place in _PLACES]
    chars = sorted(set().union(*tables))
    rows = [
        [table.get(char, _RARE) - (log(anywhere.get(char, 0.0) + 1) - total) for table in tables]
        for char in chars
    ]
    tenths = np.clip(np.round(np.array(rows) * _SCALE), -127, 127).astype(np.int8)
    return np.array([ord(char) for char in chars], np.uint32), tenths


def _emissions() -> dict[tuple[str, str], dict[str, float]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.posseg import prob_emit  # noqa: PLC0415 - large, and only when compiling
    found: dict[tuple[str, str], dict[str, float]] = prob_emit.P
    return found
