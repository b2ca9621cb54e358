"""A small neural network's opinion of how a polyphone is read: what stands far from it counts, too.

The network is the one of K. Park and S. Lee, "g2pM: A Neural Grapheme-to-Phoneme Conversion
Package for Mandarin Chinese Based on a New Open Benchmark Dataset", 2020: 64 numbers a character,
an LSTM of 32 in each direction, and two layers above it. It has learnt from 79,000 sentences of an
encyclopedia, each for the sake of one character, so that it knows rare readings well and thinks
too much of them in everyday text. That is why `polyphones` hears it as one voice of several.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

UNKNOWN, BEGIN, END = range(3)
"""The rows of the table of characters that stand for none of them."""
WIDTH = 32
"""The numbers that an LSTM remembers, and those of the layer above both."""
GATES = 4 * WIDTH
"""Of each step: input, forget, cell, output."""

TEMPER = 0.5
"""The network is too sure of itself: what it says counts half before it is a probability."""
DOUBT = 0.003
"""The share of cases in which it may be quite wrong."""

_CELL = slice(2 * WIDTH, 3 * WIDTH)
_LONGEST = 64
"""Longer sentences are read in blocks of half as many characters, with a quarter on either side."""
_AT_ONCE = 256
_ENDS = np.array(sorted(map(ord, "\x01\n。！？；…!?")), np.uint32)
"""Characters that end a sentence; the first stands between texts."""


class Network:
    """Turns places in texts into what the last layer of the network sees.

    ``arrays`` are ``characters`` (code points, ascending), ``embedding`` (a row for each, after
    three for `UNKNOWN`, `BEGIN` and `END`), and of both directions ``input`` (2 × `GATES` × 64),
    ``bias`` (2 × `GATES`) and ``recurrent`` (2 × `GATES` × `WIDTH`); then ``hidden`` (`WIDTH` × 2
    `WIDTH`) and ``hidden_bias``.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._characters = arrays["characters"]
        # tanh(x / 2) / 2 + 1 / 2 is the logistic function: one function serves all gates.
        scale = np.full(GATES, 0.5, np.float32)
        scale[_CELL] = 1.0
        embedding = arrays["embedding"].astype(np.float32)
        self._size = len(embedding)
        self._steps = np.concatenate(
            [
                (embedding @ weights.T + bias) * scale
                for weights, bias in zip(arrays["input"], arrays["bias"], strict=True)
            ]
        )
        self._recurrent = np.ascontiguousarray(
            (arrays["recurrent"] * scale[:, None]).transpose(0, 2, 1)
        )
        self._hidden = np.ascontiguousarray(arrays["hidden"].T)
        self._hidden_bias = arrays["hidden_bias"]

    def hidden(self, codes: NDArray[np.uint32], at: NDArray[np.int64]) -> NDArray[np.float32]:
        """What is known of each place ``at`` of texts put together: places × `WIDTH`."""
        begin, end = _spans(codes, at)
        spans, own = np.unique(begin * (len(codes) + 1) + end, return_inverse=True)
        begins, ends = np.divmod(spans, len(codes) + 1)
        out = np.empty((len(at), 2 * WIDTH), np.float32)
        order = np.argsort(begins - ends, kind="stable")
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        for first in range(0, len(order), _AT_ONCE):
            some = order[first : first + _AT_ONCE]
            states = self._remembered(codes, begins[some], ends[some])
            asked = np.flatnonzero((rank[own] >= first) & (rank[own] < first + _AT_ONCE))
            row = rank[own[asked]] - first
            step = at[asked] - begin[asked] + 1
            back = end[asked] - at[asked]
            out[asked, :WIDTH] = states[step, 0, row]
            out[asked, WIDTH:] = states[back, 1, row]
        return np.asarray(np.maximum(out @ self._hidden + self._hidden_bias, 0), np.float32)

    def _remembered(
        self, codes: NDArray[np.uint32], begins: NDArray[np.int64], ends: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """The states along spans, the longest first: steps × directions × spans × `WIDTH`."""
        lengths = ends - begins + 2
        steps = int(lengths[0])
        rows = np.full((steps, 2, len(begins)), UNKNOWN)
        forth = begins[None] + np.arange(-1, steps - 1)[:, None]
        back = ends[None] - np.arange(steps)[:, None]
        for way, place in enumerate((forth, back)):
            inside = (place >= begins) & (place < ends)
            found = self._rows(codes[np.where(inside, place, 0)])
            found[place < begins] = BEGIN
            found[place >= ends] = END
            rows[:, way] = found + way * self._size
        active = (lengths[None] > np.arange(steps)[:, None]).sum(1)
        out = np.zeros((steps, 2, len(begins), WIDTH), np.float32)
        state = np.zeros((2, len(begins), WIDTH), np.float32)
        cell = np.zeros_like(state)
        for step in range(steps):
            count = active[step]
            gates = self._steps[rows[step, :, :count]]
            gates += state[:, :count] @ self._recurrent
            np.tanh(gates, out=gates)
            opened = gates * 0.5 + 0.5
            cell = opened[..., WIDTH : 2 * WIDTH] * cell[:, :count]
            cell += opened[..., :WIDTH] * gates[..., _CELL]
            state = opened[..., 3 * WIDTH :] * np.tanh(cell)
            out[step, :, :count] = state
        return out

    def _rows(self, codes: NDArray[np.uint32]) -> NDArray[np.int64]:
        """The row of the table of each character."""
        at = np.searchsorted(self._characters, codes)
        at[at == len(self._characters)] = 0
        return np.where(self._characters[at] == codes, at + END + 1, UNKNOWN)


def _spans(
    codes: NDArray[np.uint32], at: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the sentence around each place begins and ends; of a long one a part of it."""
    marks = np.flatnonzero(np.isin(codes, _ENDS))
    after = np.searchsorted(marks, at)
    begin, end = marks[after - 1] + 1, marks[after]
    end = end + (codes[end] != _ENDS[0])
    block = _LONGEST // 2
    long = end - begin > _LONGEST
    first = begin + (at - begin) // block * block
    return (
        np.where(long, np.maximum(begin, first - block // 2), begin),
        np.where(long, np.minimum(end, first + block + block // 2), end),
    )


class Opinions:
    """What the network thinks of the readings that are told apart, as scores.

    ``arrays`` are those of `Network` and ``output`` (classes × `WIDTH`) with ``output_bias``; of each
    of the characters ``asked`` (code points, ascending) the ``classes`` of its readings, -1 for those
    the network does not know (characters × readings), and ``heed``, how much it is heard.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._network = Network(arrays)
        self._output = arrays["output"]
        self._output_bias = arrays["output_bias"]
        self._asked = arrays["asked"]
        self._classes = arrays["classes"]
        self._heed = arrays["heed"]

    def scores(self, codes: NDArray[np.uint32], at: NDArray[np.int64]) -> NDArray[np.float64]:
        """What to add for each reading of the characters ``at``: places × readings, none above 0."""
        own = np.searchsorted(self._asked, codes[at])
        return np.asarray(self.logarithms(codes, at) * self._heed[own, None], np.float64)

    def logarithms(self, codes: NDArray[np.uint32], at: NDArray[np.int64]) -> NDArray[np.float64]:
        """Logarithms of the probability of each reading, `TEMPER` and `DOUBT` taken into account."""
        hidden = self._network.hidden(codes, at)
        classes = self._classes[np.searchsorted(self._asked, codes[at])]
        known = classes >= 0
        # Of hundreds of classes only those of the character: all of them would fill the memory.
        found = (self._output[classes] * hidden[:, None]).sum(2, dtype=np.float64)
        found = (found + self._output_bias[classes]) * TEMPER
        found[~known] = -np.inf
        highest = found.max(1, keepdims=True)
        share = np.exp(found - np.where(np.isfinite(highest), highest, 0))
        share /= np.maximum(share.sum(1, keepdims=True), 1e-9)
        return np.asarray(np.log((1 - DOUBT) * share + DOUBT / classes.shape[1]))
