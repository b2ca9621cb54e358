"""Notes as a person writes them: kept while typed, saved, shown formatted, linked, undone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.errors import DiskFull
from reader.domain.marks import Colour, Note, Scope
from reader.domain.places import Span
from reader.formats.notes import formatted, plain
from reader.ui.article.view import ArticleView
from reader.ui.following import Following
from reader.ui.marking import Marking
from reader.ui.noting import Noting
from reader.ui.panels.note_view import NoteView
from reader.ui.panels.notes import NotesPanel
from reader.ui.panels.tags import TagEdit
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("faces")

YELLOW = Colour.YELLOW
TEXT = "第一段说春天来了。夏天不远。\n\n第二段也说夏天来了。\n\n第三段说秋天还没有来。"


class Desk(SimpleNamespace):
    """The parts of a window that notes need."""

    reading: Reading
    marking: Marking
    noting: Noting
    following: Following
    panel: NotesPanel
    program: Program
    qtbot: QtBot
    page: int

    def types(self, text: str) -> None:
        self.panel.editor.text.insertPlainText(text)

    def saves(self, act: Callable[[], object]) -> Note:
        """Do something that saves the note, and wait until it has been read again."""
        with self.qtbot.waitSignal(self.reading.marks_changed):
            act()
        return self.notes[-1]

    def done(self) -> Note:
        return self.saves(self.panel.editor.finish)

    def settles(self) -> None:
        """Wait until everything that was to be written is."""
        self.tasks._writer.submit(int).result()
        QApplication.processEvents()

    def has_read(self) -> None:
        """Wait until everything that was to be read is."""
        threads = self.tasks._readers._max_workers
        together = Barrier(threads)
        for waiting in [self.tasks._readers.submit(together.wait) for _ in range(threads)]:
            waiting.result()
        QApplication.processEvents()

    @property
    def notes(self) -> list[Note]:
        return self.program.notebook.notes()


def desk_in(folder: Path, qtbot: QtBot) -> Desk:
    program = Program(folder / "data", folder / "cache")
    page = program.texts.import_text("四季", TEXT).id
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    tasks = Tasks()
    reading = Reading(program, tasks, view)
    reading._busy = True  # nothing is analysed here
    marking = Marking(program, tasks, reading, view)
    noting = Noting(program, tasks, reading, view, marking)
    following = Following(program, tasks, reading, view)
    panel = NotesPanel(plain)
    qtbot.addWidget(panel)
    panel.reader.view.followed.connect(following.follow)
    noting.attach(panel)
    panel.show()
    view.show()
    reading.open(page)
    reading.show_marks()
    return Desk(
        view=view, reading=reading, marking=marking, noting=noting, following=following,
        panel=panel, program=program, qtbot=qtbot, tasks=tasks, page=page,
    )  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = desk_in(tmp_path, qtbot)
    yield desk
    desk.tasks.close()
    desk.program.close()


def test_a_note_is_written_and_read(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    assert desk.panel.editor.isVisible()
    desk.types("*春*")
    desk.panel.editor.tags.setText("#季节 天气")
    note = desk.done()
    assert (note.text, note.tags, note.anchor.quote) == ("*春*", ("季节", "天气"), "春天")
    assert not desk.panel.editor.isVisible()
    desk.noting.read(note)
    assert desk.panel.reader.view.toPlainText() == "春"
    # The sign stays on the line of its word.
    assert "#\u2060季节" in desk.panel.reader._about.text()


def test_a_draft_survives_a_kill(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.noting.write(Span(0, 4, 6))
    desk.types("还没写完")
    with qtbot.waitSignal(desk.panel.editor.draft_wanted):
        pass
    desk.settles()
    # Another process would find the file as it is now: the note is not yet there, the draft is.
    with Program(tmp_path / "data", tmp_path / "cache") as other:
        assert other.notebook.notes() == []
        (draft,) = other.drafting.left()
        assert (draft.text, draft.anchor.quote) == ("还没写完", "春天")
        with qtbot.waitSignal(desk.noting.left) as told:
            desk.noting._writing = None
            desk.noting.look_for_left()
    assert told.args == [draft]
    desk.noting.go_on(draft)
    assert desk.panel.editor.text.toPlainText() == "还没写完"
    assert desk.done().text == "还没写完"
    assert desk.program.drafting.left() == []


def test_it_is_kept_while_one_types_on_and_on(desk: Desk, qtbot: QtBot) -> None:
    """Keeping does not wait for a pause."""
    editor, asked = desk.panel.editor, list[str]()
    desk.noting.write(Span(0, 4, 6))
    editor.draft_wanted.connect(lambda: asked.append(editor.text.toPlainText()))
    desk.types("字")
    running = editor._keep_timer.timerId()
    for _ in range(5):
        desk.types("字")
    # A timer that is begun anew gets another number.
    assert asked or editor._keep_timer.timerId() == running
    qtbot.waitUntil(lambda: bool(asked))


def test_everything_written_at_one_go_is_one_step(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    desk.types("一")
    desk.saves(desk.panel.editor.flush)
    desk.types("二")
    assert desk.done().text == "一二"
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.undo()
    assert desk.notes == []
    assert not desk.marking.can_undo
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.redo()
    assert [note.text for note in desk.notes] == ["一二"]


def test_going_on_after_undoing_is_a_step_of_its_own(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    desk.types("一")
    first = desk.saves(desk.panel.editor.flush)
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.undo()
    desk.types("二")
    desk.done()
    assert [note.text for note in desk.notes] == ["一二"]
    assert desk.notes[0].id != first.id
    assert desk.marking.can_undo


def test_a_change_is_undone_exactly(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    desk.types("一")
    before = desk.done()
    desk.noting.edit(before)
    desk.types("零")
    desk.panel.editor.scope.setCurrentIndex(desk.panel.editor.scope.findData(Scope.PARAGRAPH))
    desk.panel.editor._changed()
    changed = desk.done()
    assert (changed.id, changed.text, changed.scope) == (before.id, "零一", Scope.PARAGRAPH)
    assert changed.anchor.span == Span(0, 0, 14)
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.undo()
    assert desk.notes == [before]


@pytest.mark.parametrize(
    ("scope", "span"),
    [
        (Scope.SENTENCE, Span(0, 9, 14)),
        (Scope.PARAGRAPH, Span(0, 0, 14)),
        (Scope.SECTION, Span(0, 0, 14)),
        (Scope.TEXT, Span(0, 0, 14)),
        (Scope.EVERYWHERE, Span(0, 9, 11)),
    ],
)
def test_scopes(desk: Desk, scope: Scope, span: Span) -> None:
    desk.noting.write(Span(0, 9, 11), scope)
    desk.types("看")
    note = desk.done()
    assert (note.scope, note.anchor.span) == (scope, span)
    assert note.word == ("夏天" if scope is Scope.EVERYWHERE else "")


def test_a_long_passage_is_no_word(desk: Desk) -> None:
    desk.noting.write(Span(0, 0, 14))
    assert desk.panel.editor.scope.findData(Scope.EVERYWHERE) < 0
    desk.noting.write(Span(0, 9, 11))
    assert desk.panel.editor.scope.findData(Scope.EVERYWHERE) > 0


def test_a_word_everywhere_is_shown_everywhere(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.ui.texts import Text

    desk.noting.write(Span(0, 9, 11), Scope.EVERYWHERE)
    desk.types("热")
    text = desk.reading.text
    assert text is not None
    words = Text([(kind, text.paragraph(at).text) for at, (kind, _) in enumerate(text.shape)]).words
    monkeypatch.setattr(text, "words", words)
    desk.done()
    shown = desk.view.decorations.within
    from reader.ui.article.decorations import Layer

    assert shown(Layer.NOTE, 0, 0, 99) == [(9, 11)]
    assert shown(Layer.NOTE, 1, 0, 99) == [(5, 7)]
    assert shown(Layer.NOTE, 2, 0, 99) == []
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.marking.undo()
    assert shown(Layer.NOTE, 1, 0, 99) == []


def test_nothing_written_is_given_up_when_the_disk_is_full(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull(path=Path("x"))

    store = desk.program.drafting.store
    monkeypatch.setattr(desk.program.drafting, "store", full)
    desk.noting.write(Span(0, 4, 6))
    desk.types("重要")
    with desk.qtbot.waitSignal(desk.noting.troubled):
        desk.panel.editor.finish()
    assert desk.panel.editor.isVisible()
    assert desk.panel.editor.text.toPlainText() == "重要"
    assert desk.panel.editor.dirty
    # While another note is begun, the first waits, and is saved when there is room again.
    with desk.qtbot.waitSignal(desk.noting.troubled):
        desk.noting.write(Span(1, 0, 2))
    desk.types("别的")
    monkeypatch.setattr(desk.program.drafting, "store", store)
    with desk.qtbot.waitSignals([desk.reading.marks_changed] * 2):
        desk.noting._try_again()
    assert sorted(note.text for note in desk.notes) == ["别的", "重要"]


def test_an_empty_note_leaves_nothing(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    desk.types("x")
    desk.noting._keep()
    desk.panel.editor.text.clear()
    desk.panel.editor.finish()
    desk.settles()
    assert desk.notes == []
    assert desk.program.drafting.left() == []


def test_removing_the_note_that_is_written(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    desk.types("一")
    note = desk.done()
    desk.noting.edit(note)
    with desk.qtbot.waitSignal(desk.reading.marks_changed):
        desk.noting.remove(note)
    assert desk.notes == []
    assert not desk.panel.editor.isVisible()


# --- links ----------------------------------------------------------------------


def test_links_lead_to_notes_and_back(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    desk.types("终点")
    goal = desk.done()
    desk.following.copy_mark(goal)
    address = QGuiApplication.clipboard().text()
    desk.noting.write(Span(2, 4, 6))
    desk.types(f"见 [那里]({address})")
    desk.done()
    source = next(note for note in desk.notes if note.id != goal.id)
    desk.noting.read(source)
    view = desk.panel.reader.view
    assert view.links() == [address]
    with desk.qtbot.waitSignals(
        [desk.following.place_wanted, desk.following.note_wanted], order="strict"
    ):
        follow_by_keyboard(view)
    desk.noting.read(goal)
    assert view.links() == [f"xidu:mark/{source.id}"]
    assert "见 那里" in view.toPlainText()


def follow_by_keyboard(view: NoteView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_the_address_of_a_place(desk: Desk) -> None:
    desk.view.go_to(Span(1, 3, 4))
    desk.following.copy_place()
    address = QGuiApplication.clipboard().text()
    with desk.qtbot.waitSignal(desk.following.place_wanted) as told:
        desk.following.follow_typed(address)
    assert told.args[0] == desk.page
    assert told.args[1].paragraph == 1
    for nothing in ("xidu:mark/" + "0" * 32, "xidu:text/" + "0" * 16, "xidu:?"):
        with desk.qtbot.waitSignal(desk.following.said):
            desk.following.follow(nothing)


def test_the_web_is_asked_about(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "reader.ui.following.QDesktopServices.openUrl", lambda url: opened.append(url.toString())
    )
    desk.following.follow("https://example.org/<b>")
    (box,) = desk.view.findChildren(QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "https://example.org/<b>" in box.text()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    assert opened == []
    leave = next(b for b in box.buttons() if b is not box.defaultButton())
    leave.click()
    assert opened == ["https://example.org/%3Cb%3E"]
    for address in ("file:///etc/passwd", "javascript:1", "smb://host/x"):
        desk.following.follow(address)
    assert len(desk.view.findChildren(QMessageBox)) <= 1
    assert len(opened) == 1


# --- widgets --------------------------------------------------------------------


def test_html_and_pictures_are_shown_as_text(qtbot: QtBot) -> None:
    view = NoteView()
    qtbot.addWidget(view)
    view.show_blocks(
        formatted("<b>x</b> ![p](file:///etc/passwd)\n\n- 甲\n\n```\n<i>\n```\n\n---\n尾")
    )
    assert view.toPlainText() == "<b>x</b> ![p](file:///etc/passwd)\n•\u2002甲\n<i>\n\n尾"
    assert "<img" not in view.toHtml()
    assert view.links() == []


def test_tags_are_completed(qtbot: QtBot) -> None:
    edit = TagEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.know(["news", "Newton", "天气"])
    edit.setText("天气 ")
    QTest.keyClicks(edit, "new")
    assert edit._offer.completionCount() == 2
    edit._take("Newton")
    assert edit.text() == "天气 Newton "
    edit.setText("#天气 ＃天气  b#c")
    assert edit.tags == ["天气", "b#c"]


def test_commas_are_between_tags_too(qtbot: QtBot) -> None:
    edit = TagEdit()
    qtbot.addWidget(edit)
    edit.setText("politics, 会议，经济、#社会；")
    assert edit.tags == ["politics", "会议", "经济", "社会"]
    edit.show_tags(["made, elsewhere", "one"])
    assert edit.tags == ["made_elsewhere", "one"]


def test_whatever_can_have_the_keyboard_has_a_name(desk: Desk) -> None:
    desk.noting.write(Span(0, 4, 6))
    for holder in (desk.panel.editor, desk.panel.reader):
        for widget in holder.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(holder):
                text = getattr(widget, "text", lambda: "")
                assert widget.accessibleName() or text(), widget


def test_very_many_marks_are_read_beside_the_window(desk: Desk) -> None:
    notebook, reading = desk.program.notebook, desk.reading
    other = desk.program.texts.import_text("别的", "别的文章").id
    notebook.add_highlights(desk.page, [Span(0, at % 9, at % 9 + 3) for at in range(400)], YELLOW)
    reading.open(desk.page)
    assert reading.highlights == []
    desk.qtbot.waitUntil(lambda: len(reading.highlights) == 400)
    # Undoing shows what there is, and never what another text had.
    reading.open(other)
    assert reading.highlights == []
    with desk.qtbot.waitSignals([reading.marks_changed] * 2):
        reading.open(desk.page)
    assert len(reading.highlights) == 400
    # What is handed over is newer than what is still being read.
    reading.show_marks()
    fresh = reading.read_marks(desk.page)._replace(highlights=[])
    reading.show_marks(fresh)
    desk.has_read()
    assert reading.highlights == []
