"""Which of its readings a character has here: one small logistic regression a character.

What speaks for a reading is the sum of the weights of some thirty features: the three
characters on each side, one by one and in rows; the word, the character's place in it, the words
beside it and their tags; and what the dictionary says, and how it came to say so. Features are
kept as 32-bit keys of a hash with weights as whole numbers, so that every machine reads alike.

The task is that of K. Park and S. Lee, "g2pM: A Neural Grapheme-to-Phoneme Conversion Package
for Mandarin Chinese Based on a New Open Benchmark Dataset", 2020. Their network is heard, too,
where the dictionary does not have the word (see `network`).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.language.models import container
from reader.language.models.network import Opinions

NAME = "readings"
VERSION = 2

MOST = 5
"""Readings that are told apart of one character; others are too rare to be learnt."""
NO_READING = 7
"""Stands for what is said where it is none of the readings that are told apart."""
STEP = 1 / 32
"""What one whole number of the stored weights stands for."""

(
    CHARACTER, A3, A2, A1, B1, B2, B3, WORD, OFFSET, LENGTH, BEFORE, AFTER, BEFORE_2, AFTER_2,
    BEFORE_LAST, AFTER_FIRST, BEFORE_LENGTH, AFTER_LENGTH, SAID, SOURCE,
    TAG, BEFORE_TAG, AFTER_TAG, BEFORE_2_TAG, AFTER_2_TAG, AT,
) = range(26)  # fmt: skip
"""Columns of a place: code points, hashes of words, small numbers; its place in all texts."""

TEMPLATES: tuple[tuple[int, ...], ...] = (
    (),
    (A1,), (B1,), (A2,), (B2,), (A3,), (B3,),
    (A2, A1), (B1, B2), (A1, B1), (A3, A2, A1), (B1, B2, B3), (A2, A1, B1), (A1, B1, B2),
    (WORD, OFFSET), (LENGTH, OFFSET), (BEFORE,), (AFTER,), (BEFORE, AFTER), (BEFORE_2,), (AFTER_2,),
    (BEFORE_LAST, BEFORE_LENGTH), (AFTER_FIRST, AFTER_LENGTH), (BEFORE_LENGTH, LENGTH, AFTER_LENGTH),
    (SAID, SOURCE), (SAID, SOURCE, A1), (SAID, SOURCE, B1),
    (TAG, OFFSET), (BEFORE_TAG,), (AFTER_TAG,), (BEFORE_TAG, AFTER_TAG), (BEFORE_2_TAG, BEFORE_TAG),
    (AFTER_TAG, AFTER_2_TAG), (SAID,), (BEFORE_LAST, BEFORE_TAG), (BEFORE_TAG, BEFORE_LENGTH, AFTER_TAG),
)  # fmt: skip
"""The columns of each feature; the character itself belongs to all."""

_EDGE = 1
_GAP = 3
_MIXER = np.uint64(0x9E3779B97F4A7C15)
_REMEMBERED = 50_000


class Place(NamedTuple):
    """A character to be read: where it stands, and what the dictionary says.

    ``piece`` counts the words of its text; ``said`` is a number of its readings, ``source`` how
    the dictionary came to it.
    """

    text: int
    piece: int
    offset: int
    said: int
    source: int


def word_hash(word: str) -> int:
    """A word as a number, the same on every machine."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) | 1


def keys(columns: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The keys of all features of places, a row of columns each: places × templates."""
    out = np.empty((len(columns), len(TEMPLATES)), np.uint32)
    across = np.ascontiguousarray(columns.T)
    with np.errstate(over="ignore"):
        for number, used in enumerate(TEMPLATES):
            mixed = (across[CHARACTER] + np.uint64(number << 32)) * _MIXER
            for column in used:
                mixed = (mixed ^ (mixed >> np.uint64(29)) ^ across[column]) * _MIXER
            out[:, number] = (mixed >> np.uint64(32)).astype(np.uint32)
    return out


def together(texts: Sequence[str]) -> NDArray[np.uint32]:
    """The code points of texts, with three that belong to none before, between and behind them."""
    gap = chr(_EDGE) * _GAP
    return np.frombuffer(
        (gap + gap.join(texts) + gap).encode("utf-32-le", "surrogatepass"), np.uint32
    )


class Tags:
    """The tag of each common word as a small number; the rest go by their last character.

    ``hashes`` ascend. They stay an array: a dictionary of them would take 30 MB.
    """

    def __init__(self, hashes: NDArray[np.uint32], tags: NDArray[np.uint8]) -> None:
        self._hashes = hashes
        self._tags = tags

    def __call__(self, word: str) -> int:
        """The tag of a word."""
        tag = self._of(word)
        if tag is not None:
            return tag
        if not word or not "㐀" <= word[0] <= "鿿":
            return 252 if word.isdecimal() else 253
        return 128 + (self._of(word[-1]) or 0) % 64

    def _of(self, word: str) -> int | None:
        wanted = np.uint32(word_hash(word))
        at = int(self._hashes.searchsorted(wanted))
        if at < len(self._hashes) and self._hashes[at] == wanted:
            return int(self._tags[at])
        return None


IMPOSSIBLE = -50.0
"""The score of a reading that a character does not have."""


class Decision:
    """When the model overrules the dictionary, and when it is sure; by how that came to its reading.

    ``leads`` are what a reading must be ahead of the dictionary's, ``margins`` what the one chosen
    must be ahead of any other to be sure; both are indexed by the source of a place.
    """

    def __init__(self, leads: Sequence[float], margins: Sequence[float]) -> None:
        self._leads = np.array(leads)
        self._margins = np.array(margins)

    def choose(
        self, scores: NDArray[np.float64], said: NDArray[np.int64], source: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The reading chosen of each place, and its margin, which may be negative."""
        every = np.arange(len(scores))
        best = scores.argmax(1)
        known = said != NO_READING
        of_said = np.where(known, scores[every, np.where(known, said, 0)], IMPOSSIBLE)
        overruled = scores[every, best] - of_said >= self._leads[source]
        chosen = np.where(overruled, best, said)
        own = np.where(overruled, scores[every, best], of_said)
        others = scores.copy()
        valid = chosen != NO_READING
        others[every[valid], chosen[valid]] = IMPOSSIBLE
        return chosen, own - others.max(1)

    def sure(self, margins: NDArray[np.float64], source: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether margins are large enough."""
        return margins >= self._margins[source]


class Columns:
    """Makes the columns of places; remembers what is the same wherever a word stands."""

    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self._known: dict[str, tuple[int, int, int, int, int]] = {}

    def of(
        self, texts: Sequence[str], words: Sequence[Sequence[str]], places: Sequence[Place]
    ) -> NDArray[np.uint64]:
        """A row of columns a place; ``words`` cover each text."""
        codes = together(texts)
        outside = (_EDGE, _EDGE, _EDGE, 0, _EDGE)
        facts = [outside, outside]
        first_word, first_char, starts = [], [], [0, 0]
        at = _GAP
        for text, own in zip(texts, words, strict=True):
            first_word.append(len(facts))
            first_char.append(at)
            begin = at
            for word in own:
                starts.append(begin)
                begin += len(word)
                facts.append(self._known.get(word) or self._learn(word))
            facts += (outside, outside)
            starts += (0, 0)
            at += len(text) + _GAP
        table = np.array(facts, np.uint64)
        given = np.array(places, np.int64).reshape(-1, 5)
        word_at = np.array(first_word, np.int64)[given[:, 0]] + given[:, 1]
        char_at = np.array(starts, np.int64)[word_at] + given[:, 2]
        out = np.empty((len(given), AT + 1), np.uint64)
        for column, step in zip(
            (CHARACTER, A3, A2, A1, B1, B2, B3), (0, -3, -2, -1, 1, 2, 3), strict=True
        ):
            out[:, column] = codes[char_at + step]
        own_facts, before, after = table[word_at], table[word_at - 1], table[word_at + 1]
        before_2, after_2 = table[word_at - 2], table[word_at + 2]
        out[:, WORD] = np.where(own_facts[:, 3] > 1, own_facts[:, 0], 0)
        out[:, OFFSET] = np.minimum(given[:, 2], 3)
        out[:, LENGTH] = own_facts[:, 3]
        out[:, BEFORE], out[:, AFTER] = before[:, 0], after[:, 0]
        out[:, BEFORE_2], out[:, AFTER_2] = before_2[:, 0], after_2[:, 0]
        out[:, BEFORE_LAST], out[:, AFTER_FIRST] = before[:, 2], after[:, 1]
        out[:, BEFORE_LENGTH] = np.minimum(before[:, 3], 3)
        out[:, AFTER_LENGTH] = np.minimum(after[:, 3], 3)
        out[:, SAID], out[:, SOURCE] = given[:, 3], given[:, 4]
        out[:, TAG], out[:, BEFORE_TAG], out[:, AFTER_TAG] = (
            own_facts[:, 4],
            before[:, 4],
            after[:, 4],
        )
        out[:, BEFORE_2_TAG], out[:, AFTER_2_TAG] = before_2[:, 4], after_2[:, 4]
        out[:, AT] = char_at
        return out

    def _learn(self, word: str) -> tuple[int, int, int, int, int]:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        facts = (word_hash(word), ord(word[0]), ord(word[-1]), min(len(word), 4), self._tags(word))
        self._known[word] = facts
        return facts


class Polyphones:
    """The model that reads polyphonic characters. Raises ModelUnusable when it cannot be loaded."""

    def __init__(self, place: Path | None = None) -> None:
        model = container.load(NAME, VERSION, place)
        self.digest = model.digest
        about, arrays = model.about, model.arrays
        self.readings: dict[str, tuple[str, ...]] = {
            char: tuple(own.split(" ")) for char, own in about["readings"].items()
        }
        """The readings of each character that are told apart, with tone marks."""
        self._columns = Columns(Tags(arrays["tagged"], arrays["tags"]))
        self._decision = Decision(about["leads"], about["margins"])
        self._sizes = {ord(char): len(own) for char, own in self.readings.items()}
        self._opinions = Opinions(arrays)
        self._heard = np.array(about["heard"], np.bool_)
        self._keys = arrays["keys"]
        self._weights = np.vstack([arrays["weights"], np.zeros((1, MOST), np.int8)])

    def choose(
        self, texts: Sequence[str], words: Sequence[Sequence[str]], places: Sequence[Place]
    ) -> tuple[list[int], list[bool]]:
        """The number of the reading of each place, and whether that is sure."""
        columns = self._columns.of(texts, words, places)
        said, source = columns[:, SAID].astype(np.int64), columns[:, SOURCE].astype(np.int64)
        steps = self._scores(columns)
        asked = np.flatnonzero(self._heard[source])
        at = columns[asked, AT].astype(np.int64)
        # Whole steps: the last digits of an exponential are not the same on every machine.
        opinion = self._opinions.scores(together(texts), at) / STEP
        steps[asked] += np.round(opinion).astype(np.int32)
        scores = steps.astype(np.float64) * STEP
        sizes = np.array([self._sizes[code] for code in columns[:, CHARACTER].tolist()])
        scores[np.arange(MOST) >= sizes[:, None]] = IMPOSSIBLE
        chosen, margins = self._decision.choose(scores, said, source)
        return chosen.tolist(), self._decision.sure(margins, source).tolist()

    def _scores(self, columns: NDArray[np.uint64]) -> NDArray[np.int32]:
        """What speaks for each reading of each place, in units of `STEP`: places × `MOST`."""
        found = keys(columns)
        rows = np.searchsorted(self._keys, found)
        rows[rows == len(self._keys)] = 0
        rows[self._keys[rows] != found] = len(self._keys)
        return np.asarray(self._weights[rows].sum(1, dtype=np.int32), np.int32)
