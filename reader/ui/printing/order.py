"""What is to be made of a text: everything that another process needs to know."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reader.services.excerpt import Range
from reader.services.rubyhtml import Labels
from reader.ui.article.typography import Setting
from reader.ui.printing.sheet import Sheet


class Order(NamedTuple):
    """Write ``wanted`` of a ``document`` to ``target``: as PDF, or as HTML without a ``sheet``.

    ``data`` and ``cache`` are the folders of the program; ``setting`` says what stands above
    the words; ``notes`` asks for footnotes. ``characters`` names
    the standard of the characters shown: what respells, ``setting.respell``, stays at home.
    ``revealed`` are ranges, by paragraph, whose readings are shown in any case.
    """

    data: Path
    cache: Path
    document: int
    wanted: Range
    target: Path
    setting: Setting
    sheet: Sheet | None = None
    notes: bool = True
    labels: Labels = Labels()
    characters: str = "original"
    revealed: Mapping[int, tuple[int, int]] = {}

    @property
    def language(self) -> str:
        """The tag of the language as it is shown."""
        return "zh-Hans" if self.characters in {"original", "simplified"} else "zh-Hant"
