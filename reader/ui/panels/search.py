"""Search: one box, hits in context, a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from reader.services.search import Hit
from reader.services.searcher import Answer, Progress
from reader.ui import fonts
from reader.ui.models.rows import Row
from reader.ui.panels.lists import ListPanel
from reader.ui.theme import SPACE

_TYPING = 120
"""Milliseconds without typing after which the search runs."""

_TITLE = 28
"""Characters of a title above its hits: two lines of a narrow panel."""


class SearchPanel(ListPanel):
    """``query_changed`` carries what was typed; ``list.chosen`` a Hit.

    ``more_wanted`` carries how many hits are listed when further ones are wanted.
    """

    query_changed = Signal(str)
    more_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hits"), "", parent)
        self.box = QLineEdit()
        self.box.setAccessibleName(self.tr("Search"))
        self.box.setPlaceholderText(self.tr("Characters, pinyin or English"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._typed)
        self.box.returnPressed.connect(self._first)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setFont(fonts.interface("small"))
        self.count.setEnabled(False)
        self.count.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        self.column.insertWidget(0, self.box)
        self.column.insertWidget(1, self.count)
        self.progress = QLabel()
        self.progress.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setFont(fonts.interface("small"))
        self.progress.setEnabled(False)
        self.progress.setContentsMargins(SPACE[3], 0, SPACE[3], 0)
        self.progress.hide()
        self.column.insertWidget(2, self.progress)
        self.column.setSpacing(SPACE[2])
        self._answer: Answer | None = None
        self._last: tuple[str, int | None] | None = None
        self._listed = 0
        self._asked = False
        self.list.verticalScrollBar().valueChanged.connect(self._look_further)
        self.list.verticalScrollBar().rangeChanged.connect(self._look_further)
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(lambda: self.query_changed.emit(self.box.text()))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what can be searched."""
        self.list.rows.show([])
        self._answer = None
        self.count.hide()
        what = self.tr(
            "Search your texts and notes, the glossary and the dictionary: characters (长三角), "
            "pinyin (changsanjiao), initials (csj) or English."
        )
        more = "\n".join(
            (
                self.tr("If you like:"),
                self.tr("“新发展” – exactly so"),
                self.tr("改革 OR 开放 – either"),
                self.tr("改革 -经济 – not with it"),
                self.tr("改革 NEAR/20 开放"),
                self.tr("新?展 – any character"),
                self.tr("zangsan~ – sounds alike"),
                self.tr("in:notes title:… tag:…"),
                self.tr("before:2026-03 after:2025"),
            )
        )
        self.hint.setText(f"{what}\n\n{more}")

    def show_answer(self, answer: Answer) -> None:
        """Show the first hits grouped by kind and text, and how many there are in all."""
        self._answer = answer
        self._last, self._listed, self._asked = None, 0, False
        self.list.rows.show(self._rows(answer.hits))
        self.count.setText(self._counted(answer))
        self.count.setVisible(bool(answer.hits))
        if not answer.hits:
            self.hint.setText(
                self.tr(
                    "Nothing found. Try fewer characters, or pinyin without tones; "
                    "a place is also found by part of a word."
                )
            )

    def show_progress(self, progress: Progress) -> None:
        """Say how far indexing is; meanwhile a search finds the same, only later."""
        self.progress.setText(
            self.tr("Preparing fast search: {0} of {1} texts").format(
                f"{progress.done:,}", f"{progress.all:,}"
            )
        )
        self.progress.setVisible(progress.working and progress.all > 0)

    def add_hits(self, hits: Sequence[Hit]) -> None:
        """Show further hits of the same answer."""
        self._asked = False
        self.list.rows.append(self._rows(hits))

    def _rows(self, hits: Sequence[Hit]) -> list[Row]:
        """Rows of hits that follow those there are, captions among them."""
        rows: list[Row] = []
        for hit in hits:
            group = hit.kind, hit.document if hit.kind == "text" else None
            if group != self._last:
                self._last = group
                rows.append(self._caption(hit))
            second = hit.title if hit.kind in {"note", "title"} else ""
            rows.append(Row(hit.context, second, hit, hit.mark))
        self._listed += len(hits)
        return rows

    def _caption(self, hit: Hit) -> Row:
        """What stands above the hits of a kind, or of a text with how many it has."""
        heads = {
            "note": self.tr("In your notes"),
            "term": self.tr("In the glossary"),
            "entry": self.tr("In the dictionary"),
            "title": self.tr("Titles"),
        }
        if hit.kind in heads:
            return Row(heads[hit.kind], head=True)
        counts = {text: count for text, _, count in self._answer.counts} if self._answer else {}
        title = hit.title if len(hit.title) <= _TITLE else hit.title[:_TITLE] + "…"
        return Row(title, self._places(counts.get(hit.document or 0, 0)), head=True)

    def _places(self, count: int) -> str:
        return self.tr("1 place") if count == 1 else self.tr("{0} places").format(f"{count:,}")

    def _counted(self, answer: Answer) -> str:
        """How many places there are, and in how many texts."""
        places = self._places(answer.total)
        if len(answer.counts) < 2:
            return places
        return self.tr("{0}, in {1} texts").format(places, f"{len(answer.counts):,}")

    def _look_further(self) -> None:
        """Ask for more hits when the end of those there are comes near."""
        bar = self.list.verticalScrollBar()
        near = bar.maximum() - bar.value() <= self.list.height()
        waiting = self._answer is not None and self._listed < self._answer.total
        if near and waiting and not self._asked and self._listed:
            self._asked = True
            self.more_wanted.emit(self._listed)

    def focus_first(self) -> None:
        """Put the keyboard into the box."""
        self.box.setFocus()
        self.box.selectAll()

    def _typed(self) -> None:
        self._timer.start()

    def _first(self) -> None:
        """Return goes to the first hit."""
        rows = self.list.rows
        for number in range(rows.rowCount()):
            row = rows.row(rows.index(number))
            if not row.head:
                self.list.setCurrentIndex(rows.index(number))
                self.list.chosen.emit(row.payload)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the box into the hits."""
        if event.key() == Qt.Key.Key_Down and self.box.hasFocus() and self.list.rows.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.list.rows.index(1))
        else:
            super().keyPressEvent(event)
