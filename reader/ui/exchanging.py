"""Taking marks out to files and in again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.app import Program
from reader.services.mark_import import Intake
from reader.services.writing import file_stem, write_lines
from reader.ui.dialogs.mark_files import ExportMarksDialog, ImportMarksDialog, MarksOrder
from reader.ui.marking import Marking
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks


class Exchanging(QObject):
    """``said`` carries a message, the name of an action and the action, or nothing for both.

    ``troubled`` carries an exception.
    """

    said = Signal(str, str, object)
    troubled = Signal(object)

    def __init__(
        self, program: Program, tasks: Tasks, reading: Reading, marking: Marking, window: QWidget
    ) -> None:
        super().__init__(window)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._marking = marking
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What carries out each action."""
        return {"export_marks": self.export, "import_marks": self.take_in}

    def export(self) -> None:
        """Ask how and where marks are to be written."""
        text = self._reading.text
        dialog = ExportMarksDialog(None if text is None else text.title, self._window)
        dialog.accepted.connect(lambda: self._choose(dialog.order))
        dialog.open()

    def take_in(self) -> None:
        """Ask for a file of marks, and say what taking it in would do."""
        kinds = self.tr("Marks (*.json *.csv);;All files (*)")
        title = self.tr("Import notes and marks")
        name, _ = QFileDialog.getOpenFileName(self._window, title, _folder(), kinds)
        if name:
            self.plan(Path(name))

    def plan(self, path: Path) -> None:
        """Say what taking in a file would do."""
        program = self._program
        text = self._reading.text
        document = None if text is None else text.id

        def work() -> Intake:
            from reader.formats.annotations import load  # noqa: PLC0415 - seldom

            return program.mark_import.plan(load(path), document)

        self._tasks.read(work, lambda plan: self._show(path, plan), self.troubled.emit)

    def _show(self, path: Path, plan: Intake) -> None:
        dialog = ImportMarksDialog(path.name, plan, self._window)
        dialog.accepted.connect(lambda: self._carry_out(plan))
        dialog.open()

    def _carry_out(self, plan: Intake) -> None:
        said = self.tr("{0} marks were imported.").format(f"{len(plan.new) + len(plan.newer):,}")
        self._marking.carry_out(lambda: self._program.mark_import.carry_out(plan), said)

    def _choose(self, order: MarksOrder) -> None:
        text = self._reading.text
        title = self.tr("Export notes and marks")
        if order.each:
            name = QFileDialog.getExistingDirectory(self._window, title, _folder())
            if name:
                self.write(order, Path(name))
            return
        stem = file_stem(text.title) if order.here and text is not None else self.tr("Xidu notes")
        ending = f".{order.manner.format}"
        proposed = Path(_folder()) / (stem + ending)
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), f"(*{ending})")
        if name:
            self.write(order, Path(name if Path(name).suffix else name + ending))

    def write(self, order: MarksOrder, path: Path) -> None:
        """Write marks to a file, or files into a folder."""
        export = self._program.mark_export
        text = self._reading.text
        document = text.id if order.here and text is not None else None
        heading = self.tr("Notes and marks")

        def work() -> None:
            if order.each:
                export.write_each(path, order.manner)
            else:
                write_lines(path, export.lines(order.manner, heading, document))

        def done(_result: object) -> None:
            def show() -> None:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

            self.said.emit(self.tr("“{0}” was written.").format(path.name), self.tr("Open"), show)

        self._tasks.read(work, done, self.troubled.emit)


def _folder() -> str:
    places = QStandardPaths.StandardLocation
    return QStandardPaths.writableLocation(places.DocumentsLocation) or str(Path.home())
