"""Bookmarks and notes: kept exactly, taken back, and proved by their digests."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reader.domain.errors import DocumentUnknown
from reader.domain.mark_ports import Marks
from reader.domain.marks import Anchor, Note, anchor_at
from reader.domain.places import Span
from reader.storage.database import Database, open_database
from reader.storage.mark_rows import new_id
from reader.storage.marks import MarkStore
from tests.storage.samples import ANCHOR, NOON, TEXTS, Entropy
from tests.storage.test_library import TEXT

LATER = NOON + timedelta(days=1)


def test_it_keeps_marks(marks: MarkStore) -> None:
    as_port: Marks = marks
    assert as_port.notes() == []
    assert as_port.bookmarks() == []


def test_a_note_survives_a_restart(tmp_path: Path, database: Database, page: int) -> None:
    made = MarkStore(database).add_note(page, ANCHOR, "稳", ["经济", "a,b"], NOON)
    database.close()
    with open_database(tmp_path) as again:
        assert MarkStore(again).notes() == [made]
    assert made == Note(made.id, page, ANCHOR, "稳", ("经济", "a,b"), NOON, NOON)


def test_a_note_changes(marks: MarkStore, page: int) -> None:
    made = marks.add_note(page, ANCHOR, "一", [], NOON)
    changed = marks.change_note(made.id, "二", ["新"], LATER)
    assert marks.notes(page) == [changed]
    assert (changed.text, changed.tags, changed.created, changed.changed) == (
        "二",
        ("新",),
        NOON,
        LATER,
    )


def test_a_bookmark_is_named_and_renamed(marks: MarkStore, page: int) -> None:
    made = marks.add_bookmark(page, ANCHOR, "开头", NOON)
    renamed = marks.rename_bookmark(made.id, "新名", LATER)
    assert marks.bookmarks() == marks.bookmarks(page) == [renamed]
    assert (renamed.name, renamed.anchor, renamed.changed) == ("新名", ANCHOR, LATER)
    assert marks.notes() == []


def test_reading_order(marks: MarkStore, page: int) -> None:
    places = [(2, 0), (0, 3), (1, 5), (0, 1)]
    for paragraph, start in places:
        anchor = anchor_at(TEXTS[paragraph], Span(paragraph, start, start + 1))
        marks.add_note(page, anchor, "", [], NOON)
    found = [(n.anchor.span.paragraph, n.anchor.span.start) for n in marks.notes()]
    assert found == sorted(places)


def test_the_bin(marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "一", ["t"], NOON)
    mark = marks.add_bookmark(page, ANCHOR, "名", NOON)
    marks.remove_note(note.id, LATER)
    marks.remove_bookmark(mark.id, LATER + timedelta(hours=1))
    marks.remove_note(note.id, LATER + timedelta(days=9))  # again: the first time counts
    assert marks.notes() == []
    assert marks.bookmarks() == []
    assert marks.removed() == [(mark, LATER + timedelta(hours=1)), (note, LATER)]
    assert marks.damaged() == []
    marks.restore_note(note.id)
    marks.restore_bookmark(mark.id)
    assert (marks.notes(), marks.bookmarks(), marks.removed()) == ([note], [mark], [])


def test_what_lies_in_the_bin_is_not_changed(marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "一", [], NOON)
    marks.remove_note(note.id, NOON)
    with pytest.raises(KeyError):
        marks.change_note(note.id, "二", [], NOON)
    assert marks.removed() == [(note, NOON)]


def test_purging_takes_only_what_is_old(marks: MarkStore, page: int) -> None:
    old, young, live = (marks.add_note(page, ANCHOR, text, [], NOON) for text in "甲乙丙")
    marks.remove_note(old.id, NOON)
    marks.remove_note(young.id, LATER)
    assert marks.purge(LATER) == 1
    assert [mark for mark, _ in marks.removed()] == [young]
    assert marks.notes() == [live]


def test_a_clock_put_back_makes_no_change_before_the_beginning(marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "一", [], NOON)
    changed = marks.change_note(note.id, "二", [], NOON.replace(year=2001))
    assert changed.changed == changed.created == NOON


def test_times_are_kept_in_utc_to_the_microsecond(marks: MarkStore, page: int) -> None:
    local = datetime(2026, 7, 4, 20, 0, 0, 1, tzinfo=timezone(timedelta(hours=8)))
    note = marks.add_note(page, ANCHOR, "", [], local)
    assert note.created == local
    assert note.created.tzinfo == UTC
    with pytest.raises(ValueError, match="aware"):
        marks.add_note(page, ANCHOR, "", [], local.replace(tzinfo=None))


def test_unknown_things_are_named(marks: MarkStore, page: int) -> None:
    with pytest.raises(DocumentUnknown):
        marks.add_note(page + 1, ANCHOR, "", [], NOON)
    bookmark = marks.add_bookmark(page, ANCHOR, "", NOON)
    with pytest.raises(KeyError):  # the id of a bookmark is not the id of a note
        marks.remove_note(bookmark.id, NOON)
    with pytest.raises(KeyError):
        marks.restore_note("nothing")
    assert marks.bookmarks() == [bookmark]


def test_ids_sort_by_time() -> None:
    times = [NOON.replace(year=1960), NOON, NOON + timedelta(milliseconds=1), LATER]
    ids = [new_id(time, Entropy()(10)) for time in times]
    assert ids == sorted(ids)
    assert {len(identifier) for identifier in ids} == {32}
    assert new_id(NOON, bytes(10)) != new_id(NOON, b"\0" * 9 + b"\1")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=TEXT, tag=TEXT, quote=TEXT)
def test_any_words_are_stored(
    database: Database, page: int, text: str, tag: str, quote: str
) -> None:
    marks = MarkStore(database)
    anchor = Anchor(Span(0, 0, len(quote)), quote, text, tag)
    made = marks.add_note(page, anchor, text, [tag], NOON)
    assert made in marks.notes(page)
    assert len(made.text) == len(text)
    assert len(made.anchor.quote) == len(quote)
    assert marks.damaged() == []


@pytest.mark.parametrize(
    "change",
    [
        "text = 'stabl'",
        "quote = 'x'",
        "tags = '[\"u\"]'",
        "ends = 5",
        "orphan = 1",
        "created = '2026-07-04T12:00:00.123457+00:00'",
        "digest = x'00'",
    ],
)
def test_a_mark_that_decayed_is_shown_and_reported(
    database: Database, marks: MarkStore, page: int, change: str
) -> None:
    sound = marks.add_note(page, ANCHOR, "fine", [], NOON)
    hurt = marks.add_note(page, ANCHOR, "stable", ["t"], NOON)
    assert marks.damaged() == []
    with database.write() as writer:
        writer.execute(f"UPDATE marks SET {change} WHERE id = ?", [hurt.id])
    assert {note.id for note in marks.notes()} == {sound.id, hurt.id}
    assert [(mark.id, mark.readable) for mark in marks.damaged()] == [(hurt.id, True)]


@pytest.mark.parametrize("change", ["created = 'never'", "tags = '[\"'", "tags = '1'"])
def test_a_mark_that_cannot_be_read_is_reported(
    database: Database, marks: MarkStore, page: int, change: str
) -> None:
    hurt = marks.add_note(page, ANCHOR, "stable", [], NOON)
    with database.write() as writer:
        writer.execute(f"UPDATE marks SET {change}")
    assert marks.notes() == []
    (report,) = marks.damaged()
    assert (report.id, report.readable, report.text) == (hurt.id, False, "stable")


def test_a_text_that_is_not_utf8_hides_no_note(
    database: Database, marks: MarkStore, page: int
) -> None:
    marks.add_note(page, ANCHOR, "fine", [], NOON)
    hurt = marks.add_note(page, ANCHOR, "stable", [], NOON)
    with database.write() as writer:
        writer.execute("UPDATE marks SET text = CAST(x'73ff' AS TEXT) WHERE id = ?", [hurt.id])
    assert [note.text for note in marks.notes()] == ["fine", "s\ufffd"]
    assert [mark.id for mark in marks.damaged()] == [hurt.id]


def test_moving_through_the_bin_does_not_make_a_damaged_mark_good(
    database: Database, marks: MarkStore, page: int
) -> None:
    note = marks.add_note(page, ANCHOR, "stable", [], NOON)
    with database.write() as writer:
        writer.execute("UPDATE marks SET text = 'stabla'")
    marks.remove_note(note.id, NOON)
    marks.restore_note(note.id)
    assert [mark.id for mark in marks.damaged()] == [note.id]
    marks.change_note(note.id, "mine again", [], NOON)
    assert marks.damaged() == []
