"""What is written is read back exactly, in every format."""

import csv
import io
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.glossary import KINDS, Member, Term
from reader.domain.script import count_han
from reader.formats.glossaries import lines, read
from reader.language.glossary import load

FORMATS = ("tbx", "csv", "toml")


def no_fill(text: str) -> tuple[str, ...]:
    assert not count_han(text), "pinyin was written but not read"
    return ()


def back(terms: list[Term], kind: str) -> list[Term]:
    data = "".join(f"{line}\n" for line in lines(terms, kind)).encode()
    return read(data, f"terms.{kind}", no_fill).terms


@pytest.mark.parametrize("kind", FORMATS)
def test_every_term_that_comes_with_the_program(kind: str) -> None:
    # Where a term of ours is an ordinary word is no matter of the reader's own, which hold everywhere.
    terms = [term._replace(context=()) for term in load()]
    assert len(terms) > 100
    assert back(terms, kind) == terms


# What XML can hold, with a good share of what is special in one of the formats.
_SPECIAL = "=+-@＝'\"|\\,;\t\r\n<>&]~#:_ 〇中国𠮷é\ufeff\u2028"
_TEXT = st.text(
    st.one_of(
        st.sampled_from(_SPECIAL),
        st.characters(
            codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
        ),
    ),
    max_size=20,
)
_FULL = _TEXT.filter(lambda text: bool(text.strip()))
_ID = st.one_of(st.text(string.ascii_lowercase + "-_0", min_size=1, max_size=8), _FULL)
_IDS = st.lists(_ID, max_size=3).map(tuple)
_TEXTS = st.lists(_FULL, max_size=3).map(tuple)


@st.composite
def _members(draw: st.DrawFn) -> Member:
    text = draw(_FULL)
    return Member(text, ("zhōng",) * count_han(text), draw(_FULL))


@st.composite
def _terms(draw: st.DrawFn) -> Term:
    headword = draw(_FULL)
    return Term(
        id=draw(_ID),
        headword=headword,
        syllables=("Lǜ",) * count_han(headword),
        kind=draw(st.sampled_from(KINDS)),
        field=draw(_TEXT),
        english=draw(_TEXT),
        explanation=draw(_TEXT),
        chinese=draw(_TEXT),
        variants=draw(_TEXTS),
        literal=draw(_TEXT),
        since=draw(_TEXT),
        members=tuple(draw(st.lists(_members(), max_size=3))),
        collocations=draw(_TEXTS),
        related=draw(_IDS),
        broader=draw(_IDS),
        opposite=draw(_IDS),
    )


_GLOSSARIES = st.lists(_terms(), min_size=1, max_size=4, unique_by=lambda term: term.id)


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=50)
@given(terms=_GLOSSARIES)
def test_any_terms(kind: str, terms: list[Term]) -> None:
    assert back(terms, kind) == terms


@settings(max_examples=50)
@given(terms=_GLOSSARIES)
def test_no_cell_begins_a_formula(terms: list[Term]) -> None:
    text = "\n".join(lines(terms, "csv"))
    cells = [
        cell
        for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
        for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
