"""The analysing process: which engine cuts in it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reader.app import Program
from reader.language.annotate import Annotator
from reader.services import reference
from reader.services.analysis import analyse
from reader.services.engine import Engine
from reader.services.reference import analysis_version
from reader.storage.analyses import pack
from reader.storage.words_codec import decode

TEXT = "他说的确实在理。"


@pytest.fixture
def engine(shared_cache: Path) -> Iterator[Engine]:
    made = Engine(shared_cache, pack)
    yield made
    made.close()


def _cut(engine: Engine) -> list[str]:
    [blob] = engine.packed([TEXT])
    assert blob is not None
    return [TEXT[word.start : word.end] for word in decode(blob)]


def test_the_process_cuts_as_chosen(engine: Engine, shared_cache: Path) -> None:
    assert _cut(engine) == ["他", "说", "的", "确实", "在理", "。"]
    assert analysis_version(shared_cache, "xidu").startswith(engine.version.rsplit("-", 1)[0])
    engine.choose("jieba")
    assert _cut(engine) != ["他", "说", "的", "确实", "在理", "。"]
    assert analysis_version(shared_cache, "jieba").startswith(engine.version.rsplit("-", 1)[0])


def test_terms_come_from_wherever_they_are(
    shared_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = reference.analyser(tmp_path)
    reference.ensure(shared_cache)
    monkeypatch.setattr(reference, "terms", lambda: pytest.fail("read from their sources"))
    assert isinstance(without, Annotator)
    compiled = reference.analyser(shared_cache)
    assert isinstance(compiled, Annotator)
    assert compiled.version == without.version


class _Changed:
    """An analyser that another choice overtakes while it cuts."""

    choice = "xidu"

    def packed(self, texts: Sequence[str]) -> list[bytes | None]:
        self.choice = "jieba"
        return [pack(())] * len(texts)


def test_words_of_an_engine_no_longer_chosen_are_not_stored(tmp_path: Path) -> None:
    with Program(tmp_path / "data", tmp_path / "cache") as program:
        card = program.texts.import_text("春", TEXT)
        program.analyses.adopt("1")
        analyser = _Changed()
        analyse(program.library, analyser, program.analyses, card.id, [(0, 0)])
        assert program.analyses.missing([TEXT]) == [0]
        analyse(program.library, analyser, program.analyses, card.id, [(0, 0)])
        assert program.analyses.missing([TEXT]) == []
