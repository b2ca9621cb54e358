"""The same through a library: many updates, mending undone and done, and all of it taken back."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app import Program
from reader.domain.marks import Colour, Highlight
from reader.formats import from_text
from reader.services.texts import first_text, prepare_source
from reader.services.updating import Before
from tests.anchoring.changes import (
    Change,
    deletions,
    insertions,
    joined,
    one_of_two_gone,
    other_widths,
    repeated,
    simplified,
    split,
    traditional,
    typos,
)
from tests.anchoring.tracked import Shown, Tracked

MARKS = 150
STEPS: tuple[tuple[Change, ...], ...] = (
    (typos,),
    (traditional,),
    (insertions, joined),
    (simplified, other_widths),
    (deletions,),
    (one_of_two_gone, split),
)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with Program(tmp_path / "data", tmp_path / "cache") as program:
        yield program


def highlights(program: Program, page: int) -> dict[str, Highlight]:
    return {mark.id: mark for mark in program.notebook.highlights(page)}


@pytest.mark.parametrize("seed", range(3))
def test_marks_outlive_a_history_of_changes(program: Program, seed: int) -> None:
    chance = random.Random(seed)
    tracked = Tracked(first_text().read_text(encoding="utf-8"))
    repeated(tracked, chance)
    prepared = prepare_source(from_text("page.md", tracked.text))
    page = program.texts.store(prepared).id
    shown = Shown(tracked)
    anchors = shown.marks(MARKS, chance)
    made, _ = program.notebook.add_highlights(
        page, [anchor.span for anchor in anchors], Colour.GREEN
    )
    numbers = {mark.id: shown.numbers(mark.anchor.span) for mark in made}
    first = highlights(program, page)
    ways_back: list[Before] = []
    for steps in STEPS:
        for step in steps:
            step(tracked, chance)
        undone = frozenset(
            repair.key for repair in Shown(tracked).document.repairs if chance.random() < 0.3
        )
        updated = program.updating.update(page, prepare_source(from_text("page.md", tracked.text)))
        ways_back.append(updated.before)
        for key in undone:
            program.texts.undo_repair(page, key)
        decided = program.texts.decisions(page)
        now = Shown(tracked, decided.undone)
        assert now.texts == [p.text for p in program.library.paragraphs(page, 0, 9999)]
        right = lost = 0
        for mark in highlights(program, page).values():
            if mark.orphan:
                lost += now.has(numbers[mark.id], mark.anchor.quote)
                continue
            there, wanted = now.numbers(mark.anchor.span), numbers[mark.id]
            same = sum(a == b for a, b in zip(there, wanted, strict=False))
            # All of it, or its beginning where the rest is in another paragraph now.
            assert 2 * same > len(there), mark
            assert len(there) <= len(wanted), mark
            right += 1
        assert lost <= 0.1 * (right + lost)
        for key in undone:
            program.texts.redo_repair(page, key)
    for before in reversed(ways_back):
        program.updating.take_back(page, before)
    back = highlights(program, page)
    assert {mark.anchor for mark in back.values() if not mark.orphan} <= {
        mark.anchor for mark in first.values()
    }
    assert sum(mark.orphan for mark in back.values()) <= 0.1 * MARKS
    assert program.marks.damaged() == []
    assert program.library.damaged() == []
