"""Keys of the card: from word to word, back, shorter and longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.card.view import CardView

KEYS = {
    "Tab, Down; Shift+Tab, Up": "go to the next or previous word of the card",
    "Return": "open the word in the card",
    "Alt+Left, Alt+Right": "go back to the word before, and forward again",
    "Minus, Plus": "show a shorter or longer word of the text",
    "Wheel, Shift+Wheel": "the same, over the card or over the text",
    "Escape": "close the card, return to the article",
}
"""Shown by the page of keys; each is handled here or by the wheel."""

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_STEPS: dict[int, int] = {
    _Key.Key_Down: 1,
    _Key.Key_Right: 1,
    _Key.Key_Up: -1,
    _Key.Key_Left: -1,
}
_LENGTHS: dict[int, int] = {_Key.Key_Minus: 1, _Key.Key_Plus: -1, _Key.Key_Equal: -1}


def is_own(event: QKeyEvent) -> bool:
    """Whether a key is the card's although an action of the window may have it too."""
    if event.modifiers() == _Modifier.AltModifier:
        return event.key() in {_Key.Key_Left, _Key.Key_Right}
    return event.key() in {_Key.Key_Escape, _Key.Key_Backspace}


def handle(card: CardView, event: QKeyEvent) -> bool:
    """Do what a key asks of the card; tell whether it was one of ours."""
    key = event.key()
    if event.modifiers() & _Modifier.ControlModifier:
        return False
    alt = bool(event.modifiers() & _Modifier.AltModifier)
    if key == _Key.Key_Escape:
        card.closed.emit()
    elif key == _Key.Key_Backspace or (alt and key == _Key.Key_Left):
        card.went.emit(-1)
    elif alt and key == _Key.Key_Right:
        card.went.emit(1)
    elif key in _LENGTHS:
        card.stepped.emit(_LENGTHS[key])
    elif key in {_Key.Key_Return, _Key.Key_Enter}:
        card.open_focused()
    elif key in _STEPS:
        card.step_focus(_STEPS[key])
    else:
        return False
    return True
