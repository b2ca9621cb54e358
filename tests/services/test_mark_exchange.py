"""Marks of a library out and back: into the same one, into another, and into one that changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app import Program
from reader.domain.document import Decisions, Document, Paragraph, ParagraphKind, Section, Source
from reader.domain.errors import FileUnwritable
from reader.domain.mark_records import MarkRecord
from reader.domain.marks import Colour, Mark, Note, Scope, anchor_at
from reader.domain.places import Span
from reader.formats.annotations import read
from reader.services.mark_export import Manner

TEXTS = {
    "第一版": ["标题", "长三角一体化发展的新篇章，由此开始。", "我们要走自己的路。"],
    "第/二:版": ["另一个标题", "长三角一体化发展的新篇章，由此开始。"],
}


def add(program: Program, title: str, paragraphs: list[str]) -> int:
    kinds = [ParagraphKind.TITLE] + [ParagraphKind.BODY] * (len(paragraphs) - 1)
    body = tuple(map(Paragraph, kinds, paragraphs))
    source = Source(title, title.encode(), "utf-8", "\n".join(paragraphs))
    return program.library.add(source, Document(title, (Section(title, body),)), Decisions())


def marked(program: Program) -> list[Mark]:
    """Every kind of mark in two texts."""
    first, second = (add(program, title, texts) for title, texts in TEXTS.items())
    book, marks = program.notebook, program.marks
    first_note, _ = book.add_note(first, Span(1, 0, 3), "看 **这里**", ["经济", "a, b"])
    book.add_note(first, Span(2, 3, 5), "=1+1", scope=Scope.SENTENCE)
    book.add_note(second, Span(0, 0, 2), "全文", scope=Scope.TEXT)
    book.add_note(second, Span(1, 0, 1), "多音字", scope=Scope.EVERYWHERE)
    bookmark, _ = book.add_bookmark(first, Span(2, 0, 0), "路")
    lit = anchor_at(TEXTS["第一版"][1], Span(1, 3, 6))
    marks.add_highlights(first, [lit], Colour.PINK, first_note.created)
    marks.rank_bookmarks({bookmark.id: 3})
    return everything(program)


def everything(program: Program) -> list[Mark]:
    return [*program.marks.notes(), *program.marks.bookmarks(), *program.marks.highlights()]


def out(program: Program, format_: str, document: int | None = None) -> list[MarkRecord]:
    lines = program.mark_export.lines(Manner(format_), "marks", document)
    return read("\n".join(lines).encode(), "x")


def without_numbers(marks: list[Mark]) -> list[str]:
    """Marks as far as they do not depend on how a library numbers its texts."""
    return sorted(repr(mark).replace(f"document={mark.document}", "") for mark in marks)


@pytest.fixture
def program(tmp_path: Path, shared_cache: Path) -> Iterator[Program]:
    with Program(tmp_path / "one", shared_cache) as made:
        yield made


@pytest.fixture
def other(tmp_path: Path, shared_cache: Path) -> Iterator[Program]:
    with Program(tmp_path / "other", shared_cache) as made:
        yield made


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_another_library_gets_the_same_marks(
    program: Program, other: Program, format_: str
) -> None:
    marks = marked(program)
    for title, texts in reversed(TEXTS.items()):
        add(other, title, texts)
    records = out(program, format_)
    plan = other.mark_import.plan(records)
    assert (len(plan.new), plan.there, plan.orphans, plan.unknown) == (len(marks), 0, 0, [])
    other.mark_import.carry_out(plan)
    assert without_numbers(everything(other)) == without_numbers(marks)
    again = other.mark_import.plan(records)
    assert (again.new, again.newer, again.there) == ([], [], len(marks))
    assert out(other, format_) != []


def test_what_is_there_already_stays_and_what_was_removed_comes_back(program: Program) -> None:
    marks = marked(program)
    records = out(program, "json")
    note = next(mark for mark in marks if isinstance(mark, Note) and mark.text == "看 **这里**")
    program.notebook.change_note(note, "后来写的", [])
    program.notebook.remove([marks[1]])
    plan = program.mark_import.plan(records)
    assert [mark.id for mark in plan.new] == [marks[1].id]
    assert (plan.newer, plan.there) == ([], len(marks) - 1)
    _, patches = program.notebook.recorded(lambda: program.mark_import.carry_out(plan))
    assert len(everything(program)) == len(marks)
    assert program.notebook.get([note.id])[0].text == "后来写的"  # type: ignore[union-attr]
    program.notebook.apply([patch.reversed() for patch in reversed(patches)])
    assert len(everything(program)) == len(marks) - 1


def test_a_newer_version_of_a_mark_takes_the_place_of_the_older(
    program: Program, other: Program
) -> None:
    marks = marked(program)
    for title, texts in TEXTS.items():
        add(other, title, texts)
    other.mark_import.carry_out(other.mark_import.plan(out(program, "json")))
    (note,) = other.notebook.get([marks[0].id])
    assert isinstance(note, Note)
    other.notebook.change_note(note, "新的话", ["新"])
    plan = program.mark_import.plan(out(other, "json"))
    assert [mark.id for mark in plan.newer] == [marks[0].id]
    program.mark_import.carry_out(plan)
    (changed,) = program.notebook.get([marks[0].id])
    assert isinstance(changed, Note)
    assert (changed.text, changed.tags) == ("新的话", ("新",))


def test_a_mark_whose_place_is_not_certain_is_an_orphan(program: Program, other: Program) -> None:
    marked(program)
    add(other, "第一版", ["标题", "完全不同的一段话。", "我们要走自己的路。"])
    plan = other.mark_import.plan(out(program, "json", 1))
    other.mark_import.carry_out(plan)
    assert plan.orphans == 2
    lost = [mark for mark in everything(other) if mark.orphan]
    assert {mark.anchor.quote for mark in lost} == {"长三角", "一体化"}
    assert len(out(other, "json")) == len(out(program, "json", 1))


def test_marks_of_texts_that_are_not_there_are_told(program: Program, other: Program) -> None:
    marks = marked(program)
    assert len(other.mark_import.plan(out(program, "json")).unknown) == len(marks)


def test_annotations_without_ids_are_taken_in_once(program: Program) -> None:
    add(program, "第一版", TEXTS["第一版"])
    row = {"text": "为什么？", "document": {"title": ["第一版"]}, "target": [
        {"selector": [{"type": "TextQuoteSelector", "exact": "自己的路", "prefix": "要走", "suffix": "。"}]}
    ]}  # fmt: skip
    records = read(json.dumps({"annotations": [row]}).encode(), "x")
    program.mark_import.carry_out(program.mark_import.plan(records))
    (note,) = program.marks.notes()
    assert note.anchor == anchor_at(TEXTS["第一版"][2], Span(2, 4, 8))
    assert program.mark_import.plan(records).there == 1


@pytest.mark.parametrize(
    ("manner", "files"),
    [
        (Manner("md", "obsidian"), {"第一版.md", "第 二 版.md"}),
        (Manner("md", "logseq"), {"第一版.md", "第 二 版.md"}),
        (Manner("md", whole=True), {"第一版.md", "第 二 版.md"}),
        (Manner("json"), {"第一版.json", "第 二 版.json"}),
        (Manner("csv"), {"第一版.csv", "第 二 版.csv"}),
        (Manner("html"), {"第一版.html", "第 二 版.html"}),
    ],
)
def test_a_file_a_text(program: Program, tmp_path: Path, manner: Manner, files: set[str]) -> None:
    marked(program)
    written = program.mark_export.write_each(tmp_path / "vault", manner)
    assert {path.name for path in written} == files
    assert {path.name for path in (tmp_path / "vault").iterdir()} == files
    assert "长三角" in (tmp_path / "vault" / written[0].name).read_text(encoding="utf-8")


def test_links_between_notes_lead_to_files_of_the_vault(program: Program, tmp_path: Path) -> None:
    marks = marked(program)
    second = next(m for m in marks if isinstance(m, Note) and m.scope is Scope.TEXT)
    first = next(m for m in marks if isinstance(m, Note) and m.text == "看 **这里**")
    program.notebook.change_note(first, f"见[那里](xidu:mark/{second.id})", [])
    program.mark_export.write_each(tmp_path, Manner("md", "obsidian"))
    page = (tmp_path / "第一版.md").read_text(encoding="utf-8")
    assert f"见[[第 二 版#^{second.id}|那里]]" in page
    assert f"^{second.id}" in (tmp_path / "第 二 版.md").read_text(encoding="utf-8")


def test_where_one_file_fails_none_is_changed(program: Program, tmp_path: Path) -> None:
    marked(program)
    (tmp_path / "第 二 版.md").mkdir()
    (tmp_path / "第一版.md").write_text("before", encoding="utf-8")
    with pytest.raises(FileUnwritable):
        program.mark_export.write_each(tmp_path, Manner())
    assert (tmp_path / "第一版.md").read_text(encoding="utf-8") == "before"


def test_texts_of_one_title_get_files_of_their_own(program: Program, tmp_path: Path) -> None:
    for number in range(2):
        identifier = program.library.add(
            Source("x", str(number).encode(), "utf-8", "字"),
            Document("同名", (Section("", (Paragraph(ParagraphKind.BODY, "字"),)),)),
            Decisions(),
        )
        program.notebook.add_note(identifier, Span(0, 0, 1), "话")
    files = program.mark_export.write_each(tmp_path, Manner())
    assert len(set(files)) == 2
