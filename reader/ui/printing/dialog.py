"""The dialog of printing: what and how at the left, the page as it will be at the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.app import Program
from reader.services.settings import CHOICES
from reader.ui.dialogs.buttons import closing
from reader.ui.printing.desk import Desk
from reader.ui.printing.feed import PageFeed
from reader.ui.printing.preview import PagePreview
from reader.ui.printing.scope import Scope, ScopeBox
from reader.ui.printing.sheet import Sheet
from reader.ui.printing.words import RangeWords
from reader.ui.tasks import Tasks
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.services.excerpt import Range
    from reader.services.session import OpenText
    from reader.ui.article.typography import Setting

PAPERS = {
    "A4": QPageSize.PageSizeId.A4,
    "A5": QPageSize.PageSizeId.A5,
    "B5": QPageSize.PageSizeId.B5,
    "Letter": QPageSize.PageSizeId.Letter,
}


class PaperDialog(QDialog):
    """Asks what is printed and how; ``saving`` asks for a PDF, ``printing`` for paper.

    ``troubled`` carries an exception. The preview makes its pages while one looks at it.
    """

    saving = Signal()
    printing = Signal()
    troubled = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917 - a dialog about all of it
        self,
        program: Program,
        tasks: Tasks,
        text: OpenText,
        setting: Setting,
        offered: list[Scope],
        revealed: Mapping[int, tuple[int, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._revealed = revealed
        self._tasks = tasks
        self._text = text
        self._setting = setting
        self.feed: PageFeed | None = None
        self._ready: Range | None = None
        self.setWindowTitle(self.tr("Print"))
        self.resize(900, 720)
        self._scope = ScopeBox(offered)
        self._build()
        self._words = RangeWords(program, tasks, text, self)
        self._words.progressed.connect(self._show_reading)
        self._words.ready.connect(self._show_ready)
        self._words.troubled.connect(self.troubled)
        self._begin()

    # --- building ---------------------------------------------------------------

    def _build(self) -> None:
        values = self._program.settings.values
        self._paper = QComboBox()
        self._paper.addItems(list(PAPERS))
        self._paper.setCurrentText(values.paper)
        self._size = QComboBox()
        for points in CHOICES["print_points"]:
            self._size.addItem(self.tr("{0} pt").format(f"{points:g}"), points)
        self._size.setCurrentIndex(self._size.findData(values.print_points))
        self._notes = QCheckBox(self.tr("Explain terms in &footnotes"))
        self._notes.setChecked(values.print_notes)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE[2])
        form.addRow(self.tr("&What"), self._scope)
        form.addRow(self.tr("&Paper"), self._paper)
        form.addRow(self.tr("&Type size"), self._size)
        form.addRow(self._notes)
        self._scope.currentIndexChanged.connect(self._begin)
        self._paper.currentIndexChanged.connect(self._change)
        self._size.currentIndexChanged.connect(self._change)
        self._notes.toggled.connect(self._change)
        self.save = QPushButton(self.tr("&Save as PDF…"))
        self.save.clicked.connect(self.saving)
        self.print = QPushButton(self.tr("P&rint…"))
        self.print.clicked.connect(self.printing)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        right = QVBoxLayout()
        self.preview = PagePreview()
        self.preview.turned.connect(lambda index: self._number.setValue(index + 1))
        right.addWidget(self.preview, 1)
        right.addLayout(self._pager())
        row = QHBoxLayout()
        row.setSpacing(SPACE[4])
        row.addLayout(left)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.addLayout(row, 1)
        column.addWidget(closing(self, self.save, self.print))

    def _pager(self) -> QHBoxLayout:
        self._number = QSpinBox()
        self._number.setMinimum(1)
        self._number.setMaximum(1)
        self._number.setAccessibleName(self.tr("Page"))
        self._number.valueChanged.connect(lambda number: self.preview.show_page(number - 1))
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._arrow("‹", self.tr("Previous page"), -1))
        row.addWidget(self._number)
        row.addWidget(self._count)
        row.addWidget(self._arrow("›", self.tr("Next page"), 1))
        row.addStretch(1)
        return row

    def _arrow(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self._number.stepBy(step))
        return button

    # --- what was chosen --------------------------------------------------------

    @property
    def wanted(self) -> Range:
        """What is to be printed."""
        return self._scope.wanted

    @property
    def sheet(self) -> Sheet:
        """Paper and type size."""
        size = QPageSize(self.paper).size(QPageSize.Unit.Point)
        return Sheet.of_points(size, self._size.currentData())

    @property
    def paper(self) -> QPageSize.PageSizeId:
        """The paper."""
        return PAPERS[self._paper.currentText()]

    @property
    def notes(self) -> bool:
        """Whether terms are explained in footnotes."""
        return self._notes.isChecked()

    def desk(self, sheet: Sheet) -> Desk:
        """Sets what was chosen on a sheet."""
        return Desk(
            self._program,
            self._text,
            self.wanted,
            self._setting,
            sheet,
            notes=self.notes,
            revealed=self._revealed,
        )

    # --- pages ------------------------------------------------------------------

    def _begin(self) -> None:
        """Make sure that the words of what was chosen are known, then show its pages."""
        self._drop_feed()
        self._ready = None
        self.print.setEnabled(False)
        self.preview.message = self.tr("Reading the words…")
        self._words.find(self.wanted)

    def _show_reading(self, done: int, total: int) -> None:
        self.preview.message = self.tr("Reading the words… {0} %").format(100 * done // total)
        self.preview.update()

    def _show_ready(self) -> None:
        self._ready = self.wanted
        self.print.setEnabled(True)
        self._change()

    def _change(self) -> None:
        """Make the pages anew."""
        self._program.settings.change(
            paper=self._paper.currentText(),
            print_points=self._size.currentData(),
            print_notes=self.notes,
        )
        if self._ready is None:
            return
        self._drop_feed()
        self.feed = PageFeed(self.desk(self.sheet), self)
        self.feed.grown.connect(self._show_grown)
        self.preview.show_feed(self.feed)

    def _drop_feed(self) -> None:
        if self.feed is not None:
            self.feed.stop()
            self.feed.deleteLater()
            self.feed = None
        self.preview.show_feed(None)

    def _show_grown(self) -> None:
        if self.feed is None:
            return
        count = max(1, len(self.feed.pages))
        self._number.setMaximum(count)
        text = self.tr("of {0}") if self.feed.complete else self.tr("of {0}…")
        self._count.setText(text.format(count))
        if self.preview.index != self._number.value() - 1 or count <= self.preview.index + 2:
            self.preview.show_page(self._number.value() - 1)

    def done(self, result: int) -> None:
        """Make no more pages once the dialog is closed."""
        self._words.stop()
        self._drop_feed()
        super().done(result)
