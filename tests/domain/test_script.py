"""What counts as a Chinese character, and how wide characters are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.script import count_han, fold_width, is_han, is_wide


@pytest.mark.parametrize("char", [*"中一鿿㐀䶿〇〻豈", "𠀀", "𠮷", "\U000323af"])
def test_ideographs_have_a_reading(char: str) -> None:
    assert is_han(char)
    assert is_wide(char)


@pytest.mark.parametrize("char", [*"a1 ，。“—…々、〆がアㄅ한Ａ１·", "⻓", "⺀", "⼀", "䷀", "\uffff", "😀", "\ue000"])  # fmt: skip
def test_everything_else_has_none(char: str) -> None:
    assert not is_han(char)


@given(st.text(max_size=40))
def test_syllables_are_counted_and_folding_keeps_the_length(text: str) -> None:
    assert count_han(text) == sum(is_han(char) for char in text)
    assert len(fold_width(text)) == len(text)
    assert fold_width(fold_width(text)) == fold_width(text)


@pytest.mark.parametrize(("char", "wide"), [("，", True), ("“", True), ("—", True), ("Ａ", True),
                                            ("a", False), ("ﾊ", False), ("é", False), ("~", False)])  # fmt: skip
def test_widths(char: str, wide: bool) -> None:
    assert is_wide(char) is wide


def test_full_width_letters_and_space_become_ascii() -> None:
    assert fold_width("ＸＩＤＵ　２０２４！（～）") == "XIDU 2024!(~)"
    assert fold_width("。、《》𠮷") == "。、《》𠮷"
