"""Taking from a damaged library whatever can still be read, with a report of what cannot.

The damaged file is only read. Marks whose text is lost get one that consists of their quotes, so
that no mark is lost with its text.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.domain.errors import BackupForeign
from reader.storage.connecting import settle
from reader.storage.database import FILE_NAME
from reader.storage.faults import system_fault, told
from reader.storage.lean import import_sqlite_utils
from reader.storage.safety.copying import Census, proved
from reader.storage.safety.patient import Patient, admit
from reader.storage.safety.staging import begin, columns_of, tables_of
from reader.storage.safety.strangers import migrate
from reader.storage.safety.textmending import Remend, mend_texts
from reader.storage.schema import LIBRARY, Plan


class Salvaging(NamedTuple):
    """What helps.

    ``donor`` is a sound backup of the same library, which tells where the tables are if the file
    does not know itself; ``remend`` makes a document of a source again.
    """

    donor: Path | None = None
    remend: Remend | None = None


class Salvaged(NamedTuple):
    """What came of it: rows kept and lost by table, what is in the new library, texts mended.

    A row counts as lost if SQLite could not read it; of a table without row numbers that broke,
    one is counted. ``texts`` are the numbers of texts that were made again, from their source
    where that was sound (``remade``), or else from what was left of them.
    """

    kept: Mapping[str, int]
    lost: Mapping[str, int]
    census: Census
    texts: tuple[int, ...]
    remade: tuple[int, ...]


def salvage(
    source: Path, folder: Path, by: Salvaging | None = None, plan: Plan = LIBRARY
) -> Salvaged:
    """Write what can be read of the damaged library ``source`` to a new one in ``folder``.

    Raises BackupForeign if nothing can be, DiskFull, DatabaseUnavailable.
    """
    import_sqlite_utils()
    donor, remend = by or Salvaging()

    target, ill = folder / FILE_NAME, folder / "patient.sqlite3"
    patient = _admitted(source, ill, plan, donor)
    try:
        with (
            told(target),
            closing(begin(target, plan, min(patient.version(), plan.version))) as new,
        ):
            kept = {table: _take(new, table, patient) for table in tables_of(new)}
            migrate(new, plan, plan.version)
    finally:
        patient.close()
    if not any(kept.values()):
        target.unlink()
        raise BackupForeign(path=source)
    settle(target)
    texts, remade = mend_texts(folder, plan, remend)
    for path in folder.glob("patient.sqlite3*"):
        path.unlink()
    return Salvaged(kept, patient.lost, proved(target), texts, remade)


def _admitted(source: Path, ill: Path, plan: Plan, donor: Path | None) -> Patient:
    """The copy that is read: as it is, or else with the first page of ``donor``."""
    try:
        admit(source, ill, plan)
        patient = Patient(ill)
        if not patient.tables and donor is not None:
            patient.close()
            admit(source, ill, plan, donor)
            patient = Patient(ill)
    except OSError as error:
        raise system_fault(error, source, writing=False) from error
    except sqlite3.DatabaseError as error:
        raise BackupForeign(path=source) from error
    return patient


def _take(new: sqlite3.Connection, table: str, patient: Patient) -> int:
    """Copy what can be read of a table; return how many rows."""
    if table not in patient.tables:
        return 0
    columns = columns_of(new, table)
    holes = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({holes})"
    kept = 0
    new.execute("BEGIN IMMEDIATE")
    for row in patient.rows(table, columns):
        kept += max(0, new.execute(insert, row).rowcount)
    new.execute("COMMIT")
    return kept
