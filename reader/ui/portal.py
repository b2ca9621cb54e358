"""The desktop portal of Linux, asked whether its user wants little motion."""

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"

_KEYS: dict[tuple[str, str], object] = {
    ("org.gnome.desktop.interface", "enable-animations"): False,
    ("org.freedesktop.appearance", "reduced-motion"): 1,
}
"""Settings, and the value of each that means: little motion."""


class Portal(QObject):
    """``still`` tells what is known by now; ``changed`` that it has changed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._still: dict[tuple[str, str], bool] = {}
        self._watchers: list[QDBusPendingCallWatcher] = []
        self._bus = QDBusConnection.sessionBus()
        if not self._bus.isConnected():
            return
        heard = SLOT("heard(QDBusMessage)")
        # PySide declares bytes and takes only a string.
        self._bus.connect(_SERVICE, _PATH, _INTERFACE, "SettingChanged", self, heard)  # type: ignore[call-overload]
        for key in _KEYS:
            self._ask(key)

    @property
    def still(self) -> bool:
        """Whether any setting asks for little motion."""
        return any(self._still.values())

    def _ask(self, key: tuple[str, str]) -> None:
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "ReadOne")
        message.setArguments(list(key))
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        watcher.finished.connect(lambda done: self._note(key, done.reply().arguments()))
        self._watchers.append(watcher)

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """A setting of the desktop has changed."""
        namespace, name, *value = message.arguments()
        if (namespace, name) in _KEYS:
            self._note((namespace, name), value)

    def _note(self, key: tuple[str, str], arguments: list[object]) -> None:
        value = arguments[0] if arguments else None
        if isinstance(value, QDBusVariant):
            value = value.variant()
        still = value == _KEYS[key]
        if still != self._still.get(key, False):
            self._still[key] = still
            self.changed.emit()
