"""Glossaries of the reader's own: named, switched on and off, with terms like ours."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from reader.domain.glossary import Term

OURS = "xidu"
"""The id under which the glossary that comes with the program is switched on and off."""


class OwnGlossary(NamedTuple):
    """A glossary; one that is not ``on`` takes no part in anything."""

    id: str
    name: str
    on: bool = True


class OwnTerm(NamedTuple):
    """A term as it is kept. ``term`` has the id it has in files; times are aware, in UTC."""

    id: str
    glossary: str
    term: Term
    created: datetime
    changed: datetime


class Batch(NamedTuple):
    """What is written in one transaction.

    ``glossaries`` and ``terms`` are put in place, new or instead of those with their ids, also
    out of the bin; ``removed`` and ``closed`` are ids of terms and glossaries put into it.
    """

    glossaries: Sequence[OwnGlossary] = ()
    terms: Sequence[OwnTerm] = ()
    removed: Sequence[str] = ()
    closed: Sequence[str] = ()
