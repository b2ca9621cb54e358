"""Keeps the rail beside the text true, and goes where it is clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWheelEvent

from reader.ui.article.rail import Rail
from reader.ui.article.view import ArticleView
from reader.ui.reading import Reading

_FOLLOW_AFTER = 40
"""Milliseconds after a step of scrolling in which the rail follows."""


class Progress(QObject):
    """Connects a rail with the view and the open text."""

    def __init__(self, reading: Reading, view: ArticleView) -> None:
        super().__init__(view)
        self._reading = reading
        self._view = view
        self.rail = Rail(view)
        self.rail.chosen.connect(self._go)
        reading.opened.connect(self._show_text)
        view.decorated.connect(self._show_marks)
        # The rail is painted after the text has moved, and once for many steps.
        self._resting = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._resting.timeout.connect(self._show_view)
        view.moved.connect(self._soon)
        view.viewport().installEventFilter(self)
        self.rail.installEventFilter(self)
        self._place()
        self._show_text()
        self.rail.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the viewport; the wheel over the rail is the text's."""
        if watched is self.rail and isinstance(event, QWheelEvent):
            self._view.wheelEvent(event)
            return True
        if watched is not self.rail and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return super().eventFilter(watched, event)

    def _soon(self) -> None:
        if not self._resting.isActive():
            self._resting.start()

    def _place(self) -> None:
        box = self._view.viewport().geometry()
        self.rail.setGeometry(box.right() + 1, box.top(), self._view.rail_width, box.height())

    def _show_text(self) -> None:
        text = self._reading.text
        if text is not None:
            outline = text.outline
            self.rail.set_text(text.shape.lengths, outline.titles, outline.starts)
            self._show_marks()
            self._show_view()

    def _show_marks(self) -> None:
        self.rail.set_theme(self._view.theme)
        self.rail.set_marks(self._view.decorations)

    def _show_view(self) -> None:
        self.rail.set_theme(self._view.theme)
        self.rail.show_view(*self._view.in_sight)

    def _go(self, paragraph: int, fraction: float, drawn: bool) -> None:
        self._view.jump_to(paragraph, fraction, passing=drawn)
