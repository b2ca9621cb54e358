"""The card of a word, from the real dictionary and glossary: what is said, and in which reading."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.words import Word, WordKind
from reader.language import cedict
from reader.services import reference
from reader.services.candidates import LONGEST, around, words_in
from reader.services.lookup import Explanation, Lookup, Part
from reader.storage.reference import Reference

NAME, TERM, WORD = WordKind.NAME, WordKind.TERM, WordKind.WORD


@pytest.fixture(scope="module")
def lookup(shared_cache: Path) -> Iterator[Lookup]:
    reference.ensure(shared_cache)
    with Reference(reference.reference_path(shared_cache)) as compiled:
        yield Lookup(compiled, compiled)


def explain(lookup: Lookup, text: str, pinyin: str, kind: WordKind = WORD) -> Explanation:
    return lookup.explain(text, Word(0, len(text), kind, tuple(pinyin.split())))


@pytest.mark.parametrize(
    ("text", "pinyin", "kind", "first", "never"),
    [
        ("长", "cháng", WORD, "long", "surname"),
        ("长", "zhǎng", WORD, "chief", "long"),
        ("王", "wáng", WORD, "king", "surname Wang"),
        ("王", "Wáng", NAME, "surname Wang", "to reign"),
        ("京", "jīng", WORD, "capital city of a country", "surname Jing"),
        ("干", "gàn", WORD, "tree trunk", "dry"),
        ("行", "háng", WORD, "(bound form) row; line", "used in"),
        ("中国", "Zhōng guó", NAME, "China", "\0"),
    ],
)
def test_the_first_sense_is_the_one_read_here(  # noqa: PLR0917
    lookup: Lookup, text: str, pinyin: str, kind: WordKind, first: str, never: str
) -> None:
    found = explain(lookup, text, pinyin, kind)
    senses = [sense for entry in found.entries for sense in entry.senses]
    assert senses[0].startswith(first)
    assert not any(sense.startswith(never) for sense in senses)


@pytest.mark.parametrize(
    ("text", "pinyin", "first", "level"),
    [
        ("頭髮", "tóu fa", "hair (on the head)", 3),
        ("裏面", "lǐ miàn", "inside", 2),
        ("裡面", "lǐ miàn", "inside", 2),
        ("学習", "xué xí", "to learn", 1),  # one character of each script
        ("髮", "fà", "hair", None),
        ("隻", "zhī", "classifier for birds", None),
    ],
)
def test_traditional_words_are_explained(
    lookup: Lookup, text: str, pinyin: str, first: str, level: int | None
) -> None:
    found = explain(lookup, text, pinyin)
    assert found.entries[0].senses[0].startswith(first)
    assert found.elsewhere == ()
    if len(text) > 1:
        assert found.hsk == level
        assert found.frequency is not None
        assert len(found.characters) == 2


def test_a_traditional_term_is_explained(lookup: Lookup) -> None:
    word = lookup.word("新發展理念")
    assert word.term == "xin-fazhan-linian"
    assert word.syllables == ("xīn", "fā", "zhǎn", "lǐ", "niàn")


def test_no_word_of_the_dictionary_tells_a_surname_where_it_is_no_name(lookup: Lookup) -> None:
    """Of every word that is also a surname: left out as a word, first as a name."""

    def is_surname(sense: str) -> bool:
        return re.match("surname [A-Z]", sense) is not None

    entries = list(cedict.parse(cedict.load_text()))
    common = {(e.simplified, e.syllables) for e in entries if not e.is_proper}
    seen = 0
    for entry in entries:
        small = tuple(syllable.lower() for syllable in entry.syllables)
        if not is_surname(entry.senses[0]) or (entry.simplified, small) not in common:
            continue
        seen += 1
        text = entry.simplified
        as_word = lookup.explain(text, Word(0, len(text), WORD, small))
        told = [s for e in (*as_word.entries, *as_word.elsewhere) for s in e.senses]
        assert not [sense for sense in told if is_surname(sense)], text
        as_name = lookup.explain(text, Word(0, len(text), NAME, entry.syllables))
        assert is_surname(as_name.entries[0].senses[0]), text
    assert seen > 200


def test_other_readings_come_last(lookup: Lookup) -> None:
    found = explain(lookup, "得", "de")
    assert [e.syllables for e in found.entries] == [("de",)]
    assert [e.syllables for e in found.elsewhere] == [("dé",), ("děi",), ("dè",)]


def test_level_and_frequency(lookup: Lookup) -> None:
    word = explain(lookup, "学习", "xué xí")
    assert word.hsk == 1
    assert word.frequency is not None
    assert word.frequency.band == "very common"
    rare = explain(lookup, "魑魅", "chī mèi").frequency
    assert rare is not None
    assert rare.band == "rare"
    assert rare.of == word.frequency.of > 300_000


def test_characters_have_their_own_meanings(lookup: Lookup) -> None:
    found = explain(lookup, "部长", "bù zhǎng")
    assert [(p.text, p.syllables) for p in found.characters] == [
        ("部", ("bù",)),
        ("长", ("zhǎng",)),
    ]
    chief = found.characters[1].entry
    assert chief is not None
    assert chief.senses[0] == "chief"
    assert found.parts == ()


def test_a_person_begins_with_a_surname(lookup: Lookup) -> None:
    found = explain(lookup, "王小明", "Wáng Xiǎo míng", NAME)
    assert found.entries == ()
    surname, second, _ = (part.entry for part in found.characters)
    assert surname is not None
    assert second is not None
    assert surname.senses == ("surname Wang",)
    assert second.senses[0] == "small"


def of_parts(lookup: Lookup, pieces: str, pinyin: str, kind: WordKind = NAME) -> Explanation:
    """Explain a word made of ``pieces``, which are divided by bars."""
    syllables = tuple(pinyin.split())
    parts, at = [], 0
    for piece in pieces.split("|"):
        parts.append(Word(at, at + len(piece), kind, syllables[at : at + len(piece)]))
        at += len(piece)
    return lookup.explain(pieces.replace("|", ""), Word(0, at, kind, syllables, parts=tuple(parts)))


def told(parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    return [(p.text, p.entry.senses[0] if p.entry else p.english) for p in parts]


def test_a_name_tells_its_surname_and_the_characters_of_the_rest(lookup: Lookup) -> None:
    found = of_parts(lookup, "郑|栅洁", "Zhèng Shān jié")
    assert found.entries == ()
    assert found.characters == ()
    assert told(found.parts) == [("郑", "surname Zheng"), ("栅", "fence"), ("洁", "clean")]
    # Zheng was a state too, and the word by itself says so.
    assert explain(lookup, "郑", "Zhèng", NAME).entries[0].senses[0].startswith("Zheng, a Zhou")
    assert told(of_parts(lookup, "诸葛|小明", "Zhū gě Xiǎo míng").parts)[0] == (
        "诸葛", "two-character surname Zhuge"
    )  # fmt: skip


def test_an_organisation_tells_its_words(lookup: Lookup) -> None:
    found = of_parts(lookup, "上海市|商务|委员会", "Shàng hǎi Shì shāng wù wěi yuán huì")
    assert [part.text for part in found.parts] == ["上海市", "商务", "委员会"]
    found = of_parts(lookup, "协调|发展司", "xié tiáo fā zhǎn sī", WORD)
    assert [part.text for part in found.parts] == ["协调", "发展", "司"]


@pytest.mark.parametrize(
    ("text", "pinyin", "parts"),
    [
        ("发展司", "fā zhǎn sī", ["发展", "司"]),
        ("配送车队", "pèi sòng chē duì", ["配送", "车队"]),
        ("經濟學界", "jīng jì xué jiè", ["經濟學", "界"]),
    ],
)
def test_a_word_that_the_dictionary_lacks_tells_the_words_in_it(
    lookup: Lookup, text: str, pinyin: str, parts: list[str]
) -> None:
    found = explain(lookup, text, pinyin)
    assert found.entries == found.elsewhere == ()
    assert [part.text for part in found.parts] == parts
    assert " ".join(s for part in found.parts for s in part.syllables) == pinyin
    assert all(part.entry for part in found.parts)


def test_a_word_that_nothing_is_known_of_tells_its_characters(lookup: Lookup) -> None:
    found = explain(lookup, "降碳", "jiàng tàn")
    assert (found.entries, found.parts) == ((), ())
    assert [part.text for part in found.characters] == ["降", "碳"]
    assert explain(lookup, "\ud800x", "").characters == ()


def test_a_person_of_the_dictionary_begins_with_a_surname_too(lookup: Lookup) -> None:
    surname = explain(lookup, "王毅", "Wáng Yì", NAME).characters[0].entry
    assert surname is not None
    assert surname.senses == ("surname Wang",)


def test_a_part_that_is_a_term_says_what_it_is(lookup: Lookup) -> None:
    word = lookup.word("长三角一体化发展")
    part = Word(0, 6, WORD, word.syllables[:6])
    whole = Word(0, 8, TERM, word.syllables, term=word.term, parts=(part,))
    (found,) = lookup.explain("长三角一体化发展", whole).parts
    assert found.entry is None
    assert "Yangtze" in found.english


def test_a_place_does_not_begin_with_a_surname(lookup: Lookup) -> None:
    found = explain(lookup, "长三角", "Cháng sān jiǎo", NAME)
    long = found.characters[0].entry
    assert long is not None
    assert long.senses[0] == "long"


def test_a_term_with_its_members_and_relations(lookup: Lookup) -> None:
    word = Word(
        3, 7, TERM, ("wǔ", "gè", "zhōng", "xīn"), term="wuge-zhongxin",
        parts=(Word(3, 5, WORD, ("wǔ", "gè")), Word(5, 7, WORD, ("zhōng", "xīn"))),
    )  # fmt: skip
    found = lookup.explain("五个中心", word, ("mine",))
    assert found.term is not None
    assert len(found.term.members) == 5
    assert [(r.how, r.headword) for r in found.related] == [("related", "浦东新区")]
    assert [part.text for part in found.parts] == ["五个", "中心"]
    assert found.notes == ("mine",)


def test_a_word_nobody_lists_shows_its_parts(lookup: Lookup) -> None:
    found = explain(lookup, "苏浙", "sū zhè")
    assert found.entries == ()
    assert [part.text for part in found.characters] == ["苏", "浙"]
    assert explain(lookup, "GDP2", "").characters == ()


@pytest.mark.parametrize(
    ("text", "pinyin", "kind", "syllables"),
    [
        ("王", "", WORD, "wáng"),
        ("王", "Wàng", WORD, "Wàng"),
        ("上海", "", NAME, "Shàng hǎi"),
        ("五个中心", "", TERM, "wǔ gè zhōng xīn"),
        ("没有这个词", "", WORD, ""),
    ],
)
def test_a_word_by_itself(
    lookup: Lookup, text: str, pinyin: str, kind: WordKind, syllables: str
) -> None:
    word = lookup.word(text, tuple(pinyin.split()))
    assert (word.kind, " ".join(word.syllables)) == (kind, syllables)
    assert (word.start, word.end) == (0, len(text))


# --- shorter and longer -------------------------------------------------------------

TEXT = "他说，长三角一体化发展了。"
STORED = (
    Word(0, 1, WORD, ("tā",)),
    Word(1, 2, WORD, ("shuō",)),
    Word(2, 3, WordKind.PUNCTUATION),
    Word(
        3, 11, TERM, ("Cháng", "sān", "jiǎo", "yī", "tǐ", "huà", "fā", "zhǎn"),
        term="changsanjiao-yitihua-fazhan",
        parts=(
            Word(3, 9, WORD, ("Cháng", "sān", "jiǎo", "yī", "tǐ", "huà")),
            Word(9, 11, WORD, ("fā", "zhǎn")),
        ),
    ),
    Word(11, 12, WORD, ("le",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("at", "walk"),
    [
        (3, "长三角一体化发展 长三角一体化 长三角 长三 长"),
        (4, "长三角一体化发展 长三角一体化 长三角 长三 三角 三"),
        (7, "长三角一体化发展 长三角一体化 一体化 一体 体"),
        (9, "长三角一体化发展 发展 发"),
        (11, "了"),
        (2, ""),
        (99, ""),
    ],
)
def test_from_the_longest_to_the_shortest(lookup: Lookup, at: int, walk: str) -> None:
    found = around(lookup, TEXT, at, STORED)
    assert [TEXT[w.start : w.end] for w in found] == walk.split()
    for word in found:
        assert word.start <= at < word.end
        assert word.syllables


def test_the_walk_keeps_the_reading_of_the_text(lookup: Lookup) -> None:
    walk = {TEXT[w.start : w.end]: w for w in around(lookup, TEXT, 9, STORED)}
    assert walk["长三角一体化发展"] is STORED[3]
    assert walk["发展"] is STORED[3].parts[1]
    minister = (Word(0, 2, WORD, ("bù", "zhǎng")),)
    (whole, single) = around(lookup, "部长", 1, minister)
    assert (whole, single.syllables) == (minister[0], ("zhǎng",))


def test_without_words_the_dictionary_alone_is_asked(lookup: Lookup) -> None:
    found = around(lookup, "部长", 1)
    assert [(w.start, w.end, w.syllables) for w in found] == [
        (0, 2, ("bù", "zhǎng")),
        (1, 2, ("cháng",)),
    ]


def test_the_walk_does_not_depend_on_the_length_of_the_paragraph(lookup: Lookup) -> None:
    long = "人" * 5000 + TEXT + "人" * 5000
    shifted = tuple(
        Word(w.start + 5000, w.end + 5000, w.kind, w.syllables, term=w.term) for w in STORED
    )
    found = around(lookup, long, 5009, shifted)
    assert next(long[w.start : w.end] for w in found) == "长三角一体化发展"
    assert max(w.end - w.start for w in found) <= LONGEST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("北京", "北京"),
        ("推动长三角一体化发展。", "推动 长三角一体化发展"),
        ("加快上海“五个中心”建设", "加快 上海 五个中心 建设"),
        ("see AA制 or 𠮷", "AA制 𠮷"),
        ("no Chinese", ""),
        ("", ""),
    ],
)
def test_words_inside_a_text_of_the_card(lookup: Lookup, text: str, words: str) -> None:
    assert [text[start:end] for start, end in words_in(lookup, text)] == words.split()
