"""The folder of backups: making one, listing them, and removing those no longer needed.

A backup is two files of one name: the library, and ``.jsonl``, which begins with a line that
tells what is in it. That line is written last, once the library has been read back; without it
a backup is an attempt that was interrupted.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from reader.domain.backups import KINDS, Backup, Dated, superseded
from reader.domain.errors import BackupNotWhole, DatabaseDamaged
from reader.storage.connecting import settle, settle_name
from reader.storage.faults import system_fault
from reader.storage.safety.copying import Census, copy, proved, sha256
from reader.storage.safety.processes import is_running
from reader.storage.safety.readable import lines

_NAME = re.compile(rf"library-(\d{{6,}})-(\d{{4}}-\d\d-\d\d)-({'|'.join(KINDS)})\.sqlite3")
_PART = re.compile(r"\..+\.part-(\d+)")
_FORMAT = 1
_HEADER_ROOM = 4096
"""Bytes of the first line; what it does not need is blanks, which JSON does not mind."""


class BackupFolder:
    """The backups of one library.

    ``clock`` gives an aware time, ``settings`` lines that are added to the readable file.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], datetime],
        settings: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._settings = settings

    def make(self, library: Path, kind: str) -> Backup:
        """Copy ``library`` and read the copy back; only then older backups may go.

        Raises what ``storage.faults`` tells; then everything is as it was before.
        """
        try:
            if not self.folder.exists():
                self.folder.mkdir(exist_ok=True)
                settle_name(self.folder)
            self._sweep()
            number = max((dated.number for dated in self.dated()), default=0) + 1
            now = self._clock()
            name = f"library-{number:06}-{now.astimezone().date().isoformat()}-{kind}.sqlite3"
            stamp = Stamp(number, kind, now)
            made = write(library, self.folder / name, stamp, self._settings())
        except OSError as error:
            raise system_fault(error, self.folder / "backup", writing=True) from error
        if not made.damaged:
            self._rotate()
        return made

    def dated(self) -> list[Dated]:
        """Number, day and kind of every backup that was read back, by its name."""
        return [
            Dated(int(found[1]), date.fromisoformat(found[2]), found[3])
            for found in self._names()
            if readable_of(self.folder / found[0]).exists()
        ]

    def list(self) -> "list[Backup]":
        """All backups, the latest first; without a first line, one counts as not read back."""
        found = [
            described(self.folder / name[0], int(name[1]), name[3], name[2])
            for name in self._names()
        ]
        return sorted(found, key=lambda backup: backup.number, reverse=True)

    def _names(self) -> Sequence[re.Match[str]]:
        try:
            names = sorted(os.listdir(self.folder))  # noqa: PTH208 - names are wanted
        except FileNotFoundError:
            return []
        return [found for name in names if (found := _NAME.fullmatch(name)) and _is_day(found[2])]

    def _rotate(self) -> None:
        gone = superseded(self.dated())
        for found in self._names():
            if int(found[1]) in gone:
                remove(self.folder / found[0])

    def _sweep(self) -> None:
        """Remove what attempts have left whose process has ended."""
        for path in self.folder.iterdir():
            found = _PART.fullmatch(path.name)
            if found and not is_running(int(found[1])):
                path.unlink(missing_ok=True)
        for found in self._names():
            path = self.folder / found[0]
            if not readable_of(path).exists():
                path.unlink(missing_ok=True)


class Stamp(NamedTuple):
    """What a backup says of its making; ``number`` is 0 for one outside the folder."""

    number: int
    kind: str
    made: datetime


def write(library: Path, target: Path, stamp: Stamp, settings: Iterable[str] = ()) -> Backup:
    """Write a verified backup of ``library`` to ``target`` and a readable file beside it.

    What was there before is replaced only when both are whole. Raises XiduError, OSError.
    """
    part = target.with_name(f".{target.name}.part-{os.getpid()}")
    readable = readable_of(target)
    lines_part = readable.with_name(f".{readable.name}.part-{os.getpid()}")
    try:
        for path in (part, lines_part):
            path.unlink(missing_ok=True)
        part.touch()  # here the system says why, where SQLite would only say that it cannot
        copy(library, part)
        with ThreadPoolExecutor(2) as others:  # SQLite and hashing let Python work meanwhile
            digest = others.submit(sha256, part)
            told = others.submit(_write_lines, lines_part, chain(settings, lines(part)))
            found = _proved(part)
        told.result()
        _write_header(lines_part, _header(found, part, target.name, stamp, digest.result()))
        readable.unlink(missing_ok=True)  # never the lines of another library beside this one
        part.replace(target)
        lines_part.replace(readable)
        settle(readable)
    finally:
        for path in (part, lines_part):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return described(target, stamp.number, stamp.kind, stamp.made.date().isoformat())


def _proved(part: Path) -> Census:
    try:
        return proved(part)
    except DatabaseDamaged as error:
        raise BackupNotWhole from error


def _header(found: Census, part: Path, name: str, stamp: Stamp, digest: str) -> str:
    return json.dumps(
        {
            "record": "backup",
            "format": _FORMAT,
            "library": name,
            "number": stamp.number,
            "kind": stamp.kind,
            "made": stamp.made.isoformat(),
            "sha256": digest,
            "bytes": part.stat().st_size,
            "schema": found.version,
            "counts": found.counts,
            "marks": found.marks,
            "damaged": found.damaged,
        },
        ensure_ascii=False,
    )


def _write_lines(path: Path, written: Iterable[str]) -> None:
    """Write lines after an empty one, which has room for the header."""
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(" " * _HEADER_ROOM + "\n")
        file.writelines(f"{line}\n" for line in written)


def _write_header(path: Path, header: str) -> None:
    """Write the first line, once everything is known; with it the file counts."""
    data = header.encode().ljust(_HEADER_ROOM)
    if len(data) > _HEADER_ROOM:
        raise ValueError("the header of a backup has grown too long")
    with path.open("rb+") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def readable_of(path: Path) -> Path:
    """The readable file beside a backup."""
    return path.with_suffix(".jsonl")


def header_of(path: Path) -> dict[str, Any]:
    """The line that tells what is in a backup; empty if there is none that can be read."""
    try:
        with readable_of(path).open(encoding="utf-8") as file:
            header = json.loads(file.readline(1 << 16))
    except (OSError, ValueError):
        return {}
    fits = isinstance(header, dict) and header.get("record") == "backup"
    return header if fits and header.get("library") == path.name else {}


def described(path: Path, number: int, kind: str, day: str) -> Backup:
    """What a backup says of itself, without reading the library in it."""
    header = header_of(path)
    size = path.stat().st_size
    try:
        made = datetime.fromisoformat(header["made"])
        told = dict(header["counts"]), dict(header["marks"]), int(header["damaged"])
        return Backup(path, number, kind, made, size, *told, verified=header["bytes"] == size)
    except (KeyError, TypeError, ValueError):
        made = datetime.fromisoformat(day).astimezone()
        return Backup(path, number, kind, made, size, {}, {}, 0, verified=False)


def is_intact(path: Path) -> bool:
    """Whether a backup still is what was read back when it was made. Reads all of it."""
    try:
        return bool(header_of(path).get("sha256") == sha256(path))
    except OSError:
        return False


def remove(path: Path) -> None:
    """Remove a backup; its proof goes first."""
    readable_of(path).unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
