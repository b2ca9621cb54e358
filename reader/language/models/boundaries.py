"""Where words end: a conditional random field over the characters of a text.

Each character begins a word (B), stands inside one (M), ends one (E) or is one (S). What speaks
for each is the sum of the weights of its ten features, the characters around it one by one and in
pairs, and of the step from the label before; the best row of labels is found by Viterbi's
algorithm. All scores are whole numbers, so that every machine cuts alike.

Texts are cut many at a time: the features of all are looked up together, and the stretches
between fixed borders are decoded side by side, the longest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.language.models import container

NAME = "words"
VERSION = 1

TEMPLATES: tuple[tuple[int, ...], ...] = (
    (-2,), (-1,), (0,), (1,), (2,), (-1, 0), (0, 1), (-2, -1), (1, 2), (-1, 1),
)  # fmt: skip
"""Where the characters of each feature stand, from the character that is judged."""

BEFORE = (1, 2)
AFTER = (3, 4)
"""Numbers that stand for the two characters before and after every text."""

FAVOUR = 30
"""What is added, a character, to the score of a word that is favoured."""

_MIXER = np.uint64(0x9E3779B97F4A7C15)
_LOW_BITS = 16
_IMPOSSIBLE = -(1 << 24)
# Labels by number: 0 B, 1 M, 2 E, 3 S; and which two may stand before each.
_END, _SINGLE = 2, 3
_BEFORE_LABEL = np.array([[2, 3], [0, 1], [0, 1], [2, 3]], np.uint8)
_BREAK = 96  # longer stretches are decoded in pieces of so many characters …
_OVERLAP = 16  # … each with so many of its neighbours
_BATCH = 1 << 15  # characters whose features are looked up at once


def keys_of(template: int, first: NDArray[Any], second: NDArray[Any] | int) -> NDArray[np.uint32]:
    """The 32-bit keys of a feature whose characters are ``first`` and ``second`` (0 for none)."""
    packed = first.astype(np.uint64) << np.uint64(21)
    packed |= np.asarray(second, np.uint64)
    packed |= np.uint64(template << 42)
    return ((packed * _MIXER) >> np.uint64(32)).astype(np.uint32)


def split_keys(keys: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
    """Sorted keys as they are stored: where each upper half begins, and the lower halves."""
    upper = np.arange((1 << (32 - _LOW_BITS)) + 1, dtype=np.uint64) << np.uint64(_LOW_BITS)
    starts = np.searchsorted(keys.astype(np.uint64), upper)
    return starts.astype(np.uint32), (keys & np.uint32(0xFFFF)).astype(np.uint16)


class Boundaries:
    """The model that decides where words end. Raises ModelUnusable when it cannot be loaded."""

    def __init__(self, place: Path | None = None) -> None:
        model = container.load(NAME, VERSION, place)
        self.digest = model.digest
        self._starts = model.arrays["starts"].astype(np.int32)
        most = int(np.diff(self._starts).max(initial=1))
        # Halving steps that reach over the longest group of keys with one upper half.
        self._halves = [1 << bit for bit in range(most.bit_length() - 1, -1, -1)]
        low = model.arrays["low"]
        self._low = np.concatenate([low, np.zeros(2 * self._halves[0], np.uint16)])
        # One more row for all that is not known.
        weights = model.arrays["weights"]
        self._weights = np.vstack([weights, np.zeros((1, 3), np.int8)])
        self._steps = model.arrays["transitions"].tolist()

    def ends(
        self,
        codes: NDArray[np.uint32],
        starts: NDArray[np.int64],
        stops: NDArray[np.int64],
        favoured: Sequence[tuple[int, int]] = (),
    ) -> NDArray[np.bool_]:
        """Tell for each character of the half-open stretches whether a word ends after it.

        ``codes`` are code points of texts, each between :data:`BEFORE` and :data:`AFTER`; words
        never leave a stretch, but what stands around it is seen. Elsewhere the answer is False.
        ``favoured`` are half-open ranges that are words if the text at all allows it.
        """
        scores = self._scores(codes)
        for start, stop in favoured:
            scores[start, 0] += FAVOUR
            scores[start + 1 : stop - 1, 1] += FAVOUR
            scores[stop - 1, 2] += FAVOUR
        found = np.zeros(len(codes), np.bool_)
        first, last, inner, outer = _pieces(starts, stops)
        decoded = self._decode(scores, first, last)
        # Of each piece only its middle is used; the rest was there to be seen.
        sizes = last - first
        places = np.repeat(first, sizes) + _ranks(sizes)
        used = (places >= np.repeat(inner, sizes)) & (places < np.repeat(outer, sizes))
        found[places[used]] = decoded[used]
        found[stops - 1] = True
        return found

    def _scores(self, codes: NDArray[np.uint32]) -> NDArray[np.int32]:
        """What speaks for B, M and E rather than S, one row a character."""
        plain = _half_width(codes).astype(np.uint64)
        padded = np.concatenate([np.zeros(2, np.uint64), plain, np.zeros(2, np.uint64)])
        out = np.empty((len(codes), 3), np.int32)
        for at in range(0, len(codes), _BATCH):
            size = min(_BATCH, len(codes) - at)
            total = np.zeros((size, 3), np.int16)
            for number, places in enumerate(TEMPLATES):
                seen = [padded[2 + at + p : 2 + at + p + size] for p in places]
                keys = keys_of(number, seen[0], seen[1] if len(seen) > 1 else 0)
                total += self._weights[self._rows(keys)]
            out[at : at + size] = total
        return out

    def _rows(self, keys: NDArray[np.uint32]) -> NDArray[np.int32]:
        """The row of each key in the weights, the last one for keys that are not there.

        A search by halves in the few keys with the same upper half, for all keys at once: four
        times as fast as one in all keys, where every step waits for the memory.
        """
        upper = keys >> np.uint32(_LOW_BITS)
        low = (keys & np.uint32(0xFFFF)).astype(np.uint16)
        at, end = self._starts[upper], self._starts[upper + 1]
        for half in self._halves:
            further = at + half
            at = np.where((further < end) & (self._low[further] <= low), further, at)
        found = (at < end) & (self._low[at] == low)
        return np.where(found, at, np.int32(len(self._weights) - 1))

    def _decode(
        self, scores: NDArray[np.int32], starts: NDArray[np.int64], stops: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Decode stretches; the answers follow each other in the order of the stretches."""
        lengths = stops - starts
        order = np.argsort(-lengths, kind="stable")
        longest = int(lengths.max(initial=0))
        # How many stretches still go on at each step, the longest first.
        active = np.searchsorted(-lengths[order], -np.arange(longest), side="left")
        chosen, label = self._forward(scores, starts[order], active)
        return _backward(chosen, label, lengths, order)

    def _forward(
        self, scores: NDArray[np.int32], places: NDArray[np.int64], active: NDArray[np.int64]
    ) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Go through all stretches at once: where each best way came from, and how it ends.

        The bits of a choice tell of B, M, E and S which of the two possible labels stood before.
        """
        (_, bm, be, _), (_, mm, me, _), (eb, _, _, es), (sb, _, _, ss) = self._steps
        chosen = np.zeros((len(active), len(places)), np.uint8)
        last = np.zeros(len(places), np.uint8)
        # Before a stretch stands, as it were, a word of one character, and after it, too.
        none = np.full(len(places), _IMPOSSIBLE, np.int32)
        b, m, e, s = none, none, none, np.zeros(len(places), np.int32)
        for step, count in enumerate(active.tolist()):
            at = scores[places[:count] + step]
            b, m, e, s = b[:count], m[:count], e[:count], s[:count]
            b_after_e, b_after_s = e + eb, s + sb
            m_after_b, m_after_m = b + bm, m + mm
            e_after_b, e_after_m = b + be, m + me
            s_after_e, s_after_s = e + es, s + ss
            chosen[step, :count] = (
                (b_after_s > b_after_e)
                + 2 * (m_after_m > m_after_b)
                + 4 * (e_after_m > e_after_b)
                + 8 * (s_after_s > s_after_e)
            )
            b = np.maximum(b_after_e, b_after_s) + at[:, 0]
            m = np.maximum(m_after_b, m_after_m) + at[:, 1]
            e = np.maximum(e_after_b, e_after_m) + at[:, 2]
            s = np.maximum(s_after_e, s_after_s)
            last[:count] = np.where(s + ss >= e + es, _SINGLE, _END)
        return chosen, last


def _backward(
    chosen: NDArray[np.uint8],
    label: NDArray[np.uint8],
    lengths: NDArray[np.int64],
    order: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Follow the choices back from the last label of each stretch."""
    ends = np.zeros(chosen.shape, np.bool_)
    sorted_lengths = lengths[order]
    for step in range(len(chosen) - 1, -1, -1):
        count = int(np.searchsorted(-sorted_lengths, -step, side="left"))
        now = label[:count]
        ends[step, :count] = now >= _END
        label[:count] = _BEFORE_LABEL[now, (chosen[step, :count] >> now) & 1]
    # Back into the order in which the stretches were given.
    ranks = _ranks(lengths)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return ends[ranks, np.repeat(place, lengths)]


def _ranks(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """0, 1, 2 … for each length, one after the other."""
    total = int(lengths.sum())
    return np.arange(total) - np.repeat(np.cumsum(lengths) - lengths, lengths)


def _pieces(
    starts: NDArray[np.int64], stops: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Break long stretches: what is decoded of each piece, and what of that is used."""
    counts = np.maximum(1, -(-(stops - starts) // _BREAK))
    which = np.repeat(np.arange(len(starts)), counts)
    inner = starts[which] + _ranks(counts) * _BREAK
    outer = np.minimum(inner + _BREAK, stops[which])
    first = np.maximum(inner - _OVERLAP, starts[which])
    last = np.minimum(outer + _OVERLAP, stops[which])
    return first, last, inner, outer


def _half_width(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Write full-width digits and letters as the model knows them."""
    wide = (codes >= 0xFF10) & (codes <= 0xFF5A)
    plain = codes - np.uint32(0xFEE0)
    letters = (plain < 0x3A) | ((plain > 0x40) & (plain < 0x5B)) | (plain > 0x60)
    return np.where(wide & letters, plain, codes)
