"""A file that was edited is the same text: its marks, corrections and repairs follow."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app import Program
from reader.domain.corrections import Wanted
from reader.domain.document import Decisions, RepairKind, TextEdit
from reader.domain.errors import TextThere
from reader.domain.marks import Colour, anchor_at
from reader.domain.overlay import NewWord
from reader.domain.places import Span
from reader.domain.versions import SourceMap
from reader.formats import from_text
from reader.language.respelling import respeller
from reader.services.texts import Prepared, first_text, prepare_source
from reader.services.updating import carried

TEXT = first_text().read_text(encoding="utf-8")
EDITED = TEXT.replace("他强调，", "他在会上还强调，").replace(
    "习近平指出，长三角区域要加快完善", "长三角区域要加快完善"
)


def made(text: str, name: str = "page.md") -> Prepared:
    return prepare_source(from_text(name, text))


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with Program(tmp_path / "data", tmp_path / "cache") as program:
        yield program


@pytest.fixture
def page(program: Program) -> int:
    return program.texts.store(made(TEXT)).id


def place(program: Program, page: int, words: str) -> Span:
    return program.notebook.find_quote(page, words)


def test_an_edited_file_is_known_again(program: Program, page: int) -> None:
    other = program.texts.store(made("完全不同的一篇文章，讲的是别的事情。" * 20, "other.md"))
    found = program.updating.earlier(made(EDITED))
    assert found is not None
    assert found.id == page != other.id


def test_the_name_does_not_matter_where_most_is_the_same(program: Program, page: int) -> None:
    found = program.updating.earlier(made(EDITED, "clipboard"))
    assert found is not None
    assert found.id == page
    traditional = program.updating.earlier(made(respeller("traditional")(TEXT)))
    assert traditional is not None
    assert traditional.id == page


def test_the_same_bytes_are_no_later_version(program: Program, page: int) -> None:
    assert program.updating.earlier(made(TEXT)) is None
    assert program.texts.store(made(TEXT)).id == page


def test_another_text_of_the_same_name_is_another_text(program: Program, page: int) -> None:
    assert program.updating.earlier(made("今天天气很好，我们去公园散步吧。" * 9)) is None
    assert len(program.texts.cards()) == 1


def test_marks_corrections_repairs_and_the_place_follow(program: Program, page: int) -> None:
    words = "率先形成更高层次改革"
    note, _ = program.notebook.add_note(page, place(program, page, words), "重要", ["改革"])
    gone = place(program, page, "习近平指出，长三角区域要加快完善")
    (lost,), _ = program.notebook.add_highlights(page, [gone], Colour.GREEN)
    span = place(program, page, "扬所长")
    text = program.library.paragraphs(page, span.paragraph, span.paragraph + 1)[0].text
    here = Span(span.paragraph, span.start, span.start + 3)
    program.corrections.make(
        [
            Wanted(
                (NewWord("扬", ("yáng",)), NewWord("所长", ("suǒ", "cháng"))),
                page,
                anchor_at(text, here),
            )
        ]
    )
    repairs = program.library.repairs(page)
    repair = next(one for one in repairs if one.kind is RepairKind.JOINED)
    program.texts.undo_repair(page, repair.key)
    undone = program.library.decisions(page).undone
    assert undone
    program.library.set_position(page, 9, 0.5)
    reading = program.library.paragraphs(page, 9, 10)[0].text

    updated = program.updating.update(page, made(EDITED))

    assert (updated.card.id, len(program.texts.cards())) == (page, 1)
    assert (updated.followed.kept, updated.followed.lost) == (2, 1)
    (moved,) = program.notebook.notes(page)
    assert (moved.id, moved.orphan, moved.anchor.quote) == (note.id, False, words)
    assert moved.anchor.span == place(program, page, words)
    (orphan,) = program.notebook.highlights(page)
    assert (orphan.id, orphan.orphan, orphan.anchor) == (lost.id, True, lost.anchor)
    (correction,) = program.corrections.all()
    assert correction.wanted.anchor is not None
    assert correction.wanted.anchor.span == place(program, page, "扬所长")
    kept = program.library.decisions(page).undone
    assert len(kept) == len(undone)
    assert not kept & {repair.key for repair in program.library.repairs(page)}
    paragraph, fraction = program.library.position(page)
    assert fraction == 0.5
    assert program.library.paragraphs(page, paragraph, paragraph + 1)[0].text[-20:] == reading[-20:]


def test_an_update_taken_back_leaves_everything_as_it_was(program: Program, page: int) -> None:
    program.notebook.add_note(page, place(program, page, "率先形成更高层次改革"), "重要", [])
    gone = place(program, page, "习近平指出，长三角区域要加快完善")
    program.notebook.add_highlights(page, [gone], Colour.GREEN)
    program.library.set_position(page, 5, 0.25)
    marks = program.notebook.notes(page), program.notebook.highlights(page)
    source, shown = program.library.source(page), program.library.paragraphs(page, 0, 999)
    updated = program.updating.update(page, made(EDITED))
    again = program.updating.take_back(page, updated.before)
    assert (program.notebook.notes(page), program.notebook.highlights(page)) == marks
    assert program.library.source(page) == source
    assert program.library.paragraphs(page, 0, 999) == shown
    assert program.library.position(page) == (5, 0.25)
    program.updating.take_back(page, again.before)
    assert program.library.source(page).text == EDITED
    assert program.marks.damaged() == []
    assert program.library.damaged() == []


def test_a_version_that_is_another_text_already_changes_nothing(
    program: Program, page: int
) -> None:
    other = program.texts.store(made(EDITED, "other.md"))
    with pytest.raises(TextThere):
        program.updating.update(page, made(EDITED))
    assert program.library.source(page).text == TEXT
    assert program.library.source(other.id).text == EDITED


def test_a_text_in_other_characters_keeps_its_marks(program: Program, page: int) -> None:
    words = "推动长三角一体化发展取得新的重大突破"
    program.notebook.add_note(page, place(program, page, words), "重要", [])
    program.updating.update(page, made(respeller("taiwan")(TEXT)))
    (note,) = program.notebook.notes(page)
    assert (note.orphan, note.anchor.quote) == (False, "推動長三角一體化發展取得新的重大突破")
    program.updating.update(page, made(TEXT + "\n\n完。"))
    (note,) = program.notebook.notes(page)
    assert (note.orphan, note.anchor.quote) == (False, words)


def test_decisions_are_carried_where_their_characters_are_the_same() -> None:
    old = "甲乙丙丁戊己庚辛壬癸。" * 2 + "子丑寅卯辰巳午未申酉戌亥。天地玄黄宇宙洪荒。"
    new = "新的第一句话。" + old.replace("寅卯", "寅冒")
    sources = SourceMap(old, new)
    at = old.index("玄")
    decisions = Decisions(
        frozenset({f"joined:{at}", f"folded:{old.index('卯')}", "strange"}),
        (TextEdit(at, 1, "元"), TextEdit(old.index("卯"), 1, "冒"), TextEdit(at + 1, 0, "色")),
    )
    there = new.index("玄")
    assert carried(decisions, sources) == Decisions(
        frozenset({f"joined:{there}"}), (TextEdit(there, 1, "元"), TextEdit(there + 1, 0, "色"))
    )


def test_an_open_text_that_has_just_become_shorter_can_still_be_asked(
    program: Program, page: int
) -> None:
    text = program.open_text(page)
    total = len(text.shape)
    program.updating.update(page, made("\n\n".join(TEXT.split("\n\n")[:9])))
    assert [text.paragraph(total - 1).text, text.words(total - 1)] == ["", ()]
