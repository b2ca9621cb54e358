"""An open library in a fresh folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.storage.database import Database, open_database
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from tests.storage.samples import DECISIONS, Clock, Entropy, document, source


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path) as database:
        yield database


@pytest.fixture
def library(database: Database) -> LibraryStore:
    return LibraryStore(database, Clock())


@pytest.fixture
def marks(database: Database) -> MarkStore:
    return MarkStore(database, Entropy())


@pytest.fixture
def page(library: LibraryStore) -> int:
    """The number of a text of three paragraphs."""
    return library.add(source(), document(), DECISIONS)
