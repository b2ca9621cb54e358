"""A desktop with assistive technology: a screen, a session bus, and a client on it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.accessibility.atspi import FOCUSED, READ_ONLY, Accessible, Bus
from tests.journeys.conftest import Person, screen


class Listener(Person):
    """Someone who uses the program through assistive technology; has keyboard and ears."""

    def __init__(self, display: str, folder: Path, cache: Path, session: str) -> None:
        super().__init__(display, folder, cache, (1280, 900))
        self._session = session
        self.bus = Bus(session)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the programs of this session."""
        return {**super().environment, "DBUS_SESSION_BUS_ADDRESS": self._session}

    @property
    def program(self) -> Accessible:
        """The running program as the bus knows it."""
        assert self._process is not None
        return next(p for p in self.bus.programs() if self.bus.process(p) == self._process.pid)

    def article(self) -> Accessible:
        """The text that has the focus."""
        self.waits("window.attending.companion")
        found = [
            each
            for each in self.program.everything()
            if each.role == "text" and {FOCUSED, READ_ONLY} <= each.states
        ]
        assert len(found) == 1, [each.name for each in found]
        return found[0]


@contextmanager
def session_bus(display: str) -> Iterator[str]:
    """A session bus of one's own; at-spi2-core starts on it by itself."""
    # The paths of sockets must be short.
    folder = tempfile.mkdtemp(prefix="xidu-")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env={
            **os.environ,
            "DISPLAY": display,
            "GSETTINGS_BACKEND": "memory",
            "XDG_RUNTIME_DIR": folder,
            "XDG_CACHE_HOME": folder,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dictionary, compiled once for all these tests."""
    return tmp_path_factory.mktemp("accessibility-cache")


@pytest.fixture
def listener(tmp_path: Path, cache: Path) -> Iterator[Listener]:
    """Someone at a computer with assistive technology switched on."""
    with screen(1280, 900) as display, session_bus(display) as session:
        someone = Listener(display, tmp_path, cache, session)
        yield someone
        someone.leaves()
        someone.bus.close()
