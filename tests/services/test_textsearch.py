"""Searching a library: the same is found by the index, by reading, and by both at once."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app import Program
from reader.domain.corrections import Wanted
from reader.domain.document import Decisions, Document, Paragraph, ParagraphKind, Section, Source
from reader.domain.glossary import Term
from reader.domain.overlay import NewWord
from reader.domain.query import Query, parse
from reader.domain.words import Word, WordKind
from reader.services.textsearch import FoundPlaces

PAGES = {
    "一": ["长三角一体化", "行长长大了。", "AI 技术，ＡＩ技术"],
    "二": ["長三角的行長", "", "西安先生𠮷野家"],
    "三": ["没有读过的长文。"],
}
READINGS = {"长三角": "Cháng sān jiǎo", "一体化": "yī tǐ huà", "行长": "háng zhǎng", "长大": "zhǎng dà",
            "長三角": "Cháng sān jiǎo", "的": "de", "行長": "háng zhǎng", "西安": "Xī ān", "先生": "xiān sheng",
            "了": "le", "技术": "jì shù", "野家": "yě jiā"}  # fmt: skip


def words_of(text: str) -> tuple[Word, ...]:
    out, at = [], 0
    while at < len(text):
        size = next((len(w) for w in READINGS if text.startswith(w, at)), 0)
        if size:
            syllables = tuple(READINGS[text[at : at + size]].split())
            out.append(Word(at, at + size, WordKind.WORD, syllables))
        else:
            size = 1
            out.append(Word(at, at + 1, WordKind.PUNCTUATION))
        at += size
    return tuple(out)


def add(program: Program, title: str, paragraphs: list[str]) -> int:
    text = "\n".join(paragraphs)
    body = tuple(Paragraph(ParagraphKind.BODY, paragraph) for paragraph in paragraphs)
    source = Source(title, (title + text).encode(), "utf-8", text)
    return program.library.add(source, Document(title, (Section(title, body),)), Decisions())


@pytest.fixture
def program(tmp_path: Path, shared_cache: Path) -> Iterator[Program]:
    """Two texts that are analysed and a third that is not; nothing is indexed yet."""
    with Program(tmp_path, shared_cache) as made:
        for title, paragraphs in PAGES.items():
            add(made, title, paragraphs)
            if title != "三":
                made.analyses.put(paragraphs, [words_of(each) for each in paragraphs])
        yield made


def found(program: Program, typed: str) -> FoundPlaces:
    return program.texts_search.find(parse(typed), sorted(program.library.states()))


def places(program: Program, typed: str) -> list[tuple[int, int, int, int]]:
    result = found(program, typed)
    listed = [(place.document, place.paragraph, place.start, place.end) for place in result]
    assert result.total == len(listed) == result.counts.total()
    for place in result:
        page = program.library.paragraphs(place.document, place.paragraph, place.paragraph + 1)
        assert place.text == page[0].text
    return listed


TYPED = ["长", "長三角", "长三角", "行长", "三角的", "ai技", "ａｉ", "𠮷", "chang", "zhang", "hangzhang", "csj",
         "xian", "xi'an", "西an", "chang三角", "行zhang", "。", "没有", "x", "de", "xian1 sheng5"]  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_the_index_finds_what_reading_finds(program: Program, typed: str) -> None:
    by_reading = places(program, typed)
    program.indexing.catch_up()
    assert program.indexing.trusted("characters") == {1, 2, 3}
    assert program.indexing.trusted("syllables") == {1, 2}
    assert places(program, typed) == by_reading


def test_what_is_there_is_found(program: Program) -> None:
    program.indexing.catch_up()
    assert places(program, "長三角") == [(1, 0, 0, 3), (2, 0, 0, 3)]
    assert places(program, "zhang") == [(1, 1, 1, 2), (1, 1, 2, 3), (2, 0, 5, 6)]
    assert places(program, "西an先") == [(2, 2, 0, 3)]
    assert places(program, "𠮷") == [(2, 2, 4, 5)]
    assert found(program, "长").counts == {1: 3, 2: 2, 3: 1}


def test_what_changes_later_is_found_at_once_and_indexed_later(program: Program) -> None:
    program.indexing.catch_up()
    new = add(program, "四", ["又一个长三角"])
    assert places(program, "长三角")[-1] == (new, 0, 3, 6)
    changed = Document("一", (Section("一", (Paragraph(ParagraphKind.BODY, "不再有了"),)),))
    program.library.replace(1, changed, Decisions())
    assert places(program, "长三角") == [(2, 0, 0, 3), (new, 0, 3, 6)]
    assert 1 not in program.indexing.trusted("characters")
    program.indexing.catch_up()
    assert 1 in program.indexing.trusted("characters")
    assert places(program, "长三角") == [(2, 0, 0, 3), (new, 0, 3, 6)]
    assert places(program, "不再") == [(1, 0, 0, 2)]


def test_a_corrected_reading_is_found_at_once_and_indexed_later(program: Program) -> None:
    program.indexing.catch_up()
    assert places(program, "changda") == []
    program.corrections.make([Wanted((NewWord("长大", ("cháng", "dà")),))])
    assert places(program, "changda") == [(1, 1, 2, 4)]
    assert program.indexing.trusted("syllables") == {2}
    program.indexing.catch_up()
    assert program.indexing.trusted("syllables") == {1, 2}
    assert places(program, "changda") == [(1, 1, 2, 4)]
    assert places(program, "zhangda") == []


def test_words_of_another_analyser_are_indexed_anew(program: Program) -> None:
    program.indexing.catch_up()
    program.analyses.adopt("another")
    assert not program.indexing.trusted("syllables")
    assert places(program, "zhang") == []


def test_indexing_can_be_stopped_and_goes_on(program: Program) -> None:
    class Stopped(Exception):
        pass

    def after_one(done: int, _all: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        program.indexing.catch_up(after_one)
    assert places(program, "长") == [
        (1, 0, 0, 1),
        (1, 1, 1, 2),
        (1, 1, 2, 3),
        (2, 0, 0, 1),
        (2, 0, 5, 6),
        (3, 0, 5, 6),
    ]
    program.indexing.catch_up()
    assert len(program.indexing.trusted("characters")) == 3


def test_every_substring_of_random_texts(program: Program) -> None:
    rng = random.Random(7)
    drawn = ["".join(rng.choices("长長三角，ａA 𠮷", k=rng.randrange(40))) for _ in range(60)]
    for start in range(0, 60, 6):
        add(program, f"r{start}", drawn[start : start + 6])
    program.indexing.catch_up()
    everything = sorted(program.library.states())
    for _ in range(300):
        paragraph = rng.choice([each for each in drawn if each])
        start = rng.randrange(len(paragraph))
        wanted = Query(parse(paragraph[start : start + rng.randint(1, 8)]).text)
        if wanted:
            result = program.texts_search.find(wanted, everything)
            by_reading = [
                (document, *place)
                for document in everything
                for place in program.texts_search.read(wanted, document)
            ]
            assert [(p.document, p.paragraph, p.start, p.end) for p in result] == by_reading
            assert result.total == len(by_reading)


def test_without_an_index_the_texts_are_read(tmp_path: Path, shared_cache: Path) -> None:
    (tmp_path / "search").write_text("a file where the folder of the index would be")
    with Program(tmp_path, shared_cache) as program:
        add(program, "一", PAGES["一"])
        program.indexing.catch_up()
        assert not program.indexing.trusted("characters")
        assert places(program, "长三角") == [(1, 0, 0, 3)]


def test_own_terms_and_their_readings_are_found(program: Program) -> None:
    program.indexing.catch_up()
    assert places(program, "changda") == []
    term = Term("own", "长大", ("cháng", "dà"), "concept", "own", "", "", "")
    program.own.put(term, program.own.create("mine"))
    program.overlaid.renew()
    assert places(program, "changda") == [(1, 1, 2, 4)]
    program.indexing.catch_up()
    assert program.indexing.trusted("syllables") == {1, 2}
    assert places(program, "changda") == [(1, 1, 2, 4)]


PARAGRAPHS = [
    "改革开放四十年",
    "改革经济",
    "开放门户，经济发展改革",
    "开放在前面很远很远很远的地方，改革",
    "经济",
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("改革 开放", [(0, 0), (0, 2), (2, 0), (2, 9), (3, 0), (3, 15)]),
        ("改革 OR 经济", [(0, 0), (1, 0), (1, 2), (2, 5), (2, 9), (3, 15), (4, 0)]),
        ("改革 -经济", [(0, 0), (3, 15)]),
        ("改革 NEAR/8 开放", [(0, 0), (0, 2), (2, 0), (2, 9)]),
        ("开放 经济 -门户", []),
        ("改?开", [(0, 0)]),
        ('"改革经"', [(1, 0)]),
        ("改革 title:没有", []),
        ("改革 in:notes", []),
        ("改革 before:2000", []),
        ("改革 after:2000 -经济", [(0, 0), (3, 15)]),
        ("改革 tag:x", []),
    ],
)
@pytest.mark.parametrize("indexed", [True, False])
def test_words_together_or_not(
    tmp_path: Path, shared_cache: Path, typed: str, found: list[tuple[int, int]], *, indexed: bool
) -> None:
    with Program(tmp_path, shared_cache) as program:
        add(program, "文", PARAGRAPHS)
        if indexed:
            program.indexing.catch_up()
        results = program.search.everywhere(typed, ("text", "note", "title"))
        assert [(hit.paragraph, hit.start) for hit in results] == found
        assert results.total == len(found)
