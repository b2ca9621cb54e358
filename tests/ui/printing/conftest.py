"""A library with the first page, its words known."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app import Program
from reader.services import reference
from reader.services.analysis import complete
from reader.services.texts import first_text


@pytest.fixture
def program(tmp_path: Path, shared_cache: Path) -> Iterator[Program]:
    reference.ensure(shared_cache)
    with Program(tmp_path / "data", shared_cache) as made:
        card = made.texts.import_file(first_text())
        complete(made.open_text(card.id), made.analyser, made.analyses)
        yield made
