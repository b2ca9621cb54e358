"""A process that starts a window and tells when it could be read; run by ``test_start``.

``start_probe.py empty`` shows an empty QMainWindow, ``start_probe.py xidu DATA`` the whole
program. Prints JSON: seconds from the start of the process (environment variable
``STARTED``, CLOCK_MONOTONIC) to the first paint and to the painted hover card, and the
resident memory in megabytes.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_STARTED = float(os.environ["STARTED"])


def _since_start() -> float:
    return time.monotonic() - _STARTED


def _resident() -> float:
    """Resident memory in megabytes (proc(5))."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def _finish(**figures: float) -> None:
    sys.stdout.write(json.dumps({**figures, "resident": _resident()}) + "\n")
    sys.stdout.flush()
    os._exit(0)


def empty() -> None:
    """An empty main window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            _finish(painted=_since_start())

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1180, 800)
    window.show()
    application.exec()


def _points(view: Any) -> Iterator[Any]:
    """Points of the viewport, row by row, until one of them lies on a word."""
    from PySide6.QtCore import QPoint

    for y in range(0, view.viewport().height(), 10):
        for x in range(60, view.viewport().width() - 60, 40):
            yield QPoint(x, y)


def xidu(data: str) -> None:
    """The program as its command starts it, with its last text."""
    from reader import cli

    load = cli.load_window

    def load_watched() -> Any:
        application: Any = load()
        run = application.Session.run
        application.Session.run = lambda session: watched(session, run)
        return application

    def watched(session: Any, run: Any) -> int:
        window = session.window
        view = window.article

        def hover() -> None:
            from PySide6.QtCore import QTimer

            painted = _since_start()
            span = next(filter(None, map(view.word_at, _points(view))))
            if not view.word(span).syllables:
                raise SystemExit("the words of the page are not stored")
            card = window.explaining.hover_card
            original = card.paintEvent

            def card_painted(event: Any) -> None:
                original(event)
                _finish(painted=painted, hovering=_since_start())

            card.paintEvent = card_painted
            QTimer.singleShot(0, lambda: view.intent.settled.emit(span))

        view.first_painted.connect(hover)
        code: int = run(session)
        return code

    cli.load_window = load_watched
    from reader.__main__ import main

    os.environ["XIDU_DATA"] = data
    sys.argv = ["xidu"]
    sys.exit(main())


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        xidu(sys.argv[2])
