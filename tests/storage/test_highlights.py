"""Highlights: kept exactly, changed all or none, proved by their digests, placed again."""

from datetime import timedelta

import pytest

from reader.domain.document import Decisions
from reader.domain.errors import DocumentUnknown
from reader.domain.marks import Colour, anchor_at
from reader.domain.places import Span
from reader.storage.database import Database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from tests.storage.samples import ANCHOR, NOON, TEXTS, document

LATER = NOON + timedelta(days=1)
OTHER = anchor_at(TEXTS[2], Span(2, 0, 3))


def test_they_are_kept_in_reading_order(marks: MarkStore, page: int) -> None:
    made = marks.add_highlights(page, [OTHER, ANCHOR], Colour.PINK, NOON)
    assert marks.highlights(page) == marks.highlights() == made[::-1]
    assert [(m.colour, m.anchor, m.created) for m in made] == [
        (Colour.PINK, OTHER, NOON),
        (Colour.PINK, ANCHOR, NOON),
    ]
    assert (marks.notes(), marks.bookmarks(), marks.damaged()) == ([], [], [])


def test_colour_bin_and_back(marks: MarkStore, page: int) -> None:
    one, two = marks.add_highlights(page, [ANCHOR, OTHER], Colour.YELLOW, NOON)
    marks.recolour_highlights({one.id: Colour.BLUE, two.id: Colour.GREEN}, LATER)
    assert [(m.colour, m.changed) for m in marks.highlights()] == [
        (Colour.BLUE, LATER),
        (Colour.GREEN, LATER),
    ]
    marks.swap_highlights([one.id], [], LATER)
    assert [m.id for m in marks.highlights()] == [two.id]
    assert [mark.id for mark, _ in marks.removed()] == [one.id]
    marks.swap_highlights([two.id], [one.id], LATER)
    assert [m.id for m in marks.highlights()] == [one.id]
    assert marks.damaged() == []


def test_what_is_replaced_goes_into_the_bin_with_the_same_stroke(
    marks: MarkStore, page: int
) -> None:
    (old,) = marks.add_highlights(page, [ANCHOR], Colour.YELLOW, NOON)
    (new,) = marks.add_highlights(page, [ANCHOR], Colour.PINK, LATER, replacing=[old.id])
    assert marks.highlights() == [new]
    with pytest.raises(KeyError):
        marks.add_highlights(page, [OTHER], Colour.PINK, LATER, replacing=["nothing"])
    assert marks.highlights() == [new]


def test_all_or_none(marks: MarkStore, page: int) -> None:
    (one,) = marks.add_highlights(page, [ANCHOR], Colour.YELLOW, NOON)
    with pytest.raises(KeyError):
        marks.recolour_highlights({one.id: Colour.BLUE, "nothing": Colour.BLUE}, LATER)
    with pytest.raises(KeyError):
        marks.swap_highlights([one.id, "nothing"], [], LATER)
    with pytest.raises(DocumentUnknown):
        marks.add_highlights(page + 1, [ANCHOR], Colour.BLUE, NOON)
    note = marks.add_note(page, ANCHOR, "", [], NOON)
    with pytest.raises(KeyError):  # the id of a note is not the id of a highlight
        marks.swap_highlights([note.id], [], NOON)
    assert marks.highlights() == [one]


@pytest.mark.parametrize("change", ["colour = 'green'", "colour = ''", "colour = 'mauve'"])
def test_a_colour_that_decayed_is_reported(
    database: Database, marks: MarkStore, page: int, change: str
) -> None:
    (hurt,) = marks.add_highlights(page, [ANCHOR], Colour.YELLOW, NOON)
    with database.write() as writer:
        writer.execute(f"UPDATE marks SET {change}")
    readable = change == "colour = 'green'"
    assert [mark.id for mark in marks.highlights()] == ([hurt.id] if readable else [])
    assert [(mark.id, mark.readable) for mark in marks.damaged()] == [(hurt.id, readable)]


def test_they_follow_their_words(library: LibraryStore, marks: MarkStore, page: int) -> None:
    marks.add_highlights(page, [ANCHOR, OTHER], Colour.GREEN, NOON)
    library.replace(page, document(TEXTS[0], "新的一段。", TEXTS[1]), Decisions())
    kept, lost = marks.highlights()
    if kept.orphan:
        kept, lost = lost, kept
    assert (kept.anchor.span, kept.orphan) == (Span(2, 2, 4), False)
    assert lost.orphan
    assert lost.anchor.quote == OTHER.quote
    assert marks.damaged() == []
