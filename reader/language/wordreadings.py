"""Readings of words and characters, gathered from CC-CEDICT and pypinyin.

Everything is in citation tones: pypinyin's phrases carry the sandhi of 一 and 不 inside,
which is undone here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.domain.lexicon import Entry
from reader.domain.pinyin import plain, tone
from reader.domain.script import is_han
from reader.language.handmade import READINGS

DOUBTFUL = "?"  # put before a reading when the dictionary has several
_CITATION = {"一": "yī", "不": "bù"}
_RARE_SHARE = 0.01  # a reading rarer than this in running words is no polyphony
_MANY_WORDS = 3

Reading = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """What is known about reading.

    ``words`` maps a word to its syllables, space separated, or to "" for those of its
    characters; ``characters`` holds each character's default; ``polyphones`` are the
    characters of which the default alone proves nothing.
    """

    words: dict[str, str]
    characters: dict[str, str]
    polyphones: str


def build(
    entries: Iterable[Entry],
    phrases: Mapping[str, list[list[str]]],
    singles: Mapping[int, str],
    frequencies: Mapping[str, int],
) -> Readings:
    """Choose one reading a word and one a character."""
    candidates = _candidates(entries)
    chosen: dict[str, tuple[Reading, bool]] = {}
    for word, readings in candidates.items():
        if len(word) > 1:
            chosen[word] = _choose(readings, _phrase(word, phrases))
    for word in phrases:
        reading = _phrase(word, phrases)
        # Pairs that jieba does not know either are noise in pypinyin's list (更好 gēng).
        if word not in chosen and reading and (len(word) > 2 or frequencies.get(word)):
            chosen[word] = (reading, True)
    chosen.update({word: (reading, True) for word, reading in READINGS.items()})
    counts = _count(chosen, frequencies)
    characters = {chr(code): text.split(",")[0] for code, text in singles.items()}
    for char, counted in counts.items():
        if toned := {s: w for s, (w, _) in counted.items() if tone(s) < 5}:
            characters[char] = max(toned, key=lambda s: (toned[s], s))
    return Readings(_differing(chosen, characters), characters, _polyphones(counts))


def _candidates(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries of every word written in Han characters alone, one syllable each."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        word = entry.simplified
        if len(word) == len(entry.syllables) and all(map(is_han, word)):
            found[word].append(entry)
    return found


def _choose(entries: list[Entry], phrase: Reading) -> tuple[Reading, bool]:
    """Pick one of the dictionary's readings; tell whether there is no real choice."""
    common = [e for e in entries if not e.is_proper] or entries
    direct = [e for e in common if not all(_points_away(s) for s in e.senses)] or common
    readings = list(dict.fromkeys(e.syllables for e in direct))
    if len(readings) == 1:
        return readings[0], True
    same = [r for r in readings if _agree(r, phrase)]
    # Of readings that differ in a neutral tone only, the lighter one is the everyday word.
    best = min(same or readings, key=lambda r: -sum(tone(s) == 5 for s in r))
    return best, all(_agree(best, other) for other in readings)


def _points_away(sense: str) -> bool:
    """Whether a sense only points to another entry."""
    return "variant of" in sense or sense.startswith(("see ", "used in ", "(old)"))


def _agree(one: Reading, other: Reading) -> bool:
    """Whether two readings are the same but for neutral tones."""
    return len(one) == len(other) and all(
        a.lower() == b.lower() or (plain(a) == plain(b) and 5 in (tone(a), tone(b)))
        for a, b in zip(one, other, strict=True)
    )


def _phrase(word: str, phrases: Mapping[str, list[list[str]]]) -> Reading:
    """The reading of pypinyin's phrase in citation tones, or () when there is none."""
    given = phrases.get(word)
    if given is None or len(given) != len(word) or not all(map(is_han, word)):
        return ()
    pairs = zip(word, given, strict=True)
    return tuple(_CITATION.get(char, options[0]) for char, options in pairs)


Counts = dict[str, dict[str, tuple[int, int]]]


def _count(chosen: Mapping[str, tuple[Reading, bool]], frequencies: Mapping[str, int]) -> Counts:
    """Count each character's readings in words: by frequency and by number of words."""
    weights: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for word, (reading, sure) in chosen.items():
        if not sure:
            continue
        weight = frequencies.get(word, 0) + 1
        for char, syllable in zip(word, reading, strict=True):
            weights[char][syllable.lower()] += weight
            types[char][syllable.lower()] += 1
    return {c: {s: (w, types[c][s]) for s, w in counted.items()} for c, counted in weights.items()}


def _polyphones(counts: Counts) -> str:
    """Characters of which a second reading is not rare."""
    out = []
    for char, counted in counts.items():
        toned = sorted(((w, t) for s, (w, t) in counted.items() if tone(s) < 5), reverse=True)
        total = sum(w for w, _ in toned)
        if any(t >= _MANY_WORDS or w >= total * _RARE_SHARE for w, t in toned[1:]):
            out.append(char)
    return "".join(sorted(out))


def _differing(
    chosen: Mapping[str, tuple[Reading, bool]], characters: Mapping[str, str]
) -> dict[str, str]:
    """Write readings down, as "" where the characters' defaults say the same."""
    out = {}
    for word, (reading, sure) in chosen.items():
        same = all(characters.get(c) == s for c, s in zip(word, reading, strict=True))
        text = "" if same else " ".join(s or "-" for s in reading)
        out[word] = text if sure else f"{DOUBTFUL}{' '.join(reading)}"
    return out
