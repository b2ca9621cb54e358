"""Hits in the text: shown where they are, gone through round and round."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.places import Span
from reader.ui.article.decorations import Layer
from reader.ui.article.view import ArticleView
from reader.ui.finding import Finding
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("faces")

TEXT = "\n\n".join(f"第{n}段说春天。" + "又过了一天。" * 30 + "春天真好。" for n in range(30))


@pytest.fixture
def finding(qtbot: QtBot, tmp_path: Path) -> Iterator[Finding]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    page = program.texts.import_text("春", TEXT)
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    tasks = Tasks()
    reading = Reading(program, tasks, view)
    reading._busy = True  # nothing is analysed here
    made = Finding(program, tasks, reading, view)
    view.show()
    reading.open(page.id)
    yield made
    tasks.close()
    program.close()


def search(finding: Finding, qtbot: QtBot, typed: str) -> tuple[int, int]:
    """Rows that are listed and the total."""
    with qtbot.waitSignal(finding.found, timeout=20_000) as caught:
        finding.search(typed)
    assert caught.args is not None
    return len(caught.args[0].hits), caught.args[0].total


def test_every_hit_is_shown_in_the_text(finding: Finding, qtbot: QtBot) -> None:
    assert search(finding, qtbot, "春天") == (60, 60)
    decorations = finding._view.decorations
    assert decorations.within(Layer.HIT, 3, 0, 99) == [(4, 6)]
    assert len(decorations.within(Layer.HIT, 3, 0, 999)) == 2
    finding.search("")
    assert decorations.within(Layer.HIT, 3, 0, 999) == []
    # Only the last search counts, however many are begun.
    finding.search("春")
    assert search(finding, qtbot, "第7段")[1] == 1
    assert decorations.within(Layer.HIT, 3, 0, 999) == []
    assert decorations.within(Layer.HIT, 7, 0, 999) == [(0, 3)]


def test_hits_are_gone_through_round_and_round(finding: Finding, qtbot: QtBot) -> None:
    search(finding, qtbot, "春天真")
    view = finding._view
    seen = []
    for direction in (1, 1, -1, -1, 1):
        finding.step(direction)
        (place,) = [
            Span(paragraph, *ranges)
            for paragraph in view.visible_paragraphs()
            for ranges in view.decorations.within(Layer.CURRENT_HIT, paragraph, 0, 999)
        ]
        assert not view.rectangle_of(place).isEmpty()
        seen.append(place.paragraph)
    assert seen == [0, 1, 0, 29, 0]


def test_a_hit_in_another_text_stays_lit_when_that_is_opened(
    finding: Finding, qtbot: QtBot
) -> None:
    other = finding._program.texts.import_text("秋", "秋天。\n\n春天过了。")
    with qtbot.waitSignal(finding.found, timeout=20_000) as caught:
        finding.search("春天过")
    assert caught.args is not None
    (hit,) = caught.args[0].hits
    assert (hit.document, hit.title) == (other.id, "秋")
    with qtbot.waitSignal(finding.found, timeout=20_000):
        finding._reading.open(other.id)
        finding.go_to(hit)
    assert finding._view.decorations.within(Layer.CURRENT_HIT, 1, 0, 99) == [(0, 3)]


def test_further_hits_come_when_they_are_asked_for(finding: Finding, qtbot: QtBot) -> None:
    assert search(finding, qtbot, "天") == (200, 960)
    seen = 200
    while seen < 960:
        with qtbot.waitSignal(finding.added, timeout=20_000) as caught:
            finding.more(seen)
        assert caught.args is not None
        seen += len(caught.args[0])
    assert seen == 960
