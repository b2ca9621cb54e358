"""Scores how many formulas of policy texts are known: ``python -m tests.accuracy.formulas``.

The passages are in ``formulas.toml`` and its sequels, their formulas marked by hand between
braces. A formula is known *whole* when one mark of the glossary holds all its characters; its
*core* is known when marks hold at least half of them (构建 + 新发展格局). Punctuation is left out
of account.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.domain.script import is_han
from reader.domain.words import Word, WordKind
from reader.paths import cache_folder
from reader.services import reference

FILE = Path(__file__).with_name("formulas.toml")
Span = tuple[int, int]


class Passage(NamedTuple):
    """A text without its braces, and the half-open ranges that they held."""

    kind: str
    text: str
    formulas: tuple[Span, ...]


class Score(NamedTuple):
    """How many formulas there are, how many are known whole, and of how many only the core is."""

    formulas: int = 0
    whole: int = 0
    core: int = 0

    def __str__(self) -> str:
        share = 100 / max(1, self.formulas)
        whole, known = self.whole * share, (self.whole + self.core) * share
        return f"{self.formulas:4} formulas  whole {whole:5.1f} %  whole or core {known:5.1f} %"


def read(file: Path = FILE) -> list[Passage]:
    """Read the passages of a file."""
    with file.open("rb") as stream:
        data = tomllib.load(stream)
    return [passage(item["kind"], item["text"]) for item in data["passage"]]


def passage(kind: str, marked: str) -> Passage:
    """Take the braces out of a marked text. Raises ValueError where they do not fit together."""
    text: list[str] = []
    formulas: list[Span] = []
    start = -1
    for char in marked:
        if char == "{" and start < 0:
            start = len(text)
        elif char == "}" and 0 <= start < len(text):
            formulas.append((start, len(text)))
            start = -1
        elif char in "{}":
            raise ValueError(f"a brace too many after “{''.join(text)[-10:]}”")
        else:
            text.append(char)
    if start >= 0:
        raise ValueError("the last brace is not closed")
    return Passage(kind, "".join(text), tuple(formulas))


def marks(words: Iterable[Word]) -> Iterator[Span]:
    """The ranges of the glossary's terms, the parts of words among them."""
    for word in words:
        if word.kind is WordKind.TERM:
            yield word.start, word.end
        yield from marks(word.parts)


def is_whole(text: str, formula: Span, found: Iterable[Span]) -> bool:
    """Whether one mark holds all characters of a formula."""
    han = _han(text, formula)
    return any(han <= _han(text, mark) for mark in found)


def is_core(text: str, formula: Span, found: Iterable[Span]) -> bool:
    """Whether marks inside a formula hold at least half of its characters."""
    han = _han(text, formula)
    inside = {at for mark in found for at in _han(text, mark)} & han
    return 2 * len(inside) >= len(han)


def _han(text: str, span: Span) -> set[int]:
    return {at for at in range(*span) if is_han(text[at])}


def score(item: Passage, words: Sequence[Word]) -> tuple[Score, list[str]]:
    """Score one passage; the second is its formulas that are not known whole."""
    found = list(marks(words))
    missed = [span for span in item.formulas if not is_whole(item.text, span, found)]
    core = sum(is_core(item.text, span, found) for span in missed)
    total = Score(len(item.formulas), len(item.formulas) - len(missed), core)
    return total, [item.text[start:end] for start, end in missed]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the share that is known, for each passage and for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--missed", action="store_true", help="name what is not known")
    options = parser.parse_args(arguments)
    passages = read(options.file)
    analyser = reference.analyser(cache_folder())
    total = Score()
    for item, words in zip(passages, analyser.annotate([p.text for p in passages]), strict=True):
        one, missed = score(item, words)
        total = Score(*(a + b for a, b in zip(total, one, strict=True)))
        sys.stdout.write(f"{one}  {item.kind}\n")
        if options.missed:
            sys.stdout.write(f"     {' '.join(missed)}\n")
    sys.stdout.write(f"{total}  all\n")


if __name__ == "__main__":
    main()
