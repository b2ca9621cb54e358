"""Finding the terms of a large glossary in a long text; run with ``-s`` for figures.

The floor is the automaton's own pass over the text, which any way of finding terms needs.
"""

import random
from collections import deque
from time import thread_time

import ahocorasick
from pytest_benchmark.fixture import BenchmarkFixture

from reader.domain.glossary import Term
from reader.language.glossary import load
from reader.language.ordinary import Ordinary
from reader.language.terms import TermMatcher, written_forms
from tests.perf.books import sentences
from tests.perf.desk import tell

TERMS, CHARACTERS = 50_000, 1_000_000
WORST = 8.0
"""Most times the floor; it is about four."""


def test_fifty_thousand_terms_in_a_million_characters(benchmark: BenchmarkFixture) -> None:
    rng = random.Random(5)
    page = "".join(sentences())
    han = [char for char in page if "\u4e00" <= char <= "\u9fff"]
    terms = load()
    made = ("".join(rng.choices(han, k=rng.randrange(3, 7))) for _ in range(TERMS - len(terms)))
    terms += [
        Term(f"own-{at}", word, (), "concept", "own", "", "", "") for at, word in enumerate(made)
    ]
    text = (page * (CHARACTERS // len(page) + 1))[:CHARACTERS]
    matcher = TermMatcher(terms, 1, Ordinary(terms))
    automaton = ahocorasick.Automaton()
    for form, term in written_forms(terms):
        automaton.add_word(form, term.id)
    automaton.make_automaton()
    floors, times = [], []

    def in_turn() -> None:
        begun = thread_time()
        deque(automaton.iter(text), 0)
        floors.append(thread_time() - begun)
        begun = thread_time()
        assert len(matcher.find(text)) > CHARACTERS // 100
        times.append(thread_time() - begun)

    benchmark.pedantic(in_turn, rounds=5)  # type: ignore[no-untyped-call]
    ratio = min(times) / min(floors)
    figures = {
        "millions of characters a second (aim 2)": CHARACTERS / min(times) / 1e6,
        "times the floor": ratio,
    }
    benchmark.extra_info.update(figures)
    tell("50,000 terms in a million characters", figures)
    assert ratio <= WORST
