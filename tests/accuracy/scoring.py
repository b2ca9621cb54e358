"""Scores readings by the rules that the figures of other programs were measured by.

* The tone is dictionary tone: a second tone before a third one is right where a third was said.
* Natural text tolerates a neutral tone on either side, and leaves 一 and 不 out.
* A character is polyphonic if the labelled sentences of CPP have it.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.domain.pinyin import plain, tone
from tests.accuracy.gold import Gold

_LEFT_OUT = frozenset("一不")


class Score(NamedTuple):
    """How many syllables were right, of how many; and of those marked sure and unsure."""

    right: int = 0
    total: int = 0
    sure: int = 0
    sure_wrong: int = 0

    @property
    def accuracy(self) -> float:
        """Share of right syllables in percent."""
        return 100 * self.right / max(1, self.total)

    @property
    def unsure(self) -> float:
        """Share of syllables that are marked unsure, in percent."""
        return 100 * (self.total - self.sure) / max(1, self.total)

    @property
    def wrong_of_sure(self) -> float:
        """Share of wrong syllables among those marked sure, in percent."""
        return 100 * self.sure_wrong / max(1, self.sure)

    def __add__(self, other: object) -> "Score":
        """Both together."""
        if not isinstance(other, Score):
            return NotImplemented
        return Score(*(a + b for a, b in zip(self, other, strict=True)))


Read = Mapping[int, tuple[str, bool]]
"""By place in the sentence: the syllable with a tone number, and whether it is sure."""


def numbered(syllable: str) -> str:
    """A syllable with a tone mark as one with a tone number: lǜ as lv4; the r of 儿 as er5."""
    if syllable == "r":
        return "er5"
    return f"{plain(syllable).replace('ü', 'v')}{tone(syllable)}" if syllable else ""


def exact(gold: Gold, read: Read) -> Score:
    """CPP: the labelled characters, tone and all."""
    return _score(gold, read, tolerant=False)


def natural(gold: Gold, read: Read, characters: Iterable[str] | None = None) -> Score:
    """Natural text: all characters, or those of a set."""
    wanted = None if characters is None else frozenset(characters)
    kept = {
        at: syllable
        for at, syllable in gold.syllables.items()
        if gold.text[at] not in _LEFT_OUT and (wanted is None or gold.text[at] in wanted)
    }
    return _score(gold._replace(syllables=kept), read, tolerant=True, all_of=gold.syllables)


def _score(
    gold: Gold, read: Read, *, tolerant: bool, all_of: Mapping[int, str] | None = None
) -> Score:
    total = Score()
    for at, label in gold.syllables.items():
        syllable, sure = read.get(at, ("", True))
        after = (all_of or gold.syllables).get(at + 1, "")
        right = matches(syllable, label, after, tolerant=tolerant)
        total += Score(int(right), 1, int(sure), int(sure and not right))
    return total


def matches(syllable: str, label: str, after: str, *, tolerant: bool) -> bool:
    """Whether a syllable read is the one labelled; ``after`` is the label behind it."""
    if syllable == label:
        return True
    if not tolerant or syllable[:-1] != label[:-1]:
        return False
    neutral = "5" in {syllable[-1], label[-1]}
    # Third-tone sandhi; the syllable behind may itself have changed.
    changed = syllable[-1] == "3" and label[-1] == "2" and after[-1:] in {"3", "2"}
    return neutral or changed
