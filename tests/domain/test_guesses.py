"""Places for a person to choose from: the right one is among the first."""

from reader.domain.guesses import guesses
from reader.domain.likeness import Likeness
from reader.domain.marks import Anchor, anchor_at
from reader.domain.places import Span
from reader.services.texts import first_text

PAGE = [line for line in first_text().read_text(encoding="utf-8").split("\n") if len(line) > 20]
ALIKE = Likeness()


def where(words: str) -> Anchor:
    for index, text in enumerate(PAGE):
        at = text.find(words)
        if at >= 0:
            return anchor_at(text, Span(index, at, at + len(words)))
    raise AssertionError(words)


def test_a_quote_with_a_character_changed_is_guessed() -> None:
    anchor = where("率先形成更高层次改革开放新格局")
    changed = [text.replace("更高层次", "更高水平") for text in PAGE]
    best = guesses(anchor, changed, ALIKE)[0]
    assert best.span == anchor.span
    assert 0.5 < best.score < 1.0


def test_a_quote_that_moved_far_is_guessed() -> None:
    anchor = where("率先形成更高层次改革开放新格局")
    moved = ["另一段。", *PAGE[:1], *PAGE[2:], PAGE[1]]
    best = guesses(anchor, moved, ALIKE)[0]
    span = best.span
    assert moved[span.paragraph][span.start : span.end] == anchor.quote
    assert best.score == 1.0


def test_where_the_words_were_is_guessed_when_they_are_gone() -> None:
    anchor = where("一盘棋思想")
    gone = [text.replace("一盘棋思想", "") for text in PAGE]
    found = guesses(anchor, gone, ALIKE)
    assert anchor.span.paragraph in {guess.span.paragraph for guess in found}


def test_all_places_are_in_the_text_and_apart() -> None:
    anchor = where("长三角一体化发展")
    found = guesses(anchor, PAGE, ALIKE)
    assert found[0].span == anchor.span
    for guess in found:
        assert 0 <= guess.span.start < guess.span.end <= len(PAGE[guess.span.paragraph])
    assert len({guess.span for guess in found}) == len(found) <= 6


def test_nothing_is_guessed_in_another_text() -> None:
    assert guesses(where("一盘棋思想"), ["The quick brown fox.", "", "跳过懒狗"], ALIKE) == []
    assert guesses(where("一盘棋思想"), [], ALIKE) == []


def test_characters_beyond_the_first_plane_count_as_one() -> None:
    anchor = anchor_at("𠮷野家在北京开了新店", Span(0, 0, 3))
    best = guesses(anchor, ["前言。", "𠮷野家在北京又开了新店"], ALIKE)[0]
    assert best.span == Span(1, 0, 3)
