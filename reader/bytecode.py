"""Keeps byte code that a library compiles from source at every start.

PySide carries the Python part of its signature support as source in an archive inside a
shared library and compiles it whenever it is imported: 20 ms of every start. Within
``compiled_once`` that is done once; a file in the cache folder answers from then on. It is
asked for by the hash of the very source, as hash-based ``.pyc`` files are (PEP 552), and a
file that is missing, damaged or of another Python is made again.
"""

from __future__ import annotations

import builtins
import contextlib
import marshal
import os
import sys
from collections.abc import Iterator
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from typing import Any
from zlib import crc32

_UNUSED = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes the stub files of PySide; loaded at every import (10 ms with what it imports), and
used by nothing but PySide's own build: an empty module stands in for it."""

_HEAD = 4
"""Bytes of the check sum after the magic number."""

Codes = dict[tuple[str, bytes], Any]


@contextlib.contextmanager
def compiled_once(file: Path) -> Iterator[None]:
    """Answer ``compile(bytes, name, "exec")`` from ``file``, and add to it what is not there."""
    known = _read(file)
    used: Codes = {}
    original = builtins.compile

    def compile_or_recall(source: Any, filename: Any, mode: str, *more: Any, **options: Any) -> Any:
        if more or options or mode != "exec" or type(source) is not bytes:
            return original(source, filename, mode, *more, **options)
        if filename == _UNUSED:
            return original("", filename, mode)
        key = (str(filename), source_hash(source))
        code = known.get(key)
        if code is None:
            code = original(source, filename, mode)
        used[key] = code
        return code

    builtins.compile = compile_or_recall
    try:
        yield
    finally:
        builtins.compile = original
    if used.keys() != known.keys():
        _write(file, used)


def _read(file: Path) -> Codes:
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    start = len(MAGIC_NUMBER) + _HEAD
    head = MAGIC_NUMBER + crc32(data[start:]).to_bytes(_HEAD, "big")
    if data[:start] != head:
        return {}
    codes: Codes = marshal.loads(data[start:])
    return codes


def _write(file: Path, codes: Codes) -> None:
    """Put the file in place at once; where that is not allowed, nothing is kept."""
    data = marshal.dumps(codes)
    head = MAGIC_NUMBER + crc32(data).to_bytes(_HEAD, "big")
    new = file.with_name(f"{file.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(head + data)
        new.replace(file)


def file_name() -> str:
    """The name of the file for this interpreter, as ``.pyc`` files are named."""
    return f"pyside.{sys.implementation.cache_tag}.bytecode"
