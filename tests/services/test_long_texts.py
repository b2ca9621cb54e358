"""Long texts: read by page and portion, analysed a little at a time, what is in sight first."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app import Program
from reader.domain.document import ParagraphKind, Shape
from reader.domain.portions import Portions, bounds, portion_count, portions
from reader.domain.words import Word, WordKind
from reader.services.analysis import CHARACTERS, PARAGRAPHS, Backlog, analyse, complete
from reader.services.session import OpenText
from reader.storage.analyses import pack

LONG = "春天来了，人民学习汉语。" * 1000
BODY = ParagraphKind.BODY


class Cutter:
    """Cuts at every second character, and remembers what it was given."""

    version = "1"

    def __init__(self) -> None:
        self.given: list[str] = []

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        self.given += texts
        return [
            tuple(Word(i, min(i + 2, len(t)), WordKind.LATIN) for i in range(0, len(t), 2))
            for t in texts
        ]

    choice = "xidu"

    def packed(self, texts: Sequence[str]) -> list[bytes | None]:
        return [pack(words) for words in self.annotate(texts)]


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with Program(tmp_path / "data", tmp_path / "cache") as made:
        made.analyses.adopt("1")
        yield made


def opened(program: Program, *texts: str) -> OpenText:
    return program.open_text(program.texts.import_text("书", "\n\n".join(texts)).id)


def covers(words: Sequence[Word], start: int, end: int) -> bool:
    return [word.start for word in words] == [start, *(word.end for word in words[:-1])] and (
        words[-1].end == end
    )


def test_words_of_a_long_paragraph_are_stored_and_found_by_portion(program: Program) -> None:
    text, cutter = opened(program, "短", LONG), Cutter()
    index = next(i for i, (_, n) in enumerate(text.shape) if n == len(LONG))
    complete(text, cutter, program.analyses)
    assert len(cutter.given) == len(text.shape) - 1 + portion_count(len(LONG))
    assert max(map(len, cutter.given)) < len(LONG)
    for start, end in portions(LONG):
        assert covers(text.words_at(index, start), start, end)
        assert text.words_at(index, end - 1) == text.words_at(index, start)
    assert covers(text.words(index), 0, len(LONG))
    assert program.analyses.get([LONG]) == [text.words(index)]
    assert not text.unknown(range(len(text.shape)))


def test_only_what_is_missing_is_analysed(program: Program) -> None:
    text, cutter = opened(program, LONG), Cutter()
    index = next(i for i, (_, n) in enumerate(text.shape) if n == len(LONG))
    first, second = bounds(LONG, 0), bounds(LONG, 1)
    for _ in range(2):
        analyse(program.library, cutter, program.analyses, text.id, [(index, 0)])
    assert cutter.given == [LONG[slice(*first)]]
    assert text.words(index) == ()  # not before all of it is known
    assert text.words_at(index, 0)
    assert text.words_at(index, second[0]) == ()
    analyse(program.library, cutter, program.analyses, text.id, [(index, 1)])
    assert text.words_at(index, second[0]) == ()  # what was asked is remembered
    text.learn([(index, 1)])
    assert covers(text.words_at(index, second[0]), *second)


def test_a_text_of_any_length_is_held_in_part(program: Program) -> None:
    text = opened(program, *(f"第{number}段" for number in range(1500)))
    for index in range(len(text.shape)):
        assert text.paragraph(index).text
        assert text.words(index) == ()
    assert len(text._pages) <= 64
    assert len(text._words) <= 512
    assert text.paragraph(0).text == "第0段" or text.shape[0][0] is ParagraphKind.TITLE


lengths = st.lists(st.sampled_from([0, 10, 300, 2999, 4000, 9000]), min_size=1, max_size=40)


@given(lengths, st.data())
def test_everything_is_asked_for_once_and_what_is_in_sight_first(
    sizes: list[int], data: st.DataObject
) -> None:
    shape = Shape.of((BODY, size) for size in sizes)
    every = Portions(shape)
    places = [every.locate(number) for number in range(len(every))]
    first = data.draw(st.integers(0, len(places) - 1))
    sight = places[first : first + 3]
    backlog, taken = Backlog(shape), []
    backlog.want(sight)
    while batch := backlog.take():
        assert len(batch) <= PARAGRAPHS
        assert len(batch) == 1 or sum(_length(shape, place) for place in batch) <= CHARACTERS
        taken += batch
    assert sorted(taken) == places
    assert taken[: len(sight)] == sight
    rest = taken[len(sight) :]
    assert rest == [p for p in places[first:] if p not in sight] + places[:first]
    backlog.again(sight)
    assert backlog.take()[0] == sight[0]


def _length(shape: Shape, place: tuple[int, int]) -> int:
    length = shape.lengths[place[0]]
    return length // portion_count(length)
