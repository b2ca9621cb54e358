"""What a search takes for alike, and pinyin as it is typed to find something."""

import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.folding import alike, fold
from reader.domain.query import parse
from reader.domain.syllables import SYLLABLES
from reader.domain.typed_pinyin import Cut, cuts

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.mark.parametrize(
    ("one", "other"),
    [("長三角", "长三角"), ("裏裡", "里里"), ("發髮", "发发"), ("ＡＢｃ１", "abc1"), ("Ünïé", "ünïé"),
     ("　", " "), ("臺颱檯", "台台台"), ("为", "為"), ("\ufa0c", "兀"), ("A長", "a长")],
)  # fmt: skip
def test_what_is_alike_folds_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["长三角", "着著", "、。", "İ", "ß", "𠮷", "", "abc 1"])
def test_what_stands_for_itself_stays(text: str) -> None:
    assert fold(text) == text


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_nothing_alike_stands_for_something_that_is_alike() -> None:
    assert not set(alike().values()) & set(alike())


def test_the_module_is_what_its_maker_makes() -> None:
    made = runpy.run_path(str(PACKAGING / "alike.py"))
    assert made["MODULE"].read_text(encoding="utf-8") == made["module"]()


def spelled(cut: Cut) -> str:
    return " ".join(
        each.forms[0] + (str(each.tone) if each.tone else "") + ("~" if each.open else "")
        for each in cut
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("xian", ["xian", "xi an"]), ("xi'an", ["xi an"]), ("csj", ["c~ s~ j~"]), ("changsj", ["chang s~ j~"]),
     ("zhcsj", ["zh~ c~ s~ j~", "z~ h~ c~ s~ j~"]), ("zhon", ["zhon~"]), ("guan", ["guan", "gu an"]),
     ("fāngàn", ["fang1 an4", "fan1 gan4"]), ("nv3er2", ["nv3 er2", "nv3 e r2"]), ("lüe", ["lve", "lv e"]),
     ("lue", ["lve", "lu e"]), ("huar", ["hua r", "hu a r"]), ("ān4", []), ("11", []), ("xi an 1 1", []),
     ("xi12", []), ("chang2 san1", ["chang2 san1"]), ("ｘｉ", ["xi"]), ("xi，an", []), ("长", []), ("", []),
     ("CHANG", ["chang"]), ("qū", ["qu1"]), ("ng", ["ng"])],
)  # fmt: skip
def test_pinyin_is_cut_in_every_way(typed: str, wanted: list[str]) -> None:
    assert [spelled(cut) for cut in cuts(typed)] == wanted


@given(
    st.lists(
        st.sampled_from(sorted(SYLLABLES - {"m", "n", "ng", "hm", "hng"})), min_size=1, max_size=4
    )
)
def test_syllables_run_together_are_cut_as_they_were(syllables: list[str]) -> None:
    wanted = tuple((each,) for each in syllables)
    assert wanted in [tuple(each.forms for each in cut) for cut in cuts("".join(syllables))]


@pytest.mark.parametrize(
    "typed",
    [
        "xian" * 2500,
        "q" * 10_000,
        "长" * 10_000,
        "中guo" * 3000,
        "xi an " * 2000,
        "xian " * 2000,
        " " * 10_000,
    ],
)
def test_a_query_of_any_length_is_read(typed: str) -> None:
    assert len(parse(typed).cuts) <= 1024


@pytest.mark.parametrize(
    ("typed", "alike_", "apart"),
    [
        ("zang", "zhāng", "jiāng"),
        ("lan", "náng", "máng"),
        ("xin", "xíng", "xióng"),
        ("shen", "sēng", "fēn"),
    ],
)
def test_confused_syllables_match_on_request(typed: str, alike_: str, apart: str) -> None:
    (cut, *_) = parse(typed).fuzzy().cuts
    assert cut[0].matches(alike_)
    assert not parse(typed).cuts[0][0].matches(alike_)
    assert not cut[0].matches(apart)
