"""The glossaries that are switched on, the reader's own before ours."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.domain.glossary import KEY
from reader.domain.own import OURS, OwnGlossary
from reader.domain.termlayer import Form, TermLayer
from reader.services.folding import folded

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.domain.ports import TermRow


class Shelf:
    """The reader's own terms that are switched on. Never changes, so any thread may look.

    A term is decoded when it is asked for. Seen from outside its id is that of its row behind
    :data:`reader.domain.own.KEY`, and its field the name of its glossary. ``ours`` tells
    whether the glossary that comes with the program is on.
    """

    def __init__(self, glossaries: Iterable[OwnGlossary], rows: Sequence[TermRow]) -> None:
        self.names = {one.id: one.name for one in glossaries if one.id != OURS}
        self.ours = all(one.on for one in glossaries if one.id == OURS)
        self._rows = {KEY + row.id: row for row in rows}
        self.forms: dict[str, Form] = {}
        for key, row in self._rows.items():
            if row.headword:
                self.forms.setdefault(row.headword, Form(key, row.pinyin))
        for key, row in self._rows.items():
            if row.variants != "[]":
                with contextlib.suppress(ValueError):
                    for variant in row.forms():
                        self.forms.setdefault(variant, Form(key))
        self.layer = TermLayer(self.forms, ours=self.ours, fold=folded)

    @cached_property
    def _keys(self) -> dict[tuple[str, str], str]:
        """The id of each term by that of its glossary and the id it has in files."""
        return {(row.glossary, row.name): key for key, row in self._rows.items()}

    def term(self, key: str) -> Term | None:
        """The term with this id."""
        row = self._rows.get(key)
        if row is None:
            return None
        try:
            term = row.term()
        except (TypeError, ValueError):
            return None
        return term._replace(
            id=key,
            field=self.names.get(row.glossary, ""),
            related=self._linked(row, term.related),
            broader=self._linked(row, term.broader),
            opposite=self._linked(row, term.opposite),
        )

    def _linked(self, row: TermRow, names: tuple[str, ...]) -> tuple[str, ...]:
        """Terms of the same glossary where there are such, others as they are."""
        return tuple(self._keys.get((row.glossary, name), name) for name in names)

    def find(self, text: str) -> Term | None:
        """The term whose headword or variant is ``text``, in simplified or traditional."""
        form = self.layer.find(text)
        return None if form is None else self.term(form.term)

    @cached_property
    def all(self) -> list[Term]:
        """Every term."""
        return [term for term in map(self.term, self._rows) if term is not None]
