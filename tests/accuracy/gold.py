"""Labelled sentences: one labelled character each (CPP), or a syllable a character.

Lines are tab-separated; syllables have tone numbers (``5`` neutral, ``v`` for ü). In sentences
labelled as spoken, ``-`` is no reading and ``R`` an 儿 that has merged into the syllable before.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

UNLABELLED = frozenset({"-", "R", ""})


class Gold(NamedTuple):
    """A sentence and the syllable of each labelled character, by its place."""

    text: str
    syllables: dict[int, str]


def read(path: Path) -> Iterator[Gold]:
    """The sentences of a file, in either form. Raises ValueError with the line of a fault."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and fields[1].isdigit():
                yield Gold(fields[0], {int(fields[1]): fields[2]})
            elif len(fields) == 2 and len(fields[1].split()) == len(fields[0]):
                syllables = dict(enumerate(fields[1].split()))
                yield Gold(fields[0], {i: s for i, s in syllables.items() if s not in UNLABELLED})
            else:
                raise ValueError(f"{path.name}:{number}: neither form of a labelled sentence")
