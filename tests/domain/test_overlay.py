"""Corrections laid over words: where they hold, what they leave alone, and what wins."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.overlay import NewWord, Overlay, Rule
from reader.domain.places import Span
from reader.domain.script import count_han
from reader.domain.words import ReadingSource, Word, WordKind

KNOWN, GUESS = ReadingSource.DICTIONARY, ReadingSource.DEFAULT
USER = ReadingSource.USER


def cut(*pieces: str, source: ReadingSource = KNOWN, start: int = 0) -> tuple[Word, ...]:
    """Words from ``辐射能:fú shè néng`` and the like; what has no reading is punctuation."""
    words = []
    for piece in pieces:
        text, _, reading = piece.partition(":")
        kind = WordKind.WORD if reading else WordKind.PUNCTUATION
        words.append(Word(start, start + len(text), kind, tuple(reading.split()), source))
        start += len(text)
    return tuple(words)


def rule(*words: str, at: tuple[int, int, int] | None = None) -> Rule:
    """``rule("辐射", "能级:néng jí", at=(document, paragraph, start))``."""
    new = tuple(
        NewWord(text, tuple(reading.split()))
        for text, _, reading in (word.partition(":") for word in words)
    )
    if at is None:
        return Rule(new)
    size = sum(len(word.text) for word in new)
    return Rule(new, at[0], Span(at[1], at[2], at[2] + size))


def shown(words: tuple[Word, ...], text: str) -> str:
    """``辐射[fú shè]|能级[néng jí]``, with ``*`` behind what is the reader's."""
    return "|".join(
        text[w.start : w.end]
        + (f"[{' '.join(w.syllables)}]" if w.syllables else "")
        + ("*" if w.source is USER else "")
        for w in words
    )


LEVEL = "辐射能级高"
LEVEL_WORDS = cut("辐射能:fú shè néng", "级:jí", "高:gāo")


def test_words_are_cut_otherwise_and_keep_the_readings_of_their_characters() -> None:
    got = Overlay([rule("辐射", "能级")]).applied(LEVEL_WORDS, LEVEL)
    assert shown(got, LEVEL) == "辐射[fú shè]*|能级[néng jí]*|高[gāo]"


def test_words_are_merged_and_become_parts() -> None:
    text = "东数能芯"
    words = cut("东数:dōng shù", "能:néng", "芯:xīn")
    (word,) = Overlay([rule("东数能芯:Dōng shù néng xīn")]).applied(words, text)
    assert (word.syllables, word.source, word.sure) == (("Dōng", "shù", "néng", "xīn"), USER, True)
    assert [text[part.start : part.end] for part in word.parts] == ["东数", "能", "芯"]
    assert word.parts[0].syllables == ("Dōng", "shù")


def test_a_reading_is_set_and_everything_else_kept() -> None:
    word = Word(0, 3, WordKind.NAME, ("zhǎng", "sān", "jiǎo"), GUESS, False, None, ())
    (got,) = Overlay([rule("长三角:Cháng sān jiǎo")]).applied((word,), "长三角")
    assert got == word._replace(syllables=("Cháng", "sān", "jiǎo"), source=USER, sure=True)


def test_a_single_character_is_corrected_only_as_a_word() -> None:
    text = "行在银行里行"
    words = cut("行:háng", "在:zài", "银行:yín háng", "里:lǐ", "行:háng")
    got = Overlay([rule("行:xíng")]).applied(words, text)
    assert shown(got, text) == "行[xíng]*|在[zài]|银行[yín háng]|里[lǐ]|行[xíng]*"


@pytest.mark.parametrize("source", [KNOWN, ReadingSource.GLOSSARY])
def test_a_word_that_is_known_is_not_torn(source: ReadingSource) -> None:
    text = "中行走"
    words = (*cut("中:zhōng"), *cut("行走:xíng zǒu", source=source, start=1))
    assert Overlay([rule("中行:Zhōng háng")]).applied(words, text) == words


def test_a_guess_gives_way() -> None:
    text = "书信长星说"
    words = (*cut("书:shū"), *cut("信长星说:xìn cháng xīng shuō", source=GUESS, start=1))
    got = Overlay([rule("书信", "长星:Cháng xīng")]).applied(words, text)
    assert shown(got, text) == "书信[shū xìn]*|长星[Cháng xīng]*|说[shuō]"


def test_a_longer_word_of_several_is_corrected_inside_and_stays_whole() -> None:
    text = "长三角地区"
    parts = cut("长三角:zhǎng sān jiǎo", "地区:dì qū")
    word = Word(0, 5, WordKind.NAME, ("zhǎng", "sān", "jiǎo", "dì", "qū"), KNOWN, parts=parts)
    (got,) = Overlay([rule("长三角:Cháng sān jiǎo")]).applied((word,), text)
    assert (got.start, got.end, got.kind) == (0, 5, WordKind.NAME)
    assert got.syllables == ("Cháng", "sān", "jiǎo", "dì", "qū")
    assert shown(got.parts, text) == "长三角[Cháng sān jiǎo]*|地区[dì qū]"


def test_inside_a_word_of_the_dictionary_nothing_changes() -> None:
    words = cut("朝阳产业:zhāo yáng chǎn yè")
    assert Overlay([rule("朝阳:Cháo yáng")]).applied(words, "朝阳产业") == words


def test_the_longer_wins_and_the_shorter_reads_inside_it() -> None:
    text = "信长星"
    words = cut("信:xìn", "长:zhǎng", "星:xīng")
    short, long = rule("长星:Cháng xīng"), rule("信长星")
    for rules in ([short, long], [long, short]):
        got = Overlay(rules).applied(words, text)
        assert shown(got, text) == "信长星[xìn Cháng xīng]*"


def test_of_two_that_overlap_the_longer_wins() -> None:
    text = "甲乙丙丁戊"
    words = cut(*(f"{char}:jiǎ" for char in text))
    got = Overlay([rule("丙丁戊"), rule("乙丙")]).applied(words, text)
    assert shown(got, text) == "甲[jiǎ]|乙[jiǎ]|丙丁戊[jiǎ jiǎ jiǎ]*"


def test_of_the_same_characters_the_later_counts() -> None:
    words = cut("行:háng")
    got = Overlay([rule("行:xìng"), rule("行:xíng")]).applied(words, "行")
    assert shown(got, "行") == "行[xíng]*"


def test_here_wins_over_everywhere_and_holds_nowhere_else() -> None:
    overlay = Overlay([rule("行:xíng", at=(1, 7, 2)), rule("行:háng")])
    text, words = "不行行", cut("不:bù", "行:xìng", "行:xìng")
    assert shown(overlay.applied(words, text, 1, 7), text) == "不[bù]|行[háng]*|行[xíng]*"
    for other in ((2, 7), (1, 6)):
        assert shown(overlay.applied(words, text, *other), text) == "不[bù]|行[háng]*|行[háng]*"


def test_here_holds_only_while_the_same_is_written() -> None:
    overlay = Overlay([rule("长:cháng", at=(1, 0, 1))])
    for text, words in (("很短", cut("很:hěn", "短:duǎn")), ("长", cut("长:zhǎng"))):
        assert overlay.applied(words, text, 1, 0) == words


def test_here_tears_even_a_word_of_the_dictionary() -> None:
    words = cut("人民币:rén mín bì")
    got = Overlay([rule("人民", at=(1, 0, 0))]).applied(words, "人民币", 1, 0)
    assert shown(got, "人民币") == "人民[rén mín]*|币[bì]"


def test_in_a_portion_places_are_those_of_the_paragraph() -> None:
    text, words = "行长", cut("行:xíng", "长:cháng", start=4000)
    overlay = Overlay([rule("长:zhǎng", at=(1, 3, 4001)), rule("行:háng")])
    got = overlay.applied(words, text, 1, 3, 4000)
    assert [(w.start, w.syllables) for w in got] == [(4000, ("háng",)), (4001, ("zhǎng",))]


def test_numbers_and_latin_letters_in_a_word() -> None:
    text = "30日3D打印"
    words = (
        Word(0, 3, WordKind.NUMBER, spoken="sānshí rì"),
        Word(3, 5, WordKind.LATIN),
        *cut("打印:dǎ yìn", start=5),
    )
    got = Overlay([rule("3D打印")]).applied(words, text)
    assert [(w.start, w.end, w.kind, w.syllables) for w in got[1:]] == [
        (3, 7, WordKind.WORD, ("dǎ", "yìn"))
    ]
    apart = Overlay([rule("30", "日:rì", at=(1, 0, 0))]).applied(words, text, 1, 0)
    assert [w.spoken for w in apart[:2]] == [None, None]
    assert len(apart) == 4


CHARS = "长行中国重点得为"


@given(st.data())
def test_words_always_cover_the_text_with_a_syllable_a_character(data: st.DataObject) -> None:
    text = data.draw(st.text(CHARS + "，3a", min_size=1, max_size=14))
    numbers = random.Random(data.draw(st.integers()))
    words = random_words(numbers, text)
    rules = [data.draw(rules_of(text)) for _ in range(data.draw(st.integers(1, 4)))]
    got = Overlay(rules).applied(words, text, 1, 0)
    assert "".join(text[w.start : w.end] for w in got) == text
    assert [w.end for w in got[:-1]] == [w.start for w in got[1:]]
    for word in got:
        assert len(word.syllables) in (0, count_han(text[word.start : word.end]))
        if word not in words:
            assert any(r.quote in text for r in rules)


@given(st.data())
def test_the_last_correction_here_is_exactly_what_stands_there(data: st.DataObject) -> None:
    text = data.draw(st.text(CHARS, min_size=2, max_size=14))
    words = random_words(random.Random(data.draw(st.integers())), text)
    rules = [data.draw(rules_of(text, here=True)) for _ in range(3)]
    last = rules[-1]
    assert last.span is not None
    got = Overlay(rules).applied(words, text, 1, 0)
    inside = [w for w in got if last.span.start <= w.start and w.end <= last.span.end]
    assert [text[w.start : w.end] for w in inside] == [new.text for new in last.words]
    assert {w.source for w in inside} == {USER}
    for word, new in zip(inside, last.words, strict=True):
        assert not new.syllables or word.syllables == new.syllables


def random_words(numbers: random.Random, text: str) -> tuple[Word, ...]:
    """Words of one to four characters, known or guessed, some with parts."""
    words: list[Word] = []
    at = 0
    while at < len(text):
        end = min(len(text), at + numbers.randint(1, 4))
        syllables = tuple("yī" for _ in range(count_han(text[at:end])))
        kind = WordKind.WORD if syllables else WordKind.LATIN
        source = numbers.choice([KNOWN, GUESS, ReadingSource.MODEL])
        parts: tuple[Word, ...] = ()
        if len(syllables) == end - at > 2 and numbers.random() < 0.5:
            parts = (
                Word(at, at + 1, WordKind.WORD, syllables[:1], KNOWN),
                Word(at + 1, end, WordKind.WORD, syllables[1:], source),
            )
        words.append(Word(at, end, kind, syllables, source, parts=parts))
        at = end
    return tuple(words)


@st.composite
def rules_of(draw: st.DrawFn, text: str, *, here: bool | None = None) -> Rule:
    """A correction of some of a text."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    edges = sorted({start, end, *draw(st.lists(st.integers(start, end), max_size=3))})
    new = []
    for low, high in pairwise(edges):
        given_ = draw(st.booleans())
        syllables = ("èr",) * count_han(text[low:high]) if given_ else ()
        new.append(NewWord(text[low:high], syllables))
    at_place = draw(st.booleans()) if here is None else here
    return Rule(tuple(new), 1, Span(0, start, end)) if at_place else Rule(tuple(new))
