"""What the mouse does in the reading view: pointing, clicking, selecting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from reader.domain.places import Span
from reader.ui.article.caret import Place
from reader.ui.article.walker import Unit

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reader.ui.article.view import ArticleView

_FRAME = 16
"""Milliseconds between two steps of scrolling at the edge."""

_SLOWEST, _FASTEST = 2, 48
"""Pixels of such a step: the farther outside the mouse is, the more."""


class Mouse(QObject):
    """Handles the mouse events of a view.

    One click chooses a word, two select it, three its sentence; drawing on after that
    selects by whole words or sentences. A press with Shift takes the selection to there.
    """

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._point = QPoint()
        self._pressed: Place | None = None
        # What is selected whatever the mouse does: the unit pressed on, or the anchor.
        self._origin: tuple[Place, Place] | None = None
        self._unit = Unit.CHARACTER
        self._drawing = False
        self._third = QTimer(self, singleShot=True)
        self._third.setInterval(QApplication.doubleClickInterval())
        self._edge = QTimer(self, interval=_FRAME)
        self._edge.timeout.connect(self.scroll_on)

    # --- events -----------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """Begin a selection, choose a sign in the margin, or go back and forward."""
        turn = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}
        if event.button() in turn:
            self._view.turned.emit(turn[event.button()])
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view, point = self._view, event.position().toPoint()
        view.pressed.emit()
        sign = view.page.sign_at(point)
        if sign is not None:
            view.sign_clicked.emit(sign.kind, sign.number, view.viewport().mapToGlobal(point))
            return
        if self._third.isActive() and self._is_near(point) and self._pressed is not None:
            self._third.stop()
            self._select_unit(self._pressed, Unit.SENTENCE)
            return
        self._point, self._drawing = point, False
        self._pressed = view.page.place_at(point, exact=True)
        place, caret = view.page.place_at(point, between=True), view.caret
        if place is None or caret is None:
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        anchor = caret.selection.anchor if shift else place
        self._unit, self._origin = Unit.CHARACTER, (anchor, anchor)
        caret.select(anchor, place)
        view.viewport().update()

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word that was pressed on, wherever it is by now.

        The first click opens its card, which may have made the text narrower.
        """
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if not self._is_near(point):
            self._point = point
            self._pressed = self._view.page.place_at(point, exact=True)
        if self._pressed is not None:
            self._select_unit(self._pressed, Unit.WORD)
            self._third.start()

    def move(self, event: QMouseEvent) -> None:
        """Select while the button is down; otherwise follow the word under the mouse."""
        point = event.position().toPoint()
        if self._origin is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if self._drawing or not self._is_near(point):
                self._drawing = True
                self._point = point
                self._extend()
            outside = self._drawing and self._outside() != 0
            if outside != self._edge.isActive():
                (self._edge.start if outside else self._edge.stop)()
            return
        if self._view.focus.follow_pointer(point):
            self._view.viewport().update()
        self._show_what_it_is_over(point)
        self._view.intent.move(self._word_to_explain(point))

    def release(self, event: QMouseEvent) -> None:
        """End a selection; a click that selected nothing chooses the word."""
        self._edge.stop()
        view, caret = self._view, self._view.caret
        begun, self._origin = self._origin, None
        if event.button() != Qt.MouseButton.LeftButton or begun is None or caret is None:
            return
        if not caret.selection.is_empty:
            view.selected.emit()
            return
        span = view.word_at(event.position().toPoint())
        if span is not None:
            caret.put(Place(span.paragraph, span.start))
            view.viewport().update()
            view.activated.emit(span)

    def ask_for_menu(self, event: QContextMenuEvent) -> None:
        """Stand on the word pointed at, unless it is selected, and ask for the menu there."""
        view, caret, where = self._view, self._view.caret, event.globalPos()
        if caret is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = view.current_span
            box = QRect() if current is None else view.rectangle_of(current)
            if not box.isEmpty():
                where = view.viewport().mapToGlobal(box.bottomLeft())
        else:
            place = view.page.place_at(event.pos(), exact=True)
            span = view.word_at(event.pos())
            if span is not None and not (place and caret.selects(place)):
                caret.put(Place(span.paragraph, span.start))
        view.intent.cancel()
        view.viewport().update()
        view.menu_wanted.emit(where)

    # --- selecting --------------------------------------------------------------

    def scroll_on(self) -> None:
        """Scroll while the mouse is held before or behind the text, and select what comes."""
        outside = self._outside()
        pace = min(max(abs(outside) // 3, _SLOWEST), _FASTEST)
        self._view.scroller.by(pace if outside > 0 else -pace)
        self._extend()

    def _outside(self) -> int:
        """Pixels by which the mouse is before (negative) or behind what is seen."""
        page = self._view.page
        across = round(page.axes.flat(self._point).y())
        return across if across < 0 else max(0, across - page.height + 1)

    def _extend(self) -> None:
        """Take the selection to the mouse, by the unit it was begun with."""
        view, caret = self._view, self._view.caret
        if caret is None or self._origin is None:
            return
        axes = view.page.axes
        flat = axes.flat(self._point)
        flat.setY(min(max(flat.y(), 0), view.page.height - 1))
        inside = axes.shown(flat).toPoint()
        by_character = self._unit is Unit.CHARACTER
        place = view.page.place_at(inside, between=by_character)
        if place is None:
            return
        begins, ends = self._origin
        first, last = (place, place) if by_character else caret.walker.around(place, self._unit)
        if place < begins:
            caret.select(ends, first)
        else:
            caret.select(begins, max(last, ends))
        view.intent.cancel()
        view.viewport().update()

    def _select_unit(self, place: Place, unit: Unit) -> None:
        """Select a word or a sentence, and go on by such while the button is down."""
        caret = self._view.caret
        if caret is not None:
            self._drawing = False
            self._unit, self._origin = unit, caret.walker.around(place, unit)
            caret.select(*self._origin)
            self._view.intent.cancel()
            self._view.viewport().update()

    def _is_near(self, point: QPoint) -> bool:
        """Whether the mouse has hardly moved since it was pressed."""
        distance = (point - self._point).manhattanLength()
        return distance < QApplication.startDragDistance() // 2

    def _word_to_explain(self, point: QPoint) -> Span | None:
        """The word under the mouse; what is selected is to be marked or copied, not explained."""
        span, caret = self._view.word_at(point), self._view.caret
        if (
            span is not None
            and caret is not None
            and caret.selects(Place(span.paragraph, span.start))
        ):
            return None
        return span

    def _show_what_it_is_over(self, point: QPoint) -> None:
        view, sign = self._view, self._view.page.sign_at(point)
        shape = Qt.CursorShape.IBeamCursor if sign is None else Qt.CursorShape.PointingHandCursor
        view.viewport().setCursor(shape)
        if sign is not None:
            view.sign_hovered.emit(sign.kind, sign.number, view.viewport().mapToGlobal(point))
