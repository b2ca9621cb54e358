"""Everything that makes pages of a range of a text, put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.app import Program
from reader.domain.errors import ReferenceMissing
from reader.ui.article.typography import Setting
from reader.ui.printing.drawing import PageDrawer
from reader.ui.printing.manuscript import manuscript
from reader.ui.printing.notes import Numbering
from reader.ui.printing.pages import Page, Paginator
from reader.ui.printing.setting import Typesetter, whole_cells
from reader.ui.printing.sheet import Sheet

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.services.excerpt import Range
    from reader.services.session import OpenText


class Desk:
    """Sets one range of one text on one sheet, as ``setting`` shows it in the window."""

    def __init__(  # noqa: PLR0913 - what, how and on what
        self,
        program: Program,
        text: OpenText,
        wanted: Range,
        setting: Setting,
        sheet: Sheet,
        *,
        notes: bool,
        revealed: Mapping[int, tuple[int, int]] = MappingProxyType({}),
    ) -> None:
        """``revealed`` are ranges, by paragraph, whose readings are shown in any case."""
        self._program = program
        self.sheet = sheet
        self.manuscript = manuscript(text.title, text, wanted)
        # Pages of a printer are read in lines, also when the screen shows columns.
        own = setting.resized(sheet.size)._replace(vertical=False)
        self.setter = Typesetter(
            self.manuscript,
            own,
            whole_cells(sheet.column, own),
            Numbering(self._explain) if notes else None,
            program.vocabulary,
            revealed,
        )
        self._paginator = Paginator(self.setter, sheet)
        self.drawer = PageDrawer(sheet, self.setter, self._paginator)

    def pages(self) -> Iterator[Page | None]:
        """The pages in order, once; ``None`` after each piece of work."""
        return self._paginator.pages()

    def share(self, page: Page) -> float:
        """How much of the manuscript is on pages once this one is made."""
        last = page.last_entry
        return 1.0 if last is None else (last + 1) / len(self.manuscript.entries)

    def _explain(self, identifier: str) -> Term | None:
        try:
            return self._program.lookup.term_by_id(identifier)
        except ReferenceMissing:
            return None
