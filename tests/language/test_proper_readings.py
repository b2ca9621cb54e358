"""Surnames and places that are read otherwise than the same characters elsewhere."""

import pytest

from reader.language.annotate import Annotator
from tests.language.shown import reading_of

SURNAMES = [
    ("著名演员单田芳先生", "单", "Shàn"),
    ("记者解海龙报道", "解", "Xiè"),
    ("总经理任正非表示", "任", "Rén"),
    ("教授仇保兴认为", "仇", "Qiú"),
    ("作家查良镛先生", "查", "Zhā"),
    ("主任翟志刚说", "翟", "Zhái"),
    ("总统朴槿惠表示", "朴", "Piáo"),
    ("主席曾庆红出席会议", "曾", "Zēng"),
]
NO_SURNAMES = [
    ("这份名单很长", "单", "dān"),
    ("他解开了这个谜", "解", "jiě"),
    ("任何人都可以参加", "任", "rèn"),
    ("两家有仇恨", "仇", "chóu"),
    ("认真调查事故原因", "查", "chá"),
    ("生活很朴素", "朴", "pǔ"),
    ("他曾经来过这里", "曾", "céng"),
    ("各区域协调发展", "区", "qū"),
    ("他是浙江宁波人", "宁波人", "Níng bō rén"),
    ("柏林号于当年首航", "柏林号", "Bó lín hào"),
    ("燕子河是一条河流", "燕子河", "Yàn zi hé"),
]
PLACES = [
    ("浙江省台州市", "台州", "Tāi zhōu"),
    ("山西洪洞县", "洪洞", "Hóng tóng"),
    ("会稽山下", "会稽", "Kuài jī"),
    ("上海市闵行区", "闵行", "Mǐn háng"),
    ("江西省铅山县", "铅山", "Yán shān"),
    ("安徽省六安市", "六安", "Lù ān"),
]
NO_PLACES = [
    ("他走上了舞台", "台", "tái"),
    ("山上有一个洞", "洞", "dòng"),
    ("我们开会讨论", "会", "huì"),
    ("银行门口有行人", "行人", "xíng rén"),
    ("他用铅笔写字", "铅笔", "qiān bǐ"),
    ("桌上有六个苹果", "六", "liù"),
]


@pytest.mark.parametrize(("line", "part", "reading"), [*SURNAMES, *PLACES])
def test_of_a_name(annotator: Annotator, line: str, part: str, reading: str) -> None:
    found = reading_of(annotator, line, part)
    assert (found[0], found.lower()) == (reading[0], reading.lower())


@pytest.mark.parametrize(("line", "part", "reading"), [*NO_SURNAMES, *NO_PLACES])
def test_elsewhere(annotator: Annotator, line: str, part: str, reading: str) -> None:
    assert reading_of(annotator, line, part) == reading
