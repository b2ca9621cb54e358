"""Finding terms."""

import pytest

from reader.domain.glossary import Term
from reader.language.ordinary import Ordinary
from reader.language.terms import Match, TermMatcher


def term(
    identifier: str,
    headword: str,
    *variants: str,
    kind: str = "concept",
    context: tuple[str, ...] = (),
) -> Term:
    return Term(identifier, headword, (), kind, "x", "x", "x", "x", variants, context=context)


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


MARKED = [
    term("wubi", "三个务必"),
    term("buyao", "“土特产”", "做好土特产文章"),
    term("yilu", "共建“一带一路”"),
    term("zhili", "“港人治港”“澳人治澳”"),
    term("zhongdong", "中国东盟"),
    term("linian", "新发展理念"),
    term("quanmian", "完整、准确、全面贯彻"),
    term("kaifang", "改革开放"),
    term("jiaoyubu", "教育部"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牢记三个“务必”。", ["三个“务必”"]),
        ("牢记“三个务必”", ["三个务必"]),
        ("种“土特产”的人", ["“土特产”"]),
        ("买土特产回家", []),
        ("做好“土特产”文章", ["做好“土特产”文章"]),
        ("共建一带一路，共建“一带一路”", ["共建一带一路", "共建“一带一路”"]),
        ("共建「一带一路」", ["共建「一带一路」"]),
        ("“港人治港”“澳人治澳”", ["“港人治港”“澳人治澳”"]),
        ("中国—东盟、中国·东盟", ["中国—东盟", "中国·东盟"]),
        ("中国——东盟", []),
        ("“新发展”“理念”", []),
        ("“新发展理念”", ["新发展理念"]),
        ("新“发展理念", []),
        ("新发展”理念", []),
        ("“新发展”理念，新“发展理念”", ["“新发展”理念", "新“发展理念”"]),
        ('新"发展理念"，"新发展"理念', ['新"发展理念"', '"新发展"理念']),
        ("完整准确全面贯彻", ["完整准确全面贯彻"]),
        ("改革、开放", []),
        ("“教育”部长、“教育”部", ["“教育”部"]),
    ],
)
def test_quotation_marks_do_not_count(text: str, expected: list[str]) -> None:
    found = TermMatcher(MARKED).find(text)
    assert [text[match.start : match.end] for match in found] == expected


ORDINARY = [
    term("laizhi", "来之不易", context=("来之不易",)),
    term("chengguo", "来之不易的成果", context=("来之不易的成果",)),
    term("linian", "新发展理念", kind="formula"),
    term("wubi", "三个务必", "三务必", kind="formula"),
    term("yangshi", "央视网"),
    term("zhuanjia", "座谈会"),
    term("feilei", "不易"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("这份工作来之不易。", ["不易"]),
        ("新发展理念来之不易。", ["新发展理念", "来之不易"]),
        ("新发展理念带来来之不易的成果。", ["新发展理念", "来之不易的成果"]),
        ("央视网说，票来之不易。", ["央视网", "不易"]),
        ("央视网说，央视网的票来之不易。", ["央视网", "央视网", "不易"]),
        ("央视网的座谈会来之不易。", ["央视网", "座谈会", "来之不易"]),
        ("三务必来之不易。", ["三务必", "来之不易"]),
        ("新发展理念" + "好" * 200 + "来之不易", ["新发展理念", "不易"]),
        ("来之不易，来之不易的成果", ["不易", "不易"]),
    ],
)
def test_an_ordinary_word_is_a_term_beside_others(text: str, expected: list[str]) -> None:
    found = TermMatcher(ORDINARY, 1, Ordinary(ORDINARY)).find(text)
    assert [text[match.start : match.end] for match in found] == expected
