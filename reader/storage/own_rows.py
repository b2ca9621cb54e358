"""Rows of the reader's own glossaries and terms: to and from the domain, and their digests."""

import json
from datetime import datetime
from typing import NamedTuple

from reader.domain.glossary import Term
from reader.domain.own import OwnGlossary, OwnTerm
from reader.domain.script import count_han
from reader.storage.mark_rows import seal
from reader.storage.term_codec import decode, encode
from reader.storage.text import compact, moment, storable


class GlossaryRow(NamedTuple):
    """One glossary, column by column, in the order the digest covers them."""

    id: str
    name: str
    active: int
    created: str
    changed: str
    deleted: str | None

    def glossary(self) -> OwnGlossary:
        """The glossary this row holds."""
        return OwnGlossary(self.id, self.name, bool(self.active))


class TermRow(NamedTuple):
    """One term, column by column, in the order the digest covers them.

    ``name`` is its id in files; ``pinyin`` has a blank between two syllables, ``variants`` is a
    JSON list, ``rest`` a JSON object of everything else that is told.
    """

    id: str
    glossary: str
    name: str
    headword: str
    pinyin: str
    variants: str
    rest: str
    created: str
    changed: str
    deleted: str | None

    def term(self) -> Term:
        """The term this row holds. Raises ValueError or TypeError if it does not decode."""
        syllables = tuple(self.pinyin.split(" ")) if count_han(self.headword) else ()
        return decode(self.rest)._replace(
            id=self.name, headword=self.headword, syllables=syllables, variants=self.forms()
        )

    def forms(self) -> tuple[str, ...]:
        """How it is written too. Raises as :meth:`term`."""
        if self.variants == "[]":
            return ()
        found = json.loads(self.variants)
        if not isinstance(found, list) or not all(isinstance(v, str) and v for v in found):
            raise ValueError(self.variants)
        return tuple(found)

    def own(self) -> OwnTerm:
        """What is kept in this row. Raises as :meth:`term`."""
        times = datetime.fromisoformat(self.created), datetime.fromisoformat(self.changed)
        return OwnTerm(self.id, self.glossary, self.term(), *times)


def sealed(row: GlossaryRow | TermRow) -> tuple[object, ...]:
    """The columns of a row and its digest."""
    return (*row, seal(row))


def glossary_row(glossary: OwnGlossary, now: datetime) -> GlossaryRow:
    """The row of a glossary. Raises ValueError for a naive time."""
    time = moment(now)
    return GlossaryRow(glossary.id, storable(glossary.name), int(glossary.on), time, time, None)


def term_row(own: OwnTerm) -> TermRow:
    """The row of a term. Raises ValueError for a naive time."""
    term = own.term
    rest = term._replace(id="", headword="", syllables=(), variants=())
    return TermRow(
        own.id,
        own.glossary,
        storable(term.id),
        storable(term.headword),
        storable(" ".join(term.syllables)),
        compact(list(term.variants)),
        encode(rest),
        moment(own.created),
        moment(own.changed),
        None,
    )
