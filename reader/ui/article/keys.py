"""Keys of the reading view that are not actions of the window: moving and selecting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.article.cursor import Cursor
    from reader.ui.article.view import ArticleView

MOVES = {
    "Left, Right": "move word by word",
    "Up, Down": "move line by line",
    "Home, End": "go to the beginning or end of the line",
    "Ctrl+Home, Ctrl+End": "go to the beginning or end of the text",
    "Page Up, Page Down, Space": "turn the page",
    "Shift with a move": "select",
    "Return": "open the card of the word",
    "Escape": "close the card, end the selection",
}
"""Shown by the page of keys; each is handled below."""


def handle(view: ArticleView, event: QKeyEvent) -> bool:
    """Do what a key asks of the view; tell whether it was one of ours."""
    key, keys = event.key(), Qt.Key
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in {keys.Key_PageUp, keys.Key_PageDown}:
        view.scroll_pages(1 if key == keys.Key_PageDown else -1)
    elif key == keys.Key_Space:
        view.scroll_pages(-1 if shift else 1)
    elif key in {keys.Key_Return, keys.Key_Enter}:
        view.activate_current()
    elif key == keys.Key_Escape:
        view.intent.cancel()
        view.clear_selection()
    else:
        return view.caret is not None and _move(view, view.caret, event, extend=shift)
    return True


def _move(view: ArticleView, cursor: Cursor, event: QKeyEvent, *, extend: bool) -> bool:
    key, keys = event.key(), Qt.Key
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    forward = 1 if key in {keys.Key_Right, keys.Key_Down, keys.Key_End} else -1
    arrows = {keys.Key_Left, keys.Key_Right, keys.Key_Up, keys.Key_Down}
    if key not in {keys.Key_Home, keys.Key_End} and (key not in arrows or control):
        return False
    if key in arrows and not extend and cursor.appear(view.viewport().height()):
        pass
    elif key in {keys.Key_Left, keys.Key_Right}:
        cursor.step(forward, extend=extend)
    elif key in arrows:
        cursor.line_step(forward, extend=extend)
    else:
        cursor.edge_step(forward, whole=control, extend=extend)
    view.follow_cursor()
    return True
