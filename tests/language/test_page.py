"""The first page: the mistakes of jieba and pypinyin are gone, what was right stayed."""

from importlib import resources

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
WHOLE = "能级 赋能 长板 各扬所长 下一步 制度型 可持续 人道灾难 创新链 巴以 新片区 国际日".split()


@pytest.fixture(scope="module", params=["plain", "glossary"])
def page(request: pytest.FixtureRequest, annotator: Annotator) -> Annotator:
    """The analyser without and with the shipped glossary."""
    if request.param == "plain":
        return annotator
    return Annotator(annotator._cache, glossary.load())


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
