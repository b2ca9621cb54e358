"""What happens to texts: editing, re-flow, other characters for the same, repeated sentences."""

import random
import re
from collections.abc import Callable

from reader.language.respelling import respeller
from tests.anchoring.tracked import Tracked

Change = Callable[[Tracked, random.Random], None]

_COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
_WAYS = {
    "，": ",",
    "。": "．",
    "：": ":",
    "；": ";",
    "！": "!",
    "？": "?",
    "“": "「",
    "”": "」",
    "（": "(",
    "）": ")",
}


def phrase(text: str, place: int, chance: random.Random, longest: int = 40) -> str:
    """Some words that are in the text already, or common ones.

    Not words from beside ``place``: put in there while their originals are taken out, they are
    the same text at the same place, and no reader would call them others.
    """
    at = chance.randrange(max(1, len(text) - longest))
    if chance.random() < 0.5 and abs(at - place) > 200:
        return text[at : at + chance.randint(1, longest)].replace("\n", "") or "新"
    return "".join(chance.choices(_COMMON, k=chance.randint(1, longest)))


def insertions(tracked: Tracked, chance: random.Random, one_in: int = 300) -> None:
    """Words put in anywhere."""
    text = tracked.text
    for _ in range(max(1, len(text) // one_in)):
        at = chance.randrange(len(tracked.chars) + 1)
        tracked.insert(at, phrase(text, at, chance))


def deletions(tracked: Tracked, chance: random.Random, one_in: int = 400) -> None:
    """Words taken out, now and then a whole sentence."""
    for _ in range(max(1, len(tracked.chars) // one_in)):
        length = chance.choice((1, 2, 3, 5, 10, 30, 60))
        tracked.delete(chance.randrange(max(1, len(tracked.chars) - length)), length)


def typos(tracked: Tracked, chance: random.Random, one_in: int = 100) -> None:
    """A wrong character for a right one, or right for wrong."""
    for _ in range(max(1, len(tracked.chars) // one_in)):
        at = chance.randrange(len(tracked.chars))
        if not tracked.chars[at].text.isspace():
            others = _COMMON.replace(tracked.chars[at].text, "")
            tracked.replace(at, chance.choice(others))


def joined(tracked: Tracked, chance: random.Random) -> None:
    """Paragraphs run together."""
    for found in reversed(list(re.finditer(r"\n\n+(?=[^#\n])", tracked.text))):
        if chance.random() < 0.3:
            tracked.delete(found.start(), found.end() - found.start())


def split(tracked: Tracked, chance: random.Random) -> None:
    """Paragraphs divided, mostly at the end of a sentence."""
    for found in reversed(list(re.finditer("[。！？，]", tracked.text))):
        if chance.random() < (0.15 if found[0] == "。" else 0.01):
            tracked.insert(found.end(), "\n\n")


def wrapped(tracked: Tracked, chance: random.Random) -> None:
    """Lines broken at a width, spaces put in."""
    for at in range(len(tracked.chars) - 1, 0, -1):
        if at % 37 == 0 and "\n" not in tracked.text[max(0, at - 1) : at + 1]:
            tracked.insert(at, chance.choice(("\n", "\n", " ", "\u3000")))


def other_widths(tracked: Tracked, chance: random.Random) -> None:
    """Half-width punctuation and other quotation marks."""
    for at, char in enumerate(tracked.chars):
        if char.text in _WAYS and chance.random() < 0.8:
            tracked.rewrite(at, _WAYS[char.text])


def traditional(tracked: Tracked, _chance: random.Random) -> None:
    """Written in traditional characters, as OpenCC does it."""
    tracked.respell(respeller("traditional")(tracked.text))


def taiwan(tracked: Tracked, _chance: random.Random) -> None:
    """Written as in Taiwan."""
    tracked.respell(respeller("taiwan")(tracked.text))


def simplified(tracked: Tracked, _chance: random.Random) -> None:
    """Written in simplified characters."""
    tracked.respell(respeller("simplified")(tracked.text))


def repeated(tracked: Tracked, chance: random.Random) -> None:
    """The formulas of reports: a few sentences stand in many places."""
    sentences = re.findall("[^。\n#]{15,60}。", tracked.text)
    for sentence in chance.sample(sentences, min(4, len(sentences))):
        for _ in range(chance.randint(2, 6)):
            ends = [found.end() for found in re.finditer("。", tracked.text)]
            tracked.insert(chance.choice(ends), sentence)


def one_of_two_gone(tracked: Tracked, chance: random.Random) -> None:
    """Of sentences that stand several times, some are taken out."""
    places: dict[str, list[int]] = {}
    for found in re.finditer("[^。\n#]{15,60}。", tracked.text):
        places.setdefault(found[0], []).append(found.start())
    gone = [
        (at, len(sentence))
        for sentence, starts in places.items()
        if len(starts) > 1
        for at in starts
        if chance.random() < 0.4
    ]
    for at, length in sorted(gone, reverse=True):
        tracked.delete(at, length)


def moved(tracked: Tracked, chance: random.Random) -> None:
    """A few paragraphs cut out and put in elsewhere."""
    for _ in range(3):
        lines = [m.span() for m in re.finditer(r"[^\n]{80,}\n", tracked.text)]
        start, end = chance.choice(lines)
        taken = tracked.chars[start:end]
        tracked.delete(start, end - start)
        starts = [m.start() for m in re.finditer(r"(?<=\n)[^\n]", tracked.text)]
        at = chance.choice(starts)
        tracked.chars[at:at] = taken


EDITS: dict[str, tuple[Change, ...]] = {
    "insertions": (insertions,),
    "deletions": (deletions,),
    "typos": (typos,),
    "joined": (joined,),
    "split": (split,),
    "wrapped": (wrapped,),
    "widths": (other_widths,),
    "traditional": (traditional,),
    "taiwan": (taiwan,),
    "edited": (insertions, deletions, typos),
    "edited, re-flowed": (insertions, deletions, typos, joined, split),
    "all at once": (insertions, deletions, typos, joined, split, other_widths, taiwan),
    "alike gone": (one_of_two_gone, typos),
    "moved": (moved, typos),
}
"""Changes by name; each is made of steps, one after the other."""
