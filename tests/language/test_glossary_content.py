"""The glossary that is shipped: complete, without contradictions."""

import unicodedata
from collections import Counter

import pytest

from reader.domain.bare import bare
from reader.domain.glossary import KINDS, Term
from reader.domain.pinyin import plain
from reader.domain.script import count_han
from reader.language import glossary

TERMS = glossary.load()
IDS = {term.id for term in TERMS}


def test_there_are_enough() -> None:
    assert len(TERMS) >= 60


def test_ids_and_written_forms_are_unique() -> None:
    written = [form for term in TERMS for form in (term.headword, *term.variants)]
    assert [form for form, count in Counter(written).items() if count > 1] == []
    assert [i for i, count in Counter(term.id for term in TERMS).items() if count > 1] == []


def test_no_two_entries_have_a_form_in_common_but_for_its_marks() -> None:
    """Forms are found without quotation marks, and those with 、 without it."""
    owners: dict[str, set[str]] = {}
    for term in TERMS:
        for form in (term.headword, *term.variants):
            owners.setdefault(bare(form).replace("、", ""), set()).add(term.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_term(term: Term) -> None:
    assert term.kind in KINDS
    assert term.english.strip()
    assert term.chinese.strip()
    assert count_han(term.chinese) > 0
    assert 20 <= len(term.explanation.split()) <= 90
    assert len(term.syllables) == count_han(term.headword) > 0
    assert all(map(is_syllable, term.syllables)), term.syllables
    assert all(form == form.strip() and form for form in (term.headword, *term.variants))
    assert all("～" in example for example in term.collocations)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_links_resolve(term: Term) -> None:
    links = [*term.related, *term.broader, *term.opposite]
    assert [link for link in links if link not in IDS] == []
    assert term.id not in links
    assert len(set(links)) == len(links)


@pytest.mark.parametrize("term", [t for t in TERMS if t.members], ids=lambda term: term.id)
def test_members_are_complete(term: Term) -> None:
    for member in term.members:
        assert member.text.strip()
        assert member.english.strip()
        assert len(member.syllables) == count_han(member.text)
        assert all(map(is_syllable, member.syllables)), member.syllables


@pytest.mark.parametrize(
    "term", [t for t in TERMS if t.kind == "number-formula"], ids=lambda term: term.id
)
def test_number_formulas_say_what_they_count(term: Term) -> None:
    assert term.members


def is_syllable(text: str) -> bool:
    """Whether ``text`` looks like one pinyin syllable with a tone mark or none."""
    letters = plain(text)
    marks = sum(unicodedata.combining(c) > 0 for c in unicodedata.normalize("NFD", text))
    return letters.isascii() and letters.isalpha() and len(letters) <= 6 and marks <= 2
