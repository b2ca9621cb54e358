"""The words text is cut into: jieba's dictionary, cleaned, with CC-CEDICT's words added."""

from collections.abc import Iterable, Mapping
from math import exp, log

from reader.language.handmade import NOT_WORDS

# Words that cling to the next one, or to the one before, in jieba's dictionary.
_FIRST = frozenset("要以并此的在和与将对把被就也愿而向从")
_LAST = frozenset("的了在中上下去里和与是以地着过")
_NAMES = frozenset({"nr", "nrt", "nrfg"})
_PROPER = frozenset({"ns", "nt"}) | _NAMES
_RARE_NAME = 20  # below this, jieba's list of names is mostly words glued together
_NEW_PAIR = 2  # frequency of two characters that only CC-CEDICT knows


def build(
    lines: Iterable[str], dictionary: frozenset[str]
) -> tuple[dict[str, int], frozenset[str]]:
    """Return frequencies with prefixes (as jieba wants them) and the names of people.

    ``lines`` is jieba's dictionary; ``dictionary`` the words of CC-CEDICT, which stay.
    """
    found: dict[str, int] = {}
    tags: dict[str, str] = {}
    for line in lines:
        word, frequency, tag = line.split(" ")[:3]
        found[word], tags[word] = int(frequency), tag.strip()
    words = {
        w: f for w, f in found.items() if w in dictionary or _keep(w, f, tags[w], found, dictionary)
    }
    names = frozenset(w for w in words if tags[w] in _NAMES and w not in dictionary)
    logs = {word: log(frequency or 1) for word, frequency in words.items()}
    total = log(sum(words.values()))
    for word in dictionary:
        if word not in words and len(word) > 1 and word not in NOT_WORDS:
            new = needed(word, logs, total) if len(word) > 2 else _NEW_PAIR
            words[word] = new
    for word in list(words):
        for end in range(1, len(word)):
            words.setdefault(word[:end], 0)
    return words, names


def needed(word: str, logs: Mapping[str, float], total: float) -> int:
    """The frequency at which ``word`` just beats the best way of cutting it up."""
    best = [0.0] * (len(word) + 1)
    for at in range(len(word) - 1, -1, -1):
        best[at] = max(
            logs.get(word[at:end], -1.0 if end == at + 1 else -1e9) - total + best[end]
            for end in range(at + 1, len(word) + (at > 0))
        )
    return int(exp(min(best[0] + total, 12.0))) + 1


def _keep(
    word: str, frequency: int, tag: str, found: Mapping[str, int], dictionary: frozenset[str]
) -> bool:
    """Whether an entry that only jieba has is one word."""
    if len(word) == 1 or word in NOT_WORDS:
        return word not in NOT_WORDS
    if tag in _PROPER:
        return tag not in _NAMES or frequency >= _RARE_NAME
    first, last = word[0] in _FIRST, word[-1] in _LAST
    if len(word) == 2:
        return not (first and (last or word[1] in _FIRST))
    glued = (first and last) or (first and _known(word[1:], found))
    if glued or (last and _known(word[:-1], found)):
        return False
    return len(word) < 4 or not _tiled(word, dictionary)


def _known(word: str, found: Mapping[str, int]) -> bool:
    return len(word) > 1 and found.get(word, 0) > 0


def _tiled(word: str, dictionary: frozenset[str]) -> bool:
    """Whether ``word`` is a row of dictionary words of two characters or more."""
    if word in dictionary:
        return True
    return any(
        word[:end] in dictionary and _tiled(word[end:], dictionary)
        for end in range(2, len(word) - 1)
    )
