"""``xidu backup``, ``restore`` and ``check``: what keeps a library from being lost."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from reader.commands import path_of, print_json, program_of
from reader.domain.backups import Backup
from reader.domain.errors import DatabaseDamaged, NotAllSound
from reader.domain.restoring import MERGE, REPLACE, Preview
from reader.services.restoring import Restore, last_before


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


def run_restore(options: Namespace) -> int:
    """Restore a backup, or tell what that would change."""
    if sum((options.file is not None, options.undo, options.salvage)) != 1 and not (
        options.file is not None and options.salvage and not options.undo
    ):
        print("xidu restore: name a FILE, --undo, or --salvage", file=sys.stderr)
        return 2
    mode = REPLACE if options.replace or options.undo else MERGE
    with program_of(options, writing=not options.preview) as program:
        if options.undo:
            file = last_before(program.safekeeping)
        elif options.file is None:
            file, mode = program.safekeeping.library, REPLACE
        else:
            file = path_of(options.file)
        with program.restore(file, salvaging=options.salvage) as restore:
            told = _restored(restore, mode, only_tell=options.preview)
            if restore.salvaged is not None:
                told["lost"] = dict(restore.salvaged.lost)
                told["texts_mended"] = list(restore.salvaged.texts)
    if options.json:
        print_json(told)
    else:
        print("\n".join(_lines(told)))
    return 0


def _restored(restore: Restore, mode: str, *, only_tell: bool) -> dict[str, Any]:
    try:
        if only_tell:
            return _previewed(restore.preview(mode))
        done = restore.carry_out(mode)
    except DatabaseDamaged as error:
        if only_tell or error.fields.get("path") != str(restore.library):
            raise
        return {"mode": REPLACE, "kept": str(restore.rescue())}
    told = _previewed(done.preview)
    if done.before is not None:
        told["before"] = _described(done.before)
    if done.kept is not None:
        told["kept"] = str(done.kept)
    return told


def run_check(options: Namespace) -> int:
    """Check everything; mend what can be made again, tell what cannot."""
    with program_of(options, writing=True) as program:
        report = program.checking().check()
    told = {
        "sound": report.sound,
        "texts": report.counts.get("documents", 0),
        "marks": dict(report.marks),
        "backups": report.backups,
        "mended": [finding._asdict() for finding in report.mended],
        "damaged": [finding._asdict() for finding in report.damaged],
    }
    if options.json:
        print_json(told)
    else:
        for finding in report.findings:
            state = "mended" if finding.mended else "damaged"
            print(f"{state}\t{finding.what}\t{finding.id}\t{finding.detail}")
        if report.sound:
            print(f"everything is sound: {_counted(report.marks)}; backups: {report.backups}")
    if report.sound:
        return 0
    raise NotAllSound(count=len(report.damaged))


def _previewed(preview: Preview) -> dict[str, Any]:
    return {
        "mode": preview.mode,
        "texts": dict(preview.texts),
        "counts": {kind: dict(counts) for kind, counts in preview.counts.items()},
        "orphans": preview.orphans,
        "damaged": preview.damaged,
        "changes": [change._asdict() for change in preview.changes],
    }


def _lines(told: dict[str, Any]) -> Iterator[str]:
    """What was done, in lines to be read."""
    if "kept" in told:
        yield f"a sound library took the place of the damaged one, which is kept: {told['kept']}"
        yield from (f"{table} lost: {count}" for table, count in told.get("lost", {}).items())
        return
    yield from (f"texts {how}: {count}" for how, count in told["texts"].items())
    for kind, counts in told["counts"].items():
        yield from (f"{kind} {how}: {count}" for how, count in counts.items())
    for change in told["changes"]:
        yield f"{change['how']}\t{change['kind']}\t{change['quote']}\t{change['text']}"
    if told["orphans"]:
        yield f"without a place now: {told['orphans']}"
    if told["damaged"]:
        yield f"damaged in the backup: {told['damaged']}"
    if "before" in told:
        yield f"before that, a backup was made: {told['before']['file']}"


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


def _counted(marks: Mapping[str, int]) -> str:
    return ", ".join(f"{kind}: {count}" for kind, count in marks.items()) or "no marks"
