"""Parsing CC-CEDICT."""

import time

import pytest

from reader.domain.lexicon import Entry
from reader.language import cedict, hsk


def one(line: str) -> Entry:
    (entry,) = cedict.parse(line)
    return entry


@pytest.mark.parametrize(
    ("line", "syllables"),
    [
        ("中國 中国 [Zhong1 guo2] /China/", ("Zhōng", "guó")),
        ("綠色 绿色 [lu:4 se4] /green/", ("lǜ", "sè")),
        ("略 略 [lu:e4] /x/", ("lüè",)),
        ("花兒 花儿 [hua1 r5] /flower/", ("huā", "r")),
        ("朋友 朋友 [peng2 you5] /friend/", ("péng", "you")),
        ("鎹 鎹 [xx5] /staple/", ("",)),
        ("3D打印 3D打印 [san1 D da3 yin4] /to 3D print/", ("sān", "D", "dǎ", "yìn")),
        ("不怕慢，就怕站 不怕慢，就怕站 [bu4 pa4 , jiu4] /x/", ("bù", "pà", "jiù")),
        ("摩根·弗里曼 摩根·弗里曼 [Mo2 gen1 · Fu2] /x/", ("Mó", "gēn", "Fú")),
        ("呣 呣 [m2] /x/", ("ḿ",)),
        ("歐 欧 [Ou1] /x/", ("Ōu",)),
    ],
)
def test_syllables(line: str, syllables: tuple[str, ...]) -> None:
    assert one(line).syllables == syllables


def test_senses_are_split_and_cross_references_rendered() -> None:
    entry = one("村 村 [cun1] /village/variant of 邨|村[cun1]/see 長江[Chang2 Jiang1]/")
    assert entry == Entry(
        "村", "村", ("cūn",), ("village", "variant of 村|邨[cūn]", "see 長江[Cháng Jiāng]")
    )


def test_measure_words_and_other_brackets() -> None:
    senses = one(
        "本 本 [ben3] /book/CL:個|个[ge4],把[ba3]/from Taiwanese [ue-a]/pr. [lu:4]/"
    ).senses
    assert senses == ("book", "CL:个|個[gè],把[bǎ]", "from Taiwanese [ue-a]", "pr. [lǜ]")


def test_comments_and_damaged_lines_are_skipped() -> None:
    text = "# CC-CEDICT\n#! version=1\n\nnonsense\n好 好 [hao3] /good/\r\n壞 坏 huai4 /bad/\n"
    assert [entry.simplified for entry in cedict.parse(text)] == ["好"]


def test_the_whole_dictionary() -> None:
    text = cedict.load_text()
    start = time.process_time()
    entries = list(cedict.parse(text))
    assert time.process_time() - start < 4  # about 1.2 s here; slow machines are forgiven
    assert len(entries) > 120_000
    # What remains are telephone numbers with the tone of 0 left out, written 〇.
    assert not [e for e in entries if any(s[-1:].isdigit() for s in e.syllables)]
    assert all(entry.senses for entry in entries)


def test_levels() -> None:
    levels = hsk.load()
    assert levels["一"] == 1
    assert levels["一丝不苟"] == 7
    assert set(levels.values()) == {1, 2, 3, 4, 5, 6, 7}
