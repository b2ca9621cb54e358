"""A text that comes out differently keeps its marks in the right place, or says that it cannot."""

import pytest

from reader.domain.document import Decisions
from reader.domain.errors import DocumentUnknown
from reader.domain.marks import anchor_at
from reader.domain.places import Span
from reader.storage.database import Database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from tests.storage.samples import NOON, TEXTS, document, source

SPAN = Span(2, 1, 4)
ANCHOR = anchor_at(TEXTS[2], SPAN)


def test_marks_move_with_their_words(library: LibraryStore, marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "好", [], NOON)
    mark = marks.add_bookmark(page, ANCHOR, "名", NOON)
    new = document("新的标题", *TEXTS)
    library.replace(page, new, Decisions())
    wanted = anchor_at(TEXTS[2], Span(3, 1, 4))
    (moved_note,), (moved_mark,) = marks.notes(page), marks.bookmarks(page)
    assert (moved_note.anchor, moved_mark.anchor) == (wanted, wanted)
    assert (moved_note.id, moved_note.changed, moved_note.orphan) == (note.id, NOON, False)
    assert moved_mark.id == mark.id
    assert marks.damaged() == []


def test_an_orphan_keeps_its_anchor_and_finds_home(
    library: LibraryStore, marks: MarkStore, page: int
) -> None:
    note = marks.add_note(page, ANCHOR, "好", [], NOON)
    library.replace(page, document(TEXTS[0], "完全不同的一段话。"), Decisions())
    (orphan,) = marks.notes(page)
    assert (orphan.orphan, orphan.anchor) == (True, ANCHOR)
    assert marks.damaged() == []
    library.replace(page, document(), Decisions())
    assert marks.notes(page) == [note]


def test_a_quote_that_stands_twice_alike_is_not_guessed(
    library: LibraryStore, marks: MarkStore, page: int
) -> None:
    marks.add_note(page, ANCHOR, "好", [], NOON)
    library.replace(page, document("题", TEXTS[2], "别", TEXTS[2]), Decisions())
    assert [note.orphan for note in marks.notes(page)] == [True]


def test_marks_in_the_bin_move_too(library: LibraryStore, marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "好", [], NOON)
    marks.remove_note(note.id, NOON)
    library.replace(page, document("新的标题", *TEXTS), Decisions())
    marks.restore_note(note.id)
    assert marks.notes()[0].anchor.span == Span(3, 1, 4)


def test_marks_of_other_texts_stay(library: LibraryStore, marks: MarkStore, page: int) -> None:
    other = library.add(source("other"), document(), Decisions())
    note = marks.add_note(other, ANCHOR, "好", [], NOON)
    library.replace(page, document("无", "关"), Decisions())
    assert marks.notes() == [note]


def test_lone_surrogates_in_the_new_text_do_not_lose_a_mark(
    library: LibraryStore, marks: MarkStore, page: int
) -> None:
    library.replace(page, document("题", "甲\ud800乙丙丁"), Decisions())
    (_, paragraph) = library.paragraphs(page, 0, 2)
    anchor = anchor_at(paragraph.text, Span(1, 1, 3))
    note = marks.add_note(page, anchor, "", [], NOON)
    library.replace(page, document("题", "甲\ud800乙丙丁", "多"), Decisions())
    assert marks.notes() == [note]


def test_a_damaged_mark_stays_reported_after_moving(
    database: Database, library: LibraryStore, marks: MarkStore, page: int
) -> None:
    note = marks.add_note(page, ANCHOR, "stable", [], NOON)
    with database.write() as writer:
        writer.execute("UPDATE marks SET text = 'stabla'")
    library.replace(page, document("新的标题", *TEXTS), Decisions())
    assert marks.notes()[0].anchor.span == Span(3, 1, 4)
    assert [mark.id for mark in marks.damaged()] == [note.id]


def test_replacing_is_all_or_nothing(
    library: LibraryStore, marks: MarkStore, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = marks.add_note(page, ANCHOR, "好", [], NOON)

    def stumble(*_: object, **__: object) -> None:
        raise RuntimeError("the last step fails")

    monkeypatch.setattr("reader.storage.mark_table.save", stumble)
    with pytest.raises(RuntimeError):
        library.replace(page, document("新的标题", *TEXTS), Decisions())
    monkeypatch.undo()
    assert library.paragraphs(page, 0, 9) == list(document().paragraphs())
    assert marks.notes() == [note]


def test_nothing_is_written_for_an_unknown_text(library: LibraryStore, page: int) -> None:
    with pytest.raises(DocumentUnknown):
        library.replace(page + 1, document("无"), Decisions())
    assert len(library.cards()) == 1
