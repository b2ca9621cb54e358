"""The analyser in a process of its own, so that loading and cutting never hold up the window.

jieba and pypinyin stall every thread of the process that imports them; a second process
does not. It ends by itself when the pipe to its parent closes, however the parent ends.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reader.domain.words import Word

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Pack = Callable[[tuple[Word, ...]], bytes | None]
"""Makes words small; a function of a module, since the other process must find it."""

_NICE = 3
"""By how much the process gives way to the window, where there are few processors."""

_GRACE = 2.0
"""Seconds the process may take to end when asked."""


class EngineFailed(RuntimeError):
    """The process ended or raised; carries what it said."""


class Engine:
    """Implements ``ports.PackingAnalyser`` in another process, which is started when needed.

    Words are packed there too: unpickling thousands of them here would hold up the window.
    """

    def __init__(self, cache: Path, pack: Pack, choice: str = "xidu") -> None:
        self._cache = cache
        self._pack = pack
        self.choice = choice
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._closed = False

    @property
    def version(self) -> str:
        """Version of the analyser in the other process."""
        return cast("str", self._ask("version", None))

    def packed(self, texts: Sequence[str]) -> list[bytes | None]:
        """Return the packed words of each paragraph."""
        return cast("list[bytes | None]", self._ask("packed", list(texts)))

    def prepare_reference(self) -> None:
        """Compile dictionary and glossary if what is there is missing or of another version."""
        self._ask("reference", None)

    def choose(self, choice: str) -> None:
        """Cut with ``xidu`` or ``jieba`` from now on; waits for an answer that is on its way."""
        if choice != self.choice:
            self.choice = choice
            self.rest()

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

    def _ask(self, task: str, payload: object) -> object:
        """Send one task and wait for its answer. Raises EngineFailed."""
        with self._lock:
            try:
                pipe = self._connected()
                pipe.send((task, payload))
                outcome, result = pipe.recv()
            except (EOFError, OSError) as error:
                self._process = self._pipe = None
                raise EngineFailed(f"the analysing process ended during “{task}”") from error
        if outcome == "error":
            raise EngineFailed(str(result))
        return cast("object", result)

    def _connected(self) -> Connection[Any, Any]:
        if self._closed:
            raise EngineFailed("the program is closing")
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=serve,
                args=(theirs, str(self._cache), self._pack, self.choice),
                name="xidu-engine",
                daemon=True,
            )
            self._process.start()
            theirs.close()
        return self._pipe


def serve(pipe: Connection[Any, Any], cache: str, pack: Pack, choice: str) -> None:
    """Answer tasks until the other end closes: the main function of the process."""
    import signal  # noqa: PLC0415 - only in the other process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    # Nothing here multiplies matrices: threads for that would only cost time and memory.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    tasks = _Tasks(Path(cache), pack, choice)
    while True:
        try:
            task, payload = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = ("done", tasks.run(task, payload))
        except Exception as error:  # handed to the parent, which reports it
            answer = ("error", f"{type(error).__name__}: {error}")
        with contextlib.suppress(OSError):
            pipe.send(answer)


class _Tasks:
    """What the process can do; the analyser is loaded at the first need."""

    def __init__(self, cache: Path, pack: Pack, choice: str) -> None:
        self._cache = cache
        self._pack = pack
        self._choice = choice
        self._analyser: Any = None

    def run(self, task: str, payload: Any) -> object:
        from reader.services import reference  # noqa: PLC0415 - only in the other process

        if task == "reference":
            return reference.ensure(self._cache)
        if self._analyser is None:
            self._analyser = reference.analyser(self._cache, self._choice)
        if task == "version":
            return self._analyser.version
        return [self._pack(words) for words in self._analyser.annotate(payload)]
