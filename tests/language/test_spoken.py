"""How numbers are read aloud, in the sentences they stand in."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain.words import WordKind
from reader.language.annotate import Annotator
from reader.language.scan import scan
from reader.language.spoken import spoken
from tests.language.shown import word_at, words

# The number stands in ⟨⟩.
SENTENCES = """
⟨2023⟩年的春天 : èr líng èr sān
⟨２０２３⟩年 : èr líng èr sān
以⟨1967⟩年边界为基础 : yī jiǔ liù qī
上世纪⟨1990⟩年代 : yī jiǔ jiǔ líng
20世纪⟨90⟩年代 : jiǔshí
⟨2020⟩财年的预算 : èr líng èr líng
公元⟨618⟩年 : liù yī bā
公元前⟨221⟩年 : èr èr yī
⟨5000⟩年历史 : wǔqiān
⟨5000⟩多年 : wǔqiān
⟨2019-2023⟩年 : èr líng yī jiǔ zhì èr líng èr sān
（⟨2021—2025⟩） : èr líng èr yī zhì èr líng èr wǔ
⟨2023/24⟩赛季 : èr líng èr sān èr sì
⟨2022⟩北京冬奥会 : èr líng èr èr
共⟨2000⟩人 : liǎngqiān
涨到⟨1999⟩元 : yīqiān jiǔbǎi jiǔshíjiǔ
⟨90⟩后青年 : jiǔ líng
⟨40⟩年来 : sìshí
实施⟨5⟩年来 : wǔ
⟨11⟩月30日 : shíyī
11月⟨30⟩日 : sānshí
⟨2⟩月2日 : èr
2月⟨2⟩日 : èr
⟨08⟩月 : bā
⟨1-9⟩月份 : yī zhì jiǔ
⟨2023-11-30⟩ : èr líng èr sān nián shíyī yuè sānshí rì
⟨2023/1/2⟩ : èr líng èr sān nián yī yuè èr rì
⟨15⟩时30分 : shíwǔ
15时⟨30⟩分 : sānshí
15时⟨05⟩分 : líng wǔ
⟨15:30⟩开始 : shíwǔ diǎn sānshí fēn
⟨2：05⟩ : liǎng diǎn líng wǔ fēn
⟨8:00⟩ : bā diǎn
⟨12:30:45⟩ : shí'èr diǎn sānshí fēn sìshíwǔ miǎo
下降⟨3.5%⟩ : bǎi fēn zhī sān diǎn wǔ
GDP增长⟨5.2%⟩ : bǎi fēn zhī wǔ diǎn èr
⟨５．２％⟩ : bǎi fēn zhī wǔ diǎn èr
⟨100%⟩ : bǎi fēn zhī bǎi
增长率为⟨3‰⟩ : qiān fēn zhī sān
⟨10-20%⟩ : bǎi fēn zhī shí zhì èrshí
⟨10%—20%⟩ : bǎi fēn zhī shí zhì bǎi fēn zhī èrshí
⟨-3.5%⟩ : fù bǎi fēn zhī sān diǎn wǔ
⟨±3%⟩ : zhèng fù bǎi fēn zhī sān
最低⟨-3℃⟩ : líng xià sān shè shì dù
最高⟨25℃⟩ : èrshíwǔ shè shì dù
⟨1.5℃-2℃⟩ : yī diǎn wǔ shè shì dù zhì èr shè shì dù
⟨25°C⟩左右 : èrshíwǔ shè shì dù
⟨100㎡⟩ : yībǎi píng fāng mǐ
第⟨3⟩版 : sān
第⟨2⟩次 : èr
第⟨22⟩届 : èrshí'èr
⟨2⟩号楼 : èr
⟨2⟩个百分点 : liǎng
⟨2⟩万人 : liǎng
⟨2⟩亿元 : liǎng
⟨2⟩千克 : liǎng
⟨2⟩百人 : èr
⟨2⟩名学生 : liǎng
⟨2⟩年前 : liǎng
⟨2⟩点钟 : liǎng
⟨2⟩小时 : liǎng
⟨2-3⟩个 : liǎng zhì sān
⟨12⟩个 : shí'èr
⟨2.5⟩万 : èr diǎn wǔ
⟨200⟩人 : èrbǎi
⟨20000⟩人 : liǎngwàn
⟨22000⟩人 : liǎngwàn èrqiān
⟨32000⟩人 : sānwàn èrqiān
⟨1.2⟩万亿元 : yī diǎn èr
⟨5000⟩多家 : wǔqiān
⟨1,234,567.8⟩元 : yībǎi èrshísān wàn sìqiān wǔbǎi liùshíqī diǎn bā
⟨500⟩强 : wǔbǎi
⟨0.05⟩ : líng diǎn líng wǔ
⟨1/3⟩ : sān fēn zhī yī
⟨2/3⟩以上 : sān fēn zhī èr
⟨½⟩ : èr fēn zhī yī
⟨3:1⟩ : sān bǐ yī
比例为⟨16:10⟩ : shíliù bǐ shí
中国队以⟨25:20⟩ : èrshíwǔ bǐ èrshí
⟨2：1⟩取胜 : èr bǐ yī
⟨9·11⟩事件 : jiǔ yī yī
电话⟨010-12345678⟩ : líng yāo líng yāo èr sān sì wǔ liù qī bā
⟨400-810-1234⟩ : sì líng líng bā yāo líng yāo èr sān sì
手机⟨13812345678⟩ : yāo sān bā yāo èr sān sì wǔ liù qī bā
拨打⟨12345⟩热线 : yāo èr sān sì wǔ
拨打⟨110⟩ : yāo yāo líng
⟨120⟩急救 : yāo èr líng
特工⟨007⟩ : líng líng qī
⟨985⟩高校 : jiǔ bā wǔ
⟨318⟩国道 : sān yī bā
歼-⟨20⟩ : èr líng
⟨№5⟩ : dì wǔ hào
⟨Ⅱ⟩级 : èr
⟨①⟩ : yī
⟨3.5.1⟩版 : sān diǎn wǔ diǎn yī
编号⟨12345678901234567890⟩ : yī èr sān sì wǔ liù qī bā jiǔ líng yī èr sān sì wǔ liù qī bā jiǔ líng
""".strip().splitlines()


@pytest.mark.parametrize("line", SENTENCES)
def test_a_number_in_its_sentence(annotator: Annotator, line: str) -> None:
    marked, expected = line.split(" : ")
    text = marked.replace("⟨", "").replace("⟩", "")
    start = marked.index("⟨")
    end = marked.index("⟩") - 1
    word = next(w for w in words(annotator, text) if w.start <= start < w.end)
    assert (word.start, word.end, word.kind) == (start, end, WordKind.NUMBER)
    assert word.syllables == ()
    assert word.spoken == expected


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("于三十日开幕", "三十日", "sānshí rì"),
        ("刊于第三版，", "第三版", "dì sān bǎn"),
        ("党的十八大以来", "十八大", "shíbā dà"),
        ("三百五十六人", "三百五十六", "sānbǎi wǔshíliù"),
        ("在三月，", "三月", "sān yuè"),
        ("十二月初", "十二月", "shí'èr yuè"),
        ("百分之三十五的人", "百分之三十五", "bǎi fēn zhī sānshíwǔ"),
        ("增长三点五倍", "三点五", "sān diǎn wǔ"),
        ("第十四个五年规划", "第十四", "dì shísì"),
        ("两万五千里长征", "两万五千", "liǎngwàn wǔqiān"),
        ("十三亿人口", "十三亿", "shísān yì"),
    ],
)
def test_han_numerals_tell_it_too(
    annotator: Annotator, text: str, part: str, expected: str
) -> None:
    word = word_at(annotator, text, part)
    assert word is not None
    assert word.spoken == expected


@pytest.mark.parametrize("text", ["一起", "十分", "千万", "万一", "百姓", "四川", "三农", "一定"])
def test_words_that_only_look_like_numbers_do_not(annotator: Annotator, text: str) -> None:
    assert [w.spoken for w in words(annotator, text)] == [None] * len(words(annotator, text))


@example("².²")
@given(st.text("0123456789.,:：/／-—~·%‰℃°C№ ±+½Ⅳ①²٣５一年个第-", max_size=24))
def test_every_number_can_be_read(text: str) -> None:
    at = 0
    for piece, kind in scan(text):
        if kind is WordKind.NUMBER:
            told = spoken(text, at, at + len(piece))
            assert told, piece
            assert told == " ".join(told.split())
        at += len(piece)
