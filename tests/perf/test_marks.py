"""Very many marks: the panel opens, a note is added, and memory stays bounded.

10,000 notes and 100,000 other marks, or ten times as many with ``XIDU_SLOW=1``. Each time is told
beside a floor of the same run: what the disk takes for the smallest commit, and what SQLite takes
to count the rows of the table one by one. Run with ``-s`` for figures.
"""

import statistics
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from reader.app import Program
from reader.domain.mark_queries import Grouping, MarkQuery
from reader.domain.marks import anchor_at
from reader.domain.places import Span
from reader.ui.article.view import ArticleView
from reader.ui.mark_desk import MarkDesk
from reader.ui.marking import Marking
from reader.ui.panels.mark_list import MarkList
from reader.ui.panels.marks import MarksPanel
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks
from tests.perf.conftest import SLOW
from tests.perf.crowd import NOW, add_marks, add_texts, paragraphs
from tests.perf.desk import idle

pytestmark = pytest.mark.usefixtures("faces")

NOTES, OTHERS = (100_000, 1_000_000) if SLOW else (10_000, 100_000)
OPENING = 0.3
"""Seconds in which the panel of all marks shall be open."""

ADDING = 0.02
"""Seconds that adding a note shall take at the median."""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("crowd"), shared_cache) as program:
        with program.database.write():
            documents = add_texts(program.library)
        add_marks(program.database, documents, NOTES, OTHERS)
        yield program


def tell(said: str) -> None:
    """Show a figure where output is shown."""
    sys.stdout.write(f"\n{said}")


def median(act: Callable[[], object], times: int) -> float:
    took = []
    for _ in range(times):
        began = perf_counter()
        act()
        took.append(perf_counter() - began)
    return statistics.median(took)


def test_adding_a_note(crowd: Program) -> None:
    """It costs a commit, whatever is there already."""
    anchor = anchor_at(paragraphs(3)[4], Span(4, 3, 8))
    floor: list[float] = []
    took: list[float] = []
    for turn in range(40):
        smallest = lambda turn=turn: crowd.library.set_position(4, turn % 9, 0.5)  # noqa: E731
        floor.append(median(smallest, 1))
        note = lambda: crowd.marks.add_note(4, anchor, "一条笔记", ["标签3"], NOW)  # noqa: E731
        took.append(median(note, 1))
    mine, its = statistics.median(took), statistics.median(floor)
    tell(f"adding a note {mine * 1000:.1f} ms (aim {ADDING * 1000:.0f});")
    tell(f"the smallest commit {its * 1000:.1f} ms")
    assert mine <= 3 * its


@pytest.mark.parametrize("grouping", Grouping)
def test_counting(crowd: Program, grouping: Grouping) -> None:
    """Groups are counted in a few times what counting rows takes."""
    query = MarkQuery(grouping=grouping)
    rows = "SELECT count(*) FROM marks NOT INDEXED WHERE quote <> ''"
    its = median(lambda: crowd.database.rows(rows), 3)
    mine = median(lambda: crowd.mark_lists.groups(query), 3)
    tell(f"groups {grouping}: {mine * 1000:.0f} ms, the rows one by one {its * 1000:.0f} ms")
    assert mine <= 3 * its


class Window:
    """What the panel needs of a window, with a text that has few marks or the whole library."""

    def __init__(self, program: Program) -> None:
        self.view = ArticleView()
        self.tasks = Tasks()
        self.reading = Reading(program, self.tasks, self.view)
        self.reading._busy = True  # nothing is analysed here
        marking = Marking(program, self.tasks, self.reading, self.view)
        self.panel = MarksPanel()
        self.panel.resize(260, 700)
        MarkDesk(program, self.tasks, self.reading, marking, self.panel)
        self.reading.open(1)
        self.panel.where.setCurrentIndex(1)

    def opens(self) -> float:
        """Seconds until the panel has been painted with marks that have been read."""
        began = perf_counter()
        self.panel.show()
        model = self.panel.list.rows
        while not model.groups or not any(model._pages.values()):
            idle(0.002)
            if model.rowCount() and not any(model.is_open(row) for row in range(1)):
                model.toggle(0)
        self.panel.list.viewport().repaint()
        return perf_counter() - began

    def closes(self) -> None:
        self.tasks.close()
        for widget in (self.panel, self.view):
            widget.close()
            widget.deleteLater()
        QApplication.processEvents()


def jumps(marks: MarkList) -> list[float]:
    """Seconds of each of two hundred jumps through a list, each painted."""
    frames, bar = [], marks.verticalScrollBar()
    for step in range(200):
        began = perf_counter()
        bar.setValue(bar.maximum() * step // 199)
        marks.viewport().repaint()
        frames.append(perf_counter() - began)
        idle(0.01)
    return frames


def test_the_panel(crowd: Program) -> None:
    """It opens with the first group's marks, scrolls anywhere, and holds a few pages."""
    floor = median(lambda: crowd.database.rows("SELECT count(*) FROM marks NOT INDEXED"), 3)
    window = Window(crowd)
    took = window.opens()
    tell(f"the panel is open after {took * 1000:.0f} ms (aim {OPENING * 1000:.0f});")
    tell(f"counting the rows one by one {floor * 1000:.0f} ms")
    marks, model = window.panel.list, window.panel.list.rows
    window.panel._grouping.actions()[0].trigger()  # one list of all
    while model.rowCount() < NOTES + OTHERS:
        idle(0.01)
    idle(3.0 if SLOW else 0.6)
    frames = jumps(marks)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    jumps(marks)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    grown = (after - before) / 1e6
    tell(f"a jump {statistics.median(frames) * 1000:.1f} ms, worst {max(frames) * 1000:.1f} ms;")
    tell(f"200 jumps through {model.rowCount()} marks hold {grown:.1f} MB more")
    assert grown < 12
    window.closes()
