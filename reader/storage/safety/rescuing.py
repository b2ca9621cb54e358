"""Putting a library in the place of a damaged one, which is kept beside it."""

import os
import shutil
from pathlib import Path

from reader.storage.connecting import settle
from reader.storage.faults import system_fault

_JOURNAL = "-journal"


def take_place(new: Path, library: Path) -> Path:
    """Put the proved library ``new`` in the place of ``library``; return where that is kept.

    There is a file at ``library`` at every moment, the old one or the new. Raises DiskFull,
    ReadOnly, DatabaseUnavailable.
    """
    journal = library.with_name(library.name + _JOURNAL)
    kept = keep(library)
    try:
        if journal.exists():
            # It belongs to the damaged file and must not be played back into the new one.
            journal.replace(kept.with_name(kept.name + _JOURNAL))
        new.replace(library)
        settle(library)
    except OSError as error:
        raise system_fault(error, library, writing=True) from error
    return kept


def keep(library: Path) -> Path:
    """Give a damaged library another name beside its own; return that. Raises as above."""
    kept = _free_name(library)
    try:
        _also_at(library, kept)
    except OSError as error:
        raise system_fault(error, library, writing=True) from error
    return kept


def _also_at(path: Path, other: Path) -> None:
    """Give a file another name, too, or copy it where the file system has no such thing."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copyfile(path, other)
        settle(other)


def _free_name(library: Path) -> Path:
    number = 1
    while (kept := library.with_name(f"{library.stem}.damaged-{number}{library.suffix}")).exists():
        number += 1
    return kept
