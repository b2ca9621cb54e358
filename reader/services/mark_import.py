"""Marks into the library: what would change is known before anything does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.anchoring import moved
from reader.domain.library import Changes
from reader.domain.mark_records import MarkRecord
from reader.domain.marks import PLACELESS, Anchor, Mark, Note
from reader.domain.places import Span

if TYPE_CHECKING:
    from reader.domain.mark_ports import MarkIntake
    from reader.domain.ports import Clock, Library

_HELD = 4
"""Texts that are held while marks are placed: those of one text usually follow each other."""


class Intake(NamedTuple):
    """What importing would do. ``unknown`` are marks of texts that are not in the library.

    ``newer`` take the place of marks with their ids; ``there`` are as they are already, or older;
    ``orphans`` of the new and newer ones have no certain place.
    """

    new: list[Mark]
    newer: list[Mark]
    there: int
    orphans: int
    unknown: list[MarkRecord]


class MarkImport:
    """Takes marks in."""

    def __init__(self, library: Library, intake: MarkIntake, clock: Clock) -> None:
        self._library = library
        self._intake = intake
        self._clock = clock

    def plan(self, records: Sequence[MarkRecord], document: int | None = None) -> Intake:
        """What would change. ``document`` is the text of marks that do not name a source of theirs.

        A mark is of the text with its source, else of the only one with its title.
        """
        by_source = {card.sha256: card.id for card in self._library.cards()}
        by_title: dict[str, list[int]] = {}
        for card in self._library.cards():
            by_title.setdefault(card.title, []).append(card.id)
        known = self._intake.changed_by_id(one.mark.id for one in records if one.mark.id)
        plan = Intake([], [], 0, 0, [])
        there = 0
        texts = lru_cache(_HELD)(self._texts)
        for one in records:
            titled = by_title.get(one.title, [])
            foreign = None if one.source else document
            home = by_source.get(one.source, titled[0] if len(titled) == 1 else foreign)
            if home is None:
                plan.unknown.append(one)
                continue
            mark = _placed(replace(one.mark, document=home), texts(home))
            before = known.get(mark.id)
            if before is None and (mark.id or not self._intake.has_twin(mark)):
                plan.new.append(mark)
            elif before is not None and before < mark.changed:
                plan.newer.append(mark)
            else:
                there += 1
        orphans = sum(mark.orphan for mark in (*plan.new, *plan.newer))
        return plan._replace(there=there, orphans=orphans)

    def carry_out(self, plan: Intake) -> Changes:
        """Do it, in one transaction."""
        self._intake.take_in([*plan.new, *plan.newer], self._clock())
        return Changes(bookmarks=True, notes=True, highlights=True)

    def _texts(self, document: int) -> list[str]:
        total = self._library.outline(document).total
        return [each.text for each in self._library.paragraphs(document, 0, total)]


def _placed(mark: Mark, paragraphs: Sequence[str]) -> Mark:
    """A mark at its place; one that has none for certain is an orphan, unless it needs none."""
    if mark.orphan:
        return mark
    anchor = moved(mark.anchor, paragraphs)
    if anchor is not None:
        return replace(mark, anchor=anchor)
    if isinstance(mark, Note) and mark.scope in PLACELESS:
        return replace(mark, anchor=Anchor(Span(0, 0, 0), "", "", paragraphs[0][:24]))
    return replace(mark, orphan=True)
