"""Writing words down for comparison."""

from reader.domain.script import count_han
from reader.domain.words import Word, WordKind
from reader.language.annotate import Annotator

WITH_SYLLABLES = {WordKind.WORD, WordKind.TERM, WordKind.NAME}


def words(annotator: Annotator, text: str) -> tuple[Word, ...]:
    """Annotate one paragraph."""
    return annotator.annotate([text])[0]


def cut(annotator: Annotator, text: str) -> list[str]:
    """The texts of the words."""
    return [text[word.start : word.end] for word in words(annotator, text)]


def reading_of(annotator: Annotator, text: str, part: str) -> str:
    """The syllables over the first ``part`` of ``text``, space separated."""
    start = text.index(part)
    syllables = [s for word in words(annotator, text) for s in word.syllables]
    before = count_han(text[:start])
    return " ".join(syllables[before : before + count_han(part)])


def word_at(annotator: Annotator, text: str, part: str) -> Word | None:
    """The word that is exactly the first ``part`` of ``text``."""
    start = text.index(part)
    for word in words(annotator, text):
        if (word.start, word.end) == (start, start + len(part)):
            return word
    return None


def check_contract(text: str, found: tuple[Word, ...]) -> None:
    """Words cover the text; syllables fit its Han characters."""
    at = 0
    for word in found:
        assert word.start == at
        assert word.end > at
        at = word.end
        check_word(text, word)
    assert at == len(text)


def check_word(text: str, word: Word) -> None:
    """The syllables and the parts of one word."""
    han = count_han(text[word.start : word.end])
    assert len(word.syllables) == han
    if word.kind not in WITH_SYLLABLES:
        assert han == 0
    if word.parts:
        assert [word.start, *(p.end for p in word.parts)] == [
            *(p.start for p in word.parts),
            word.end,
        ]
        assert tuple(s for p in word.parts for s in p.syllables) == word.syllables
        for part in word.parts:
            check_word(text, part)
