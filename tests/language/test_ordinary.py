"""Words that are terms only in the language of policy: left alone in ordinary prose, marked in reports."""

from collections.abc import Iterable, Iterator

import pytest

from reader.domain.words import Word, WordKind
from reader.language import glossary
from reader.language.annotate import Annotator
from tests.language.prose import ORDINARY

PLACES = {"芜湖"}
"""What is explained wherever it stands: a place is the same place in a diary."""


@pytest.fixture(scope="module", params=["xidu", "jieba"])
def shipped(annotator: Annotator, request: pytest.FixtureRequest) -> Annotator:
    return Annotator(annotator._cache, glossary.load(), request.param)


def marked(analyser: Annotator, text: str) -> list[str]:
    """What is marked as a term, also within longer words."""
    return [text[word.start : word.end] for word in _terms(analyser.annotate([text])[0])]


def _terms(words: Iterable[Word]) -> Iterator[Word]:
    for word in words:
        if word.kind is WordKind.TERM or word.term is not None:
            yield word
        yield from _terms(word.parts)


@pytest.mark.parametrize("kind", ORDINARY)
def test_ordinary_prose_has_no_marks(shipped: Annotator, kind: str) -> None:
    assert set(marked(shipped, ORDINARY[kind])) <= PLACES


def test_the_prose_would_be_full_of_marks(annotator: Annotator) -> None:
    """Without the conditions there would be many: the test above can fail."""
    everywhere = [term._replace(context=()) for term in glossary.load()]
    analyser = Annotator(annotator._cache, everywhere)
    assert sum(len(marked(analyser, text)) for text in ORDINARY.values()) > 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他指出，要推动高质量发展。", ["指出", "高质量发展"]),
        ("会议强调，要贯彻新发展理念，认清短板。", ["强调", "贯彻", "新发展理念", "短板"]),
        ("会议认为，胜利来之不易。", []),
        ("王伟表示，国务院很忙。", ["表示", "国务院"]),
        ("他表示，国务院很忙。", ["国务院"]),
        ("李强蔡奇出席", ["出席"]),
        ("李强会见王毅", ["会见"]),
        ("李强蔡奇出席。", []),
        ("他出席", []),
        ("双方交换了意见。", []),
        ("双方就高质量发展交换了看法和意见。", ["高质量发展", "交换了看法和意见"]),
    ],
)
def test_what_speaks_for_a_word(shipped: Annotator, text: str, expected: list[str]) -> None:
    assert marked(shipped, text) == expected


def test_an_unmarked_word_is_a_word_as_any_other(shipped: Annotator) -> None:
    words = shipped.annotate(["我认为她的手艺来之不易。"])[0]
    found = {word.kind for word in words}
    assert found == {WordKind.WORD, WordKind.PUNCTUATION}
    assert all(word.syllables for word in words if word.kind is WordKind.WORD)


def test_a_new_condition_makes_stored_words_stale(annotator: Annotator) -> None:
    terms = glossary.load()
    changed = [term._replace(context=()) for term in terms]
    versions = {Annotator(annotator._cache, each).version for each in (terms, changed)}
    assert len(versions) == 2
