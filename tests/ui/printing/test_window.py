"""Printing and exporting from the window: dialogs, the process that exports, the printer."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.app import Program
from reader.domain.errors import FileUnwritable
from reader.services.excerpt import section, whole
from reader.ui.article.caret import Place
from reader.ui.article.ruby import Amount, Ruby
from reader.ui.article.typography import Setting
from reader.ui.article.view import ArticleView
from reader.ui.exporting import Exporting, ScopeDialog
from reader.ui.printing.desk import Desk
from reader.ui.printing.dialog import PaperDialog
from reader.ui.printing.feed import PageFeed, PrintRun
from reader.ui.printing.order import Order
from reader.ui.printing.press import Press
from reader.ui.printing.scope import scopes
from reader.ui.printing.sheet import POINT, Sheet
from reader.ui.reading import Reading
from reader.ui.tasks import Tasks
from tests.ui.printing.texts import A4

pytestmark = pytest.mark.usefixtures("faces")
SHEET = Sheet(A4[0] * POINT, A4[1] * POINT)
PATIENCE = 60_000


@pytest.fixture
def tasks(qtbot: QtBot) -> Any:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def view(qtbot: QtBot, program: Program) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_setting(Setting(22, Ruby(Amount.ALL)))
    made.open(program.open_text(1))
    return made


@pytest.fixture
def exporting(program: Program, tasks: Tasks, view: ArticleView) -> Exporting:
    reading = Reading(program, tasks, view)
    reading.open(1)
    return Exporting(program, tasks, reading, view, view)


def dialog_of(view: ArticleView, kind: type[Any]) -> Any:
    (found,) = view.findChildren(kind)
    return found


def test_what_can_be_printed(program: Program, view: ArticleView) -> None:
    text = program.open_text(1)
    offered = scopes(text, view)
    assert [scope.wanted for scope in offered] == [whole(text), section(text, 0)]
    assert view.caret is not None
    view.caret.select(Place(3, 7), Place(2, 4))
    selected = scopes(text, view)[0].wanted
    assert (selected.first, selected.start, selected.last, selected.end) == (2, 4, 3, 7)


def test_the_preview_shows_pages_and_turns_them(
    qtbot: QtBot, program: Program, tasks: Tasks, view: ArticleView
) -> None:
    text = program.open_text(1)
    dialog = PaperDialog(program, tasks, text, view.setting, scopes(text, view), {})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.feed is not None and dialog.feed.complete, timeout=PATIENCE)
    assert dialog.feed is not None
    count = len(dialog.feed.pages)
    assert count > 5
    assert dialog.preview.accessibleDescription().startswith("习近平主持召开")
    first = dialog.preview.grab().toImage()
    qtbot.keyClick(dialog.preview, Qt.Key.Key_PageDown)  # type: ignore[no-untyped-call]
    assert dialog.preview.index == 1
    second = dialog.preview.grab().toImage()
    assert _ink(first) > 400
    assert first != second
    qtbot.keyClick(dialog.preview, Qt.Key.Key_End)  # type: ignore[no-untyped-call]
    assert dialog.preview.index == count - 1
    with_notes = dialog.feed.pages
    dialog._notes.setChecked(False)
    qtbot.waitUntil(lambda: dialog.feed is not None and dialog.feed.complete, timeout=PATIENCE)
    assert dialog.feed is not None
    assert len(dialog.feed.pages) < len(with_notes)
    assert not any(page.notes for page in dialog.feed.pages)
    assert program.settings.values.print_notes is False
    dialog.done(0)


def _ink(image: QImage) -> int:
    small = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(byte < 128 for byte in bytes(small.constBits()))


def test_a_pdf_is_made_while_the_window_is_free(  # noqa: PLR0917
    qtbot: QtBot, program: Program, view: ArticleView, exporting: Exporting,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    target = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    said: list[tuple[str, str]] = []
    exporting.said.connect(lambda text, action, _: said.append((text, action)))
    exporting.export_pdf()
    dialog = dialog_of(view, PaperDialog)
    with qtbot.waitSignal(exporting.press.done, timeout=PATIENCE):
        dialog.save.click()
    document = pypdfium2.PdfDocument(target.with_suffix(".pdf"))
    assert len(document) > 5
    assert any(action == "Cancel" for _, action in said)
    assert said[-1] == ("“out.pdf” was written.", "Open")


def test_a_page_of_html_is_made(
    qtbot: QtBot,
    view: ArticleView,
    exporting: Exporting,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "out.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    exporting.export_html()
    dialog = dialog_of(view, ScopeDialog)
    dialog.box.setCurrentIndex(1)
    with qtbot.waitSignal(exporting.press.done, timeout=PATIENCE):
        dialog.accept()
    page = target.read_text(encoding="utf-8")
    assert "<rt>" in page
    assert page.count("<section") == 2  # the section and its glossary


def test_no_file_no_export(
    view: ArticleView, exporting: Exporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    exporting.export_html()
    dialog_of(view, ScopeDialog).accept()
    assert not exporting.press.busy


@pytest.fixture
def order(program: Program, tmp_path: Path) -> Order:
    text = program.open_text(1)
    target = tmp_path / "out.pdf"
    return Order(program.data, program.cache, 1, whole(text), target, Setting(22), SHEET)


def test_an_export_can_be_given_up(qtbot: QtBot, tasks: Tasks, order: Order) -> None:
    parent = QObject()
    press = Press(tasks, parent)
    order.target.write_bytes(b"earlier")
    press.progressed.connect(lambda _stage, _share: press.stop())
    with qtbot.waitSignal(press.stopped, timeout=PATIENCE):
        assert press.start(order)
        assert not press.start(order)
    assert not press.busy
    assert order.target.read_bytes() == b"earlier"
    assert not list(order.target.parent.glob(".*"))


def test_a_fault_of_the_world_comes_back_as_it_is(qtbot: QtBot, tasks: Tasks, order: Order) -> None:
    parent = QObject()
    press = Press(tasks, parent)
    missing = order._replace(target=order.target.parent / "no" / "out.pdf")
    with qtbot.waitSignal(press.troubled, timeout=PATIENCE) as caught:
        press.start(missing)
    (error,) = caught.args
    assert isinstance(error, FileUnwritable)
    assert "out.pdf" in str(error)


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, None), (2, 3, 2)])
def test_a_printer_gets_the_pages(  # noqa: PLR0917
    qtbot: QtBot, program: Program, tmp_path: Path, first: int, last: int, count: int | None
) -> None:
    text = program.open_text(1)
    desk = Desk(program, text, section(text, 0), Setting(22), SHEET, notes=True)
    parent = QObject()
    feed = PageFeed(desk, parent)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    if first:
        printer.setFromTo(first, last)
    run = PrintRun(feed, printer, parent)
    with qtbot.waitSignal(run.finished, timeout=PATIENCE) as taken:
        assert run.start()
    assert taken.args == [True]
    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    assert len(document) == (count or len(feed.pages))
    # The same place on the page, whatever the printer's resolution.
    said = document[len(document) - 1].get_textpage().get_text_range()
    assert said.rstrip().endswith(str(last or len(feed.pages)))


def test_nothing_is_printed_without_a_text(program: Program, tasks: Tasks, qtbot: QtBot) -> None:
    empty = ArticleView()
    qtbot.addWidget(empty)
    exporting = Exporting(program, tasks, Reading(program, tasks, empty), empty, empty)
    said: list[str] = []
    exporting.said.connect(lambda text, _action, _do: said.append(text))
    for act in exporting.handlers().values():
        act()
    assert said == ["There is no text to print or export."] * 4


def test_a_small_window_still_shows_the_page(
    qtbot: QtBot, program: Program, tasks: Tasks, view: ArticleView
) -> None:
    text = program.open_text(1)
    dialog = PaperDialog(program, tasks, text, view.setting, scopes(text, view), {})
    qtbot.addWidget(dialog)
    assert dialog.minimumSizeHint().height() <= QSize(1024, 600).height()
    dialog.done(0)
