"""What the first hundred bytes of a library say, before SQLite may touch the file."""

import os
from pathlib import Path
from typing import NamedTuple

from reader.domain.errors import DatabaseDamaged, DatabaseNewer, DatabaseUnavailable
from reader.storage.faults import system_fault
from reader.storage.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_SIZES = {512, 1024, 2048, 4096, 8192, 16384, 32768, 1}  # 1 stands for 65,536


class Header(NamedTuple):
    """Fields of a SQLite header (https://sqlite.org/fileformat2.html#the_database_header)."""

    page_size: int
    pages: int
    version: int
    application: int
    formats: tuple[int, int]


def inspect(path: Path, newest: int) -> None:
    """Look at the library at ``path`` without writing anything.

    Raises DatabaseDamaged, DatabaseNewer (a version above ``newest``), DatabaseUnavailable.
    """
    start, size = _read(path)
    header = _parse(start)
    # With a journal beside it the file is between two states, and SQLite will put it right.
    settled = not _has_journal(path)
    if header is None or (settled and header.page_size * header.pages > size):
        raise DatabaseDamaged(path=path)
    if header.application != APPLICATION_ID or header.version == 0:
        raise DatabaseDamaged(path=path)
    if header.version > newest:
        raise DatabaseNewer(path=path)


def change_counter(path: Path) -> int:
    """A number that every transaction changes. Raises DatabaseUnavailable."""
    start, _ = _read(path)
    return int.from_bytes(start[24:28], "big")


def _read(path: Path) -> tuple[bytes, int]:
    """Return the first hundred bytes and the size of the file."""
    if path.is_dir():
        raise DatabaseUnavailable(path=path, detail="it is a folder")
    try:
        with path.open("rb") as file:
            return file.read(100), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise system_fault(error, path, writing=False) from error


def _parse(start: bytes) -> Header | None:
    """Read the header, or ``None`` when it cannot belong to a SQLite database."""
    if len(start) < 100 or not start.startswith(_MAGIC):
        return None

    def number(at: int, length: int = 4) -> int:
        return int.from_bytes(start[at : at + length], "big")

    size = number(16, 2)
    header = Header(
        65536 if size == 1 else size, number(28), number(60), number(68), (start[18], start[19])
    )
    fixed = start[21:24] == bytes((64, 32, 32)) and number(56) == 1
    journaled = header.formats in {(1, 1), (2, 2)}
    return header if fixed and journaled and size in _SIZES and header.pages else None


def _has_journal(path: Path) -> bool:
    """Whether an interrupted transaction, or a write-ahead log, waits beside the file."""
    for suffix in ("-journal", "-wal"):
        try:
            if path.with_name(path.name + suffix).stat().st_size:
                return True
        except OSError:
            continue
    return False
