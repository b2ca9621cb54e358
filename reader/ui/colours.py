"""What the colours of highlights are called."""

from PySide6.QtCore import QCoreApplication

from reader.domain.marks import Colour
from reader.ui.actions import QT_TRANSLATE_NOOP

_NAMES = {
    Colour.YELLOW: QT_TRANSLATE_NOOP("colours", "Yellow"),
    Colour.GREEN: QT_TRANSLATE_NOOP("colours", "Green"),
    Colour.BLUE: QT_TRANSLATE_NOOP("colours", "Blue"),
    Colour.PINK: QT_TRANSLATE_NOOP("colours", "Pink"),
}


def colour_name(colour: Colour) -> str:
    """What a colour is called in the language of the interface."""
    return QCoreApplication.translate("colours", _NAMES[colour])
