"""The desktop says over its portal that its user wants little motion."""

import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject
from reader.ui.portal import Portal

class Desktop(QDBusVirtualObject):
    animated = False

    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        namespace, name = message.arguments()
        if name == "enable-animations":
            reply = message.createReply()
            reply.setArguments([QDBusVariant(self.animated)])
            connection.send(reply)
        else:
            connection.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", ""))
        return True

application = QCoreApplication([])
bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
desktop = Desktop()
assert bus.registerVirtualObject("/org/freedesktop/portal/desktop", desktop)
assert bus.registerService("org.freedesktop.portal.Desktop")
portal = Portal()
said = []

def heard():
    said.append(portal.still)
    if len(said) == 1:
        signal = QDBusMessage.createSignal(
            "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged"
        )
        signal.setArguments(
            ["org.gnome.desktop.interface", "enable-animations", QDBusVariant(True)]
        )
        bus.send(signal)
    else:
        application.quit()

portal.changed.connect(heard)
QTimer.singleShot(20_000, lambda: sys.exit(3))
application.exec()
print(said)
"""


def test_motion_is_reduced_and_comes_back_live() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[True, False]"
