"""All glossaries that are switched on as one; of the reader's own only if there are any."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reader.domain.glossary import KEY
from reader.domain.pinyin import plain

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.domain.ports import Glossary
    from reader.services.shelf import Shelf


class Glossaries:
    """Implements :class:`reader.domain.ports.Glossary` for all that are switched on."""

    def __init__(self, ours: Glossary, shelf: Callable[[], Shelf | None]) -> None:
        self._ours = ours
        self._shelf = shelf

    def term(self, identifier: str) -> Term | None:
        """The term with this id."""
        shelf = self._shelf()
        if identifier.startswith(KEY):
            return None if shelf is None else shelf.term(identifier)
        return self._ours.term(identifier) if shelf is None or shelf.ours else None

    def find(self, text: str) -> Term | None:
        """The term whose headword or variant is ``text``: the reader's own, or ours."""
        shelf = self._shelf()
        own = None if shelf is None else shelf.find(text)
        return own or self.ours(text)

    def ours(self, text: str) -> Term | None:
        """Our term for ``text``, also where the reader's own stands before it."""
        shelf = self._shelf()
        return self._ours.find(text) if shelf is None or shelf.ours else None

    def written(self, texts: Iterable[str]) -> frozenset[str]:
        """Those of ``texts`` that are headword or variant of a term."""
        shelf = self._shelf()
        if shelf is None:
            return self._ours.written(texts)
        wanted = list(texts)
        ours = self._ours.written(wanted) if shelf.ours else frozenset()
        return ours | frozenset(text for text in wanted if shelf.layer.find(text) is not None)

    def all(self) -> list[Term]:
        """Every term, ordered by toneless pinyin."""
        shelf = self._shelf()
        if shelf is None:
            return self._ours.all()
        ours = self._ours.all() if shelf.ours else []
        return sorted([*shelf.all, *ours], key=_order) if shelf.all else ours


def _order(term: Term) -> tuple[str, str]:
    return " ".join(map(plain, term.syllables)), term.headword
