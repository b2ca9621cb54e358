"""The window answers while a book that was never analysed opens and is read from its middle.

A timer that is always due beats in the GUI thread; the longest gap between two beats is how
long a key or a click had to wait. The whole program works meanwhile as it does for a person:
the analysing process cuts and reads what is in sight and then the rest, words are stored,
paragraphs in sight are laid out again when their words come, pages are turned, the mouse
moves. Only the hand that turns pages is ours.

On a machine with other work the thread also waits for a processor, which is none of its
doing. Linux tells how long that was (``schedstat``, proc(5)): "blocked" is the gap without it,
so waiting for locks, for the interpreter and for the disk all count. Elsewhere both are the same.
"""

import gc
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from reader.app import Program
from reader.services import reference
from reader.ui.article.ruby import Amount
from reader.ui.main_window import MainWindow
from tests.perf.books import book, stored
from tests.perf.desk import idle, percentile, show, tell, waited

pytestmark = pytest.mark.usefixtures("faces")

AIM = 30.0
"""Milliseconds."""

MOST = 45.0
"""What is asserted of the longest time blocked: half as much again, for slower machines."""

READING = 5.0
"""Seconds of reading that are watched."""

LOOK = 0.4
"""Seconds between two pages."""


class Heartbeat:
    """Gaps between the beats of a timer in the GUI thread, in milliseconds.

    ``gaps`` are those of the wall, ``blocked`` the same without waiting for a processor.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.blocked: list[float] = []
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._last = perf_counter(), waited()
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter(), waited()
        gap, queued = now[0] - self._last[0], now[1] - self._last[1]
        self.gaps.append(gap * 1000)
        self.blocked.append(max(0.0, gap - queued) * 1000)
        self._last = now

    def end(self) -> None:
        """Beat no more."""
        self._timer.stop()


def _figures(heart: Heartbeat, done: int) -> dict[str, float]:
    return _gaps(heart) | {"paragraphs analysed meanwhile": float(done)}


def _analysing() -> bool:
    """Whether the process that analyses runs."""
    return any(child.name == "xidu-engine" for child in active_children())


def _gaps(heart: Heartbeat) -> dict[str, float]:
    return {
        "longest time blocked, ms": max(heart.blocked),
        "aim, ms": AIM,
        "times above the aim": float(sum(gap > AIM for gap in heart.blocked)),
        "longest gap of the wall, ms": max(heart.gaps),
        "99.9 % of the gaps are shorter than, ms": percentile(heart.gaps, 0.999),
        "beats": float(len(heart.gaps)),
    }


@pytest.fixture
def window(tmp_path: Path, shared_cache: Path) -> Iterator[tuple[MainWindow, int, int, Program]]:
    """A window that shows a short text, a long one (its id and size), and the program."""
    reference.ensure(shared_cache)
    reference.analyser(shared_cache).annotate(["人民"])  # its tables are compiled once, ever
    with Program(tmp_path, shared_cache) as program:
        content = book(1_000_000)
        identifier = stored(program, "书", content, words=False)
        program.library.set_position(identifier, len(content) // 2, 0.0)
        program.settings.change(pinyin=str(Amount.ALL))
        made = MainWindow(program)
        made.resize(1180, 800)
        made.reading.open(program.texts.import_text("短", "人民大众学习汉语。").id)
        show(made)
        made.complete()
        idle(4.0)  # the short text is analysed, so that the process runs
        gc.collect()
        gc.freeze()  # as the program does after its first paint
        yield made, identifier, len(content), program
        gc.unfreeze()
        made.close()
        made.deleteLater()
        QApplication.processEvents()


def test_nothing_waits_while_a_new_book_is_read_from_the_middle(
    window: tuple[MainWindow, int, int, Program], benchmark: BenchmarkFixture
) -> None:
    desk, identifier, size, _ = window
    heart = Heartbeat()
    learned: list[int] = []
    desk.reading.learned.connect(lambda: learned.append(1))

    def read() -> None:
        desk.reading.open(identifier)
        until = perf_counter() + READING
        while perf_counter() < until:
            idle(LOOK)
            desk.article.scroll_pages(1)
        idle(2.0)

    benchmark.pedantic(read, rounds=1)  # type: ignore[no-untyped-call]
    heart.end()
    text, seen = desk.reading.text, desk.article.visible_paragraphs()
    assert text is not None
    known = [bool(text.words(index)) for index in range(0, size, 7)]
    figures = _figures(heart, sum(known) * 7)
    benchmark.extra_info.update(figures)
    tell("reading a book of a million characters that was never analysed", figures)
    assert seen.start > size // 2
    assert not text.unknown(seen), "what is in sight has no words yet"
    assert len(learned) > 3
    assert figures["longest time blocked, ms"] <= MOST


def test_nothing_waits_while_the_analyser_is_loaded(
    window: tuple[MainWindow, int, int, Program], benchmark: BenchmarkFixture
) -> None:
    """The process of the analyser is started, loads everything and gives its first words."""
    desk, identifier, _, program = window
    program.engine.rest()
    assert not _analysing()
    learned: list[float] = []
    desk.reading.learned.connect(lambda: learned.append(perf_counter()))
    heart = Heartbeat()
    started = perf_counter()

    def load() -> None:
        desk.reading.open(identifier)
        while not learned and perf_counter() < started + 10 * READING:
            idle(0.1)

    benchmark.pedantic(load, rounds=1)  # type: ignore[no-untyped-call]
    heart.end()
    figures = {"first words after, s": learned[0] - started, **_gaps(heart)}
    benchmark.extra_info.update(figures)
    tell("starting the process that analyses, up to its first words", figures)
    assert _analysing()
    assert figures["longest time blocked, ms"] <= MOST
