"""What a person types into the search box, taken apart: nobody has to know any of it.

What is typed is looked for as it is. For those who want more: ``"exact"`` (no pinyin), ``A OR B``,
``-not``, ``in:notes``, ``title:…``, ``tag:…``, ``before:2026-03``, ``after:…``, ``A NEAR/20 B``,
``?`` for any one character, and ``~`` behind pinyin where zh and z, n and l, ang and an are
alike. Several words are all in one paragraph. Whatever makes no sense as an instruction is text.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from reader.domain.query import Query, parse

Kind = Literal["text", "note", "term", "entry", "title"]
KINDS: tuple[Kind, ...] = ("text", "note", "term", "entry", "title")

_IN: dict[str, Kind] = {
    "texts": "text", "text": "text", "notes": "note", "note": "note", "glossary": "term",
    "terms": "term", "dictionary": "entry", "titles": "title",
}  # fmt: skip
_TOKEN = re.compile(r'"([^"]+)"|“([^”]+)”|(\S+)')
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_CLOSE = 20
"""Characters between two words that are near each other, unless it is said."""


class Filters(NamedTuple):
    """What hits must be besides: of these kinds, in texts or notes like this."""

    kinds: frozenset[Kind] = frozenset(KINDS)
    titles: tuple[Query, ...] = ()
    tags: tuple[str, ...] = ()
    before: datetime | None = None
    after: datetime | None = None


class Wanted(NamedTuple):
    """What is looked for: one of each group in a paragraph, and none of ``without``.

    With ``near`` the groups follow each other with at most so many characters between them.
    """

    groups: tuple[tuple[Query, ...], ...]
    without: tuple[Query, ...] = ()
    near: int | None = None
    filters: Filters = Filters()

    def __bool__(self) -> bool:
        return bool(self.groups)

    @property
    def single(self) -> Query | None:
        """The one query that this is, if it is no more than that."""
        if len(self.groups) == 1 and len(self.groups[0]) == 1 and not self.without:
            return self.groups[0][0]
        return None


def understood(typed: str) -> Wanted:
    """Read what was typed. Anything is valid."""
    parts = list(_parts(typed))
    if not any(part.instruction for part in parts):
        query = parse(typed)
        return Wanted(((query,),)) if query else Wanted(())
    return _Reading(parts).wanted()


def every_word(typed: str) -> Wanted | None:
    """The words of a plain query, each for itself; ``None`` where it has only one."""
    words = [query for query in map(parse, typed.split()) if query]
    return Wanted(tuple((query,) for query in words)) if len(words) > 1 else None


class _Part(NamedTuple):
    """A word or a quoted text; ``instruction`` tells that it is more than a word."""

    text: str
    quoted: bool = False

    @property
    def instruction(self) -> bool:
        if self.quoted or self.text == "OR" or _NEAR.fullmatch(self.text):
            return True
        name, colon, value = self.text.partition(":")
        if colon and value and name in {"in", "title", "tag", "before", "after"}:
            return name != "in" or value.lower() in _IN
        refused = self.text.startswith("-") and len(self.text) > 1
        return refused or _wild(self.text) or _loose(self.text) is not None


def _parts(typed: str) -> Iterator[_Part]:
    for found in _TOKEN.finditer(typed):
        quoted = found[1] or found[2]
        yield _Part(quoted, quoted=True) if quoted else _Part(found[3])


def _wild(text: str) -> bool:
    """Whether a question mark stands for a character: inside of a word, not at its end."""
    inner = text.strip("?？")
    return "?" in inner or "？" in inner


def _loose(text: str) -> Query | None:
    """Pinyin with ``~`` behind it, as a query that takes confused syllables for alike."""
    query = parse(text[:-1]) if text.endswith("~") else None
    return query.fuzzy() if query is not None and query.spoken else None


class _Reading:
    """Puts the parts together."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = parts
        self._groups: list[list[Query]] = []
        self._without: list[Query] = []
        self._filters = Filters()
        self._near: int | None = None

    def wanted(self) -> Wanted:
        joining = False
        for part in self._parts:
            if not part.quoted and part.text == "OR" and self._groups:
                joining = True
            elif not part.quoted and (near := _NEAR.fullmatch(part.text)) and self._groups:
                self._near = int(near[1] or _CLOSE)
            elif not self._filter(part):
                self._word(part, joining=joining)
                joining = False
        groups = tuple(map(tuple, self._groups))
        close = self._near if len(groups) > 1 else None
        return Wanted(groups, tuple(self._without), close, self._filters)

    def _word(self, part: _Part, *, joining: bool) -> None:
        if not part.quoted and part.text.startswith("-") and len(part.text) > 1:
            self._without.append(parse(part.text[1:]))
            return
        query = parse(part.text)
        if part.quoted:
            query = Query(query.text)
        elif loose := _loose(part.text):
            query = loose
        elif _wild(part.text):
            query = Query(query.text.replace("？", "?"), wild=True)
        if not query:
            return
        if joining:
            self._groups[-1].append(query)
        else:
            self._groups.append([query])

    def _filter(self, part: _Part) -> bool:
        """Take a part for a filter, if it is one."""
        name, _, value = part.text.partition(":")
        if part.quoted or not part.instruction or not value:
            return False
        filters = self._filters
        if name == "in":
            chosen = filters.kinds if filters.kinds != frozenset(KINDS) else frozenset()
            self._filters = filters._replace(kinds=chosen | {_IN[value.lower()]})
        elif name == "title":
            self._filters = filters._replace(titles=(*filters.titles, parse(value)))
        elif name == "tag":
            self._filters = filters._replace(tags=(*filters.tags, value))
        elif name == "before" and (moment := _moment(value)):
            self._filters = filters._replace(before=moment)
        elif name == "after" and (moment := _moment(value)):
            self._filters = filters._replace(after=moment)
        else:
            return False
        return True


def _moment(value: str) -> datetime | None:
    """The beginning of a year, month or day."""
    found = _DATE.fullmatch(value)
    if found is None:
        return None
    try:
        year, month, day = (int(part or 1) for part in found.groups())
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
