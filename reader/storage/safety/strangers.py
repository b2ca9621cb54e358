"""Looking at a file that says it is a backup, before anything is taken from it.

Its schema is compared, statement by statement, with what our own steps make; code that came
with it (triggers, views, virtual tables) has it refused. Further plain tables of the reader's
own are no harm, because they are never read.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.domain.errors import (
    BackupDamaged,
    BackupForeign,
    BackupNewer,
    DatabaseDamaged,
    DatabaseNewer,
    FileMissing,
    NotAFile,
)
from reader.storage.connecting import connect, user_version
from reader.storage.faults import told
from reader.storage.header import inspect
from reader.storage.safety.schema_pages import more_objects_than
from reader.storage.schema import Plan

_MOST_OBJECTS = 200
"""Objects in a schema; ours has some thirty."""

Schema = dict[tuple[str, str], str]
"""SQL by type and name of its object."""


@contextmanager
def opened(path: Path, plan: Plan) -> Iterator[sqlite3.Connection]:
    """The backup at ``path``, read-only, once it is known to be ours.

    Raises FileMissing, NotAFile, BackupForeign, BackupNewer, BackupDamaged, DatabaseUnavailable.
    """
    _look_at_header(path, plan.version)
    if more_objects_than(path, _MOST_OBJECTS):
        raise BackupForeign(path=path)
    try:
        with told(path), closing(connect(path, "ro")) as connection:
            _compare(connection, path, plan)
            yield connection
    except DatabaseDamaged as error:
        raise BackupDamaged(path=path) from error


def _look_at_header(path: Path, newest: int) -> None:
    if not path.exists():
        raise FileMissing(path=path)
    if path.is_dir():
        raise NotAFile(path=path)
    try:
        inspect(path, newest)
    except DatabaseNewer as error:
        raise BackupNewer(path=path) from error
    except DatabaseDamaged as error:
        raise (BackupDamaged if _was_ours(path) else BackupForeign)(path=path) from error


def _was_ours(path: Path) -> bool:
    """Whether a file that is not sound still bears the mark of our libraries."""
    with path.open("rb") as file:
        start = file.read(100)
    return start[68:72] == b"Xidu"


def _compare(connection: sqlite3.Connection, path: Path, plan: Plan) -> None:
    """Raise BackupForeign unless the schema is that of one of our versions."""
    try:
        found = schema_of(connection)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
            raise
        raise BackupForeign(path=path) from error
    ours = expected(plan, user_version(connection))
    strange = {key for key, sql in found.items() if key not in ours and not _is_plain(key, sql)}
    if strange or any(found.get(key) != sql for key, sql in ours.items()):
        raise BackupForeign(path=path)


def schema_of(connection: sqlite3.Connection) -> Schema:
    """What is defined, without what SQLite and sqlite-utils keep for themselves."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {
        (str(kind), str(name)): " ".join(str(sql).split())
        for kind, name, table, sql in rows
        if sql is not None and not str(table).startswith(("sqlite_", "_sqlite_"))
    }


def expected(plan: Plan, version: int) -> Schema:
    """The schema that our steps make up to a version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, plan, version)
        return schema_of(connection)


def migrate(connection: sqlite3.Connection, plan: Plan, version: int) -> None:
    """Apply the steps up to a version, all of them for the present one."""
    import sqlite_utils  # noqa: PLC0415 - 100 ms

    database = sqlite_utils.Database(connection, execute_plugins=False)
    steps = plan.migrations()
    names = [step.name for step in steps.pending(database)][version - user_version(connection) :]
    steps.apply(database, stop_before=names[0] if names else None)


def _is_plain(key: tuple[str, str], sql: str) -> bool:
    """Whether an object that is not ours does nothing by itself."""
    kind, _ = key
    return kind == "table" and sql.upper().startswith("CREATE TABLE ")
