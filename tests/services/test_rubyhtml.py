"""The exported page: what is in it, nothing else in it, and nothing in it that acts."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.document import Document, Paragraph, ParagraphKind, Section
from reader.domain.glossary import Term
from reader.domain.places import Span
from reader.domain.script import count_han
from reader.domain.words import Word, WordKind
from reader.services.excerpt import Passage, Range, chapters_of, clipped
from reader.services.rubyhtml import (
    Labels,
    Look,
    Reading,
    dictionary_readings,
    no_readings,
    page,
)
from tests.services.parsing import Page

Kind = ParagraphKind
TERM = Term("a b", "新<理>念", ("xīn", "lǐ", "niàn"), "formula", "x", 'a "new" & <b>', "Plain & <i>.",
            "简单。")  # fmt: skip
LOOK = Look(dictionary_readings)
HOSTILE = "<script>alert(1)</script>\"'&amp; javascript: <img src=//x onerror=y> ]]> --> </title>"


def nothing(_identifier: str) -> None:
    """A glossary without terms."""


def words_of(text: str) -> tuple[Word, ...]:
    """Words of three characters, each Han character read by its own number."""
    out = []
    for start in range(0, len(text), 3):
        piece = text[start : start + 3]
        syllables = tuple(f"x{n}" for n in range(count_han(piece)))
        out.append(Word(start, start + len(piece), WordKind.WORD, syllables, sure=start % 2 == 0))
    return tuple(out)


def made(*paragraphs: tuple[Kind, str], title: str = "题", look: Look = LOOK) -> Page:
    section = Section("节", tuple(Paragraph(kind, text) for kind, text in paragraphs))
    words = [words_of(text) for _, text in paragraphs]
    return Page(
        "\n".join(page(title, chapters_of(Document(title, (section,)), words), look, nothing))
    )


readable = st.text(
    st.one_of(
        st.sampled_from("中国𠮷人民，。“<&>\"' \n\t儿a1"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    min_size=1,
    max_size=40,
)


@given(st.lists(st.tuples(st.sampled_from(Kind), readable), max_size=5), readable)
def test_every_character_and_every_reading_is_there(
    paragraphs: list[tuple[Kind, str]], title: str
) -> None:
    found = made(*paragraphs, title=title)
    assert found.text == [text for _, text in paragraphs]
    said = [(base, reading) for base, reading in found.readings if reading]
    expected = [
        (char, reading)
        for _, text in paragraphs
        for word in words_of(text)
        for char, reading in zip(
            (c for c in text[word.start : word.end] if count_han(c)), word.syllables, strict=True
        )
    ]
    assert said == expected


def test_a_page_is_complete_in_itself_and_in_chinese() -> None:
    found = made((Kind.TITLE, "标题"), (Kind.BODY, "正文。"))
    assert found.declaration == "DOCTYPE html"
    assert found.named("html") == [{"lang": "zh-Hans"}]
    assert {"charset": "utf-8"} in found.named("meta")
    policies = [m["content"] for m in found.named("meta") if "http-equiv" in m]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert not {"script", "link", "img", "iframe", "base", "object"} & {
        tag for tag, _ in found.tags
    }


def test_the_style_needs_nothing_from_outside() -> None:
    lines = "\n".join(page("题", [], LOOK, nothing))
    style = lines[lines.index("<style>") : lines.index("</style>")]
    assert "prefers-color-scheme: dark" in style
    assert not re.search(r"url\(|@import|//|<(?!style)", style)


@pytest.mark.parametrize("kind", Kind, ids=str)
def test_hostile_text_is_shown_and_does_nothing(kind: Kind) -> None:
    found = made((kind, HOSTILE), title=HOSTILE)
    assert found.text == [HOSTILE]
    allowed = {"html", "head", "meta", "title", "style", "body", "header", "main", "section",
               "footer", "h1", "h2", "h3", "p"}  # fmt: skip
    assert {tag for tag, _ in found.tags} <= allowed
    assert all(not name.startswith("on") for _, attributes in found.tags for name in attributes)


def test_a_hostile_glossary_is_shown_and_does_nothing() -> None:
    word = Word(0, 3, WordKind.TERM, ("xīn", '"><script>', "&"), term="a b")
    section = Section("", (Paragraph(Kind.BODY, "新理念"),))
    chapters = chapters_of(Document("", (section,)), [(word,)])
    lines = "\n".join(page("", chapters, LOOK, {"a b": TERM}.get))
    found = Page(lines)
    assert found.readings[1] == ("理", '"><script>')
    assert found.named("a")[0]["title"] == TERM.english
    assert "script" not in {tag for tag, _ in found.tags}
    assert "新&lt;理&gt;念" in lines


def test_control_characters_are_visible_and_line_ends_are_lines() -> None:
    found = made((Kind.BODY, "a\0b\x1b\ud800c\x85"), (Kind.BODY, "一\r\n二\r三"))
    assert found.text == ["a\ufffdb\ufffd\ufffdc\ufffd", "一\n二\n三"]


def test_each_term_is_explained_once_and_linked_both_ways() -> None:
    terms = {name: TERM._replace(id=name, headword=name) for name in ("甲", "乙")}
    text = "甲乙甲丙"
    words = tuple(
        Word(at, at + 1, WordKind.TERM, ("x",), term=char) for at, char in enumerate(text)
    )
    section = Section("", (Paragraph(Kind.BODY, text), Paragraph(Kind.BODY, text)))
    chapters = chapters_of(Document("", (section,)), [words, words])
    found = Page("\n".join(page("", chapters, LOOK, terms.get)))
    links = [a["href"] for a in found.named("a") if a.get("class") == "term"]
    assert links == ["#t1", "#t2", "#t1"] * 2  # 丙 is a term that the glossary does not know
    targets = [d["id"] for _, d in found.tags if "id" in d]
    assert len(set(targets)) == len(targets)
    assert [d["id"] for d in found.named("dt")] == ["t1", "t2"]
    hrefs = [str(a["href"]) for a in found.named("a")]
    assert all(href[1:] in targets for href in hrefs)
    assert [a["href"] for a in found.named("a")][-2:] == ["#r1", "#r2"]


def test_roles_of_paragraphs() -> None:
    found = made(
        (Kind.TITLE, "题"), (Kind.HEADING, "副题"), (Kind.BODY, "文"), (Kind.HEADING, "小题"),
        (Kind.CAPTION, "图"), (Kind.BYLINE, "人"), (Kind.JUMP, "转"), (Kind.FRAGMENT, "断"),
        title="书",
    )  # fmt: skip
    shown = [(t, a.get("class")) for t, a in found.tags if t in {"h1", "h2", "h3", "p"}]
    assert shown == [
        ("h1", None), ("h2", None), ("p", "subtitle"), ("p", None), ("h3", None),
        ("p", "caption"), ("p", "byline"), ("p", "jump"), ("p", "fragment"),
    ]  # fmt: skip


def test_a_page_named_after_its_first_article_says_it_once() -> None:
    found = made((Kind.TITLE, "节"), (Kind.BODY, "文"), title="节")
    assert [tag for tag, _ in found.tags if tag in {"h1", "h2"}] == ["h1"]


def test_several_sections_have_a_table_that_leads_to_them() -> None:
    sections = tuple(Section(f"第{n}章", (Paragraph(Kind.BODY, "文"),)) for n in range(3))
    chapters = chapters_of(Document("书", sections), [()] * 3)
    found = Page("\n".join(page("书", chapters, LOOK._replace(labels=Labels("目录")), nothing)))
    assert [a["href"] for a in found.named("a")] == ["#s1", "#s2", "#s3"]
    assert [s["id"] for s in found.named("section")] == ["s1", "s2", "s3"]


def test_pinyin_as_it_is_shown() -> None:
    hidden = made((Kind.BODY, "中国人"), look=Look(dictionary_readings, hidden=True))
    assert hidden.named("body") == [{"class": "hover"}]
    assert hidden.readings == [("中国人", "x0 x1 x2")]
    off = made((Kind.BODY, "中国人"), look=Look(no_readings))
    assert not off.named("ruby")

    def one(passage: Passage) -> Sequence[Reading]:
        return [Reading(word.start, word.end, "".join(word.syllables)) for word in passage.words]

    assert made((Kind.BODY, "中国人"), look=Look(one)).readings == [("中国人", "x0x1x2")]


def test_other_characters_are_shown_with_the_same_readings() -> None:
    look = LOOK._replace(respell=lambda text: text.replace("国", "國"), language="zh-Hant")
    found = made((Kind.TITLE, "中国"), (Kind.BODY, "中国人"), title="国", look=look)
    assert found.text == ["中國", "中國人"]
    assert ("國", "x1") in found.readings
    assert found.named("html") == [{"lang": "zh-Hant"}]


def test_tones_have_their_colours_on_light_and_dark_pages() -> None:
    def toned(_passage: Passage) -> Sequence[Reading]:
        return [
            Reading(0, 2, "Xī'ān", (("Xī", 1), ("'ān", 1))),
            Reading(2, 3, "rén", (("rén", 2),)),
        ]

    look = Look(toned, tones=(["#111111"] * 5, ["#eeeeee"] * 5))
    found = made((Kind.BODY, "西安人"), look=look)
    assert found.readings == [("西安", "Xī'ān"), ("人", "rén")]
    assert [span["class"] for span in found.named("span")] == ["t1", "t1", "t2"]
    lines = "\n".join(page("", [], look, nothing))
    assert lines.count(".t1 { color: #111111; }") == 1
    assert lines.count(".t1 { color: #eeeeee; }") == 1


def test_a_character_without_a_reading_stands_between_the_others() -> None:
    found = made((Kind.BODY, "T恤衫"))
    assert found.readings == [("T", ""), ("恤", "x0"), ("衫", "x1")]


def test_what_was_asked_for_is_shown_where_readings_are_hidden() -> None:
    def some(passage: Passage) -> Sequence[Reading]:
        readings = dictionary_readings(passage)
        return [reading._replace(shown=reading.start < 3) for reading in readings]

    found = made((Kind.BODY, "中国人中国人"), look=Look(some, hidden=True))
    assert [ruby.get("class") for ruby in found.named("ruby")] == ["shown", "unsure"]
    assert found.readings[:3] == [("中", "x0"), ("国", "x1"), ("人", "x2")]
    assert found.readings[3:] == [("中国人", "x0 x1 x2")]


def test_an_unsure_reading_is_marked() -> None:
    found = made((Kind.BODY, "中国人中国人"))
    assert [ruby.get("class") for ruby in found.named("ruby")] == [None, "unsure"]


@given(st.text("中国a，", min_size=1, max_size=12), st.data())
def test_a_cut_text_keeps_its_words_and_their_syllables(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = clipped(text, words_of(text), start, end)
    assert words[0].start == 0
    assert words[-1].end == end - start
    assert all(one.end == two.start for one, two in pairwise(words))
    for word in words:
        assert len(word.syllables) == count_han(text[start:end][word.start : word.end])


def test_a_range_takes_the_ends_of_its_paragraphs() -> None:
    wanted = Range(2, 3, 4, 5)
    assert [wanted.within(i, 9) for i in wanted.paragraphs] == [
        Span(2, 3, 9),
        Span(3, 0, 9),
        Span(4, 0, 5),
    ]
    assert Range(2, 3, 2, 5).within(2, 4) == Span(2, 3, 4)
