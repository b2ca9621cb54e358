"""Scores how text is cut against a gold file: ``python -m tests.accuracy.words GOLD``.

The gold file has one sentence a line, words between spaces, with or without a tag after a slash
(``江/nr 泽民/nr 主席/n``). Surname and given name of a tagged file are put together, as in the
Bakeoffs. Two ways to look at what was cut are scored: the outermost words, and those with the
parts of everything but the names of people in their place.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.domain.words import Word, WordKind
from reader.language.annotate import Annotator
from reader.paths import cache_folder
from reader.services import reference

_TAG = re.compile(r"[A-Za-z]+(?:\]|$)")
Span = tuple[int, int]
_BATCH = 24
_PERSON = 3  # a Chinese name has at most two characters in each of its parts


class Sentence(NamedTuple):
    """A line of gold: its text, its words, and which of them are names (nr, ns or nt)."""

    text: str
    words: tuple[Span, ...]
    names: dict[Span, str]


class Score(NamedTuple):
    """Counts of words: ``gold``, ``found``, the same in both, and those found that cross."""

    gold: int = 0
    found: int = 0
    same: int = 0
    crossing: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return 200 * self.same / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def crossing_share(self) -> float:
        """Words found that overlap a gold word only in part, in percent."""
        return 100 * self.crossing / self.found if self.found else 0.0

    def __str__(self) -> str:
        precision = 100 * self.same / max(1, self.found)
        recall = 100 * self.same / max(1, self.gold)
        return (
            f"P {precision:.2f}  R {recall:.2f}  F1 {self.f1:.2f}  "
            f"crossing {self.crossing_share:.3f} %  ({self.found} words)"
        )


def read_gold(lines: Iterable[str]) -> Iterator[Sentence]:
    """Read the sentences of a gold file; lines without words are left out."""
    for line in lines:
        tokens = [_token(item) for item in line.split()]
        if tokens:
            yield _sentence(tokens)


def _token(item: str) -> tuple[str, str]:
    """A word and its tag; the brackets around compounds of some files are left out."""
    word, slash, tag = item.rpartition("/")
    if not slash or not word or not _TAG.match(tag):
        return item, ""
    if word.startswith("[") and len(word) > 1:
        word = word[1:]
    return word, tag.split("]")[0]


def _sentence(tokens: Sequence[tuple[str, str]]) -> Sentence:
    words: list[Span] = []
    names: dict[Span, str] = {}
    at = 0
    before = ""
    for word, tag in tokens:
        span = (at, at + len(word))
        at = span[1]
        if tag == before == "nr" and len(word) <= 2 and words[-1][1] - words[-1][0] <= 2:
            names.pop(words[-1], None)
            words[-1] = span = (words[-1][0], at)
            before = ""
        else:
            words.append(span)
            before = tag
        if tag in {"nr", "ns", "nt"} and span[1] - span[0] > 1:
            names[span] = tag
    return Sentence("".join(word for word, _ in tokens), tuple(words), names)


def compare(gold: Sequence[Span], found: Sequence[Span]) -> Score:
    """Score one sentence; both cover it from its beginning to its end."""
    owner = [span for span in gold for _ in range(*span)]
    crossing = 0
    for start, end in found:
        first, last = owner[start], owner[end - 1]
        begins_inside = first[0] < start < first[1] < end
        ends_inside = start < last[0] < end < last[1]
        crossing += begins_inside or ends_inside
    same = len(set(gold) & set(found))
    return Score(len(gold), len(found), same, crossing)


def outermost(words: Sequence[Word]) -> list[Span]:
    """The words as they are shown."""
    return [(word.start, word.end) for word in words]


def expanded(words: Sequence[Word]) -> list[Span]:
    """The words with their parts in the place of what has some, people left whole."""
    out: list[Span] = []
    for word in words:
        if word.parts and not _is_person(word):
            out += expanded(word.parts)
        else:
            out.append((word.start, word.end))
    return out


def _is_person(word: Word) -> bool:
    """Whether a unit is a surname and a given name, or a name with dots."""
    parts = [part for part in word.parts if part.kind is not WordKind.PUNCTUATION]
    names = word.kind is WordKind.NAME and all(part.kind is WordKind.NAME for part in parts)
    dotted = len(parts) < len(word.parts)
    return names and (dotted or word.end - word.start < 2 * _PERSON - 1)


def units(words: Sequence[Word]) -> set[Span]:
    """Every unit and every part of one, however deep."""
    return {(w.start, w.end) for w in words} | {s for w in words for s in units(w.parts)}


def add(one: Score, other: Score) -> Score:
    """The counts of both."""
    return Score(*(a + b for a, b in zip(one, other, strict=True)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read a gold file, cut its sentences and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--engine", choices=("xidu", "jieba"), default="xidu")
    parser.add_argument("--first", type=float, default=0.0, help="leave out this share of lines")
    parser.add_argument("--last", type=float, default=1.0, help="and those after this share")
    parser.add_argument("--plain", action="store_true", help="without the glossary")
    options = parser.parse_args(arguments)
    with options.gold.open(encoding="utf-8") as file:
        sentences = list(read_gold(file))
    size = len(sentences)
    sentences = sentences[int(size * options.first) : int(size * options.last)]
    cache = cache_folder()
    analyser = reference.analyser(cache, options.engine)
    if options.plain:
        analyser = Annotator(cache / "analyser", (), options.engine)
    totals = {"outermost": Score(), "parts": Score()}
    names: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for at in range(0, len(sentences), _BATCH):
        batch = sentences[at : at + _BATCH]
        texts = [sentence.text for sentence in batch]
        for sentence, words in zip(batch, analyser.annotate(texts), strict=True):
            for title, spans in (("outermost", outermost(words)), ("parts", expanded(words))):
                totals[title] = add(totals[title], compare(sentence.words, spans))
            found = units(words)
            names.update(sentence.names.values())
            whole.update(tag for span, tag in sentence.names.items() if span in found)
    out = sys.stdout
    out.write(f"{options.gold.name}, {len(sentences)} sentences, {options.engine}\n")
    for title, score in totals.items():
        out.write(f"{title:10} {score}\n")
    for tag in sorted(names):
        share = 100 * whole[tag] / names[tag]
        out.write(f"names {tag}: {share:.1f} % of {names[tag]} are a unit or a part of one\n")


if __name__ == "__main__":
    main()
