"""What is looked at after the start, and again when another engine is chosen."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.errors import ModelUnusable
from reader.language.models import container
from reader.services import reference
from reader.ui.preparing import Preparing
from reader.ui.tasks import Tasks


@pytest.fixture
def program(shared_cache: Path, tmp_path: Path) -> Iterator[Program]:
    reference.ensure(shared_cache)
    with Program(tmp_path / "data", shared_cache) as made:
        made.analyses.adopt(reference.analysis_version(shared_cache))
        made.analyses.put(["春"], [()])
        yield made


@pytest.fixture
def preparing(program: Program, qapp: QObject) -> Iterator[Preparing]:
    tasks = Tasks()
    owner = QObject()
    yield Preparing(program, tasks, owner)
    tasks.close()


def test_another_engine_drops_the_words_of_the_first(
    preparing: Preparing, program: Program, qtbot: QtBot
) -> None:
    program.settings.change(engine="jieba")
    with qtbot.waitSignal(preparing.outdated):
        preparing.check()
    assert program.analyses.missing(["春"]) == [0]
    assert program.engine.choice == "jieba"


def test_a_model_that_is_missing_is_told(
    preparing: Preparing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, "folder", lambda: tmp_path)
    told: list[object] = []
    preparing.troubled.connect(told.append)
    with qtbot.waitSignal(preparing.troubled):
        preparing.check()
    [error] = told
    assert isinstance(error, ModelUnusable)
    assert "words.model" in str(error)


def test_it_is_told_after_the_dictionary_has_been_prepared(
    preparing: Preparing,
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(container, "folder", lambda: tmp_path)
    monkeypatch.setattr(reference, "is_current", lambda _cache: False)
    monkeypatch.setattr(program.engine, "prepare_reference", lambda: None)
    heard: list[str] = []
    preparing.began.connect(lambda: heard.append("began"))
    preparing.ready.connect(lambda: heard.append("ready"))
    preparing.troubled.connect(lambda _error: heard.append("troubled"))
    with qtbot.waitSignal(preparing.troubled):
        preparing.check()
    assert heard == ["began", "ready", "troubled"]


def test_who_chose_jieba_is_not_told(
    preparing: Preparing,
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Only the model that cuts is missing; polyphones are read by theirs also after jieba.
    shutil.copy(container.path_of("readings"), tmp_path)
    monkeypatch.setattr(container, "folder", lambda: tmp_path)
    program.settings.change(engine="jieba")
    told: list[object] = []
    preparing.troubled.connect(told.append)
    with qtbot.waitSignal(preparing.outdated):
        preparing.check()
    assert not told
