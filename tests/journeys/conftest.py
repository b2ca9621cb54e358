"""A virtual screen, and a person who uses mouse and keyboard on it."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

DRIVEN = Path(__file__).with_name("driven.py")
_PATIENCE = 60_000
"""Milliseconds after which something that should have happened has not."""


class Person:
    """Uses one running program through the X server, and looks at its window."""

    def __init__(self, display: str, folder: Path, cache: Path, size: tuple[int, int]) -> None:
        self._display = display
        self.data = folder / "data"
        self._cache = cache
        self.size = size
        self._process: subprocess.Popen[bytes] | None = None
        self._stream: Any = None

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the programs on this screen."""
        return {
            **os.environ,
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            "XIDU_DATA": str(self.data),
            "XIDU_CACHE": str(self._cache),
            "LC_ALL": "C.UTF-8",
        }

    def starts(self, *arguments: str) -> None:
        """Start the program and wait until its window has been completed."""
        ours, theirs = socket.socketpair()
        ours.settimeout(1.5 * _PATIENCE / 1000)
        with ours, theirs:
            self._process = subprocess.Popen(
                [sys.executable, str(DRIVEN), str(theirs.fileno()), *arguments],
                env=self.environment,
                pass_fds=[theirs.fileno()],
            )
            self._stream = ours.makefile("rw", encoding="utf-8")
        self.waits("window.isVisible() and hasattr(window, 'guide')")

    def tries_to_start(self, *arguments: str) -> tuple[int, str]:
        """Start the command where it cannot; return its exit code and what it says."""
        done = subprocess.run(
            [sys.executable, "-m", "reader", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE / 1000,
            check=False,
        )
        assert done.stdout == ""
        return done.returncode, done.stderr

    def sees(self, expression: str) -> Any:
        """Ask for the value of an expression about the window."""
        return self._question({"ask": expression})

    def waits(self, expression: str) -> Any:
        """Wait until an expression about the window is true; return its value."""
        value = self._question({"until": expression, "ms": _PATIENCE})
        assert value, f"never came true: {expression}"
        return value

    def _question(self, question: dict[str, Any]) -> Any:
        self._stream.write(json.dumps(question) + "\n")
        self._stream.flush()
        answer = json.loads(self._stream.readline())
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def points_at(self, place: str) -> None:
        """Move the mouse to a place given by an expression, coming from beside it."""
        x, y = self.sees(place)
        self.does("mousemove", str(x - 4), str(y), "mousemove", str(x), str(y))

    def clicks(self, place: str) -> None:
        """Click at a place."""
        self.points_at(place)
        self.does("click", "1")

    def presses(self, *keys: str) -> None:
        """Press keys, such as ``ctrl+b``."""
        self.does("key", "--delay", "30", *keys)

    def types(self, text: str) -> None:
        """Type text."""
        self.does("type", "--delay", "40", text)

    def does(self, *arguments: str) -> None:
        """Give an xdotool command."""
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True)

    def photographs(self, path: Path) -> None:
        """Save a picture of the whole screen."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def kills(self) -> None:
        """End the program with SIGKILL."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._stream.close()
        self._process = None

    def logs_out(self) -> int:
        """End the program as the end of a session does, with SIGTERM; return the exit code."""
        assert self._process is not None
        self._process.terminate()
        code = self._process.wait(_PATIENCE / 1000)
        self._stream.close()
        self._process = None
        return code

    def closes(self) -> int:
        """Close the window as a person does and return the exit code."""
        assert self._process is not None
        self.presses("ctrl+q")
        code = self._process.wait(_PATIENCE / 1000)
        self._stream.close()
        self._process = None
        return code

    def leaves(self) -> None:
        """End whatever is still running."""
        if self._process is not None:
            self.kills()


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dictionary, compiled once for all journeys."""
    return tmp_path_factory.mktemp("journey-cache")


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """A virtual screen with a window manager; gives the name of its display."""
    for program in ("Xvfb", "xdotool", "openbox"):
        if shutil.which(program) is None:
            raise RuntimeError(f"{program} is missing; packaging/test installs it")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24",
         "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL
    )
    try:
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()


@pytest.fixture
def person(tmp_path: Path, cache: Path) -> Iterator[Person]:
    """Someone before a new computer."""
    size = (1280, 900)
    with screen(*size) as display:
        someone = Person(display, tmp_path, cache, size)
        yield someone
        someone.leaves()
