"""The terms of a text as a sheet to print, to keep or to learn from.

Each term once, with how often it comes and the sentence in which it comes first. The formats
are rendered here as lines; nothing in a term or a text becomes markup, a formula or a field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.domain.pinyin import numbered, plain, spaced
from reader.domain.sentences import sentence_at
from reader.domain.words import terms_among

if TYPE_CHECKING:
    from reader.domain.document import Paragraph, Shape
    from reader.domain.glossary import Term
    from reader.domain.words import Word

_AROUND = 60
"""Code points of a long sentence that are quoted on each side of the term."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Entry(NamedTuple):
    """A term of a text; ``mark`` is where it stands in ``quote``, the first sentence with it."""

    term: Term
    times: int
    quote: str
    mark: tuple[int, int]


class Labels(NamedTuple):
    """The words of a sheet that are neither the text's nor the glossary's.

    ``title`` takes the title of the text; ``language`` is the tag of these words.
    """

    title: str = "Terms in “{0}”"
    term: str = "Term"
    pinyin: str = "Pinyin"
    english: str = "English"
    times: str = "Times"
    quote: str = "First place"
    literal: str = "Literally"
    explanation: str = "Explanation"
    chinese: str = "In Chinese"
    members: str = "Stands for"
    variants: str = "Also"
    since: str = "Since"
    collocations: str = "Used as"
    language: str = "en"


class Sheet(NamedTuple):
    """What is rendered: the entries in order; ``full`` tells everything known of each term."""

    title: str
    entries: Sequence[Entry]
    full: bool = True
    labels: Labels = Labels()

    @property
    def heading(self) -> str:
        """The title of the sheet."""
        return self.labels.title.format(self.title)


# --- finding -----------------------------------------------------------------------


def collect(
    text: Text,
    explain: Callable[[str], Term | None],
    wanted: Callable[[], bool] = lambda: True,
) -> list[Entry]:
    """The terms of a text in the order in which they come, as far as it has words.

    Ends early once the sheet is not ``wanted`` any more.
    """
    counts: dict[str, int] = {}
    first: dict[str, tuple[str, tuple[int, int]]] = {}
    for index in range(len(text.shape)):
        if not wanted():
            break
        for word in terms_among(text.words(index)):
            if word.term is None:
                continue
            counts[word.term] = counts.get(word.term, 0) + 1
            if word.term not in first:
                first[word.term] = _quote(text.paragraph(index).text, word.start, word.end)
    found = ((explain(identifier), identifier) for identifier in counts)
    return [Entry(term, counts[name], *first[name]) for term, name in found if term is not None]


def by_pinyin(entries: Iterable[Entry]) -> list[Entry]:
    """In alphabetical order of their readings: letters first, then tones."""

    def key(entry: Entry) -> tuple[list[str], list[str], str]:
        syllables = entry.term.syllables
        return [*map(plain, syllables)], [*map(numbered, syllables)], entry.term.headword

    return sorted(entries, key=key)


def _quote(text: str, at: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence around a place, or what of a long one is near it, and the place in it."""
    start, stop = sentence_at(text, at)
    stop = max(stop, end)
    low, high = max(start, at - _AROUND), min(stop, end + _AROUND)
    low += len(text[low:at]) - len(text[low:at].lstrip())
    high -= len(text[end:high]) - len(text[end:high].rstrip())
    before = "…" if low > start and text[start:low].strip() else ""
    after = "…" if text[high:stop].strip() else ""
    shift = len(before) - low
    return before + text[low:high] + after, (at + shift, end + shift)


class Text(Protocol):
    """What terms are collected from: an open text."""

    @property
    def shape(self) -> Shape:
        """Kind and length of every paragraph."""

    def paragraph(self, index: int) -> Paragraph:
        """One paragraph by document-wide index."""

    def words(self, index: int) -> tuple[Word, ...]:
        """Its words."""


# --- tables ------------------------------------------------------------------------


def csv(sheet: Sheet) -> Iterator[str]:
    """A table for spreadsheets, in which no cell is a formula."""
    from reader.formats.glossaries.tables import rows  # noqa: PLC0415 - seldom wanted

    names = [label for label, _ in _columns(sheet)]
    columns = [get for _, get in _columns(sheet)]
    return rows([names, *([get(entry) for get in columns] for entry in sheet.entries)])


def anki(sheet: Sheet) -> Iterator[str]:
    """Text that Anki imports: a note a line, fields of HTML between tabs."""
    yield "#separator:tab"
    yield "#html:true"
    yield "#columns:" + "\t".join(_flat(label) for label, _ in _columns(sheet))
    for entry in sheet.entries:
        yield "\t".join(_anki_field(get(entry), entry, get) for _, get in _columns(sheet))


_Get = Callable[[Entry], str]


def _columns(sheet: Sheet) -> list[tuple[str, _Get]]:
    labels = sheet.labels
    least: list[tuple[str, _Get]] = [
        (labels.term, lambda entry: entry.term.headword),
        (labels.pinyin, lambda entry: spaced(entry.term.syllables)),
        (labels.english, lambda entry: entry.term.english),
    ]
    last: list[tuple[str, _Get]] = [
        (labels.quote, _get_quote),
        (labels.times, lambda entry: str(entry.times)),
    ]
    return [*least, *(_more(labels) if sheet.full else []), *last]


def _get_quote(entry: Entry) -> str:
    return entry.quote


def _more(labels: Labels) -> list[tuple[str, _Get]]:
    return [
        (labels.literal, lambda entry: entry.term.literal),
        (labels.explanation, lambda entry: entry.term.explanation),
        (labels.chinese, lambda entry: entry.term.chinese),
        (labels.members, lambda entry: "\n".join(map(" ".join, _members(entry.term)))),
        (labels.variants, lambda entry: "、".join(entry.term.variants)),
        (labels.since, lambda entry: entry.term.since),
        (labels.collocations, lambda entry: "；".join(_collocations(entry.term))),
    ]


def _members(term: Term) -> list[tuple[str, str, str]]:
    return [(member.text, spaced(member.syllables), member.english) for member in term.members]


def _collocations(term: Term) -> list[str]:
    return [text.replace("～", term.headword) for text in term.collocations]


def _anki_field(value: str, entry: Entry, get: _Get) -> str:
    if get is _get_quote:
        return _emphasised(entry, "b").replace("\n", "<br>")
    # A line that begins with # is a comment; lines and tabs divide notes and fields.
    field = _html(value).replace("\n", "<br>")
    return f"&#35;{field[1:]}" if field.startswith("#") else field


# --- Markdown ----------------------------------------------------------------------

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$^:=!])")
_LIST = re.compile(r"^(\d*)([-+.)])")


def markdown(sheet: Sheet) -> Iterator[str]:
    """A heading a term, in CommonMark."""
    yield f"# {_markdown(sheet.heading)}"
    for entry in sheet.entries:
        term = entry.term
        yield ""
        times = f" ×{entry.times}" if entry.times > 1 else ""
        yield f"## {_markdown(term.headword)} {_markdown(spaced(term.syllables))}{times}"
        if term.english:
            yield ""
            yield f"**{_markdown(term.english)}**"
        if sheet.full:
            yield from _markdown_more(term, sheet.labels)
        yield ""
        start, end = entry.mark
        before, inside, after = entry.quote[:start], entry.quote[start:end], entry.quote[end:]
        yield f"> {_markdown(before)}**{_markdown(inside)}**{_markdown(after)}"


def _markdown_more(term: Term, labels: Labels) -> Iterator[str]:
    for text in (term.explanation, term.chinese):
        if text:
            yield ""
            yield _markdown(text)
    if term.members:
        yield ""
        for member in _members(term):
            yield f"- {_markdown(' '.join(member))}"
    for label, value in _remarks(term, labels):
        yield ""
        yield f"{_markdown(label)}: {_markdown(value)}"


def _remarks(term: Term, labels: Labels) -> Iterator[tuple[str, str]]:
    told = (
        (labels.literal, term.literal),
        (labels.variants, "、".join(term.variants)),
        (labels.since, term.since),
        (labels.collocations, "；".join(_collocations(term))),
    )
    return ((label, value) for label, value in told if value)


def _markdown(text: str) -> str:
    text = _MARKS.sub(r"\\\1", _flat(text))
    return _LIST.sub(r"\1\\\2", text)


def _flat(text: str) -> str:
    return " ".join(text.split())


# --- HTML --------------------------------------------------------------------------


def html(sheet: Sheet, style: str | None = None) -> Iterator[str]:
    """A page complete in itself, looking as our other pages or as ``style`` says."""
    if style is None:
        file = resources.files("reader.resources") / "export" / "page.css"
        style = re.sub(r"/\*.*?\*/\s*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    title = _html(sheet.heading)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_html(sheet.labels.language)}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{style}</style></head><body>"
    yield f'<main class="glossary"><h1>{title}</h1><dl>'
    for entry in sheet.entries:
        yield from _html_entry(entry, sheet)
    yield "</dl></main></body></html>"


def _html_entry(entry: Entry, sheet: Sheet) -> Iterator[str]:
    term = entry.term
    times = f" ×{entry.times}" if entry.times > 1 else ""
    pinyin = f'<span lang="zh-Latn-pinyin">{_html(spaced(term.syllables))}</span>'
    yield f'<dt lang="zh-Hans">{_html(term.headword)} {pinyin}{times}</dt>'
    if term.english:
        yield f'<dd class="english" lang="en">{_html(term.english)}</dd>'
    if sheet.full:
        yield from _html_more(term, sheet.labels)
    yield f'<dd class="quote" lang="zh-Hans">{_emphasised(entry, "strong")}</dd>'


def _html_more(term: Term, labels: Labels) -> Iterator[str]:
    if term.explanation:
        yield f'<dd lang="en">{_html(term.explanation)}</dd>'
    if term.chinese:
        yield f'<dd lang="zh-Hans">{_html(term.chinese)}</dd>'
    if term.members:
        yield "<dd><ul>"
        for text, pinyin, english in _members(term):
            yield (
                f'<li><span lang="zh-Hans">{_html(text)}</span> '
                f'<span lang="zh-Latn-pinyin">{_html(pinyin)}</span> '
                f'<span lang="en">{_html(english)}</span></li>'
            )
        yield "</ul></dd>"
    languages = {term.literal: "en", term.since: "en"}
    for label, value in _remarks(term, labels):
        language = languages.get(value, "zh-Hans")
        yield f'<dd>{_html(label)}: <span lang="{language}">{_html(value)}</span></dd>'


def _emphasised(entry: Entry, tag: str) -> str:
    start, end = entry.mark
    before, inside, after = entry.quote[:start], entry.quote[start:end], entry.quote[end:]
    out = f"{_html(before)}<{tag}>{_html(inside)}</{tag}>{_html(after)}"
    return out.replace("\t", " ").replace("\n", " ") if tag == "b" else out


def _html(text: str) -> str:
    bare = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text)
    return escape(re.sub(r"\r\n?|[\u2028\u2029]", "\n", bare).replace("\t", " "))


FORMATS: dict[str, Callable[[Sheet], Iterator[str]]] = {
    "html": html,
    "md": markdown,
    "csv": csv,
    "txt": anki,
}
"""The renderer of each format, by the ending of its files."""
