"""Making the model that cuts out of Wapic's."""

import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from reader.language.models import boundaries, container

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "packaging" / "models"))

import wac  # noqa: E402 - a script beside the program

PATTERNS = ["u00:%x[0,0]", "u01:%x[-1,0]/%x[0,0]", "b"]
FEATURES = ["u00:甲", "b", "u01:甲//", "u00:乙"]
WEIGHTS = {0: 1.5, 3: -2.0, 5: 0.25, 8: 4.0, 7: -1.0, 9: 3.0}
LABELS = ["X", "Y"]


def _made() -> bytes:
    """A model of two labels; the feature of two neighbouring labels has four weights."""
    out = f"#Patterns#{len(PATTERNS)}#1\n".encode()
    for pattern in PATTERNS:
        out += f"{len(pattern)}:{pattern},\n".encode()
    for strings in (LABELS, FEATURES):
        out += f"#TrieBin#{len(strings)}\n".encode()
        for string in strings:
            encoded = string.encode()
            out += struct.pack("<H", len(encoded)) + encoded
    out += f"#ModelBin32#{len(WEIGHTS)}\n".encode()
    last = -1
    for place in sorted(WEIGHTS):
        # As a varint of two bytes, though one would do.
        out += bytes([(place - last) | 0x80, 0]) + struct.pack("<f", WEIGHTS[place])
        last = place
    return out


def test_a_model_is_read(tmp_path: Path) -> None:
    (tmp_path / "small.wac").write_bytes(_made())
    field = wac.read(tmp_path / "small.wac")
    assert field.patterns == tuple(PATTERNS)
    assert field.labels == tuple(LABELS)
    assert field.features == ("u00:甲", "u01:甲//", "u00:乙")
    # Places 0-1 are 甲's, 2-5 those of neighbouring labels, 6-7 and 8-9 of the other features.
    assert field.weights.tolist() == [[1.5, 0], [0, -1], [4, 3]]
    assert field.transitions.tolist() == [[0, -2], [0, 0.25]]


@pytest.mark.parametrize("content", [b"", b"hello\n", b"#Patterns#1\n3:abc", b"#Other#1#1\n"])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.wac").write_bytes(content)
    with pytest.raises(ValueError, match=r"."):
        wac.read(tmp_path / "other.wac")


def test_the_same_package_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("wapic_model", reason="the extra “models” is not installed")
    import make_words

    monkeypatch.setattr(make_words, "TARGET", tmp_path)
    make_words.main()
    shipped = container.path_of(boundaries.NAME).read_bytes()
    assert container.path_of(boundaries.NAME, tmp_path).read_bytes() == shipped


def test_a_slash_may_be_one_of_two_characters() -> None:
    pytest.importorskip("wapic_model", reason="the extra “models” is not installed")
    import make_words

    keys = make_words._keys(["u05:甲//", "u05:///", "u00:/", "u07:_x-2/_x-1"])
    codes = [(5, ord("甲"), ord("/")), (5, ord("/"), ord("/")), (0, ord("/"), 0), (7, 1, 2)]
    for key, (template, first, second) in zip(keys, codes, strict=True):
        assert key == boundaries.keys_of(template, np.array([first]), np.array([second]))[0]
