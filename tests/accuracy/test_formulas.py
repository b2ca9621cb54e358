"""The scoring of formulas: figures worked out by hand, and files that can be read."""

import pytest

from reader.domain.words import Word, WordKind
from tests.accuracy.formulas import FILE, Score, marks, passage, read, score


def _term(start: int, end: int, *parts: Word) -> Word:
    return Word(start, end, WordKind.TERM, term="any", parts=parts)


def _word(start: int, end: int, *parts: Word) -> Word:
    return Word(start, end, WordKind.WORD, parts=parts)


def test_braces_are_taken_out() -> None:
    item = passage("report", "坚持{稳中求进}，做到{“两个维护”}。")
    assert item.text == "坚持稳中求进，做到“两个维护”。"
    assert [item.text[a:b] for a, b in item.formulas] == ["稳中求进", "“两个维护”"]


@pytest.mark.parametrize("text", ["{一盘棋", "一盘棋}", "{一{盘}棋}", "{}"])
def test_braces_that_do_not_fit(text: str) -> None:
    with pytest.raises(ValueError, match="brace"):
        passage("any", text)


def test_marks_are_found_inside_words() -> None:
    words = [_term(0, 4, _word(0, 2), _term(2, 4)), _word(4, 8, _term(5, 7))]
    assert list(marks(words)) == [(0, 4), (2, 4), (5, 7)]


def test_whole_core_and_unknown() -> None:
    item = passage("any", "{“两个维护”}{构建新格局}{一盘棋}{大道至简}")
    words = [_word(0, 1), _term(1, 5), _word(5, 6), _word(6, 8), _term(8, 11), _term(11, 15)]
    found, missed = score(item, words)
    # 一盘棋 lies in a longer mark; of 大道至简 that mark holds one character only.
    assert found == Score(formulas=4, whole=2, core=1)
    assert missed == ["构建新格局", "大道至简"]
    assert str(found) == "   4 formulas  whole  50.0 %  whole or core  75.0 %"


@pytest.mark.parametrize("name", ["formulas.toml", "formulas-2.toml", "formulas-3.toml"])
def test_the_files_are_marked(name: str) -> None:
    passages = read(FILE.with_name(name))
    assert len({item.kind for item in passages}) == len(passages) >= 8
    assert all(len(item.formulas) >= 19 for item in passages)
