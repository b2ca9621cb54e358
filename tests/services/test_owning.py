"""The reader's own glossaries: what is written counts at once, before ours, and is taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app import Program
from reader.domain.glossary import KEY, Term
from reader.domain.own import OURS, Batch, OwnTerm
from reader.domain.words import ReadingSource, Word, WordKind
from reader.services import reference
from reader.services.owning import SOON, Own, filled, unread
from tests.storage.samples import NOON

TEXT = "坚持新发展理念，守稳底线。"
WORDS = (
    Word(0, 2, WordKind.WORD, ("jiān", "chí"), ReadingSource.DICTIONARY),
    Word(2, 7, WordKind.TERM, ("xīn", "fā", "zhǎn", "lǐ", "niàn"), ReadingSource.GLOSSARY,
         term="xin-fazhan-linian"),
    Word(7, 8, WordKind.PUNCTUATION),
    Word(8, 10, WordKind.WORD, ("shǒu", "zhù"), ReadingSource.DICTIONARY),
    Word(10, 12, WordKind.WORD, ("dǐ", "xiàn"), ReadingSource.DICTIONARY),
    Word(12, 13, WordKind.PUNCTUATION),
)  # fmt: skip


def term(
    headword: str, english: str = "", *variants: str, name: str = "", pinyin: str = ""
) -> Term:
    syllables = tuple(pinyin.split()) or ("yī",) * len(headword)
    return Term(name or headword, headword, syllables, "concept", "f", english, "", "", variants)


@pytest.fixture
def program(tmp_path: Path, shared_cache: Path) -> Iterator[Program]:
    reference.ensure(shared_cache)
    with Program(tmp_path / "data", shared_cache) as made:
        made.analyses.put([TEXT], [WORDS])
        yield made


def terms(program: Program) -> list[str]:
    words = program.overlaid.words(WORDS, TEXT) or ()
    return [TEXT[w.start : w.end] for w in words if w.term]


def test_nothing_is_read_or_made_while_there_are_none(tmp_path: Path, shared_cache: Path) -> None:
    reference.ensure(shared_cache)
    with Program(tmp_path / "data", shared_cache) as program:
        assert program.shelf() is None
        assert program.lookup.term("新发展理念") is not None
        assert not (tmp_path / "data").exists()


def test_a_term_counts_at_once_and_is_taken_back_and_done_again(program: Program) -> None:
    own = program.own
    assert terms(program) == ["新发展理念"]
    mine = own.create("我的")
    change = own.put(term("守稳底线", "hold the line", "稳底线"), mine)
    assert change.forms == frozenset({"守稳底线", "稳底线"})
    assert terms(program) == ["新发展理念", "守稳底线"]
    found = program.lookup.term("守稳底线")
    assert found is not None
    assert (found.english, found.field, found.id[: len(KEY)]) == ("hold the line", "我的", KEY)
    assert found in program.lookup.terms()
    assert program.lookup.term("稳底线") == found
    assert program.lookup.words_among(["守稳底线"]) == {"守稳底线"}
    assert [hit.reference for hit in program.search.everywhere("hold the line")] == [found.id]

    own.apply(change.back)
    assert (terms(program), own.glossaries()) == (["新发展理念"], [])
    assert program.lookup.term("守稳底线") is None
    own.apply(change.batch)
    assert terms(program) == ["新发展理念", "守稳底线"]

    second = own.put(term("坚持"), mine)
    assert second.forms == frozenset({"坚持"})
    removed = own.remove([found.id])
    assert removed.forms == frozenset({"守稳底线", "稳底线"})
    assert terms(program) == ["坚持", "新发展理念"]
    own.apply(removed.back)
    kept = own.kept(found.id)
    assert kept is not None
    change = own.put(kept.term._replace(headword="底线", variants=()), mine, kept)
    assert change.forms == frozenset({"守稳底线", "稳底线", "底线"})
    assert terms(program) == ["坚持", "新发展理念", "底线"]
    assert own.kept(found.id) == change.batch.terms[0]


@pytest.mark.parametrize(
    ("headword", "text", "expected"),
    [
        ("守稳底线", "要守穩底線。", ["守穩底線"]),
        ("守穩底線", "要守稳底线。", ["守稳底线"]),
        ("後面的門", "后面的门", ["后面的门"]),
        ("守稳底线", "要守著底線。", []),
        ("守稳“底线”", "要守稳底线、守穩「底線」。", ["守稳底线", "守穩「底線」"]),
        ("守稳…底线", "要守穩自己的底線，守稳。底线", ["守穩自己的底線"]),
    ],
)
def test_either_characters_find_either(
    program: Program, headword: str, text: str, expected: list[str]
) -> None:
    """In whichever characters a term and a text are written."""
    program.own.put(term(headword), program.own.create("我的"))
    cut = tuple(
        Word(at, at + 1, WordKind.PUNCTUATION if char in "，。、「」" else WordKind.WORD)
        for at, char in enumerate(text)
    )
    words = program.overlaid.words(cut, text) or ()
    assert [text[w.start : w.end] for w in words if w.term] == expected
    if expected and "…" not in headword:
        found = program.lookup.term(expected[0])
        assert found is not None
        assert found.headword == headword


def test_it_stands_before_ours_and_ours_stays_below(program: Program) -> None:
    mine = program.own.create("我的")
    program.own.put(term("新发展理念", "my words", pinyin="xīn fā zhǎn lǐ niàn"), mine)
    words = program.overlaid.words(WORDS, TEXT) or ()
    (word,) = [w for w in words if w.term]
    told = program.lookup.explain("新发展理念", word)
    assert told.is_own
    assert told.term is not None
    assert told.ours is not None
    assert told.term.english == "my words"
    assert told.ours.id == "xin-fazhan-linian"
    program.own.switch(mine.id, on=False)
    (word,) = [w for w in program.overlaid.words(WORDS, TEXT) or () if w.term]
    told = program.lookup.explain("新发展理念", word)
    assert (told.is_own, told.ours) == (False, None)
    assert told.term is not None


def test_ours_are_switched_off_and_on(program: Program) -> None:
    change = program.own.switch(OURS, on=False)
    assert not program.own.ours()
    assert terms(program) == []
    told = program.lookup.explain("新发展理念", WORDS[1])
    assert told.term is None
    assert program.lookup.terms() == []
    assert program.lookup.term("新发展理念") is None
    program.own.apply(change.back)
    assert program.own.ours()
    assert terms(program) == ["新发展理念"]
    program.own.apply(change.batch)
    program.own.switch(OURS, on=True)
    assert terms(program) == ["新发展理念"]
    assert program.own.glossaries() == []
    with pytest.raises(KeyError):
        program.own.switch("nobody", on=True)


def test_another_start_knows_them(program: Program) -> None:
    program.own.put(term("守稳底线"), program.own.create("我的"))
    with Program(program.data, program.cache) as again:
        assert terms(again) == ["新发展理念", "守稳底线"]


def test_related_terms_are_those_of_the_same_glossary(program: Program) -> None:
    own = program.own
    mine = own.create("我的")
    one = term("坚持", name="a")._replace(related=("b", "xin-fazhan-linian", "gone"))
    own.apply(own.plan([one, term("底线", "line", name="b")], mine, replace=False).batch)
    found = program.lookup.term("坚持")
    assert found is not None
    told = program.lookup.explain("坚持", WORDS[0]._replace(term=found.id))
    assert [other.headword for other in told.related] == ["底线", "新发展理念"]


def test_a_file_is_merged_or_replaces_everything(program: Program) -> None:
    own = program.own
    mine = own.create("我的")
    first = [term("坚持", "a"), term("底线", "b", name="x"), term("守住", "c")]
    plan = own.plan(first, mine, replace=False)
    assert plan[1:] == (3, 0, 0, 0)
    own.apply(plan.batch)
    assert own.count() == {mine.id: 3}
    second = [term("坚持", "a"), term("底线", "new"), term("理念", "d")]
    plan = own.plan(second, mine, replace=False)
    assert plan[1:] == (1, 1, 1, 0)
    plan = own.plan(second, mine, replace=True)
    assert plan[1:] == (1, 1, 1, 1)
    before = own.terms(mine.id)
    change = own.apply(plan.batch)
    assert [one.term for one in own.terms(mine.id)] == second
    own.apply(change.back)
    assert own.terms(mine.id) == before
    # The same once more changes nothing.
    own.apply(change.batch)
    assert own.plan(second, mine, replace=True)[1:] == (0, 0, 3, 0)


def test_two_of_a_file_never_take_the_same_place(program: Program) -> None:
    own = program.own
    mine = own.create("我的")
    own.put(term("行", "go"), mine)
    both = [term("行", "go", name="1"), term("行", "row", name="2")]
    plan = own.plan(both, mine, replace=True)
    assert plan[1:] == (1, 1, 0, 0)
    own.apply(plan.batch)
    assert [one.term for one in own.terms(mine.id)] == both


def test_many_are_left_to_a_thread_of_the_window(program: Program) -> None:
    mine = program.own.create("我的")
    own_terms = [
        OwnTerm(f"{n}", mine.id, term(f"词{n}", name=str(n)), NOON, NOON) for n in range(SOON + 1)
    ]
    program.own.apply(Batch([mine], [*own_terms, OwnTerm("x", mine.id, term("底线"), NOON, NOON)]))
    with Program(program.data, program.cache) as again:
        again.hurried = True
        assert terms(again) == ["新发展理念"]
        assert again.shelf() is None
        again.own.renew()
        assert terms(again) == ["新发展理念", "底线"]


def test_pinyin_that_a_file_lacks_is_read_many_at_a_time() -> None:
    asked: list[int] = []

    def read(texts: list[str]) -> list[tuple[Word, ...]]:
        asked.append(len(texts))
        return [(Word(0, len(t), WordKind.WORD, tuple("ab"[: len(t)])),) for t in texts]

    told = term("坚持", pinyin="jiān chí")
    bare = [term("底线")._replace(syllables=unread("底线"), id=str(n)) for n in range(450)]
    latin = term("GDP")._replace(syllables=())
    found = filled([told, *bare, latin], read)  # type: ignore[arg-type]
    assert asked == [200, 200, 50]
    assert found[0] == told
    assert {one.syllables for one in found[1:-1]} == {("a", "b")}
    assert found[-1] == latin


def test_a_read_only_library_keeps_what_was(program: Program) -> None:
    from reader.domain.errors import ReadOnly

    program.own.put(term("守稳底线"), program.own.create("我的"))
    program.database.read_only = True
    with pytest.raises(ReadOnly):
        program.own.switch(OURS, on=False)
    assert terms(program) == ["新发展理念", "守稳底线"]


def test_the_service_makes_no_glossary_twice(program: Program) -> None:
    own: Own = program.own
    mine = own.create("我的")
    own.put(term("坚持"), mine)
    own.put(term("坚持"), mine)
    assert own.glossaries() == [mine]
    assert [one.term.id for one in own.terms(mine.id)] == ["坚持", "坚持-2"]
