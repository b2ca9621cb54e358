"""Polyphones read by what stands around them."""

import numpy as np
import pytest

from reader.domain.words import ReadingSource, WordKind
from reader.language.annotate import Annotator
from reader.language.models.polyphones import NO_READING, Decision, Polyphones, keys
from reader.language.pieces import Piece
from reader.language.polyphony import COMPOSED, DOUBTED, NAME, SINGLE, Candidates, Polyphony
from reader.language.readings import Reading

LEADS, MARGINS = [1.0, 2.0], [0.5, 0.5]


@pytest.mark.parametrize(
    ("scores", "said", "source", "chosen", "sure"),
    [
        ([3.0, 0.0], 0, 0, 0, True),
        ([0.0, 1.5], 0, 0, 1, True),  # ahead far enough
        ([0.0, 1.5], 0, 1, 0, False),  # not for this source
        ([0.0, 0.9], 0, 0, 0, False),
        ([0.2, 0.0], 0, 0, 0, False),  # right, but by a hair
        ([0.0, 1.0], NO_READING, 0, 1, True),
    ],
)
def test_decision(scores: list[float], said: int, source: int, chosen: int, sure: bool) -> None:
    decision = Decision(LEADS, MARGINS)
    found, margin = decision.choose(np.array([scores]), np.array([said]), np.array([source]))
    assert (found[0], decision.sure(margin, np.array([source]))[0]) == (chosen, sure)


@pytest.mark.parametrize(
    ("piece", "reading", "source"),
    [
        (Piece("行", WordKind.WORD), Reading(("xíng",)), SINGLE),
        (Piece("行", WordKind.WORD), Reading(("háng",), ruled=True), None),
        (Piece("银行", WordKind.WORD), Reading(("yín", "háng")), None),
        (Piece("外行", WordKind.WORD), Reading(("wài", "xíng"), sure=False), DOUBTED),
        (
            Piece("某行", WordKind.WORD),
            Reading(("mǒu", "xíng"), ReadingSource.DEFAULT),
            COMPOSED,
        ),
        (Piece("王行", WordKind.NAME), Reading(("Wáng", "Xíng"), ReadingSource.DEFAULT), NAME),
        (Piece("银行", WordKind.WORD), Reading(("yín", "háng"), sure=False, fixed=True), None),
        (Piece("行", WordKind.TERM, "t"), Reading(("xíng",)), None),
        (Piece("行", WordKind.WORD), Reading(("xíng",), ReadingSource.GLOSSARY), None),
    ],
)
def test_what_the_model_is_asked(piece: Piece, reading: Reading, source: int | None) -> None:
    found = Candidates({"行": ("xíng", "háng")}).inside(piece, reading)
    assert [inside.source for inside in found] == ([] if source is None else [source])


def test_keys_are_the_same_everywhere() -> None:
    columns = np.arange(25, dtype=np.uint64)[None] + 7
    assert keys(columns)[0, :3].tolist() == [1401181202, 3710721992, 3810179670]


def test_readings_keep_their_capital() -> None:
    model = Polyphones()
    assert "行" in model.readings
    polyphony = Polyphony(model, lambda char: True)
    pieces = [Piece("的", WordKind.WORD)]
    assert polyphony.decide(["的"], [pieces], [[Reading(("de",))]])[0][0].syllables == ("de",)
    assert polyphony.decide([""], [[]], [[]]) == [[]]


def test_paragraphs_do_not_touch_each_other(annotator: Annotator) -> None:
    texts = ["他在银行门口数钱。", "这条路长得没有尽头，", "行长说要重新调整。"]
    assert annotator.annotate(texts) == [annotator.annotate([text])[0] for text in texts]
