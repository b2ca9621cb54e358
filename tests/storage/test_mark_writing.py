"""What is written to marks besides their words: tags, ranks, scopes, links; all of it undone."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from reader.domain.drafts import Draft
from reader.domain.mark_changes import MarkPatch, undoing
from reader.domain.marks import Anchor, Colour, Scope, anchor_at
from reader.domain.places import Span
from reader.storage import mark_index
from reader.storage.colour_meanings import ColourMeaningStore
from reader.storage.database import Database, open_database
from reader.storage.drafts import DraftStore
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from tests.storage.samples import ANCHOR, DECISIONS, NOON, TEXTS, document

LATER = NOON + timedelta(days=1)


def test_every_kind_has_tags(marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "一", ["甲", "乙", "甲"], NOON)
    bookmark = marks.add_bookmark(page, ANCHOR, "二", NOON, tags=["甲"])
    (highlight,) = marks.add_highlights(page, [ANCHOR], Colour.PINK, NOON)
    assert note.tags == ("甲", "乙")
    marks.change_tags({highlight.id: ["甲"], bookmark.id: []}, LATER)
    assert [mark.tags for mark in marks.get([note.id, bookmark.id, highlight.id])] == [
        ("甲", "乙"),
        (),
        ("甲",),
    ]
    assert marks.tags() == {"甲": 2, "乙": 1}
    marks.remove([note.id], LATER)
    assert marks.tags() == {"甲": 1}
    marks.restore([note.id])
    assert marks.tags() == {"甲": 2, "乙": 1}
    assert marks.rename_bookmark(bookmark.id, "三", LATER).tags == ()
    assert marks.damaged() == []


def test_all_or_nothing(marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "一", [], NOON)
    with pytest.raises(KeyError):
        marks.change_tags({note.id: ["甲"], "missing": ["甲"]}, LATER)
    with pytest.raises(KeyError):
        marks.remove([note.id, "missing"], LATER)
    assert marks.notes() == [note]
    assert marks.tags() == {}


def test_bookmarks_are_put_in_order(marks: MarkStore, page: int) -> None:
    first, second = (marks.add_bookmark(page, ANCHOR, name, NOON) for name in "一二")
    assert (first.rank, second.rank) == (0, 0)
    marks.rank_bookmarks({second.id: 1, first.id: 2})
    third = marks.add_bookmark(page, ANCHOR, "三", NOON)
    assert [mark.rank for mark in marks.bookmarks(page)] == [2, 1, 3]
    assert third.rank == 3


def test_a_note_on_a_word_everywhere(tmp_path: Path, marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "看", [], NOON, scope=Scope.EVERYWHERE, word="经济")
    assert (note.scope, note.word) == (Scope.EVERYWHERE, "经济")
    whole = marks.add_note(page, ANCHOR, "全", [], NOON, scope=Scope.TEXT)
    with open_database(tmp_path) as again:
        assert MarkStore(again).everywhere() == [note]
        assert MarkStore(again).notes() == [note, whole]
    changed = marks.change_note(note.id, "看", [], LATER, scope=Scope.SPAN)
    assert (changed.scope, changed.word, marks.everywhere()) == (Scope.SPAN, "", [])


def test_what_needs_no_place_is_no_orphan(
    library: LibraryStore, marks: MarkStore, page: int
) -> None:
    for scope in Scope:
        marks.add_note(page, ANCHOR, scope, [], NOON, scope=scope, word="经济")
    library.replace(page, document("别的话", "再没有什么了"), DECISIONS)
    assert {note.scope: note.orphan for note in marks.notes()} == {
        scope: scope not in {Scope.TEXT, Scope.EVERYWHERE} for scope in Scope
    }
    assert marks.damaged() == []


def test_a_mark_is_placed_by_hand(library: LibraryStore, marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "一", [], NOON)
    library.replace(page, document("别的话", "再没有什么了"), DECISIONS)
    (lost,) = marks.notes()
    assert (lost.orphan, lost.anchor) == (True, note.anchor)
    there = anchor_at("再没有什么了", Span(1, 3, 5))
    assert marks.move(note.id, there, LATER).anchor == there
    (found,) = marks.notes()
    assert (found.orphan, found.anchor, found.changed) == (False, there, LATER)


def test_links(database: Database, marks: MarkStore, page: int) -> None:
    goal = marks.add_note(page, ANCHOR, "终点", [], NOON)
    text = f"见 [那里](xidu:mark/{goal.id}) 和 xidu:text/{'a' * 16}?at=1.0-2。"
    note = marks.add_note(page, ANCHOR, text, [], NOON)
    marks.add_bookmark(page, ANCHOR, f"xidu:mark/{goal.id}", NOON)
    assert marks.linking_to(f"mark/{goal.id}") == [note]
    assert marks.linking_to(f"text/{'a' * 16}") == [note]
    changed = marks.change_note(note.id, "没有了", [], LATER)
    assert marks.linking_to(f"mark/{goal.id}") == []
    assert not mark_index.differs(database)
    assert changed.text == "没有了"


def test_the_index_is_made_again(database: Database, marks: MarkStore, page: int) -> None:
    goal = marks.add_note(page, ANCHOR, "一", ["甲"], NOON)
    note = marks.add_note(page, ANCHOR, f"XIDU:mark/{goal.id}", ["甲"], NOON)
    gone = marks.add_note(page, ANCHOR, "三", ["乙"], NOON)
    marks.remove([gone.id], NOON)
    assert not mark_index.differs(database)
    with database.write() as writer:
        writer.execute("DELETE FROM mark_tags")
        writer.execute("UPDATE mark_links SET mark = 99")
    assert mark_index.differs(database)
    mark_index.rebuild(database)
    assert not mark_index.differs(database)
    assert marks.tags() == {"甲": 2}
    assert marks.linking_to(f"mark/{goal.id}") == [note]


def test_purging_leaves_no_tags(database: Database, marks: MarkStore, page: int) -> None:
    note = marks.add_note(page, ANCHOR, "一", ["甲"], NOON)
    marks.remove([note.id], NOON)
    assert marks.purge(LATER) == 1
    assert database.rows("SELECT * FROM mark_tags") == []
    assert marks.removed() == []


def rows(database: Database) -> list[tuple[object, ...]]:
    return database.rows("SELECT * FROM marks WHERE deleted IS NULL ORDER BY id")


def test_everything_is_undone_exactly_and_done_again(
    database: Database, marks: MarkStore, page: int
) -> None:
    note = marks.add_note(page, ANCHOR, "一", ["甲"], NOON)
    mark = marks.add_bookmark(page, ANCHOR, "名", NOON)
    (green,) = marks.add_highlights(page, [ANCHOR], Colour.GREEN, NOON)
    elsewhere = anchor_at(TEXTS[2], Span(2, 0, 3))
    steps: list[Callable[[], object]] = [
        lambda: marks.change_note(note.id, "二", ["乙"], LATER, scope=Scope.PARAGRAPH),
        lambda: marks.rename_bookmark(mark.id, "新", LATER),
        lambda: marks.rank_bookmarks({mark.id: 4}),
        lambda: marks.recolour_highlights({green.id: Colour.BLUE}, LATER),
        lambda: marks.change_tags({green.id: ["丙"], mark.id: ["丙"]}, LATER),
        lambda: marks.move(note.id, elsewhere, LATER),
        lambda: marks.add_highlights(page, [elsewhere], Colour.PINK, LATER, replacing=[green.id]),
        lambda: marks.add_note(page, elsewhere, "新的", [], LATER, scope=Scope.TEXT),
        lambda: marks.remove([note.id, mark.id], LATER),
        lambda: marks.restore([note.id]),
    ]
    states, done = [rows(database)], list[list[MarkPatch]]()
    for step in steps:
        with marks.recording() as patches:
            step()
        done.append(patches)
        states.append(rows(database))
    assert all(before != after for before, after in pairwise(states))
    for patches, state in zip(reversed(done), states[-2::-1], strict=True):
        marks.apply(undoing(patches))
        assert rows(database) == state
    for patches, state in zip(done, states[1:], strict=True):
        marks.apply(patches)
        assert rows(database) == state
    assert marks.damaged() == []
    assert not mark_index.differs(database)


def test_undoing_moves_nothing_that_was_anchored_again(
    library: LibraryStore, marks: MarkStore, page: int
) -> None:
    note = marks.add_note(page, ANCHOR, "一", [], NOON)
    with marks.recording() as patches:
        marks.change_note(note.id, "二", [], LATER)
    library.replace(page, document("新的一段", *TEXTS), DECISIONS)
    marks.apply(undoing(patches))
    (found,) = marks.notes()
    assert found.text == "一"
    assert found.anchor.span == Span(2, 2, 4)


def test_drafts_are_kept_and_given_up(tmp_path: Path, marks: MarkStore, page: int) -> None:
    with open_database(tmp_path) as database:
        drafts = DraftStore(database)
        one = Draft(drafts.new_id(NOON), page, ANCHOR, "没写完\x00", ("甲",), Scope.PARAGRAPH)
        odd = Anchor(ANCHOR.span, ANCHOR.quote, "\ufffd", "")
        two = Draft(drafts.new_id(NOON), page, odd, "改", note="n1")
        drafts.keep(one._replace(text="没"), NOON)
        drafts.keep(one, NOON)
        drafts.keep(two, LATER)
    with open_database(tmp_path) as again:
        drafts = DraftStore(again)
        assert drafts.all() == [two, one]
        assert drafts.damaged() == []
        MarkStore(again).add_note(page, ANCHOR, one.text, one.tags, NOON, draft=one.id)
        assert drafts.all() == [two]
        drafts.drop(two.id)
        drafts.drop("missing")
        assert drafts.all() == []


def test_a_damaged_draft_is_still_read(database: Database, page: int) -> None:
    drafts = DraftStore(database)
    drafts.keep(Draft("d", page, ANCHOR, "话"), NOON)
    with database.write() as writer:
        writer.execute("UPDATE drafts SET text = '花'")
    assert [draft.text for draft in drafts.all()] == ["花"]
    assert drafts.damaged() == ["d"]


def test_colours_mean_something(database: Database) -> None:
    colours = ColourMeaningStore(database)
    colours.say({Colour.GREEN: " 人名 ", Colour.PINK: "数字"}, NOON)
    colours.say({Colour.PINK: ""}, NOON)
    assert colours.all() == {Colour.GREEN: "人名"}
    with database.write() as writer:
        writer.execute("UPDATE colour_meanings SET meaning = '地名'")
    assert colours.damaged() == ["green"]


@pytest.mark.parametrize("column", ["scope", "word", "rank", "tags"])
def test_a_digest_covers_what_is_new(
    database: Database, marks: MarkStore, page: int, column: str
) -> None:
    note = marks.add_note(page, ANCHOR, "一", [], NOON, scope=Scope.EVERYWHERE, word="经济")
    with database.write() as writer:
        writer.execute(f"UPDATE marks SET {column} = '1'")
    assert [each.id for each in marks.damaged()] == [note.id]
