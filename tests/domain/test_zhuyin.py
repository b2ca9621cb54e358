"""Every syllable in zhuyin, against the table of another program."""

import unicodedata

import pytest
from pypinyin import Style
from pypinyin.contrib.tone_convert import to_tone3
from pypinyin.pinyin_dict import pinyin_dict
from pypinyin.style import convert

from reader.domain import zhuyin
from reader.domain.pinyin import marked, numbered, toned

WITHOUT_VOWEL = {"hng", "m", "n", "ng"}
"""Interjections that the other table spells out letter by letter."""

EVERY = sorted({s for entry in pinyin_dict.values() for s in entry.split(",")})


@pytest.mark.parametrize(
    ("syllable", "symbols", "row"),
    [
        ("zhōng", "ㄓㄨㄥ", "ㄓㄨㄥ"), ("guó", "ㄍㄨㄛ", "ㄍㄨㄛˊ"), ("de", "ㄉㄜ", "˙ㄉㄜ"),
        ("Xī", "ㄒㄧ", "ㄒㄧ"), ("ān", "ㄢ", "ㄢ"), ("nǚ", "ㄋㄩ", "ㄋㄩˇ"), ("lüè", "ㄌㄩㄝ", "ㄌㄩㄝˋ"),
        ("jù", "ㄐㄩ", "ㄐㄩˋ"), ("xióng", "ㄒㄩㄥ", "ㄒㄩㄥˊ"), ("yuán", "ㄩㄢ", "ㄩㄢˊ"), ("wēng", "ㄨㄥ", "ㄨㄥ"),
        ("shì", "ㄕ", "ㄕˋ"), ("sī", "ㄙ", "ㄙ"), ("ér", "ㄦ", "ㄦˊ"), ("r", "ㄦ", "ㄦ"), ("huār", "ㄏㄨㄚㄦ", "ㄏㄨㄚㄦ"),
        ("wèir", "ㄨㄟㄦ", "ㄨㄟㄦˋ"), ("ê̄", "ㄝ", "ㄝ"), ("ń", "ㄣ", "ㄣˊ"), ("hng", "ㄏㄫ", "˙ㄏㄫ"), ("liù", "ㄌㄧㄡ", "ㄌㄧㄡˋ"), ("yǒu", "ㄧㄡ", "ㄧㄡˇ"),
    ],
)  # fmt: skip
def test_examples(syllable: str, symbols: str, row: str) -> None:
    assert zhuyin.symbols(syllable) == symbols
    assert zhuyin.written(syllable) == row


@pytest.mark.parametrize("nothing", ["", "x", "xx", "abc", "zh", "iu", "v", "ong", "中", "r4t"])
def test_what_is_no_syllable_has_no_symbols(nothing: str) -> None:
    assert zhuyin.symbols(nothing) == zhuyin.written(nothing) == ""


def test_every_syllable_agrees_with_another_table() -> None:
    assert len(EVERY) > 1300
    differing = []
    for syllable in EVERY:
        theirs = convert(syllable, Style.BOPOMOFO, strict=False)
        ours = zhuyin.written(syllable)
        if numbered(syllable)[:-1] not in WITHOUT_VOWEL and theirs.strip("ˊˇˋ˙") != ours.strip(
            "ˊˇˋ˙"
        ):
            differing.append((syllable, ours, theirs))
    assert differing == []


def test_numbers_there_and_back() -> None:
    for syllable in EVERY:
        number = numbered(syllable)
        assert number[-1] in "12345"
        assert marked(number) == unicodedata.normalize("NFC", syllable)
        assert number.replace("ü", "v") == to_tone3(
            syllable, neutral_tone_with_five=True, v_to_u=False
        )


@pytest.mark.parametrize(
    ("syllable", "number", "wanted"),
    [
        ("yī", 4, "yì"),
        ("Yī", 2, "Yí"),
        ("bù", 5, "bu"),
        ("nǚ", 2, "nǘ"),
        ("Ān", 3, "Ǎn"),
        ("dian", 3, "diǎn"),
    ],
)
def test_another_tone(syllable: str, number: int, wanted: str) -> None:
    assert toned(syllable, number) == wanted
