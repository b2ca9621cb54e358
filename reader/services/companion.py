"""A process beside the window that does what would hold it up, one task after the other.

It ends by itself when the pipe to its parent closes, however the parent ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_NICE = 3
"""By how much the process gives way to the window, where there are few processors."""

_GRACE = 2.0
"""Seconds the process may take to end when asked."""

Work = Callable[[str, Any], object]
"""Answers a task with its payload."""

Make = Callable[..., Work]
"""Makes the one that works, in the process; a function or class of a module."""


class CompanionFailed(RuntimeError):
    """The process ended or raised; carries what it said."""


class Companion:
    """Starts the process at the first task and again after it ended. Any thread may ask."""

    def __init__(self, name: str, make: Make, *arguments: object) -> None:
        self.name = name
        self.arguments = arguments
        self._make = make
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._closed = False

    def ask(self, task: str, payload: object = None) -> Any:
        """Send one task and wait for its answer. Raises CompanionFailed."""
        with self._lock:
            try:
                pipe = self._connected()
                pipe.send((task, payload))
                outcome, result = pipe.recv()
            except (EOFError, OSError) as error:
                self._process = self._pipe = None
                raise CompanionFailed(f"{self.name} ended during “{task}”") from error
        if outcome == "error":
            raise CompanionFailed(str(result))
        return result

    def rest(self) -> None:
        """End the process to give its memory back; the next task starts another."""
        with self._lock:
            self._end()

    def close(self) -> None:
        """End the process for good, also in the middle of an answer."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
        if process is not None:
            process.join(0.05)
            if process.is_alive():
                process.terminate()
                process.join(_GRACE)
            if process.is_alive():
                process.kill()
                process.join()
            process.close()

    def _connected(self) -> Connection[Any, Any]:
        if self._closed:
            raise CompanionFailed("the program is closing")
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=serve,
                args=(theirs, self._make, self.arguments),
                name=self.name,
                daemon=True,
            )
            self._process.start()
            theirs.close()
        return self._pipe


def serve(pipe: Connection[Any, Any], make: Make, arguments: tuple[object, ...]) -> None:
    """Answer tasks until the other end closes: the main function of the process."""
    import signal  # noqa: PLC0415 - only in the other process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    # Nothing here multiplies matrices: threads for that would only cost time and memory.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    work = make(*arguments)
    while True:
        try:
            task, payload = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = ("done", work(task, payload))
        except Exception as error:  # handed to the parent, which reports it
            answer = ("error", f"{type(error).__name__}: {error}")
        with contextlib.suppress(OSError):
            pipe.send(answer)
