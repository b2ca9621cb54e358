"""The first page: the mistakes of jieba and pypinyin are gone, what was right stayed."""

from importlib import resources
from pathlib import Path

import pytest

from reader.domain.words import Word
from reader.language import glossary
from reader.language.annotate import Annotator
from tests.language.shown import check_contract, reading_of

PAGE = (resources.files("reader.resources") / "text" / "page.md").read_text(encoding="utf-8")
# The reader's page is mended before it is analysed.
for broken, whole in (
    ("省委书信长星", "省委书记信长星"),
    ("省委书信易炼红", "省委书记易炼红"),
    ("省委书信韩俊", "省委书记韩俊"),
    ("们党始终", "我们党始终"),
):
    PAGE = PAGE.replace(broken, whole)
LINES = [line for line in PAGE.split("\n") if line]

READINGS = [
    ("充分发挥", "chōng fèn fā huī"),
    ("各扬所长", "gè yáng suǒ cháng"),
    ("信长星", "Xìn Cháng xīng"),
    ("长途车", "cháng tú chē"),
    ("郑栅洁", "Zhèng Shān jié"),
    ("闵行区", "Mǐn háng Qū"),
    ("供应链", "gōng yìng liàn"),
    ("巴勒斯坦国", "Bā lè sī tǎn guó"),
    ("东耶路撒冷", "Dōng Yē lù sā lěng"),
    ("为重点", "wéi zhòng diǎn"),
    ("转化为", "zhuǎn huà wéi"),
    ("变为", "biàn wéi"),
    ("最为", "zuì wéi"),
    ("为基础", "wéi jī chǔ"),
    ("为首都", "wéi shǒu dū"),
    ("朋友", "péng you"),
    ("名字", "míng zi"),
    ("告诉", "gào su"),
    ("码头", "mǎ tou"),
    ("认识", "rèn shi"),
    ("进一步", "jìn yī bù"),
    ("一起", "yī qǐ"),
    ("一贯", "yī guàn"),
    ("还需", "hái xū"),
    ("更深", "gèng shēn"),
    ("更好", "gèng hǎo"),
    ("三省一市", "sān shěng yī shì"),
    ("取得", "qǔ dé"),
    ("赢得", "yíng dé"),
    ("重点领域", "zhòng diǎn lǐng yù"),
    ("强调", "qiáng diào"),
    ("协调", "xié tiáo"),
    ("只需要", "zhǐ xū yào"),
    ("一任接着一任干", "yī rèn jiē zhe yī rèn gàn"),
    ("着力", "zhuó lì"),
    ("症结", "zhēng jié"),
    ("行业", "háng yè"),
    ("重启", "chóng qǐ"),
    ("率先", "shuài xiān"),
    ("便利", "biàn lì"),
    ("尽快", "jǐn kuài"),
    ("应有", "yīng yǒu"),
    ("为一体化发展提供", "wèi yī tǐ huà fā zhǎn tí gōng"),
    ("为构建", "wèi gòu jiàn"),
    ("为世界的和平", "wèi shì jiè de hé píng"),
    ("为中美关系", "wèi Zhōng Měi guān xi"),
]
NAMES = (
    "习近平 李强 蔡奇 郑栅洁 陈吉宁 信长星 易炼红 韩俊 谢环驰 李干杰 何立峰 吴政隆 穆虹 姜信治 "
    "王伟 曹栋强 刘文峰 钱雨丽 惠先宝 周世锋 亨利·基辛格 基辛格 拜登"
).split()
# Names of places and organisations, each one unit; where it ends in “…” its parts follow.
UNITS = """
上海 江苏 安徽 芜湖 盐城 上海市 闵行区 浦东新区 外高桥 临港 虹桥 长三角 皖南 巴勒斯坦 巴勒斯坦国 东耶路撒冷 中东
美国 中国 北京 新华社 联合国 国务院 中共中央
中共中央政治局 = 中共中央 政治局
国家发展改革委 = 国家 发展改革委
上海市委 = 上海 市委
江苏省委 = 江苏 省委
浙江省委 = 浙江 省委
安徽省委 = 安徽 省委
国家发展改革委区域协调发展司 = 国家发展改革委 区域 协调 发展司
江苏省交通运输厅 = 江苏省 交通 运输厅
浙江省发展规划研究院 = 浙江省 发展 规划 研究院
上海东数能芯技术有限公司 = 上海 东数能芯 技术 有限公司
安徽省汽车办 = 安徽省 汽车办
联合国安理会 = 联合国 安理会
"""
WHOLE = (
    "能级 赋能 长板 各扬所长 下一步 制度型 可持续 人道灾难 创新链 巴以 新片区 国际日 贺电 唁电 一带一路 碳中和 "
    "非农化 非粮化 十八大 大循环 双循环 重启 基础设施 对外开放 增长极 循环链 滚装船 长途车"
).split()
# Words that no engine may make of this page: mistakes of others, and what runs words together.
NOT_WORDS = (
    "辐射能 委同 委同有关 拉长板 致贺 年来 曹栋 栋强 刘文 文峰 易炼 书信长 信长 长星说 扬所长 扬所 下一 度型 "
    "一带 碳中 农化 大循 人道灾 新链 以冲突 片区 循环的 际日 在讲话中 讲话中 要带头 以严 此基础 回老家 愿同 要以 并以 中去 "
    "要坚持 就推进"
).split()
# Where words end: marked by a stroke, each as it stands in the page.
CUTS = """
辐射|能级
国家发展改革委|同|有关|地方
共|拉|长板|提升
致|贺电
实施|5|年|来|，
龙头|带动|和|各扬所长
以|制度型|开放|为|重点
在|讲话|中|表示
要|带头|落实
以|严|的|纪律
在|此|基础|上
以前|回|老家
愿|同|美方
并|以|个人|的|名义
大局|中|去|定位
顺|江|而|下
离|不|开
三|省|一|市
党|的|十八大|以来
中|美|关系
"""


def _items(line: str) -> list[str]:
    return [line] if " = " in line else line.split()


@pytest.fixture(scope="module", params=["plain", "glossary"])
def page(request: pytest.FixtureRequest, annotator: Annotator) -> Annotator:
    """The analyser without and with the shipped glossary."""
    if request.param == "plain":
        return annotator
    return Annotator(annotator._cache, glossary.load())


@pytest.fixture(scope="module")
def cut_page(annotator: Annotator) -> list[tuple[str, tuple[Word, ...]]]:
    """Each line with its words, without the glossary."""
    return list(zip(LINES, annotator.annotate(LINES), strict=True))


@pytest.mark.parametrize(("part", "reading"), READINGS)
def test_reading(page: Annotator, part: str, reading: str) -> None:
    found = {reading_of(page, line, part).lower() for line in LINES if part in line}
    assert found == {reading.lower()}


def test_the_delta_is_long_everywhere(page: Annotator) -> None:
    for line in LINES:
        for word in leaves(page.annotate([line])[0]):
            for at in range(word.start, word.end - 2):
                if line[at : at + 3] == "长三角":
                    assert word.syllables[at - word.start] == "Cháng"


@pytest.mark.parametrize("name", NAMES)
def test_names_are_whole(page: Annotator, name: str) -> None:
    lines = [line for line in LINES if name in line]
    assert lines
    for line in lines:
        words = page.annotate([line])[0]
        # With the glossary, a term may hold the name: 习近平总书记重要讲话精神.
        found = [line[w.start : w.end] for w in words if w.kind in {"name", "term"}]
        assert [x for x in found if name in x] != [], line


@pytest.mark.parametrize("word", WHOLE)
def test_words_are_whole(page: Annotator, word: str) -> None:
    for line in LINES:
        at = line.find(word)
        while at >= 0:
            borders = {border for w in page.annotate([line])[0] for border in (w.start, w.end)}
            inside = borders & set(range(at + 1, at + len(word)))
            assert not inside, line[at - 5 : at + 10]
            at = line.find(word, at + 1)


def test_no_word_is_cut_wrongly(page: Annotator) -> None:
    found = {line[w.start : w.end] for line in LINES for w in page.annotate([line])[0]}
    assert found & set(NOT_WORDS) == set()


@pytest.mark.parametrize("marked", CUTS.split())
def test_cuts(cut_page: list[tuple[str, tuple[Word, ...]]], marked: str) -> None:
    part = marked.replace("|", "")
    found = [(line, words) for line, words in cut_page if part in line]
    assert found
    for line, words in found:
        at = line.index(part)
        inside = [w for w in words if at <= w.start < at + len(part)]
        assert "|".join(line[w.start : w.end] for w in inside) == marked


@pytest.mark.parametrize("unit", [item for line in UNITS.split("\n") for item in _items(line)])
def test_places_and_organisations_are_units(
    cut_page: list[tuple[str, tuple[Word, ...]]], unit: str
) -> None:
    name, _, parts = unit.partition(" = ")
    found = [
        (line, word)
        for line, words in cut_page
        for word in words
        if line[word.start : word.end] == name
    ]
    assert found
    for line, word in found:
        assert word.kind == "name"
        assert not parts or [line[p.start : p.end] for p in word.parts] == parts.split()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("国家发展改革委区域协调发展司", ["国家发展改革委", "区域协调发展司"]),
        ("江苏省交通运输厅", ["江苏省", "交通运输厅"]),
        ("浙江省发展规划研究院", ["浙江省", "发展规划研究院"]),
        ("安徽省汽车办", ["安徽省", "汽车办"]),
    ],
)
def test_an_organisation_holds_terms(cache: Path, name: str, parts: list[str]) -> None:
    annotator = Annotator(cache, glossary.load())
    [line] = [line for line in LINES if name in line]
    at = line.index(name)
    [word] = [w for w in annotator.annotate([line])[0] if w.start == at]
    assert (word.kind, word.end) == ("name", at + len(name))
    assert [line[p.start : p.end] for p in word.parts] == parts
    term = word.parts[-1]
    assert term.term is not None
    assert term.parts[-1].end == term.end
    assert word.syllables == tuple(s for part in word.parts for s in part.syllables)


def test_contract(page: Annotator) -> None:
    for line, words in zip(LINES, page.annotate(LINES), strict=True):
        check_contract(line, words)


def test_little_doubt(page: Annotator) -> None:
    words = [word for line in page.annotate(LINES) for word in line]
    unsure = sum(len(word.syllables) for word in words if not word.sure)
    assert unsure < 0.03 * sum(len(word.syllables) for word in words)


def leaves(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without regard to what is inside them."""
    return tuple(word for word in words if word.syllables)
