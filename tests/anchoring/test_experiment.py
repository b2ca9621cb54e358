"""No mark in a wrong place, and few lost: the experiment of README.md in a short form."""

import pytest

from reader.services.texts import first_text
from tests.anchoring.experiment import rounds

SEEDS = (3, 7)
MARKS = 80
PLACED = {"back again": 0.8}
"""The least part of the marks whose words are there that must be placed; 0.95 for all others, of so few."""


@pytest.mark.parametrize("name", rounds())
def test_marks_stay_where_they_belong(name: str) -> None:
    text = first_text().read_text(encoding="utf-8")
    for seed in SEEDS:
        tally = rounds()[name](text, MARKS, seed)
        assert tally.wrong == 0, tally.examples
        assert tally.there >= MARKS // 2
        assert tally.right >= PLACED.get(name, 0.95) * tally.there, tally.examples
