"""For all tests: no display, no network, and never the person's own folders."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes is the machine's affair: no test depends on a clock.
settings.register_profile(
    "steady", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("steady")

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"

_HERE = {None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"}


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache folder for the session: the dictionary is compiled once."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XIDU_CACHE"] = str(folder)
    os.environ["XIDU_DATA"] = str(tmp_path_factory.mktemp("nobody"))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that looks up or connects to another machine, also if it hides the refusal."""
    tried: list[object] = []

    def refused(host: object) -> bool:
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if name in _HERE:
            return False
        tried.append(name)
        return True

    def connecting(name: str) -> Callable[..., Any]:
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, *arguments: Any) -> Any:
            address = arguments[-1]
            if self.family in {socket.AF_INET, socket.AF_INET6} and refused(address[0]):
                raise AssertionError(f"a test tried to reach {address!r}")
            return real(self, *arguments)

        return guarded

    def looking_up(name: str) -> Callable[..., Any]:
        real = getattr(socket, name)

        def guarded(host: object, *arguments: Any, **options: Any) -> Any:
            if refused(host):
                raise AssertionError(f"a test tried to look up {host!r}")
            return real(host, *arguments, **options)

        return guarded

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, connecting(name))
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        monkeypatch.setattr(socket, name, looking_up(name))
    yield
    assert not tried, f"the test tried to reach {tried}"


@pytest.fixture(autouse=True)
def looks_of_its_own() -> Iterator[None]:
    """A test that changes colours or size of the whole program changes them for itself alone."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    before = widgets and widgets.QApplication.instance() and widgets.QApplication.palette()
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets and widgets.QApplication.instance()
    if application:
        from PySide6.QtGui import QPalette

        from reader.ui import fonts

        before = before or QPalette()
        if application.palette() != before:
            application.setPalette(before)
        if application.styleSheet():
            application.setStyleSheet("")
        fonts.set_scale(100)


@pytest.fixture(scope="session")
def faces(qapp: Any) -> None:
    """The bundled faces, registered."""
    from reader.ui import fonts

    fonts.load()
