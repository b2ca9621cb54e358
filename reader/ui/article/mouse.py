"""What the mouse does in the reading view: pointing, clicking, selecting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.ui.article.caret import Place

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent

    from reader.ui.article.view import ArticleView


class Mouse:
    """Handles the mouse events of a view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._pressed: Place | None = None

    def move(self, event: QMouseEvent) -> None:
        """Select while the button is down; otherwise follow the word under the mouse."""
        view, point = self._view, event.position().toPoint()
        pressed, caret = self._pressed, view.caret
        if pressed and caret and event.buttons() & Qt.MouseButton.LeftButton:
            place = view.page.place_at(point, between=True)
            if place is not None and place != caret.selection.caret:
                caret.select(pressed, place)
                view.intent.cancel()
                view.viewport().update()
            return
        self._show_what_it_is_over(point)
        view.intent.move(view.word_at(point))

    def _show_what_it_is_over(self, point: QPoint) -> None:
        over_sign = self._view.page.repair_at(point) is not None
        self._view.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over_sign else Qt.CursorShape.IBeamCursor
        )

    def press(self, event: QMouseEvent) -> None:
        """Begin a selection, or ask about a repair."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view, point = self._view, event.position().toPoint()
        repair = view.page.repair_at(point)
        if repair is not None:
            view.repair_clicked.emit(repair, view.viewport().mapToGlobal(point))
            return
        place = view.page.place_at(point, between=True)
        self._pressed = place
        if place is not None and view.caret is not None:
            view.caret.select(place, place)
            view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        """A click that selected nothing chooses the word."""
        view = self._view
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None or view.caret is None:
            return
        if view.caret.selection.is_empty:
            span = view.word_at(event.position().toPoint())
            if span is not None:
                view.caret.put(Place(span.paragraph, span.start))
                view.viewport().update()
                view.activated.emit(span)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word."""
        view = self._view
        span = view.word_at(event.position().toPoint())
        if span is not None and view.caret is not None:
            start = Place(span.paragraph, span.start)
            view.caret.select(start, Place(span.paragraph, span.end))
            view.viewport().update()
