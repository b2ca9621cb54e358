"""Opening texts from files and the clipboard, in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from reader.app import Program
from reader.domain.library import Card
from reader.formats import from_text
from reader.services.texts import Prepared, prepare, prepare_source
from reader.ui.tasks import Tasks

_NAME = 40
"""Characters of a pasted text that name it."""


class Opening(QObject):
    """``opened`` carries the id of a text that is now in the library; ``said`` a message.

    ``changed`` carries what was read and the card of the text that it is a later version of;
    :meth:`store` adds it all the same.
    """

    opened = Signal(int)
    changed = Signal(object, object)
    said = Signal(str)
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._tasks = tasks
        self._window = window

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a text"),
            "",
            self.tr("Texts (*.txt *.md *.markdown);;All files (*)"),
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read a file and add it to the library."""
        self.said.emit(self.tr("Opening “{0}”…").format(path.name))
        self._tasks.read(lambda: prepare(path), self._look, self.troubled.emit)

    def read_clipboard(self) -> None:
        """Read the text of the clipboard."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self.said.emit(self.tr("The clipboard holds no text."))
            return
        name = text.strip().split("\n", 1)[0][:_NAME]
        self._tasks.read(
            lambda: prepare_source(from_text(name, text)), self._look, self.troubled.emit
        )

    def _look(self, prepared: Prepared) -> None:
        """Look whether there is an earlier version of it."""

        def found(earlier: Card | None) -> None:
            if earlier is None:
                self.store(prepared)
            else:
                self.changed.emit(prepared, earlier)

        self._tasks.read(
            lambda: self._program.updating.earlier(prepared), found, self.troubled.emit
        )

    def store(self, prepared: Prepared) -> None:
        """Add a text to the library, or find the one with these bytes."""
        self._tasks.write(
            lambda: self._program.texts.store(prepared), self._stored, self.troubled.emit
        )

    def _stored(self, card: Card) -> None:
        self.opened.emit(card.id)
