"""Bookmarks and highlights as a list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reader.domain.document import Outline
from reader.domain.marks import Bookmark, Highlight
from reader.ui.colours import colour_name
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel


def _section_title(outline: Outline, paragraph: int) -> str:
    section, _ = outline.locate(paragraph)
    return outline.titles[section] if outline.titles else ""


class BookmarksPanel(ListPanel):
    """Bookmarks above, highlights below.

    ``list.chosen`` and ``list.removal_wanted`` carry a Bookmark or a Highlight.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Bookmarks"),
            self.tr(
                "Nothing marked yet. Rest on a word and press Ctrl+B to set a bookmark, "
                "or select a passage and press Ctrl+H to highlight it."
            ),
            parent,
        )

    def show_marks(
        self, bookmarks: Sequence[Bookmark], highlights: Sequence[Highlight], outline: Outline
    ) -> None:
        """List what is marked in a text; marks that lost their place come last of their kind."""
        rows = [
            Row(mark.name, self._place(mark, outline), mark)
            for mark in sorted(bookmarks, key=lambda m: m.orphan)
        ]
        if highlights:
            rows.append(Row(self.tr("Highlights"), head=True))
        for mark in sorted(highlights, key=lambda m: m.orphan):
            where = f"{colour_name(mark.colour)} · {self._place(mark, outline)}"
            rows.append(Row(mark.anchor.quote, where, mark))
        self.list.rows.show(rows)

    def _place(self, mark: Bookmark | Highlight, outline: Outline) -> str:
        if mark.orphan:
            return self.tr("its place is no longer certain: “{0}”").format(mark.anchor.quote)
        return _section_title(outline, mark.anchor.span.paragraph)
