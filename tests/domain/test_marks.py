"""A mark is where its words are, or it is an orphan: never in a wrong place."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.anchoring import moved, place
from reader.domain.marks import Anchor, anchor_at
from reader.domain.places import Span
from reader.services.texts import first_text

PARAGRAPHS = [
    line for line in first_text().read_text(encoding="utf-8").split("\n") if len(line) > 20
]


def test_an_unchanged_text_keeps_its_marks() -> None:
    anchor = anchor_at(PARAGRAPHS[2], Span(2, 10, 14))
    assert place(anchor, PARAGRAPHS) == Span(2, 10, 14)


def test_text_added_before_moves_the_mark() -> None:
    anchor = anchor_at(PARAGRAPHS[2], Span(2, 30, 36))
    changed = ["新的一段。", *PARAGRAPHS]
    changed[3] = "插入" + changed[3]
    assert place(anchor, changed) == Span(3, 32, 38)


def test_a_quote_that_is_gone_is_an_orphan() -> None:
    anchor = anchor_at(PARAGRAPHS[2], Span(2, 30, 40))
    changed = list(PARAGRAPHS)
    changed[2] = changed[2][:30] + changed[2][40:]
    assert place(anchor, changed) is None
    assert moved(anchor, changed) is None


def test_a_sentence_of_nearly_the_same_words_is_not_taken_for_one_that_is_gone() -> None:
    report = "11月30日上午，中共中央总书记、国家主席习近平在上海主持召开座谈会。"
    caption = "中共中央总书记、国家主席习近平30日上午在上海主持召开座谈会并讲话。"
    anchor = anchor_at(report, Span(0, 10, 15))
    gone = report[:12] + report[20:]
    assert place(anchor, [gone, caption], [report, caption]) is None
    assert place(anchor, ["新段。", report, caption], [report, caption]) == Span(1, 10, 15)


def test_two_equal_places_are_no_place() -> None:
    anchor = anchor_at("甲乙丙丁戊", Span(0, 2, 3))
    assert place(anchor, ["别的", "甲乙丙丁戊", "甲乙丙丁戊"]) is None


def test_a_heading_that_is_gone_is_not_found_inside_a_sentence() -> None:
    anchor = anchor_at("前言", Span(1, 0, 2))
    assert place(anchor, ["题", "前言", "正文"]) == Span(1, 0, 2)
    assert place(anchor, ["题", "新段", "前言", "正文"]) == Span(2, 0, 2)
    assert place(anchor, ["题", "作者在前言中说，很高兴。", "正文"]) is None
    assert place(anchor, ["题", "前言后语", "正文"]) is None


def test_a_long_paragraph_is_found_in_the_one_that_it_was_joined_to() -> None:
    whole = PARAGRAPHS[2]
    assert place(anchor_at(whole, Span(0, 0, len(whole))), ["一", f"前半{whole}后半"]) == Span(
        1, 2, 2 + len(whole)
    )


def test_an_edge_of_a_paragraph_is_context_too() -> None:
    first = anchor_at("坚持以人民为中心。", Span(0, 0, 2))
    assert place(first, ["我们坚持别的。", "坚持以人民为中心。"]) == Span(1, 0, 2)


@pytest.mark.parametrize("quote", ["", " ", "\n"])
def test_nothing_is_not_looked_for(quote: str) -> None:
    anchor = Anchor(Span(5, 0, len(quote)), quote, "甲", "乙")
    assert place(anchor, ["甲 乙", "甲\n乙", ""]) is None


@given(st.text(max_size=60), st.data())
def test_any_place_of_an_unchanged_text_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(1, start, end)
    anchor = anchor_at(text, span)
    assert place(anchor, ["甲", text, text]) == span
    assert moved(anchor, ["甲", text]) == anchor


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_random_edits_never_put_a_mark_in_a_wrong_place(chance: random.Random) -> None:
    index = chance.randrange(len(PARAGRAPHS))
    text = PARAGRAPHS[index]
    start = chance.randrange(len(text) - 8)
    span = Span(index, start, start + chance.randint(2, 8))
    # Each character carries its identity, so the true new place is known.
    identities = [[(i, at, char) for at, char in enumerate(p)] for i, p in enumerate(PARAGRAPHS)]
    for _ in range(chance.randint(0, 12)):
        row = identities[chance.randrange(len(identities))]
        at = chance.randrange(len(row) + 1)
        if chance.random() < 0.5 and row:
            del row[at : at + chance.randint(1, 30)]
        else:
            row[at:at] = [(-1, -1, char) for char in "新增的文字"]
    changed = ["".join(c for *_, c in row) for row in identities]
    found = place(anchor_at(text, span), changed, PARAGRAPHS)
    if found is not None:
        there = identities[found.paragraph][found.start : found.end]
        assert [(i, at) for i, at, _ in there] == [
            (index, at) for at in range(span.start, span.end)
        ]


@pytest.mark.parametrize("text", ["𠮷野家在此", "甲\0乙丙"])
def test_offsets_are_code_points(text: str) -> None:
    anchor = anchor_at(text, Span(0, 1, 2))
    assert anchor.quote == text[1]
    assert place(anchor, [text]) == Span(0, 1, 2)
