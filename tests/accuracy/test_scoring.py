"""The rules by which readings are scored."""

from pathlib import Path

import pytest

from tests.accuracy import gold, scoring
from tests.accuracy.gold import Gold


@pytest.mark.parametrize(
    ("read", "label", "after", "right"),
    [
        ("hang2", "hang2", "", True),
        ("xing2", "hang2", "", False),
        ("shi4", "shi5", "", True),  # neutral on either side
        ("shi5", "shi2", "", True),
        ("shui3", "shui2", "guo3", True),  # third-tone sandhi
        ("shui3", "shui2", "guo2", True),  # the syllable behind has changed, too
        ("shui3", "shui2", "ping2", True),
        ("shui3", "shui2", "dao4", False),
        ("shui2", "shui3", "guo3", False),
        ("hao4", "hao3", "", False),
    ],
)
def test_natural_text_tolerates(read: str, label: str, after: str, right: bool) -> None:
    assert scoring.matches(read, label, after, tolerant=True) is right


def test_cpp_tolerates_nothing() -> None:
    assert not scoring.matches("shi5", "shi4", "", tolerant=False)


def test_one_and_not_are_left_out_and_polyphones_chosen() -> None:
    sentence = Gold("一行人不行", dict(enumerate("yi4 hang2 ren2 bu4 xing2".split())))
    read = {
        0: ("yi1", True),
        1: ("xing2", True),
        2: ("ren2", True),
        3: ("bu4", True),
        4: ("xing2", False),
    }
    assert scoring.natural(sentence, read) == scoring.Score(2, 3, 2, 1)
    assert scoring.natural(sentence, read, "行") == scoring.Score(1, 2, 1, 1)


def test_shares() -> None:
    score = scoring.Score(right=97, total=100, sure=80, sure_wrong=1)
    assert (score.accuracy, score.unsure, score.wrong_of_sure) == (97, 20, 1.25)


def test_files_of_either_form(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("银行\t1\thang2\n花儿\thua1 R\n", encoding="utf-8")
    assert list(gold.read(path)) == [Gold("银行", {1: "hang2"}), Gold("花儿", {0: "hua1"})]
    path.write_text("银行\tyin2\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.tsv:1"):
        list(gold.read(path))
