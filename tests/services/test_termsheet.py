"""The sheet of terms: what is collected, and that nothing of it becomes markup."""

import csv
import io
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from reader.domain.document import Paragraph, ParagraphKind, Shape
from reader.domain.glossary import Member, Term
from reader.domain.words import Word, WordKind
from reader.services import termsheet
from reader.services.termsheet import Entry, Labels, Sheet, by_pinyin, collect

NASTY = "=1+1 <script>alert(\"x\")</script> & *a* _b_ [c](http://d) `e` |f| # g \\ ~h~ 'i'"


def term(identifier: str, headword: str, pinyin: str, **more: object) -> Term:
    plain = Term(identifier, headword, tuple(pinyin.split()), "formula", "f", identifier, "", "")
    return plain._replace(**more)  # type: ignore[arg-type]


TERMS = {
    "game": term("game", "一盘棋", "yī pán qí"),
    "chain": term("chain", "产业链", "chǎn yè liàn"),
}


class FakeText:
    def __init__(self, *texts: str) -> None:
        self._texts = texts
        self.shape = Shape.of([(ParagraphKind.BODY, len(text)) for text in texts])

    def paragraph(self, index: int) -> Paragraph:
        return Paragraph(ParagraphKind.BODY, self._texts[index])

    def words(self, index: int) -> tuple[Word, ...]:
        text = self._texts[index]
        found = [
            Word(at, at + 3, WordKind.TERM, term=each.id)
            for each in TERMS.values()
            for at in range(len(text))
            if text.startswith(each.headword, at)
        ]
        gone = [Word(0, 1, WordKind.TERM, term="no longer in the glossary")] if text else []
        return (*gone, *sorted(found))


def test_terms_come_in_the_order_of_the_text_with_the_first_sentence() -> None:
    text = FakeText("没有。", "前面。形成一盘棋。产业链，一盘棋！", "", "一盘棋")
    found = collect(text, TERMS.get)
    assert [(entry.term.id, entry.times) for entry in found] == [("game", 3), ("chain", 1)]
    assert found[0].quote == "形成一盘棋。"
    assert [entry.quote[slice(*entry.mark)] for entry in found] == ["一盘棋", "产业链"]
    assert [entry.term.id for entry in by_pinyin(found)] == ["chain", "game"]


def test_a_long_sentence_is_quoted_around_the_term() -> None:
    (entry,) = collect(FakeText("字" * 500 + "一盘棋" + "字" * 500), TERMS.get)
    assert entry.quote == "…" + "字" * 60 + "一盘棋" + "字" * 60 + "…"
    assert entry.quote[slice(*entry.mark)] == "一盘棋"


def test_collecting_ends_once_nobody_waits() -> None:
    assert collect(FakeText("一盘棋"), TERMS.get, lambda: False) == []


FULL = term(
    "all",
    "一盘棋",
    "yī pán qí",
    english=NASTY,
    explanation="1. first\nsecond\tthird",
    chinese="- 说明",
    literal=NASTY,
    since="@2014",
    variants=("全国一盘棋",),
    members=(Member("金<b>融", ("jīn", "róng"), "#finance"),),
    collocations=("下好～",),
)
ENTRY = Entry(FULL, 2, "“<一盘棋>”\t是\n什么", (2, 5))
SHEET = Sheet("“<t>", [ENTRY])


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.languages: dict[str, str] = {}
        self.text = ""
        self.language: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.language = dict(attrs).get("lang")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.language:
            self.languages.setdefault(data.strip(), self.language)


def read_html(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def test_html_shows_everything_literally_and_needs_no_other_file() -> None:
    page = "\n".join(termsheet.html(SHEET))
    reader = read_html(page)
    assert "script" not in reader.tags
    assert "a" not in reader.tags
    assert reader.tags.count("b") == 0
    for text in (NASTY, "金<b>融", "#finance", "Terms in ““<t>”", "×2", "下好一盘棋"):
        assert text in reader.text
    assert reader.languages["yīpánqí"] == "zh-Latn-pinyin"
    assert reader.languages["- 说明"] == "zh-Hans"
    assert reader.languages[NASTY] == "en"
    assert "--page: #ffffff" in page, "our colours"
    assert "url(" not in page
    assert "src=" not in page.replace("default-src=", "")


def test_markdown_reads_back_as_what_was_meant() -> None:
    html = MarkdownIt("commonmark").enable("table").render("\n".join(termsheet.markdown(SHEET)))
    reader = read_html(html)
    assert set(reader.tags) == {"h1", "h2", "p", "strong", "ul", "li", "blockquote"}
    for text in (NASTY, "1. first second third", "- 说明", "金<b>融 jīnróng #finance"):
        assert text in reader.text
    assert reader.tags.count("li") == 1


def test_cells_are_no_formulas() -> None:
    text = "\n".join(termsheet.csv(SHEET)).removeprefix("\ufeff")
    head, row = csv.reader(io.StringIO(text, newline=""))
    assert head[0] == "Term"
    assert dict(zip(head, row, strict=True))["English"] == "'" + NASTY
    assert dict(zip(head, row, strict=True))["Since"] == "'@2014"
    assert dict(zip(head, row, strict=True))["Times"] == "2"


def test_anki_gets_a_note_a_line_and_as_many_fields_as_columns() -> None:
    hash_first = ENTRY._replace(term=FULL._replace(headword="#一盘棋"))
    lines = list(termsheet.anki(SHEET._replace(entries=[ENTRY, hash_first])))
    assert lines[:2] == ["#separator:tab", "#html:true"]
    columns = lines[2].removeprefix("#columns:").split("\t")
    assert columns[:3] == ["Term", "Pinyin", "English"]
    for line in lines[3:]:
        assert "\n" not in line
        assert '"' not in line, "a quotation mark would begin a quoted field"
        assert not line.startswith("#")
        assert len(line.split("\t")) == len(columns)
    fields = dict(zip(columns, lines[3].split("\t"), strict=True))
    assert read_html(fields["English"]).text == NASTY
    assert fields["Explanation"] == "1. first<br>second third"
    assert fields["First place"] == "“&lt;<b>一盘棋</b>&gt;” 是 什么"


def test_only_what_is_needed() -> None:
    short = SHEET._replace(full=False, labels=Labels(english="英语"))
    assert list(termsheet.anki(short))[2] == "#columns:Term\tPinyin\t英语\tFirst place\tTimes"
    for render in (termsheet.html, termsheet.markdown):
        assert "说明" not in "\n".join(render(short))
