"""Own terms over the words of a text: where they stand, what they leave alone, ours taken off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.overlay import NewWord, Overlay, Rule
from reader.domain.script import count_han
from reader.domain.termlayer import Form, TermLayer
from reader.domain.words import ReadingSource, Word, WordKind

KINDS = {
    "": (WordKind.WORD, ReadingSource.DEFAULT),
    "d": (WordKind.WORD, ReadingSource.DICTIONARY),
    "t": (WordKind.TERM, ReadingSource.GLOSSARY),
    "n": (WordKind.NAME, ReadingSource.DICTIONARY),
    "0": (WordKind.NUMBER, ReadingSource.DEFAULT),
}


def cut(line: str) -> tuple[str, tuple[Word, ...]]:
    """``中国/d 人民/d``: words and what they are; each character is read as itself."""
    text, words = "", []
    for written in line.split():
        told, _, kind = written.partition("/")
        start = len(text)
        text += told
        term = "ours" if kind == "t" else None
        read = () if kind == "0" else tuple(told)
        words.append(Word(start, len(text), KINDS[kind][0], read, KINDS[kind][1], term=term))
    return text, tuple(words)


def shown(text: str, words: tuple[Word, ...]) -> str:
    """Terms in brackets; ours with a star."""
    return "|".join(
        f"[{text[w.start : w.end]}]{'*' * (w.term == 'ours')}" if w.term else text[w.start : w.end]
        for w in words
    )


def laid(line: str, *forms: str, ours: bool = True) -> str:
    text, words = cut(line)
    layer = TermLayer({form: Form(f"own:{form}") for form in forms}, ours=ours)
    return shown(text, layer.applied(words, text))


@pytest.mark.parametrize(
    ("line", "forms", "expected"),
    [
        ("一 盘 棋 了", ["盘棋"], "一|[盘棋]|了"),
        ("中国/d 人民/d", ["中国人"], "中国|人民"),
        ("可能/d 源于/d", ["能源"], "可能|源于"),
        ("中国/d 人民/d", ["中国人民"], "[中国人民]"),
        ("一百/d 个中/d 国人/d", ["百个中国"], "一|[百个中国]|人"),
        ("高/d 质量/d 发展/d", ["高质量", "质量发展"], "高|[质量发展]"),
        ("高/d 质量/d 发展/d", ["高质量", "高质量发展"], "[高质量发展]"),
        ("高质量发展/t 了", ["质量"], "[高质量发展]*|了"),
        ("高质量/t 发展/d", ["高质量发展"], "[高质量发展]"),
        ("高质量发展/t 了", ["高质量发展"], "[高质量发展]|了"),
        ("高质量发展/t 阶段/d", ["发展阶段"], "[高质量发展]*|阶段"),
        ("质量/t 发展/d 阶段/d", ["发展阶段"], "[质量]*|[发展阶段]"),
        ("李长春/n 天/d", ["长春"], "李长春|天"),
        ("李长春/n 天气/d", ["长春天气"], "李长春|天气"),
        ("李长春/n 路/d", ["李长春路"], "[李长春路]"),
        ("2035/0 年/d", ["35年"], "2035|年"),
        ("银行/d", ["行"], "银行"),
        ("银行/d 行/d", ["行"], "银行|[行]"),
        ("三三三三 三", ["三三", "三三三三"], "[三三三三]|三"),
    ],
)  # fmt: skip
def test_where_terms_stand(line: str, forms: list[str], expected: str) -> None:
    assert laid(line, *forms) == expected


TRADITIONAL = str.maketrans("發質臺灣", "发质台湾")


def folded(text: str) -> str:
    return text.translate(TRADITIONAL)


@pytest.mark.parametrize(
    ("line", "forms", "expected"),
    [
        ("高/d 質量/d", {"高质量": "a"}, "[高質量]"),
        ("高/d 质量/d", {"高質量": "a"}, "[高质量]"),
        ("臺灣/d 發展/d", {"台湾发展": "a"}, "[臺灣發展]"),
        ("中/d 發人/d", {"中发": "a"}, "中|發人"),
        ("三个/d “ 务必/d ” 了", {"三个务必": "a"}, "[三个“务必”]|了"),
        ("三个/d 务必/d", {"三个“务必”": "a"}, "[三个务必]"),
        ("“ 發展/d ” “ 质量/d ”", {"发展质量": "a"}, "“|發展|”|“|质量|”"),
        ("土特产/d 和 “ 土特产/d ”", {"“土特产”": "a"}, "土特产|和|[“土特产”]"),
        ("发展/d 好 經濟/d 質量/d ，", {"发展…质量": "a"}, "[发展好經濟質量]|，"),
        ("发展/d ， 質量/d", {"发展…质量": "a"}, "发展|，|質量"),
    ],
)
def test_however_it_is_written(line: str, forms: dict[str, str], expected: str) -> None:
    text, words = cut(line)
    layer = TermLayer({form: Form(term) for form, term in forms.items()}, fold=folded)
    assert shown(text, layer.applied(words, text)) == expected


def test_what_is_written_so_goes_before_what_is_only_the_same_folded() -> None:
    layer = TermLayer({"發展": Form("a"), "发展": Form("b")}, fold=folded)
    for written, term in (("發展", "a"), ("发展", "b")):
        text, words = cut(f"{written}/d")
        assert [word.term for word in layer.applied(words, text)] == [term]
        assert layer.find(written) == Form(term)
    only = TermLayer({"發展": Form("a")}, fold=folded)
    assert only.find("发展") == Form("a")
    assert only.find("发") is None


def test_which_texts_may_hold_a_form() -> None:
    may_hold = TermLayer({}, fold=folded).holding(["质量", "发展…台湾"])
    texts = {"質“量”": True, "發展，臺灣": True, "发展": False, "": False}
    assert {text: may_hold(text) for text in texts} == texts


def test_a_long_phrase_that_is_no_term_is_its_words_again() -> None:
    text, words = cut("构建/d 更加/d 紧密/d 的 东盟/t 命运/d 共同体/d")
    whole = words[0]._replace(end=len(text), kind=WordKind.TERM, term="ours", parts=words)
    found = TermLayer({}, ours=False).applied((whole,), text)
    assert shown(text, found) == "构建|更加|紧密|的|东盟|命运|共同体"


def test_ours_are_taken_off_and_own_ones_stay() -> None:
    assert laid("高质量/t 发展/d", "发展", ours=False) == "高质量|[发展]"
    text, words = cut("高质量/t 发展/d")
    inner = words[0]._replace(end=5, parts=words)
    (word,) = TermLayer({}, ours=False).applied((inner,), text)
    assert (word.term, word.kind, word.parts[0].term) == (None, WordKind.WORD, None)
    assert word.syllables == inner.syllables


def test_it_is_read_as_the_reader_says_and_a_variant_as_its_characters() -> None:
    text, words = cut("高/d 质量/d 质量/d")
    layer = TermLayer({"高质": Form("own:1", "gāo zhì"), "质量": Form("own:2")})
    found = layer.applied(words, text)
    assert [(w.syllables, w.term) for w in found] == [
        (("高",), None), (("质", "量"), "own:2"), (("质", "量"), "own:2"),
    ]  # fmt: skip
    layer = TermLayer({"高质量": Form("own:1", "gāo zhì liàng")})
    word = layer.applied(words, text)[0]
    assert word.syllables == ("gāo", "zhì", "liàng")
    assert word.source is ReadingSource.GLOSSARY
    assert [part.syllables for part in word.parts] == [("gāo",), ("zhì", "liàng")]


def test_inside_a_longer_word_only_as_words_of_it() -> None:
    text, words = cut("高质量发展")
    inside = (Word(0, 3, WordKind.WORD, tuple("高质量")), Word(3, 5, WordKind.WORD, tuple("发展")))
    whole = (words[0]._replace(parts=inside, source=ReadingSource.DICTIONARY),)
    assert shown(text, TermLayer({"发展": Form("own:1")}).applied(whole, text)) == "高质量|[发展]"
    assert TermLayer({"量发": Form("own:1")}).applied(whole, text) == whole
    assert TermLayer({"质量发展": Form("own:1")}).applied(whole, text) == whole


def test_in_a_portion_places_are_those_of_the_paragraph() -> None:
    text, words = cut("高 质量 发展")
    moved = tuple(w._replace(start=w.start + 100, end=w.end + 100) for w in words)
    found = TermLayer({"质量发展": Form("own:1")}).applied(moved, text, 100)
    assert [(w.start, w.end, w.term) for w in found] == [(100, 101, None), (101, 105, "own:1")]


CHARS = st.sampled_from("高质量发展a1")
LINES = st.lists(st.tuples(st.text(CHARS, min_size=1, max_size=4), st.sampled_from(list(KINDS))))
FORMS = st.dictionaries(
    st.text(CHARS, min_size=1, max_size=6), st.sampled_from(["own:1", "own:2"]), max_size=6
)


@given(line=LINES, forms=FORMS, ours=st.booleans(), origin=st.sampled_from([0, 7]))
def test_words_still_cover_their_text(
    line: list[tuple[str, str]], forms: dict[str, str], ours: bool, origin: int
) -> None:
    text, words = cut(" ".join(f"{told}/{kind}" if kind else told for told, kind in line))
    words = tuple(
        w._replace(
            start=w.start + origin,
            end=w.end + origin,
            syllables=w.syllables[: count_han(text[w.start : w.end])] if w.syllables else (),
        )
        for w in words
    )
    layer = TermLayer(
        {f: Form(t, " ".join("x" * count_han(f))) for f, t in forms.items()}, ours=ours
    )
    found = layer.applied(words, text, origin)
    at = origin
    for word in found:
        assert word.start == at < word.end
        at = word.end
        written = text[word.start - origin : word.end - origin]
        assert len(word.syllables) in {0, count_han(written)}
        if word.term is not None and word.term.startswith("own:"):
            assert word.term == forms[written]
            assert word.kind is WordKind.TERM
        else:
            assert ours or word.term is None
    assert at == len(text) + origin
    # A name or a number is never cut.
    edges = {word.start for word in found}
    for word in words:
        if word.kind in {WordKind.NAME, WordKind.NUMBER}:
            assert edges.isdisjoint(range(word.start + 1, word.end))


@given(line=LINES, forms=FORMS)
def test_corrections_win(line: list[tuple[str, str]], forms: dict[str, str]) -> None:
    """What is corrected as one word is one word, whatever the terms say."""
    text, words = cut(" ".join(f"{told}/{kind}" if kind else told for told, kind in line))
    layer = TermLayer({form: Form(term) for form, term in forms.items()})
    for form in forms:
        if count_han(form) != len(form) or len(form) < 2:
            continue
        overlay = Overlay([Rule((NewWord(form[:1]), NewWord(form[1:])))])
        found = overlay.applied(layer.applied(words, text), text)
        assert not any(text[w.start : w.end] == form and w.term for w in found)
