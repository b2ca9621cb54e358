"""Scores how 一 and 不 are spoken, on sentences that are labelled as spoken: see README.md.

``python -m tests.accuracy.spoken FILE…`` prints one line a file; ``--mistakes`` lists them.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reader.domain.sandhi import spoken
from reader.language.annotate import Annotator
from reader.language.glossary import load
from tests.accuracy import gold, scoring
from tests.accuracy.readings import syllables_at


def main() -> None:
    """Score the files given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--mistakes", action="store_true")
    chosen = parser.parse_args()
    annotator = Annotator(Path(tempfile.gettempdir()) / "xidu-accuracy", load())
    for path in chosen.files:
        for char, base in (("一", "yi"), ("不", "bu")):
            right = total = 0
            for sentence, at, label, said in _pairs(annotator, path, char, base):
                total += 1
                right += said == label
                if chosen.mistakes and said != label:
                    around = sentence[max(0, at - 6) : at] + f"[{char}]" + sentence[at + 1 : at + 7]
                    print(f"  {label} {said} {around}")
            print(f"{path.stem:24} {char} {100 * right / max(1, total):6.2f} % of {total:,}")


def _pairs(
    annotator: Annotator, path: Path, char: str, base: str
) -> Iterator[tuple[str, int, str, str]]:
    """Text, place, label and what is spoken of each ``char`` that is labelled as ``base``."""
    sentences = list(gold.read(path))
    for sentence, words in zip(
        sentences, annotator.annotate([s.text for s in sentences]), strict=True
    ):
        changed = spoken(sentence.text, words)
        read = syllables_at(sentence.text, words)
        for at, label in sentence.syllables.items():
            if sentence.text[at] == char and label[:-1] == base:
                own = read.get(at, ("", True))[0]
                yield (
                    sentence.text,
                    at,
                    label,
                    scoring.numbered(changed[at]) if at in changed else own,
                )


if __name__ == "__main__":
    main()
