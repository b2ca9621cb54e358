"""The engines that cut: which one is used, and what happens where the model cannot be."""

import shutil
from pathlib import Path

import pytest

from reader.language import annotate
from reader.language.annotate import Annotator
from reader.language.models import boundaries, container, polyphones
from tests.language.shown import check_contract, cut

TEXT = "他说的确实在理，曹栋强也来了。"
XIDU = ["他", "说", "的", "确实", "在理", "，", "曹栋强", "也", "来", "了", "。"]


@pytest.fixture(scope="module")
def jieba(cache: Path) -> Annotator:
    return Annotator(cache, [], "jieba")


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A folder with the models, to be damaged."""
    shutil.copy(container.path_of(boundaries.NAME), tmp_path)
    shutil.copy(container.path_of(polyphones.NAME), tmp_path)
    return tmp_path


def test_the_engines_cut_differently(annotator: Annotator, jieba: Annotator) -> None:
    assert cut(annotator, TEXT) == XIDU
    assert cut(jieba, TEXT) != XIDU
    check_contract(TEXT, jieba.annotate([TEXT])[0])
    assert annotator.trouble is None
    assert jieba.trouble is None


def test_their_versions_differ(cache: Path) -> None:
    assert Annotator(cache, []).version != Annotator(cache, [], "jieba").version


def test_another_model_is_another_version(cache: Path, models: Path) -> None:
    model = container.load(boundaries.NAME, boundaries.VERSION)
    content = container.pack(boundaries.NAME, boundaries.VERSION, {"other": 1}, model.arrays)
    container.path_of(boundaries.NAME, models).write_bytes(content)
    other = Annotator(cache, [], models=models)
    assert other.trouble is None
    assert other.version != Annotator(cache, []).version


@pytest.mark.parametrize("damage", ["missing", "damaged", "of another version"])
def test_without_its_model_jieba_cuts(
    cache: Path, models: Path, jieba: Annotator, damage: str
) -> None:
    path = container.path_of(boundaries.NAME, models)
    if damage == "missing":
        path.unlink()
    elif damage == "damaged":
        path.write_bytes(path.read_bytes()[:-1])
    else:
        arrays = container.load(boundaries.NAME, boundaries.VERSION).arrays
        path.write_bytes(container.pack(boundaries.NAME, 99, {}, arrays))
    broken = Annotator(cache, [], models=models)
    assert broken.trouble is not None
    assert (broken.trouble.why, broken.trouble.path) == (damage, path)
    assert broken.annotate([TEXT]) == jieba.annotate([TEXT])
    # What it cuts is jieba's, and must be dropped once the model is there again.
    assert broken.version == jieba.version


@pytest.mark.parametrize("damage", ["missing", "damaged", "of another version"])
def test_without_its_model_rules_read(
    cache: Path, models: Path, annotator: Annotator, damage: str
) -> None:
    path = container.path_of(polyphones.NAME, models)
    if damage == "missing":
        path.unlink()
    elif damage == "damaged":
        path.write_bytes(path.read_bytes()[:-1])
    else:
        arrays = container.load(polyphones.NAME, polyphones.VERSION).arrays
        path.write_bytes(container.pack(polyphones.NAME, 99, {}, arrays))
    broken = Annotator(cache, [], models=models)
    assert broken.trouble is not None
    assert (broken.trouble.why, broken.trouble.path) == (damage, path)
    assert cut(broken, TEXT) == XIDU
    check_contract(TEXT, broken.annotate([TEXT])[0])
    assert broken.version != annotator.version


def test_the_version_that_is_asked_for_is_the_one_that_is_read() -> None:
    assert (annotate.WORDS_MODEL, annotate.WORDS_VERSION) == (boundaries.NAME, boundaries.VERSION)
    asked = (annotate.READINGS_MODEL, annotate.READINGS_VERSION)
    assert asked == (polyphones.NAME, polyphones.VERSION)
