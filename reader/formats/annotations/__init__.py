"""Marks in and out: W3C annotations (JSON), CSV, Markdown for a vault of notes, a page of HTML.

JSON and CSV read back exactly; Markdown and HTML are for reading elsewhere. Reading is all or
nothing: a fault names the place, and no mark is handed over.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.domain.errors import FileEmpty, FileTooLarge
from reader.domain.mark_records import MarkRecord
from reader.formats.annotations import hypothesis, tables, w3c
from reader.formats.annotations.faults import MarksKindUnknown, MarksRefused
from reader.formats.opening import LIMIT_MEGABYTES, read_bytes

WRITERS: dict[str, Callable[[Iterable[MarkRecord]], Iterator[str]]] = {
    "json": w3c.lines,
    "csv": tables.lines,
}
"""Formats that read back exactly."""


def load(path: Path) -> list[MarkRecord]:
    """Read the file at ``path``; raises what :func:`read` and ``opening.read_bytes`` raise."""
    return read(read_bytes(path), str(path))


def read(data: bytes, file: str) -> list[MarkRecord]:
    """Read the bytes of a file; what it holds tells the format.

    Raises MarksKindUnknown, MarksRefused, FileEmpty, FileTooLarge or NotText.
    """
    if len(data) > LIMIT_MEGABYTES * 1_000_000:
        raise FileTooLarge(path=file, limit=LIMIT_MEGABYTES)
    if not data.strip():
        raise FileEmpty(path=file)
    begins = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return list(_json(data, file) if begins in {b"{", b"["} else tables.read(data, file))


def _json(data: bytes, file: str) -> Iterator[MarkRecord]:
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise MarksRefused(file=file, where="as a whole", detail="it is no JSON") from error
    if isinstance(told, list):
        told = {"items": told}
    rows = hypothesis.rows(told)
    if rows is not None:
        return hypothesis.read(rows, file)
    if not w3c.items(told) and "items" not in told:
        raise MarksKindUnknown(file=file)
    return w3c.read(told, file)
