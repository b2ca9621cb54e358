"""Cutting into words."""

import pytest

from reader.language.annotate import Annotator
from tests.language.shown import cut, word_at

WORDS_KEPT_WHOLE = [
    ("进一步提升虹桥国际开放枢纽辐射能级", ["辐射", "能级"]),
    ("委同有关地方和部门紧扣", ["有关", "地方", "部门"]),
    ("相互赋能，共拉长板提升", ["赋能", "长板"]),
    ("向大会致贺电。", ["贺电", "致"]),
    ("实施5年来，规划", ["5", "年", "来"]),
    ("统筹龙头带动和各扬所长", ["各扬所长"]),
    ("下一步，要按照", ["下一步"]),
    ("以制度型开放为重点", ["制度型"]),
    ("共建“一带一路”高质量", ["一带一路"]),
    ("推进碳达峰碳中和。", ["碳达峰", "碳中和"]),
    ("实现可持续安全", ["可持续"]),
    ("耕地“非农化”、“非粮化”", ["非农化", "非粮化"]),
    ("党的十八大以来", ["十八大", "以来"]),
    ("制止人道灾难", ["人道灾难"]),
    ("推动创新链与产业链", ["创新链", "产业链"]),
    ("巴以冲突症结在于", ["巴以"]),
    ("临港新片区更高", ["新片区"]),
    ("国内国际大循环的", ["大循环"]),
    ("人民国际日”", ["国际日"]),
    ("李强在讲话中表示", ["在", "讲话", "中"]),
    ("要带头落实", ["要", "带头"]),
    ("以严的纪律", ["以", "严"]),
    ("在此基础上，", ["此", "基础"]),
    ("以前回老家江苏", ["回", "老家"]),
    ("中方愿同美方一道", ["愿", "同"]),
    ("顺江而下", ["顺", "江", "而", "下"]),
    ("放到大局中去定位", ["中", "去"]),
    ("并以个人的名义", ["并", "以"]),
    ("中共中央、国务院", ["、"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS_KEPT_WHOLE)
def test_words(annotator: Annotator, text: str, expected: list[str]) -> None:
    found = cut(annotator, text)
    assert [word for word in expected if word not in found] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30日上午", ["30", "日", "上午"]),
        ("2023年11月", ["2023", "年", "11", "月"]),
        ("增长5.2%左右", ["增长", "5.2%", "左右"]),
        ("GDP增长", ["GDP", "增长"]),
    ],
)
def test_numbers_stand_apart(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert cut(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("老家江苏盐城", "盐城"),
        ("中国和美国", "中国"),
        ("新华社记者", "新华社"),
        ("上海市闵行区", "闵行区"),
    ],
)
def test_places_and_institutions_are_names(annotator: Annotator, text: str, word: str) -> None:
    found = word_at(annotator, text, word)
    assert found is not None
    assert found.kind == "name"


@pytest.mark.parametrize(
    "text", ["和平与发展", "高峰论坛", "强国建设", "水平提高", "中方认为", "三省一市"]
)
def test_common_words_are_no_names(annotator: Annotator, text: str) -> None:
    first = annotator.annotate([text])[0][0]
    assert (first.kind == "name") is (text == "中方认为")
