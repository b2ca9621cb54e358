"""The glossary of policy terms, read from TOML files.

A file holds ``[[term]]`` tables; its stem is the field of its terms.
"""

import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

from reader.domain.errors import QT_TRANSLATE_NOOP, XiduError
from reader.domain.glossary import Term
from reader.domain.glossary_table import Misfit, read_term


class GlossaryInvalid(XiduError):
    """A glossary file does not keep to the format."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The glossary file “{file}” is not valid at “{entry}”: {detail}."
    )


def load() -> list[Term]:
    """Return the terms that come with the program. Raises GlossaryInvalid."""
    folder = resources.files("reader.resources") / "glossary"
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    return read_files(sorted(files, key=lambda file: file.name))


def read_files(files: Iterable[Traversable]) -> list[Term]:
    """Read several files as one glossary. Raises GlossaryInvalid."""
    terms: list[Term] = []
    owners: dict[str, str] = {}
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise GlossaryInvalid(file=file.name, entry="-", detail=str(error)) from error
        for term in parse(text, file.name):
            if term.id in owners:
                detail = f"the id is taken in “{owners[term.id]}”"
                raise GlossaryInvalid(file=file.name, entry=term.id, detail=detail)
            owners[term.id] = file.name
            terms.append(term)
    return terms


def parse(text: str, file: str) -> list[Term]:
    """Read the text of one file. Raises GlossaryInvalid."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GlossaryInvalid(file=file, entry="-", detail=str(error)) from error
    entries = data.pop("term", [])
    if data or not isinstance(entries, list):
        raise GlossaryInvalid(file=file, entry="-", detail="only [[term]] tables belong here")
    return [_term(entry, file, number) for number, entry in enumerate(entries, 1)]


def _term(entry: object, file: str, number: int) -> Term:
    try:
        return read_term(entry, file.removesuffix(".toml"))
    except Misfit as error:
        name = str(entry.get("id", number)) if isinstance(entry, Mapping) else str(number)
        raise GlossaryInvalid(file=file, entry=name, detail=str(error)) from error
