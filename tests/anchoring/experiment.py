"""Makes marks, changes the text, and counts what became of each."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from reader.domain.anchoring import Anchoring
from reader.domain.likeness import Likeness
from reader.domain.marks import Anchor
from reader.domain.versions import Following, SourceMap
from reader.language.variants import variants
from tests.anchoring.changes import EDITS, Change, repeated
from tests.anchoring.tracked import Shown, Tracked


@dataclass
class Mark:
    """A mark, the numbers of its characters, and whether it has a place."""

    anchor: Anchor
    numbers: tuple[int | None, ...]
    quote: str
    orphan: bool = False


@dataclass
class Tally:
    """What became of marks.

    ``there``: their words still stand; ``right`` of those are placed. ``wrong``: any that are in
    a place not their own. ``parted``: placed at their beginning, the rest of their words being in
    another paragraph now. ``gone``: their words do not stand in one piece any more.
    """

    there: int = 0
    right: int = 0
    wrong: int = 0
    parted: int = 0
    gone: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count what another one has counted."""
        for name in ("there", "right", "wrong", "parted", "gone"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.examples += other.examples


def follow(marks: Iterable[Mark], old: Shown, new: Shown) -> Tally:
    """Place marks in the new version and compare with the truth."""
    likeness = Likeness(variants())
    sources = SourceMap(old.source, new.source, likeness)
    anchoring = Anchoring(Following(old.version, new.version, sources))
    tally = Tally()
    for mark in marks:
        found = anchoring.moved(mark.anchor, orphan=mark.orphan)
        numbers = () if found is None else new.numbers(found.span)
        there = _same(numbers, mark.numbers) or new.has(mark.numbers, mark.quote)
        tally.there += there
        tally.gone += not there
        mark.orphan = found is None
        if found is None:
            if there:
                tally.examples.append(f"lost {mark.quote!r} {mark.anchor}")
            continue
        if _same(numbers, mark.numbers):
            tally.right += 1
        elif numbers and not there and _same(numbers, mark.numbers[: len(numbers)]):
            tally.parted += 1
        else:
            tally.wrong += 1
            tally.examples.append(f"wrong {mark.quote!r} {mark.anchor} -> {found}")
        mark.anchor = found
    return tally


def _same(found: tuple[int | None, ...], wanted: tuple[int | None, ...]) -> bool:
    """Whether a mark is where it was.

    After 甲。乙。丙 has lost 乙 nobody can say which of the two full stops is left: the edge of a
    mark may be another character of the same kind, as long as most of it is what it was.
    """
    if len(found) != len(wanted):
        return False
    return 2 * sum(a == b for a, b in zip(found, wanted, strict=True)) > len(wanted)


def made(shown: Shown, count: int, chance: random.Random) -> list[Mark]:
    """Random marks on a text."""
    return [
        Mark(anchor, shown.numbers(anchor.span), anchor.quote)
        for anchor in shown.marks(count, chance)
    ]


def edited(text: str, steps: Iterable[Change], count: int, seed: int, *, alike: bool) -> Tally:
    """Marks on a text that is edited: with repeated sentences in it where ``alike``."""
    chance = random.Random(seed)
    tracked = Tracked(text)
    if alike:
        repeated(tracked, chance)
    old = Shown(tracked)
    marks = made(old, count, chance)
    for step in steps:
        step(tracked, chance)
    return follow(marks, old, Shown(tracked))


def mended(text: str, count: int, seed: int) -> Tally:
    """Marks made with mending on; it is turned off, in part, and on again."""
    chance = random.Random(seed)
    tracked = Tracked(text)
    on = Shown(tracked)
    keys = sorted({repair.key for repair in on.document.repairs})
    part = frozenset(chance.sample(keys, len(keys) // 2))
    off = Shown(tracked, frozenset(keys))
    steps = [on, off, Shown(tracked, part), off, on]
    marks = made(on, count, chance)
    tally = Tally()
    for old, new in pairwise(steps):
        tally.add(follow(marks, old, new))
    return tally


def back_again(text: str, count: int, seed: int) -> Tally:
    """A text is edited and then comes back as it was: orphans find home, or stay orphans."""
    chance = random.Random(seed)
    tracked = Tracked(text)
    repeated(tracked, chance)
    first = Shown(tracked)
    marks = made(first, count, chance)
    changed = tracked.copy()
    for step in EDITS["edited"]:
        step(changed, chance)
    second = Shown(changed)
    tally = follow(marks, first, second)
    tally.add(follow(marks, second, first))
    return tally


Round = Callable[[str, int, int], Tally]


def rounds() -> dict[str, Round]:
    """Every kind of change by name."""
    found: dict[str, Round] = {"mending": mended, "back again": back_again}
    for name, steps in EDITS.items():
        found[name] = lambda text, count, seed, steps=steps: edited(  # type: ignore[misc]
            text, steps, count, seed, alike=True
        )
    return found


def run(texts: Iterable[str], count: int, seeds: Iterable[int]) -> dict[str, Tally]:
    """Every kind of change to every text, ``count`` marks each time."""
    seeds, tallies = list(seeds), {name: Tally() for name in rounds()}
    for text in texts:
        for seed in seeds:
            for name, one in rounds().items():
                tallies[name].add(one(text, count, seed))
    return tallies


def table(tallies: dict[str, Tally]) -> str:
    """The counts, a line a change."""
    total = Tally()
    lines = [f"{'change':<20}{'there':>8}{'placed':>8}{'':>8}{'parted':>8}{'gone':>8}{'WRONG':>7}"]
    for name, tally in (*tallies.items(), ("all", total)):
        share = tally.right / tally.there if tally.there else 1
        lines.append(
            f"{name:<20}{tally.there:>8}{tally.right:>8}{share:>8.2%}{tally.parted:>8}"
            f"{tally.gone:>8}{tally.wrong:>7}"
        )
        if tally is not total:
            total.add(tally)
    return "\n".join(lines)
