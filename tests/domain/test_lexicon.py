"""What a word means where it is read: reading first, names only where the word is one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.lexicon import Entry, Frequency, meanings, rank
from reader.domain.pinyin import plain

LONG = Entry("长", "長", ("cháng",), ("long",))
GROW = Entry("长", "長", ("zhǎng",), ("to grow", "chief"))
SURNAME = Entry("王", "王", ("Wáng",), ("surname Wang",))
KING = Entry("王", "王", ("wáng",), ("king",))
REIGN = Entry("王", "王", ("wàng",), ("to reign over",))
BEIJING = Entry("京", "京", ("Jīng",), ("surname Jing", "Jing ethnic minority", "abbr. for 北京"))
CAPITAL = Entry("京", "京", ("jīng",), ("capital city",))
ABBREVIATION = Entry("京", "京", ("Jīng",), ("abbr. for 北京",))
OLD = Entry("干", "亁", ("gān",), ("variant of 干|乾[gān]",))
DRY = Entry("干", "乾", ("gān",), ("dry",))
DO = Entry("干", "幹", ("gàn",), ("to do",))
CHINA = Entry("中国", "中國", ("Zhōng", "guó"), ("China",))
THING = Entry("东西", "東西", ("dōng", "xi"), ("thing",))
COMPASS = Entry("东西", "東西", ("dōng", "xī"), ("east and west",))
REVIVE = Entry("苏", "甦", ("sū",), ("variant of 苏|蘇[sū]", "to revive"))
RARE = Entry("苏", "嚕", ("sū",), ("used in 噜苏[lū sū]",))
PROVINCE = Entry("苏", "蘇", ("Sū",), ("surname Su", "abbr. for 江苏[Jiāng sū]"))
JIANGSU = Entry("苏", "蘇", ("Sū",), ("abbr. for 江苏[Jiāng sū]",))
LOST = Entry("咜", "咜", ("tuō",), ("variant of 吒",))


@pytest.mark.parametrize(
    ("entries", "read", "name", "here", "elsewhere"),
    [
        # 长 in 长三角 and in 部长
        ([LONG, GROW], "cháng", False, [LONG], [GROW]),
        ([LONG, GROW], "Cháng", True, [LONG], [GROW]),
        ([LONG, GROW], "zhǎng", False, [GROW], [LONG]),
        # the same letters in other tones are nearer than another reading
        ([LONG, GROW], "chang", False, [LONG], [GROW]),
        # surnames only where the word is a name
        ([SURNAME, KING, REIGN], "wáng", False, [KING], [REIGN]),
        ([SURNAME, KING, REIGN], "Wáng", True, [SURNAME, KING], [REIGN]),
        ([SURNAME], "wáng", False, [SURNAME], []),
        ([SURNAME, REIGN], "wàng", False, [REIGN], []),
        # an abbreviation of a place is a word of the news
        ([BEIJING, CAPITAL], "jīng", False, [CAPITAL, ABBREVIATION], []),
        ([BEIJING, CAPITAL], "Jīng", True, [BEIJING, CAPITAL], []),
        ([RARE, PROVINCE], "sū", False, [JIANGSU, RARE], []),
        ([REVIVE, PROVINCE], "sū", False, [JIANGSU, REVIVE], []),
        # what only points elsewhere is left out beside a meaning
        ([OLD, DRY, DO], "gān", False, [DRY], [DO]),
        ([LOST], "tuō", False, [LOST], []),
        # the neutral tone decides
        ([THING, COMPASS], "dōng xī", False, [COMPASS], [THING]),
        ([THING, COMPASS], "dōng xi", False, [THING], [COMPASS]),
        # a reading nobody lists: all are other readings
        ([LONG, GROW], "bù", False, [], [LONG, GROW]),
        # no reading known: all are possible
        ([LONG, GROW], "", False, [LONG, GROW], []),
        ([CHINA], "Zhōng guó", True, [CHINA], []),
        ([], "wáng", False, [], []),
    ],
)
def test_meanings(
    entries: list[Entry], read: str, name: bool, here: list[Entry], elsewhere: list[Entry]
) -> None:
    found = meanings(entries, tuple(read.split()), name=name)
    assert (list(found.here), list(found.elsewhere)) == (here, elsewhere)


def test_rank_puts_names_where_they_belong() -> None:
    assert rank([SURNAME, REIGN, KING], ("wáng",)) == [KING, SURNAME, REIGN]
    assert rank([REIGN, KING, SURNAME], ("Wáng",), name=True) == [SURNAME, KING, REIGN]
    assert rank([OLD, DO, DRY], ()) == [DO, DRY, OLD]


ENTRIES: Any = st.lists(
    st.sampled_from([LONG, GROW, SURNAME, KING, REIGN, BEIJING, CAPITAL, OLD, DRY, DO]), unique=True
)


@given(ENTRIES, st.sampled_from(["cháng", "wáng", "jīng", "gàn", "x", ""]), st.booleans())
def test_something_is_always_said(entries: list[Entry], read: str, name: bool) -> None:
    found = meanings(entries, tuple(read.split()), name=name)
    assert bool(found.here or found.elsewhere) is bool(entries)
    for entry in found.here:
        assert not read or plain(entry.syllables[0]) == plain(read)
    assert not set(found.here) & set(found.elsewhere)


@pytest.mark.parametrize(
    ("place", "band"),
    [
        (1, "very common"),
        (1_500, "very common"),
        (1_501, "common"),
        (8_000, "common"),
        (30_000, "less common"),
        (30_001, "rare"),
        (349_046, "rare"),
    ],
)
def test_bands(place: int, band: str) -> None:
    assert Frequency(place, 349_046).band == band
