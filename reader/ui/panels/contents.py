"""Contents: the texts of the library, and the sections and headings of the open one."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from reader.domain.document import ParagraphKind
from reader.domain.library import Card
from reader.services.session import OpenText
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE


class ContentsPanel(ListPanel):
    """``chosen`` carries a paragraph; ``text_chosen`` the id of another text."""

    text_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Contents"), self.tr("This text has no sections."), parent)
        # The first paragraph of what each row stands for.
        self._starts: list[int] = []
        self.texts = QComboBox()
        self.texts.setAccessibleName(self.tr("Texts in the library"))
        self.texts.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.texts.setMinimumContentsLength(8)
        self.texts.activated.connect(self._choose_text)
        self.column.insertWidget(0, self.texts)
        self.column.setSpacing(SPACE[2])

    def show_library(self, cards: Sequence[Card], current: int) -> None:
        """List all texts."""
        self.texts.clear()
        for card in cards:
            self.texts.addItem(card.title or "—", card.id)
            if card.id == current:
                self.texts.setCurrentIndex(self.texts.count() - 1)

    def show_text(self, text: OpenText) -> None:
        """List the sections of a text, and the sub-headings inside them."""
        rows: list[Row] = []
        outline = text.outline
        for number, (title, start) in enumerate(zip(outline.titles, outline.starts, strict=True)):
            last = number + 1 == len(outline.starts)
            end = outline.total if last else outline.starts[number + 1]
            rows.append(Row(title or "…", payload=start))
            headings = text.shape.of_kind(ParagraphKind.HEADING, start, end)
            # A single heading right under the title is its subtitle.
            if headings != [start + 1]:
                rows += [Row(text.paragraph(i).text, payload=i, depth=1) for i in headings]
        self._starts = [row.payload for row in rows]
        self.list.rows.show(rows)

    def follow(self, paragraph: int) -> None:
        """Select the section that is being read."""
        best = bisect_right(self._starts, paragraph) - 1
        if best >= 0 and not self.list.hasFocus():
            self.list.setCurrentIndex(self.list.rows.index(best))

    def _choose_text(self, index: int) -> None:
        self.text_chosen.emit(self.texts.itemData(index))
