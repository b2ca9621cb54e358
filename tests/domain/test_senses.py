"""Words inside a sense are found, with their reading, and nothing of the sense is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.senses import Piece, pieces, stretches, without_measure_words


def text(written: str) -> Piece:
    return Piece(written, "text")


@pytest.mark.parametrize(
    ("sense", "headword", "expected"),
    [
        ("long", "长", [text("long")]),
        ("", "长", []),
        (
            "abbr. for Beijing 北京[Běi jīng]",
            "京",
            [text("abbr. for Beijing "), Piece("北京", "chinese", ("Běi", "jīng")), text(" "),
             Piece("Běijīng", "pinyin", ("Běi", "jīng"))],
        ),
        # the form that is not the headword's own
        (
            "variant of 干|乾[gān]",
            "干",
            [text("variant of "), Piece("乾", "chinese", ("gān",)), text(" "),
             Piece("gān", "pinyin", ("gān",))],
        ),
        (
            "(abbr. to 沪|滬[Hù])",
            "上海",
            [text("(abbr. to "), Piece("沪", "chinese", ("Hù",)), text(" "),
             Piece("Hù", "pinyin", ("Hù",)), text(")")],
        ),
        ("see AA制", "x", [text("see "), Piece("AA制", "chinese")]),
        ("𠮷 and 〇", "x", [Piece("𠮷", "chinese"), text(" and "), Piece("〇", "chinese")]),
        # a pronunciation alone stays as it is
        ("Taiwan pr. [fǎ]", "发", [text("Taiwan pr. [fǎ]")]),
        (
            "见人说人话，见鬼说鬼话",
            "x",
            [Piece("见人说人话，见鬼说鬼话", "chinese")],
        ),
    ],
)  # fmt: skip
def test_pieces(sense: str, headword: str, expected: list[Piece]) -> None:
    assert pieces(sense, headword) == expected


@given(st.text(alphabet="ab 长北京|[]()，·12𠮷", max_size=30))
def test_any_text_is_divided(sense: str) -> None:
    found = pieces(sense)
    assert all(piece.text for piece in found)
    chinese = [piece.text for piece in found if piece.kind == "chinese"]
    assert all(word in sense for word in chinese)
    if "|" not in sense and "[" not in sense:
        assert "".join(piece.text for piece in found) == sense


@given(st.text(alphabet="ab 长北京|[]()，·12𠮷\n", max_size=30))
def test_running_text_stays_verbatim(written: str) -> None:
    found = stretches(written)
    assert "".join(stretch for stretch, _ in found) == written
    assert all(stretch for stretch, _ in found)
    han = "长北京𠮷"
    for stretch, chinese in found:
        assert any(char in han for char in stretch) is chinese


def test_measure_words_stand_apart() -> None:
    senses = ("minister", "CL:个|個[gè],位[wèi]", "head", "CL:名[míng]")
    assert without_measure_words(senses) == (
        ["minister", "head"],
        ["个|個[gè]", "位[wèi]", "名[míng]"],
    )
    assert without_measure_words(()) == ([], [])
