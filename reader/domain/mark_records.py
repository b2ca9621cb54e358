"""A mark as it leaves the library and comes back: all it holds, and which text it was in.

The text is named by the SHA-256 of its source, which is the same in every library, and by its
title. Columns are texts, so that a record survives a spreadsheet.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

from reader.domain.marks import Anchor, Bookmark, Colour, Highlight, Kind, Mark, Note, Scope
from reader.domain.places import Span

COLUMNS = (
    "id kind title section quote text tags colour scope word created changed orphan rank "
    "paragraph start end before after source"
).split()

_Choice = TypeVar("_Choice", Kind, Scope, Colour)

ID = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}|")
_MOST = 100_000_000
"""A number above which there is no paragraph and no character."""


class MarkMisfit(ValueError):
    """Something that is no mark; says why."""


class MarkRecord(NamedTuple):
    """``mark.document`` means nothing here. ``section`` is the title of its section."""

    mark: Mark
    source: str
    title: str
    section: str = ""

    @property
    def kind(self) -> Kind:
        """What the mark is."""
        return KINDS[type(self.mark)]

    @property
    def words(self) -> str:
        """What the reader wrote: a note, or the name of a bookmark."""
        if isinstance(self.mark, Note):
            return self.mark.text
        return self.mark.name if isinstance(self.mark, Bookmark) else ""


KINDS: Mapping[type[Mark], Kind] = {
    Bookmark: Kind.BOOKMARK,
    Highlight: Kind.HIGHLIGHT,
    Note: Kind.NOTE,
}


def columns(record: MarkRecord) -> dict[str, str]:
    """A record as texts, by column; :func:`record` gives it back exactly."""
    mark, anchor = record.mark, record.mark.anchor
    return {
        "id": mark.id,
        "kind": record.kind.value,
        "title": record.title,
        "section": record.section,
        "quote": anchor.quote,
        "text": record.words,
        "tags": json.dumps(list(mark.tags), ensure_ascii=False) if mark.tags else "",
        "colour": mark.colour.value if isinstance(mark, Highlight) else "",
        "scope": mark.scope.value if isinstance(mark, Note) else "",
        "word": mark.word if isinstance(mark, Note) else "",
        "created": mark.created.isoformat(),
        "changed": mark.changed.isoformat(),
        "orphan": "yes" if mark.orphan else "",
        "rank": str(mark.rank) if isinstance(mark, Bookmark) and mark.rank else "",
        "paragraph": str(anchor.span.paragraph),
        "start": str(anchor.span.start),
        "end": str(anchor.span.end),
        "before": anchor.before,
        "after": anchor.after,
        "source": record.source,
    }


def record(told: Mapping[str, str]) -> MarkRecord:
    """The record that columns tell; those that are missing are empty. Raises MarkMisfit."""
    kind = _choice(Kind, told.get("kind", ""), "kind")
    anchor = Anchor(
        Span(_number(told, "paragraph"), _number(told, "start"), _number(told, "end")),
        told.get("quote", ""),
        told.get("before", ""),
        told.get("after", ""),
    )
    if anchor.span.end < anchor.span.start:
        raise MarkMisfit("it ends before it begins")
    identifier, source = told.get("id", ""), told.get("source", "")
    if identifier and not ID.fullmatch(identifier):
        raise MarkMisfit(f"“{identifier[:40]}” is no id of a mark")
    if not _SHA256.fullmatch(source):
        raise MarkMisfit(f"“{source[:40]}” is no SHA-256")
    created = _time(told, "created")
    changed = max(_time(told, "changed"), created)
    orphan = bool(told.get("orphan"))
    common = (identifier, 0, anchor)
    times = (created, changed, orphan)
    tags = _tags(told.get("tags", ""))
    mark: Mark
    if kind is Kind.BOOKMARK:
        rank = _number(told, "rank")
        mark = Bookmark(*common, told.get("text", ""), *times, tags, rank)
    elif kind is Kind.HIGHLIGHT:
        mark = Highlight(*common, _choice(Colour, told.get("colour", ""), "colour"), *times, tags)
    else:
        scope = _choice(Scope, told.get("scope", "") or Scope.SPAN.value, "scope")
        word = told.get("word", "")
        if (scope is Scope.EVERYWHERE) != bool(word):
            raise MarkMisfit("a note on a word everywhere, and no other, names that word")
        mark = Note(*common, told.get("text", ""), tags, *times, scope, word)
    return MarkRecord(mark, source, told.get("title", ""), told.get("section", ""))


def _choice(kinds: type[_Choice], value: str, what: str) -> _Choice:
    try:
        return kinds(value)
    except ValueError as error:
        raise MarkMisfit(f"“{value[:40]}” is no {what}") from error


def _number(told: Mapping[str, str], column: str) -> int:
    value = told.get(column, "")
    if not value:
        return 0
    if not (value.isascii() and value.isdigit() and len(value) < 12 and int(value) <= _MOST):
        raise MarkMisfit(f"“{value[:40]}” is no number in the column {column}")
    return int(value)


def _time(told: Mapping[str, str], column: str) -> datetime:
    """A moment in UTC; one without a time zone is taken for UTC, none at all for 1970."""
    value = told.get(column, "")
    if not value:
        return datetime.fromtimestamp(0, UTC)
    try:
        moment = datetime.fromisoformat(value)
        return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise MarkMisfit(f"“{value[:40]}” is no time") from error


def _tags(value: str) -> tuple[str, ...]:
    """Tags as :func:`columns` writes them, or as a person does: with commas between."""
    if not value.startswith("["):
        parts = (part.strip() for part in re.split("[,，、;；]", value))
        return tuple(dict.fromkeys(part for part in parts if part))
    try:
        found = json.loads(value)
    except ValueError as error:
        raise MarkMisfit("the tags are no JSON list") from error
    if not all(isinstance(tag, str) for tag in found):
        raise MarkMisfit("a tag is no text")
    return tuple(found)
