"""Places and UTF-16 positions of a passage agree, whatever the text and wherever the caret is."""

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.document import ParagraphKind
from reader.ui.article.caret import Place
from reader.ui.article.passage import OWN_REACH, REACH, Passage
from tests.ui.texts import Text

PARAGRAPHS = st.lists(st.text("中文𠮷a 。é\n\u2028\0", max_size=30), min_size=1, max_size=12)


def text(*paragraphs: str) -> Text:
    return Text([(ParagraphKind.BODY, paragraph) for paragraph in paragraphs])


def units(string: str) -> int:
    return len(string.encode("utf-16-le")) // 2


@given(PARAGRAPHS, st.data())
def test_every_place_has_its_position(paragraphs: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(paragraphs) - 1))
    caret = Place(index, data.draw(st.integers(0, len(paragraphs[index]))))
    passage = Passage(text(*paragraphs), caret, reach=data.draw(st.integers(5, 60)))
    for piece in passage.pieces:
        for offset in range(piece.start, piece.end + 1):
            place = Place(piece.paragraph, offset)
            position = passage.position(place)
            assert passage.place(position) == place
            before = passage.text.encode("utf-16-le")[: 2 * position].decode("utf-16-le")
            assert units(before) == position
            if offset < piece.end:
                shown = passage.text[len(before)]
                assert shown == paragraphs[piece.paragraph][offset] or shown == " "
    assert passage.position(caret) <= units(passage.text)


@given(PARAGRAPHS)
def test_a_short_text_is_whole(paragraphs: list[str]) -> None:
    passage = Passage(text(*paragraphs), Place(0, 0))
    assert not passage.cut_before
    assert not passage.cut_behind
    for index, paragraph in enumerate(paragraphs):
        assert passage.serves(Place(index, len(paragraph)))
    assert passage.text.count("\n") == len(paragraphs) - 1


def test_of_a_long_text_only_what_is_near_is_given() -> None:
    long = text(*["字" * 99] * 5000)
    passage = Passage(long, Place(2500, 50))
    assert len(passage.text) == 2 * REACH
    assert passage.cut_before
    assert passage.cut_behind
    assert passage.serves(Place(2500, 50))
    # The passage is renewed before its end is reached, and then goes on.
    nearly = passage.place(2 * REACH - 500)
    assert not passage.serves(nearly)
    assert Passage(long, nearly).serves(nearly)
    # What lies outside counts as the nearer end.
    assert passage.position(Place(0, 0)) == 0
    assert passage.position(Place(4999, 0)) == len(passage.text)


def test_of_an_endless_paragraph_less_is_given() -> None:
    passage = Passage(text("𠮷" * 1_000_000), Place(0, 500_000))
    assert len(passage.text) == 2 * OWN_REACH
    assert passage.place(passage.position(Place(0, 500_001))) == Place(0, 500_001)
    assert passage.position(Place(0, 500_001)) == 2 * (OWN_REACH + 1)
