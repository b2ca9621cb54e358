"""A power cut, simulated from what a real process asked the system to write.

``strace`` records every change that a process makes in a folder: writes with their bytes,
truncations, names made and removed, and what it asked to be pushed to the disk. From that,
:class:`Disk` can say what a disk may hold if the power fails after any of these calls:

* what a file held when it was synchronised last is there;
* of what was written to it since, any part may be there and any part may not, in any order, down
  to sectors of 512 bytes;
* names are there as their folder was synchronised last, and of what was done to names since, the
  first so many, as file systems with a journal have it.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

_CALLS = (
    "openat,open,creat,write,pwrite64,lseek,fsync,fdatasync,ftruncate,truncate,unlink,unlinkat,"
    "rename,renameat,renameat2,link,linkat,mkdir,mkdirat,rmdir,sendfile,copy_file_range"
)
_SECTOR = 512
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(?:<(.*?)>)?(?: .*)?$")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


class Event(NamedTuple):
    """One call: ``what`` it does, to which path (below the folder) or file, and with which bytes."""

    what: str
    path: str = ""
    other: str = ""
    at: int = 0
    data: bytes = b""


def can_record() -> str:
    """Why nothing can be recorded here; empty if it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-o", os.devnull, "true"], capture_output=True, text=True, check=False
    )
    return f"strace may not look at processes here: {done.stderr[:80]}" if done.returncode else ""


def record(code: str, folder: Path, *arguments: str) -> list[Event]:
    """Run ``code`` on ``folder`` and return what it did there and what it printed."""
    log = folder.with_name(folder.name + ".strace")
    command = [
        "strace",
        "-f",
        "-y",
        "-xx",
        "-s",
        "100000000",
        "-e",
        f"trace={_CALLS}",
        "-o",
        str(log),
    ]
    done = subprocess.run(
        [*command, sys.executable, "-c", code, str(folder), *arguments],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    events = list(_parsed(log, folder.resolve()))
    log.unlink()
    return events


def _parsed(log: Path, root: Path) -> Iterator[Event]:
    position: dict[str, int] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in _whole(lines):
            found = _LINE.match(line)
            if found is None or int(found[3]) < 0:
                continue
            yield from _events(found[1], found[2], int(found[3]), root, position)


def _whole(lines: Iterable[str]) -> Iterator[str]:
    """Calls of all threads, in the order in which they ended, without the number of the thread."""
    begun: dict[str, str] = {}
    for line in lines:
        thread, _, call = line.rstrip("\n").partition(" ")
        call = call.lstrip()
        if call.endswith("<unfinished ...>"):
            begun[thread] = call.removesuffix("<unfinished ...>").rstrip()
        elif call.startswith("<... "):
            yield begun.pop(thread, "") + call.partition("resumed>")[2]
        else:
            yield call


def _events(
    call: str, given: str, result: int, root: Path, position: dict[str, int]
) -> Iterator[Event]:
    """What one line of the log tells; ``position`` is that of each open file."""
    descriptors = [(number, _below(_text(path), root)) for number, path in _FD.findall(given)]
    if descriptors and descriptors[0][0] == "1" and call == "write":
        yield Event("say", data=_bytes(_STRING.findall(given)[0])[:result])
    elif call in _ON_FILES:
        if descriptors[0][1] is not None:
            yield from _on_file(call, given, result, descriptors, position)
    else:
        names = [_below(_text(text), root) for text in _STRING.findall(given)]
        if names and names[0] is not None:
            yield from _on_names(call, given, [name or "" for name in names])
            position[str(result)] = 0


_ON_FILES = {
    "write", "pwrite64", "lseek", "fsync", "fdatasync", "ftruncate", "sendfile", "copy_file_range",
}  # fmt: skip


def _on_file(
    call: str,
    given: str,
    result: int,
    descriptors: list[tuple[str, str | None]],
    position: dict[str, int],
) -> Iterator[Event]:
    number, path = descriptors[0]
    at, last = position.get(number, 0), given.rsplit(",", 1)[-1]
    assert path is not None
    if call == "pwrite64":
        yield Event("write", path, at=int(last), data=_bytes(_STRING.findall(given)[0])[:result])
    elif call == "write":
        yield Event("write", path, at=at, data=_bytes(_STRING.findall(given)[0])[:result])
        position[number] = at + result
    elif call == "lseek":
        position[number] = result
    elif call == "ftruncate":
        yield Event("truncate", path, at=int(last))
    elif call == "sendfile":
        start = re.findall(r"\[(\d+)\]", given)[0]
        yield Event("copy", path, descriptors[1][1] or "", at, f"{start} {result}".encode())
        position[number] = at + result
    elif call == "copy_file_range":
        raise NotImplementedError(call)
    else:
        yield Event("sync", path)


def _on_names(call: str, given: str, names: list[str]) -> Iterator[Event]:
    kind = call.removesuffix("2").removesuffix("at")
    if kind == "open":
        if "O_CREAT" in given:
            yield Event("make", names[0])
        if "O_TRUNC" in given:
            yield Event("truncate", names[0], at=0)
    elif kind in {"unlink", "rmdir"}:
        yield Event("remove", names[0])
    elif kind == "mkdir":
        yield Event("folder", names[0])
    else:
        yield Event(kind, names[0], names[1])


def _text(text: str) -> str:
    return _bytes(text).decode("utf-8", "replace").removesuffix(" (deleted)")


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _below(path: str, root: Path) -> str | None:
    """A path relative to the folder, ``.`` for itself, ``None`` for one outside it."""
    try:
        return str(PurePosixPath(path).relative_to(root))
    except ValueError:
        return None


class _File:
    """What is surely on the disk, what was written since, and what the process sees."""

    def __init__(self, data: bytes = b"") -> None:
        self.durable = bytearray(data)
        self.live = bytearray(data)
        self.pending: list[tuple[int, bytes] | int] = []

    def write(self, at: int, data: bytes) -> None:
        _put(self.live, at, data)
        self.pending.append((at, data))

    def truncate(self, size: int) -> None:
        _cut(self.live, size)
        self.pending.append(size)

    def sync(self) -> None:
        self.durable = bytearray(self.live)
        self.pending.clear()

    def after_a_cut(self, rng: random.Random) -> bytes:
        """What may be found: each sector of each pending write, by chance."""
        data = bytearray(self.durable)
        share = rng.choice((0.0, 0.3, 0.7, 1.0))
        changes = list(self.pending)
        if rng.random() < 0.5:
            rng.shuffle(changes)
        for change in changes:
            if isinstance(change, int):
                if rng.random() < share:
                    _cut(data, change)
                continue
            at, written = change
            for start in range(0, len(written), _SECTOR):
                if rng.random() < share:
                    _put(data, at + start, written[start : start + _SECTOR])
        return bytes(data)


def _put(data: bytearray, at: int, written: bytes) -> None:
    if len(data) < at:
        data.extend(bytes(at - len(data)))
    data[at : at + len(written)] = written


def _cut(data: bytearray, size: int) -> None:
    if size < len(data):
        del data[size:]
    else:
        data.extend(bytes(size - len(data)))


class Disk:
    """A folder on a disk that may lose power; begins with what is in ``start``, all durable."""

    def __init__(self, start: Path) -> None:
        self._files: dict[str, _File] = {}
        self._folders = {"."}
        for path in sorted(start.rglob("*")):
            name = str(path.relative_to(start))
            if path.is_dir():
                self._folders.add(name)
            else:
                self._files[name] = _File(path.read_bytes())
        self._durable = dict(self._files)
        self._durable_folders = set(self._folders)
        self._pending: list[Event] = []
        self._made: dict[int, _File] = {}

    def do(self, event: Event) -> None:
        """Let a call happen."""
        what, path = event.what, event.path
        if what == "make":
            if path not in self._files:
                self._files[path] = _File()
                self._name(event)
        elif what == "write" and path in self._files:
            self._files[path].write(event.at, event.data)
        elif what == "copy":
            start, count = map(int, event.data.split())
            data = bytes(self._files[event.other].live[start : start + count])
            self._files[path].write(event.at, data)
        elif what == "truncate" and path in self._files:
            self._files[path].truncate(event.at)
        elif what == "sync":
            if path in self._files:
                self._files[path].sync()
            else:
                self._sync_folder(path)
        elif what in {"remove", "rename", "link", "folder"}:
            self._rename(event)
            self._name(event)

    def _rename(self, event: Event) -> None:
        _apply(event, self._files, self._folders, self._files)

    def _name(self, event: Event) -> None:
        """Note a change of names that is not on the disk yet, with the file it is about."""
        self._pending.append(event)
        if event.what == "make":
            self._made[id(event)] = self._files[event.path]

    def _sync_folder(self, folder: str) -> None:
        left = []
        for event in self._pending:
            touched = {
                str(PurePosixPath(name).parent) for name in (event.path, event.other) if name
            }
            if folder in touched:
                self._settle(event, self._durable, self._durable_folders)
            else:
                left.append(event)
        self._pending = left

    def _settle(self, event: Event, names: dict[str, _File], folders: set[str]) -> None:
        if event.what == "make":
            names[event.path] = self._made[id(event)]
        else:
            _apply(event, names, folders, self._files)

    def after_a_cut(self, target: Path, rng: random.Random) -> None:
        """Write to ``target`` what may be found when the power fails now."""
        names, folders = dict(self._durable), set(self._durable_folders)
        for event in self._pending[: rng.randint(0, len(self._pending))]:
            self._settle(event, names, folders)
        target.mkdir()
        for name, file in names.items():
            parents = {str(parent) for parent in PurePosixPath(name).parents}
            if parents <= folders:
                path = target / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.after_a_cut(rng))


def _apply(
    event: Event, names: dict[str, _File], folders: set[str], live: dict[str, _File]
) -> None:
    """Change names as a call does."""
    if event.what == "folder":
        folders.add(event.path)
    elif event.what == "remove":
        names.pop(event.path, None)
        folders.discard(event.path)
    elif event.path in names:
        file = names[event.path]
        if event.what == "rename":
            del names[event.path]
        names[event.other] = file
