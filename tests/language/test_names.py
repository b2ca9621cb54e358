"""Names of people."""

import pytest

from reader.language.annotate import Annotator
from tests.language.shown import cut, reading_of, word_at

NAMES = [
    ("国家发展改革委主任郑栅洁、上海市委书记陈吉宁", "郑栅洁", "Zhèng Shān jié"),
    ("上海市委书记陈吉宁、江苏省委", "陈吉宁", "Chén Jí níng"),
    ("江苏省委书记信长星、浙江省委书记", "信长星", "Xìn Cháng xīng"),
    ("浙江省委书记易炼红、安徽", "易炼红", "Yì Liàn hóng"),
    ("安徽省委书记韩俊先后发言", "韩俊", "Hán Jùn"),
    ("李干杰、何立峰、吴政隆、穆虹、姜信治出席座谈会", "李干杰", "Lǐ Gàn jié"),
    ("李干杰、何立峰、吴政隆、穆虹、姜信治出席座谈会", "吴政隆", "Wú Zhèng lóng"),
    ("李干杰、何立峰、吴政隆、穆虹、姜信治出席座谈会", "穆虹", "Mù Hóng"),
    ("李干杰、何立峰、吴政隆、穆虹、姜信治出席座谈会", "姜信治", "Jiāng Xìn zhì"),
    ("新华社记者 谢环驰摄", "谢环驰", "Xiè Huán chí"),
    ("司副司长王伟表示：", "王伟", "Wáng Wěi"),
    ("。”王伟说。", "王伟", "Wáng Wěi"),
    ("有限公司董事长曹栋强说", "曹栋强", "Cáo Dòng qiáng"),
    ("汽车办副主任刘文峰说", "刘文峰", "Liú Wén fēng"),
    ("工作的钱雨丽告诉记者", "钱雨丽", "Qián Yǔ lì"),
    ("副厅长惠先宝表示，", "惠先宝", "Huì Xiān bǎo"),
    ("副院长周世锋认为", "周世锋", "Zhōu Shì fēng"),
    ("办公厅主任蔡奇出席", "蔡奇", "Cài Qí"),
    ("主任任正非说", "任正非", "Rén Zhèng fēi"),
    ("记者单雪菱报道", "单雪菱", "Shàn Xuě líng"),
    ("局长解振东表示", "解振东", "Xiè Zhèn dōng"),
    ("教授仇保兴认为", "仇保兴", "Qiú Bǎo xīng"),
    ("村民区燕萍说", "区燕萍", "Ōu Yàn píng"),
    ("导演查良镇说", "查良镇", "Zhā Liáng zhèn"),
    ("院长翟立新介绍", "翟立新", "Zhái Lì xīn"),
    ("教练朴泰河说", "朴泰河", "Piáo Tài hé"),
    ("欧阳晓晖说", "欧阳晓晖", "Ōu yáng Xiǎo huī"),
    ("就亨利·基辛格逝世", "亨利·基辛格", "Hēng lì Jī xīn gé"),
    ("演员摩根·弗里曼", "摩根·弗里曼", "Mó gēn Fú lǐ màn"),
]


@pytest.mark.parametrize(("text", "name", "reading"), NAMES)
def test_names(annotator: Annotator, text: str, name: str, reading: str) -> None:
    word = word_at(annotator, text, name)
    assert word is not None, cut(annotator, text)
    assert word.kind == "name"
    assert reading_of(annotator, text, name) == reading


@pytest.mark.parametrize(
    ("text", "surname", "reading"),
    [
        ("他姓王，我不姓", "王", "Wáng"),
        ("那个姓单的人", "单", "Shàn"),
        ("她不姓任", "任", "Rén"),
        ("姓解的来了", "解", "Xiè"),
        ("复姓欧阳的人", "欧阳", "Ōu yáng"),
    ],
)
def test_a_surname_that_is_told_of(
    annotator: Annotator, text: str, surname: str, reading: str
) -> None:
    word = word_at(annotator, text, surname)
    assert word is not None
    assert word.kind == "name"
    assert reading_of(annotator, text, surname) == reading


@pytest.mark.parametrize(
    "text", ["老百姓高兴", "你姓什么", "同姓和异姓", "姓名和高度", "这姓很少见"]
)
def test_what_follows_surname_is_not_always_one(annotator: Annotator, text: str) -> None:
    names = [text[w.start : w.end] for w in annotator.annotate([text])[0] if w.kind == "name"]
    assert names == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("主席向大会致贺电", "向大"),
        ("书记和主任一起说", "和主"),
        ("记者从会上了解到", "从会"),
        ("主任对记者说", "对记"),
        ("书记高度重视", "高度"),
        ("全国人大代表时刻关心", "时刻"),
        ("总理同时指出", "同时"),
        ("主席常说", "常说"),
        ("专家于昨日说", "于昨"),
        ("双方、多方、各方说", "方"),
        ("江、河、湖、海", "江"),
        ("一·二九运动", "一·二九"),
    ],
)
def test_no_names(annotator: Annotator, text: str, word: str) -> None:
    found = word_at(annotator, text, word)
    names = [text[w.start : w.end] for w in annotator.annotate([text])[0] if w.kind == "name"]
    assert found is None or found.kind != "name"
    assert not any(word in name for name in names)


def test_a_name_has_surname_and_given_name_as_parts(annotator: Annotator) -> None:
    text = "省委书记信长星、"
    word = word_at(annotator, text, "信长星")
    assert word is not None
    assert [text[p.start : p.end] for p in word.parts] == ["信", "长星"]
    assert [p.syllables for p in word.parts] == [("Xìn",), ("Cháng", "xīng")]


def test_a_long_row_of_dots_is_no_name(annotator: Annotator) -> None:
    words = annotator.annotate(["亚·" * 500])[0]
    assert max(word.end - word.start for word in words) < 40
