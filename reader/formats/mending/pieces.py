"""Pieces of a page on their way from blocks to paragraphs."""

from dataclasses import dataclass, field
from enum import StrEnum

from reader.domain.document import ParagraphKind, RepairKind
from reader.formats.blocks import Style
from reader.formats.mapped import Mapped


class Role(StrEnum):
    """What a piece is on the page."""

    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"  # who took the picture
    AUTHOR = "author"  # who wrote the article
    FURNITURE = "furniture"  # editors, page heads, advertisements' addresses
    JUMP_OUT = "jump out"
    JUMP_IN = "jump in"


KINDS = {
    Role.HEADING: ParagraphKind.HEADING,
    Role.BODY: ParagraphKind.BODY,
    Role.CAPTION: ParagraphKind.CAPTION,
    Role.CREDIT: ParagraphKind.BYLINE,
    Role.AUTHOR: ParagraphKind.BYLINE,
    Role.FURNITURE: ParagraphKind.BYLINE,
    Role.JUMP_OUT: ParagraphKind.JUMP,
    Role.JUMP_IN: ParagraphKind.JUMP,
}

BESIDE = frozenset((Role.CAPTION, Role.CREDIT, Role.FURNITURE))
"""Roles that may stand inside a text without belonging to it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A repair before it is known which paragraph shows it; ``offset`` is in the piece."""

    key: str
    kind: RepairKind
    offset: int
    why: str
    source: str


@dataclass(slots=True)
class Piece:
    """One future paragraph. ``level`` is 1-6 for marked headings, 7 for found ones, else 0."""

    role: Role
    text: Mapped
    level: int = 0
    style: Style = Style.TEXT
    place: int = 0  # source offset of its first character
    notes: list[Note] = field(default_factory=list)
    fragment: bool = False  # beginning or end is missing
    opens: bool = False  # begins a section of its own

    @property
    def is_mendable(self) -> bool:
        """Whether it is running text of the page, not a list, table or verse."""
        return self.role is Role.BODY and self.style in (Style.TEXT, Style.STRONG)
