"""What stands above the words: how much, in which form, in which pieces."""

from collections.abc import Iterable

import pytest

from reader.domain.notation import Notation
from reader.domain.words import Word, WordKind
from reader.ui.article.ruby import Amount, Ruby, Unit, units_of

EVERY = Ruby(Amount.ALL)
WHOLE = Ruby(Amount.ALL, whole=True)


def word(start: int, syllables: str, *parts: Word, sure: bool = True) -> Word:
    read = tuple(syllables.split())
    return Word(start, start + len(read), WordKind.WORD, read, sure=sure, parts=parts)


class Knows:
    """A reader who said something of some words, and a list of levels."""

    def __init__(self, said: dict[str, bool], levels: dict[str, int]) -> None:
        self._said = said
        self._levels = levels
        self.prepared: set[str] = set()

    def prepare(self, words: Iterable[str]) -> None:
        self.prepared |= set(words)

    def level(self, word: str) -> int | None:
        assert word in self.prepared
        return self._levels.get(word)

    def known(self, word: str) -> bool | None:
        return self._said.get(word)


def shown(units: Iterable[Unit]) -> list[tuple[int, int, str]]:
    return [(unit.start, unit.end, unit.text) for unit in units]


TEXT = "中国特色，西安花儿。"
CHINESE = word(0, "Zhōng guó tè sè", word(0, "Zhōng guó"), word(2, "tè sè"))
XIAN, FLOWER = word(5, "Xī ān"), word(7, "huā r", sure=False)
WORDS = (CHINESE, Word(4, 5, WordKind.PUNCTUATION), XIAN, FLOWER,
         Word(9, 10, WordKind.PUNCTUATION))  # fmt: skip


def test_by_syllable_and_by_word() -> None:
    assert shown(units_of(TEXT, WORDS, EVERY)) == [
        (0, 1, "Zhōng"), (1, 2, "guó"), (2, 3, "tè"), (3, 4, "sè"), (5, 6, "Xī"), (6, 7, "ān"),
        (7, 9, "huār")]  # fmt: skip
    units = units_of(TEXT, WORDS, WHOLE)
    assert shown(units) == [(0, 2, "Zhōngguó"), (2, 4, "tèsè"), (5, 7, "Xī'ān"), (7, 9, "huār")]
    assert [unit.sure for unit in units] == [True, True, True, False]
    assert [piece.tone for piece in units[2].pieces] == [1, 1]
    assert shown(units[2].divided()) == [(5, 6, "Xī"), (6, 7, "ān")]
    part = units[2].within(6, 9)
    assert part is not None
    assert shown([part]) == [(6, 7, "ān")]
    assert units[2].within(0, 5) is None


def test_a_long_word_without_parts_is_set_by_syllables() -> None:
    assert len(units_of("五个汉字啊", [word(0, "wǔ ge hàn zì a")], WHOLE)) == 5
    assert len(units_of("四个汉字", [word(0, "sì ge hàn zì")], WHOLE)) == 1


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (word(0, "zuò tán huì", word(0, "zuò tán"), word(2, "huì")), ["zuòtánhuì"]),
        (word(0, "zhòng dà tū pò", word(0, "zhòng dà"), word(2, "tū pò")), ["zhòngdà", "tūpò"]),
        (word(0, "qiáng diào", word(0, "qiáng"), word(1, "diào")), ["qiángdiào"]),
        (
            word(0, "sān shěng yī shì", *(word(i, s) for i, s in enumerate("sān shěng yī shì".split()))),
            ["sān", "shěng", "yī", "shì"],
        ),
        (word(0, "fā zhǎn xīn dòng néng", word(0, "fā zhǎn"), word(2, "xīn dòng néng")),
         ["fāzhǎn", "xīndòngnéng"]),
        (word(0, "Lǐ Qiáng"), ["Lǐ", "Qiáng"]),
        (word(0, "Xí Jìn píng"), ["Xí", "Jìnpíng"]),
        (word(0, "nǚ ér"), ["nǚ'ér"]),
    ],
)  # fmt: skip
def test_words_are_written_as_the_orthography_says(given: Word, wanted: list[str]) -> None:
    assert [unit.text for unit in units_of("汉字汉字汉", [given], WHOLE)] == wanted


@pytest.mark.parametrize(
    ("ruby", "wanted"),
    [
        (EVERY._replace(notation=Notation.NUMBERS), ["Xi1", "an1", "huar1"]),
        (WHOLE._replace(notation=Notation.NUMBERS), ["Xi1an1", "huar1"]),
        (WHOLE._replace(notation=Notation.ZHUYIN), ["ㄒㄧ", "ㄢ", "ㄏㄨㄚ", "ㄦ"]),
        (EVERY._replace(spoken=True), ["Xī", "ān", "huār"]),
    ],
)
def test_notations(ruby: Ruby, wanted: list[str]) -> None:
    assert [unit.text for unit in units_of(TEXT, (XIAN, FLOWER), ruby)] == wanted


def test_spoken_tones_and_their_numbers() -> None:
    words = [word(0, "bù shì"), word(2, "nǐ hǎo")]
    spoken = units_of("不是你好", words, EVERY._replace(spoken=True))
    assert [unit.text for unit in spoken] == ["bú", "shì", "ní", "hǎo"]
    assert [unit.pieces[0].tone for unit in spoken] == [2, 4, 2, 3]
    assert [unit.text for unit in units_of("不是你好", words, EVERY)] == ["bù", "shì", "nǐ", "hǎo"]


def test_characters_without_a_reading_divide_a_unit() -> None:
    mixed = Word(0, 5, WordKind.NAME, ("kǎ", "", "lā"))
    assert shown(units_of("卡拉O拉啊", [mixed], WHOLE)) == [(0, 1, "kǎ"), (3, 4, "lā")]


@pytest.mark.parametrize("amount", [Amount.OFF, Amount.HOVER])
def test_nothing_stands_there_unless_it_is_revealed(amount: Amount) -> None:
    assert units_of(TEXT, WORDS, Ruby(amount)) == []
    assert shown(units_of(TEXT, WORDS, Ruby(amount, whole=True), revealed=[(5, 6)])) == [
        (5, 7, "Xī'ān")
    ]


def test_only_words_not_known() -> None:
    ruby = Ruby(Amount.UNKNOWN, whole=True)
    knows = Knows({"西安": True, "特色": True, "花儿": False}, {"中国": 1})
    assert shown(units_of(TEXT, WORDS, ruby, knows)) == [(0, 2, "Zhōngguó"), (7, 9, "huār")]
    knows = Knows({"中国特色": True}, {})
    assert shown(units_of(TEXT, WORDS, ruby, knows)) == [(5, 7, "Xī'ān"), (7, 9, "huār")]
    assert len(units_of(TEXT, WORDS, ruby)) == 4


def test_a_word_that_is_not_listed_is_read_by_its_characters() -> None:
    words = [word(0, "bù shì"), word(2, "bù ān"), word(4, "Ān")._replace(kind=WordKind.NAME)]
    ruby = Ruby(Amount.HSK, 1, whole=True)
    knows = Knows({}, {"不": 1, "是": 1, "安": 3})
    assert shown(units_of("不是不安安", words, ruby, knows)) == [(2, 4, "bù'ān"), (4, 5, "Ān")]
    knows = Knows({"安": True}, {"不": 1, "是": 1})
    assert shown(units_of("不是不安安", words, ruby, knows)) == []


def test_only_words_over_a_level_and_what_the_reader_says_of_them_counts_more() -> None:
    knows = Knows({"花儿": False, "特色": True}, {"中国": 2, "西安": 3, "花儿": 1, "特色": 6})
    ruby = Ruby(Amount.HSK, 2, whole=True)
    assert shown(units_of(TEXT, WORDS, ruby, knows)) == [(5, 7, "Xī'ān"), (7, 9, "huār")]
    assert shown(units_of(TEXT, WORDS, ruby._replace(level=3), knows)) == [(7, 9, "huār")]
    assert len(units_of(TEXT, WORDS, ruby._replace(level=1), knows)) == 3
