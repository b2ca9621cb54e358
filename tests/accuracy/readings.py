"""Scores the engine's readings on labelled sentences: see README.md.

``python -m tests.accuracy.readings FILE…`` prints one line a file; ``--mistakes`` lists them.
"""

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reader.domain.script import is_han
from reader.domain.words import Word
from reader.language.annotate import Annotator
from reader.language.glossary import load
from tests.accuracy import gold, scoring

_BATCH = 200


def syllables_at(text: str, words: Iterable[Word]) -> dict[int, tuple[str, bool]]:
    """The reading of every Han character, by its place."""
    out: dict[int, tuple[str, bool]] = {}
    for word in words:
        places = [at for at in range(word.start, word.end) if is_han(text[at])]
        if len(places) == len(word.syllables):
            for at, syllable in zip(places, word.syllables, strict=True):
                out[at] = (scoring.numbered(syllable.lower()), word.sure)
    return out


def read(annotator: Annotator, sentences: Sequence[gold.Gold]) -> Iterator[scoring.Read]:
    """The engine's readings of each sentence."""
    for at in range(0, len(sentences), _BATCH):
        batch = sentences[at : at + _BATCH]
        for sentence, words in zip(batch, annotator.annotate([s.text for s in batch]), strict=True):
            yield syllables_at(sentence.text, words)


def report(name: str, what: str, score: scoring.Score) -> str:
    """One line of figures."""
    return (
        f"{name:24} {what:12} {score.accuracy:6.2f} % of {score.total:6,}"
        f"   unsure {score.unsure:5.2f} %   wrong of sure {score.wrong_of_sure:5.2f} %"
    )


def main() -> None:
    """Score the files given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--polyphones", type=Path, help="a CPP file that names the polyphones")
    parser.add_argument("--mistakes", action="store_true")
    chosen = parser.parse_args()
    polyphones = None
    if chosen.polyphones:
        polyphones = {s.text[at] for s in gold.read(chosen.polyphones) for at in s.syllables}
    annotator = Annotator(Path(tempfile.gettempdir()) / "xidu-accuracy", load())
    for path in chosen.files:
        sentences = list(gold.read(path))
        results = list(zip(sentences, read(annotator, sentences), strict=True))
        if all(len(sentence.syllables) == 1 for sentence in sentences):
            print(report(path.stem, "exact", _sum(scoring.exact(s, r) for s, r in results)))
        else:
            print(report(path.stem, "characters", _sum(scoring.natural(s, r) for s, r in results)))
            some = _sum(scoring.natural(s, r, polyphones) for s, r in results)
            print(report(path.stem, "polyphones", some))
        if chosen.mistakes:
            for line in _mistakes(results):
                print(line)


def _sum(scores: Iterable[scoring.Score]) -> scoring.Score:
    return sum(scores, scoring.Score())


def _mistakes(results: Iterable[tuple[gold.Gold, scoring.Read]]) -> Iterator[str]:
    for sentence, found in results:
        for at, label in sentence.syllables.items():
            syllable, sure = found.get(at, ("", True))
            after = sentence.syllables.get(at + 1, "")
            if sentence.text[at] in "一不":
                continue
            if not scoring.matches(syllable, label, after, tolerant=True):
                around = f"{sentence.text[max(0, at - 8) : at]}[{sentence.text[at]}]"
                around += sentence.text[at + 1 : at + 9]
                yield f"  {label:8} {syllable:8} {'sure' if sure else '?':5} {around}"


if __name__ == "__main__":
    main()
