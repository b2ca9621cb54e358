"""Terms: entries of the glossary of policy language."""

from typing import NamedTuple

KEY = "own:"
"""What the id of a term of the reader's own begins with, wherever ours may stand beside it."""


class Member(NamedTuple):
    """One thing a number formula stands for."""

    text: str
    syllables: tuple[str, ...]
    english: str


class Term(NamedTuple):
    """A policy phrase. Related, broader and opposite terms are named by id.

    ``kind`` is one of :data:`KINDS`; ``field`` is the subject, the stem of its file;
    ``explanation`` is plain English, ``chinese`` simple Chinese; in ``collocations``
    ``～`` stands for the headword. A variant may have gaps (:mod:`reader.domain.gaps`). ``context``
    are those of headword and variants that are ordinary words too, and terms only beside others.
    """

    id: str
    headword: str
    syllables: tuple[str, ...]
    kind: str
    field: str
    english: str
    explanation: str
    chinese: str
    variants: tuple[str, ...] = ()
    literal: str = ""
    since: str = ""
    members: tuple[Member, ...] = ()
    collocations: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    opposite: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


KINDS = (
    "formula",
    "number-formula",
    "institution",
    "office",
    "document",
    "campaign",
    "place",
    "metaphor",
    "news-phrase",
    "idiom",
    "concept",
    "event",
)
