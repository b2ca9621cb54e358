"""Words of a paragraph as a small blob that decodes fast: one list a field, not one a word.

The first four bytes are a CRC of the rest, so that a flipped bit costs a new analysis
and not a wrong reading.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from typing import Any

from reader.domain.words import ReadingSource, Word, WordKind

FORMAT = 1
"""Raised with every change of this module; stored words of another format are dropped."""

_KINDS = {
    WordKind.WORD: "w",
    WordKind.TERM: "t",
    WordKind.NAME: "n",
    WordKind.NUMBER: "d",
    WordKind.PUNCTUATION: "p",
    WordKind.LATIN: "l",
}
_SOURCES = {
    ReadingSource.USER: "u",
    ReadingSource.GLOSSARY: "g",
    ReadingSource.DICTIONARY: "c",
    ReadingSource.MODEL: "m",
    ReadingSource.DEFAULT: "d",
}
_KIND_OF = {letter: kind for kind, letter in _KINDS.items()}
_SOURCE_OF = {letter: source for source, letter in _SOURCES.items()}


def encode(words: Sequence[Word]) -> bytes:
    """Pack ``words``. Raises ValueError for a syllable that holds white space."""
    data = json.dumps(_pack(words), ensure_ascii=False, separators=(",", ":"))
    body = data.encode("utf-8", "surrogatepass")
    return zlib.crc32(body).to_bytes(4, "big") + body


def decode(blob: bytes, moved: int = 0) -> tuple[Word, ...]:
    """Unpack what :func:`encode` made, every offset moved by so much.

    Raises ValueError for anything else.
    """
    body = blob[4:]
    if zlib.crc32(body) != int.from_bytes(blob[:4], "big"):
        raise ValueError("stored words are damaged")
    return _unpack(json.loads(body.decode("utf-8", "surrogatepass")), moved)


def _pack(words: Sequence[Word]) -> dict[str, Any]:
    """Turn words into columns; a column that holds only the usual value is left out."""
    packed: dict[str, Any] = {
        "e": [word.end - word.start for word in words],
        "k": "".join(_KINDS[word.kind] for word in words),
        "s": "".join(_SOURCES[word.source] for word in words),
        "y": "\n".join(_join(word.syllables) for word in words),
        "?": [i for i, word in enumerate(words) if not word.sure],
        "t": {i: word.term for i, word in enumerate(words) if word.term is not None},
        "p": {i: _pack(word.parts) for i, word in enumerate(words) if word.parts},
        "n": {i: word.spoken for i, word in enumerate(words) if word.spoken is not None},
    }
    starts = [word.start for word in words]
    if starts != _starts(starts[0] if starts else 0, packed["e"]):
        packed["b"] = starts  # with gaps, or out of order
    elif starts and starts[0]:
        packed["b"] = starts[0]
    return {key: column for key, column in packed.items() if column}


def _unpack(packed: dict[str, Any], moved: int) -> tuple[Word, ...]:
    lengths = packed.get("e", [])
    count = len(lengths)
    begin = packed.get("b", 0)
    if isinstance(begin, list):
        starts = [start + moved for start in begin]
    else:
        starts = _starts(begin + moved, lengths)
    parts = {i: _unpack(inner, moved) for i, inner in packed.get("p", {}).items()}
    return _build(
        count,
        starts,
        map(int.__add__, starts, lengths),
        map(_KIND_OF.__getitem__, packed.get("k", "")),
        map(_split, packed.get("y", "").split("\n")),
        map(_SOURCE_OF.__getitem__, packed.get("s", "")),
        _sparse(count, True, dict.fromkeys(packed.get("?", ()), False)),
        _sparse(count, None, packed.get("t", {})),
        _sparse(count, (), parts),
        _sparse(count, None, packed.get("n", {})),
    )


def _build(count: int, *columns: Iterable[object]) -> tuple[Word, ...]:
    """Make the words of columns in the order of their fields, driven from C."""
    rows = zip(*columns, strict=False)  # those that hold only the usual value never end
    words: tuple[Word, ...] = tuple(map(tuple.__new__, repeat(Word), rows))
    if len(words) != count:
        raise ValueError("stored words are damaged")
    return words


def _starts(begin: int, lengths: Sequence[int]) -> list[int]:
    """Where words of these lengths start when each follows the one before."""
    return list(accumulate(lengths, initial=begin))[: len(lengths)]


def _sparse(count: int, usual: object, others: dict[Any, Any]) -> Iterable[object]:
    """A column of the usual value but for ``others``, by index."""
    if not others:
        return repeat(usual)
    column = [usual] * count
    for index, value in others.items():
        column[int(index)] = value
    return column


def _join(syllables: tuple[str, ...]) -> str:
    """Each syllable followed by a space, so that one empty syllable differs from none."""
    text = "".join(f"{syllable} " for syllable in syllables)
    if "\n" in text or text.count(" ") != len(syllables):
        raise ValueError("a syllable holds white space")
    return text


@lru_cache(maxsize=8192)
def _split(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(" ")[:-1])
