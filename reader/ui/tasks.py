"""Background work: a function runs in a thread, its result comes back on the GUI thread.

One worker owns all writes, so they happen in order; four others do what only reads, so that
analysis and searching leave room for what one looks at; what takes minutes has a thread of its own.
A function given to these must not touch widgets.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Tasks(QObject):
    """Runs functions in threads; ``failed_unexpectedly`` carries errors nobody asked for."""

    failed_unexpectedly = Signal(object)
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        # Sent from other threads only, so it is queued by itself.
        self._finished.connect(self._deliver)

    def write(
        self, work: Callable[[], Any], done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run ``work`` after all earlier writes."""
        if self._open:
            self._submit(self._writer, work, done, failed)

    def read(
        self, work: Callable[[], Any], done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run ``work`` beside other reads."""
        if self._open:
            self._submit(self._readers, work, done, failed)

    def aside(
        self, work: Callable[[], Any], done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Run ``work`` that may take minutes, after others of that kind; it must end by itself."""
        if self._open:
            self._submit(self._slow, work, done, failed)

    def close(self) -> None:
        """Finish all writes; drop reads that have not begun and results not yet delivered."""
        self._open = False
        self._readers.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        if "_slow" in self.__dict__:
            self._slow.shutdown(wait=True, cancel_futures=True)

    @cached_property
    def _slow(self) -> ThreadPoolExecutor:
        return _pool(1)

    @cached_property
    def _writer(self) -> ThreadPoolExecutor:
        return _pool(1)

    @cached_property
    def _readers(self) -> ThreadPoolExecutor:
        return _pool(4)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], Any],
        done: Done | None,
        failed: Failed | None,
    ) -> None:
        def run() -> None:
            try:
                result = work()
            except Exception as error:  # delivered to whoever asked
                self._finish(failed or self.failed_unexpectedly.emit, error)
            else:
                if done is not None:
                    self._finish(done, result)

        pool.submit(run)

    def _finish(self, callback: Callable[[Any], None], value: object) -> None:
        if self._open:
            self._finished.emit(callback, value)

    def _deliver(self, callback: Callable[[Any], None], value: object) -> None:
        if self._open:
            callback(value)


def _pool(threads: int) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - after the first paint

    return ThreadPoolExecutor(threads)
