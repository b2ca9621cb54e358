"""The glossary of policy terms, read from TOML files.

A file holds ``[[term]]`` tables; its stem is the field of its terms.
"""

import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from reader.domain.errors import QT_TRANSLATE_NOOP, XiduError
from reader.domain.glossary import KINDS, Member, Term
from reader.domain.script import count_han

_REQUIRED = frozenset({"id", "headword", "pinyin", "kind", "english", "explanation", "chinese"})
_TEXTS = frozenset({"literal", "since"})
_LISTS = ("variants", "collocations", "related", "broader", "opposite")
_ALLOWED = _REQUIRED | _TEXTS | frozenset(_LISTS) | {"members"}


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
    return [_Entry(entry, file, number).term() for number, entry in enumerate(entries, 1)]


class _Entry:
    """One table of a file, checked key by key."""

    def __init__(self, data: Mapping[str, Any], file: str, number: int) -> None:
        self._data = data
        self._file = file
        self._name = str(data.get("id", number)) if isinstance(data, Mapping) else str(number)

    def term(self) -> Term:
        """Return the table as a term."""
        self._check_keys()
        headword = self._text("headword")
        if (kind := self._text("kind")) not in KINDS:
            raise self._invalid(f"there is no kind “{kind}”")
        lists = {key: self._list(key) for key in _LISTS}
        return Term(
            id=self._text("id"),
            headword=headword,
            syllables=self._syllables(self._text("pinyin"), headword),
            kind=kind,
            field=self._file.removesuffix(".toml"),
            english=self._text("english"),
            explanation=self._text("explanation"),
            chinese=self._text("chinese"),
            literal=self._text("literal"),
            since=self._text("since"),
            members=self._members(),
            **lists,
        )

    def _check_keys(self) -> None:
        if not isinstance(self._data, Mapping):
            raise self._invalid("a term is a table")
        if missing := sorted(_REQUIRED - self._data.keys()):
            raise self._invalid(f"{', '.join(missing)} missing")
        if unknown := sorted(self._data.keys() - _ALLOWED):
            raise self._invalid(f"{', '.join(unknown)} unknown")

    def _text(self, key: str) -> str:
        value = self._data.get(key, "")
        if not isinstance(value, str) or (key in _REQUIRED and not value.strip()):
            raise self._invalid(f"{key} must be a text that is not empty")
        return value

    def _list(self, key: str) -> tuple[str, ...]:
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise self._invalid(f"{key} must be a list of texts")
        return tuple(value)

    def _members(self) -> tuple[Member, ...]:
        value = self._data.get("members", [])
        if not isinstance(value, list):
            raise self._invalid("members must be a list of tables")
        return tuple(map(self._member, value))

    def _member(self, data: object) -> Member:
        keys = ("text", "pinyin", "english")
        if not isinstance(data, dict) or sorted(data) != sorted(keys):
            raise self._invalid(f"a member has exactly {', '.join(keys)}")
        if not all(isinstance(data[key], str) and data[key].strip() for key in keys):
            raise self._invalid("a member's values must be texts that are not empty")
        syllables = self._syllables(data["pinyin"], data["text"])
        return Member(data["text"], syllables, data["english"])

    def _syllables(self, pinyin: str, text: str) -> tuple[str, ...]:
        syllables = tuple(pinyin.split())
        if len(syllables) != count_han(text):
            raise self._invalid(f"“{pinyin}” does not fit “{text}”")
        return syllables

    def _invalid(self, detail: str) -> GlossaryInvalid:
        return GlossaryInvalid(file=self._file, entry=self._name, detail=detail)
