"""Taking what a backup holds into a new library of the present version, beside the old one.

Rows are copied into tables that our own steps make; the file itself is never used as a library.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.domain.errors import BackupDamaged, DatabaseDamaged
from reader.storage.connecting import connect, settle, user_version
from reader.storage.faults import told
from reader.storage.lean import import_sqlite_utils
from reader.storage.safety.copying import Census, proved
from reader.storage.safety.strangers import migrate, opened
from reader.storage.schema import APPLICATION_ID, LIBRARY, Plan


def adopt(source: Path, target: Path, plan: Plan = LIBRARY) -> Census:
    """Write what the backup ``source`` holds to the new library ``target``, and prove it.

    Raises FileMissing, NotAFile, BackupForeign, BackupNewer, BackupDamaged, DiskFull and what
    else ``told`` raises.
    """
    import_sqlite_utils()
    with opened(source, plan) as original:
        version = user_version(original)
    with told(target), closing(begin(target, plan, version)) as new:
        uri = f"{source.absolute().as_uri()}?mode=ro"
        new.execute("ATTACH DATABASE ? AS incoming", [uri])
        try:
            new.execute("BEGIN IMMEDIATE")
            for table in tables_of(new):
                _copy_table(new, table)
            # Numbers of texts that were removed are not given again.
            new.execute("DELETE FROM main.sqlite_sequence WHERE name = 'documents'")
            new.execute(
                "INSERT INTO main.sqlite_sequence SELECT name, seq FROM incoming.sqlite_sequence"
                " WHERE name = 'documents'"
            )
            new.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
                raise
            raise BackupDamaged(path=source) from error
        new.execute("DETACH DATABASE incoming")
        _finish(new, plan, source)
    return prove(target, source)


def begin(target: Path, plan: Plan, version: int) -> sqlite3.Connection:
    """A new library with the schema of a version, on a connection that hurries.

    Nothing is lost if it never comes to be: until it is put in place it is nobody's library.
    """
    connection = connect(target, "rwc")
    try:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, plan, version)
        for table in tables_of(connection):
            connection.execute(f"DELETE FROM main.{table}")
    except BaseException:
        connection.close()
        raise
    return connection


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """Our tables in the schema that a new library has so far."""
    rows = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return [name for (name,) in rows]


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of one of our tables."""
    return [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]


def _copy_table(connection: sqlite3.Connection, table: str) -> None:
    names = ", ".join(columns_of(connection, table))
    connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM incoming.{table}")


def _finish(connection: sqlite3.Connection, plan: Plan, source: Path) -> None:
    """Bring a library that has been filled up to date."""
    try:
        migrate(connection, plan, plan.version)
    except sqlite3.Error as error:
        # The steps are tested on sound libraries: what they trip over is damage.
        raise BackupDamaged(path=source) from error


def prove(target: Path, source: Path) -> Census:
    """Push a new library to the disk and read it back. Raises BackupDamaged about ``source``."""
    settle(target)
    try:
        return proved(target)
    except DatabaseDamaged as error:
        raise BackupDamaged(path=source) from error
