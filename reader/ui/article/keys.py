"""Keys of the reading view that are not actions of the window: moving and selecting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

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


def move_for(view: ArticleView, event: QKeyEvent) -> bool:
    """Carry out the move that ``event`` asks for; tell whether it was one."""
    key = event.key()
    extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    keys = Qt.Key
    if key in {keys.Key_Left, keys.Key_Right} and not control:
        view.step(1 if key == keys.Key_Right else -1, extend=extend)
    elif key in {keys.Key_Up, keys.Key_Down} and not control:
        view.line_step(1 if key == keys.Key_Down else -1, extend=extend)
    elif key in {keys.Key_Home, keys.Key_End}:
        view.edge_step(1 if key == keys.Key_End else -1, whole=control, extend=extend)
    elif key in {keys.Key_PageUp, keys.Key_PageDown}:
        view.scroll_pages(1 if key == keys.Key_PageDown else -1)
    elif key == keys.Key_Space and not control:
        view.scroll_pages(-1 if extend else 1)
    elif key in {keys.Key_Return, keys.Key_Enter}:
        view.activate_current()
    elif key == keys.Key_Escape:
        view.intent.cancel()
        view.clear_selection()
    else:
        return False
    return True
