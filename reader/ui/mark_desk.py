"""What can be done to marks in their panel: remove, tag, rename, colour, order, address, bin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QInputDialog, QMenu

from reader.app import Program
from reader.domain.mark_queries import Sorting
from reader.domain.marks import Bookmark, Colour, Highlight, Mark, Note
from reader.ui.colours import colour_name
from reader.ui.listing import Listing
from reader.ui.marking import Marking
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

if TYPE_CHECKING:
    from reader.ui.panels.marks import MarksPanel


class MarkDesk(QObject):
    """Works on the marks of its panel.

    ``edit_wanted`` carries a note, ``copy_wanted`` a mark whose address is to be copied.
    """

    edit_wanted = Signal(object)
    copy_wanted = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        reading: Reading,
        marking: Marking,
        panel: MarksPanel,
    ) -> None:
        super().__init__(panel)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._marking = marking
        self._panel = panel
        self.listing = Listing(program, tasks, reading, panel)
        self.listing.troubled.connect(self.troubled)
        panel.list.removal_wanted.connect(self.remove)
        panel.list.renaming_wanted.connect(self.rename)
        panel.list.shift_wanted.connect(self.shift)
        panel.list.menu_wanted.connect(self._show_menu)
        panel.bin_wanted.connect(self.show_bin)
        panel.meanings_wanted.connect(self.show_meanings)

    def remove(self, marks: Sequence[Mark]) -> None:
        """Put marks into the bin."""
        if marks:
            told = self.tr("Mark removed") if len(marks) == 1 else self.tr("{0} marks removed")
            self._marking.carry_out(
                lambda: self._program.notebook.remove(marks), told.format(len(marks))
            )

    def rename(self, mark: Mark) -> None:
        """Give a bookmark another name; go on with a note."""
        if isinstance(mark, Note):
            self.edit_wanted.emit(mark)
        elif isinstance(mark, Bookmark):
            title, label = self.tr("Rename the bookmark"), self.tr("Name:")
            dialog = self._input(title, label, mark.name)

            def rename(name: str) -> None:
                if name.strip() and name.strip() != mark.name:
                    self._marking.rename_bookmark(mark, name.strip())

            dialog.textValueSelected.connect(rename)
            dialog.open()

    def tag(self, marks: Sequence[Mark]) -> None:
        """Give marks tags: one gets those that are written, several get them besides their own."""
        from reader.ui.dialogs.tags import TagsDialog  # noqa: PLC0415 - when it is wanted

        alone = len(marks) == 1
        dialog = TagsDialog(marks[0].tags if alone else (), several=not alone, parent=self._panel)
        self._tasks.read(self._program.notebook.tags, _while_open(dialog, dialog.edit.know))

        def apply() -> None:
            tags = dialog.edit.tags
            new = {
                mark.id: tags if alone else list(dict.fromkeys([*mark.tags, *tags]))
                for mark in marks
            }
            self._marking.carry_out(
                lambda: self._program.notebook.change_tags(new), self.tr("Tags changed")
            )

        self._ask(dialog, apply)

    def recolour(self, marks: Sequence[Highlight], colour: Colour) -> None:
        """Give highlights another colour."""
        colours = {mark.id: colour for mark in marks}
        self._marking.carry_out(
            lambda: self._program.notebook.recolour_highlights(colours), self.tr("Colour changed")
        )

    def shift(self, mark: Mark, rows: int) -> None:
        """Move a bookmark up or down among those of its text, where they are in one's own order."""
        query = self._panel.query(mark.document if isinstance(mark, Bookmark) else None)
        if not isinstance(mark, Bookmark) or query.sorting is not Sorting.RANK:
            return
        order = self._program.notebook.bookmarks(mark.document)
        order.sort(key=lambda each: (each.rank, each.anchor.span))
        at = next((at for at, each in enumerate(order) if each.id == mark.id), -1)
        to = at + (-rows if query.descending else rows)
        if at < 0 or not 0 <= to < len(order):
            return
        order.insert(to, order.pop(at))
        self._marking.carry_out(
            lambda: self._program.notebook.order_bookmarks(order),
            self.tr("Bookmark moved"),
            seen=True,
        )
        self._panel.list.setCurrentIndex(
            self._panel.list.rows.index(self._panel.list.currentIndex().row() + rows)
        )

    def show_bin(self) -> None:
        """Show what was removed."""
        from reader.ui.dialogs.bin import BinDialog  # noqa: PLC0415 - seldom

        dialog = BinDialog(self._panel.list.delegate.theme, self._panel)

        show = _while_open(dialog, dialog.show_marks)

        def fill() -> None:
            self._tasks.read(self._program.bin.marks, show, self.troubled.emit)

        def restore(marks: list[Mark]) -> None:
            identifiers = [mark.id for mark in marks]
            self._marking.carry_out(
                lambda: self._program.bin.restore(identifiers), self.tr("Taken out of the bin")
            )

        dialog.restore_wanted.connect(restore)
        self._reading.marks_changed.connect(fill)
        dialog.finished.connect(lambda _: self._reading.marks_changed.disconnect(fill))
        fill()
        self._ask(dialog, lambda: None)

    def show_meanings(self) -> None:
        """Show what the colours mean, to be changed."""
        from reader.ui.dialogs.meanings import MeaningsDialog  # noqa: PLC0415 - seldom

        notebook = self._program.notebook
        before = notebook.meanings()
        dialog = MeaningsDialog(before, self._panel)

        def apply() -> None:
            new = dialog.meanings

            def write(meanings: dict[Colour, str]) -> object:
                return notebook.name_colours({each: meanings.get(each, "") for each in Colour})

            def done(_: object) -> None:
                self._marking.remember(
                    self.tr("Meanings of colours changed"),
                    lambda: write(before),
                    self._reading.show_marks,
                    lambda: write(new),
                )
                self._reading.show_marks()

            if new != before:
                self._tasks.write(lambda: write(new), done, self.troubled.emit)

        self._ask(dialog, apply)

    def menu_of(self, marks: Sequence[Mark]) -> QMenu:
        """What can be done to marks."""
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark = marks[0]
        if len(marks) == 1:
            if isinstance(mark, Bookmark):
                menu.addAction(self.tr("&Rename…")).triggered.connect(partial(self.rename, mark))
            elif isinstance(mark, Note):
                menu.addAction(self.tr("&Edit")).triggered.connect(partial(self.rename, mark))
            copy = menu.addAction(self.tr("Copy &address"))
            copy.triggered.connect(lambda: self.copy_wanted.emit(mark))
        menu.addAction(self.tr("&Tags…")).triggered.connect(lambda: self.tag(marks))
        highlights = [each for each in marks if isinstance(each, Highlight)]
        if highlights and len(highlights) == len(marks):
            colours = menu.addMenu(self.tr("&Colour"))
            for colour in Colour:
                action = colours.addAction(colour_name(colour))
                action.triggered.connect(partial(self.recolour, highlights, colour))
        menu.addSeparator()
        menu.addAction(self.tr("&Delete")).triggered.connect(lambda: self.remove(marks))
        return menu

    def _show_menu(self, marks: Sequence[Mark], where: QPoint) -> None:
        self.menu_of(marks).popup(where)

    def _input(self, title: str, label: str, text: str) -> QInputDialog:
        dialog = QInputDialog(self._panel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.setMinimumWidth(360)
        return dialog

    @staticmethod
    def _ask(dialog: QDialog, accepted: Callable[[], None]) -> None:
        from reader.ui.dialogs.fitting import fit  # noqa: PLC0415 - with the first dialog

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(accepted)
        fit(dialog)
        dialog.open()


def _while_open(dialog: QDialog, act: Callable[[Any], object]) -> Callable[[Any], None]:
    """Do something with an answer unless the dialog it is for has been closed meanwhile."""
    closed: list[int] = []
    dialog.finished.connect(closed.append)

    def take(answer: Any) -> None:
        if not closed:
            act(answer)

    return take
