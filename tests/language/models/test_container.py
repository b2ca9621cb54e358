"""Model files: what is read is what was written, and nothing else is ever read."""

import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.models.container import ALIGNMENT, ModelUnusable, digest, load, pack, path_of

ARRAYS = {
    "weights": np.arange(12, dtype=np.int8).reshape(3, 4),
    "keys": np.array([1, 2**40], dtype=">u8"),
    "none": np.zeros((0, 4), dtype=np.float32),
}
WHOLE = pack("small", 3, {"licence": "MIT", "scale": 0.5}, ARRAYS)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path_of("small", tmp_path).write_bytes(WHOLE)
    return tmp_path


def test_a_model_comes_back_as_it_was_written(place: Path) -> None:
    model = load("small", 3, place)
    assert model.about == {"licence": "MIT", "scale": 0.5}
    assert list(model.arrays) == list(ARRAYS)
    for title, array in ARRAYS.items():
        assert model.arrays[title].shape == array.shape
        assert np.array_equal(model.arrays[title], array)
    assert not model.arrays["weights"].flags.writeable
    assert model.digest == digest("small", 3, place)


def test_arrays_lie_where_a_processor_wants_them(place: Path) -> None:
    for array in load("small", 3, place).arrays.values():
        assert not array.size or array.ctypes.data % ALIGNMENT == 0


def test_the_same_content_gives_the_same_bytes() -> None:
    assert pack("small", 3, {"licence": "MIT", "scale": 0.5}, ARRAYS) == WHOLE


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable) as raised:
        load("small", 3, tmp_path)
    assert raised.value.why == "missing"


@pytest.mark.parametrize(("name", "version"), [("small", 2), ("small", 4), ("other", 3)])
def test_another_version_or_model_is_refused(place: Path, name: str, version: int) -> None:
    path_of(name, place).write_bytes(WHOLE)
    with pytest.raises(ModelUnusable) as raised:
        load(name, version, place)
    assert raised.value.why == "of another version"


def test_a_later_form_of_file_is_another_version(place: Path) -> None:
    path_of("small", place).write_bytes(WHOLE.replace(b"xidu model 1", b"xidu model 2", 1))
    with pytest.raises(ModelUnusable) as raised:
        digest("small", 3, place)
    assert raised.value.why == "of another version"


@given(at=st.integers(0, len(WHOLE) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_is_never_read_as_a_model(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int
) -> None:
    place = tmp_path_factory.getbasetemp()
    damaged = bytearray(WHOLE)
    damaged[at] ^= 1 << bit
    path_of("small", place).write_bytes(damaged)
    with pytest.raises(ModelUnusable):
        load("small", 3, place)


@given(length=st.integers(0, len(WHOLE) - 1))
def test_a_shortened_file_is_never_read(
    tmp_path_factory: pytest.TempPathFactory, length: int
) -> None:
    place = tmp_path_factory.getbasetemp()
    path_of("small", place).write_bytes(WHOLE[:length])
    with pytest.raises(ModelUnusable):
        load("small", 3, place)


def test_the_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(ModelUnusable("words", "missing", Path("a"))))
    assert (error.name, error.why, error.path) == ("words", "missing", Path("a"))
