"""Copying from the text: as it is, with pinyin in brackets, as HTML with ruby."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from reader.app import Program
from reader.domain.places import Span
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks


class _Copy(NamedTuple):
    text: str
    html: str = ""


class Copying(QObject):
    """Puts the selection, or the word one is at, on the clipboard; ``said`` tells so.

    The words of a long selection are read beside, as they are for a whole text.
    """

    said = Signal(str)
    troubled = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, reading: Reading, view: ArticleView) -> None:
        super().__init__(view)
        self._program = program
        self._tasks = tasks
        self._reading = reading
        self._view = view
        view.selected.connect(self._offer_to_middle_button)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action."""
        return {
            "copy": self.copy,
            "copy_pinyin": self.copy_with_pinyin,
            "copy_ruby": self.copy_as_ruby,
        }

    def copy(self) -> None:
        """Copy plain text: that of the widget with the keyboard, or else of the article."""
        focus = QApplication.focusWidget()
        own = getattr(focus, "copy", None)
        if not self._view.hasFocus() and callable(own):
            own()
        elif self._view.selected_text:
            QApplication.clipboard().setText(self._view.selected_text)

    def copy_with_pinyin(self) -> None:
        """Copy text with pinyin in brackets behind each word."""

        def make(document: int, spans: list[Span]) -> _Copy:
            from reader.services.copying import passages, with_pinyin  # noqa: PLC0415

            return _Copy(with_pinyin(passages(self._program.open_text(document), spans)))

        self._copy(make, self.tr("Copied with pinyin"))

    def copy_as_ruby(self) -> None:
        """Copy HTML with ruby, and the plain text for whatever takes no HTML."""

        def make(document: int, spans: list[Span]) -> _Copy:
            from reader.services.copying import passages  # noqa: PLC0415
            from reader.services.rubyhtml import fragment  # noqa: PLC0415

            found = passages(self._program.open_text(document), spans)
            plain = "\n".join(passage.text for passage in found)
            return _Copy(plain, fragment(found))

        self._copy(make, self.tr("Copied as HTML with pinyin"))

    def _offer_to_middle_button(self) -> None:
        """Where a system keeps what was selected last for the middle button, give it that."""
        clipboard = QApplication.clipboard()
        if clipboard.supportsSelection():
            clipboard.setText(self._view.selected_text, QClipboard.Mode.Selection)

    def _copy(self, make: Callable[[int, list[Span]], _Copy], message: str) -> None:
        text, caret, current = self._reading.text, self._view.caret, self._view.current_span
        if text is None or caret is None:
            return
        spans = caret.spans or ([current] if current is not None else [])
        if not spans:
            self.said.emit(self.tr("Select what you want to copy first."))
            return
        document = text.id

        def done(made: _Copy) -> None:
            data = QMimeData()
            data.setText(made.text)
            if made.html:
                data.setHtml(made.html)
            QApplication.clipboard().setMimeData(data)
            self.said.emit(message)

        self._tasks.read(lambda: make(document, spans), done, self.troubled.emit)
