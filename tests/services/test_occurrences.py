"""Where a term stands: in one text, in all others, in what is not analysed yet."""

from collections.abc import Sequence
from typing import ClassVar

from reader.domain.document import Document, Paragraph, ParagraphKind, Section
from reader.domain.glossary import Term
from reader.domain.words import Word, WordKind
from reader.services.occurrences import Occurrences, _places

DUAL = Term(
    "shuang",
    "双循环",
    ("shuāng", "xún", "huán"),
    "formula",
    "economy",
    "dual circulation",
    "",
    "",
    variants=("国内国际双循环",),
)
ANALYSED, LONGER, NOT_YET = "构建双循环，畅通双循环。", "国内国际双循环与双循环", "再说双循环。"


class Library:
    """Three texts of one or two paragraphs."""

    texts: ClassVar = {1: [ANALYSED], 2: [LONGER, "无关"], 3: [NOT_YET]}

    def cards(self) -> list[object]:
        return [type("Card", (), {"id": number}) for number in (3, 2, 1)]

    def title(self, identifier: int) -> str:
        return f"text {identifier}"

    def outline(self, identifier: int) -> object:
        body = tuple(Paragraph(ParagraphKind.BODY, text) for text in self.texts[identifier])
        return Document("", (Section("", body),)).outline()

    def paragraphs(self, identifier: int, start: int, end: int) -> list[Paragraph]:
        return [Paragraph(ParagraphKind.BODY, text) for text in self.texts[identifier][start:end]]


class Analyses:
    """Words of two paragraphs; in the second one is a name that only looks like the term."""

    words: ClassVar = {
        ANALYSED: (
            Word(0, 2, WordKind.WORD),
            Word(2, 5, WordKind.TERM, term="shuang"),
            Word(8, 11, WordKind.TERM, term="shuang"),
        ),
        LONGER: (
            Word(0, 7, WordKind.TERM, term="shuang"),
            Word(7, 8, WordKind.WORD),
            Word(8, 11, WordKind.NAME),
        ),
    }

    def get(self, texts: Sequence[str]) -> list[tuple[Word, ...] | None]:
        return [self.words.get(text) for text in texts]


def occurrences() -> Occurrences:
    return Occurrences(Library(), Analyses())  # type: ignore[arg-type]


def test_the_words_say_where_a_term_stands() -> None:
    hits = list(occurrences().within(DUAL, 1))
    assert [(hit.paragraph, hit.start, hit.end) for hit in hits] == [(0, 2, 5), (0, 8, 11)]
    assert [hit.context[slice(*hit.mark)] for hit in hits] == ["双循环", "双循环"]
    assert {hit.title for hit in hits} == {"text 1"}


def test_a_variant_counts_and_a_name_does_not() -> None:
    assert [(hit.start, hit.end) for hit in occurrences().within(DUAL, 2)] == [(0, 7)]


def test_what_is_not_analysed_is_searched_as_it_is_written() -> None:
    assert [(hit.start, hit.end) for hit in occurrences().within(DUAL, 3)] == [(2, 5)]


def test_all_texts_but_the_open_one_in_their_order() -> None:
    hits = occurrences().elsewhere(DUAL, but=1)
    assert [hit.document for hit in hits] == [3, 2]
    assert len(list(occurrences().elsewhere(DUAL, None))) == 4


def test_it_ends_when_nobody_wants_it_any_more() -> None:
    assert not list(occurrences().elsewhere(DUAL, None, wanted=lambda: False))


def test_a_long_term_counts_within_another_one() -> None:
    inside = Word(2, 5, WordKind.TERM, term="shuang")
    words = (Word(0, 7, WordKind.TERM, term="a", parts=(Word(0, 2, WordKind.WORD), inside)),)
    assert _places(DUAL, "构建双循环格局", words) == [(2, 5)]


def test_a_short_term_does_not_count_within_another_one() -> None:
    words = (
        Word(0, 4, WordKind.TERM, term="a", parts=(Word(0, 2, WordKind.TERM, term="shuang"),)),
    )
    assert _places(DUAL, "循环格局", words) == []


def test_an_ordinary_word_waits_for_the_analysis() -> None:
    term = DUAL._replace(context=("双循环",))
    assert _places(term, "双循环，国内国际双循环", None) == [(4, 11)]


def test_simplified_finds_traditional_where_nothing_is_analysed() -> None:
    assert _places(DUAL, "構建雙循環", None) == [(2, 5)]
    assert _places(DUAL._replace(headword="雙循環"), "构建双循环", None) == [(2, 5)]
