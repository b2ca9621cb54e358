"""Texts come back as they were given."""

import math
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.document import Decisions, Document, Section, Source
from reader.domain.errors import DatabaseDamaged, DocumentUnknown
from reader.domain.ports import Library
from reader.storage.database import Database, open_database
from reader.storage.library import LibraryStore
from tests.storage.samples import DECISIONS, NOON, TEXTS, Clock, document, source


def test_it_is_a_library(library: LibraryStore) -> None:
    as_port: Library = library
    assert as_port.cards() == []


def test_everything_comes_back(library: LibraryStore, page: int) -> None:
    given_document = document()
    assert library.source(page) == source()
    assert library.decisions(page) == DECISIONS
    assert library.outline(page) == given_document.outline()
    assert library.paragraphs(page, 0, 3) == list(given_document.paragraphs())
    assert library.paragraphs(page, 1, 2) == [list(given_document.paragraphs())[1]]
    assert library.repairs(page) == list(given_document.repairs)
    assert list(library.shape(page)) == [(p.kind, len(p.text)) for p in given_document.paragraphs()]


def test_a_card_counts_code_points(library: LibraryStore, page: int) -> None:
    card = library.card(page)
    assert card.characters == sum(map(len, TEXTS))
    assert (card.title, card.sections, card.repairs) == ("人民日报", 2, 1)
    assert card.sha256 == source().sha256
    assert card.added == NOON + timedelta(seconds=1)


def test_the_same_bytes_are_one_text(library: LibraryStore, page: int) -> None:
    again = library.add(source(name="other.md"), document("别的", "字"), Decisions())
    assert again == page
    assert library.source(page).name == "page.md"
    assert len(library.cards()) == 1


def test_last_opened_stands_first(library: LibraryStore) -> None:
    first, second, third = (
        library.add(source(name), document(), Decisions()) for name in ("a", "b", "c")
    )
    assert [card.id for card in library.cards()] == [third, second, first]
    library.set_position(first, 0, 0.0)
    assert [card.id for card in library.cards()] == [first, third, second]


def test_the_position_is_kept(tmp_path: Path) -> None:
    with open_database(tmp_path) as database:
        library = LibraryStore(database, Clock())
        page = library.add(source(), document(), Decisions())
        assert library.position(page) == (0, 0.0)
        library.set_position(page, 1, 0.25)
        library.set_position(page, 2, 0.5)
    with open_database(tmp_path) as database:
        assert LibraryStore(database, Clock()).position(page) == (2, 0.5)


@pytest.mark.parametrize("fraction", [math.nan, math.inf, -math.inf, -3.0])
def test_a_fraction_that_is_none_is_the_top(
    library: LibraryStore, page: int, fraction: float
) -> None:
    library.set_position(page, 1, fraction)
    assert library.position(page) == (1, 0.0)


def test_an_unknown_text_is_named(library: LibraryStore) -> None:
    for ask in (
        library.card,
        library.outline,
        library.shape,
        library.repairs,
        library.source,
        library.decisions,
        library.position,
        lambda identifier: library.paragraphs(identifier, 0, 5),
        lambda identifier: library.set_position(identifier, 0, 0.0),
        lambda identifier: library.replace(identifier, document(), Decisions()),
    ):
        with pytest.raises(DocumentUnknown) as caught:
            ask(99)
        assert caught.value.fields == {"document": 99}


def test_replacing_shows_the_new_text_and_follows_the_position(
    library: LibraryStore, page: int
) -> None:
    library.set_position(page, 2, 0.5)
    joined = document(TEXTS[0] + "\n" + TEXTS[1], TEXTS[2])
    library.replace(page, joined, Decisions())
    assert library.position(page) == (1, 0.5)
    assert library.paragraphs(page, 0, 9) == list(joined.paragraphs())
    assert library.decisions(page) == Decisions()
    assert list(library.shape(page)) == [(p.kind, len(p.text)) for p in joined.paragraphs()]
    assert library.outline(page) == joined.outline()


def test_an_empty_document_is_a_document(library: LibraryStore) -> None:
    page = library.add(source("x"), Document("空", (Section("", ()),)), Decisions())
    assert list(library.shape(page)) == []
    assert library.paragraphs(page, 0, 10) == []
    assert library.outline(page).total == 0


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", "\ufeff人民".encode()),
        ("utf-8-sig", "\ufeff人民".encode()),
        ("gb18030", "人民".encode("gb18030")),
        ("utf-16", "人民".encode("utf-16")),
        ("big5", "人民".encode("big5")),
    ],
)
def test_bytes_and_text_come_back(library: LibraryStore, encoding: str, data: bytes) -> None:
    given_source = Source("a", data, encoding, "人民")
    assert library.source(library.add(given_source, document(), Decisions())) == given_source


def test_text_that_the_bytes_do_not_give_is_kept(library: LibraryStore) -> None:
    mixed = Source("a", b"\xff\xfe\x80abc", "zip/unknown", "甲\ufffd")
    assert library.source(library.add(mixed, document(), Decisions())) == mixed


TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("\0\ud800\udfff\u2028𠮷中"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=st.lists(TEXT, min_size=1, max_size=4), title=TEXT)
def test_any_text_is_stored_with_its_offsets(
    database: Database, texts: list[str], title: str
) -> None:
    library = LibraryStore(database, Clock())
    data = repr((texts, title)).encode("utf-8", "backslashreplace")
    page = library.add(
        Source(title, data, "utf-8", texts[0]), document(*texts, title=title), Decisions()
    )
    stored = library.paragraphs(page, 0, len(texts))
    assert len(library.card(page).title) == len(title)
    for text, paragraph in zip(texts, stored, strict=True):
        assert len(paragraph.text) == len(text)
        for old, new in zip(text, paragraph.text, strict=True):
            assert new == ("\ufffd" if "\ud800" <= old <= "\udfff" else old)


def test_changed_bytes_of_a_source_are_noticed(
    database: Database, library: LibraryStore, page: int
) -> None:
    with database.write() as writer:
        writer.execute("UPDATE sources SET data = ?", ["座谈会".encode("gb18030")])
    with pytest.raises(DatabaseDamaged):
        library.source(page)
    assert library.damaged() == [page]


def test_a_changed_paragraph_is_noticed(
    database: Database, library: LibraryStore, page: int
) -> None:
    assert library.damaged() == []
    with database.write() as writer:
        writer.execute("UPDATE paragraphs SET text = ? WHERE ordinal = 1", ["中国经济"])
    assert library.damaged() == [page]


def test_a_row_that_does_not_decode_is_damage(
    database: Database, library: LibraryStore, page: int
) -> None:
    with database.write() as writer:
        writer.execute("UPDATE paragraphs SET kind = 'bodz' WHERE ordinal = 1")
    with pytest.raises(DatabaseDamaged):
        library.paragraphs(page, 0, 3)
    assert len(library.paragraphs(page, 2, 3)) == 1
