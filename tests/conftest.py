"""For all tests: no display, no network, and never the person's own folders."""

import os
import socket
from pathlib import Path
from typing import Any

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache folder for the session: the dictionary is compiled once."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XIDU_CACHE"] = str(folder)
    os.environ["XIDU_DATA"] = str(tmp_path_factory.mktemp("nobody"))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever connects to anything but this machine's own sockets."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError(f"a test tried to connect to {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def faces(qapp: Any) -> None:
    """The bundled faces, registered."""
    from reader.ui import fonts

    fonts.load()
