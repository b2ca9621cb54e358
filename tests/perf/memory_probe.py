"""A process that shows a book and tells how much memory that added; run by ``test_opening``.

``memory_probe.py xidu|edit DATA CACHE BOOK``. Both show an empty view first, then the
beginning of the book, half its pages in between, and its end.
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.app import Program
from reader.ui import fonts
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from tests.perf.desk import (
    SIZE,
    WINDOW,
    PlainEdit,
    TimedView,
    idle,
    resident,
    show,
    until_painted,
)

_STOPS = 40


def xidu(program: Program, book: int) -> float:
    """The reading view with pinyin above all words."""
    view = TimedView()
    view.resize(*WINDOW)
    view.set_setting(Setting(SIZE, Ruby(Amount.ALL)))
    show(view)
    before = resident()
    until_painted(view, lambda: view.open(program.open_text(book)))
    bar = view.verticalScrollBar()
    for stop in range(1, _STOPS + 1):
        until_painted(view, lambda: bar.setValue(bar.maximum() * stop // _STOPS))  # noqa: B023
        idle(0.05)
    return resident() - before


def edit(program: Program, book: int) -> float:
    """QTextEdit; the text itself is in memory already and not counted."""
    library = program.library
    total = library.outline(book).total
    text = "\n".join(p.text for p in library.paragraphs(book, 0, total))
    view = PlainEdit()
    show(view)
    before = resident()
    until_painted(view, lambda: view.setPlainText(text))
    until_painted(view, view.to_end)
    idle(0.1)
    return resident() - before


def main() -> None:
    """Measure one of both."""
    which, data, cache, book = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    fonts.load()
    with Program(Path(data), Path(cache)) as program:
        added = (xidu if which == "xidu" else edit)(program, int(book))
    sys.stdout.write(json.dumps({"added": added}) + "\n")
    del application


if __name__ == "__main__":
    main()
