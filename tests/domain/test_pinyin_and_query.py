"""Pinyin as it is written and as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.folding import fold
from reader.domain.pinyin import marked, plain, spaced, spell, strokes, tone
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
    assert spell(("Wáng", "Yì")) == "Wáng Yì"
    assert spell(("Zhè", "jiāng", "Shěng")) == "Zhèjiāng Shěng"
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
        ("sanj", [(2, 4)]),
        ("csj", [(1, 4)]),
        ("zcsj", [(0, 4)]),
        ("sanjx", []),
        ("jiaoxi", []),
        ("zaichang", [(0, 2)]),
        ("1", []),
        ("ｘｉａｎ", [(5, 7)]),
        ("ｆａｎｇ１ａｎ４", [(7, 9)]),
        ("xi1an1", [(5, 7)]),
        ("xi1'an", [(5, 7)]),
        ("xiān", [(5, 7)]),
        ("xī-ān", [(5, 7)]),
        ("xi’an‘", [(5, 7)]),
        ("xi·ān fang", [(5, 8)]),
        ("fang1  àn", [(7, 9)]),
        ("fang4an", []),
        ("an", [(6, 7), (8, 9)]),
        ("an1", [(6, 7)]),
        ("ān4", []),
        ("zaichangsanjiao", [(0, 4)]),
        ("在chang", [(0, 2)]),
        ("在 chang san角", [(0, 4)]),
        ("在san", []),
        ("fang案", [(7, 9)]),
        ("fanA", []),
        ("11", []),
        ("xi an 1 1", []),
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
    "typed",
    [
        "'",
        '"',
        "*",
        "NEAR(",
        "-",
        "^",
        ":",
        "\0",
        "\ud800",
        "%",
        "_",
        "a AND b",
        "İ",
        "ﬁ",
        "a OR",
        "(",
        ")",
        "{",
        '"*',
        "+",
        "~",
        "\\",
        ";",
        "--",
        "NOT x",
        "x^2",
        "😀",
        "\u202e",
    ],
)
def test_anything_may_be_typed(typed: str) -> None:
    query = parse(typed)
    assert list(query.in_text(TEXT)) == []
    list(query.in_reading(TEXT, WORDS))


def one(char: str, *syllables: str) -> tuple[Word, ...]:
    return (Word(0, len(char), WordKind.WORD, syllables),)


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("xian", (True, True)), ("xi'an", (False, True)), ("xian1", (True, True)),
     ("xiān", (True, True)), ("xīān", (False, True)), ("xi1an1", (False, True)),
     ("xian2", (False, False)), ("xia n", (False, False)), ("xia", (False, False))],
)  # fmt: skip
def test_one_or_two_syllables_are_told_apart_where_tones_say_so(
    typed: str, fits: tuple[bool, bool]
) -> None:
    single = bool(list(parse(typed).in_reading("先", one("先", "xiān"))))
    double = bool(list(parse(typed).in_reading("西安", one("西安", "Xī", "ān"))))
    assert (single, double) == fits


@pytest.mark.parametrize(
    ("typed", "syllable", "fits"),
    [("lv", "lǜ", True), ("lü", "lǜ", True), ("lǜ", "lǜ", True), ("lv4", "lǜ", True),
     ("lu", "lǜ", False), ("LÜ", "Lǚ", True), ("e", "ê̄", True), ("ma5", "ma", True),
     ("ma5", "mā", False), ("ma", "mā", True), ("r", "r", True), ("n2", "ń", True)],
)  # fmt: skip
def test_letters_beyond_ascii(typed: str, syllable: str, fits: bool) -> None:
    assert bool(list(parse(typed).in_reading("字", one("字", syllable)))) is fits


def test_a_reading_does_not_reach_over_punctuation_or_what_has_none() -> None:
    words = (*one("西", "xī"), Word(1, 2, WordKind.PUNCTUATION), Word(2, 3, WordKind.WORD, ("ān",)))
    assert list(parse("xian").in_reading("西，安", words)) == []
    unknown = (Word(0, 3, WordKind.WORD, ("xī", "", "ān")),)
    assert list(parse("xian").in_reading("西𠮷安", unknown)) == []
    assert list(parse("an").in_reading("西𠮷安", unknown)) == [(2, 3)]


def test_offsets_are_code_points_also_behind_astral_characters() -> None:
    text = "𠮷野家在𠀀西安"
    words = (Word(0, 3, WordKind.NAME, ("jí", "yě", "jiā")), Word(3, 4, WordKind.WORD, ("zài",)),
             Word(4, 5, WordKind.WORD, ("",)), Word(5, 7, WordKind.NAME, ("Xī", "ān")))  # fmt: skip
    assert list(parse("xi'an").in_reading(text, words)) == [(5, 7)]
    assert list(parse("jiye").in_reading(text, words)) == [(0, 2)]
    assert list(parse("𠀀西").in_text(text)) == [(4, 6)]


@given(st.text(max_size=12), st.text(max_size=40))
def test_what_is_found_literally_is_there(typed: str, text: str) -> None:
    query = parse(typed)
    found = list(query.in_text(text))
    assert all(fold(text)[start:end] == query.text for start, end in found)
    if query.text and query.text in fold(text):
        assert found


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30), st.data())
def test_every_piece_of_a_text_finds_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    if piece.strip() == piece and piece:
        assert (start, end) in list(parse(piece).in_text(text))


@given(st.text(max_size=30))
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(
    st.lists(
        st.sampled_from(["xī", "ān", "lǜ", "zhuāng", "ér", "r", "de", "Ào", "ōu"]),
        min_size=1,
        max_size=8,
    )
)
def test_a_reading_finds_itself_however_it_is_written(syllables: list[str]) -> None:
    text = "字" * len(syllables)
    words = one(text, *syllables)
    whole = (0, len(text))
    numbered = " ".join(f"{plain(s)}{tone(s)}" for s in syllables)
    for typed in (spell(tuple(syllables)), " ".join(syllables), numbered,
                  numbered.replace(" ", ""), "".join(map(plain, syllables)).upper()):  # fmt: skip
        assert whole in list(parse(typed).in_reading(text, words)), typed


@pytest.mark.parametrize(
    ("syllable", "wanted"),
    [("lǜ", [("l", 0), ("v", 4)]), ("Zhōng", [("z", 0), ("h", 0), ("o", 1), ("n", 0), ("g", 0)]),
     ("ǘ", [("v", 2)]), ("r", [("r", 0)]), ("", []), ("ń", [("n", 2)]), ("ề", [("e", 4)])],
)  # fmt: skip
def test_strokes(syllable: str, wanted: list[tuple[str, int]]) -> None:
    assert strokes(syllable) == wanted


@pytest.mark.parametrize(
    ("syllable", "letters", "number"),
    [("Lǜ", "lv", 4), ("lü4", "lv", 5), ("lu:4", "lv", 5), ("LÜ", "lv", 5), ("ér", "er", 2),
     ("r", "r", 5), ("ḿ", "m", 2), ("", "", 5), ("Ā", "a", 1), ("ǎ", "a", 3)],
)  # fmt: skip
def test_plain_and_tone(syllable: str, letters: str, number: int) -> None:
    assert (plain(syllable), tone(syllable)) == (letters, number)


def test_the_apostrophe_stands_only_inside_a_word() -> None:
    assert spell(("ān",)) == "ān"
    assert spell(("", "ān")) == "ān"
    assert spell(("Tiān", "ān", "mén")) == "Tiān'ānmén"
    assert spell(("nǚ", "ér")) == "nǚ'ér"
    assert spell(("huā", "r")) == "huār"
    assert spell(("wěi", "yuán")) == "wěiyuán"
    assert spell(()) == ""


def test_a_beginning_of_a_reading_is_enough_for_a_list() -> None:
    query = parse("chang2sa")
    assert query.matches_syllables(("Cháng", "sān", "jiǎo"))
    assert not parse("changx").matches_syllables(("Cháng", "sān"))
    assert not parse("changsanjiaox").matches_syllables(("Cháng", "sān", "jiǎo"))
