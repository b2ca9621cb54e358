"""The panel of all marks: groups, filter, pages, keys, what is done to marks in it."""

from array import array
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.mark_queries import ORPHANS, Grouping, Sorting
from reader.domain.marks import Colour, Highlight, Scope
from reader.domain.places import Span
from reader.ui.article.decorations import Layer
from reader.ui.article.view import ArticleView
from reader.ui.dialogs.bin import BinDialog
from reader.ui.dialogs.meanings import MeaningsDialog
from reader.ui.dialogs.tags import TagsDialog
from reader.ui.lighting import Lighting
from reader.ui.mark_desk import MarkDesk
from reader.ui.marking import Marking
from reader.ui.models.mark_rows import PAGE, Group, MarkRowsModel, Wanted
from reader.ui.models.rows import Row
from reader.ui.panels.mark_list import MarkList
from reader.ui.panels.marks import MarksPanel
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks
from reader.ui.theme import THEMES, ThemeName

pytestmark = pytest.mark.usefixtures("faces")

TEXT = "第一段说春天来了。夏天不远。\n\n第二段也说夏天来了。\n\n第三段说秋天还没有来。"
Key = Qt.Key


# --- the model ------------------------------------------------------------------


class Source:
    """Answers a model at once or when told to, and counts what it is asked."""

    def __init__(self, model: MarkRowsModel, groups: dict[str, int]) -> None:
        self.model = model
        self.pages: list[Wanted] = []
        self.numbers = {
            key: array("q", range(at * 10**7, at * 10**7 + size))
            for at, (key, size) in enumerate(groups.items())
        }
        model.page_wanted.connect(self.pages.append)
        model.numbers_wanted.connect(lambda key: model.put_numbers(key, self.numbers[key]))
        model.show([Group(key, key, size) for key, size in groups.items()], [])

    def answer(self) -> None:
        while self.pages:
            wanted = self.pages.pop(0)
            self.model.put_page(wanted, [Row(str(n), payload=n) for n in wanted.numbers])


def texts(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_groups_are_opened_and_closed(qtbot: QtBot) -> None:
    model = MarkRowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    source = Source(model, {"甲": 2, "乙": 3})
    assert texts(model) == ["甲", "乙"]
    model.toggle(0)
    assert texts(model) == ["甲", "…", "…", "乙"]
    source.answer()
    assert texts(model) == ["甲", "0", "1", "乙"]
    model.toggle(3)
    texts(model)
    source.answer()
    assert texts(model) == ["甲", "0", "1", "乙", "10000000", "10000001", "10000002"]
    model.toggle(0)
    assert texts(model) == ["甲", "乙", "10000000", "10000001", "10000002"]


def test_a_million_rows_hold_a_few_pages(qtbot: QtBot) -> None:
    model = MarkRowsModel()
    source = Source(model, {"": 1_000_000})
    source.model.show([Group("", "", 1_000_000)], [])
    assert model.rowCount() == 1_000_000
    for row in range(0, 1_000_000, 10_007):
        model.index(row).data()
        source.answer()
        assert model.index(row).data() == str(row)
    assert len(model._pages) * PAGE < 5000
    # Each page is asked for once, also when it is looked at again before it comes.
    for row in (500_000, 500_001, 500_000):
        model.index(row).data()
    assert len(source.pages) == 1


def test_an_answer_that_is_shorter_leaves_gaps(qtbot: QtBot) -> None:
    """Marks were removed between counting and reading."""
    model = MarkRowsModel()
    source = Source(model, {"甲": 5})
    source.numbers["甲"] = array("q", [1, 2])
    model.toggle(0)
    texts(model)
    source.answer()
    assert texts(model) == ["甲", "1", "2", "", "", ""]


# --- the panel ------------------------------------------------------------------


class Desk(SimpleNamespace):
    """The parts of a window that the panel needs."""

    program: Program
    reading: Reading
    marking: Marking
    desk: MarkDesk
    panel: MarksPanel
    qtbot: QtBot
    page: int

    @property
    def marks(self) -> MarkList:
        return self.panel.list

    def rows(self) -> list[str]:
        """What is listed, once it has been read."""

        def ready() -> list[str]:
            assert not self.desk.listing._soon.isActive()
            found = texts(self.marks.rows)
            assert "…" not in found
            return found

        self.tasks._readers.submit(int).result()
        self.qtbot.waitUntil(lambda: ready() is not None)
        return ready()

    def relists(self, act: Callable[[], object]) -> list[str]:
        with self.qtbot.waitSignal(self.marks.rows.modelReset):
            act()
        return self.rows()

    def groups(self) -> list[tuple[str, int]]:
        return [(group.title, group.size) for group in self.marks.rows.groups]

    def chooses(self, group: Grouping | Sorting) -> Callable[[], object]:
        actions = [*self.panel._grouping.actions(), *self.panel._sorting.actions()]
        return next(action for action in actions if action.data() == group).trigger

    def puts(self, text: str) -> None:
        """Put the cursor on a row."""
        self.marks.setCurrentIndex(self.marks.rows.index(self.rows().index(text)))

    def dialog(self, kind: type) -> Any:
        found: Any = self.panel.findChildren(kind)[-1]
        return found


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    program = Program(tmp_path / "data", tmp_path / "cache")
    other = program.texts.import_text("别的", "这是另一篇。").id
    page = program.texts.import_text("四季", TEXT).id
    view = ArticleView()
    qtbot.addWidget(view)
    tasks = Tasks()
    reading = Reading(program, tasks, view)
    reading._busy = True  # nothing is analysed here
    marking = Marking(program, tasks, reading, view)
    panel = MarksPanel()
    qtbot.addWidget(panel)
    desk = MarkDesk(program, tasks, reading, marking, panel)
    notebook = program.notebook
    notebook.add_bookmark(page, Span(0, 4, 6), "开头", ["人"])
    notebook.add_bookmark(page, Span(2, 0, 3), "后来")
    notebook.add_highlights(page, [Span(1, 0, 3)], Colour.GREEN)
    notebook.add_note(page, Span(0, 9, 11), "**热**", ["人", "天"])
    notebook.add_note(other, Span(0, 2, 4), "别处", scope=Scope.SENTENCE)
    reading.open(page)
    reading.show_marks()
    made = Desk(
        program=program, reading=reading, marking=marking, desk=desk, panel=panel, qtbot=qtbot,
        page=page, tasks=tasks, view=view, other=other,
    )  # fmt: skip
    panel.resize(260, 600)
    with qtbot.waitSignal(panel.list.rows.modelReset):
        panel.show()
    yield made
    tasks.close()
    program.close()


def test_the_keyboard_waits_for_the_list(desk: Desk) -> None:
    empty = desk.program.texts.import_text("空", "什么也没有").id
    desk.relists(lambda: desk.reading.open(empty))
    desk.panel.activateWindow()
    desk.panel.focus_first()
    desk.qtbot.waitUntil(desk.panel.box.hasFocus)
    desk.relists(lambda: desk.reading.open(desk.page))
    assert desk.marks.hasFocus()
    assert desk.marks.currentIndex().data() == "开头"
    assert [mark.tags for mark in desk.marks.selected()] == [("人",)]


def test_this_text_in_reading_order(desk: Desk) -> None:
    assert desk.rows() == ["开头", "热", "第二段", "后来"]
    seconds = [desk.marks.rows.row(desk.marks.rows.index(at)).second for at in range(4)]
    assert seconds == ["“春天” · #人", "“夏天” · #人 · #天", "Green", "“第三段”"]


def test_the_library_in_groups(desk: Desk) -> None:
    desk.panel.where.setCurrentIndex(1)
    desk.relists(desk.panel.query_changed.emit)
    assert desk.groups() == [("四季", 4), ("别的", 1)]
    desk.relists(desk.chooses(Grouping.TAG))
    assert desk.groups() == [("#人", 2), ("#天", 1), ("Without a tag", 3)]
    desk.relists(desk.chooses(Grouping.COLOUR))
    assert desk.groups() == [("Green", 1), ("Bookmarks and notes", 4)]
    rows = desk.relists(desk.chooses(Grouping.DAY))
    assert len(desk.groups()) == 1
    assert rows[1:] == ["别处", "开头", "热", "第二段", "后来"]
    rows = desk.relists(desk.chooses(Sorting.CREATED))
    assert rows[1:] == ["开头", "后来", "第二段", "热", "别处"]
    rows = desk.relists(lambda: desk.panel._descending.setChecked(True))
    assert rows[1:] == ["别处", "热", "第二段", "后来", "开头"]


def test_the_filter(desk: Desk) -> None:
    assert desk.relists(lambda: desk.panel.box.setText("夏")) == ["热"]
    assert desk.relists(lambda: desk.panel.box.setText("#人")) == ["开头", "热"]
    assert desk.relists(lambda: desk.panel.box.setText("#人 没有")) == []
    assert "No mark" in desk.panel.hint.text()
    desk.relists(desk.panel.box.clear)
    kinds = list(desk.panel._kinds.values())
    assert desk.relists(lambda: kinds[2].setChecked(False)) == ["开头", "第二段", "后来"]


def test_orphans_are_a_group_with_their_context(desk: Desk) -> None:
    with desk.program.database.write() as writer:
        writer.execute("UPDATE marks SET orphan = 1 WHERE text = '后来'")
    rows = desk.relists(desk.desk.listing.refresh)
    assert desk.groups() == [("Without a certain place", 1), ("All others", 3)]
    assert rows == ["Without a certain place", "后来", "All others", "开头", "热", "第二段"]
    row = desk.marks.rows.row(desk.marks.rows.index(1))
    assert row.second == "[第三段]说秋天还没有来。"
    assert desk.marks.rows.groups[0].key == ORPHANS


def test_keys(desk: Desk) -> None:
    desk.panel.where.setCurrentIndex(1)
    desk.relists(desk.panel.query_changed.emit)
    desk.puts("开头")
    QTest.keyClick(desk.marks, Key.Key_Left)
    assert desk.marks.currentIndex().data() == "四季"
    QTest.keyClick(desk.marks, Key.Key_Left)
    assert desk.rows() == ["四季", "别的", "别处"]
    QTest.keyClick(desk.marks, Key.Key_Right)
    assert len(desk.rows()) == 7
    desk.puts("第二段")
    with desk.qtbot.waitSignal(desk.marks.chosen) as told:
        QTest.keyClick(desk.marks, Key.Key_Return)
    assert isinstance(told.args[0], Highlight)
    desk.puts("热")
    with desk.qtbot.waitSignal(desk.desk.edit_wanted):
        QTest.keyClick(desk.marks, Key.Key_F2)


def test_marks_are_removed_together_and_come_back(desk: Desk) -> None:
    desk.puts("热")
    QTest.keyClick(desk.marks, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rows = desk.relists(lambda: QTest.keyClick(desk.marks, Key.Key_Delete))
    assert rows == ["开头", "后来"]
    last = desk.marking.steps.last
    assert last is not None
    assert last.name == "2 marks removed"
    assert desk.relists(desk.marking.undo) == ["开头", "热", "第二段", "后来"]
    desk.relists(desk.marking.redo)
    # From the bin, too, in the colours of the panel, and that is undone as well.
    desk.panel.set_theme(THEMES[ThemeName.DARK])
    desk.desk.show_bin()
    dialog = desk.dialog(BinDialog)
    assert dialog.panel.list.delegate.theme is THEMES[ThemeName.DARK]
    desk.qtbot.waitUntil(lambda: dialog.panel.list.rows.rowCount() == 2)
    assert sorted(texts(dialog.panel.list.rows)) == ["热", "第二段"]
    assert len(desk.relists(dialog.restore.click)) == 3
    desk.qtbot.waitUntil(lambda: dialog.panel.list.rows.rowCount() == 1)
    assert len(desk.relists(desk.marking.undo)) == 2
    dialog.reject()


def test_bookmarks_are_put_in_order_by_keyboard(desk: Desk) -> None:
    desk.relists(desk.chooses(Sorting.RANK))
    desk.puts("后来")
    up = lambda: QTest.keyClick(desk.marks, Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # noqa: E731
    rows = desk.relists(up)
    assert [row for row in rows if row in {"开头", "后来"}] == ["后来", "开头"]
    rows = desk.relists(desk.marking.undo)
    assert [row for row in rows if row in {"开头", "后来"}] == ["开头", "后来"]


def test_tags_of_one_and_of_several(desk: Desk) -> None:
    desk.puts("开头")
    desk.desk.tag(desk.marks.selected())
    dialog = desk.dialog(TagsDialog)
    assert dialog.edit.tags == ["人"]
    dialog.edit.setText("新")
    desk.relists(dialog.accept)
    marks = desk.program.notebook.notes(desk.page) + desk.program.notebook.bookmarks(desk.page)
    desk.desk.tag(marks)
    dialog = desk.panel.findChildren(TagsDialog)[-1]
    dialog.edit.setText("都")
    desk.relists(dialog.accept)
    tags = {mark.id: mark.tags for mark in desk.program.notebook.get([m.id for m in marks])}
    assert [tags[mark.id] for mark in marks] == [("人", "天", "都"), ("新", "都"), ("都",)]


def test_colours_are_named(desk: Desk) -> None:
    desk.desk.show_meanings()
    dialog = desk.dialog(MeaningsDialog)
    dialog._lines[Colour.GREEN].setText(" 人名 ")
    desk.relists(dialog.accept)
    desk.relists(desk.chooses(Grouping.COLOUR))
    assert desk.groups()[0] == ("Green: 人名", 1)
    desk.relists(desk.marking.undo)
    assert desk.groups()[0] == ("Green", 1)


def test_a_menu_for_marks(desk: Desk) -> None:
    marks = desk.program.notebook.highlights(desk.page)
    menu = desk.desk.menu_of(marks)
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names == ["Copy &address", "&Tags…", "&Colour", "&Delete"]
    desk.relists(lambda: desk.desk.recolour(marks, Colour.PINK))
    assert [mark.colour for mark in desk.reading.highlights] == [Colour.PINK]
    menu.close()


def test_a_place_is_lit_for_a_moment(desk: Desk) -> None:
    lighting = Lighting(desk.view)
    desk.view.show()
    lighting.go_to(Span(1, 0, 3))
    assert desk.view.decorations.within(Layer.LIT, 1, 0, 9) == [(0, 3)]
    desk.qtbot.waitUntil(lambda: not desk.view.decorations.within(Layer.LIT, 1, 0, 9))


def test_the_list_stays_where_one_was(desk: Desk) -> None:
    with desk.program.database.write():
        for at in range(60):
            desk.program.notebook.add_bookmark(desk.page, Span(2, 0, 3), f"第{at}")
    desk.relists(desk.desk.listing.refresh)
    desk.puts("第50")
    place = desk.marks.verticalScrollBar().value()
    desk.relists(desk.desk.listing.refresh)
    assert desk.marks.currentIndex().data() == "第50"
    assert desk.marks.verticalScrollBar().value() == place


def test_an_old_mark_has_an_old_day(desk: Desk) -> None:
    with desk.program.database.write() as writer:
        now = desk.program.notebook.bookmarks(desk.page)[0].created
        before = (now - timedelta(days=40)).isoformat(timespec="microseconds")
        writer.execute("UPDATE marks SET created = ? WHERE text = '开头'", [before])
    desk.relists(desk.chooses(Grouping.DAY))
    assert [size for _, size in desk.groups()] == [1, 3]
