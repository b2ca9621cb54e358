"""Traditional and mixed text is analysed as well as simplified: same words, same readings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.words import Word
from reader.language import glossary
from reader.language.annotate import Annotator
from reader.language.respelling import respeller
from reader.services.texts import first_text
from tests.language.shown import check_contract, cut, reading_of, words

STANDARDS = ("traditional", "taiwan", "hongkong")
PAGE = [line for line in first_text().read_text(encoding="utf-8").splitlines() if line.strip()]

# Sentences of many kinds, in which characters stand that have several traditional forms.
SIMPLIFIED = """
她剪了头发以后，发现理发店里只剩一只猫。
干部们干活很干脆，衣服都晒干了。
后天皇后要来，前后左右都站着人。
他尽力了，请尽快把系统联系好。
这里的面条比表面看起来好吃。
山谷里的五谷丰收了，农民们很高兴。
台湾的台风吹倒了舞台前的桌子。
著名作家的著作引起了显著的反响。
他看着我，笑着说：“别着急，睡着了就好。”
北斗星下面，他们还在斗争。
几个人坐在茶几旁边，几乎没有说话。
历史和日历都写在了书里。
他把行李放在一旁，走向银行。
音乐会上大家都很快乐。
为了实现目标，我们成为了朋友。
重新调查之后，他们重视这个问题，强调要调整。
长江三角洲的市长长大了。
复杂的问题需要反复讨论才能恢复。
准备工作做得很准确，批准得也很快。
干净的水流过干涸的土地，干杯！
钟表店里有一个老钟，手表也不少。
卷起袖子看这一卷书，答案写在试卷上。
胡同里的老人留着胡子。
征求意见以后，长征开始了。
他舍不得离开宿舍。
松树下面，他松了一口气。
占领、占卜、独占都是词。
制造业的制度要改变。
种子种在地里，各种各样。
家具店里有家人。
2023年11月30日，增长了3.5%，共有2万只羊。
党的二十大报告指出，坚持“五个中心”建设，贯彻新发展理念。
国家主席习近平对王伟说，要了解情况。
云南的白云，范围很广，他姓范。
你可以想象，受到音乐熏陶的孩子。
冲突发生之后，他用水冲洗了地面。
""".strip().splitlines()


@pytest.fixture(scope="module")
def reader(annotator: Annotator, cache: object) -> Annotator:
    return Annotator(cache, glossary.load())  # type: ignore[arg-type]


def described(found: tuple[Word, ...]) -> list[tuple[object, ...]]:
    return [(w.start, w.end, w.kind, w.syllables, w.term, w.parts, w.spoken) for w in found]


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("line", SIMPLIFIED)
def test_sentences_come_out_the_same(reader: Annotator, line: str, standard: str) -> None:
    written = respeller(standard)(line)
    assert written != line
    check_contract(written, words(reader, written))
    assert described(words(reader, written)) == described(words(reader, line))


@pytest.mark.parametrize(
    ("simplified", "standard", "written", "reading"),
    [
        (
            "请系上安全带",
            "taiwan",
            "請繫上安全帶",
            "shàng ān quán dài",
        ),  # 系 does not tell, 繫 is jì
        ("拨打幺幺零", "taiwan", "撥打么么零", "me me líng"),  # 么 is also short for 麼
    ],
)
def test_what_may_differ(
    reader: Annotator, simplified: str, standard: str, written: str, reading: str
) -> None:
    """Where the form says something else than the simplified text, the form is believed."""
    assert respeller(standard)(simplified) == written
    part = written[2:]
    assert reading_of(reader, written, part).startswith(reading)


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_first_page_comes_out_the_same(reader: Annotator, standard: str) -> None:
    respelled = [respeller(standard)(line) for line in PAGE]
    for line, found, wanted in zip(
        respelled, reader.annotate(respelled), reader.annotate(PAGE), strict=True
    ):
        assert described(found) == described(wanted), line


@settings(max_examples=60, deadline=None)
@given(line=st.sampled_from(PAGE), data=st.data())
def test_mixed_text_comes_out_the_same(reader: Annotator, line: str, data: st.DataObject) -> None:
    """Every stretch of the page may be written either way."""
    other = respeller("traditional")(line)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(line)), max_size=6)))
    mixed, at = "", 0
    for number, end in enumerate([*cuts, len(line)]):
        mixed += (other if number % 2 else line)[at:end]
        at = end
    assert described(words(reader, mixed)) == described(words(reader, line))


# sentence : part of it : its reading
TRADITIONAL = """
她剪了頭髮。 : 頭髮 : tóu fa
他的髮型很好看。 : 髮型 : fà xíng
經濟發展很快。 : 發展 : fā zhǎn
院子裡有一隻貓。 : 隻 : zhī
院子裏有三隻鳥。 : 裏 : lǐ
只有他知道。 : 只有 : zhǐ yǒu
衣服還沒乾。 : 乾 : gān
把衣服曬乾吧。 : 曬乾 : shài gān
乾隆皇帝南巡。 : 乾隆 : Qián lóng
扭轉乾坤。 : 乾坤 : qián kūn
他是一名幹部。 : 幹部 : gàn bù
你在幹什麼？ : 幹 : gàn
這件事與你何干？ : 干 : gān
吃一碗牛肉麵。 : 麵 : miàn
五穀豐登。 : 五穀 : wǔ gǔ
深山幽谷。 : 谷 : gǔ
徵求大家的意見。 : 徵求 : zhēng qiú
宮商角徵羽。 : 徵 : zhǐ
紅軍長征。 : 長征 : cháng zhēng
皇后在後宮。 : 後宮 : hòu gōng
他看著我。 : 著 : zhe
他笑著對我說話。 : 著 : zhe
不要著急。 : 著急 : zháo jí
他著手研究這個問題。 : 著手 : zhuó shǒu
他跟著我走。 : 著 : zhe
魯迅是著名作家。 : 著名 : zhù míng
這是他的專著。 : 專著 : zhuān zhù
效果很顯著。 : 顯著 : xiǎn zhù
意味著什麼 : 意味著 : yì wèi zhe
把行李捲起來。 : 捲 : juǎn
第一卷書寫完了。 : 卷 : juàn
他盡力了。 : 盡力 : jìn lì
儘管如此。 : 儘管 : jǐn guǎn
係數很大。 : 係數 : xì shù
繫鞋帶。 : 繫 : jì
鬥爭很激烈。 : 鬥爭 : dòu zhēng
北斗七星 : 北斗 : běi dǒu
這個杯子很髒。 : 髒 : zāng
心臟跳得很快。 : 心臟 : xīn zàng
樹葉落了。 : 樹葉 : shù yè
瀋陽是遼寧的省會。 : 瀋陽 : Shěn yáng
臺灣和台灣都對。 : 臺灣 : Tái wān
颱風來了。 : 颱風 : tái fēng
他瞭解情況。 : 瞭解 : liǎo jiě
他捨不得。 : 捨不得 : shě bu de
歷史學術 : 學術 : xué shù
開闢新路 : 開闢 : kāi pì
樸素的生活 : 樸素 : pǔ sù
長三角一體化發展取得重大突破。 : 長三角 : Cháng sān jiǎo
銀行行長說 : 銀行 : yín háng
音樂會很快樂 : 音樂會 : yīn yuè huì
重新調查 : 重新 : chóng xīn
中國人民銀行 : 銀行 : yín háng
為了人民 : 為 : wèi
成為朋友 : 成為 : chéng wéi
爲人民服務 : 爲 : wèi
説話算話 : 説話 : shuō huà
衞生間在裏面。 : 衞生間 : wèi shēng jiān
饑荒 : 饑荒 : jī huāng
蘿蔔 : 蘿蔔 : luó bo
嚇了一跳 : 嚇 : xià
噁心 : 噁心 : ě xīn
衝突 : 衝突 : chōng tū
""".strip().splitlines()


@pytest.mark.parametrize("line", TRADITIONAL)
def test_readings_of_traditional_sentences(reader: Annotator, line: str) -> None:
    text, part, expected = line.split(" : ")
    assert reading_of(reader, text, part).lower() == expected.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我們學習漢語", ["我們", "學習", "漢語"]),
        ("為了實現這個目標", ["為了", "實現", "這個", "目標"]),
        ("妳們的貓在哪裡", ["妳們", "的", "貓", "在", "哪裡"]),
    ],
)
def test_words_of_traditional_sentences(reader: Annotator, text: str, expected: list[str]) -> None:
    assert cut(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("朴乾华租了一间房", "乾", "qián"),  # simplified otherwise: not 干
        ("唐乾宁四年", "乾", "qián"),
        ("古龙原著电影", "原著", "yuán zhù"),
        ("王伟编著的书", "编著", "biān zhù"),
        ("发乾", "发", "fā"),
        ("我爱吃麵条，头髮很长", "头髮", "tóu fa"),
    ],
)
def test_simplified_text_with_a_few_other_forms(
    reader: Annotator, text: str, part: str, expected: str
) -> None:
    assert reading_of(reader, text, part).lower() == expected


def test_compatibility_ideographs_are_what_they_stand_for(reader: Annotator) -> None:
    # U+F914 樂, U+F9F4 林
    assert reading_of(reader, "音\uf914會", "音\uf914會") == "yīn yuè huì"
    assert reading_of(reader, "森\uf9f4", "森\uf9f4") == "sēn lín"


def test_terms_are_found_in_traditional_text(reader: Annotator) -> None:
    text = "貫徹新發展理念，建設「五個中心」"
    found = {text[w.start : w.end]: w.term for w in words(reader, text) if w.term}
    assert found["新發展理念"] == "xin-fazhan-linian"
    assert "五個中心" in "".join(found)
