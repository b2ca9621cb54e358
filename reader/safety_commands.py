"""``xidu backup``: what keeps a library from being lost, on the command line."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any

from reader.commands import path_of, print_json, program_of
from reader.domain.backups import Backup


def run_backup(options: Namespace) -> int:
    """Make a backup, or list those there are."""
    if options.list and options.file is not None:
        print("xidu backup: name either a FILE or --list", file=sys.stderr)
        return 2
    with program_of(options) as program:
        if options.list:
            backups = program.safekeeping.backups()
        elif options.file is not None:
            backups = [program.safekeeping.back_up_to(path_of(options.file))]
        else:
            backups = [program.safekeeping.back_up()]
    told = [_described(backup) for backup in backups]
    if options.json:
        print_json(told if options.list else told[0])
    else:
        for one in told:
            sound = "verified" if one["verified"] else "not verified"
            print(
                f"{one['made']}\t{one['bytes']}\t{_counted(one['marks'])}\t{sound}\t{one['file']}"
            )
    return 0


def _described(backup: Backup) -> dict[str, Any]:
    return {
        "file": str(backup.path),
        "made": backup.made.isoformat(),
        "kind": backup.kind,
        "bytes": backup.size,
        "texts": backup.counts.get("documents", 0),
        "marks": dict(backup.marks),
        "damaged": backup.damaged,
        "verified": backup.verified,
    }


def _counted(marks: dict[str, int]) -> str:
    return ", ".join(f"{kind}: {count}" for kind, count in marks.items()) or "no marks"
