"""What is copied from a text: words, pinyin, ruby; also of words that are cut."""

from html.parser import HTMLParser

import pytest

from reader.domain.document import Outline, Paragraph, ParagraphKind
from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.services.copying import passages, with_pinyin
from reader.services.rubyhtml import fragment

TEXTS = ("我去西安<b>。", "中国人𠮷好")
WORDS = (
    (
        Word(0, 1, WordKind.WORD, ("wǒ",)),
        Word(1, 2, WordKind.WORD, ("qù",)),
        Word(2, 4, WordKind.WORD, ("Xī", "ān")),
        Word(4, 7, WordKind.LATIN),
        Word(7, 8, WordKind.PUNCTUATION),
    ),
    (
        Word(0, 3, WordKind.WORD, ("Zhōng", "guó", "rén")),
        Word(3, 4, WordKind.WORD, ("jí",)),
        Word(4, 5, WordKind.WORD, ("hǎo",), sure=False),
    ),
)


class Two:
    """A text of two paragraphs."""

    outline = Outline(("",), (0,), 2)
    shape = tuple((ParagraphKind.BODY, len(text)) for text in TEXTS)

    def paragraph(self, index: int) -> Paragraph:
        return Paragraph(ParagraphKind.BODY, TEXTS[index])

    def words(self, index: int) -> tuple[Word, ...]:
        return WORDS[index]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(1, 0, 3)], "中国人(Zhōngguórén)"),
        ([Span(1, 1, 4)], "国人(guórén)𠮷(jí)"),
        ([Span(0, 0, 8)], "我(wǒ)去(qù)西安(Xī'ān)<b>。"),
        ([Span(0, 2, 8), Span(1, 0, 2)], "西安(Xī'ān)<b>。\n中国(Zhōngguó)"),
        ([], ""),
    ],
)
def test_pinyin_in_brackets(spans: list[Span], expected: str) -> None:
    assert with_pinyin(passages(Two(), spans)) == expected


class Ruby(HTMLParser):
    """Collects bases and readings of a fragment, and every element."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.bases, self.readings = "", []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "rt" in self.open:
            self.readings.append(data)
        elif "rp" not in self.open:
            self.bases += data


def test_ruby() -> None:
    parser = Ruby()
    parser.feed(fragment(passages(Two(), [Span(0, 1, 8), Span(1, 0, 2)])))
    assert parser.open == []
    assert parser.bases == "去西安<b>。\n中国"
    assert parser.readings == ["qù", "Xī", "ān", "Zhōng", "guó"]
    assert parser.seen.count("p") == 2
    assert set(parser.seen) == {"p", "ruby", "rt", "rp"}


def test_within_a_paragraph_there_is_no_paragraph() -> None:
    parser = Ruby()
    parser.feed(fragment(passages(Two(), [Span(1, 1, 3)])))
    assert parser.bases == "国人"
    assert "p" not in parser.seen


def test_words_not_known_yet_are_copied_as_they_are() -> None:
    class Unread(Two):
        def words(self, index: int) -> tuple[Word, ...]:
            return ()

    found = passages(Unread(), [Span(0, 0, 8)])
    assert with_pinyin(found) == TEXTS[0]
    assert fragment(found) == "我去西安&lt;b&gt;。"
