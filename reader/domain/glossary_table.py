"""A term as a table of texts and lists, checked key by key: what the TOML files hold."""

from collections.abc import Callable, Mapping
from typing import Any

from reader.domain.glossary import KINDS, Member, Term
from reader.domain.script import count_han

WHOLE = frozenset({"id", "headword", "pinyin", "kind", "english", "explanation", "chinese"})
"""What an entry that comes with the program must have."""

LEAST = frozenset({"id", "headword"})
"""What an entry of a reader must have."""

LISTS = ("variants", "collocations", "related", "broader", "opposite")
_TEXTS = frozenset({"literal", "since"})
_ALLOWED = WHOLE | _TEXTS | frozenset(LISTS) | {"members", "context"}

Fill = Callable[[str], tuple[str, ...]]
"""Gives the syllables of a text that came without, one for each ideograph."""


class Misfit(ValueError):
    """An entry does not keep to the format; the message says how."""


def read_term(
    data: object,
    field: str,
    required: frozenset[str] = WHOLE,
    extra: frozenset[str] = frozenset(),
    fill: Fill | None = None,
) -> Term:
    """Return a table as a term of ``field``, ignoring the keys in ``extra``. Raises Misfit."""
    if not isinstance(data, Mapping):
        raise Misfit("a term is a table")
    return _Table(data, required, extra, fill).term(field)


def fitting(pinyin: str, text: str, fill: Fill | None = None) -> tuple[str, ...]:
    """The syllables of ``text``; asks ``fill`` where there is no pinyin. Raises Misfit."""
    syllables = tuple(pinyin.split())
    if not syllables and fill is not None:
        return fill(text)
    if len(syllables) != count_han(text):
        raise Misfit(f"“{pinyin}” does not fit “{text}”")
    return syllables


class _Table:
    def __init__(
        self,
        data: Mapping[str, Any],
        required: frozenset[str],
        extra: frozenset[str],
        fill: Fill | None,
    ) -> None:
        self._data = data
        self._required = required
        self._extra = extra
        self._fill = fill

    def term(self, field: str) -> Term:
        self._check_keys()
        headword = self._text("headword")
        kind = self._text("kind") if "kind" in self._data else "concept"
        if kind not in KINDS:
            raise Misfit(f"there is no kind “{kind}”")
        lists = {key: self._list(key) for key in LISTS}
        context = self._list("context")
        forms = {headword, *lists["variants"]}
        if stray := [form for form in context if form not in forms]:
            raise Misfit(f"context has “{stray[0]}”, which is neither headword nor variant")
        return Term(
            id=self._text("id"),
            headword=headword,
            syllables=fitting(self._text("pinyin"), headword, self._fill),
            kind=kind,
            field=field,
            english=self._text("english"),
            explanation=self._text("explanation"),
            chinese=self._text("chinese"),
            literal=self._text("literal"),
            since=self._text("since"),
            members=self._members(),
            context=context,
            **lists,
        )

    def _check_keys(self) -> None:
        if missing := sorted(self._required - self._data.keys()):
            raise Misfit(f"{', '.join(missing)} missing")
        if unknown := sorted(self._data.keys() - _ALLOWED - self._extra):
            raise Misfit(f"{', '.join(unknown)} unknown")

    def _text(self, key: str) -> str:
        value = self._data.get(key, "")
        if not isinstance(value, str) or (key in self._required and not value.strip()):
            raise Misfit(f"{key} must be a text that is not empty")
        return value

    def _list(self, key: str) -> tuple[str, ...]:
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise Misfit(f"{key} must be a list of texts")
        return tuple(value)

    def _members(self) -> tuple[Member, ...]:
        value = self._data.get("members", [])
        if not isinstance(value, list):
            raise Misfit("members must be a list of tables")
        return tuple(map(self._member, value))

    def _member(self, data: object) -> Member:
        keys = ("text", "pinyin", "english")
        if not isinstance(data, dict) or sorted(data) != sorted(keys):
            raise Misfit(f"a member has exactly {', '.join(keys)}")
        if not all(isinstance(data[key], str) for key in keys):
            raise Misfit("a member's values must be texts that are not empty")
        if not (data["text"].strip() and data["english"].strip()):
            raise Misfit("a member's values must be texts that are not empty")
        return Member(data["text"], fitting(data["pinyin"], data["text"]), data["english"])
