"""Books for the benchmarks, made once a session."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.app import Program
from tests.perf.books import book, stored

SLOW = bool(os.environ.get("XIDU_SLOW"))
"""Whether the benchmarks with ten million characters run too: three minutes more."""


class Shelf(NamedTuple):
    """A program with a book: its id, its whole text, and where its data lie."""

    program: Program
    book: int
    text: str
    data: Path


def _shelf(folder: Path, cache: Path, characters: int) -> Iterator[Shelf]:
    content = book(characters)
    with Program(folder, cache) as program:
        identifier = stored(program, "书", content)
        yield Shelf(program, identifier, "\n".join(each.text for each in content), folder)


@pytest.fixture(scope="session")
def million(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Iterator[Shelf]:
    """A book of 1,000,000 characters whose words are stored."""
    yield from _shelf(tmp_path_factory.mktemp("million"), shared_cache, 1_000_000)


@pytest.fixture(scope="session")
def ten_million(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Iterator[Shelf]:
    """A book of 10,000,000 characters whose words are stored."""
    if not SLOW:
        pytest.skip("set XIDU_SLOW=1 for ten million characters")
    yield from _shelf(tmp_path_factory.mktemp("ten_million"), shared_cache, 10_000_000)
