"""Putting neighbours together where they are one word of a dictionary: 可|持续 → 可持续.

The model cuts finely. Three characters and more are put together if the dictionary has them as one
word and none of the pieces is a word of grammar: 要|以 and 中|去 are never one word, whatever
a dictionary says. Pieces of one stretch only: never over punctuation, numbers or terms.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reader.language.lexicon import LONGEST, Lexicon
from reader.language.pieces import BY_HAND, WHOLE

FUNCTION = frozenset(
    "的了着过得地是在和与及或就不没也都还将要会对向从为以于被把让给而但之其此这那哪每各某该本"
    "一二三四五六七八九十百千万亿两几多半数第零〇个些位次种项件名家年月日号时点分秒天"
    "上下中里内外前后间旁来去到出进入起回开过向往至达"
    "有没我你他她它们咱您谁什么怎很最更太再又已才只可能应该必须并且则即却既若如因由所等者"
    "吗呢吧啊呀哦嘛说看想做使令叫请比跟同连当自被较均且虽非无未"
)
_MOST = 5  # so many pieces at most


def joined(
    codes: NDArray[np.uint32],
    begins: NDArray[np.int64],
    ends: NDArray[np.int64],
    owner: NDArray[np.int64],
    lexicon: Lexicon,
) -> dict[int, tuple[int, int]]:
    """Find which words to put together: the first one → how many, and the classes of the whole.

    ``begins`` and ``ends`` are the words' places in ``codes``, ``owner`` the stretch of each.
    """
    found: list[tuple[int, int, int, int]] = []
    single = (ends - begins) == 1
    grammar = single & np.isin(codes[begins], _FUNCTION_CODES)
    bound = np.concatenate([[0], np.cumsum(grammar)])
    for count in range(2, _MOST + 1):
        if len(begins) < count:
            break
        first = np.arange(len(begins) - count + 1)
        last = first + count - 1
        lengths = ends[last] - begins[first]
        fits = (owner[first] == owner[last]) & (lengths <= LONGEST)
        first, last, lengths = first[fits], last[fits], lengths[fits]
        classes = lexicon.classes(codes, begins[first], lengths)
        free = (bound[last + 1] == bound[first]) & (lengths > 2) & ((classes & WHOLE) > 0)
        for at in np.flatnonzero(free | ((classes & BY_HAND) > 0)).tolist():
            found.append((-int(lengths[at]), int(first[at]), count, int(classes[at])))
    return _without_overlaps(found)


def _without_overlaps(
    found: list[tuple[int, int, int, int]],
) -> dict[int, tuple[int, int]]:
    """Keep the longest, the leftmost among equals."""
    taken: set[int] = set()
    kept: dict[int, tuple[int, int]] = {}
    for _, first, count, classes in sorted(found):
        if taken.isdisjoint(range(first, first + count)):
            taken.update(range(first, first + count))
            kept[first] = (count, classes)
    return kept


_FUNCTION_CODES = np.array(sorted(map(ord, FUNCTION)), np.uint32)
