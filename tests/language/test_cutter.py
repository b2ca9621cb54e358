"""The engine that cuts: what it puts together, what it never does, and names of every kind."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.glossary import Term
from reader.language.annotate import Annotator
from tests.language.shown import check_contract, cut, reading_of, word_at, words

TOGETHER = """
推动|经济|可持续|发展
反腐败|斗争
改革开放|以来
副总理|出席
国有企业|改革
下一步|打算
第三|步|走
生态环境|保护
高科技|企业
"""

APART = """
要|以|人民|为|中心
并|以|个人|的|名义
大局|中|去|定位
他|就|是|这样|的|人
我|不|会|去|的
这|才|能|做|好
工作|中|的|问题
有|了|很|大|的|变化
谈|到|了|未来
在|此|基础|上
将|会|更|好
"""


@pytest.mark.parametrize("marked", [*TOGETHER.split(), *APART.split()])
def test_words(annotator: Annotator, marked: str) -> None:
    assert "|".join(cut(annotator, marked.replace("|", ""))) == marked


def test_a_word_that_was_put_together_has_its_parts(annotator: Annotator) -> None:
    text = "坚持改革开放政策"
    word = word_at(annotator, text, "改革开放")
    assert word is not None
    assert [text[p.start : p.end] for p in word.parts] == ["改革", "开放"]
    assert word.syllables == ("gǎi", "gé", "kāi", "fàng")
    assert [p.syllables for p in word.parts] == [("gǎi", "gé"), ("kāi", "fàng")]


@pytest.mark.parametrize(
    "text", ["改革，开放", "改革\n开放", "改革1开放", "改革 开放", "改革“开放”"]
)
def test_nothing_is_put_together_over_a_border(annotator: Annotator, text: str) -> None:
    assert "改革" in cut(annotator, text)
    assert "开放" in cut(annotator, text)


PERSONS = """
国家发展改革委主任⟨郑栅洁⟩出席
。”⟨王伟⟩说。
⟨孙淑伟⟩和田亮将参赛
⟨陈庆朝⟩憋不住了
记者⟨单雪菱⟩报道
⟨周恩来⟩总理访问
导演⟨张艺谋⟩的新片
诗人⟨杜甫⟩的诗
⟨欧阳晓晖⟩教授
⟨克林顿⟩总统表示
⟨克瓦希涅夫斯基⟩总统
作家⟨加西亚·马尔克斯⟩
⟨摩根·弗里曼⟩来了
⟨约翰·F·肯尼迪⟩说
总统⟨普京⟩说
会见了⟨福塞特⟩
李干杰、⟨何立峰⟩、吴政隆出席
"""
NO_PERSONS = """
高层次人才
水产品出口
常委会会议
方向盘坏了
全世界人民
白手套案件
安全感很强
时装周开幕
张家港很大
巴黎人喜欢
温室效应增强
"""


@pytest.mark.parametrize("text", PERSONS.split())
def test_people(annotator: Annotator, text: str) -> None:
    name = text[text.index("⟨") + 1 : text.index("⟩")]
    plain = text.replace("⟨", "").replace("⟩", "")
    word = word_at(annotator, plain, name)
    assert word is not None, cut(annotator, plain)
    assert word.kind == "name"


@pytest.mark.parametrize("text", NO_PERSONS.split())
def test_what_looks_like_a_person(annotator: Annotator, text: str) -> None:
    first = words(annotator, text)[0]
    assert first.kind != "name" or not first.parts


def test_a_surname_before_a_title(annotator: Annotator) -> None:
    assert cut(annotator, "单先生说") == ["单", "先生", "说"]
    assert words(annotator, "单先生说")[0].kind == "name"
    assert reading_of(annotator, "单先生说", "单") == "Shàn"


ORGANISATIONS = """
国家发展改革委区域协调发展司 = 国家发展改革委 区域 协调 发展司
上海市高级人民法院 = 上海市 高级人民法院
江苏省发展和改革委员会 = 江苏省 发展 和 改革 委员会
国务院港澳事务办公室 = 国务院 港澳 事务 办公室
中国科学院地理科学与资源研究所 = 中国科学院 地理 科学 与 资源 研究所
上海东数能芯技术有限公司 = 上海 东数能芯 技术 有限公司
中国人民银行 = 中国 人民 银行
教育部基础教育司 = 教育部 基础教育司
阿里巴巴集团 = 阿里巴巴 集团
深圳市腾讯计算机系统有限公司 = 深圳市 腾讯 计算机 系统 有限公司
中国科学技术大学先进技术研究院 = 中国科学技术大学 先进 技术 研究院
北京大学第三医院 = 北京大学 第三 医院
"""


@pytest.mark.parametrize("line", ORGANISATIONS.strip().split("\n"))
@pytest.mark.parametrize("around", ["{}", "他在{}工作", "，{}主任说", "{}和其他单位"])
def test_organisations(annotator: Annotator, line: str, around: str) -> None:
    name, parts = line.split(" = ")
    text = around.format(name)
    word = word_at(annotator, text, name)
    assert word is not None, cut(annotator, text)
    assert word.kind == "name"
    assert [text[p.start : p.end] for p in word.parts] == parts.split()
    check_contract(text, words(annotator, text))


def test_a_name_within_a_name_has_its_own_parts(annotator: Annotator) -> None:
    text = "国家发展改革委区域协调发展司"
    [word] = words(annotator, text)
    inner = word.parts[0]
    assert [text[p.start : p.end] for p in inner.parts] == ["国家", "发展改革委"]
    assert inner.syllables == word.syllables[:7]
    assert [s for p in inner.parts for s in p.syllables] == list(inner.syllables)


@pytest.mark.parametrize(
    "text",
    [
        "中国访问了学校",
        "上海的公司",
        "美国攻击中心",
        "中国大局",
        "上海的中心",
        "春节晚会",
        "北京，大学",
        "他去了中国和美国政府",
    ],
)
def test_no_organisations(annotator: Annotator, text: str) -> None:
    assert max(w.end - w.start for w in words(annotator, text)) < 5


# --- terms ------------------------------------------------------------------


def _term(identifier: str, headword: str) -> Term:
    return Term(identifier, headword, ("x",) * len(headword), "concept", "x", "x", "x", "x")


@pytest.fixture(scope="module")
def with_terms(cache: Path) -> Annotator:
    headwords = ["能力建", "抓落实", "高质量发展", "质量发展规划纲要", "发展"]
    return Annotator(cache, [_term(f"t{n}", word) for n, word in enumerate(headwords)])


def test_a_term_wins_over_the_model(with_terms: Annotator, annotator: Annotator) -> None:
    assert cut(annotator, "加强能力建设") == ["加强", "能力", "建设"]
    assert cut(with_terms, "加强能力建设") == ["加强", "能力建", "设"]
    assert cut(with_terms, "狠抓落实工作") == ["狠", "抓落实", "工作"]


def test_the_longest_term_wins(with_terms: Annotator) -> None:
    assert cut(with_terms, "高质量发展规划纲要") == ["高", "质量发展规划纲要"]


def test_a_short_term_only_where_it_is_a_word(with_terms: Annotator) -> None:
    assert words(with_terms, "发展很快")[0].term == "t4"
    assert all(w.term is None for w in words(with_terms, "出发展览会"))


# --- many texts -------------------------------------------------------------

PIECES = st.sampled_from(
    "推动长三角一体化 国家发展改革委主任郑栅洁 上海市高级人民法院 ， 。 改革 开放 1998 年 A 亨利·基辛格 \0 😀 𠮷 的 了 "
    "书记 王伟 说".split()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=6))
def test_together_is_as_one_by_one(annotator: Annotator, texts: list[str]) -> None:
    together = annotator.annotate(texts)
    assert together == [annotator.annotate([text])[0] for text in texts]
    for text, found in zip(texts, together, strict=True):
        check_contract(text, found)


@pytest.mark.parametrize(
    "unit",
    [
        "好",
        "\u2ed3",
        "𠮷",
        "\ue000",
        "\0",
        "😀",
        "国家发展改革委",
        "王说",
        "·",
        "a好",
        "一",
        "\ud800",
    ],
    ids=ascii,
)
def test_a_long_row_without_an_end(annotator: Annotator, unit: str) -> None:
    text = unit * (60_000 // len(unit))
    [found] = annotator.annotate([text])
    check_contract(text, found)
    assert all(w.end - w.start <= 60 for w in found if w.syllables)
