"""Files and pasted text become a :class:`Source`."""

import stat
from pathlib import Path

from reader.domain.document import Source
from reader.domain.errors import (
    FileEmpty,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    NotAFile,
    NotText,
)
from reader.formats.encodings import decode, detect

LIMIT_MEGABYTES = 100
"""The largest file that is opened, in units of 1,000,000 bytes."""


def load(path: Path, encoding: str | None = None) -> Source:
    """Read the file at ``path``; ``encoding`` (a Python codec) overrides detection.

    Raises FileMissing, NotAFile, FileUnreadable, FileEmpty, FileTooLarge or NotText.
    """
    data = read_bytes(path)
    shown = str(path)
    if not data:
        raise FileEmpty(path=shown)
    chosen = encoding if encoding is not None else _detected(data, shown)
    try:
        text = decode(data, chosen)
    except (LookupError, ValueError) as error:  # no such codec, or one that makes no text
        raise NotText(path=shown) from error
    if not text or text.isspace():
        raise FileEmpty(path=shown)
    return Source(_printable(path.name), data, chosen, text)


def from_text(name: str, text: str) -> Source:
    """Make a source of pasted ``text``; lone surrogates become U+FFFD.

    Raises FileEmpty for nothing but white space.
    """
    data = _printable(text).encode("utf-8")
    decoded = decode(data, "utf-8")
    if not decoded or decoded.isspace():
        raise FileEmpty(path=_printable(name))
    return Source(_printable(name), data, "utf-8", decoded)


def _detected(data: bytes, shown: str) -> str:
    # Blank bytes have no score, and "empty" says more than "not a text".
    if not data.strip():
        raise FileEmpty(path=shown)
    return detect(data, shown)


def read_bytes(path: Path) -> bytes:
    """Read a regular file that is within the limit.

    Raises FileMissing, NotAFile, FileUnreadable or FileTooLarge.
    """
    limit = LIMIT_MEGABYTES * 1_000_000
    try:
        mode = path.stat()
        if not stat.S_ISREG(mode.st_mode):  # opening a pipe or a device could wait for ever
            raise NotAFile(path=str(path))
        if mode.st_size > limit:
            raise FileTooLarge(path=str(path), limit=LIMIT_MEGABYTES)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise FileMissing(path=str(path)) from error
    except NotADirectoryError as error:
        raise FileMissing(path=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: NUL in the name
        detail = getattr(error, "strerror", None) or str(error)
        raise FileUnreadable(path=str(path), detail=detail) from error
    if len(data) > limit:  # it grew meanwhile, or is a file without a size (/proc)
        raise FileTooLarge(path=str(path), limit=LIMIT_MEGABYTES)
    return data


def _printable(text: str) -> str:
    """Put pairs of surrogates together and replace lone ones by U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
