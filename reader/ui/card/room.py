"""Room of the row of buttons of a card; known before the buttons are made."""

from reader.ui import fonts
from reader.ui.theme import SPACE

SIDE = 26
"""Side of a button at 100 %; it grows with the interface as far as the row has room."""

_MOST = 12
"""As many buttons have room in a row."""

_AROUND = 10


def button_side(width: int) -> int:
    """Side of each button in a row of ``width`` pixels."""
    return max(SIDE, min(fonts.scaled(SIDE), (width - 2 * SPACE[2]) // _MOST))


def row_height(width: int) -> int:
    """Height of the row."""
    return button_side(width) + _AROUND
