"""Only what is certain is the same; what repeats itself is nobody's."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.alignment import align
from reader.services.texts import first_text

PAGE = "".join(first_text().read_text(encoding="utf-8").split())


def pairs(old: str, new: str) -> dict[int, int]:
    return {one.old + i: one.new + i for one in align(old, new) for i in range(one.length)}


def test_the_same_text_is_the_same() -> None:
    assert align(PAGE, PAGE) == [(0, 0, len(PAGE))]
    assert align("", "") == []
    assert align(PAGE, "") == []


def test_what_is_put_in_moves_what_follows() -> None:
    new = PAGE[:500] + "这里多了几个字" + PAGE[500:]
    found = pairs(PAGE, new)
    assert found[400] == 400
    assert found[600] == 607


def test_of_two_equal_sentences_one_of_which_is_gone_none_is_known() -> None:
    sentence = "要坚持以人民为中心的发展思想。"
    before, after = PAGE[:100], PAGE[100:200]
    found = pairs(before + sentence + sentence + after, before + sentence + after)
    assert found[50] == 50
    assert not any(at in found for at in range(100, 100 + 2 * len(sentence)))
    assert found[100 + 2 * len(sentence) + 50] == 100 + len(sentence) + 50


def test_a_sentence_that_stood_twice_and_has_a_mistake_now_is_neither() -> None:
    sentence = "要坚持以人民为中心的发展思想不动摇。"
    before, after = PAGE[:100], PAGE[100:200]
    new = before + sentence.replace("思想", "思路") + after
    found = pairs(before + sentence + sentence + after, new)
    assert not any(at in found for at in range(100, 100 + len(sentence) - 4))


def test_a_few_alike_characters_in_another_text_are_nothing() -> None:
    assert align("他们说今天的会议很重要", "明天的安排在会议之后再说") == []


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_no_two_characters_become_one_and_their_order_stays(seed: int) -> None:
    chance = random.Random(seed)
    new = list(PAGE)
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(new))
        new[at : at + chance.choice((0, 1, 1, 5, 40))] = chance.choice(
            ("", "的", "新的一句。", PAGE[at : at + 20])
        )
    text = "".join(new)
    last = (0, 0)
    for one in align(PAGE, text):
        assert one.old >= last[0]
        assert one.new >= last[1]
        assert PAGE[one.old : one.old + one.length] == text[one.new : one.new + one.length]
        last = (one.old + one.length, one.new + one.length)


@pytest.mark.parametrize("size", [1, 7, 31, 33, 100])
def test_equal_edges_are_found(size: int) -> None:
    found = pairs(PAGE, PAGE[:size] + "甲" + PAGE[size:])
    assert found[len(PAGE) - 1] == len(PAGE)
