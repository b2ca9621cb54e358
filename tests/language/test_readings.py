"""Readings of words."""

import pytest

from reader.domain.words import ReadingSource
from reader.language.annotate import Annotator
from tests.language.shown import reading_of, words

CITATION = [
    ("一起", "yī qǐ"),
    ("进一步", "jìn yī bù"),
    ("一贯", "yī guàn"),
    ("不是", "bù shì"),
    ("不断", "bù duàn"),
    ("一样", "yī yàng"),
    ("一共", "yī gòng"),
    ("不错", "bù cuò"),
    ("一不小心", "yī bù xiǎo xīn"),
    ("两个", "liǎng gè"),
]
NEUTRAL = [
    ("朋友", "péng you"),
    ("名字", "míng zi"),
    ("告诉", "gào su"),
    ("码头", "mǎ tou"),
    ("认识", "rèn shi"),
    ("我们", "wǒ men"),
    ("什么", "shén me"),
    ("对不起", "duì bu qǐ"),
    ("花儿", "huā r"),
]
WORDS = [
    ("长三角", "Cháng sān jiǎo"),
    ("充分", "chōng fèn"),
    ("长途车", "cháng tú chē"),
    # The dictionary has these with a light syllable, too, but in another sense.
    ("土地", "tǔ dì"),
    ("过去", "guò qù"),
    ("冷战", "lěng zhàn"),
    ("老公", "lǎo gōng"),
    ("开通", "kāi tōng"),
    ("闵行区", "Mǐn háng Qū"),
    ("供应链", "gōng yìng liàn"),
    ("巴勒斯坦", "Bā lè sī tǎn"),
    ("巴勒斯坦国", "Bā lè sī tǎn guó"),
    ("东耶路撒冷", "Dōng Yē lù sā lěng"),
    ("商业银行", "shāng yè yín háng"),
    ("结构调整", "jié gòu tiáo zhěng"),
    ("音乐会", "yīn yuè huì"),
    ("首都", "shǒu dū"),
    ("取得", "qǔ dé"),
    ("赢得", "yíng dé"),
    ("重点", "zhòng diǎn"),
    ("强调", "qiáng diào"),
    ("协调", "xié tiáo"),
    ("着力", "zhuó lì"),
    ("症结", "zhēng jié"),
    ("行业", "háng yè"),
    ("重启", "chóng qǐ"),
    ("率先", "shuài xiān"),
    ("便利", "biàn lì"),
    ("尽快", "jǐn kuài"),
    ("应有", "yīng yǒu"),
    ("更好", "gèng hǎo"),
    ("最为", "zuì wéi"),
    ("变为", "biàn wéi"),
    ("中国", "Zhōng guó"),
    ("和平", "hé píng"),
    ("台州", "Tāi zhōu"),
    ("洪洞", "Hóng tóng"),
    ("会稽", "Kuài jī"),
    ("六安", "Lù ān"),
    ("铅山", "Yán shān"),
    ("绿色", "lǜ sè"),
]


@pytest.mark.parametrize(("text", "reading"), [*CITATION, *NEUTRAL, *WORDS])
def test_word(annotator: Annotator, text: str, reading: str) -> None:
    assert reading_of(annotator, text, text) == reading


@pytest.mark.parametrize("char", ["㐀", "𠮷", "龘", "〇", "豈"])
def test_rare_characters_have_a_place(annotator: Annotator, char: str) -> None:
    (word,) = words(annotator, char)
    assert len(word.syllables) == 1


def test_a_character_without_any_reading_is_unsure(annotator: Annotator) -> None:
    (word,) = words(annotator, "\U000323ae")
    assert word.syllables == ("",)
    assert not word.sure
    assert word.source == ReadingSource.DEFAULT


@pytest.mark.parametrize("text", ["的", "和", "是", "要", "中国", "发展", "重点"])
def test_plain_readings_are_sure(annotator: Annotator, text: str) -> None:
    (word,) = words(annotator, text)
    assert word.sure
    assert word.source == ReadingSource.DICTIONARY


@pytest.mark.parametrize("text", ["调", "行", "弹", "所长", "曲"])
def test_readings_by_default_are_unsure(annotator: Annotator, text: str) -> None:
    (word,) = words(annotator, text)
    assert not word.sure
