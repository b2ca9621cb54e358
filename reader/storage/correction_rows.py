"""Rows of the table of corrections: to and from the domain, and the digest that proves them."""

import json
from datetime import datetime
from typing import Any, NamedTuple, Self

from reader.domain.corrections import Correction, Wanted
from reader.domain.marks import Anchor
from reader.domain.overlay import NewWord, Rule
from reader.domain.places import Span
from reader.storage.mark_rows import seal
from reader.storage.text import compact, moment, storable


class CorrectionRow(NamedTuple):
    """One row, column by column, in the order the digest covers them.

    ``words`` is a JSON list of [text, [syllable, …]]. ``document`` is ``None`` for one that holds
    everywhere, whose place is empty; times are text, in UTC.
    """

    id: str
    words: str
    document: int | None
    paragraph: int
    begins: int
    ends: int
    quote: str
    before_quote: str
    after_quote: str
    created: str
    deleted: str | None
    orphan: int

    def anchored(self, anchor: Anchor) -> Self:
        """The same correction at another place: an orphan if other characters stand there."""
        span = anchor.span
        if storable(anchor.quote) != self.quote or span.end - span.start != len(self.quote):
            return self.orphaned()
        return self._replace(
            paragraph=anchor.span.paragraph,
            begins=anchor.span.start,
            ends=anchor.span.end,
            before_quote=storable(anchor.before),
            after_quote=storable(anchor.after),
            orphan=0,
        )

    def orphaned(self) -> Self:
        """The same correction, known to have no certain place; its anchor is kept for later."""
        return self._replace(orphan=1)

    @property
    def anchor(self) -> Anchor:
        """Where one that holds at a place belongs."""
        span = Span(self.paragraph, self.begins, self.ends)
        return Anchor(span, self.quote, self.before_quote, self.after_quote)

    def sealed(self) -> dict[str, object]:
        """The row with its digest, by column."""
        return {**self._asdict(), "digest": seal(self)}

    def correction(self) -> Correction:
        """The correction this row holds. Raises ValueError or TypeError if it does not decode."""
        anchor = None if self.document is None else self.anchor
        wanted = Wanted(words_of(self.words), self.document, anchor, bool(self.orphan))
        return Correction(self.id, wanted, datetime.fromisoformat(self.created))


SELECT = f"SELECT {', '.join(CorrectionRow._fields)}, digest FROM corrections"
"""Reads rows for :func:`read`."""


def read(values: tuple[Any, ...]) -> tuple[CorrectionRow, bool]:
    """The row that :data:`SELECT` returned, and whether its digest still fits."""
    row = CorrectionRow._make(values[:-1])
    return row, seal(row) == values[-1]


def new_row(identifier: str, wanted: Wanted, now: datetime) -> CorrectionRow:
    """The row of a new correction. Raises ValueError for a naive time."""
    words = compact([[word.text, list(word.syllables)] for word in wanted.words])
    row = CorrectionRow(
        identifier, words, None, 0, 0, 0, storable(wanted.quote), "", "", moment(now), None, 0
    )
    if wanted.anchor is None:
        return row
    placed = row._replace(document=wanted.document).anchored(wanted.anchor)
    return placed.orphaned() if wanted.orphan else placed


def words_of(stored: str) -> tuple[NewWord, ...]:
    """The words of a row. Raises ValueError or TypeError if they do not decode."""
    words = tuple(NewWord(text, tuple(syllables)) for text, syllables in json.loads(stored))
    if not words or not all(
        word.text and all(isinstance(part, str) for part in (word.text, *word.syllables))
        for word in words
    ):
        raise ValueError(stored)
    return words


def rule_of(stored: str, document: int | None, *place: int) -> Rule:
    """What is applied, of (words, document, paragraph, begins, ends). Raises as words_of."""
    return Rule(words_of(stored), document, None if document is None else Span(*place))
