"""A file that was edited: finding the text it was, and giving that text its new version."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.document import Decisions, Source, TextEdit
from reader.domain.likeness import Likeness
from reader.domain.versions import SourceMap, Update
from reader.formats import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.domain.library import Card, Followed, Held
    from reader.domain.ports import Library
    from reader.services.session import Overlaid
    from reader.services.texts import Prepared

_NAMED = 0.2
_MOST = 0.6
"""The part of two texts that is the same: of those called alike, and of any two."""

_SAMPLE = 48
_LONG = 12
"""Paragraphs that are asked for in other texts, and the least characters of one that tells."""

_LOOKED_AT = 200
"""Texts, last opened first, that are looked at whatever they are called."""

_PIECE = re.compile(r"[^\W_]{4,}")
_KEY = re.compile(r"(\w+):(\d+)")


class Before(NamedTuple):
    """A text as it was: what puts it back."""

    source: Source
    decisions: Decisions
    held: Mapping[str, Held]


class Updated(NamedTuple):
    """What became of a text: its card, of its marks and corrections, and what it was before."""

    card: Card
    followed: Followed
    before: Before


class Updating:
    """Gives texts of the library new versions of themselves."""

    def __init__(self, library: Library, overlaid: Overlaid) -> None:
        self._library = library
        self._overlaid = overlaid

    def earlier(self, prepared: Prepared) -> Card | None:
        """The text that ``prepared`` is most probably a later version of.

        One of the same name or title, if a part of it is the same, or else one that is mostly the
        same. ``None`` too where the library has these very bytes. May take a second.
        """
        source = prepared.source
        if self._library.find(source.sha256) is not None:
            return None
        called_so = self._library.alike(source.name, prepared.document.title)
        candidates = dict.fromkeys([*called_so, *self._sharing(prepared)])
        if not candidates:
            return None
        likeness = _likeness()
        pieces = _pieces(source.text, likeness)
        best: tuple[float, int] | None = None
        for identifier in candidates:
            there = _pieces(self._library.source(identifier).text, likeness)
            share = 2 * len(pieces & there) / max(1, len(pieces) + len(there))
            if share >= (_NAMED if identifier in called_so else _MOST):
                best = max(best or (0.0, 0), (share, identifier))
        return None if best is None else self._library.card(best[1])

    def _sharing(self, prepared: Prepared) -> list[int]:
        """Texts of about the same length that have some of the same paragraphs."""
        document = prepared.document
        long = [p.text for p in document.paragraphs() if len(p.text) >= _LONG]
        sample = dict.fromkeys(long[:: max(1, len(long) // _SAMPLE)][:_SAMPLE])
        if not sample:
            return []
        near = range(document.characters // 2, 2 * document.characters + 1)
        cards = [card for card in self._library.cards() if card.characters in near]
        wanted = max(1, len(sample) // 4)
        return [
            card.id
            for card in cards[:_LOOKED_AT]
            if self._library.shared(card.id, sample) >= wanted
        ]

    def update(self, identifier: int, prepared: Prepared) -> Updated:
        """Give a text another version, in one transaction; what was there is handed back.

        Marks, corrections, the place of reading and what was decided about mending follow.
        Raises DocumentUnknown and TextThere, and then nothing has changed.
        """
        sources = self._sources(identifier, prepared.source)
        decided = carried(self._library.decisions(identifier), sources)
        edits = dict.fromkeys((*prepared.decisions.edits, *decided.edits))
        decided = decided._replace(edits=tuple(edits))
        return self._carry_out(identifier, prepared.source, decided, sources)

    def take_back(self, identifier: int, before: Before) -> Updated:
        """Put a text back as it was before an update. Raises as :meth:`update`."""
        sources = self._sources(identifier, before.source)
        return self._carry_out(identifier, before.source, before.decisions, sources, before.held)

    def _sources(self, identifier: int, new: Source) -> SourceMap:
        old = self._library.source(identifier)
        return SourceMap(old.text, new.text, _likeness())

    def _carry_out(
        self,
        identifier: int,
        source: Source,
        decisions: Decisions,
        sources: SourceMap,
        known: Mapping[str, Held] = MappingProxyType({}),
    ) -> Updated:
        old = self._library.source(identifier), self._library.decisions(identifier)
        update = Update(source, read(source, decisions), decisions, sources, known)
        followed = self._library.update(identifier, update)
        self._overlaid.renew()
        before = Before(*old, followed.before)
        return Updated(self._library.card(identifier), followed, before)


def carried(decisions: Decisions, sources: SourceMap) -> Decisions:
    """What was decided about an old source, where the new one has the same places."""
    edits = tuple(
        edit._replace(start=start)
        for edit in decisions.edits
        if (start := _moved(edit, sources)) is not None
    )
    undone = set()
    for key in decisions.undone:
        found = _KEY.fullmatch(key)
        if found is not None:
            start = sources.moved(int(found[2]), 1)
            if start is not None:
                undone.add(f"{found[1]}:{start}")
    return Decisions(frozenset(undone), edits)


def _moved(edit: TextEdit, sources: SourceMap) -> int | None:
    """Where an edit belongs, if the characters it corrects are still there."""
    start = sources.moved(edit.start, edit.length)
    if start is None:
        return None
    old = sources.old[edit.start : edit.start + edit.length]
    return start if sources.new[start : start + edit.length] == old else None


def _likeness() -> Likeness:
    from reader.language.variants import variants  # noqa: PLC0415 - the start does not need it

    return Likeness(variants())


def _pieces(text: str, likeness: Callable[[str], str]) -> frozenset[str]:
    """What stands between the marks of a text, as it is compared."""
    return frozenset(_PIECE.findall(likeness(text)))
