"""Scores the reading model on sentences it did not learn: see README.md.

``python -m tests.accuracy.cross_validate FOLDER`` divides the labelled sentences into folds.
Each is read by weights learnt from the others; when the model overrules the dictionary and when
it is sure is chosen on the others, too. Needs the extra ``models``.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging" / "models"))

import polyphone_decision as decision
from polyphone_examples import CPP, FILES, TAGGED, THCHS, taken
from polyphone_material import Material, gather, unseen_scores

from reader.domain.script import is_han
from reader.language.models.polyphones import NO_READING, Decision
from reader.language.polyphony import keeps_weight
from tests.accuracy import gold, scoring
from tests.accuracy.readings import report

Chosen = dict[tuple[int, int, int], tuple[int, bool, int]]
"""By file, sentence and place: the number of the reading, whether it is sure, and the source."""


def main() -> None:
    """Divide, learn, choose and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    chosen = parser.parse_args()
    material = gather(chosen.folder)
    found = _choose(material, chosen.folds)
    polyphones = {s.text[at] for s in material.files[CPP] for at in s.labels}
    for kind, name in enumerate(FILES):
        sentences = list(gold.read(chosen.folder / name))
        every, some = scoring.Score(), scoring.Score()
        for number, sentence in enumerate(sentences):
            read = _read(material, found, kind, number)
            if kind == CPP:
                some += scoring.exact(sentence, read)
            else:
                every += scoring.natural(sentence, read)
                some += scoring.natural(sentence, read, polyphones)
        if kind != CPP:
            print(report(name, "characters", every))
        print(report(name, "polyphones", some))


def _choose(material: Material, count: int) -> Chosen:
    """What is chosen of every row by models that did not learn its fold."""
    scores, fold = unseen_scores(material, count)
    rows = material.sentences
    totals = [int(rows.gold[rows.kind == kind].sum()) for kind in range(len(FILES))]
    characters = sum(len(s.labels) for sentences in material.files[THCHS:TAGGED] for s in sentences)
    out: Chosen = {}
    for number in range(count):
        others, own = np.flatnonzero(fold != number), np.flatnonzero((fold == number) & rows.gold)
        seen = taken(rows, others)
        leads = decision.leads(seen, scores[others], totals)
        share = int(characters * (count - 1) / count)
        margins = decision.margins(seen, scores[others], leads, share)
        print(f"fold {number}: leads {leads}, margins {margins[0]}")
        rule = Decision(leads, margins)
        best, margin = rule.choose(scores[own], rows.said[own], rows.source[own])
        sure = rule.sure(margin, rows.source[own])
        for at, reading, certain in zip(own.tolist(), best.tolist(), sure.tolist(), strict=True):
            key = (int(rows.kind[at]), int(rows.sentence[at]), int(rows.at[at]))
            out[key] = (reading, certain, int(rows.source[at]))
    return out


def _read(material: Material, found: Chosen, kind: int, number: int) -> scoring.Read:
    """The readings of a sentence, with those that the model chose."""
    analysed = material.analysed[kind][number]
    out: dict[int, tuple[str, bool]] = {}
    start = 0
    for piece, reading in zip(analysed.pieces, analysed.readings, strict=True):
        places = [start + at for at, char in enumerate(piece.text) if is_han(char)]
        judged = [at for at in places if (kind, number, at) in found]
        sure = all(found[kind, number, at][1] for at in judged) and (reading.sure or bool(judged))
        for at, syllable in zip(places, reading.syllables, strict=False):
            text = syllable.lower()
            which, _, source = found.get((kind, number, at), (NO_READING, True, 0))
            if which != NO_READING:
                new = material.known[analysed.text[at]][which]
                text = text if keeps_weight(source, text, new) else new
            out[at] = (scoring.numbered(text), sure)
        start += len(piece.text)
    return out


if __name__ == "__main__":
    main()
