"""A text as one page of HTML with ``<ruby>``, complete in itself.

No script, no address outside the page (a content security policy in the page forbids
both), everything escaped. Readings stand above each character of a word as the caller
says; the terms of the glossary are explained once, at the end, with links both ways.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.document import ParagraphKind
from reader.domain.pinyin import spaced
from reader.domain.script import is_han

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.domain.words import Word
    from reader.services.excerpt import Chapter, Passage


class Reading(NamedTuple):
    """What stands above the characters ``start`` to ``end`` of a paragraph.

    ``toned`` are its syllables with their tones (1 to 5), where tones have colours;
    ``shown`` keeps it visible on a page that hides readings.
    """

    start: int
    end: int
    text: str
    toned: tuple[tuple[str, int], ...] = ()
    shown: bool = False


Above = Callable[["Passage"], Sequence[Reading]]
"""What stands above a passage, in order."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# A browser changes these by itself: it is better to see that something stood there.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Labels(NamedTuple):
    """The few words of the page that are not the text's own."""

    contents: str = "Contents"
    glossary: str = "Glossary"
    language: str = "en"


class Look(NamedTuple):
    """How a text is shown; ``hidden`` readings appear where the mouse rests.

    ``respell`` shows other characters, one for one; ``language`` is the tag of what is shown;
    ``tones`` are the colours of the tones 1 to 5 on a light and on a dark page.
    """

    above: Above
    hidden: bool = False
    labels: Labels = Labels()
    respell: Callable[[str], str] = str
    language: str = "zh-Hans"
    tones: tuple[Sequence[str], Sequence[str]] | None = None


def dictionary_readings(passage: Passage) -> Sequence[Reading]:
    """Pinyin above every character that has a reading."""
    found = []
    for word in passage.words:
        han = (at for at in range(word.start, word.end) if is_han(passage.text[at]))
        pairs = zip(han, word.syllables, strict=False)
        found += [Reading(at, at + 1, syllable) for at, syllable in pairs if syllable]
    return found


def no_readings(_passage: Passage) -> Sequence[Reading]:
    """Nothing above any word."""
    return ()


def page(
    title: str, chapters: Sequence[Chapter], look: Look, explain: Callable[[str], Term | None]
) -> Iterator[str]:
    """The lines of the page, a paragraph at a time; ``explain`` finds a term by its id."""
    return _Page(title, chapters, look, explain).lines()


def fragment(passages: Sequence[Passage], above: Above = dictionary_readings) -> str:
    """Passages as HTML to be pasted: paragraphs, or the bare text if there is only one."""
    maker = _Page("", (), Look(above), lambda _: None)
    if len(passages) == 1:
        return maker.content_of(passages[0])
    return "\n".join(f"<p>{maker.content_of(passage)}</p>" for passage in passages)


class _Page:
    def __init__(
        self,
        title: str,
        chapters: Sequence[Chapter],
        look: Look,
        explain: Callable[[str], Term | None],
    ) -> None:
        self._title = look.respell(title)
        self._chapters = [c._replace(title=look.respell(c.title)) for c in chapters]
        self._look = look
        self._explain = explain
        self._terms: dict[str, tuple[int, Term] | None] = {}

    def lines(self) -> Iterator[str]:
        yield "<!DOCTYPE html>"
        yield f'<html lang="{text_of(self._look.language)}">'
        yield '<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta name="generator" content="Xidu">\n<title>{text_of(self._title)}</title>'
        yield f"<style>\n{_style()}{_tone_style(self._look)}</style>\n</head>"
        yield f'<body class="{self._classes()}">'
        # A page of a newspaper is named after its first article: no need to say it twice.
        own = any(_same(chapter.title, self._title) for chapter in self._chapters[:1])
        if not own and self._title.strip():
            yield f"<header><h1>{text_of(self._title)}</h1></header>"
        if len(self._chapters) > 1:
            yield from self._contents()
        yield "<main>"
        for number, chapter in enumerate(self._chapters, 1):
            yield from self._section(number, chapter, "h1" if own and number == 1 else "h2")
        yield from self._glossary()
        yield "</main>\n<footer></footer>\n</body>\n</html>"

    def _classes(self) -> str:
        if self._look.above is no_readings:
            return "plain"
        return "hover" if self._look.hidden else "ruby"

    def _contents(self) -> Iterator[str]:
        label, language = self._look.labels.contents, self._look.labels.language
        yield f'<nav><details>\n<summary lang="{language}">{text_of(label)}</summary>\n<ol>'
        for number, chapter in enumerate(self._chapters, 1):
            if chapter.title.strip():
                yield f'<li><a href="#s{number}">{text_of(chapter.title)}</a></li>'
        yield "</ol>\n</details></nav>"

    def _section(self, number: int, chapter: Chapter, heading: str) -> Iterator[str]:
        yield f'<section id="s{number}">'
        previous = None
        for passage in chapter.passages():
            yield self._passage(passage, previous, heading)
            previous = passage.kind
        yield "</section>"

    def _passage(self, passage: Passage, previous: ParagraphKind | None, heading: str) -> str:
        content = self.content_of(passage)
        if passage.kind is ParagraphKind.TITLE:
            return f"<{heading}>{content}</{heading}>"
        if passage.kind is ParagraphKind.HEADING and previous is ParagraphKind.TITLE:
            return f'<p class="subtitle" role="doc-subtitle">{content}</p>'
        if passage.kind is ParagraphKind.HEADING:
            return f"<h3>{content}</h3>"
        if passage.kind is ParagraphKind.BODY:
            return f"<p>{content}</p>"
        return f'<p class="{passage.kind}">{content}</p>'

    def content_of(self, passage: Passage) -> str:
        """What stands inside the element of a paragraph."""
        readings = deque(self._look.above(passage))
        shown = passage._replace(text=self._look.respell(passage.text))
        return "".join(self._content(shown, readings))

    def _content(self, passage: Passage, readings: deque[Reading]) -> Iterator[str]:
        if not passage.words:
            yield text_of(passage.text)
        for word in passage.words:
            above = []
            while readings and readings[0].start < word.end:
                above.append(readings.popleft())
            if self._look.hidden and above and not above[0].shown:
                joined = " ".join(reading.text for reading in above)
                toned = tuple(piece for reading in above for piece in reading.toned)
                above = [Reading(word.start, word.end, joined, toned)]
            ruby = _ruby(passage.text, word, above)
            yield self._linked(word.term, ruby) if word.term else ruby

    def _linked(self, identifier: str, content: str) -> str:
        first = identifier not in self._terms
        if first:
            term = self._explain(identifier)
            number = sum(known is not None for known in self._terms.values()) + 1
            self._terms[identifier] = None if term is None else (number, term)
        known = self._terms[identifier]
        if known is None:
            return content
        number, term = known
        place = f' id="r{number}"' if first else ""
        title = text_of(term.english)
        return f'<a class="term" href="#t{number}"{place} title="{title}">{content}</a>'

    def _glossary(self) -> Iterator[str]:
        known = [item for item in self._terms.values() if item is not None]
        if not known:
            return
        labels = self._look.labels
        yield '<section class="glossary">'
        yield f'<h2 lang="{text_of(labels.language)}">{text_of(labels.glossary)}</h2>\n<dl>'
        for number, term in known:
            reading = text_of(spaced(term.syllables))
            yield (
                f'<dt id="t{number}"><a href="#r{number}">{text_of(term.headword)}</a>'
                f'<span lang="zh-Latn-pinyin">{reading}</span></dt>'
            )
            yield f'<dd class="english" lang="en">{text_of(term.english)}</dd>'
            yield f'<dd lang="en">{text_of(term.explanation)}</dd>'
            if term.chinese:
                yield f"<dd>{text_of(term.chinese)}</dd>"
        yield "</dl>\n</section>"


def _ruby(text: str, word: Word, above: Sequence[Reading]) -> str:
    """One word. Characters without a reading of their own stand between those that have one."""
    if not above:
        return text_of(text[word.start : word.end])
    classes = [] if word.sure else ["unsure"]
    if above[0].shown:
        classes.append("shown")
    out = f'<ruby class="{" ".join(classes)}">' if classes else "<ruby>"
    at = word.start
    for reading in above:
        if at < reading.start:
            out += text_of(text[at : reading.start]) + "<rt></rt>"
        out += text_of(text[reading.start : reading.end]) + _reading(reading)
        at = reading.end
    return f"{out}</ruby>{text_of(text[at : word.end])}"


def _reading(reading: Reading) -> str:
    """The reading of what stands before it; in brackets where a browser knows no ruby."""
    content = text_of(reading.text)
    if reading.toned:
        gap = " " if " " in reading.text else ""
        spans = (f'<span class="t{tone}">{text_of(text)}</span>' for text, tone in reading.toned)
        content = gap.join(spans)
    return f"<rp>(</rp><rt>{content}</rt><rp>)</rp>"


def text_of(text: str) -> str:
    """Text as it can stand in HTML, also in an attribute."""
    return escape(_UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _style() -> str:
    """The style sheet, without its comments."""
    sheet = resources.files("reader.resources") / "export" / "page.css"
    return re.sub(r"/\*.*?\*/\s*", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


def _tone_style(look: Look) -> str:
    """The colours of the tones, for both kinds of page."""
    if look.tones is None:
        return ""
    light, dark = (
        "".join(f".t{tone} {{ color: {text_of(c)}; }}\n" for tone, c in enumerate(colours, 1))
        for colours in look.tones
    )
    return f"{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
