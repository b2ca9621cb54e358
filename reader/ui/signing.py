"""What a click on a sign in the margin does: a bookmark's menu, a note, a repair."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QToolTip

from reader.domain.places import Span
from reader.ui.article.margin import SignKind
from reader.ui.article.view import ArticleView
from reader.ui.marking import Marking
from reader.ui.reading import Reading

if TYPE_CHECKING:
    from reader.domain.marks import Bookmark, Note

_NAME = 120
"""Characters of a note that are shown while the mouse is on its sign."""


class Signing(QObject):
    """Answers ``sign_clicked`` of the view.

    ``edit_note`` shows a note where it can be written on, ``show_repair`` a repair by its
    number.
    """

    def __init__(
        self,
        view: ArticleView,
        reading: Reading,
        marking: Marking,
        edit_note: Callable[[Note], object],
        show_repair: Callable[[int], object],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._marking = marking
        self._edit_note = edit_note
        self._show_repair = show_repair
        view.sign_clicked.connect(self._answer)
        view.sign_hovered.connect(self._name)

    def _answer(self, kind: SignKind, number: int, where: QPoint) -> None:
        if kind is SignKind.BOOKMARK:
            self.menu_of(self._reading.bookmarks[number]).popup(where)
        elif kind is SignKind.NOTE:
            self._edit_note(self._reading.notes[number])
        else:
            self._show_repair(number)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {"repair": self.go_to_repair}

    def go_to_repair(self) -> None:
        """Show the repair in this paragraph, or else go to the next one and show that."""
        text, caret = self._reading.text, self._view.caret
        if text is None or caret is None or not text.repairs:
            return
        here = caret.place.paragraph
        _, number = min(
            ((repair.paragraph - here) % len(text.shape), number)
            for number, repair in enumerate(text.repairs)
        )
        repair = text.repairs[number]
        end = text.shape[repair.paragraph][1]
        start = min(repair.offset, max(0, end - 1))
        self._view.go_to(Span(repair.paragraph, start, min(start + 1, end)))
        self._show_repair(number)

    def _name(self, kind: SignKind, number: int, where: QPoint) -> None:
        """Say what a sign stands for while the mouse is on it."""
        if kind is SignKind.BOOKMARK:
            text = self._reading.bookmarks[number].name
        elif kind is SignKind.NOTE:
            text = self._reading.notes[number].text
        else:
            repairs = self._reading.text.repairs if self._reading.text is not None else []
            text = QCoreApplication.translate("repairs", repairs[number].why)
        short = text if len(text) <= _NAME else text[:_NAME] + "…"
        QToolTip.showText(where, f"<qt>{escape(short)}</qt>", self._view)

    def menu_of(self, bookmark: Bookmark) -> QMenu:
        """The menu of a bookmark: its name above what can be done."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = menu.addAction(bookmark.name.replace("&", "&&"))
        name.setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("&Rename…")).triggered.connect(partial(self._rename, bookmark))
        remove = menu.addAction(self.tr("&Remove the bookmark"))
        remove.triggered.connect(lambda: self._marking.remove_bookmark(bookmark))
        return menu

    def _rename(self, bookmark: Bookmark) -> None:
        dialog = QInputDialog(self._view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename the bookmark"))
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(bookmark.name)
        dialog.setMinimumWidth(360)

        def rename(name: str) -> None:
            if name.strip() and name.strip() != bookmark.name:
                self._marking.rename_bookmark(bookmark, name.strip())

        dialog.textValueSelected.connect(rename)
        dialog.open()
