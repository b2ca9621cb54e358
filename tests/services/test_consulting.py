"""From word to word in one card: nested words, back and forward, shorter and longer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import ReferenceMissing
from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.services import reference
from reader.services.consulting import Consultation, Stop
from reader.services.lookup import Lookup
from reader.storage.reference import Reference

TEXT = "外交部部长说"
WORDS = (
    Word(0, 3, WordKind.NAME, ("Wài", "jiāo", "bù")),
    Word(3, 5, WordKind.WORD, ("bù", "zhǎng")),
    Word(5, 6, WordKind.PUNCTUATION),
)


@pytest.fixture(scope="module")
def lookup(shared_cache: Path) -> Iterator[Lookup]:
    reference.ensure(shared_cache)
    with Reference(reference.reference_path(shared_cache)) as compiled:
        yield Lookup(compiled, compiled)


@pytest.fixture
def card(lookup: Lookup) -> Consultation:
    def notes(written: str, span: Span | None) -> tuple[str, ...]:
        return (f"on {written} at {span.start}",) if span else ()

    return Consultation(lambda: lookup, notes)


def stop(card: Consultation) -> Stop:
    assert card.stop is not None
    return card.stop


def test_it_begins_with_the_stored_word_and_its_note(card: Consultation) -> None:
    assert card.stop is None
    assert card.begin(7, TEXT, 4, WORDS)
    assert stop(card).written == "部长"
    assert stop(card).span == Span(7, 3, 5)
    assert stop(card).explanation.notes == ("on 部长 at 3",)
    assert not card.begin(7, TEXT, 5, WORDS)  # punctuation
    assert stop(card).written == "部长"


def test_a_number_tells_how_it_is_read(card: Consultation) -> None:
    text = "增长5.2%。"
    told = "bǎi fēn zhī wǔ diǎn èr"
    number = Word(2, 6, WordKind.NUMBER, spoken=told)
    words = (Word(0, 2, WordKind.WORD, ("zēng", "zhǎng")), number, Word(6, 7, WordKind.PUNCTUATION))
    assert card.begin(0, text, 3, words)
    assert (stop(card).written, stop(card).explanation.spoken) == ("5.2%", told)
    assert stop(card).explanation.ready
    assert card.reach == (False, False)
    assert not card.begin(0, text, 3, (words[0], number._replace(spoken=None), words[2]))


def test_where_nothing_is_stored_the_longest_word_is_taken(card: Consultation) -> None:
    assert card.begin(0, TEXT, 1, ())
    assert stop(card).written == "外交部"
    assert not card.begin(0, "a，", 1, ())


def test_shorter_and_longer(card: Consultation) -> None:
    card.begin(0, TEXT, 4, WORDS)
    assert card.reach == (True, False)
    assert card.step(1)
    assert stop(card).written == "长"
    assert stop(card).span == Span(0, 4, 5)
    # read as in the word it is a part of
    assert stop(card).explanation.entries[0].senses[0] == "chief"
    assert card.reach == (False, True)
    assert not card.step(1)
    assert card.step(-1)
    assert stop(card).written == "部长"


def test_words_within_words_and_back(card: Consultation) -> None:
    card.begin(0, TEXT, 4, WORDS)
    card.open("推动高质量发展", 2, 7)
    assert (stop(card).written, stop(card).span) == ("高质量发展", None)
    assert stop(card).explanation.term is not None
    card.open("高质量发展", 3, 5)
    assert [card.go(-1), stop(card).written] == [True, "高质量发展"]
    assert [card.go(-1), stop(card).written] == [True, "部长"]
    assert [card.go(-1), card.can_go_back] == [False, False]
    assert [card.go(1), stop(card).written, card.can_go_forward] == [True, "高质量发展", True]
    card.open("北京", 0, 2, ("Běi", "jīng"))
    assert (card.can_go_forward, card.can_go_back) == (False, True)
    assert stop(card).word.syllables == ("Běi", "jīng")
    card.begin(0, TEXT, 4, WORDS)
    assert not card.can_go_back


def test_opening_what_is_open_changes_nothing(card: Consultation) -> None:
    card.begin(0, TEXT, 4, WORDS)
    card.open("部长", 0, 2, ("bù", "zhǎng"))
    assert not card.can_go_back


def test_a_walk_within_the_card(card: Consultation) -> None:
    card.begin(0, TEXT, 4, WORDS)
    card.open("推动高质量发展", 2, 7)
    card.step(1)
    assert stop(card).written == "高质量"
    assert card.go(-1)
    assert stop(card).written == "部长"


def test_the_pinned_card_goes_on_where_the_other_stands(card: Consultation, lookup: Lookup) -> None:
    card.begin(0, TEXT, 4, WORDS)
    card.open("北京", 0, 2)
    pinned = Consultation(lambda: lookup, lambda *_: ())
    pinned.copy(card)
    assert stop(pinned).written == "北京"
    assert pinned.go(-1)
    assert stop(card).written == "北京"


def test_without_a_dictionary_the_reading_alone_is_shown() -> None:
    def missing() -> Lookup:
        raise ReferenceMissing(detail="not made yet")

    card = Consultation(missing, lambda *_: ("mine",))
    assert card.begin(0, TEXT, 4, WORDS)
    shown = stop(card).explanation
    assert (shown.ready, shown.syllables, shown.notes) == (False, ("bù", "zhǎng"), ("mine",))
    assert card.reach == (False, False)
    assert not card.step(1)
    card.open("北京", 0, 2)
    assert stop(card).written == "北京"
    assert not card.begin(0, TEXT, 0, ())


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("open"), st.sampled_from(["北京", "部长", "长", "发展"])),
        st.tuples(st.sampled_from(["go", "step"]), st.sampled_from([-1, 1])),
    ),
    max_size=12,
)


@given(MOVES)
def test_any_way_through_keeps_its_order(
    lookup: Lookup, moves: list[tuple[str, str | int]]
) -> None:
    card = Consultation(lambda: lookup, lambda *_: ())
    card.begin(0, TEXT, 4, WORDS)
    for what, how in moves:
        before, could = stop(card), (card.can_go_back, card.can_go_forward)
        if isinstance(how, str):
            card.open(how, 0, len(how))
        elif what == "step":
            card.step(how)
            assert stop(card) is before
            assert before.word.start <= before.at < before.word.end
        else:
            assert card.go(how) is could[0 if how < 0 else 1]
            if could[0 if how < 0 else 1]:
                assert card.go(-how)
                assert stop(card) is before
        assert stop(card).explanation.text == stop(card).written
