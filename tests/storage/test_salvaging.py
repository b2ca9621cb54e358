"""A damaged library gives back whatever can still be read, and tells what cannot."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.document import Decisions, Document, Source
from reader.domain.errors import BackupForeign, DatabaseDamaged
from reader.domain.restoring import MERGE
from reader.storage.database import FILE_NAME, open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.safety.restoring import Restoration
from reader.storage.safety.salvaging import Salvaged, Salvaging, salvage
from tests.storage.samples import ANCHOR, DECISIONS, NOON, TEXTS, Clock, document, source
from tests.upgrades import make_frozen

NOTES = 600


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with a text of some pages and many notes."""
    folder = tmp_path_factory.mktemp("sound")
    with open_database(folder) as database:
        texts = (*TEXTS, *(f"第{n}段：" + "中国经济稳中向好。" * 40 for n in range(60)))
        LibraryStore(database, Clock()).add(source(), document(*texts), DECISIONS)
        marks = MarkStore(database)
        with database.write():
            for number in range(NOTES):
                marks.add_note(1, ANCHOR, f"note {number}" * 10, ["t"], NOON)
    return folder / FILE_NAME


def salvaged(
    damaged: bytes, folder: Path, by: Salvaging | None = None
) -> tuple[Salvaged, set[str], int]:
    """Salvage; what was done, the notes that are sound, and how many are not."""
    folder.mkdir(exist_ok=True)
    ill = folder / "ill.sqlite3"
    ill.write_bytes(damaged)
    done = salvage(ill, folder, by)
    assert ill.read_bytes() == damaged
    assert sorted(p.name for p in folder.iterdir()) == ["ill.sqlite3", FILE_NAME]
    with open_database(folder) as database:
        assert database.problems() == []
        marks, library = MarkStore(database), LibraryStore(database, Clock())
        unsound = {mark.id for mark in marks.damaged()}
        for card in library.cards():  # every text can be read from end to end
            shape = library.shape(card.id)
            paragraphs = library.paragraphs(card.id, 0, len(shape))
            assert [len(p.text) for p in paragraphs] == [shape[i][1] for i in range(len(shape))]
            library.outline(card.id)
        texts = {note.text for note in marks.notes() if note.id not in unsound}
    (folder / FILE_NAME).unlink()
    return done, texts, len(unsound)


def remend(given: Source, decisions: Decisions) -> Document:
    """What the formats do, for the one source of these tests."""
    assert given == source()
    return document("甲", "乙")


ALL = {f"note {number}" * 10 for number in range(NOTES)}


def test_a_sound_library_comes_whole(sound: Path, tmp_path: Path) -> None:
    done, texts, unsound = salvaged(sound.read_bytes(), tmp_path / "a")
    assert (texts, unsound, dict(done.lost), done.texts) == (ALL, 0, {}, ())
    assert done.kept["marks"] == NOTES
    assert done.census.counts["paragraphs"] == 63


def test_whatever_page_is_zeroed_no_more_is_lost_than_was_on_it(
    sound: Path, tmp_path: Path
) -> None:
    data = sound.read_bytes()
    pages = range(1, len(data) // 4096)
    worst = 0
    for page in random.Random(5).sample(pages, min(25, len(pages))):
        damaged = data[: page * 4096] + bytes(4096) + data[(page + 1) * 4096 :]
        try:
            _, texts, _ = salvaged(damaged, tmp_path / str(page))
        except BackupForeign:
            continue  # a page of the schema; see below
        worst = max(worst, NOTES - len(texts))
    assert 0 < worst <= 20  # rows on a page


def test_flipped_bits_cost_single_rows_and_are_told(sound: Path, tmp_path: Path) -> None:
    data, rng = bytearray(sound.read_bytes()), random.Random(3)
    first = data.find(b"note 0note")
    for _ in range(30):
        at = rng.randrange(first, len(data))
        data[at] ^= 1 << rng.randrange(8)
    _, texts, unsound = salvaged(bytes(data), tmp_path / "a")
    assert texts <= ALL
    assert len(texts) + unsound >= NOTES - 40
    assert len(texts) >= NOTES - 60


@pytest.mark.parametrize("share", [0.5, 0.75, 0.999])
def test_a_truncated_file_gives_what_is_left(sound: Path, tmp_path: Path, share: float) -> None:
    data = sound.read_bytes()
    _, texts, _ = salvaged(data[: int(len(data) * share)], tmp_path / "a")
    assert texts
    assert texts <= ALL
    assert len(texts) >= NOTES * (share - 0.45)


def test_a_broken_header_costs_nothing(sound: Path, tmp_path: Path) -> None:
    data = sound.read_bytes()
    for at, length in ((0, 16), (16, 2), (18, 6), (28, 4), (56, 16), (0, 100)):
        damaged = data[:at] + b"\xee" * length + data[at + length :]
        done, texts, _ = salvaged(damaged, tmp_path / f"{at}-{length}")
        assert texts == ALL
        assert done.lost == {}


def test_without_its_first_page_a_backup_tells_where_the_tables_are(
    sound: Path, tmp_path: Path
) -> None:
    data = sound.read_bytes()
    damaged = bytes(4096) + data[4096:]
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "ill.sqlite3").write_bytes(damaged)
    with pytest.raises(BackupForeign):
        salvage(tmp_path / "a" / "ill.sqlite3", tmp_path / "a")
    donor = tmp_path / "donor.sqlite3"
    donor.write_bytes(data)
    _, texts, unsound = salvaged(damaged, tmp_path / "b", Salvaging(donor=donor))
    assert (texts, unsound) == (ALL, 0)


def test_a_text_that_is_not_whole_is_made_again_from_its_source(
    sound: Path, tmp_path: Path
) -> None:
    data = sound.read_bytes()
    at = data.rfind("第40段".encode()) // 4096 * 4096
    damaged = data[:at] + bytes(4096) + data[at + 4096 :]
    done, texts, _ = salvaged(damaged, tmp_path / "a", Salvaging(remend=remend))
    assert (done.texts, done.remade) == ((1,), (1,))
    assert texts == ALL
    done, texts, _ = salvaged(damaged, tmp_path / "b")
    assert (done.texts, done.remade) == ((1,), ())
    assert texts == ALL
    assert 40 <= done.census.counts["paragraphs"] < 63


def test_marks_outlive_their_text(sound: Path, tmp_path: Path) -> None:
    ill = tmp_path / "ill.sqlite3"
    ill.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(ill)) as connection:
        for table in ("paragraphs", "sections", "repairs", "positions", "documents", "sources"):
            connection.execute(f"DELETE FROM {table}")
        connection.commit()
    done, texts, unsound = salvaged(ill.read_bytes(), tmp_path / "a")
    assert (texts, unsound) == (ALL, 0)
    assert done.texts == (1,)


def test_what_is_no_library_gives_nothing(tmp_path: Path) -> None:
    for data in (b"", b"letter" * 5000, bytes(40960)):
        (tmp_path / "a").mkdir(exist_ok=True)
        (tmp_path / "a" / "ill").write_bytes(data)
        with pytest.raises(BackupForeign):
            salvage(tmp_path / "a" / "ill", tmp_path / "a")


def test_every_table_is_salvaged(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    path = make_frozen.fill(tmp_path / "full")
    (tmp_path / "a").mkdir()
    done = salvage(path, tmp_path / "a")
    with open_database(tmp_path / "full") as old, open_database(tmp_path / "a") as new:
        for table in done.kept:
            assert new.rows(f"SELECT * FROM {table}") == old.rows(f"SELECT * FROM {table}")


def test_a_damaged_backup_is_merged_as_far_as_it_can_be_read(sound: Path, tmp_path: Path) -> None:
    data = sound.read_bytes()
    at = data.find(b"note 300note") // 4096 * 4096
    backup = tmp_path / "backup.sqlite3"
    backup.write_bytes(data[:at] + b"\xff" * 4096 + data[at + 4096 :])
    home = tmp_path / "home"
    with open_database(home) as database:
        with Restoration(database.path, backup, salvaging=Salvaging()) as restoration:
            ready = restoration.prepare(MERGE)
            assert restoration.salvaged is not None
            assert restoration.salvaged.lost["marks"] > 0
            assert database.replace(ready.path, ready.counter)
        assert len(MarkStore(database).notes()) >= NOTES - 20


def test_the_damaged_one_is_refused_before(sound: Path, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(sound.read_bytes()[:-5000])
    with pytest.raises(DatabaseDamaged):
        open_database(tmp_path)
