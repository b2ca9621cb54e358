"""Glossaries in and out: TBX (ISO 30042), CSV and TOML.

Reading is all or nothing: a fault names the line, and no term is handed over. Writing gives
lines, so that a glossary of any size is never one string.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from reader.domain.errors import FileEmpty, FileTooLarge
from reader.domain.glossary import Term
from reader.domain.glossary_table import Fill
from reader.formats.glossaries import tables, tbx_reading, tbx_writing, toml
from reader.formats.glossaries.faults import GlossaryKindUnknown, GlossaryRefused
from reader.formats.opening import LIMIT_MEGABYTES, read_bytes

ENDINGS = {
    ".tbx": "tbx",
    ".xml": "tbx",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".toml": "toml",
}
"""Which of our formats a file is in, by the ending of its name."""

_READERS: dict[str, Callable[[bytes, str, Fill], Iterator[tuple[int, Term | None]]]] = {
    "tbx": tbx_reading.concepts,
    "csv": tables.terms,
    "toml": toml.terms,
}
_WRITERS: dict[str, Callable[[Iterable[Term]], Iterator[str]]] = {
    "tbx": tbx_writing.lines,
    "csv": tables.lines,
    "toml": toml.lines,
}


class Imported(NamedTuple):
    """The terms of a file, and how many of its entries had none in Chinese."""

    terms: list[Term]
    skipped: int


def load(path: Path, fill: Fill) -> Imported:
    """Read the file at ``path``; raises what :func:`read` and ``opening.read_bytes`` raise."""
    return read(read_bytes(path), str(path), fill)


def read(data: bytes, file: str, fill: Fill) -> Imported:
    """Read the bytes of a file; its name tells the format.

    ``fill`` is asked for the syllables of a headword whose pinyin the file does not tell, or
    not one a character. A term without an id gets its headword for one. Raises
    GlossaryKindUnknown, GlossaryRefused, FileEmpty, FileTooLarge or NotText.
    """
    kind = ENDINGS.get(PurePath(file).suffix.lower())
    if kind is None:
        raise GlossaryKindUnknown(file=file)
    if len(data) > LIMIT_MEGABYTES * 1_000_000:
        raise FileTooLarge(path=file, limit=LIMIT_MEGABYTES)
    if not data.strip():
        raise FileEmpty(path=file)
    found: dict[str, Term] = {}
    skipped = 0
    for line, term in _READERS[kind](data, file, fill):
        if term is None:
            skipped += 1
        else:
            named = _named(term, found, file, line)
            found[named.id] = named
    return Imported(list(found.values()), skipped)


def lines(terms: Iterable[Term], kind: str) -> Iterator[str]:
    """The lines of a file in a format: ``tbx``, ``csv`` or ``toml``. Ids are not checked."""
    return _WRITERS[kind](terms)


def _named(term: Term, found: dict[str, Term], file: str, line: int) -> Term:
    """The term under an id of its own. Two that merely share their headword may both stay."""
    if term.id not in found:
        return term
    if term.id != term.headword:
        detail = f"the id “{term.id}” is there twice"
        raise GlossaryRefused(file=file, line=line, detail=detail)
    number = 2
    while f"{term.id}-{number}" in found:
        number += 1
    return term._replace(id=f"{term.id}-{number}")
