"""Formatted text: blocks of runs, as notes are shown. Neither HTML nor Markdown is left in it."""

from enum import Enum
from typing import NamedTuple


class BlockKind(Enum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    ROW = "row"
    RULE = "rule"


class Run(NamedTuple):
    """Characters of one look. ``link`` is an address with http, https or xidu, or empty."""

    text: str
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""


class FormattedBlock(NamedTuple):
    """One block. ``depth`` is how far it is moved in; ``level`` of a heading, 1 to 6.

    ``marker`` stands before the first line of an item: a bullet or a number.
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    depth: int = 0
    level: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)
