"""One compiled set of tables for all tests of the language package."""

from pathlib import Path

import pytest

from reader.language import tables
from reader.language.annotate import Annotator


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with compiled tables."""
    folder = tmp_path_factory.mktemp("language")
    tables.load(folder)
    return folder


@pytest.fixture(scope="session")
def annotator(cache: Path) -> Annotator:
    """The analyser without any glossary."""
    return Annotator(cache, [])
