"""Writing a file that is either all there or, if that fails, what it was before."""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from reader.domain.errors import DiskFull, FileUnwritable, XiduError

LONGEST_STEM = 60
"""Most characters of a title that name a file: 60 ideographs are 180 bytes."""

_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
"""What Windows takes for devices."""

_UNSAFE = re.compile(
    r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+'
)
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give the path of a file beside ``target``; when the block ends, it takes its place.

    If the block raises anything, what was at ``target`` stays. Faults of the file system
    are told as FileUnwritable or DiskFull.
    """
    # A link stays a link, to a file that has become another.
    final = target.resolve()
    beside = final.with_name(f".{final.name[:40]}-{token_hex(4)}.part")
    try:
        if final.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # Made here and not by tempfile, whose files nobody else may read.
        with beside.open("xb"):
            pass
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(final)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        beside.unlink(missing_ok=True)


def unwritable(target: Path, error: OSError) -> XiduError:
    """What the system's ``error`` about a file that was to be written means to a person."""
    if error.errno in _FULL:
        return DiskFull()
    return FileUnwritable(path=target, detail=error.strerror or str(error))


def write_lines(target: Path, lines: Iterable[str]) -> None:
    """Write lines as UTF-8; raises FileUnwritable or DiskFull and then leaves all as it was."""
    with (
        replacing(target) as path,
        path.open("w", encoding="utf-8", errors="replace", newline="\n") as file,
    ):
        file.writelines(f"{line}\n" for line in lines)


def file_stem(title: str) -> str:
    """A title as the name, without its ending, of a file that any system and any vault takes."""
    clean = _UNSAFE.sub(" ", title).encode("utf-8", "ignore").decode("utf-8")
    stem = " ".join(clean.split())[:LONGEST_STEM].strip(" .") or "xidu"
    return f"{stem}_" if _RESERVED.fullmatch(stem) else stem
