"""Sentences: where they end, and that every way of asking gives the same answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.sentences import sentence_at, sentences

TEXTS = st.text(
    st.sampled_from("中国人a1B. 。！？…”’）》，；\n!?\"' 　.DrMr𠮷") | st.characters(codec="utf-8"),
    max_size=400,
)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["春天来了。", "他走了！", "谁？"],
        ["他说：“走吧。”", "然后走了。"],
        ["（详见第二版。）", "会议指出"],
        ["一要稳；二要进，三要好。", "完"],
        ["真的吗？！……", "我不信。"],
        ["啊……，他说。", "好"],
        ["读《你好！》的人。", "是我"],
        ["第一行\n", "第二行。"],
        ["一\u2028", "二"],
        ["春。　", "夏。 \n", "秋"],
        ["It rains. ", "He left! ", "Why? ", "No one knows."],
        ["Dr. Li met J. Smith at 3.5 km. ", "They talked."],
        ["1. China and the U.S. market. ", "End"],
        ["He said “Go.” ", "Then silence."],
        ["See https://a.cn/b?c=d.html for more. ", "Done"],
        ["这是Python 3.11。", "它好用!", "真的"],
        ["到了2020. ", "Next"],
    ],
)
def test_where_they_end(parts: list[str]) -> None:
    assert cut("".join(parts)) == parts


def test_nothing_has_no_sentence() -> None:
    assert sentences("") == []
    assert sentence_at("", 0) == sentence_at("", 5) == (0, 0)
    assert sentence_at("一。二", 99) == (2, 3)
    assert sentence_at("一。二", -1) == (0, 2)


@given(TEXTS)
def test_they_cover_the_text_in_order(text: str) -> None:
    found = sentences(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)


@given(TEXTS, st.integers(0, 400))
def test_asking_in_the_middle_gives_the_same_sentence(text: str, offset: int) -> None:
    expected = [r for r in sentences(text) if r[0] <= offset < r[1]]
    if expected:
        assert sentence_at(text, offset) == expected[0]


@pytest.mark.parametrize("filler", ["中文，", "ab ", "…", ".", " ", "3.5"])
def test_far_from_an_end_too(filler: str) -> None:
    text = "开头。" + "字" + filler * 2000 + "字。结尾"
    for offset in (0, 2, 3, 4, 300, len(text) // 2, len(text) - 3, len(text) - 1):
        (expected,) = [r for r in sentences(text) if r[0] <= offset < r[1]]
        assert sentence_at(text, offset) == expected


@given(TEXTS)
def test_a_sentence_begins_with_no_closing_mark(text: str) -> None:
    for start, _ in sentences(text)[1:]:
        if text[start - 1] in "。！？":
            assert text[start] not in "。！？”’）"
