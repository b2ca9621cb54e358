"""Pinyin as it is written and as it is typed."""

import pytest

from reader.domain.pinyin import marked, plain, spaced, spell, tone
from reader.domain.query import parse
from reader.domain.words import Word, WordKind

TEXT = "在长三角，西安方案Ａ好"
WORDS = (
    Word(0, 1, WordKind.WORD, ("zài",)),
    Word(1, 4, WordKind.WORD, ("Cháng", "sān", "jiǎo")),
    Word(4, 5, WordKind.PUNCTUATION),
    Word(5, 7, WordKind.NAME, ("Xī", "ān")),
    Word(7, 9, WordKind.WORD, ("fāng", "àn")),
    Word(9, 10, WordKind.LATIN),
    Word(10, 11, WordKind.WORD, ("hǎo",)),
)


@pytest.mark.parametrize(
    ("numbered", "wanted"),
    [("Zhong1", "Zhōng"), ("lu:4", "lǜ"), ("lv4", "lǜ"), ("gui4", "guì"), ("xiu1", "xiū"),
     ("dou1", "dōu"), ("r5", "r"), ("ma5", "ma"), ("n2", "ń"), ("xx5", "xx"), ("D", "D"),
     ("Lu:3", "Lǚ"), ("xiong2", "xióng")],
)  # fmt: skip
def test_tone_numbers_become_marks(numbered: str, wanted: str) -> None:
    assert marked(numbered) == wanted


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_tones_come_back(number: int) -> None:
    assert tone(marked(f"nü{number}")) == number
    assert plain(marked(f"Nü{number}")) == "nv"


def test_spelling_of_words() -> None:
    assert spell(("Xī", "ān")) == "Xī'ān"
    assert spell(("fāng", "àn")) == "fāng'àn"
    assert spell(("péng", "you")) == "péngyou"
    assert spaced(("a", "b", "c", "d", "e")) == "a b c d e"


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("changsanjiao", [(1, 4)]),
        ("CHANG san JIAO", [(1, 4)]),
        ("chang2 san1 jiao3", [(1, 4)]),
        ("chángsānjiǎo", [(1, 4)]),
        ("cháng2san", [(1, 3)]),
        ("chang3", []),
        ("chàng", []),
        ("xian", [(5, 7)]),
        ("xi'an", [(5, 7)]),
        ("fangan", [(7, 9)]),
        ("fāng'àn", [(7, 9)]),
        ("fāngàn", [(7, 9)]),
        ("fanggan", []),
        ("sanj", []),
        ("jiaoxi", []),
        ("zaichang", [(0, 2)]),
        ("1", []),
    ],
)
def test_readings_are_found(typed: str, places: list[tuple[int, int]]) -> None:
    assert list(parse(typed).in_reading(TEXT, WORDS)) == places


@pytest.mark.parametrize(
    ("typed", "places"),
    [("长", [(1, 2)]), ("三角", [(2, 4)]), ("角，西", [(3, 6)]), ("a", [(9, 10)]), ("Ａ好", [(9, 11)]),
     ("好好", []), ("", []), ("  ", [])],
)  # fmt: skip
def test_characters_are_found_in_either_width(typed: str, places: list[tuple[int, int]]) -> None:
    assert list(parse(typed).in_text(TEXT)) == places


@pytest.mark.parametrize(
    "typed", ["'", '"', "*", "NEAR(", "-", "^", ":", "\0", "\ud800", "%", "_", "a AND b", "İ", "ﬁ"]
)
def test_anything_may_be_typed(typed: str) -> None:
    query = parse(typed)
    assert list(query.in_text(TEXT)) == []
    list(query.in_reading(TEXT, WORDS))


def test_a_beginning_of_a_reading_is_enough_for_a_list() -> None:
    query = parse("chang2sa")
    assert query.matches_syllables(("Cháng", "sān", "jiǎo"))
    assert not parse("changx").matches_syllables(("Cháng", "sān"))
    assert not parse("changsanjiaox").matches_syllables(("Cháng", "sān", "jiǎo"))
