"""Running a function in a process of its own, which may be ended at any moment.

For work that would hold up the threads of the window, and that leaves everything sound when
it is cut short.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, Any

from reader.domain.errors import XiduError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_POLL = 0.1
"""Seconds between two looks at whether to stop."""

_NICE = 10
"""How much the process steps back behind others."""


class Stopped(Exception):
    """The work was given up."""


class ApartFailed(RuntimeError):
    """The process ended or raised; carries what it said."""


def run_apart(stop: Event, work: Callable[..., Any], *arguments: Any) -> Any:
    """Call ``work``, a function of a module, in another process and return its result.

    Raises the XiduError that it raises, Stopped once ``stop`` is set, ApartFailed.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=_serve, args=(theirs, work, arguments), name="xidu-apart", daemon=True
    )
    process.start()
    theirs.close()
    try:
        return _awaited(ours, stop)
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _awaited(pipe: Connection[Any, Any], stop: Event) -> Any:
    while not pipe.poll(_POLL):
        if stop.is_set():
            raise Stopped
    try:
        kind, *content = pipe.recv()
    except (EOFError, OSError) as error:
        raise ApartFailed("the process ended") from error
    if kind == "trouble":
        fault, fields = content
        raise fault(**fields)
    if kind == "failed":
        raise ApartFailed(content[0])
    return content[0]


def _serve(pipe: Connection[Any, Any], work: Callable[..., Any], arguments: Any) -> None:
    """Do the work: the main function of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    with suppress(BrokenPipeError):
        try:
            result = work(*arguments)
        except XiduError as error:
            pipe.send(("trouble", type(error), error.fields))
        except Exception as error:  # handed to the parent, which reports it
            pipe.send(("failed", f"{type(error).__name__}: {error}"))
        else:
            pipe.send(("done", result))
