"""The one place where SQLite's and the system's errors become the domain's."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.errors import (
    DatabaseDamaged,
    DatabaseUnavailable,
    DiskFull,
    ReadOnly,
    XiduError,
)

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_UNAVAILABLE = {
    sqlite3.SQLITE_BUSY: "another program is using it",
    sqlite3.SQLITE_LOCKED: "another program is using it",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_PERM: "permission denied",
    sqlite3.SQLITE_AUTH: "permission denied",
    sqlite3.SQLITE_IOERR: "the disk reported an error",
    sqlite3.SQLITE_PROTOCOL: "the file locks do not work",
    sqlite3.SQLITE_NOLFS: "the file is too large for this disk",
}
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise the domain's error for what SQLite says about the file at ``path``.

    Errors that are our own fault (wrong SQL, a broken constraint) pass through.
    """
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


@contextmanager
def decoding(path: Path) -> Iterator[None]:
    """Raise DatabaseDamaged when a stored row does not decode."""
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        raise DatabaseDamaged(path=path) from error


def fault_of(error: sqlite3.Error, path: Path) -> XiduError | None:
    """Name what ``error`` means to a person; ``None`` when it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The sqlite3 module itself says this of TEXT that is not UTF-8; it carries no code.
        undecodable = "Could not decode to UTF-8" in str(error)
        return DatabaseDamaged(path=path) if undecodable else None
    primary = code & 0xFF
    if primary in _DAMAGED:
        return DatabaseDamaged(path=path)
    if primary == sqlite3.SQLITE_FULL:
        return DiskFull()
    if primary == sqlite3.SQLITE_READONLY:
        return ReadOnly(path=path.parent)
    if primary in _UNAVAILABLE:
        return DatabaseUnavailable(path=path, detail=_UNAVAILABLE[primary])
    return None


def system_fault(error: OSError, path: Path, *, writing: bool) -> XiduError:
    """Name what the operating system's ``error`` about ``path`` means to a person."""
    if error.errno in _FULL:
        return DiskFull()
    if writing and error.errno in _REFUSED:
        return ReadOnly(path=path.parent)
    return DatabaseUnavailable(path=path, detail=(error.strerror or str(error)).lower())
