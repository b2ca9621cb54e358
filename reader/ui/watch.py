"""What goes on beside the window: checks after the start, signals of the system, crashes."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import traceback
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.app import Program


class Watch(QObject):
    """Ends the program in good order when the system asks; reports faults of our own."""

    def __init__(self, application: QApplication, program: Program) -> None:
        super().__init__(application)
        self._application = application
        self._program = program
        self._pipe: tuple[int, int] | None = None
        self._old_hook = sys.excepthook

    def begin(self) -> None:
        """Start watching."""
        sys.excepthook = self._report
        self._listen()

    def end(self) -> None:
        """Stop watching."""
        sys.excepthook = self._old_hook
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _listen(self) -> None:
        """Quit on SIGTERM, SIGHUP and SIGINT as if the window had been closed."""
        if not hasattr(signal, "SIGHUP"):
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1])
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._quit)

    def _quit(self) -> None:
        if self._pipe is not None:
            with contextlib.suppress(BlockingIOError):
                os.read(self._pipe[0], 64)
        self._application.closeAllWindows()
        self._application.quit()

    def _report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Show a report that can be copied; the program goes on and nothing is sent anywhere."""
        text = f"Xidu {__version__}\n" + "".join(traceback.format_exception(kind, error, trace))
        with contextlib.suppress(OSError):
            path = self._program.data / "crash.log"
            with path.open("a", encoding="utf-8") as file:
                file.write(text + "\n")
        from reader.ui.dialogs.crash import CrashDialog  # noqa: PLC0415 - let us hope not

        dialog: Any = CrashDialog(text, self._application.activeWindow())
        dialog.open()
