"""Forms with gaps over the words of a text."""

import pytest

from reader.domain.gaps import LONG, SHORT, GappedForms, has_gap
from reader.domain.words import ReadingSource, Word
from tests.domain.test_termlayer import cut, shown

FORMS = [
    ("坚持…党的领导", "lingdao"),
    ("构建……命运共同体", "gongtongti"),
    ("把权力…关进…笼子", "longzi"),
    ("贯彻落实……精神", "jingshen"),
    ("学习…贯彻", "xuexi"),
]


def laid(line: str) -> str:
    text, words = cut(line)
    return shown(text, GappedForms(FORMS).applied(words, text))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("要 坚持 和 加强 党的领导/t ，", "要|[坚持和加强党的领导]|，"),
        ("坚持 党的领导/t", "[坚持党的领导]"),
        ("坚持 上海/n 党的领导/t", "坚持|上海|[党的领导]*"),
        ("坚持 3/0 个 党的领导/t", "坚持|3|个|[党的领导]*"),
        ("坚持 共同富裕/t 和 党的领导/t", "坚持|[共同富裕]*|和|[党的领导]*"),
        ("坚持 统筹/t 党的领导/t", "[坚持统筹党的领导]"),
        ("坚持 ， 党的领导/t", "坚持|，|[党的领导]*"),
        ("坚持 到底 。 党的领导/t", "坚持|到底|。|[党的领导]*"),
        ("坚持 “ 党 的 领导 ”", "[坚持“党的领导”]"),
        ("“ 坚持 ” “ 党 的 领导 ”", "“|坚持|”|“|党|的|领导|”"),
        ("不坚持 党的领导/t", "不坚持|[党的领导]*"),
        ("坚持 党的领导力", "坚持|党的领导力"),
        ("坚持 和 坚持 党的领导/t", "坚持|和|[坚持党的领导]"),
        ("构建 更加 紧密 的 中国/n — 东盟/t 命运 共同体", "[构建更加紧密的中国—东盟命运共同体]"),
        ("把 权力 真正 关 进 制度 的 笼子 里", "[把权力真正关进制度的笼子]|里"),
        ("深入贯彻落实/t 全会/t 精神 。", "[深入贯彻落实全会精神]|。"),
        ("学习 宣传 贯彻 、 学习 贯彻 。", "[学习宣传贯彻]|、|[学习贯彻]|。"),
        ("学习贯彻/t 了", "[学习贯彻]*|了"),
        ("学习班/t 贯彻", "[学习班]*|贯彻"),
        ("学习 高质量贯彻/t", "[学习高质量贯彻]"),
    ],
)
def test_words_inside(line: str, expected: str) -> None:
    assert laid(line) == expected


@pytest.mark.parametrize(("gap", "most"), [("…", SHORT), ("……", LONG)])
def test_a_gap_has_an_end(gap: str, most: int) -> None:
    forms = GappedForms([(f"坚持{gap}领导", "a")])
    for count, found in ((most, True), (most + 1, False)):
        text, words = cut(f"坚持 {'好 ' * count}领导")
        assert any(word.term for word in forms.applied(words, text)) is found


def test_the_words_inside_stay_as_they_were() -> None:
    text, words = cut("构建 中国/n 东盟/t 命运/d 共同体")
    (whole,) = GappedForms(FORMS).applied(words, text)
    assert whole.parts == words
    assert whole.syllables == tuple(text)
    assert whole.source is ReadingSource.DEFAULT
    assert whole.sure


def test_a_portion_keeps_the_places_of_its_paragraph() -> None:
    text, words = cut("坚持 党的领导/t")
    moved = tuple(word._replace(start=word.start + 70, end=word.end + 70) for word in words)
    (whole,) = GappedForms(FORMS).applied(moved, text, 70)
    assert (whole.start, whole.end) == (70, 76)


def test_no_forms_no_change() -> None:
    words = (Word(0, 1, cut("好")[1][0].kind),)
    forms = GappedForms([("没有缺口", "a"), ("一…就", "b"), ("…开头结尾", "c")])
    assert not forms
    assert forms.applied(words, "好") is words


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("坚持…领导", True),
        ("坚持……领导", True),
        ("坚持", False),
        ("一…就", False),
        ("…领导", False),
    ],
)
def test_has_gap(form: str, expected: bool) -> None:
    assert has_gap(form) is expected
