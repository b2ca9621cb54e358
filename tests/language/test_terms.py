"""Finding terms."""

import pytest

from reader.domain.glossary import Term
from reader.language.terms import Match, TermMatcher


def term(identifier: str, headword: str, *variants: str) -> Term:
    return Term(identifier, headword, (), "concept", "x", "x", "x", "x", variants)


TERMS = [
    term("fazhan", "发展"),
    term("linian", "新发展理念", "新理念"),
    term("gaige", "深化改革"),
    term("kaifang", "改革开放"),
    term("quanmian", "改革开放新格局"),
    term("wuge", "“五个中心”"),
    term("5g", "5G"),
    term("emoji", "😀"),
    term("jiaoyubu", "教育部"),
    term("bumen", "教育部门"),
    term("chengshiqun", "城市群"),
    term("zhengfawei", "政法委"),
    term("zhixingnan", "执行难"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贯彻新发展理念", [(2, 7, "linian")]),
        ("新理念促发展。发展", [(0, 3, "linian"), (4, 6, "fazhan"), (7, 9, "fazhan")]),
        ("深化改革开放", [(0, 4, "gaige")]),
        ("深化改革开放新格局", [(2, 9, "quanmian")]),
        ("上海“五个中心”建设", [(2, 8, "wuge")]),
        ("用5G。", [(1, 3, "5g")]),
        ("用15G、5GB、A5G", []),
        ("用5G网", [(1, 3, "5g")]),
        ("𠮷😀发展", [(1, 2, "emoji"), (2, 4, "fazhan")]),
        ("教育部部长说", [(0, 3, "jiaoyubu")]),
        ("教育部长和教育部", [(5, 8, "jiaoyubu")]),
        ("教育部署、教育部队", []),
        ("教育部门", [(0, 4, "bumen")]),
        ("城市群众在城市群", [(5, 8, "chengshiqun")]),
        ("政法委员、政法委", [(5, 8, "zhengfawei")]),
        ("执行难度大，执行难", [(6, 9, "zhixingnan")]),
        ("", []),
        ("没有", []),
        ("\0\ud800发展", [(2, 4, "fazhan")]),
    ],
)
def test_find(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert TermMatcher(TERMS).find(text) == [Match(*match) for match in expected]


def test_short_terms_can_be_left_out() -> None:
    assert TermMatcher(TERMS, shortest=3).find("发展新理念") == [Match(2, 5, "linian")]


def test_no_terms() -> None:
    assert TermMatcher([]).find("发展") == []
    assert TermMatcher(TERMS, shortest=99).find("发展") == []


def test_a_repeated_form_belongs_to_the_first_term() -> None:
    matcher = TermMatcher([term("a", "发展"), term("b", "别的", "发展")])
    assert matcher.find("发展") == [Match(0, 2, "a")]


def test_overlaps_in_a_long_text_take_linear_time() -> None:
    found = TermMatcher([term("a", "发展发展"), term("b", "展发")]).find("发展" * 50_000)
    assert len(found) == 25_000
