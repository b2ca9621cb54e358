"""The scoring of cuts: figures worked out by hand."""

import pytest

from reader.domain.words import Word, WordKind
from tests.accuracy.words import Score, add, compare, expanded, outermost, read_gold, units


def test_a_tagged_file() -> None:
    [one, two] = read_gold(
        [
            "迈向/v 江/nr 泽民/nr 、/w 李/nr 鹏/nr 在/p 北京/ns\n",
            "\n",
            "[中央/n 电视台/n]nt ３１日/t\n",
        ]
    )
    assert one.text == "迈向江泽民、李鹏在北京"
    assert one.words == ((0, 2), (2, 5), (5, 6), (6, 8), (8, 9), (9, 11))
    assert one.names == {(2, 5): "nr", (6, 8): "nr", (9, 11): "ns"}
    assert two.text == "中央电视台３１日"
    assert two.words == ((0, 2), (2, 5), (5, 8))


def test_a_plain_file_and_a_slash_that_is_a_word() -> None:
    [sentence] = read_gold(["他  说 1/2 // 好/"])
    assert sentence.text == "他说1/2//好/"
    assert not sentence.names


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("ab c", "ab c", Score(2, 2, 2, 0)),
        ("ab c", "a b c", Score(2, 3, 1, 0)),  # finer crosses nothing
        ("a b c", "ab c", Score(3, 2, 1, 0)),  # nor does coarser
        ("ab cd", "a bc d", Score(2, 3, 0, 1)),
        ("abc de", "ab cde", Score(2, 2, 0, 1)),
        ("abcd e", "a bcd e", Score(2, 3, 1, 0)),
        ("ab cd ef", "a bcde f", Score(3, 3, 0, 1)),  # at both ends, counted once
    ],
)
def test_a_sentence(gold: str, found: str, expected: Score) -> None:
    assert compare(_spans(gold), _spans(found)) == expected


def test_the_figures_of_a_score() -> None:
    score = add(Score(10, 8, 6, 1), Score(0, 2, 0, 1))
    assert score.f1 == pytest.approx(60)
    assert score.crossing_share == pytest.approx(20)
    assert Score().f1 == Score().crossing_share == 0


def test_units_and_their_parts() -> None:
    person = Word(0, 3, WordKind.NAME, parts=(_name(0, 1), _name(1, 3)))
    place = _name(3, 5)
    office = Word(3, 7, WordKind.NAME, parts=(place, Word(5, 7, WordKind.WORD)))
    court = Word(3, 9, WordKind.NAME, parts=(office, Word(7, 9, WordKind.WORD)))
    dot = Word(10, 11, WordKind.PUNCTUATION)
    foreign = Word(9, 16, WordKind.NAME, parts=(_name(9, 10), dot, _name(11, 16)))
    words = (person, court, foreign)
    assert outermost(words) == [(0, 3), (3, 9), (9, 16)]
    assert expanded(words) == [(0, 3), (3, 5), (5, 7), (7, 9), (9, 16)]
    assert units(words) >= {(3, 9), (3, 7), (3, 5), (0, 1)}


def _name(start: int, end: int) -> Word:
    return Word(start, end, WordKind.NAME)


def _spans(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for word in text.split():
        spans.append((at, at + len(word)))
        at += len(word)
    return spans
