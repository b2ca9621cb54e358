"""The panel of hits: what is listed, how it is grouped, and that all of it can be reached."""

from array import array

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.services.search import Hit
from reader.services.searcher import Answer, Progress
from reader.ui.panels.search import SearchPanel

pytestmark = pytest.mark.usefixtures("faces")


def hit(number: int, document: int = 1) -> Hit:
    return Hit("text", document, f"text {document}", number, 0, 2, f"春天{number}", (0, 2))


@pytest.fixture
def panel(qtbot: QtBot) -> SearchPanel:
    made = SearchPanel()
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    return made


def lines(panel: SearchPanel) -> list[str]:
    rows = panel.list.rows
    return [rows.row(rows.index(number)).main for number in range(rows.rowCount())]


def test_hits_are_grouped_by_text_and_kind(panel: SearchPanel) -> None:
    term = Hit("term", None, "春", None, 0, 0, "春 spring", reference="chun")
    counts = ((1, "text 1", 2), (2, "text 2", 1234))
    panel.show_answer(Answer(1237, counts, array("I"), (hit(0), hit(1), hit(0, 2), term)))
    assert lines(panel) == ["text 1", "春天0", "春天1", "text 2", "春天0", "In the glossary", "春 spring"]  # fmt: skip
    rows = panel.list.rows
    assert [rows.row(rows.index(at)).second for at in (0, 3)] == ["2 places", "1,234 places"]
    assert panel.count.text() == "1,237 places, in 2 texts"


def test_all_hits_can_be_reached(
    panel: SearchPanel, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    asked: list[int] = []

    def answer(start: int) -> None:
        asked.append(start)
        panel.add_hits([hit(number) for number in range(start, min(start + 200, 500))])

    panel.more_wanted.connect(answer)
    first = tuple(hit(number) for number in range(200))
    panel.show_answer(Answer(500, ((1, "text 1", 500),), array("I"), first))
    bar = panel.list.verticalScrollBar()

    def at_the_end() -> bool:
        bar.setValue(bar.maximum())
        return panel.list.rows.rowCount() == 501

    qtbot.waitUntil(at_the_end)
    assert asked == [200, 400]
    assert lines(panel).count("text 1") == 1
    qtmodeltester.check(panel.list.rows)  # type: ignore[no-untyped-call]


def test_nothing_found_suggests_what_to_try(panel: SearchPanel) -> None:
    panel.show_answer(Answer(0, (), array("I"), ()))
    assert "Nothing found" in panel.hint.text()
    assert panel.hint.isVisible()
    panel.show_nothing()
    assert "csj" in panel.hint.text()


def test_how_far_indexing_is(panel: SearchPanel) -> None:
    panel.show_progress(Progress(working=True, done=3, all=1200))
    assert panel.progress.isVisible()
    assert "3 of 1,200" in panel.progress.text()
    panel.show_progress(Progress(working=False, done=1200, all=1200))
    assert not panel.progress.isVisible()
