"""Rows of the table of marks: to and from the domain, and the digest that proves them.

A flipped bit inside a text is invisible to SQLite's own checks, so every row carries a
SHA-256 of all its other columns.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple, Self

from reader.domain.marks import (
    PLACELESS,
    Anchor,
    Bookmark,
    Colour,
    Highlight,
    Kind,
    Mark,
    Note,
    Scope,
)
from reader.domain.places import Span
from reader.storage.text import compact, moment, storable

NOTE = str(Kind.NOTE)
BOOKMARK = str(Kind.BOOKMARK)
HIGHLIGHT = str(Kind.HIGHLIGHT)


class MarkRow(NamedTuple):
    """One row, column by column, in the order the digest covers them.

    ``tags`` is a JSON list; times are text, in UTC; ``colour`` is that of a highlight, ``scope``
    that of a note (empty for ``SPAN``), ``word`` the headword of one that holds everywhere,
    ``rank`` the place of a bookmark among those of its text.
    """

    id: str
    kind: str
    document: int
    paragraph: int
    begins: int
    ends: int
    quote: str
    before_quote: str
    after_quote: str
    text: str
    tags: str
    created: str
    changed: str
    deleted: str | None
    orphan: int
    colour: str = ""
    scope: str = ""
    word: str = ""
    rank: int = 0

    def anchored(self, anchor: Anchor) -> Self:
        """The same mark at another place."""
        anchor = _clean(anchor)
        return self._replace(
            paragraph=anchor.span.paragraph,
            begins=anchor.span.start,
            ends=anchor.span.end,
            quote=anchor.quote,
            before_quote=anchor.before,
            after_quote=anchor.after,
            orphan=0,
        )

    def orphaned(self) -> Self:
        """The same mark, known to have no certain place; its anchor is kept for later.

        One that needs no place stays what it is.
        """
        return self if self.scope in PLACELESS else self._replace(orphan=1)

    @property
    def anchor(self) -> Anchor:
        """Where the mark belongs."""
        span = Span(self.paragraph, self.begins, self.ends)
        return Anchor(span, self.quote, self.before_quote, self.after_quote)

    def sealed(self) -> dict[str, object]:
        """The row with its digest, by column."""
        return {**self._asdict(), "digest": _seal(self)}

    def note(self) -> Note:
        """The note this row holds. Raises ValueError if it does not decode."""
        return Note(
            self.id,
            self.document,
            self.anchor,
            self.text,
            self.tag_list(),
            *self._times(),
            bool(self.orphan),
            Scope(self.scope or Scope.SPAN),
            self.word,
        )

    def bookmark(self) -> Bookmark:
        """The bookmark this row holds. Raises ValueError if it does not decode."""
        return Bookmark(
            self.id,
            self.document,
            self.anchor,
            self.text,
            *self._times(),
            bool(self.orphan),
            self.tag_list(),
            int(self.rank),
        )

    def highlight(self) -> Highlight:
        """The highlight this row holds. Raises ValueError if it does not decode."""
        return Highlight(
            self.id,
            self.document,
            self.anchor,
            Colour(self.colour),
            *self._times(),
            bool(self.orphan),
            self.tag_list(),
        )

    def mark(self) -> Mark:
        """What this row holds. Raises ValueError if it does not decode or its kind is unknown."""
        made: dict[str, Callable[[], Mark]] = {
            NOTE: self.note,
            BOOKMARK: self.bookmark,
            HIGHLIGHT: self.highlight,
        }
        if self.kind not in made:
            raise ValueError(self.kind)
        return made[self.kind]()

    def tag_list(self) -> tuple[str, ...]:
        """Its tags. Raises ValueError if they do not decode."""
        return () if self.tags == "[]" else tuple(map(str, json.loads(self.tags)))

    def _times(self) -> tuple[datetime, datetime]:
        return datetime.fromisoformat(self.created), datetime.fromisoformat(self.changed)


def new_row(kind: str, identifier: str, document: int, anchor: Anchor, now: datetime) -> MarkRow:
    """A mark made at ``now``, without words and tags yet; ValueError for a naive time."""
    time = moment(now)
    nowhere = MarkRow(
        identifier, kind, document, 0, 0, 0, "", "", "", "", "[]", time, time, None, 0
    )
    return nowhere.anchored(anchor)


def coloured(row: MarkRow, colour: Colour, now: datetime) -> MarkRow:
    """``row`` in a colour, changed at ``now``. Raises ValueError for a naive time."""
    return row._replace(colour=str(colour), changed=max(moment(now), row.created))


def written(row: MarkRow, text: str | None, tags: Iterable[str] | None, now: datetime) -> MarkRow:
    """``row`` with other words, other tags, or both; ``None`` leaves them as they are.

    A clock that was put back never makes a change older than its mark. Raises ValueError for a
    naive time.
    """
    return row._replace(
        text=row.text if text is None else storable(text),
        tags=row.tags if tags is None else compact(list(dict.fromkeys(tags))),
        changed=max(moment(now), row.created),
    )


def scoped(row: MarkRow, scope: Scope, word: str = "") -> MarkRow:
    """A note about so much of the text, or about ``word`` everywhere."""
    everywhere = scope is Scope.EVERYWHERE
    kept = "" if scope is Scope.SPAN else str(scope)
    return row._replace(scope=kept, word=storable(word) if everywhere else "")


SELECT = f"SELECT {', '.join(MarkRow._fields)}, digest FROM marks"
"""Reads rows for :func:`read`."""


def read(values: tuple[Any, ...]) -> tuple[MarkRow, bool]:
    """The row that :data:`SELECT` returned, and whether its digest still fits."""
    row = MarkRow._make(values[:-1])
    return row, _seal(row) == values[-1]


def _seal(row: MarkRow) -> bytes:
    """Digest of a row.

    What a later version of the schema added is covered where there is anything: rows without
    keep the digest they were given before. Columns from ``scope`` on came together.
    """
    if row[_SCOPE:] != _PLAIN:
        return seal(row)
    return seal(row[:_SCOPE] if row.colour else row[: _SCOPE - 1])


_SCOPE = MarkRow._fields.index("scope")
_PLAIN = ("", "", 0)


def seal(columns: tuple[object, ...]) -> bytes:
    """SHA-256 of the columns of a row. It guards against decay, not against an adversary."""
    return hashlib.sha256("\x1f".join(map(str, columns)).encode("utf-8")).digest()


def new_id(now: datetime, entropy: bytes) -> str:
    """32 hexadecimal digits: milliseconds since 1970 and 80 random bits, so that ids sort by time.

    ``entropy`` is ten random bytes.
    """
    milliseconds = max(0, int(now.timestamp() * 1000)) & ((1 << 48) - 1)
    return f"{milliseconds:012x}{entropy[:10].hex():0>20}"


def _clean(anchor: Anchor) -> Anchor:
    """Make the texts of ``anchor`` storable; its offsets stay."""
    return Anchor(
        anchor.span, storable(anchor.quote), storable(anchor.before), storable(anchor.after)
    )
