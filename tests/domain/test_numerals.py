"""Numbers in Han numerals and in pinyin."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.domain.numerals import (
    LONGEST,
    digit_by_digit,
    in_han,
    is_number,
    separated,
    spelled,
)

VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}


def value(name: str) -> int:
    """What Han numerals are worth: the other way round, by another method."""
    for mark, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = name.rpartition(mark)
        if found:
            return value(high) * worth + value(low)
    total = digit = 0
    for char in name:
        if char in PLACES:
            total += max(digit, 1) * PLACES[char]
            digit = 0
        else:
            digit = VALUES[char]
    return total + digit


@example(10)
@given(st.integers(0, 10**LONGEST - 1))
def test_a_number_keeps_its_value(number: int) -> None:
    name = in_han(str(number))
    assert value(name) == number
    assert "零零" not in name
    assert number == 0 or not name.endswith("零")
    # A single numeral may as well be a word.
    assert len(name) == 1 or is_number(name)
    assert len(separated(spelled(name))) == len(name)


@pytest.mark.parametrize(
    ("digits", "name", "pinyin"),
    [
        ("0", "零", "líng"),
        ("10", "十", "shí"),
        ("12", "十二", "shí'èr"),
        ("20", "二十", "èrshí"),
        ("22", "二十二", "èrshí'èr"),
        ("105", "一百零五", "yībǎi líng wǔ"),
        ("110", "一百一十", "yībǎi yīshí"),
        ("200", "二百", "èrbǎi"),
        ("2000", "两千", "liǎngqiān"),
        ("2222", "两千二百二十二", "liǎngqiān èrbǎi èrshí'èr"),
        ("10000", "一万", "yīwàn"),
        ("22000", "两万二千", "liǎngwàn èrqiān"),
        ("32000", "三万二千", "sānwàn èrqiān"),
        ("110000", "十一万", "shíyī wàn"),
        ("120000", "十二万", "shí'èr wàn"),
        ("102000", "十万二千", "shí wàn èrqiān"),
        ("100200", "十万零二百", "shí wàn líng èrbǎi"),
        ("272356", "二十七万二千三百五十六", "èrshíqī wàn èrqiān sānbǎi wǔshíliù"),  # GB/T 16159
        ("200000000", "两亿", "liǎngyì"),
        ("200002000", "二亿零二千", None),
        ("6372684095", "六十三亿七千二百六十八万四千零九十五",
         "liùshísān yì qīqiān èrbǎi liùshíbā wàn sìqiān líng jiǔshíwǔ"),  # GB/T 16159
        ("1200000000000", "一万二千亿", "yīwàn èrqiān yì"),
        ("007", "七", "qī"),
    ],
)  # fmt: skip
def test_names_and_spelling(digits: str, name: str, pinyin: str | None) -> None:
    if digits == "200002000":
        name = "两" + name[1:]
    assert in_han(digits) == name
    if pinyin is not None:
        assert spelled(name) == pinyin


def test_a_number_without_a_name() -> None:
    with pytest.raises(ValueError, match="12345678901234567"):
        in_han("12345678901234567")


def test_digits_one_by_one() -> None:
    assert digit_by_digit("2010") == "二零一零"
    assert digit_by_digit("110", one="幺") == "幺幺零"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三十", True), ("十八", True), ("一百", True), ("一百二十万", True), ("十万", True),
        ("两千", True), ("二〇二三", True), ("一九四九", True), ("三十五亿", True),
        ("", False), ("一", False), ("千万", False), ("万一", False), ("百", False),
        ("二三", False), ("三三两两", False), ("千千万万", False), ("十十", False),
    ],
)  # fmt: skip
def test_what_is_surely_a_number(text: str, number: bool) -> None:
    assert is_number(text) is number


@given(st.text("〇零一二两三四五六七八九十百千万亿点分之第", min_size=1, max_size=12))
def test_spelling_loses_no_syllable(text: str) -> None:
    spelling = spelled(text)
    parts = separated(spelling)
    assert len(parts) == len(text)
    assert "".join(before + syllable for before, syllable in parts) == spelling


def test_a_spelling_with_its_own_reading() -> None:
    assert spelled("三十日", ("sān", "shí", "rì")) == "sānshí rì"
    assert spelled("第二十大", ("dì", "èr", "shí", "dà")) == "dì èrshí dà"
