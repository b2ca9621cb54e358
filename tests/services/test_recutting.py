"""Neighbouring words while a reader cuts and reads them otherwise."""

import pytest

from reader.domain.overlay import NewWord
from reader.domain.places import Span
from reader.domain.typed import Fault
from reader.domain.words import ReadingSource, Word, WordKind
from reader.services.recutting import MOST, Recutting, neighbours

TEXT = "高辐射能级，30日行长说"


def word(start: int, end: int, reading: str, source: str = "dictionary") -> Word:
    return Word(start, end, WordKind.WORD, tuple(reading.split()), ReadingSource(source))


WORDS = (
    word(0, 1, "gāo"),
    word(1, 4, "fú shè néng"),
    word(4, 5, "jī"),
    Word(5, 6, WordKind.PUNCTUATION),
    Word(6, 9, WordKind.NUMBER, spoken="sānshí rì"),
    word(9, 11, "xíng cháng", "user"),
    word(11, 12, "shuō"),
)
DICTIONARY = {"能级": ("néng", "jí"), "辐射": ("fú", "shè"), "行长": ("háng", "zhǎng")}


def usual(written: str) -> tuple[str, ...]:
    return DICTIONARY.get(written, ())


@pytest.fixture
def draft() -> Recutting:
    return Recutting(TEXT, WORDS[:3], usual)


@pytest.fixture
def dated() -> Recutting:
    return Recutting(TEXT, WORDS[4:], usual)


def test_a_new_word_is_read_as_the_dictionary_reads_it(draft: Recutting) -> None:
    assert draft.changes() == []
    draft.toggle(3)
    draft.toggle(4)
    assert draft.words == [(0, 1), (1, 3), (3, 5)]
    assert [draft.shown(*at) for at in draft.words] == ["gāo", "fú shè", "néng jí"]
    (change,) = draft.changes()
    # What its characters are read as anyway is not laid down.
    assert change == (1, (NewWord("辐射"), NewWord("能级", ("néng", "jí"))))
    draft.toggle(4)
    draft.toggle(3)
    assert draft.changes() == []


def test_a_word_that_no_dictionary_has_keeps_the_readings_of_its_characters(
    draft: Recutting,
) -> None:
    draft.enclose(Span(0, 0, 5))
    assert draft.shown(0, 5) == "gāo fú shè néng jī"
    assert draft.new_words() == [NewWord("高辐射能级")]


def test_a_reading_is_typed(draft: Recutting) -> None:
    draft.type(4, 5, "ji2")
    assert draft.changes() == [(4, (NewWord("级", ("jí",)),))]
    draft.type(1, 4, "fu she")
    assert draft.faults == [("辐射能", Fault.OTHER_COUNT)]
    assert draft.changes() == []
    draft.type(1, 4, "fúshènéng")
    assert draft.changes() == [(4, (NewWord("级", ("jí",)),))]


def test_what_is_typed_is_still_there_when_a_word_comes_back(draft: Recutting) -> None:
    draft.type(1, 4, "fǔ shè néng")
    draft.toggle(2)
    draft.toggle(2)
    assert draft.shown(1, 4) == "fǔ shè néng"


def test_what_the_reader_said_before_is_not_lost(dated: Recutting) -> None:
    dated.enclose(Span(0, 9, 12))
    (change,) = dated.changes()
    assert change.words == (NewWord("行长说", ("xíng", "cháng", "shuō")),)


def test_a_number_has_no_reading_until_it_is_cut(dated: Recutting) -> None:
    assert not dated.is_read(6, 9)
    dated.toggle(8)
    assert not dated.is_read(6, 8)
    assert (dated.is_read(8, 9), dated.shown(8, 9)) == (True, "")
    dated.type(8, 9, "ri4")
    assert dated.changes() == [(6, (NewWord("30"), NewWord("日", ("rì",))))]


def test_neighbours_end_at_punctuation_and_are_not_too_many() -> None:
    assert neighbours(WORDS, Span(0, 1, 4)) == list(WORDS[:3])
    assert neighbours(WORDS, Span(0, 11, 12)) == list(WORDS[4:])
    assert neighbours(WORDS, Span(0, 4, 7)) == []
    assert neighbours((), Span(0, 0, 1)) == []
    many = tuple(word(at, at + 2, "a a") for at in range(0, 80, 2))
    shown = neighbours(many, Span(0, 40, 42))
    assert shown[-1].end - shown[0].start == MOST
    assert shown[0].start < 40
    assert shown[-1].end > 42
