"""Keys of the reading view that are not actions of the window: moving and selecting.

The arrow alone moves by what a reader of Chinese sees first, the word; Ctrl makes a step
to the side finer and a step up or down wider.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.ui.article.walker import Unit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.article.cursor import Cursor
    from reader.ui.article.view import ArticleView

MOVES = {
    "Left, Right": "move word by word",
    "Ctrl+Left, Ctrl+Right": "move character by character",
    "Up, Down": "move line by line",
    "Alt+Up, Alt+Down": "move sentence by sentence",
    "Ctrl+Up, Ctrl+Down": "move paragraph by paragraph",
    "Ctrl+Page Up, Ctrl+Page Down": "go to the previous or next section",
    "Home, End": "go to the beginning or end of the line",
    "Ctrl+Home, Ctrl+End": "go to the beginning or end of the text",
    "Page Up, Page Down, Space, Shift+Space": "turn the page",
    "Shift with a move": "select",
    "Return": "open the card of the word",
    "Escape": "close the card, end the selection, leave distraction-free reading",
}
"""Shown by the page of keys; each is handled below."""

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_SIDEWAYS: dict[int, int] = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_UPRIGHT: dict[int, int] = {_Key.Key_Up: -1, _Key.Key_Down: 1}
_EDGES: dict[int, int] = {_Key.Key_Home: -1, _Key.Key_End: 1}
_PAGES: dict[int, int] = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}


_TURNED: dict[int, int] = {
    _Key.Key_Down: _Key.Key_Right,
    _Key.Key_Up: _Key.Key_Left,
    _Key.Key_Left: _Key.Key_Down,
    _Key.Key_Right: _Key.Key_Up,
}
"""In vertical setting lines run downwards and follow one another to the left."""


def handle(view: ArticleView, event: QKeyEvent) -> bool:
    """Do what a key asks of the view; tell whether it was one of ours."""
    key = event.key()
    shift = bool(event.modifiers() & _Modifier.ShiftModifier)
    control = bool(event.modifiers() & _Modifier.ControlModifier)
    if key in _PAGES and not control:
        view.scroll_pages(_PAGES[key])
    elif key == _Key.Key_Space:
        view.scroll_pages(-1 if shift else 1)
    elif key in {_Key.Key_Return, _Key.Key_Enter}:
        view.activate_current()
    elif key == _Key.Key_Escape:
        _escape(view)
    else:
        return view.caret is not None and _move(view, view.caret, event, extend=shift)
    return True


def _escape(view: ArticleView) -> None:
    """End what there is to end here, or else say that there was nothing."""
    selected = view.caret is not None and not view.caret.selection.is_empty
    nothing = view.page.hover is None and not selected
    view.intent.cancel()
    view.clear_selection()
    if nothing:
        view.escaped.emit()


def _move(view: ArticleView, cursor: Cursor, event: QKeyEvent, *, extend: bool) -> bool:
    key = event.key()
    control = bool(event.modifiers() & _Modifier.ControlModifier)
    alt = bool(event.modifiers() & _Modifier.AltModifier)
    if view.setting.vertical and not alt:
        key = _TURNED.get(key, key)
    if key in _EDGES and not alt:
        cursor.edge_step(_EDGES[key], whole=control, extend=extend)
    elif key in _PAGES and control:
        _section_step(view, cursor, _PAGES[key], extend=extend)
    elif key in _SIDEWAYS and not alt:
        if extend or not cursor.appear(view.page.height):
            unit = Unit.CHARACTER if control else Unit.WORD
            cursor.step(unit, _SIDEWAYS[key], extend=extend)
    elif key in _UPRIGHT and not (control and alt):
        if extend or not cursor.appear(view.page.height):
            _upright(cursor, key, control=control, alt=alt, extend=extend)
    else:
        return False
    view.follow_cursor()
    return True


def _upright(cursor: Cursor, key: int, *, control: bool, alt: bool, extend: bool) -> None:
    """Move up or down: by lines, sentences or paragraphs."""
    if alt:
        cursor.step(Unit.SENTENCE, _UPRIGHT[key], extend=extend)
    elif control:
        cursor.step(Unit.PARAGRAPH, _UPRIGHT[key], extend=extend)
    else:
        cursor.line_step(_UPRIGHT[key], extend=extend)


def _section_step(view: ArticleView, cursor: Cursor, direction: int, *, extend: bool) -> None:
    """Go to another section and bring its beginning to the top."""
    if extend:
        cursor.step(Unit.SECTION, direction, extend=True)
        return
    target = cursor.walker.step(cursor.place, Unit.SECTION, direction)
    view.top_of(target.paragraph)
    cursor.put(target)
