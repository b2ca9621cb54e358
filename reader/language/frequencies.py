"""How often words are used: the ranks of jieba's dictionary.

Its counts come from newspapers and literature (the corpora are named in jieba's own
documentation). Counts below :data:`LEAST` tell nothing: more than half of all words share them.
"""

from collections.abc import Iterator
from importlib import resources

LEAST = 4
"""The smallest count that gives a rank."""


def ranks() -> tuple[Iterator[tuple[str, int]], int]:
    """Return words with their rank, 1 the most frequent, and how many words there are in all.

    Words of the same count share the rank of the first.
    """
    # Read as a resource: importing jieba would load its whole dictionary.
    text = (resources.files("jieba") / "dict.txt").read_text(encoding="utf-8")
    counts = [(word, int(count)) for word, count in _pairs(text)]
    counts.sort(key=lambda pair: (-pair[1], pair[0]))
    return _ranked(counts), len(counts)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Word and count of each line; the part of speech is left out."""
    for line in text.splitlines():
        fields = line.split(" ")
        if len(fields) >= 2 and fields[1].isdigit():
            yield fields[0], fields[1]


def _ranked(counts: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    rank, last = 0, -1
    for place, (word, count) in enumerate(counts, 1):
        if count < LEAST:
            return
        if count != last:
            rank, last = place, count
        yield word, rank
