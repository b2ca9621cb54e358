"""Where links lead: to marks and places here at once, to the web after a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMessageBox

from reader.app import Program
from reader.domain.marks import Bookmark, Highlight, Note
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.services.links import Destination

_LONGEST = 300
"""Characters of an address of the web that are shown when it is asked about."""


class Following(QObject):
    """Follows addresses and copies them.

    ``place_wanted`` carries a text and a Span or None, ``note_wanted`` the note an address names.
    """

    place_wanted = Signal(int, object)
    note_wanted = Signal(object)
    said = Signal(str)
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, reading: Reading, view: ArticleView) -> None:
        super().__init__(view)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._view = view

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {"copy_address": self.copy_place, "follow": self.ask}

    def follow(self, address: str) -> None:
        """Go where an address leads."""
        scheme = address.partition(":")[0].lower()
        if scheme in {"http", "https"}:
            self._ask_about(address)
        elif scheme == "xidu":
            links = self._program.links
            self._tasks.read(lambda: links.follow(address), self._go, self.troubled.emit)

    def ask(self) -> None:
        """Ask for an address to follow; one that lies in the clipboard is there already."""
        dialog = QInputDialog(self._view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setObjectName("follow")
        dialog.setWindowTitle(self.tr("Follow an address"))
        dialog.setLabelText(self.tr("Address (xidu:…):"))
        copied = QGuiApplication.clipboard().text().strip()
        dialog.setTextValue(copied if copied.lower().startswith("xidu:") else "")
        dialog.setMinimumWidth(420)
        dialog.textValueSelected.connect(lambda text: self.follow_typed(text.strip()))
        dialog.open()

    def follow_typed(self, address: str) -> None:
        """Go where an address leads that somebody typed."""
        if address.lower().startswith("xidu:"):
            self.follow(address)
        elif address:
            self._say_lost()

    def copy_place(self) -> None:
        """Copy the address of what is selected or current, or of the text."""
        if self._reading.text is not None:
            document, span = self._reading.text.id, self._view.current_span
            self._copy(self._program.links.of_place(document, span))

    def copy_mark(self, mark: Bookmark | Highlight | Note) -> None:
        """Copy the address of a mark."""
        self._copy(self._program.links.of_mark(mark))

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self.said.emit(self.tr("Address copied; paste it into a note to make a link."))

    def _go(self, destination: Destination | None) -> None:
        if destination is None:
            self._say_lost()
            return
        self.place_wanted.emit(destination.document, destination.span)
        if isinstance(destination.mark, Note):
            self.note_wanted.emit(destination.mark)
        elif destination.span is None and destination.mark is not None:
            self.said.emit(self.tr("The place of this mark is no longer certain."))

    def _say_lost(self) -> None:
        self.said.emit(self.tr("Nothing in this library has that address."))

    def _ask_about(self, address: str) -> None:
        box = QMessageBox(self._view)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("leave")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Open in the browser?"))
        short = address if len(address) <= _LONGEST else address[:_LONGEST] + "…"
        box.setText(self.tr("This link leads out of Xidu, to:\n{0}").format(short))
        leave = box.addButton(self.tr("Open in the browser"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay)
        leave.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        box.open()
