"""Printing and exporting the open text: dialogs, files, what is said meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QPushButton, QVBoxLayout, QWidget

from reader.app import Program
from reader.domain.errors import PrinterRefused
from reader.services.excerpt import Range
from reader.services.rubyhtml import Labels
from reader.services.session import OpenText
from reader.services.writing import file_stem, write_lines
from reader.ui.article.view import ArticleView
from reader.ui.dialogs.buttons import closing
from reader.ui.dialogs.terms import TermsDialog
from reader.ui.printing.dialog import PaperDialog
from reader.ui.printing.feed import PageFeed, PrintRun
from reader.ui.printing.order import Order
from reader.ui.printing.press import Press
from reader.ui.printing.scope import Scope, ScopeBox, scopes
from reader.ui.printing.sheet import Sheet
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks
from reader.ui.theme import SPACE


class Exporting(QObject):
    """``said`` carries a message, the name of an action and the action, or nothing for both.

    ``troubled`` carries an exception.
    """

    said = Signal(str, str, object)
    troubled = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        reading: Reading,
        view: ArticleView,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._view = view
        self._window = window
        self._told = -1
        self._run: PrintRun | None = None
        self.press = Press(tasks, self)
        self.press.progressed.connect(self._show_progress)
        self.press.done.connect(self._show_done)
        self.press.stopped.connect(
            lambda: self.said.emit(self.tr("Nothing was written."), "", None)
        )
        self.press.troubled.connect(self.troubled)

    def stop(self) -> None:
        """Give up what is being made: the window closes."""
        self.press.stop()
        if self._run is not None:
            self._run.stop()

    # --- what the menu offers ---------------------------------------------------

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What carries out each action."""
        return {
            "export_html": self.export_html,
            "export_pdf": self.export_pdf,
            "export_terms": self.export_terms,
            "print": self.print_text,
        }

    def export_html(self) -> None:
        """Ask what goes into the page and where it is to be written."""
        text = self._open_text()
        if text is None:
            return
        offered = scopes(text, self._view)
        if len(offered) == 1:
            self._choose_page(text, offered[0].wanted)
            return
        dialog = ScopeDialog(offered, self._window)
        dialog.accepted.connect(lambda: self._choose_page(text, dialog.box.wanted))
        dialog.open()

    def export_pdf(self) -> None:
        """Show the pages, with saving them as the thing to do."""
        self._show_paper(save=True)

    def print_text(self) -> None:
        """Show the pages, with printing them as the thing to do."""
        self._show_paper(save=False)

    def export_terms(self) -> None:
        """Show the terms of the text as a sheet, to be written or printed."""
        text = self._open_text()
        if text is None:
            return
        dialog = TermsDialog(self._program, self._tasks, text, self._view.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saving.connect(lambda: self._choose_terms(text, dialog))
        dialog.troubled.connect(self.troubled)
        dialog.open()

    def _open_text(self) -> OpenText | None:
        """A text of its own for each export, so that reading on disturbs nothing."""
        if self._reading.text is None or not len(self._reading.text.shape):
            self.said.emit(self.tr("There is no text to print or export."), "", None)
            return None
        return self._program.open_for_one_pass(self._reading.text.id)

    @property
    def _revealed(self) -> dict[int, tuple[int, int]]:
        """What shows its readings because the reader asked for them there."""
        flow = self._view.page.flow
        return {} if flow is None else dict(flow.revealed)

    # --- files ------------------------------------------------------------------

    def _choose_page(self, text: OpenText, wanted: Range) -> None:
        path = self._ask_path(text, self.tr("Export as HTML"), self.tr("Pages (*.html)"), ".html")
        if path is not None:
            self._begin(self._order(text, wanted, path))

    def _choose_pdf(self, text: OpenText, dialog: PaperDialog) -> None:
        path = self._ask_path(text, self.tr("Export as PDF"), self.tr("PDF (*.pdf)"), ".pdf")
        if path is not None:
            order = self._order(text, dialog.wanted, path)
            dialog.accept()
            self._begin(order._replace(sheet=dialog.sheet, notes=dialog.notes))

    def _choose_terms(self, text: OpenText, dialog: TermsDialog) -> None:
        ending, render = dialog.ending, dialog.rendering()
        title = self.tr("Terms of this text")
        path = self._ask_path(text, title, dialog.kinds, f".{ending}")
        if path is None:
            return
        dialog.accept()
        self._tasks.write(
            lambda: write_lines(path, render()),
            lambda _: self._show_written(path),
            self.troubled.emit,
        )

    def _ask_path(self, text: OpenText, title: str, kinds: str, ending: str) -> Path | None:
        places = QStandardPaths.StandardLocation
        folder = QStandardPaths.writableLocation(places.DocumentsLocation) or str(Path.home())
        proposed = Path(folder) / (file_stem(text.title) + ending)
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), kinds)
        if not name:
            return None
        return Path(name if Path(name).suffix else name + ending)

    def _order(self, text: OpenText, wanted: Range, path: Path) -> Order:
        program = self._program
        return Order(
            program.data,
            program.cache,
            text.id,
            wanted,
            path,
            self._view.setting._replace(respell=None),
            labels=Labels(self.tr("Contents"), self.tr("Glossary"), self.tr("en")),
            characters=program.settings.values.characters,
            revealed=self._revealed,
        )

    def _begin(self, order: Order) -> None:
        self._told = -1
        if not self.press.start(order):
            self.said.emit(self.tr("An export is still being made."), "", None)

    def _show_progress(self, stage: str, share: float) -> None:
        percent = int(100 * share)
        if percent == self._told:
            return
        self._told = percent
        what = {
            "words": self.tr("Reading the words… {0} %"),
            "pages": self.tr("Setting the pages… {0} %"),
            "writing": self.tr("Writing… {0} %"),
        }[stage]
        self.said.emit(what.format(percent), self.tr("Cancel"), self.press.stop)

    def _show_done(self, order: Order) -> None:
        self._show_written(order.target)

    def _show_written(self, path: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        said = self.tr("“{0}” was written.").format(path.name)
        self.said.emit(said, self.tr("Open"), show)

    # --- paper ------------------------------------------------------------------

    def _show_paper(self, *, save: bool) -> None:
        text = self._open_text()
        if text is None:
            return
        offered = scopes(text, self._view)
        setting = self._view.setting
        dialog = PaperDialog(
            self._program, self._tasks, text, setting, offered, self._revealed, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saving.connect(lambda: self._choose_pdf(text, dialog))
        dialog.printing.connect(lambda: self._choose_printer(text, dialog))
        dialog.troubled.connect(self.troubled)
        (dialog.save if save else dialog.print).setDefault(True)
        (dialog.save if save else dialog.print).setFocus()
        dialog.open()

    def _choose_printer(self, text: OpenText, dialog: PaperDialog) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(text.title)
        printer.setPageLayout(
            QPageLayout(
                QPageSize(dialog.paper), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
            )
        )
        asking = QPrintDialog(printer, dialog)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        asking.accepted.connect(lambda: self._print(printer, text, dialog))
        # Its own open() wants a slot by name.
        QDialog.open(asking)

    def _print(self, printer: QPrinter, text: OpenText, dialog: PaperDialog) -> None:
        size = printer.pageLayout().fullRectPoints().size()
        sheet = Sheet.of_points(size.toSizeF(), dialog.sheet.points)
        if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
            # "Print to file" of the system's dialog: ours can be searched.
            order = self._order(text, dialog.wanted, Path(printer.outputFileName()))
            notes = dialog.notes
            dialog.accept()
            self._begin(order._replace(sheet=sheet, notes=notes))
            return
        feed = PageFeed(dialog.desk(sheet), self)
        dialog.accept()
        self._run = PrintRun(feed, printer, self)
        self._run.progressed.connect(lambda done: self._show_printing(feed, done))
        self._run.finished.connect(lambda taken: self._show_printed(taken=taken))
        if not self._run.start():
            self._show_printed(taken=False)

    def _show_printing(self, feed: PageFeed, done: int) -> None:
        said = self.tr("Printing page {0}…").format(done)
        if feed.complete:
            said = self.tr("Printing page {0} of {1}…").format(done, len(feed.pages))
        run = self._run
        self.said.emit(said, self.tr("Cancel"), run.stop if run else None)

    def _show_printed(self, *, taken: bool) -> None:
        self._run = None
        if taken:
            self.said.emit(self.tr("The printer has all pages."), "", None)
        else:
            self.troubled.emit(PrinterRefused())


class ScopeDialog(QDialog):
    """Asks what of the text is exported."""

    def __init__(self, offered: list[Scope], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export as HTML"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box = ScopeBox(offered)
        form = QFormLayout()
        form.addRow(self.tr("&What"), self.box)
        save = QPushButton(self.tr("&Save…"))
        save.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[4])
        column.addLayout(form)
        column.addWidget(closing(self, save))
        save.setDefault(True)
