"""Marks out and in: what is read back is what was written, to the last character."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.document import Paragraph, ParagraphKind
from reader.domain.errors import FileEmpty
from reader.domain.mark_records import MarkMisfit, MarkRecord, columns, record
from reader.domain.marks import Anchor, Bookmark, Colour, Highlight, Mark, Note, Scope
from reader.domain.places import Span
from reader.formats.annotations import WRITERS, annotated, read, vault, web
from reader.formats.annotations.faults import MarksKindUnknown, MarksRefused

SCHEMA = Path(__file__).parent / "web-annotation.schema.json"
validate = fastjsonschema.compile(json.loads(SCHEMA.read_text(encoding="utf-8")))
TIME = datetime(2026, 3, 1, 8, 30, 5, 123456, UTC)
ID, OTHER = "0190" + "a" * 28, "0191" + "b" * 28
SHA = "c" * 64
PLACE = Anchor(Span(3, 1, 4), "长三角", "在", "一体化")

text = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
) | st.sampled_from(
    ["=1+1", "+x", "-x", "@x", "\tx", "\rx", "＝x", "'=x", "a\n\nb", '"', ",", "a;b"]
)
numbers = st.integers(0, 100_000)
times = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
ids = st.text("0123456789abcdef", min_size=32, max_size=32)
tags = st.lists(text.filter(bool), max_size=3, unique=True).map(tuple)
anchors = st.builds(
    lambda paragraph, start, quote, before, after: Anchor(
        Span(paragraph, start, start + len(quote)), quote, before, after
    ),
    numbers, numbers, text, text, text,
)  # fmt: skip
spans = st.tuples(times, st.timedeltas(timedelta(0), timedelta(9000))).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
notes = st.builds(
    lambda i, a, t, g, s, o, scope, word: Note(
        i, 0, a, t, g, s[0], s[1], o, scope, word or "词" if scope is Scope.EVERYWHERE else ""
    ),
    ids, anchors, text, tags, spans, st.booleans(), st.sampled_from(Scope), text,
)  # fmt: skip
bookmarks = st.builds(
    lambda i, a, n, s, o, g, r: Bookmark(i, 0, a, n, s[0], s[1], o, g, r),
    ids, anchors, text, spans, st.booleans(), tags, numbers,
)  # fmt: skip
highlights = st.builds(
    lambda i, a, c, s, o, g: Highlight(i, 0, a, c, s[0], s[1], o, g),
    ids, anchors, st.sampled_from(Colour), spans, st.booleans(), tags,
)  # fmt: skip
records = st.builds(
    MarkRecord,
    notes | bookmarks | highlights,
    st.sampled_from(["", SHA]),
    text,
    text,
)


def note(words: str, identifier: str = ID, **changes: object) -> MarkRecord:
    made = Note(identifier, 0, PLACE, words, ("经济",), TIME, TIME)
    for name, value in changes.items():
        object.__setattr__(made, name, value)
    return MarkRecord(made, SHA, "第一版", "要闻")


def written(format_: str, given_: list[MarkRecord]) -> bytes:
    return "\n".join(WRITERS[format_](given_)).encode()


@given(records)
def test_columns_hold_everything(one: MarkRecord) -> None:
    assert record(columns(one)) == one


@pytest.mark.parametrize("format_", sorted(WRITERS))
@given(given_=st.lists(records, min_size=1, max_size=4))
def test_files_read_back_exactly(format_: str, given_: list[MarkRecord]) -> None:
    assert read(written(format_, given_), "x") == given_


@given(st.lists(records, max_size=3))
def test_json_is_what_the_model_says(given_: list[MarkRecord]) -> None:
    page = json.loads(written("json", given_))
    validate(page)
    assert len(page["items"]) == len(given_)


def test_the_schema_can_fail() -> None:
    page = json.loads(written("json", [note("x")]))
    del page["items"][0]["target"]
    with pytest.raises(fastjsonschema.JsonSchemaException, match="target"):
        validate(page)


@given(st.lists(records, min_size=1, max_size=3))
def test_no_cell_is_a_formula(given_: list[MarkRecord]) -> None:
    source = written("csv", given_).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(source, newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


HYPOTHESIS = {
    "annotations": [
        {
            "created": "2026-03-01T08:30:05.123456+00:00",
            "updated": "2026-03-02T08:30:05+00:00",
            "uri": "https://example.org/1",
            "text": "为什么？",
            "tags": ["问题"],
            "document": {"title": ["第一版"]},
            "target": [
                {
                    "source": "https://example.org/1",
                    "selector": [
                        {"type": "TextPositionSelector", "start": 5, "end": 8},
                        {"type": "TextQuoteSelector", "exact": "长三角", "prefix": "在", "suffix": "一体"},
                    ],
                }
            ],
        },
        {"created": "2026-03-01T08:30:05Z", "updated": "", "text": "", "tags": [], "uri": "u",
         "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "角"}]}]},
    ]
}  # fmt: skip


def test_what_hypothesis_exports_is_read() -> None:
    first, second = read(json.dumps(HYPOTHESIS).encode(), "x.json")
    assert isinstance(first.mark, Note)
    assert (first.mark.text, first.mark.tags, first.title) == ("为什么？", ("问题",), "第一版")
    assert first.mark.anchor == Anchor(Span(0, 0, 0), "长三角", "在", "一体")
    assert first.mark.changed.day == 2
    assert isinstance(second.mark, Highlight)
    assert second.mark.anchor.quote == "角"


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/anno1",
    "type": "Annotation",
    "motivation": "highlighting",
    "body": ["看这里", {"type": "TextualBody", "value": "数", "purpose": "tagging"}],
    "target": {
        "source": "http://example.org/page",
        "selector": {"type": "TextQuoteSelector", "exact": "长三角", "suffix": "一"},
    },
}


@pytest.mark.parametrize("wrap", ["alone", "page", "collection", "list"])
def test_annotations_made_elsewhere_are_read(wrap: str) -> None:
    wrapped: object = {
        "alone": FOREIGN,
        "page": {"type": "AnnotationPage", "items": [FOREIGN]},
        "collection": {"type": "AnnotationCollection", "first": {"items": [FOREIGN]}},
        "list": [FOREIGN],
    }[wrap]
    (one,) = read(json.dumps(wrapped).encode(), "x")
    assert isinstance(one.mark, Note)
    assert (one.mark.id, one.mark.text, one.mark.tags) == ("", "看这里", ("数",))
    assert one.mark.anchor.after == "一"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"items": [5]}', "annotation 1"),
        (b'{"items": [{"target": 5}]}', "annotation 1"),
        (b'{"annotations": [{"target": [5]}]}', "annotation 1"),
        (b'{"items": [{"target": "x", "created": "yesterday"}]}', "no time"),
        (b'kind,tags\nnote,"[1]"', "line 2"),
        (b"kind,id\nnote,xyz", "no id"),
        (b"kind\nnote\npoem", "line 3"),
        (b"kind,start,end\nnote,5,2", "before it begins"),
        (b"kind,start\nnote,99999999999999", "no number"),
        (b"title\nx", "no column"),
        (b"kind,scope\nnote,everywhere", "names that word"),
        (b'kind,text\nnote,"', "line 2"),
    ],
)
def test_bad_files_are_told_with_the_place(data: bytes, told: str) -> None:
    with pytest.raises(MarksRefused, match=told):
        read(data, "x")


def test_other_files_are_refused() -> None:
    with pytest.raises(MarksKindUnknown):
        read(b'{"a": 1}', "x")
    with pytest.raises(FileEmpty):
        read(b" \n", "x")
    with pytest.raises(MarkMisfit):
        record({})


LINKED = f"看[那里](xidu:mark/{OTHER})和 xidu:mark/{OTHER}\n# 不是标题"


def test_a_vault_of_obsidian() -> None:
    names = {ID: "第一版", OTHER: "第二版"}
    lines = list(vault.obsidian('第"一"版', [note(LINKED)], names))
    assert lines[:5] == ["---", 'title: "第\\"一\\"版"', f"source: xidu:text/{SHA}", "tags: [xidu]", "---"]  # fmt: skip
    assert "## 要闻" in lines
    assert "> 长三角" in lines
    assert f"看[[第二版#^{OTHER}|那里]]和 [[第二版#^{OTHER}]]" in lines
    assert "\\# 不是标题" in lines
    assert lines[-1] == f"note · 2026-03-01 · #经济 ^{ID}"


def test_a_vault_of_logseq() -> None:
    lines = list(vault.logseq("第一版", [note(LINKED)], {OTHER: "第二版"}))
    uuid = f"{OTHER[:8]}-{OTHER[8:12]}-{OTHER[12:16]}-{OTHER[16:20]}-{OTHER[20:]}"
    assert lines[:4] == ["title:: 第一版", "tags:: xidu", "", "- ## 要闻"]
    assert lines[4] == "  - > 长三角"
    assert lines[5].startswith("    id:: 0190aaaa-")
    assert f"    看[那里]((({uuid})))和 (({uuid}))" in lines


def test_plain_markdown_tells_quote_note_place_and_date() -> None:
    lost = note("走失了", orphan=True)
    everywhere = note("多音字", scope=Scope.EVERYWHERE, word="长")
    lines = list(vault.plain("第一版", [note("好"), everywhere, lost], {}))
    assert lines == [
        "# 第一版", "", "## 要闻", "", "> 长三角", "", "好", "", "*note · 2026-03-01 · 经济*",
        "", "**长**", "", "多音字", "", "*note, everywhere · 2026-03-01 · 经济*",
        "", "> 长三角", "", "走失了", "", "*note · 2026-03-01 · 经济 · no certain place*",
    ]  # fmt: skip


def test_a_text_with_its_marks() -> None:
    paragraphs = [
        Paragraph(ParagraphKind.TITLE, "标题"),
        Paragraph(ParagraphKind.BODY, "甲*乙丙丁。"),
    ]

    def at(start: int, end: int) -> Anchor:
        return Anchor(Span(1, start, end), "", "", "")

    lit: list[Mark] = [
        Highlight(ID, 0, at(*ends), Colour.PINK, TIME, TIME) for ends in ((1, 3), (2, 4))
    ]
    said = Note(ID, 0, at(2, 4), "一\n二", ("数",), TIME, TIME)
    lost = Note(ID, 0, Anchor(Span(0, 0, 9), "不见了", "", ""), "哪儿？", (), TIME, TIME, True)
    given_ = [MarkRecord(mark, SHA, "", "") for mark in (*lit, said, lost)]
    assert list(annotated.lines(paragraphs, given_)) == [
        "# 标题", "", "甲==\\*乙丙==[^1]丁。", "",
        "[^1]: 一", "    二 #数", "[^2]: “不见了”: 哪儿？",
    ]  # fmt: skip


def test_a_page_shows_markup_as_it_was_written() -> None:
    page = "\n".join(web.lines([("<b>", [note("<script>x</script>")])], "&"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<h1>&lt;b&gt;</h1>" in page
    assert "default-src 'none'" in page


def test_writing_takes_one_mark_at_a_time() -> None:
    given_: list[int] = []

    def many() -> Iterator[MarkRecord]:
        for number in range(3):
            given_.append(number)
            yield note(str(number))

    lines = WRITERS["json"](many())
    next(lines)
    assert len(given_) <= 1
