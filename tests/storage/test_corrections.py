"""Corrections in the library: kept, taken back, proved, moved with their text, ready to apply."""

from datetime import timedelta

import pytest

from reader.domain.corrections import Wanted
from reader.domain.document import Decisions
from reader.domain.errors import DocumentUnknown
from reader.domain.marks import anchor_at
from reader.domain.overlay import NewWord
from reader.domain.places import Span
from reader.domain.words import Word, WordKind
from reader.storage.corrections import CorrectionStore
from reader.storage.database import Database
from reader.storage.library import LibraryStore
from tests.storage.samples import NOON, TEXTS, Entropy, document, source

ANCHOR = anchor_at(TEXTS[2], Span(2, 0, 3))
EVERYWHERE = Wanted((NewWord("高质量", ("gāo", "zhì", "liàng")), NewWord("发展")))
WORDS = (NewWord("高", ("gāo",)), NewWord("质量"))


@pytest.fixture
def corrections(database: Database) -> CorrectionStore:
    return CorrectionStore(database, Entropy())


def here(page: int) -> Wanted:
    return Wanted(WORDS, page, ANCHOR)


def test_they_are_kept_in_the_order_they_were_made(corrections: CorrectionStore, page: int) -> None:
    made = corrections.swap([EVERYWHERE, here(page)], now=NOON)
    assert [one.wanted for one in made] == [EVERYWHERE, here(page)]
    assert corrections.all() == made
    assert corrections.damaged() == []
    assert len({one.id for one in made}) == 2


def test_some_go_as_others_come_all_or_nothing(corrections: CorrectionStore, page: int) -> None:
    (first,) = corrections.swap([EVERYWHERE], now=NOON)
    with pytest.raises(DocumentUnknown):
        corrections.swap([EVERYWHERE, here(page + 1)], [first.id], now=NOON)
    with pytest.raises(KeyError):
        corrections.swap([EVERYWHERE], [first.id, "nobody"], now=NOON)
    assert corrections.all() == [first]
    (second,) = corrections.swap([here(page)], [first.id], now=NOON)
    assert corrections.all() == [second]
    corrections.swap((), [second.id], [first.id], now=NOON)
    assert corrections.all() == [first]


def test_the_bin_is_emptied_by_age(corrections: CorrectionStore) -> None:
    first, second = corrections.swap([EVERYWHERE, Wanted(WORDS)], now=NOON)
    corrections.swap((), [first.id], now=NOON)
    corrections.swap((), [second.id], now=NOON + timedelta(days=2))
    assert corrections.purge(NOON + timedelta(days=1)) == 1
    corrections.swap((), (), [second.id], now=NOON)
    assert corrections.all() == [second]


def test_a_place_moves_with_its_words_and_is_never_guessed(
    library: LibraryStore, corrections: CorrectionStore, page: int
) -> None:
    (made,) = corrections.swap([here(page)], now=NOON)
    library.replace(page, document("新的标题", *TEXTS), Decisions())
    (moved,) = corrections.all()
    assert moved.wanted == made.wanted._replace(anchor=anchor_at(TEXTS[2], Span(3, 0, 3)))
    library.replace(page, document(TEXTS[0], "高质量的另一段话。"), Decisions())
    (orphan,) = corrections.all()
    assert orphan.wanted.orphan
    assert library.overlay() is None
    library.replace(page, document(), Decisions())
    assert corrections.all() == [made]
    assert corrections.damaged() == []


def test_what_is_applied(library: LibraryStore, corrections: CorrectionStore, page: int) -> None:
    assert library.overlay() is None
    _, other = corrections.swap([EVERYWHERE, here(page)], now=NOON)
    overlay = library.overlay()
    assert overlay is not None
    words = (Word(0, 12, WordKind.WORD, ("a",) * 11),)
    ends = [word.end for word in overlay.applied(words, TEXTS[2], page, 2)]
    assert ends[:2] == [1, 3]
    assert [w.end for w in overlay.applied(words, TEXTS[2], page, 1)][:2] == [3, 5]
    corrections.swap((), [other.id], now=NOON)
    assert library.overlay() is not overlay


def test_decay_is_noticed_and_the_rest_is_read(
    database: Database, library: LibraryStore, corrections: CorrectionStore, page: int
) -> None:
    first, second, third = corrections.swap(
        [EVERYWHERE, here(page), Wanted((NewWord("要务"),))], now=NOON
    )
    with database.write() as writer:
        writer.execute(
            "UPDATE corrections SET words = replace(words, 'zhì', 'zhí') WHERE id = ?", [first.id]
        )
        writer.execute("UPDATE corrections SET words = '[[' WHERE id = ?", [second.id])
        writer.execute(
            "UPDATE corrections SET quote = CAST(x'ff' AS TEXT) WHERE id = ?", [third.id]
        )
    found = {one.id: one.readable for one in corrections.damaged()}
    assert found == {first.id: True, second.id: False, third.id: True}
    assert [one.id for one in corrections.all()] == [first.id, third.id]
    assert library.overlay() is not None


def test_a_damaged_one_stays_reported_after_moving(
    database: Database, library: LibraryStore, corrections: CorrectionStore, page: int
) -> None:
    (made,) = corrections.swap([here(page)], now=NOON)
    with database.write() as writer:
        writer.execute("UPDATE corrections SET words = replace(words, 'gāo', 'gǎo')")
    library.replace(page, document("新的标题", *TEXTS), Decisions())
    assert [one.id for one in corrections.damaged()] == [made.id]


def test_lone_surrogates_and_nul(corrections: CorrectionStore, library: LibraryStore) -> None:
    text = "甲\ud800乙\0丙"
    page = library.add(source("odd"), document("题", text), Decisions())
    stored = library.paragraphs(page, 1, 2)[0].text
    wanted = Wanted((NewWord(stored),), page, anchor_at(stored, Span(1, 0, len(stored))))
    corrections.swap([wanted], now=NOON)
    assert corrections.all()[0].wanted == wanted
    assert corrections.damaged() == []
