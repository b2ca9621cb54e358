"""From a folder to an open, checked, up-to-date library file.

A file that is missing is created aside and renamed into place, so that a library is
never half made. A file that is damaged, foreign or newer is left as it is, byte for byte.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.errors import (
    DatabaseDamaged,
    DatabaseUnavailable,
    DiskFull,
    ReadOnly,
    XiduError,
)
from reader.storage.connecting import (
    connect,
    make_durable,
    settle,
    user_version,
    verify_copy,
    verify_pages,
    verify_shape,
)
from reader.storage.faults import fault_of, system_fault, told
from reader.storage.header import inspect
from reader.storage.schema import APPLICATION_ID, Plan

if TYPE_CHECKING:
    from sqlite_utils import Database


def open_file(path: Path, plan: Plan) -> tuple[sqlite3.Connection, bool]:
    """Open or create the library at ``path``; tell whether it is read-only.

    Raises DatabaseDamaged, DatabaseNewer, DatabaseUnavailable, ReadOnly, DiskFull.
    """
    try:
        if not os.path.lexists(path):
            _prepare_folder(path)
            _create(path, plan)
        inspect(path, plan.version)
        writable = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
        with told(path):
            return _open_existing(path, plan, writable), not writable
    except OSError as error:
        raise system_fault(error, path, writing=True) from error


def _open_existing(path: Path, plan: Plan, writable: bool) -> sqlite3.Connection:
    """Open a file whose header is sound, check it and bring it up to date."""
    connection = connect(path, "rw" if writable else "ro")
    try:
        _check(connection, path, writable)
        if writable:
            make_durable(connection)
        # Asked again: playing back a journal may have undone half a migration.
        if user_version(connection) < plan.version:
            if not writable:
                raise ReadOnly(path=path.parent)
            _upgrade(connection, path, plan)
        verify_shape(connection, path, plan.tables)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path, writable: bool) -> None:
    """Check the pages; a journal that may not be played back is told in plain words."""
    try:
        verify_pages(connection, path)
    except sqlite3.OperationalError as error:
        if writable or not path.with_name(path.name + "-journal").exists():
            raise
        detail = "an interrupted change has to be undone first, but its folder is read-only"
        raise DatabaseUnavailable(path=path, detail=detail) from error


def _prepare_folder(path: Path) -> None:
    """Make the data folder, and put aside a journal whose library was moved away.

    SQLite would play such a journal back into the new file.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise DatabaseUnavailable(path=path, detail="its folder is a file") from error
    for suffix in ("-journal", "-wal"):
        lost = path.with_name(path.name + suffix)
        if lost.exists():
            number = 1
            while (aside := lost.with_name(f"{lost.name}.lost-{number}")).exists():
                number += 1
            lost.rename(aside)


def _create(path: Path, plan: Plan) -> None:
    """Make an empty library beside ``path`` and rename it into place."""
    new = path.with_name(path.name + ".new")
    _discard(new)
    try:
        with told(path), closing(connect(new, "rwc")) as connection:
            make_durable(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(connection, plan)
        new.replace(path)
        settle(path)
    except DiskFull:
        _discard(new)
        raise
    except DatabaseUnavailable as error:
        if os.access(path.parent, os.W_OK):
            raise
        raise ReadOnly(path=path.parent) from error


def _upgrade(connection: sqlite3.Connection, path: Path, plan: Plan) -> None:
    """Copy the library, read the copy back, then bring the original to the present schema."""
    _copy(connection, path, plan)
    try:
        _migrate(connection, plan)
    except sqlite3.Error as error:
        # The steps are tested on sound files: what they trip over is damage.
        raise fault_of(error, path) or DatabaseDamaged(path=path) from error


def _copy(connection: sqlite3.Connection, path: Path, plan: Plan) -> None:
    """Write the verified copy ``library.before-<first step>.sqlite3``."""
    steps = [step.name for step in plan.migrations().pending(_wrap(connection))]
    if not steps:
        raise DatabaseDamaged(path=path)
    copy = path.with_name(f"{path.stem}.before-{steps[0]}{path.suffix}")
    new = copy.with_name(copy.name + ".new")
    _discard(new)
    try:
        # As bytes: a folder's name need not be valid text.
        connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(new),))
        verify_copy(new, connection)
    except (sqlite3.Error, XiduError):
        _discard(new)
        raise
    new.replace(copy)
    settle(copy)


def _migrate(connection: sqlite3.Connection, plan: Plan) -> None:
    """Apply the missing steps; each is one transaction."""
    plan.migrations().apply(_wrap(connection))
    if user_version(connection) != plan.version:
        raise RuntimeError("the migrations and the schema version disagree")


def _wrap(connection: sqlite3.Connection) -> "Database":
    import sqlite_utils  # noqa: PLC0415 - costs 70 to 160 ms, and few starts need it

    return sqlite_utils.Database(connection, execute_plugins=False)


def _discard(new: Path) -> None:
    """Remove what a killed attempt left."""
    for name in (new.name, new.name + "-journal"):
        new.with_name(name).unlink(missing_ok=True)
