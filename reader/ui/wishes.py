"""What the system wishes for its user: dark or light, strong contrast, little motion.

One place for the whole program. Qt 6.11 tells of colours and contrast; of motion it tells
from 6.12 on, so until then Windows and the desktop portal of Linux are asked themselves.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QStyleHints

from reader.ui.theme import ThemeName

if TYPE_CHECKING:
    from reader.ui.portal import Portal

_THEMES = {
    (False, False): ThemeName.LIGHT,
    (True, False): ThemeName.DARK,
    (False, True): ThemeName.CONTRAST_LIGHT,
    (True, True): ThemeName.CONTRAST_DARK,
}


class Wishes(QObject):
    """``changed`` is sent when the system has changed its mind."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints, self._access = _hints()
        self._still = _windows_is_still() if sys.platform == "win32" else False
        self._portal: Portal | None = None
        self._hints.colorSchemeChanged.connect(self.changed)
        self._access.contrastPreferenceChanged.connect(self.changed)
        motion = getattr(self._access, "motionPreferenceChanged", None)
        if motion is not None:
            motion.connect(self.changed)
        elif sys.platform == "linux":
            from reader.ui.portal import Portal  # noqa: PLC0415 - only there

            self._portal = Portal(self)
            self._portal.changed.connect(self.changed)

    @property
    def theme(self) -> ThemeName:
        """The theme that goes with the system's colours and contrast."""
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        strong = self._access.contrastPreference() == Qt.ContrastPreference.HighContrast
        return _THEMES[dark, strong]

    @property
    def animate(self) -> bool:
        """Whether things may move; all that glides or fades asks here."""
        preference = getattr(self._access, "motionPreference", None)
        if preference is not None:
            return bool(preference().name != "ReducedMotion")
        return not self._still and not (self._portal is not None and self._portal.still)


@cache
def _hints() -> tuple[QStyleHints, QAccessibilityHints]:
    """What Qt knows of the system, asked for once.

    Both live as long as the application. Asked for again after the first answer had been
    collected as garbage, PySide 6.11 has ended the process (on a machine without D-Bus).
    """
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


def _windows_is_still() -> bool:
    """The setting “Show animations in Windows”, off."""
    import ctypes  # noqa: PLC0415 - only there

    get_client_area_animation, on = 0x1042, ctypes.c_int(1)
    user = getattr(ctypes, "windll").user32  # noqa: B009 - mypy knows it on Windows only
    user.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(on), 0)
    return not on.value
