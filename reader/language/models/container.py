"""The one file format of all models: a heading of JSON and arrays that can be mapped.

A file is :data:`MAGIC`, the SHA-256 of all that follows it (64 hexadecimal digits, a line feed), the
length of the heading (8 digits, a line feed), the heading, and the body. The heading is a JSON
object:

``name``, ``version``
    which model it is, and the form of its arrays: code that reads version 2 refuses 1 and 3.
``about``
    where it comes from and under which licence, what it was made with, and whatever numbers
    the code that uses it needs.
``arrays``
    ``[name, type, shape, offset in the body]`` of each array; types are little endian, as numpy
    writes them (``<i4``, ``|i1``).

Arrays begin at multiples of :data:`ALIGNMENT` bytes of the body, and the body at one of the file.
The same arrays and heading always give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAGIC = b"xidu model 1\n"
ALIGNMENT = 64
_SUFFIX = ".model"
_DIGEST = slice(len(MAGIC), len(MAGIC) + 64)
_LENGTH = slice(_DIGEST.stop + 1, _DIGEST.stop + 9)
_HEADING = _LENGTH.stop + 1


class ModelUnusable(Exception):
    """A model's file is missing, damaged or of another version; ``why`` is one of these words."""

    def __init__(self, name: str, why: str, path: Path) -> None:
        super().__init__(f"the model “{name}” is {why}: {path}")
        self.name = name
        self.why = why
        self.path = path

    def __reduce__(self) -> tuple[type[ModelUnusable], tuple[str, str, Path]]:
        """Survive the way from one process to another."""
        return ModelUnusable, (self.name, self.why, self.path)


class Model(NamedTuple):
    """A model that was read: its arrays are read-only and may lie in a mapped file."""

    name: str
    digest: str
    about: dict[str, Any]
    arrays: dict[str, NDArray[Any]]


class _Opened(NamedTuple):
    digest: str
    heading: dict[str, Any]
    body: memoryview


def folder() -> Path:
    """Where the models that come with the program lie."""
    # Resources are files here: the program is never installed as an archive.
    return Path(str(resources.files("reader.resources") / "models"))


def digest(name: str, version: int, place: Path | None = None) -> str:
    """Check a model and name its content, without numpy. Raises ModelUnusable."""
    return _checked(name, version, place).digest


def load(name: str, version: int, place: Path | None = None) -> Model:
    """Read and check a model. Raises ModelUnusable."""
    import numpy as np  # noqa: PLC0415 - whoever only asks for the digest does not need it

    found, heading, body = _checked(name, version, place)
    arrays: dict[str, NDArray[Any]] = {}
    for title, kind, shape, offset in heading["arrays"]:
        count = int(np.prod(shape, dtype=np.int64))
        arrays[title] = np.frombuffer(body, kind, count, offset).reshape(shape)
    return Model(name, found, heading["about"], arrays)


def pack(
    name: str, version: int, about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]
) -> bytes:
    """Make the bytes of a model's file; ``about`` is what JSON can hold."""
    body = bytearray()
    listed = []
    for title, array in arrays.items():
        little = array.astype(array.dtype.newbyteorder("<"), order="C", copy=False)
        body += bytes(-len(body) % ALIGNMENT)
        listed.append([title, little.dtype.str, list(little.shape), len(body)])
        body += little.tobytes()
    heading = {"name": name, "version": version, "about": dict(about), "arrays": listed}
    text = json.dumps(heading, ensure_ascii=False, indent=1).encode()
    text += b" " * (-(_HEADING + len(text) + 1) % ALIGNMENT) + b"\n"
    rest = b"%08x\n" % len(text) + text + bytes(body)
    return MAGIC + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def path_of(name: str, place: Path | None = None) -> Path:
    """The file of a model."""
    return (place or folder()) / (name + _SUFFIX)


def _checked(name: str, version: int, place: Path | None) -> _Opened:
    """Open a model's file and check that it is whole and the one that is wanted."""
    path = path_of(name, place)
    content = _mapped(name, path)
    magic = bytes(content[: len(MAGIC)])
    if magic != MAGIC:
        later = magic[:-2] == MAGIC[:-2] and magic[-2:-1].isdigit()
        raise ModelUnusable(name, "of another version" if later else "damaged", path)
    # A damaged model would cut and read nonsense without any error.
    found = hashlib.sha256(content[_LENGTH.start :]).hexdigest()
    if bytes(content[_DIGEST.start : _LENGTH.start]) != found.encode() + b"\n":
        raise ModelUnusable(name, "damaged", path)
    start = _HEADING + int(bytes(content[_LENGTH]), 16)
    heading = json.loads(bytes(content[_HEADING:start]))
    if heading["name"] != name or heading["version"] != version:
        raise ModelUnusable(name, "of another version", path)
    return _Opened(found, heading, content[start:])


def _mapped(name: str, path: Path) -> memoryview:
    try:
        with path.open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError as error:
        raise ModelUnusable(name, "missing", path) from error
    except (OSError, ValueError) as error:  # an empty file cannot be mapped
        raise ModelUnusable(name, "damaged", path) from error
