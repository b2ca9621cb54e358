"""The dialog of the sheet of terms: how it is written at the left, how it looks at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.app import Program
from reader.services.excerpt import whole
from reader.services.termsheet import FORMATS, Entry, Labels, Sheet, by_pinyin, collect, html
from reader.ui import fonts
from reader.ui.dialogs.buttons import closing
from reader.ui.dialogs.fitting import fit
from reader.ui.printing.words import RangeWords
from reader.ui.tasks import Tasks
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.services.session import OpenText
    from reader.ui.theme import Theme

_SHOWN = 40
"""Terms of the preview: what says how the sheet will look."""


def _style(ink: str, pinyin: str, soft: str, size: str) -> str:
    """The looks of our pages for Qt's documents, which know no variables."""
    return f"""
body {{ color: {ink}; font-family: "{fonts.SANS}"; font-size: {size}; }}
h1 {{ font-family: "{fonts.SERIF}"; font-size: large; }}
dt {{ font-family: "{fonts.SERIF}"; font-size: large; font-weight: 700; margin-top: 14px; }}
dt span {{ font-family: "{fonts.SANS}"; font-weight: 400; font-size: {size}; color: {pinyin}; }}
dd {{ margin: 2px 0 0 0; }}
dd.english {{ font-weight: 700; }}
dd.quote {{ font-family: "{fonts.SERIF}"; color: {soft}; }}
"""


class TermsDialog(QDialog):
    """``saving`` asks for a file; ``troubled`` carries an exception."""

    saving = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        text: OpenText,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._tasks = tasks
        self._text = text
        self._theme = theme
        self._entries: list[Entry] | None = None
        self._closed = False
        self.setObjectName("terms_sheet")
        self.setWindowTitle(self.tr("Terms of this text"))
        self.resize(860, 600)
        self._build()
        self._words = RangeWords(program, tasks, text, self)
        self._words.progressed.connect(self._show_reading)
        self._words.ready.connect(self._collect)
        self._words.troubled.connect(self.troubled)
        self._words.find(whole(text))
        fit(self)

    # --- building ---------------------------------------------------------------

    def _build(self) -> None:
        self.format = QComboBox()
        for name, ending in (
            (self.tr("Web page (HTML)"), "html"),
            (self.tr("Markdown"), "md"),
            (self.tr("Table (CSV)"), "csv"),
            (self.tr("Cards for Anki"), "txt"),
        ):
            self.format.addItem(name, ending)
        self.order = QComboBox()
        self.order.addItems([self.tr("As they come in the text"), self.tr("By pinyin")])
        self.full = QCheckBox(self.tr("&Everything known of each term"))
        self.full.setChecked(True)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE[2])
        form.addRow(self.tr("&Format"), self.format)
        form.addRow(self.tr("&Order"), self.order)
        form.addRow(self.full)
        self.format.currentIndexChanged.connect(self._show_sheet)
        self.order.currentIndexChanged.connect(self._show_sheet)
        self.full.toggled.connect(self._show_sheet)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.said)
        left.addStretch(1)
        self.preview = QTextBrowser()
        self.preview.setOpenLinks(False)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("Preview"))
        row = QHBoxLayout()
        row.setSpacing(SPACE[4])
        row.addLayout(left)
        row.addWidget(self.preview, 1)
        self.save = QPushButton(self.tr("&Save…"))
        self.save.clicked.connect(self.saving)
        self.print = QPushButton(self.tr("P&rint…"))
        self.print.clicked.connect(self._choose_printer)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.addLayout(row, 1)
        column.addWidget(closing(self, self.save, self.print))
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.print.setEnabled(False)

    # --- what was chosen --------------------------------------------------------

    @property
    def ending(self) -> str:
        """The ending of the file's name, which names its format too."""
        return str(self.format.currentData())

    @property
    def kinds(self) -> str:
        """The files of this format, for the dialog that asks for a name."""
        return {
            "html": self.tr("Web pages (*.html)"),
            "md": self.tr("Markdown (*.md)"),
            "csv": self.tr("Tables (*.csv)"),
            "txt": self.tr("Text for Anki (*.txt)"),
        }[self.ending]

    def rendering(self) -> Callable[[], Iterator[str]]:
        """Makes the lines of the file, in any thread."""
        render, sheet = FORMATS[self.ending], self._sheet()
        return lambda: render(sheet)

    def _sheet(self) -> Sheet:
        entries = self._entries or []
        if self.order.currentIndex() == 1:
            entries = by_pinyin(entries)
        return Sheet(self._text.title, entries, self.full.isChecked(), self._labels())

    def _labels(self) -> Labels:
        return Labels(
            title=self.tr("Terms in “{0}”"),
            term=self.tr("Term"),
            pinyin=self.tr("Pinyin"),
            english=self.tr("English"),
            times=self.tr("Times"),
            quote=self.tr("First place"),
            literal=self.tr("Literally"),
            explanation=self.tr("Explanation"),
            chinese=self.tr("In Chinese"),
            members=self.tr("Stands for"),
            variants=self.tr("Also"),
            since=self.tr("Since"),
            collocations=self.tr("Used as"),
            language=self.tr("en"),
        )

    # --- finding ----------------------------------------------------------------

    def _show_reading(self, done: int, total: int) -> None:
        self.said.setText(self.tr("Looking for the terms… {0} %").format(100 * done // total))

    def _collect(self) -> None:
        text, explain = self._text, self._program.lookup.term_by_id
        self._tasks.read(
            lambda: collect(text, explain, lambda: not self._closed),
            self._show_found,
            self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if not self._closed:
            self.troubled.emit(error)

    def _show_found(self, entries: list[Entry]) -> None:
        if self._closed:
            return
        self._entries = entries
        self.save.setEnabled(bool(entries))
        self.print.setEnabled(bool(entries))
        self._show_sheet()
        if entries:
            self.save.setFocus()

    # --- showing ----------------------------------------------------------------

    def _show_sheet(self) -> None:
        if self._entries is None:
            return
        count = len(self._entries)
        said = self.tr("{0} terms").format(count)
        if count > _SHOWN:
            said = self.tr("The first {0} of {1} terms are shown.").format(_SHOWN, count)
        self.said.setText(said if count else self.tr("No term of the glossary is in this text."))
        sheet = self._sheet()
        sheet = sheet._replace(entries=sheet.entries[:_SHOWN])
        if not count:
            self.preview.clear()
        elif self.ending == "html":
            self.preview.setHtml("\n".join(html(sheet, self._style())))
        else:
            lines = FORMATS[self.ending](sheet)
            # Beyond any sheet of so few terms, but a term of the reader's own may be long.
            text = "\n".join(islice(lines, 2000)).removeprefix("\ufeff")
            self.preview.setPlainText(text)

    def _style(self) -> str:
        """The page in the colours of the window, in the size of its type."""
        theme = self._theme
        size = fonts.interface().pixelSize()
        return _style(theme.ink, theme.pinyin, theme.ink_soft, f"{size}px")

    # --- paper ------------------------------------------------------------------

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._sheet().heading)
        asking = QPrintDialog(printer, self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(lambda: self.print_on(printer))
        # Its own open() wants a slot by name.
        QDialog.open(asking)

    def print_on(self, printer: QPrinter) -> None:
        """Print the whole sheet, in black on white."""
        document = QTextDocument()
        style = _style("#000000", "#222f44", "#444444", "10pt")
        document.setHtml("\n".join(html(self._sheet(), style)))
        document.print_(printer)

    def done(self, result: int) -> None:
        """Look for nothing more once the dialog is closed."""
        self._closed = True
        self._words.stop()
        super().done(result)
